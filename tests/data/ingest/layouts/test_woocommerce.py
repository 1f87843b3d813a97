"""WooCommerce: states with and without prefix, in several languages, and refunds."""

from __future__ import annotations

from decimal import Decimal

from data.ingest.layouts.woocommerce import ANALYTICS, ORDERS
from tests.data.ingest.layouts.running import column


def test_states():
    said = ("wc-completed", "processing", "wc-on-hold", "Pending payment", "cancelled", "wc-failed", "refunded",
            "Abgeschlossen", "En attente", "else", None)  # fmt: skip
    assert column(ORDERS, "status", *({"status": word} for word in said)) == [
        "paid", "paid", "pending", "pending", "cancelled", "cancelled", "refunded", "paid", "pending", None, None,
    ]  # fmt: skip


def test_refunds():
    sold = {"status": "completed", "total": 50}
    rows = ({**sold, "refunded": 20}, {**sold, "status": "refunded"}, sold)
    assert column(ORDERS, "status", *rows) == ["partially_refunded", "refunded", "paid"]
    assert column(ORDERS, "refunded", *rows) == [Decimal(20), Decimal(50), None]


def test_order_numbers_lose_their_sign():
    assert column(ORDERS, "order_id", {"order_id": "#12"}) == ["12"]


def test_origins():
    said = ("Organic: Google", "Direct", "Referral: example.org", "Unknown")
    assert column(ANALYTICS, "channel", *({"channel_said": word} for word in said)) == [
        "organic_search", "direct", "referral", None,
    ]  # fmt: skip
