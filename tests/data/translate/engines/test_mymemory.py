"""What is peculiar to MyMemory."""

import pytest

from data.translate import TranslateError

SPENT = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN 12 HOURS"


def reply(text, status=200, **more):
    return {"responseData": {"translatedText": text}, "responseStatus": status, "matches": [], **more}


@pytest.mark.parametrize(
    "body, kind",
    [(reply(SPENT), "quota"), (reply(SPENT, 429), "quota"), (reply("Hallo", "429"), "quota"),
     (reply("Hallo", quotaFinished=True), "quota"), (reply("INVALID LANGUAGE PAIR SPECIFIED. EXAMPLE: …", 200), "language"),
     (reply("'XX' IS AN INVALID TARGET LANGUAGE . EXAMPLE: LANGPAIR=EN|IT", "403"), "refused"),
     (reply("Hallo", 500), "server"), (reply(""), "answer"), (reply(None), "answer")],
)  # fmt: skip
def test_a_notice_is_never_taken_for_a_translation(switch_on, service, body, kind):
    service.always(200, body)
    with pytest.raises(TranslateError) as caught:
        switch_on("mymemory").translate("Hello", "en", "de")
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    "target, pair",
    [("de", "en-US|de-DE"), ("de_AT", "en-US|de-AT"), ("pt_BR", "en-US|pt-BR"), ("es_419", "en-US|es-419"),
     ("zh_Hant", "en-US|zh-TW"), ("en_GB", "en-US|en-GB"), ("sr_Latn", "en-US|sr-Latn-RS")],
)  # fmt: skip
def test_it_gets_regional_codes(switch_on, service, target, pair):
    switch_on("mymemory").translate("Hello", "en", target)
    assert service.asked[0].query["langpair"] == [pair]


def test_an_email_goes_along_only_where_given(switch_on, service):
    switch_on("mymemory").translate("Hello", "en", "de")
    switch_on("mymemory", secrets={"mymemory_email": "a@example.org"}).translate("Hello", "en", "de")
    assert [asked.query.get("de") for asked in service.asked] == [None, ["a@example.org"]]


def test_another_match_is_taken_where_the_first_is_empty(switch_on, service):
    service.always(200, reply("", matches=None) | {"matches": [{"translation": "Hallo"}]})
    assert switch_on("mymemory").translate("Hello", "en", "de") == "Hallo"


def test_the_way_to_the_real_service_is_encrypted(switch_on, monkeypatch):
    from data.translate.session import LimitedSession

    gone = []
    monkeypatch.setattr(LimitedSession, "send", lambda self, request, **kwargs: gone.append(request.url) or 1 / 0)
    with pytest.raises(TranslateError):
        switch_on("mymemory", base_url="").translate("Hello", "en", "de")
    assert gone[0].startswith("https://api.mymemory.translated.net/get?")
