"""Width of the place and growth against the source."""

import pytest

from frameworks.localization.checks import length
from frameworks.localization.checks.pair import Pair
from frameworks.localization.items import Item


def seen(source, target, locale, reference=None, most=None):
    item = Item("k", source, max_width=most) if most else None
    return [found.check for found in length.check(Pair(source, target, locale, item, reference=reference))]


def test_growth_is_the_measured_one_or_the_worst_case(reference):
    rows = reference.table("expansion").set_index(["language", "chars_min"])
    assert length.growth(reference, "de_AT", 8)[1] == rows.loc[("de", 1), "ratio_high"]
    assert length.growth(reference, "zh_TW", 25)[1] == rows.loc[("zh_Hant", 21), "ratio_high"]
    assert length.growth(reference, "sw", 8) == (None, rows.loc[("mul", 1), "ratio_high"])
    assert length.growth(reference, "pt-BR", 200)[1] == rows.loc[("pt_BR", 71), "ratio_high"]


def test_nothing_is_measured_with_the_table_off():
    from data.catalog import world

    assert length.growth(world(off=["expansion"]), "de", 8) is None
    assert seen("Pay", "x" * 100, "de", world(off=["expansion"])) == []


@pytest.mark.parametrize("source, target, locale, expected", [
    ("Add to cart", "In den Warenkorb", "de", []),
    ("Pay", "Jetzt die ganze Bestellung verbindlich bezahlen", "de", ["too_long"]),
    ("Pay", "", "de", []), ("Free", "Free", "de", []), ("Ω" * 40, "x" * 10, "de", ["too_short"]),
    ("{count} of {total} pieces", "{count} von {total} Stück", "de", []), ("Buy now, pay later", "後払い", "ja", []),
])  # fmt: skip
def test_growth(reference, source, target, locale, expected):
    assert seen(source, target, locale, reference) == expected


@pytest.mark.parametrize("target, most, expected", [
    ("Suche", 5, []), ("Suchen", 5, ["too_wide"]), ("検索", 4, []), ("検索", 3, ["too_wide"]), ("e\u0301te", 3, []),
])  # fmt: skip
def test_the_place_decides_where_it_is_known(reference, target, most, expected):
    assert seen("Go", target, "de", reference, most) == expected


def test_what_sticks_out_is_marked():
    item = Item("k", "Go", max_width=4)
    found = next(length.check(Pair("Go", "検索する", "ja", item)))
    assert (found.start, found.end) == (2, 4)
