"""The query around a KPI: splits add up, a filter is a split, days follow the zone, money the rates; nothing gets through."""

import datetime as dt
import math

import duckdb
import pytest
import sqlglot
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameworks.kpi import BY, KPIS, Where, compile_kpi, compile_rows
from frameworks.kpi.definition import parse_kpi
from frameworks.labels import Sentence

GROUPS = {"DEU": "near", "FRA": "near", "USA": "far"}
SUMS = [name for name, kpi in KPIS.items() if kpi.aggregate == "sum"]


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("name", SUMS)
def test_every_split_of_a_sum_adds_up_to_it(shop, name, by):
    parts = shop.ask(name, by, groups=GROUPS)
    assert len({part for part, _value in parts}) == len(parts)
    assert math.fsum(value for _part, value in parts) == pytest.approx(shop.value(name), rel=1e-12)


@pytest.mark.parametrize("by", ["market", "channel", "device", "month"])
@pytest.mark.parametrize("name", KPIS)
def test_a_filter_gives_what_the_split_gives(shop, name, by):
    for part, value in shop.ask(name, by):
        where = {by: [part]}
        if by == "month":
            if part is None:  # a report longer than a month lies in none
                continue
            after = (part.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
            where = {"period": (part, after - dt.timedelta(days=1))}
        found = shop.value(name, where)
        assert (found is None and value is None) or found == pytest.approx(value, rel=1e-12)


ORDERS = st.lists(
    st.tuples(
        st.datetimes(dt.datetime(2024, 12, 30), dt.datetime(2025, 4, 2)).map(lambda at: at.replace(microsecond=0)),
        st.sampled_from(["DEU", "FRA", None]),
        st.sampled_from(["web", "email", None]),
        st.sampled_from(["mobile", "desktop", None]),
        st.decimals(0, 500, places=2),
        st.sampled_from(["paid", "refunded", "pending", None]),
        st.sampled_from(["A", "B", "C", None]),
        st.just("EUR"),
    ),
    max_size=25,
)
COLUMNS = "ordered_at, market, channel, device, gross, status, customer_key, currency"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ORDERS, by=st.sampled_from(["day", "week", "month", "quarter", "year", "market", "channel", "device"]))
def test_whatever_the_orders_splits_add_up(empty, rows, by):
    empty.con.execute("DELETE FROM orders")
    empty.fill("orders", COLUMNS, rows)
    sold = [row for row in rows if row[5] in ("paid", "refunded", None)]
    assert empty.value("revenue") == (pytest.approx(float(sum(row[4] for row in sold))) if sold else None)
    for name in ("revenue", "new_customers"):
        total, parts = empty.value(name), [value for _part, value in empty.ask(name, by)]
        assert math.fsum(parts) == pytest.approx(total or 0, rel=1e-9, abs=1e-9)
    assert empty.value("new_customers") == (len({row[6] for row in sold if row[6]}) or None)
    new, old = empty.value("new_customer_share"), empty.value("returning_customer_share")
    assert (new is None and old is None) or new + old == pytest.approx(1)


def test_days_follow_the_zone(shop):
    # o2 was ordered at 23:30 UTC on the 20th: half past midnight in Berlin. Its delivery at 23:45 UTC shifts as well.
    first = dt.date(2025, 1, 20)
    assert dict(shop.ask("orders", "day"))[first] == 1
    assert dict(shop.ask("orders", "day", zone="Europe/Berlin"))[first + dt.timedelta(days=1)] == 1
    assert dict(shop.ask("orders", "day", zone="America/New_York"))[first] == 1
    assert shop.value("on_time_delivery_rate", zone="Europe/Berlin") == 2 / 3


def test_weeks_begin_on_monday_and_times_are_first_days(shop):
    found = {by: shop.ask("orders", by)[0][0] for by in ("week", "month", "quarter", "year")}
    assert found == {
        "week": dt.date(2025, 1, 6), "month": dt.date(2025, 1, 1), "quarter": dt.date(2025, 1, 1), "year": dt.date(2025, 1, 1),
    }  # fmt: skip


def test_a_report_of_a_month_has_no_day_or_week_but_a_month(shop):
    assert shop.ask("sessions", "day")[-1] == (None, 400)
    assert shop.ask("sessions", "week")[-1] == (None, 400)
    assert shop.ask("sessions", "month") == [(dt.date(2025, 1, 1), 1600), (dt.date(2025, 2, 1), 400)]


def test_money_is_shown_in_any_currency_there_is_a_rate_for(shop):
    in_dollars = shop.value("revenue", currency="USD")
    assert in_dollars == pytest.approx(2 * shop.value("revenue"))
    assert shop.value("average_order_value", {"market": "USA"}, currency="USD") == 100
    assert shop.value("revenue", currencies={"EUR", "USD"}) == shop.value("revenue")
    assert shop.value("revenue", currency="USD", currencies={"EUR", "USD"}) == in_dollars
    assert shop.value("orders", currency="JPY") == 6  # counts need no rate


def test_what_cannot_be_converted_is_left_out_of_both_sides(empty):
    rows = [
        ("2025-01-05", "EUR", 100),
        ("2025-01-06", "ARS", 9000),
        ("2025-01-07", None, 50),
        ("1990-01-01", "USD", 80),
    ]
    empty.fill("orders", "ordered_at, currency, gross", rows)
    assert empty.value("revenue") == 100
    assert empty.value("average_order_value") == 100
    assert empty.value("orders") == 4
    assert empty.value("average_order_value", currency="ARS") == 9000


def test_without_a_foreign_currency_no_rate_is_looked_up(shop):
    sql, parameters = compile_kpi("revenue", currencies={"EUR"})
    assert "exchange_rates" not in sql and parameters == ()
    assert "exchange_rates" in compile_kpi("revenue", currencies={"EUR", None})[0]
    assert "exchange_rates" not in compile_kpi("hours_to_fulfilment", currencies={"USD"})[0]


def test_groups_of_markets(shop):
    assert shop.ask("orders", "group", groups=GROUPS) == [("far", 1), ("near", 5)]
    assert shop.ask("orders", "group", groups=[("DEU", "it's; DROP"), ("DEU", "twice")]) == [
        ("it's; DROP", 3),
        ("twice", 3),
        (None, 3),
    ]
    assert shop.ask("orders", ["group", "market"], groups={})[0] == (None, "DEU", 3)
    with pytest.raises(Sentence, match="needs the markets' groups"):
        compile_kpi("orders", "group")


def test_the_number_behind_a_value(shop):
    def behind(name):
        return shop.con.execute(compile_kpi(name, costs={"goods_share": 0.4})[0]).df()["n"][0]

    assert behind("average_order_value") == 6 and behind("repeat_purchase_rate") == 3
    assert behind("hours_to_fulfilment") == 4 and behind("payback_months") == 3


def test_moments_are_the_sums_an_interval_needs(shop):
    row = shop.con.execute(compile_kpi("nps", moments=True)[0]).df().iloc[0]
    assert row[["numerator", "numerator_squares", "denominator_squares", "products", "n"]].tolist() == [
        100,
        30_000,
        4,
        100,
        4,
    ]


def test_the_rows_add_up_to_the_figure(shop):
    for name in SUMS:
        sql, _parameters = compile_rows(name, {"market": ["DEU"]}, costs={"goods_share": 0.4}, limit=100)
        rows = shop.con.execute(sql).df()
        assert list(rows.columns) == ["day", "market", "channel", "device", "item", "numerator", "denominator"]
        assert rows["numerator"].sum() == pytest.approx(
            shop.value(name, {"market": ["DEU"]}, costs={"goods_share": 0.4})
        )
        assert rows["day"].is_monotonic_decreasing
    assert len(shop.con.execute(compile_rows("orders", limit=2)[0]).fetchall()) == 2


@pytest.mark.parametrize("dialect", ["postgres", "spark"])
@pytest.mark.parametrize("name", KPIS)
def test_every_kpi_is_written_for_the_other_engines(name, dialect):
    by = ("month", "week", "market", "group")
    sql, _parameters = compile_kpi(
        name, by, {"market": "DEU"}, "USD", "Europe/Berlin", dialect, groups={"DEU": "it's \\ here"}
    )
    tree = sqlglot.parse_one(sql, read=dialect)
    assert not list(tree.find_all(sqlglot.exp.Anonymous))  # no function that only one engine knows
    assert f"{'public' if dialect == 'postgres' else 'default'}." in sql


def test_a_kpi_of_ones_own(shop):
    text = (
        "-- title: Dear orders\n-- formula: orders above 100\n-- meaning: Just so.\n-- unit: count\n-- direction: up\n"
        "-- aggregate: sum\n-- needs: orders\n-- source: Own\nSELECT day, market, channel, device, 1 AS numerator, "
        "1 AS denominator FROM sold WHERE gross > 100"
    )
    assert shop.con.execute(compile_kpi(parse_kpi("dear", text))[0]).fetchone()[0] == 3


HOSTILE = ["'; DROP TABLE orders; --", "DEU' OR '1'='1", "deu", "DEUX", "", "\x00", 5, "ＤＥＵ"]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("key", ["market", "channel", "device", "period"])
def test_no_hostile_filter_reaches_the_query(key, value):
    with pytest.raises(Sentence):
        compile_kpi("orders", (), {key: (value or "x", None) if key == "period" else [value]})


@pytest.mark.parametrize(
    "more",
    [
        {"by": "market; DROP"}, {"by": ["numerator"]}, {"currency": "E'R"}, {"currency": "eur"}, {"zone": "UTC'--"},
        {"zone": "Europe/Atlantis"}, {"dialect": "oracle"}, {"schema": "main; DROP"}, {"schema": ""},
        {"currencies": {"EUR'"}}, {"costs": {"evil": 1}},
        {"costs": {"goods_share": "0.4"}}, {"costs": {"goods_share": float("nan")}},
        {"by": "group", "groups": {"DE'": "x"}}, {"by": "group", "groups": {"DEU": "a\x00b"}}, {"where": {"country": "DEU"}},
    ],
)  # fmt: skip
def test_no_hostile_argument_reaches_the_query(more):
    with pytest.raises(Sentence):
        compile_kpi("orders", **more)


def test_an_unknown_kpi_is_a_key_error():
    with pytest.raises(KeyError):
        compile_kpi("horoscope")


def test_the_query_stands_on_its_own(shop):
    # What a tile shows can be run as it is, in a database with the same tables.
    sql, parameters = compile_kpi(
        "revenue", ("market",), Where(start="2025-01-01"), zone="Asia/Tokyo", currencies={"EUR"}
    )
    assert parameters == () and duckdb.extract_statements(sql)[0].type == duckdb.StatementType.SELECT
    assert "DATE '2025-01-01'" in sql
