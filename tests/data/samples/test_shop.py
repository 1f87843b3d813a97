"""The invented history adds up."""

from __future__ import annotations

from data.samples.shop import FIRST_DAY, LAST_DAY, MARKETS, history


def test_orders_equal_their_lines():
    shop = history()
    goods = (shop.lines["quantity"] * shop.lines["price"]).groupby(shop.lines["number"]).sum()
    orders = shop.orders.set_index("number")
    assert (orders["goods"] - goods).abs().max() < 1e-6
    assert (orders["goods"] - orders["discount"] + orders["shipping"] - orders["total"]).abs().max() < 0.011
    assert set(orders["market"]) == {market.code for market in MARKETS}
    assert orders["at"].dt.date.min() >= FIRST_DAY and orders["at"].dt.date.max() <= LAST_DAY


def test_refunds_never_exceed_what_was_paid():
    orders = history().orders
    assert (orders["refunded"] <= orders["total"]).all()
    assert (orders.loc[~orders["status"].isin(["refunded", "partially_refunded"]), "refunded"] == 0).all()
