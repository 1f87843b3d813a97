"""Survey questions in the languages of the headers: what they ask for, and what only sounds like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest.questions import asked

RECOMMEND = {
    "en": "On a scale of 0 to 10, how likely are you to recommend us to a friend or colleague?",
    "de": "Wie wahrscheinlich ist es, dass Sie uns einem Freund oder Kollegen weiterempfehlen?",
    "fr": "Quelle est la probabilité que vous nous recommandiez à un ami ou un collègue ?",
    "es": "¿Qué probabilidad hay de que nos recomiende a un amigo o colega? (0-10)",
    "it": "Quanto è probabile che ci consigli a un amico o collega?",
    "pt": "Qual a probabilidade de você nos recomendar a um amigo ou colega?",
    "nl": "Hoe waarschijnlijk is het dat u ons aanbeveelt bij een vriend of collega?",
    "pl": "Na ile prawdopodobne jest, że polecił(a)by Pan(i) naszą firmę znajomym?",
    "ja": "当店を友人や同僚にすすめる可能性はどのくらいありますか？",
    "zh": "您有多大可能向朋友或同事推荐我们？",
    "zh-TW": "您向朋友推薦我們的可能性有多大？",
    "sv": "Hur troligt är det att du skulle rekommendera oss till en vän?",
    "tr": "Bizi bir arkadaşınıza tavsiye etme olasılığınız nedir?",
    "ru": "С какой вероятностью вы порекомендуете нас другу или коллеге?",
}
SATISFIED = {
    "en": "Overall, how satisfied were you with your purchase? (1-5)",
    "de": "Wie zufrieden sind Sie mit unserem Service?",
    "fr": "Dans quelle mesure êtes-vous satisfait(e) de votre achat ?",
    "es": "¿Qué tan satisfecho está con nuestro servicio?",
    "it": "Quanto sei soddisfatta del tuo acquisto?",
    "pt": "Qual é o seu grau de satisfação com a compra?",
    "nl": "Hoe tevreden bent u over onze service?",
    "pl": "Jak bardzo jest Pan zadowolony z naszej obsługi?",
    "ja": "当店のサービスにどの程度満足していますか",
    "zh": "您对我们的服务满意吗？",
    "sv": "Hur nöjd är du med vår service?",
    "tr": "Hizmetimizden ne kadar memnunsunuz?",
    "ru": "Насколько вы довольны нашим сервисом?",
}


@pytest.mark.parametrize("language", RECOMMEND)
def test_how_likely_to_recommend(language):
    assert asked(RECOMMEND[language]) == "nps" and asked(RECOMMEND[language].upper()) == "nps"


@pytest.mark.parametrize("language", SATISFIED)
def test_how_satisfied(language):
    assert asked(SATISFIED[language]) == "satisfaction"


@pytest.mark.parametrize("header", [
    "Why would you recommend us?", "Warum würden Sie uns nicht weiterempfehlen?", "How likely are you to buy again?",
    "How many friends did you recommend us to?", "What is the main reason for your satisfaction score?",
    "How satisfied are you with delivery? Comment", "Recommended price", "Recommendation ID", "Numer polecenia",
    "Codice consigliere", "推荐给朋友的优惠券", "おすすめの理由は？", "", "???", "(0-10)",
])  # fmt: skip
def test_what_only_sounds_like_it(header):
    assert asked(header) is None


@given(st.text(max_size=600))
def test_any_header_has_an_answer(header):
    assert asked(header) in (None, "nps", "satisfaction")
