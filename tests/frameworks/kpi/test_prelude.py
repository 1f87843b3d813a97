"""Only what a KPI reads is prepared, and in the order it is read."""

from frameworks.kpi.definition import KPIS
from frameworks.kpi.prelude import prelude

PLAIN = {"currency": "EUR", "zone": "UTC", "schema": "main", "costs": {}, "currencies": {"EUR"}}


def steps(sql, **changes):
    return dict(prelude(sql, **{**PLAIN, **changes}))


def test_a_step_stands_before_those_that_read_it():
    assert list(steps(KPIS["ltv_to_cac"].sql)) == [
        "orders", "spend", "touchpoints", "customers", "costs", "sold", "purchases", "firsts", "first_touches",
        "acquired", "margins",
    ]  # fmt: skip


def test_only_the_columns_that_are_read_are_prepared():
    found = steps("SELECT day, gross FROM orders")
    assert found == {
        "orders": "SELECT\n    CAST(t.ordered_at AS DATE) AS day,\n    CAST(t.gross AS DOUBLE) AS gross\nFROM main.orders AS t"
    }
    assert steps("SELECT COUNT(*) FROM reviews") == {"reviews": "SELECT\n    1 AS one\nFROM main.reviews AS t"}


def test_a_status_that_is_not_stated_is_paid_and_a_missing_account_is_blank():
    found = steps("SELECT status, account FROM orders")["orders"]
    assert "COALESCE(t.status, 'paid') AS status" in found and "COALESCE(t.account, '') AS account" in found


def test_the_zone_is_asked_only_where_it_is_not_utc():
    assert "AT TIME ZONE" not in steps("SELECT day FROM orders")["orders"]
    moved = steps("SELECT day, delivered_day FROM orders", zone="Asia/Tokyo")["orders"]
    assert moved.count("AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo'") == 2
    assert "AT TIME ZONE" not in steps("SELECT day FROM sessions", zone="Asia/Tokyo")["sessions"]  # days, not instants


def test_rates_are_read_only_where_money_is_and_another_currency_occurs():
    assert "rates" not in steps("SELECT gross FROM orders")
    assert "rates" not in steps("SELECT order_id FROM orders", currencies={"USD"})
    assert "rates" in steps("SELECT gross FROM orders", currencies={"USD"})
    assert (
        "IN ('EUR', 'JPY')"
        in steps("SELECT gross FROM orders", currency="USD", currencies={"JPY", "EUR", None})["rates"]
    )
    assert "1 = 0" in steps("SELECT gross FROM orders", currencies={None})["rates"]


def test_costs_are_one_row_of_all_settings():
    found = steps("SELECT goods_share FROM costs", costs={"goods_share": 0.25})["costs"]
    assert "CAST(0.25 AS DOUBLE) AS goods_share" in found and "CAST(NULL AS DOUBLE) AS ticket_cost" in found
