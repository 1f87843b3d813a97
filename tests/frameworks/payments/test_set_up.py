"""The set-up: what it holds, that it travels, and that hostile input is refused in a sentence."""

from __future__ import annotations

import contextlib
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.payments import SetUp, SetUpError


def test_a_set_up_travels_as_json():
    set_up = SetUp(("stripe", "adyen"), "NLD", ("EUR", "USD"), "49.9", "USD", recurring=True, weights={"ideal": 5})
    assert SetUp.from_json(set_up.to_json()) == set_up
    assert hash(SetUp.from_json(set_up.to_json())) == hash(set_up)
    assert set_up.amount == Decimal("49.90")
    assert SetUp.from_json("{}") == SetUp()


def test_an_amount_without_a_currency_is_in_the_first_one_sold():
    assert SetUp(currencies=("JPY", "USD"), amount=5000).amount_currency == "JPY"
    assert SetUp(currencies=("JPY", "USD")).amount_currency is None


@pytest.mark.parametrize(
    "amount, told",
    [
        (-5, "more than 0"), (0, "more than 0"), ("-0.01", "more than 0"), (float("nan"), "more than 0"),
        (float("inf"), "more than 0"), ("1e30", "larger than"), (10**40, "larger than"), ("49.999", "more decimals than EUR has"),
        (0.1 + 0.2, "more decimals"), ("abc", "not a number"), ("<b>1</b>", "not a number"), ("", "not a number"),
        (True, "must be a number"), ([1], "must be a number"), ("9" * 5000, "larger than"), ("1" + "0" * 200 + ".5", "larger"),
    ],
)  # fmt: skip
def test_an_amount_that_cannot_be_is_refused(amount, told):
    with pytest.raises(SetUpError, match=told):
        SetUp(currencies=("EUR",), amount=amount)


def test_decimals_follow_the_currency():
    with pytest.raises(SetUpError, match="JPY has \\(0\\)"):
        SetUp(currencies=("JPY",), amount="10.5")
    assert str(SetUp(currencies=("KWD",), amount="10.125").amount) == "10.125"


@pytest.mark.parametrize(
    "parts, told",
    [
        ({"providers": "stripe"}, "providers must be a list"), ({"providers": ["Stripe!"]}, "not the short name"),
        ({"providers": ["a"] * 61}, "more than 60"), ({"providers": [None]}, "not the short name"),
        ({"merchant_country": "NL"}, "three-letter country"), ({"merchant_country": 5}, "three-letter country"),
        ({"currencies": ()}, "no currency"), ({"currencies": ["EURO"]}, "three-letter currency"),
        ({"currencies": ["ZZZ"]}, "three-letter currency"), ({"currencies": 7}, "must be a list"),
        ({"recurring": "yes"}, "true or false"), ({"confirmed": 1}, "true or false"),
        ({"weights": {"ideal": -1}}, "0 to 1,000"), ({"weights": {"ideal": float("nan")}}, "0 to 1,000"),
        ({"weights": {"ideal": "5"}}, "0 to 1,000"), ({"weights": {"<script>": 1}}, "short name of a payment method"),
        ({"weights": [1]}, "must map"), ({"amount_currency": "XXQ"}, "three-letter currency"),
        ({"weights": {f"m{i}": 1 for i in range(501)}}, "more than 500"),
    ],
)  # fmt: skip
def test_hostile_parts_are_refused_by_name(parts, told):
    with pytest.raises(SetUpError, match=told):
        SetUp(**parts)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "5", '{"home": "USA"}', b"\xff", '{"providers": "x"}', "[" * 9000, 7])
def test_what_landfall_did_not_write_is_refused(text):
    with pytest.raises(SetUpError):
        SetUp.from_json(text)


@given(st.one_of(st.text(max_size=30), st.integers(), st.floats(), st.none(), st.booleans(), st.lists(st.text(max_size=4))))
def test_no_value_gets_past_the_checks_with_another_error(value):
    for name in ("providers", "merchant_country", "currencies", "amount", "amount_currency", "weights"):
        with contextlib.suppress(SetUpError):
            set_up = SetUp(**{name: value})
            assert SetUp.from_json(set_up.to_json()) == set_up
            assert json.loads(set_up.to_json())
