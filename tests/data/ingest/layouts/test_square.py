"""Square: returns at the till are paid back, not negative sales."""

from __future__ import annotations

from decimal import Decimal

from data.ingest.layouts.square import ITEMS
from tests.data.ingest.layouts.running import column, evaluated, outcomes

SALE = {"order_id": "1", "quantity": 2, "gross_sales": 9, "net": 8.5, "tax": 0.75, "discounts": -0.5}
RETURN = {"order_id": "1", "quantity": -1, "gross_sales": -4, "net": -4, "tax": -0.36}


def test_sales_and_returns():
    assert column(ITEMS, "gross", SALE, RETURN) == [Decimal("9.25"), Decimal(0)]
    assert column(ITEMS, "refunded", SALE, RETURN) == [None, Decimal("4.36")]
    assert column(ITEMS, "discount", SALE) == [Decimal("0.5")]
    assert evaluated(ITEMS, ITEMS.targets[1].where, SALE, RETURN) == [True, False]


def test_the_till_is_the_channel_unless_another_is_named():
    assert column(ITEMS, "channel", {}, {"channel_said": "Online", "channel": "web"}) == ["pos", "web"]


def test_a_row_without_a_transaction_is_set_aside():
    assert outcomes(ITEMS, SALE, {}) == ["kept", "set_aside"]
