"""A text that the phrase pack has is found under any name of its placeholders, and no other language stands in."""

import pytest

from data.catalog import world
from frameworks.localization.items import Item
from frameworks.localization.phrase_match import phrase_suggestions
from frameworks.localization.phrases import KEYS, phrase, phrase_languages

REFERENCE = world()


def texts(source, locale, **item):
    formality = item.pop("formality", "neutral")
    found = phrase_suggestions(REFERENCE, Item("k", source, **item), locale, formality=formality)
    return [(one.text, one.score) for one in found]


@pytest.mark.parametrize(
    "source, text, score",
    [("Add to cart", "In den Warenkorb", 100), ("ADD  to Cart", "In den Warenkorb", 99),
     ("Arrives by {day}", "Lieferung bis {day}", 100), ("Arrives by %(day)s", "Lieferung bis %(day)s", 100),
     ("Arrives by {{ day }}", "Lieferung bis {{ day }}", 100)],
)  # fmt: skip
def test_a_phrase_is_found_with_the_items_own_placeholders(source, text, score):
    assert texts(source, "de") == [(text, score)]


@pytest.mark.parametrize("source", ["Add to carts", "Arrives by", "Arrives by {a} {b}", "", "{x}"])
def test_another_text_is_not(source):
    assert texts(source, "de") == []


def test_a_plural_comes_with_the_forms_of_the_other_language():
    [(text, _)] = texts("{n, plural, one {# review} other {# reviews}}", "ru", plural=True)
    assert text == "{n, plural, one {# отзыв} few {# отзыва} many {# отзывов} other {# отзыва}}"
    [(text, _)] = texts("{n, plural, one {# payment of {sum}} other {# payments of {sum}}}", "ja", plural=True)
    assert text == "{n, plural, other {{sum}×#回払い}}"


@pytest.mark.parametrize(
    "source",
    ["{n, plural, one {# review} other {# payments of {x}}}", "{n, plural, one {# payment of {n}} other {x}}",
     "{n, select, a {# review} other {# reviews}}"],
)  # fmt: skip
def test_a_plural_of_different_phrases_is_none(source):
    assert texts(source, "de", plural=True) == []


@pytest.mark.parametrize("locale", ["xx", "sr_Cyrl", "en_GB", "en", "", "cy"])
def test_no_other_language_or_script_stands_in(locale):
    assert texts("Add to cart", locale) == []


def test_another_language_may_be_the_source():
    assert texts("In den Warenkorb", "fr", source_language="de_AT")[0][0] == phrase(REFERENCE, "add_to_cart", "fr").text
    assert texts("Add to cart", "fr", source_language="de") == []


def test_the_items_own_surface_goes_first():
    for surface in ("product", "checkout"):
        found = phrase_suggestions(REFERENCE, Item("k", "District", surface=surface), "tr")
        assert [one.domain == surface for one in found] == sorted((one.domain == surface for one in found), reverse=True)


def test_every_plain_phrase_finds_itself_in_every_language():
    for key in KEYS:
        source = phrase(REFERENCE, key, "en").text
        for language in phrase_languages(REFERENCE):
            wanted = phrase(REFERENCE, key, language)
            if language != "en" and wanted.language == language:
                assert wanted.text in [text for text, _ in texts(source, language)], (key, language)


def test_a_country_s_own_word_becomes_what_buyers_elsewhere_have():
    offered = {locale: texts("ZIP code", locale) for locale in ("de", "ja", "es")}
    first = {locale: said[0][0] for locale, said in offered.items()}
    assert first == {"de": "Postleitzahl", "ja": "郵便番号", "es": "Código postal"}
    assert "ZIP-Code" in [text for text, _score in offered["de"]], "the country's own word stays on offer"
