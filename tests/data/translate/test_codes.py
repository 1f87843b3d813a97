"""The codes of the table are those that the libraries know."""

import csv

import deepl
import pytest
from babel import Locale
from deep_translator.constants import GOOGLE_LANGUAGES_TO_CODES, MY_MEMORY_LANGUAGES_TO_CODES

from data.catalog import FOLDER
from data.translate.codes import Codes, codes_for, near, served
from frameworks.localization.phrases import phrase_languages

ROWS = list(csv.DictReader((FOLDER / "translator_codes.csv").open(encoding="utf-8")))
DEEPL = {code for name, code in vars(deepl.Language).items() if name.isupper()}


def test_every_code_is_one_that_the_library_takes():
    for row in ROWS:
        assert str(Locale.parse(row["locale"])) == row["locale"]
        assert not row["google"] or row["google"] in GOOGLE_LANGUAGES_TO_CODES.values()
        assert set(row["mymemory"].split()) <= set(MY_MEMORY_LANGUAGES_TO_CODES.values())
        assert {row["deepl"], row["deepl_source"]} <= DEEPL | {""}
        assert row["deepl"] not in ("en", "pt") and "-" not in row["deepl_source"]


def test_every_language_of_the_phrase_pack_has_its_row(reference):
    assert {code for code in phrase_languages(reference) if codes_for(reference, code) == Codes()} == set()


@pytest.mark.parametrize(
    "locale, google, mymemory, deepl_code",
    [("he", "iw", "he-IL", "he"), ("iw", "iw", "he-IL", "he"), ("no", "no", "nb-NO", "nb"), ("tl", "tl", "fil-PH", "tl"),
     ("pt", "pt", "pt-BR", "pt-PT"), ("pt-BR", "pt", "pt-BR", "pt-BR"), ("pt_AO", "pt", "pt-PT", "pt-PT"),
     ("zh", "zh-CN", "zh-CN", "zh-Hans"), ("zh-TW", "zh-TW", "zh-TW", "zh-Hant"), ("zh_HK", "zh-TW", "zh-HK", "zh-Hant"),
     ("es_AR", "es", "es-AR", "es-419"), ("es", "es", "es-ES", "es"), ("en_AU", "en", "en-AU", "en-GB"),
     ("ar_AE", "ar", "ar-SA", "ar"), ("ar_EG", "ar", "ar-EG", "ar"), ("sr", "sr", "sr-Cyrl-RS", "sr"),
     ("sr_Latn_RS", "", "sr-Latn-RS", "")],
)  # fmt: skip
def test_a_locale_finds_its_closest_code(reference, locale, google, mymemory, deepl_code):
    found = codes_for(reference, locale)
    assert (found.google, found.mymemory, found.deepl) == (google, mymemory, deepl_code)


@pytest.mark.parametrize("locale", ["", "xx", "klingon", "../de", "de" * 50, "hi_Latn", "uz_Cyrl"])
def test_what_no_engine_knows_has_no_code(reference, locale):
    assert codes_for(reference, locale) == Codes()


def test_a_server_is_taken_at_its_word():
    assert served("sr_Latn", ["sr"]) == ""
    assert served("sr", ["sr-Cyrl", "sr-Latn"]) == "sr-Cyrl"
    assert served("zh_CN", ["zh-Hans", "zh"]) == "zh-Hans"
    assert served("he", ["iw", None, 7]) == "iw"
    assert served("de_AT", ["DE"]) == "DE"
    assert near("no") == ("no", "nb")
