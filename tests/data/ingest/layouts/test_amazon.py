"""Amazon: what an item adds to its order."""

from __future__ import annotations

from decimal import Decimal

from data.ingest.layouts.amazon import ALL_ORDERS, STORES
from tests.data.ingest.layouts.running import column, outcomes


def test_what_was_charged_is_everything_but_the_promotions():
    full = {"item_price": 40, "item_tax": 6.39, "shipping": 3.99, "shipping_tax": 0.64, "gift_wrap": 2.5,
            "gift_wrap_tax": 0.4, "promotion": 5, "shipping_promotion": 3.99}  # fmt: skip
    assert column(ALL_ORDERS, "gross", full, {"item_price": 5}) == [Decimal("44.93"), Decimal("5")]
    assert column(ALL_ORDERS, "gross", {**full, "promotion": -5}) == [Decimal("44.93")]


def test_a_blank_price_is_unknown_and_not_zero():
    assert column(ALL_ORDERS, "gross", {"status": "Pending", "shipping": 3}) == [None]


def test_the_price_is_that_of_the_line():
    rows = ({"item_price": 40, "quantity": 2}, {"item_price": 40, "quantity": 0})
    assert [found and float(found) for found in column(ALL_ORDERS, "unit_price", *rows, target=1)] == [20.0, None]
    assert column(ALL_ORDERS, "line_total", rows[0], target=1) == [Decimal(40)]


def test_the_shop_stands_in_for_a_missing_country():
    rows = ({"store": "Amazon.co.uk"}, {"store": "Amazon.de", "market": "AUT", "market_said": "AT"})
    assert column(ALL_ORDERS, "market", *rows) == ["GBR", "AUT"]
    assert all(len(market) == 3 for market in STORES.values())


def test_an_item_cancelled_in_an_order_that_went_out_is_left_out():
    shipped = {"order_id": "1", "status": "Shipped", "item_status": "Cancelled"}
    assert outcomes(ALL_ORDERS, shipped, {**shipped, "status": "Cancelled"}, {"status": "Shipped"}) == [
        "left_out", "kept", "set_aside",
    ]  # fmt: skip
