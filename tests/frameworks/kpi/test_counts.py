"""Counts beside the KPIs, worked out by hand on a few rows."""

import duckdb
import pytest

from frameworks.kpi import compile_kpi
from frameworks.kpi.counts import COUNTS, NAMES
from frameworks.kpi.tables import TABLES


@pytest.fixture
def shop():
    con = duckdb.connect()
    for table in TABLES.values():
        columns = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
        con.execute(f"CREATE TABLE {table.name} ({columns})")
    con.execute(
        """
        INSERT INTO orders BY NAME
        SELECT * FROM (VALUES
            ('a', TIMESTAMP '2026-01-01', 'k1', 'paid', 'EUR'), ('b', TIMESTAMP '2026-01-05', 'k1', 'refunded', 'EUR'),
            ('c', TIMESTAMP '2026-01-06', 'k2', 'paid', 'EUR'), ('d', TIMESTAMP '2026-01-07', 'k2', 'cancelled', 'EUR'),
            ('e', TIMESTAMP '2026-01-08', NULL, 'paid', 'EUR')
        ) AS t(order_id, ordered_at, customer_key, status, currency);
        INSERT INTO sessions BY NAME
        SELECT *, day AS period_start, day AS period_end FROM (VALUES
            (DATE '2026-01-01', 'paid_search', 100, 20, 5, 300, 'EUR'),
            (DATE '2026-01-02', 'paid_search', 50, NULL, 1, NULL, 'EUR'),
            (DATE '2026-01-02', 'direct', 10, 2, NULL, 30, 'EUR')
        ) AS t(day, channel, sessions, key_events, transactions, revenue, currency);
        INSERT INTO spend BY NAME
        SELECT *, day AS period_start, day AS period_end FROM (VALUES
            (DATE '2026-01-01', 'paid_search', 'A', 40, 7, 500, 'EUR'),
            (DATE '2026-01-02', 'paid_search', 'A', 10, NULL, NULL, 'EUR'),
            (DATE '2026-01-02', 'email_automation', 'B', NULL, 9, 90, 'EUR')
        ) AS t(day, channel, campaign, spend, conversions, conversion_value, currency);
        """
    )
    return con


def value(con, name, **how):
    sql, parameters = compile_kpi(COUNTS[name], currencies={"EUR"}, **how)
    found = con.execute(sql, list(parameters)).df()
    return found["value"].iloc[0] if "by" not in how else dict(found[[how["by"], "value"]].itertuples(index=False))


@pytest.mark.parametrize(
    "name, expected",
    [
        ("key_events", 22), ("transactions", 6), ("transaction_value", 330), ("claimed_orders", 7),
        ("claimed_value", 500), ("repeat_orders", 1),
    ],
)  # fmt: skip
def test_by_hand(shop, name, expected):
    assert value(shop, name) == expected


def test_every_count_is_checked_here_and_can_be_split(shop):
    assert set(COUNTS) == set(NAMES)
    assert value(shop, "transactions", by="channel")["paid_search"] == 6
    assert "email_automation" not in value(shop, "claimed_orders", by="channel")  # costs nothing, so claims nothing here


@pytest.mark.parametrize("dialect", ["postgres", "spark"])
@pytest.mark.parametrize("name", NAMES)
def test_other_engines_can_read_them(name, dialect):
    assert "SELECT" in compile_kpi(COUNTS[name], by="channel", dialect=dialect)[0]
