"""BigCommerce: states and refunds."""

from __future__ import annotations

from decimal import Decimal

from data.ingest.layouts.bigcommerce import ORDERS
from tests.data.ingest.layouts.running import column


def test_states():
    said = ("Completed", "Awaiting Shipment", "Awaiting Payment", "Declined", "Refunded", "Partially Refunded", "else")
    assert column(ORDERS, "status", *({"status": word} for word in said)) == [
        "paid", "paid", "pending", "cancelled", "refunded", "partially_refunded", None,
    ]  # fmt: skip


def test_refunds():
    rows = ({"status": "Shipped", "total": 50, "refunded": 20}, {"status": "Refunded", "total": 50, "refunded": 0})
    assert column(ORDERS, "status", *rows) == ["partially_refunded", "refunded"]
    assert column(ORDERS, "refunded", *rows) == [Decimal(20), Decimal(50)]
