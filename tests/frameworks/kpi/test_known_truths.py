"""Every KPI on the small shop of ``conftest``, against the figure worked out by hand."""

import pytest

from frameworks.kpi import KPIS

APPROX = {"rel": 1e-12}

# Sold are o1, o2, o3, o4 (100 USD = 50 EUR), o8 (states no status) and o9; pending, cancelled and test orders are not.
# Charged: 119 + 59.50 + 120 + 50 + 238 + 60 = 646.50. Paid back: 60 (o3) + 50 (o4) = 110.
# Margin, goods 40 %, 5 for fulfilment, the stated fee or else 2 % of what was charged:
#   o1 100 x 0.6 - 4 - 5 = 51        o2 50 x 0.6 - 1.19 - 5 = 23.81    o3 50 x 0.6 - 0 - 5 = 25
#   o4 0 - 1 - 5 = -6                o8 200 x 0.6 - 4.76 - 5 = 110.24  o9 50 x 0.6 - 1 - 5 = 24
# Customers: A first on 10 January, B on 20 January, C on 10 February; o9 has none.
TRUTHS = {
    "revenue": 646.5 - 110,
    "net_sales": 100 + 50 + 60 * 100 / 120 + 0 + 200 + 50,  # without the tax in it, pro rata
    "orders": 6,
    "average_order_value": 646.5 / 6,
    "items_per_order": (3 + 1 + 2) / 3,  # o1, o2, o4 have lines; o5 was never paid
    "discount_rate": (10.5 + 10) / (119 + 59.5 + 120 + 50 + 60 + 10.5 + 10),  # o8 states no discount
    "refund_rate": 110 / 646.5,
    "return_rate": 2 / 6,
    "contribution_margin": 51 + 23.81 + 25 - 6 + 110.24 + 24,
    "new_customers": 3,
    "new_customer_share": 3 / 3,
    "returning_customer_share": 0 / 3,
    "repeat_purchase_rate": 2 / 3,  # A and B
    "retention_90_days": 1 / 2,  # A after 26 days; B after 100; C's 90 days end on 11 May, the data on 1 May
    "revenue_per_active_customer": (119 + 59.5 + 60 + 0 + 238) / 3,
    "customer_lifetime_value": ((51 + 25) + (23.81 + 110.24) - 6) / 3,
    "sessions": 1000 + 500 + 400 + 100,
    "conversion_rate": (20 + 10 + 4) / (1000 + 500 + 400),  # the direct row has no purchases to compare
    "cart_abandonment_rate": (80 + 40 + 20 - 34) / (80 + 40 + 20),
    "social_conversion_rate": (20 + 4) / (1000 + 400),
    "automated_email_conversion_rate": 5 / 200,
    "ad_spend": 40 + 60 / 2 + 20,
    "customer_acquisition_cost": 90 / 3,
    "return_on_ad_spend": (120 + 100 / 2) / (40 + 60 / 2),  # Brand reports no value, Welcome has no cost
    "marketing_efficiency_ratio": 536.5 / 90,
    "payback_months": 1,  # within 30.4 days of the first order: 51 + 25 + 23.81 - 6 = 93.81, spent 90
    "ltv_to_cac": (76 + 134.05 - 6) / 90,
    "hours_to_fulfilment": 24,  # 6, 24, 24, 48
    "on_time_delivery_rate": 2 / 3,  # three, six and three days after the order; promised are three
    "first_response_hours": 1,  # half an hour, one, four
    "resolution_hours": 14,  # between 4 and 24
    "csat": (1 + 2) / (2 + 3),  # one of two tickets, two of three surveys
    "nps": 100 * (2 - 1) / 4,
    "review_rating": (5 + 4 + 4) / 3,
    "tickets_per_100_orders": 100 * 3 / 6,
    "cost_to_serve": 3 * 7 / 6,
}


def test_there_is_a_truth_for_every_kpi():
    assert set(TRUTHS) == set(KPIS)


@pytest.mark.parametrize("name", TRUTHS)
def test_the_figure_worked_out_by_hand(shop, name):
    assert shop.value(name) == pytest.approx(TRUTHS[name], **APPROX)


@pytest.mark.parametrize("name", KPIS)
def test_without_any_row_nothing_is_defined(empty, name):
    assert empty.value(name) is None


@pytest.mark.parametrize("name", [name for name, kpi in KPIS.items() if kpi.settings])
def test_without_the_settings_it_needs_it_is_undefined(shop, name):
    assert shop.value(name, costs={}) is None
    only = {
        setting: {"promised_days": 3, "ticket_cost": 7, "key_events_are_carts": 1}.get(setting, 0.4)
        for setting in KPIS[name].settings
    }
    assert shop.value(name, costs=only) is not None


FEBRUARY = {"period": ("2025-02-01", "2025-02-28")}


@pytest.mark.parametrize(
    "name, where, wanted",
    [
        ("new_customers", FEBRUARY, 1),  # C; A bought in February too, but first in January
        ("new_customer_share", FEBRUARY, 1 / 2),
        ("returning_customer_share", FEBRUARY, 1 / 2),
        ("repeat_purchase_rate", FEBRUARY, 1 / 2),
        ("returning_customer_share", {"period": ("2025-04-01", None), "market": "DEU"}, 1.0),
        ("retention_90_days", {"period": ("2025-01-15", None)}, 0.0),  # B came back too late: a true nought
        ("retention_90_days", FEBRUARY, None),  # C's 90 days have not passed
        ("revenue", {"market": ["FRA", "USA"]}, 60 + 60 + 0),
        ("revenue", {"device": [None]}, 60),
        ("revenue", {"channel": ["paid_social"]}, 59.5 + 238),
        ("orders", {"period": ("2026-01-01", None)}, None),
        ("sessions", {"period": ("2025-01-01", "2025-02-15")}, 1600),  # the February report reaches beyond
        ("sessions", {"period": ("2025-02-01", "2025-02-28")}, 400),
        ("customer_acquisition_cost", {"channel": ["paid_social"]}, 40 / 1),
        ("customer_acquisition_cost", {"channel": ["email"]}, None),
        ("payback_months", {"channel": ["paid_social"]}, 4),  # 23.81, then 110.24 after 100 days = in the fourth month
        ("payback_months", {"market": "USA"}, None),  # C's order was paid back: minus 6 against 30
        ("ltv_to_cac", {"market": "USA"}, -6 / 30),
    ],
)  # fmt: skip
def test_filters(shop, name, where, wanted):
    found = shop.value(name, where)
    assert found == (None if wanted is None else pytest.approx(wanted, **APPROX))


def test_a_customer_came_from_where_the_first_contact_was_if_the_order_does_not_say(shop):
    # A ordered in the web shop: the touchpoint of 5 January counts, not the later ones nor the customer list.
    # B's and C's orders say it themselves.
    assert shop.ask("new_customers", "channel") == [("paid_search", 2), ("paid_social", 1)]
    assert dict(shop.ask("customer_acquisition_cost", "channel"))["paid_search"] == (20 + 30) / 2


def test_the_customer_list_says_where_customers_came_from_when_nothing_else_does(empty):
    rows = [("o1", "2025-01-10", "web", "A"), ("o2", "2025-01-11", None, "B"), ("o3", "2025-01-12", "app", "C")]
    empty.fill("orders", "order_id, ordered_at, channel, customer_key", rows)
    empty.fill("customers", "customer_key, channel", [("A", "referral"), ("B", "affiliate")])
    empty.fill("touchpoints", 'customer_key, "at", channel', [("C", "2025-02-01", "email")])  # after the purchase
    assert empty.ask("new_customers", "channel") == [("affiliate", 1), ("app", 1), ("referral", 1)]


def test_paid_channels_share_the_cost_and_the_others_have_none(shop):
    found = dict(shop.ask("customer_acquisition_cost", "market"))
    assert found == {"DEU": (40 + 20) / 2, "USA": 30 / 1}


def test_orders_at_the_same_first_moment_are_one_first_purchase(empty):
    rows = [("o1", "2025-01-10", "DEU", "A"), ("o2", "2025-01-10", "DEU", "A")]
    empty.fill("orders", "order_id, ordered_at, market, customer_key", rows)
    assert empty.value("new_customers") == 1
    assert empty.value("repeat_purchase_rate") == 0


def test_the_same_order_number_in_two_shops_keeps_its_own_lines(empty):
    for table, column, here, there in (
        ("orders", "ordered_at", "'2025-01-01'", "'2025-01-01'"),
        ("order_lines", "quantity", "2", "10"),
    ):
        empty.con.execute(
            f"INSERT INTO {table} (order_id, source, account, {column}) VALUES ('1', 'a', 'x', {here}), ('1', 'b', NULL, {there})"
        )
    assert empty.value("items_per_order") == (2 + 10) / 2


def test_a_credit_note_lowers_revenue_but_is_no_order(empty):
    rows = [("o1", "2025-01-10", 100, None, "paid", "A"), ("c1", "2025-01-12", 0, 30, "refunded", "A"),
            ("c2", "2025-01-13", 0, 20, "refunded", "B")]  # fmt: skip
    empty.fill("orders", "order_id, ordered_at, gross, refunded, status, customer_key, currency", [(*row, "EUR") for row in rows])
    assert empty.value("revenue") == 100 - 30 - 20
    assert (empty.value("orders"), empty.value("average_order_value")) == (1, 100)
    assert (empty.value("new_customers"), empty.value("repeat_purchase_rate")) == (1, 0)
    assert empty.value("return_rate") == 2 / 1
