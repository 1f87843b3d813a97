"""What is missing: who would add it, and what would still be shut then."""

from __future__ import annotations

import math

from frameworks.payments import payment_fit
from tests.frameworks.payments.rows import method, share, support


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
