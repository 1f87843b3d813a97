"""Stripe: what moved money, and in which unit."""

from __future__ import annotations

from decimal import Decimal

from data.ingest.layouts.stripe import BALANCE, CHARGES, PAYMENTS
from tests.data.ingest.layouts.running import column, outcomes


def test_what_moved_no_money_is_left_out():
    rows = [{"status": "Paid"}, {"status": "Failed"}, {"status": "Paid", "mode": "Test"},
            {"status": "Paid", "captured": False}, {"status": "pending"}, {"status": "Refunded", "mode": "Live"}]  # fmt: skip
    assert outcomes(PAYMENTS, *rows) == ["kept", "left_out", "left_out", "left_out", "left_out", "kept"]


def test_the_fee_is_brought_to_the_currency_of_the_payment():
    row = {"amount": 100, "currency": "USD", "settled": 92, "settled_currency": "EUR", "fee": 2.3}
    assert [float(fee) for fee in column(PAYMENTS, "fee", row, {**row, "settled_currency": "USD"})] == [2.5, 2.3]


def test_the_smallest_unit_is_no_cent_everywhere():
    rows = ({"amount": 4990, "currency": "EUR"}, {"amount": 4990, "currency": "JPY"})
    assert [float(amount) for amount in column(CHARGES, "amount", *rows)] == [49.9, 4990.0]


def test_kinds_of_movements():
    said = ("charge", "payment", "refund", "payment_refund", "payout", "stripe_fee", "adjustment", "transfer")
    assert column(BALANCE, "kind", *({"type": word} for word in said)) == [
        "charge", "charge", "refund", "refund", "payout", "fee", "adjustment", "adjustment",
    ]  # fmt: skip


def test_the_fee_is_what_the_net_lacks_whatever_its_sign():
    rows = ({"amount": 92, "fee": -2.3, "net": 89.7}, {"amount": 92, "fee": 2.3, "net": 89.7}, {"amount": 92, "fee": -2.3})
    assert [Decimal(str(fee)).quantize(Decimal("0.1")) for fee in column(BALANCE, "fee", *rows)] == [Decimal("2.3")] * 3
