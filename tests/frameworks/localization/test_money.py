"""Prices as typed, amounts as written."""

from __future__ import annotations

import doctest
from decimal import Decimal

import pycountry
import pytest
from babel import Locale

from frameworks.localization import money
from frameworks.localization.money import (
    MOST,
    PriceError,
    checked_price,
    converted,
    currencies,
    currency_of,
    instalment,
    minor_units,
    money_text,
    percent_text,
)


def test_examples_hold():
    assert doctest.testmod(money).failed == 0


@pytest.mark.parametrize(
    ("typed", "locale", "price"),
    [("1,299.50", "en", "1299.50"), ("1.299,50", "de", "1299.50"), ("1299,5", "en", "1299.50"), ("1299.5", "de", "1299.50"),
     (" 12 ", "en", "12.00"), ("1.299", "de", "1299.00"), (12, "en", "12.00"), (Decimal("0"), "en", "0.00"),
     ("٣", "en", "3.00")],
)  # fmt: skip
def test_a_price_is_understood_as_the_reader_writes_it(typed, locale, price):
    assert checked_price(typed, "EUR", locale) == Decimal(price)


@pytest.mark.parametrize(
    ("typed", "currency", "says"),
    [("-1", "EUR", "below zero"), ("\u22125", "EUR", "below zero"), ("NaN", "EUR", "must be a number"),
     ("Infinity", "EUR", "must be a number"), (float("inf"), "EUR", "must be a number"), (float("nan"), "EUR", "must be a number"),
     ("1e9", "EUR", "must be a number"), ("", "EUR", "must be a number"), ("9" * 41, "EUR", "must be a number"),
     ("9" * 30, "EUR", "is above"), (Decimal("1e400"), "EUR", "is above"), ("1.005", "EUR", "has 2 decimals"),
     ("1.5", "JPY", "has no decimals"), ("1.0005", "KWD", "has 3 decimals"), ("1", "XXX", "not a currency"),
     ("1", "<b>", "not a currency"), (True, "EUR", "must be a number"), (None, "EUR", "must be a number"),
     ("<script>", "EUR", "must be a number"), ("1_000", "EUR", "must be a number")],
)  # fmt: skip
def test_a_hostile_price_is_refused_with_one_sentence(typed, currency, says):
    with pytest.raises(PriceError, match=says):
        checked_price(typed, currency)


def test_nothing_may_be_free_where_that_is_asked():
    with pytest.raises(PriceError, match="is zero"):
        checked_price("0", "EUR", zero=False)
    assert checked_price(MOST, "EUR") == MOST


def test_decimals_are_the_currency_s():
    assert [minor_units(code) for code in ("JPY", "EUR", "KWD", "CLP")] == [0, 2, 3, 0]
    assert money_text(Decimal("1234"), "JPY", Locale.parse("ja_JP")) == "￥1,234"
    assert money_text(Decimal("1.5"), "KWD", Locale.parse("en")) == "KWD\xa01.500"
    assert "١٫٥٠٠" in money_text(Decimal("1.5"), "KWD", Locale.parse("ar_KW"))


def test_amounts_have_the_locale_s_digits_and_places():
    assert money_text(Decimal("123456.7"), "INR", Locale.parse("hi_IN")) == "₹1,23,456.70"
    assert money_text(Decimal("1299"), "CHF", Locale.parse("de_CH")) == "CHF\xa01’299.00"
    assert "١٬٢٩٩٫٠٠" in money_text(Decimal("1299"), "SAR", Locale.parse("ar_SA"))
    assert percent_text(15, Locale.parse("ar_SA")).startswith("١٥")
    assert percent_text(20, Locale.parse("tr_TR")) == "%20"


def test_tender_of_every_territory_is_a_currency_in_use():
    assert all(pycountry.currencies.get(alpha_3=code) for code in currencies())
    assert currency_of(None) is None and currency_of("AQ") is None
    assert {currency_of(code) for code in ("NA", "LS", "HT", "ZW", "PS")} == {"NAD", "LSL", "HTG", "ZWG", "ILS"}
    assert currency_of("BG") == "EUR" and currency_of("HR") == "EUR"
    assert "EUR" in currencies() and not {"DEM", "BGN", "HRK"} & currencies()


def test_sums():
    assert converted(Decimal("129"), 157.2487, "JPY") == Decimal("20285")
    assert instalment(Decimal("100.00"), 12, "EUR") == Decimal("8.33")


def test_the_sign_of_a_foreign_currency_keeps_its_order_from_right_to_left():
    assert "US$\u200e" in money_text(Decimal(24), "USD", Locale.parse("ar_EG"))
    assert "\u200e" not in money_text(Decimal(24), "USD", Locale.parse("bn_BD"))
