"""What a scene is set in: words of the pack, tax, buyer, and what is told once."""

from __future__ import annotations

import pytest

from frameworks.labels import N_
from frameworks.localization.items import ContentError
from frameworks.localization.money import PriceError
from frameworks.localization.scenes import PSEUDO_LOCALES, SceneError


@pytest.mark.parametrize(
    ("locale", "market", "tag", "way"),
    [
        ("de", "AUT", "de-AT", "ltr"), ("pt_BR", "BRA", "pt-BR", "ltr"), ("ar", "SAU", "ar-SA", "rtl"),
        ("he", "ISR", "he-IL", "rtl"), ("zh", "TWN", "zh-Hant-TW", "ltr"), ("en-XA", "DEU", "en-XA", "ltr"),
        ("ar-XB", "DEU", "ar-XB", "rtl"), ("ur", "PAK", "ur-PK", "rtl"),
    ],
)  # fmt: skip
def test_language_and_direction(made, locale, market, tag, way):
    there = made("product", locale, market)
    assert (there.language, there.direction) == (tag, way)


@pytest.mark.parametrize(
    ("market", "words"), [("DEU", "inkl. 19\xa0% MwSt"), ("USA", "Steuern"), ("HKG", None)]
)
def test_the_tax_habit_of_the_market(made, market, words):
    found = made("product", "de", market).first("tax")
    shown = None if found is None else found.text.replace("\u2068", "").replace("\u2069", "")
    assert shown is None if words is None else words in shown


def test_prices_are_converted_at_the_rate_shown(made):
    there = made("product", "ja", "JPN", rate=163.21, rate_day="2026-11-20", source="Tea", key="x")
    assert there.first("price").text == "￥4,060" and "163.21 JPY" in str(there.notes[0])


def test_what_cannot_be_made_says_why(made):
    for kind, locale, market, error in (
        ("poster", "de", "DEU", SceneError), ("product", "de", "XXX", SceneError), ("product", "!", "DEU", ContentError),
    ):  # fmt: skip
        with pytest.raises(error):
            made(kind, locale, market)
    with pytest.raises(PriceError):
        made("checkout", price=-1)


def test_a_note_is_told_once_and_an_unknown_language_too(made):
    there = made("ad", "xx", "DEU")
    assert sum("CLDR has no formats" in str(note) for note in there.notes) == 1
    assert N_("x") == "x" and PSEUDO_LOCALES == ("en-XA", "ar-XB")
