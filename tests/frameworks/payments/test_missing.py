"""What is missing: who would add it, and what would still be shut then."""

from __future__ import annotations

import math

from frameworks.payments import payment_fit
from tests.frameworks.payments.rows import method, share, support


def gained(small, methods, supports, mix, **ask):
    """What is missing in the Netherlands, told once for each share."""
    parts = {"merchant_country": "DEU", "currency": "EUR", **ask}
    return payment_fit("NLD", ["one"], reference=small(methods, supports, mix), **parts).gains


def missing(small, methods, supports, mix, **ask):
    """Rows of what is missing in the Netherlands, by method."""
    parts = {"merchant_country": "DEU", "currency": "EUR", **ask}
    return payment_fit("NLD", ["one"], reference=small(methods, supports, mix), **parts).missing.set_index("method_id")


MIX = [share("NLD", "card", 100)]
HAS = [method("visa"), method("amex")], [support("one", "visa")]


def test_providers_sure_to_accept_the_merchant_come_first_and_refusing_ones_not_at_all(small):
    supports = [
        *HAS[1], support("alpha", "amex", merchant_countries=""), support("beta", "amex", merchant_countries="DEU"),
        support("gamma", "amex", merchant_countries="USA"),
        support("delta", "amex", barred_merchants="DEU", merchant_countries=""),
        support("eta", "amex", checked="no"), support("zeta", "amex", buyer_countries="JPN"),
        support("iota", "amex", supported="n"),
    ]  # fmt: skip
    assert missing(small, HAS[0], supports, MIX).loc["amex", "providers"] == ("beta", "alpha")


def test_gates_that_stay_shut_with_any_provider_are_named(small):
    methods = [method("visa"), method("amex", currencies="USD", recurring="n")]
    row = missing(small, methods, [*HAS[1], support("two", "amex")], MIX, recurring=True).loc["amex"]
    assert (row["gate"], row["also"], row["providers"]) == ("provider", ("currency", "needs"), ("two",))


def test_a_currency_not_sold_needs_no_other_provider(small):
    methods = [method("visa"), method("amex", currencies="USD")]
    row = missing(small, methods, [*HAS[1], support("one", "amex"), support("two", "amex")], MIX).loc["amex"]
    assert (row["gate"], row["also"], row["providers"]) == ("currency", (), ())
    assert "USD" in str(row["reason"])


def test_what_nobody_can_open_is_left_out(small):
    methods = [method("visa"), method("closed", status="discontinued"), method("abroad", buyer_countries="JPN")]
    assert missing(small, methods, [*HAS[1], support("one", "closed"), support("one", "abroad")], MIX).empty


def test_without_a_mix_points_are_unknown_and_local_methods_lead(small):
    methods = [method("visa"), method("amex"), method("zz", buyer_countries="NLD")]
    rows = missing(small, methods, HAS[1], [])
    assert rows.index.tolist() == ["zz", "amex"]
    assert all(math.isnan(points) for points in rows["points"])


def test_unknown_methods_are_not_missing(small):
    rows = missing(small, HAS[0], [*HAS[1], support("one", "amex", merchant_countries="")], MIX)
    assert rows.empty


BRANDS = [method(name) for name in ("visa", "mastercard", "elo", "amex")]
ALL = [support("alpha", name) for name in ("visa", "mastercard", "elo", "amex")]


def test_brands_that_share_one_published_figure_gain_it_once(small):
    found = gained(small, BRANDS, [support("one", "visa"), *ALL, support("beta", "amex")], MIX)
    assert len(found) == 1
    assert list(found[0].methods) == ["elo", "mastercard", "amex"] and found[0].providers == ("alpha",)
    assert found[0].points == round(100 * 2.1 / 3.1, 1)


def test_brands_that_no_provider_adds_together_are_told_apart(small):
    supports = [support("one", "visa"), support("alpha", "mastercard"), support("beta", "elo")]
    found = gained(small, BRANDS[:3], supports, MIX)
    assert [(list(gain.methods), gain.providers) for gain in found] == [(["elo"], ("beta",)), (["mastercard"], ("alpha",))]


def test_a_share_that_a_source_gives_to_one_method_stays_its_own(small):
    methods = [method("visa"), method("paypal", type="wallet"), method("a", type="wallet"), method("b", type="wallet")]
    mix = [share("NLD", "wallet", 60), share("NLD", "paypal", 20, level="method")]
    supports = [support("one", "visa"), *(support("alpha", name) for name in ("paypal", "a", "b"))]
    found = gained(small, methods, supports, mix)
    assert [(list(gain.methods), gain.points) for gain in found] == [(["a", "b"], 40.0), (["paypal"], 20.0)]


def test_cash_on_delivery_says_whose_share_it_would_cover_too(small):
    methods = [method("visa"), method("voucher", type="cash_voucher"), method("cash-on-delivery", type="cash_on_delivery")]
    found = gained(small, methods, [support("one", "visa"), support("two", "voucher")], [share("NLD", "cash", 8)])
    assert {tuple(gain.methods): gain.same_as for gain in found} == {("voucher",): (), ("cash-on-delivery",): ("Voucher",)}


def test_without_a_mix_every_method_is_told_by_itself(small):
    assert [len(gain.methods) for gain in gained(small, BRANDS, [support("one", "visa"), *ALL], [])] == [1, 1, 1]
