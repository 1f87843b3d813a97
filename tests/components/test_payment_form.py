"""Amounts as people type them."""

from decimal import Decimal

import pytest

from components.payment_form import currencies, currency_name, plain
from components.words import using


@pytest.mark.parametrize(
    "tag, typed, amount",
    [
        ("en-US", "49.90", "49.90"), ("en-US", "1,234.50", "1234.50"), ("en-US", "49,90", "49.90"), ("en-US", "1,234", "1234"),
        ("en-US", "1.234", "1.234"), ("de-DE", "1.234,50", "1234.50"), ("de-DE", "1.234", "1234"), ("de-DE", "49.90", "49.90"),
        ("de-DE", "1.234.567", "1234567"), ("en-US", "1 234,5", "1234.5"), ("en-CH", "1’234.50", "1234.50"), ("en-US", "5", "5"),
        ("en-US", ".5", "0.5"), ("en-US", "-5", "-5"),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_typed(tag, typed, amount):
    with using("en", tag):
        assert plain(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["abc", "", "1-2", "<b>", "1.2.3,4,5", "€5"])
def test_what_is_no_amount_stays_as_it_is(typed):
    with using("en", "en-US"):
        assert plain(typed) == typed or isinstance(plain(typed), Decimal)


def test_currencies_in_use_have_names():
    assert {"EUR", "INR", "BRL"} <= set(currencies()) and "DEM" not in currencies()
    with using("es"):
        assert currency_name("EUR") == "EUR – euro"
