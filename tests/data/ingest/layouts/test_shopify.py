"""Shopify: states, channels and lines of orders."""

from __future__ import annotations

from decimal import Decimal

from data.ingest.layouts.shopify import CUSTOMERS, ORDERS
from tests.data.ingest.layouts.running import column, outcomes


def test_states():
    said = ("paid", "pending", "authorized", "partially_paid", "refunded", "partially_refunded", "voided", "what", None)
    assert column(ORDERS, "status", *({"financial_status": word} for word in said)) == [
        "paid", "pending", "pending", "pending", "refunded", "partially_refunded", "cancelled", None, None,
    ]  # fmt: skip


def test_cancelled_and_test_orders_are_told_by_other_columns():
    paid = {"financial_status": "paid"}
    rows = ({**paid, "cancelled_at": "2026-10-01 10:00:00"}, {**paid, "payment_method": "bogus"})
    assert column(ORDERS, "status", *rows) == ["cancelled", "test"]


def test_where_it_was_sold():
    said = ("web", "pos", "shopify_draft_order", "1424624", None)
    assert column(ORDERS, "channel", *({"channel_said": word} for word in said)) == ["web", "pos", "sales", "other", None]


def test_the_billing_country_stands_in_for_a_blank_one():
    rows = (
        {"ship_market": None, "ship_market_said": "Atlantis", "bill_market": "DEU", "bill_market_said": "DE"},
        {"bill_market": "DEU", "bill_market_said": "DE"},
    )
    assert column(ORDERS, "market", *rows) == [None, "DEU"]
    assert column(ORDERS, "market_said", *rows) == ["Atlantis", "DE"]


def test_lines_have_the_currency_of_their_order():
    rows = ({"order_id": "1", "currency": "EUR"}, {"order_id": "1"}, {"order_id": "2"})
    assert column(ORDERS, "currency", *rows, target=1) == ["EUR", "EUR", None]
    line = {"unit_price": 50, "quantity": 2, "line_discount": 5}
    assert column(ORDERS, "line_total", line, target=1) == [Decimal(95)]


def test_rows_without_order_or_buyer_are_set_aside():
    assert outcomes(ORDERS, {"order_id": "1"}, {}) == ["kept", "set_aside"]
    assert outcomes(CUSTOMERS, {"customer_key": "k"}, {}) == ["kept", "set_aside"]
