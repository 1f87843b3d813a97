"""The gates: which one stops a method, in which order, and that blanks are unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frameworks.payments import SetUp
from frameworks.payments.gates import CAPTURES_LATER, GATE_NAMES, GATES, verdict
from frameworks.payments.methods import METHOD_CLASSES, Method, Support

OPEN = Method(
    "ideal", "iDEAL", "card", frozenset({"NLD"}), frozenset({"EUR"}), "y", "y", 1.0, 500.0, "EUR", "active", "", "a page", 2026,
    frozenset(), True,
)  # fmt: skip
BY = Support("one", "One", "ideal", frozenset({"DEU"}), True, frozenset(), frozenset(), True, 2026)
SET_UP = SetUp(("one",), "DEU", ("EUR",))


def ask(method=OPEN, by=BY, set_up=SET_UP, market="NLD", unchecked=False):
    """Available, and the gate that says so."""
    found = verdict(method, [by] if by else [], set_up, market, unchecked=unchecked)
    assert found.gate in GATE_NAMES and str(found.reason).endswith(".")
    return found.available, found.gate


def test_every_gate_open():
    assert ask() == ("yes", "")
    assert verdict(OPEN, [BY], SET_UP, "NLD").providers == ("one",)


@pytest.mark.parametrize(
    "method, by, set_up, expected",
    [
        ({}, None, {}, ("no", "provider")),
        ({"status": "discontinued"}, {}, {}, ("no", "status")),
        ({"status": "retiring"}, {}, {}, ("no", "status")),
        ({"buyers": frozenset({"BEL"})}, {}, {}, ("no", "buyer_country")),
        ({"buyers": frozenset()}, {}, {}, ("unknown", "buyer_country")),
        ({"buyers": frozenset({"WORLD"})}, {}, {}, ("yes", "")),
        ({}, {"buyers": frozenset({"BEL"})}, {}, ("no", "buyer_country")),
        ({}, {}, {"currencies": ("USD", "GBP")}, ("no", "currency")),
        ({"currencies": frozenset()}, {}, {}, ("unknown", "currency")),
        ({"currencies": frozenset({"ANY"})}, {}, {"currencies": ("USD",)}, ("yes", "")),
        ({}, {"merchants": frozenset({"USA"})}, {}, ("no", "merchant_country")),
        ({}, {"merchants": frozenset()}, {}, ("unknown", "merchant_country")),
        ({}, {"merchants": frozenset()}, {"confirmed": True}, ("yes", "")),
        ({}, {"barred": frozenset({"DEU"}), "merchants": frozenset()}, {"confirmed": True}, ("no", "merchant_country")),
        ({}, {"merchants_checked": False}, {}, ("unknown", "merchant_country")),
        ({}, {"merchants_checked": False}, {"confirmed": True}, ("yes", "")),
        ({}, {"merchants_checked": False, "merchants": frozenset({"USA"})}, {"confirmed": True}, ("unknown", "merchant_country")),
        ({"recurring": "n"}, {}, {"recurring": True}, ("no", "needs")),
        ({"recurring": "partial"}, {}, {"recurring": True}, ("unknown", "needs")),
        ({"recurring": ""}, {}, {"recurring": True}, ("unknown", "needs")),
        ({"recurring": "n"}, {}, {}, ("yes", "")),
        ({"refunds": "n"}, {}, {"refunds": True}, ("no", "needs")),
        ({"refunds": ""}, {}, {"refunds": True}, ("unknown", "needs")),
        ({}, {}, {"manual_capture": True}, ("yes", "")),
        ({"type": "bank_redirect"}, {}, {"manual_capture": True}, ("no", "needs")),
        ({"type": "wallet"}, {}, {"manual_capture": True}, ("unknown", "needs")),
        ({"method_id": "bancontact"}, {}, {"manual_capture": True}, ("no", "needs")),
        ({}, {}, {"amount": 500}, ("yes", "")),
        ({}, {}, {"amount": "500.01"}, ("no", "needs")),
        ({}, {}, {"amount": "0.99"}, ("no", "needs")),
        ({"amount_currency": "USD"}, {}, {"amount": 50}, ("unknown", "needs")),
        ({"minimum": None, "maximum": None}, {}, {"amount": 50}, ("unknown", "needs")),
        ({"minimum": None, "maximum": None}, {}, {"amount": 50, "confirmed": True}, ("yes", "")),
        ({"minimum": None}, {}, {"amount": 50}, ("yes", "")),
    ],
)  # fmt: skip
def test_each_gate_is_named(method, by, set_up, expected):
    assert ask(replace(OPEN, **method), None if by is None else replace(BY, **by), replace(SET_UP, **set_up)) == expected


def test_the_first_gate_that_is_shut_is_named():
    shut = replace(OPEN, status="discontinued", buyers=frozenset({"BEL"}), currencies=frozenset({"PLN"}), recurring="n")
    by = replace(BY, merchants=frozenset({"USA"}))
    set_up = replace(SET_UP, recurring=True)
    for gate, repaired in (
        ("status", {"status": "active"}), ("buyer_country", {"buyers": frozenset({"NLD"})}),
        ("currency", {"currencies": frozenset({"EUR"})}),
    ):  # fmt: skip
        assert ask(shut, by, set_up) == ("no", gate)
        shut = replace(shut, **repaired)
    assert ask(shut, by, set_up) == ("no", "merchant_country")
    assert ask(shut, BY, set_up) == ("no", "needs")
    assert [name for name in GATE_NAMES if name] == list(GATES)


def test_a_shut_gate_tells_more_than_an_unknown_one_before_it():
    assert ask(replace(OPEN, recurring="n"), replace(BY, merchants=frozenset()), replace(SET_UP, recurring=True)) == ("no", "needs")


@pytest.mark.parametrize("column", ["buyer_countries", "currencies", "recurring", "refunds"])
def test_columns_written_from_memory_are_unknown_unless_asked_for(column):
    method, set_up = replace(OPEN, unverified=frozenset({column})), replace(SET_UP, recurring=True, refunds=True)
    assert ask(method, set_up=set_up)[0] == "unknown"
    assert ask(method, set_up=set_up, unchecked=True) == ("yes", "")


def test_the_best_provider_decides_and_is_named():
    other = replace(BY, provider="two", name="Two", merchants=frozenset({"USA"}))
    third = replace(BY, provider="three", name="Three", merchants=frozenset())
    found = verdict(OPEN, [other, third, BY], SET_UP, "NLD")
    assert (found.available, found.providers) == ("yes", ("one",))
    found = verdict(OPEN, [other, third], SET_UP, "NLD")
    assert (found.available, found.providers, found.confirmed) == ("unknown", ("three",), "yes")
    assert verdict(OPEN, [other], SET_UP, "NLD").providers == ("two",)


def test_cash_on_delivery_is_the_merchants_own_switch():
    cod = replace(OPEN, method_id="cash-on-delivery", type="cash_on_delivery", recurring="n", minimum=None, maximum=None)
    assert ask(cod, None) == ("no", "provider")
    assert ask(cod, None, replace(SET_UP, cash_on_delivery=True)) == ("yes", "")
    assert ask(cod, None, replace(SET_UP, cash_on_delivery=True, manual_capture=True)) == ("yes", "")
    assert ask(cod, None, replace(SET_UP, cash_on_delivery=True, recurring=True)) == ("no", "needs")


def test_the_rule_on_capture_covers_known_types_only():
    assert set(CAPTURES_LATER) <= set(METHOD_CLASSES)
