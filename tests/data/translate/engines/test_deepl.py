"""What is peculiar to DeepL."""

import pytest

from data.translate import TranslateError, engine
from data.translate.engines.deepl import marked


def test_the_key_goes_in_the_header_and_the_text_in_the_body(switch_on, service):
    switch_on("deepl").translate("Hello", "en", "de")
    [asked] = service.asked
    assert (asked.method, asked.path, asked.query) == ("POST", "/v2/translate", {})
    assert asked.headers["Authorization"] == "DeepL-Auth-Key s3cret-key-0123456789"
    assert "Linux" not in asked.headers["User-Agent"]


def test_placeholders_and_tags_are_marked_and_come_back_plain(switch_on, service):
    text = "Hi {name}, <b>R&D</b> is %d%% <off> & 1 < 2"
    said = switch_on("deepl").translate(text, "en", "de")
    assert service.texts == [marked(text)]
    assert said == f"[DE] {text}"
    assert marked("a {b} <i>c</i>") == (
        "a <keep>{b}</keep> <keep>&lt;i&gt;</keep>c<keep>&lt;/i&gt;</keep>"
    )  # fmt: skip


@pytest.mark.parametrize(
    "target, told", [("pt_BR", "PT-BR"), ("pt", "PT-PT"), ("en_AU", "EN-GB"), ("es_MX", "ES-419"), ("zh_HK", "ZH-HANT"),
                     ("nb", "NB"), ("ko", "KO")]
)  # fmt: skip
def test_it_gets_varieties(switch_on, service, target, told):
    switch_on("deepl").translate("Hello", "de", target)
    assert (service.asked[0].body["source_lang"], service.asked[0].body["target_lang"]) == ("DE", told)


def test_formality_is_a_wish(switch_on, service):
    for formality in ("neutral", "formal", "informal"):
        switch_on("deepl", formality=formality).translate("Hello", "en", "de")
    assert [asked.body.get("formality") for asked in service.asked] == [None, "prefer_more", "prefer_less"]


def test_a_free_key_goes_to_the_free_service(reference):
    assert engine("deepl", reference, secrets={"deepl_key": "x:fx"}).host == "api-free.deepl.com"
    assert engine("deepl", reference, secrets={"deepl_key": "x"}).host == "api.deepl.com"


def test_no_formality_and_no_key_is_mixed_up_in_the_cache(switch_on):
    assert switch_on("deepl", formality="formal").identity != switch_on("deepl").identity


def test_the_quota_is_told(switch_on, service):
    service.always(456, {"message": "Quota exceeded"})
    with pytest.raises(TranslateError, match="quota of DeepL"):
        switch_on("deepl").translate("Hello", "en", "de")
