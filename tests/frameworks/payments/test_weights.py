"""Weights within a class: from the mix, from schemes, from points."""

from __future__ import annotations

import pytest

from frameworks.payments.methods import catalogue
from frameworks.payments.mix import mix_of
from frameworks.payments.weights import class_of, weights_in
from tests.frameworks.payments.rows import method, share


def world(small, methods, rows):
    """Methods and the mix of the Netherlands."""
    reference = small(methods, [], rows)
    return list(catalogue(reference).values()), mix_of(reference, "NLD")


def test_points_part_a_class_that_no_source_parts(small):
    methods, mix = world(
        small, [method("paypal", type="wallet"), method("apple-pay", type="wallet"), method("x", type="wallet")],
        [share("NLD", "wallet", 50)],
    )  # fmt: skip
    assert weights_in("wallet", methods, mix, {}) == pytest.approx({"paypal": 3 / 6, "apple-pay": 2 / 6, "x": 1 / 6})
    assert weights_in("wallet", methods, mix, {"x": 5, "paypal": 0})["x"] == pytest.approx(5 / 7)


def test_all_points_zero_leave_a_class_unknown(small):
    methods, mix = world(small, [method("x", type="wallet")], [share("NLD", "wallet", 50)])
    assert weights_in("wallet", methods, mix, {"x": 0.0}) == {"x": 0.0}


def test_a_share_of_a_method_holds_and_points_part_the_rest(small):
    methods, mix = world(
        small, [method("paypal", type="wallet"), method("a", type="wallet"), method("b", type="wallet")],
        [share("NLD", "wallet", 50), share("NLD", "paypal", 20, level="method")],
    )  # fmt: skip
    assert weights_in("wallet", methods, mix, {"paypal": 900}) == pytest.approx({"paypal": 0.4, "a": 0.3, "b": 0.3})


def test_a_class_made_of_single_methods_belongs_to_them(small):
    methods, mix = world(
        small, [method("vipps", type="wallet"), method("a", type="wallet")], [share("NLD", "vipps", 29, level="method")]
    )
    assert weights_in("wallet", methods, mix, {}) == pytest.approx({"vipps": 1.0, "a": 0.0})


def test_card_schemes_hold_and_what_no_table_names_stays_open(small):
    within = {"level": "card_scheme", "measure": "share_within_cards"}
    methods, mix = world(
        small, [method("visa"), method("jcb"), method("cb-one"), method("cb-two")],
        [share("NLD", "card", 100), share("NLD", "visa", 30, **within), share("NLD", "mastercard", 20, **within),
         share("NLD", "local_scheme", 40, **within), share("NLD", "other_scheme", 10, **within)],
    )  # fmt: skip
    found = weights_in("card", methods, mix, {})
    assert found == pytest.approx({"visa": 0.3, "jcb": 0.0, "cb-one": 0.2, "cb-two": 0.2})


def test_a_method_that_closes_has_no_weight(small):
    methods, mix = world(small, [method("a"), method("b", status="retiring")], [share("NLD", "card", 100)])
    assert weights_in("card", methods, mix, {}) == {"a": 1.0}


def test_cash_on_delivery_is_cash_where_the_mix_has_no_class_for_it(small):
    cod = method("cash-on-delivery", type="cash_on_delivery")
    (one,), mix = world(small, [cod], [share("NLD", "cash", 10)])
    assert class_of(one, mix) == "cash" and weights_in("cash", [one], mix, {}) == {}
    (one,), mix = world(small, [cod], [share("NLD", "cash", 10), share("NLD", "cash_on_delivery", 5)])
    assert class_of(one, mix) == "cash_on_delivery"
    assert weights_in("cash_on_delivery", [one], mix, {}) == {"cash-on-delivery": 1.0}
    assert class_of(one, None) == "cash_on_delivery"
