"""Prices converted at a rate that is told, and rounded as shops print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.localization.money import minor_units
from frameworks.localization.scenes.price import local_price, price_point


def test_the_rate_is_told():
    bought = local_price(Decimal("24.90"), "EUR", "JPY", Decimal("163.21"), "2026-11-20")
    assert (bought.amount, bought.converted, bought.currency) == (4060, 4064, "JPY")
    assert "163.21 JPY for 1 EUR" in str(bought.notes[0]) and "2026-11-20" in str(bought.notes[0])


def test_without_a_rate_or_a_need_the_price_stays():
    assert local_price(Decimal(5), "EUR", "EUR", None, "").notes == ()
    kept = local_price(Decimal(5), "EUR", "JPY", None, "")
    assert (kept.amount, kept.currency) == (5, "EUR") and "no rate" in str(kept.notes[0])


@given(st.decimals("0.01", "99999999", places=2), st.sampled_from(["EUR", "JPY", "KWD", "CHF", "IDR"]))
def test_rounding_moves_a_price_by_less_than_it_shows(amount, currency):
    point = price_point(amount, currency)
    least = Decimal("0.025") if currency == "CHF" else Decimal(1).scaleb(-minor_units(currency))
    assert abs(point - amount) <= max(amount / 100, least)


@pytest.mark.parametrize(("currency", "amount", "point"), [("JPY", "3867", "3870"), ("CHF", "23.47", "23.50"), ("EUR", "0", "0")])
def test_points(currency, amount, point):
    assert price_point(Decimal(amount), currency) == Decimal(point)
