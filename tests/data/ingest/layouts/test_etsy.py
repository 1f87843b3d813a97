"""Etsy: order amounts repeat on each item and count once."""

from __future__ import annotations

from decimal import Decimal

from data.ingest.layouts.etsy import ITEMS, ORDERS
from tests.data.ingest.layouts.running import column, outcomes

ITEM = {"order_id": "7", "item_total": 10, "shipping": 4, "discount": 1, "sales_tax": 2}


def test_what_belongs_to_the_order_counts_with_its_first_item():
    rows = (ITEM, ITEM, {**ITEM, "order_id": "#7"}, {**ITEM, "order_id": "8", "shipping_discount": 4})
    assert column(ITEMS, "gross", *rows) == [Decimal(15), Decimal(10), Decimal(10), Decimal(11)]


def test_the_same_sale_twice_counts_once():
    twice = {**ITEM, "transaction_id": "5"}
    assert outcomes(ITEMS, twice, twice, {**ITEM, "transaction_id": "6"}, ITEM, {}) == [
        "kept", "left_out", "kept", "kept", "set_aside",
    ]  # fmt: skip


def test_unpaid_items_are_pending_only_where_the_file_has_dates():
    paid = {**ITEM, "paid_on": "2026-10-01"}
    assert column(ITEMS, "status", paid, ITEM) == ["paid", "pending"]
    assert column(ITEMS, "status", ITEM) == ["paid"]


def test_states_of_orders():
    said = ("Complete", "Cancelled", "Refunded", "Partially refunded", "Unpaid", None)
    rows = [{"status": word, "total": 5} for word in said]
    assert column(ORDERS, "status", *rows) == ["paid", "cancelled", "refunded", "partially_refunded", "pending", "paid"]
    assert column(ORDERS, "refunded", *rows)[2:4] == [Decimal(5), None]
