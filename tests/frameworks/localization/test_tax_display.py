"""Tax inside a total, on top of it, or unknown."""

from __future__ import annotations

import doctest
from decimal import Decimal

import pytest

from data.catalog import world
from frameworks.localization import tax_display
from frameworks.localization.scripts import alpha2
from frameworks.localization.tax_display import tax_name, totals
from frameworks.rules import tax


def test_examples_hold():
    assert doctest.testmod(tax_display).failed == 0


def test_inside_the_total_does_not_change_it():
    found = totals(Decimal("115.00"), Decimal("4.00"), "EUR", percent=19, inclusive=True)
    assert (found.tax, found.total) == (Decimal("19.00"), Decimal("119.00"))


def test_on_top_is_added_to_goods_and_delivery():
    found = totals(Decimal("100.00"), Decimal("10.00"), "CAD", percent=5, inclusive=False)
    assert (found.tax, found.total) == (Decimal("5.50"), Decimal("115.50"))


def test_unknown_display_or_rate_works_nothing_out():
    for percent, inclusive in ((10, None), (None, True), (None, None)):
        found = totals(Decimal("100"), Decimal("0"), "JPY", percent=percent, inclusive=inclusive)
        assert (found.tax, found.total) == (None, Decimal("100"))


def test_tax_is_rounded_to_the_currency():
    assert totals(Decimal("1000"), Decimal("0"), "JPY", percent=10, inclusive=True).tax == Decimal("91")


@pytest.mark.parametrize(
    ("market", "language", "said"),
    [("DEU", "de", "MwSt"), ("JPN", "ja", "消費税"), ("EGY", "ar", "ضريبة القيمة المضافة"), ("HUN", "hu", "ÁFA"),
     ("UKR", "uk", "ПДВ"), ("TUR", "de", "KDV"), ("IND", "hi", "GST"), ("TWN", "zh_Hant", "營業稅"),
     ("BRA", "pt_BR", "VAT"), ("PHL", "fil", "VAT")],
)  # fmt: skip
def test_the_tax_goes_by_its_name_in_the_language(market, language, said):
    levied = tax(world(), market)
    assert levied is not None and tax_name(levied, language, alpha2(market)) == said
