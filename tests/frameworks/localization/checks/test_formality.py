"""Polite and familiar address."""

import pytest

from frameworks.localization.checks import formality
from frameworks.localization.checks.pair import Pair

POLITE = {
    "de": "Bitte prüfen Sie Ihre Adresse.", "fr": "Vérifiez votre adresse.", "es": "Revise su dirección, usted puede.",
    "nl": "Controleer uw adres.", "ru": "Проверьте ваш адрес.", "pl": "Zapisaliśmy Państwa adres.", "ja": "住所をご確認ください。",
    "ko": "주소를 확인해 주세요.", "it": "La preghiamo di confermare.", "hi": "आप अपना पता जाँचें।", "zh_Hans": "请确认您的地址。",
    "tr": "Adresinizi kontrol ediniz, siz.", "cs": "Zkontrolujte vaši adresu.", "uk": "Перевірте, чи ваша адреса вірна.",
}  # fmt: skip
FAMILIAR = {
    "de": "Prüf bitte deine Adresse.", "fr": "Vérifie ton adresse.", "es": "Revisa tu dirección.", "nl": "Controleer je adres.",
    "ru": "Проверь твой адрес.", "pl": "Sprawdź swój adres.", "ja": "住所を確認してね。", "ko": "주소를 확인해라.",
    "it": "Conferma il tuo indirizzo.", "hi": "तुम अपना पता देखो।", "zh_Hans": "请确认你的地址。", "tr": "Senin adresin.",
    "cs": "Zkontroluj tvoje údaje.", "uk": "Перевір твою адресу.",
}  # fmt: skip


@pytest.mark.parametrize("locale", POLITE)
def test_the_register_is_heard(locale):
    assert formality.register(POLITE[locale], locale) == "formal"
    assert formality.register(FAMILIAR[locale], locale) == "informal"


@pytest.mark.parametrize("text, locale", [
    ("Weiter", "de"), ("Die Ware ist da. Sie ist neu.", "de"), ("Cart", "xx"), ("Danke", "de"), ("chez nous", "fr"),
    ("Kosz", "pl"),
])  # fmt: skip
def test_no_register_where_none_is_heard(text, locale):
    assert formality.register(text, locale) == ""


def seen(target, locale, register=""):
    return [found.check for found in formality.check(Pair("x", target, locale, register=register))]


def test_mixing_both_is_found():
    assert seen("Prüfen Sie deine Adresse.", "de") == ["formality"]
    assert seen(POLITE["de"], "de") == seen(FAMILIAR["de"], "de") == []


def test_the_teams_own_way_decides():
    assert seen(FAMILIAR["de"], "de", "formal") == seen(POLITE["de"], "de", "informal") == ["formality"]
    assert seen(FAMILIAR["ja"], "ja", "informal") == []


def test_shops_in_japan_and_korea_are_polite():
    assert seen(FAMILIAR["ja"], "ja") == seen(FAMILIAR["ko"], "ko") == ["formality"]


def test_the_usual_register_needs_a_clear_majority():
    polite, familiar = POLITE["de"], FAMILIAR["de"]
    assert formality.usual([polite] * 3, "de") == "formal"
    assert formality.usual([polite] * 2, "de") == formality.usual([polite, polite, familiar], "de") == ""
