"""A small shop whose every figure can be worked out by hand, and helpers to ask it."""

import duckdb
import pytest

from frameworks.kpi import compile_kpi
from frameworks.kpi.tables import TABLES

COSTS = {
    "goods_share": 0.4, "payment_share": 0.02, "fulfilment_per_order": 5.0, "ticket_cost": 7.0, "promised_days": 3.0,
    "key_events_are_carts": 1.0,
}  # fmt: skip

# One US dollar is half a euro on every day.
ROWS = {
    "orders": (
        "order_id, ordered_at, market, channel, device, currency, gross, discount, tax, refunded, fees, status, "
        "customer_key",
        [
            ("o1", "2025-01-10 10:00", "DEU", "web", "desktop", "EUR", 119, 0, 19, 0, 4, "paid", "A"),
            ("o2", "2025-01-20 23:30", "DEU", "paid_social", "mobile", "EUR", 59.5, 10.5, 9.5, 0, None, "paid", "B"),
            ("o3", "2025-02-05 12:00", "FRA", "email", "mobile", "EUR", 120, 0, 20, 60, 0, "partially_refunded", "A"),
            ("o4", "2025-02-10 12:00", "USA", "paid_search", "desktop", "USD", 100, 20, 0, 100, 2, "refunded", "C"),
            ("o5", "2025-02-12 12:00", "DEU", "web", "desktop", "EUR", 500, 0, 80, 0, 0, "pending", "D"),
            ("o6", "2025-02-13 12:00", "DEU", "web", "desktop", "EUR", 300, 0, 48, 0, 0, "cancelled", "A"),
            ("o7", "2025-02-14 12:00", "FRA", "web", "desktop", "EUR", 999, 0, 0, 0, 0, "test", "E"),
            ("o8", "2025-04-30 12:00", "DEU", "paid_social", "mobile", "EUR", 238, None, 38, None, None, None, "B"),
            ("o9", "2025-05-01 12:00", "FRA", "organic_search", None, "EUR", 60, 0, 10, 0, 1, "paid", None),
        ],
    ),
    "order_lines": (
        "order_id, quantity",
        [("o1", 2), ("o1", 1), ("o2", 1), ("o4", 2), ("o5", 7)],
    ),
    "sessions": (
        "day, period_start, period_end, market, channel, device, sessions, key_events, transactions",
        [
            ("2025-01-10", "2025-01-10", "2025-01-10", "DEU", "paid_social", "mobile", 1000, 80, 20),
            ("2025-01-11", "2025-01-11", "2025-01-11", "DEU", "organic_search", "desktop", 500, 40, 10),
            (None, "2025-02-01", "2025-02-28", "FRA", "messaging", "mobile", 400, 20, 4),
            ("2025-01-12", "2025-01-12", "2025-01-12", "DEU", "direct", None, 100, None, None),
        ],
    ),
    "spend": (
        "day, period_start, period_end, market, channel, campaign, currency, spend, impressions, conversions, conversion_value",
        [
            ("2025-01-05", "2025-01-05", "2025-01-05", "DEU", "paid_social", "Spring", "EUR", 40, 1000, 2, 120),
            (None, "2025-02-01", "2025-02-28", "USA", "paid_search", "US", "USD", 60, 900, 1, 100),
            ("2025-01-15", "2025-01-15", "2025-01-15", "DEU", "email_automation", "Welcome", "EUR", None, 200, 5, 90),
            ("2025-01-20", "2025-01-20", "2025-01-20", "DEU", "paid_search", "Brand", "EUR", 20, 100, None, None),
        ],
    ),
    "touchpoints": (
        'customer_key, "at", channel',
        [("A", "2025-01-08", "email"), ("A", "2025-01-05", "paid_search"), ("A", "2025-01-20", "display")],
    ),
    "customers": ("customer_key, channel", [("A", "referral"), ("B", "affiliate")]),
    "tickets": (
        "ticket_id, opened_at, first_response_at, resolved_at, market, channel, csat",
        [
            ("t1", "2025-01-12 08:00", "2025-01-12 09:00", "2025-01-13 08:00", "DEU", "email", 1),
            ("t2", "2025-01-13 08:00", "2025-01-13 08:30", "2025-01-13 12:00", "DEU", "chat", 0),
            ("t3", "2025-02-01 10:00", "2025-02-01 14:00", None, "FRA", "email", None),
        ],
    ),
    "surveys": (
        "response_id, responded_at, market, kind, score",
        [
            ("r1", "2025-01-15", "DEU", "csat", 5), ("r2", "2025-01-15", "DEU", "csat", 4), ("r3", "2025-01-16", "FRA", "csat", 3),
            ("r4", "2025-01-17", "DEU", "nps", 10), ("r5", "2025-01-17", "DEU", "nps", 9), ("r6", "2025-01-18", "FRA", "nps", 7),
            ("r7", "2025-01-18", "FRA", "nps", 0), ("r8", "2025-01-19", "FRA", "nps", None),
        ],
    ),
    "reviews": (
        "review_id, reviewed_at, market, rating",
        [
            ("v1", "2025-01-20", "DEU", 5), ("v2", "2025-01-21", "DEU", 4),
            ("v3", "2025-02-02", "FRA", 4), ("v4", "2025-02-03", "FRA", None),
        ],
    ),
}  # fmt: skip


# Order, when it was sent, when it arrived.
SENT = [
    ("o1", "2025-01-11 10:00", "2025-01-13 10:00"),
    ("o2", "2025-01-21 05:30", "2025-01-26 23:45"),
    ("o3", "2025-02-07 12:00", "2025-02-08 09:00"),
    ("o8", "2025-05-01 12:00", None),
]


class Shop:
    """Canonical tables in memory, and their KPIs."""

    def __init__(self):
        self.con = duckdb.connect()
        for table in TABLES.values():
            columns = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
            self.con.execute(f"CREATE TABLE {table.name} ({columns})")
        self.con.execute("CREATE TABLE exchange_rates (currency VARCHAR, day DATE, to_eur DOUBLE)")
        self.con.execute(
            "INSERT INTO exchange_rates SELECT 'USD', CAST(day AS DATE), 0.5 "
            "FROM range(DATE '2024-12-01', DATE '2025-07-01', INTERVAL 1 DAY) AS days(day)"
        )

    def fill(self, table, columns, rows):
        """Put rows into a table; they come from one shop."""
        marks = ", ".join("?" for _ in range(columns.count(",") + 1))
        if rows:
            self.con.executemany(f"INSERT INTO {table} ({columns}, source) VALUES ({marks}, 'shop')", rows)
        return self

    def ask(self, kpi, by=(), where=None, costs=COSTS, **more):
        """Return the KPI's rows as tuples: the split's values, then the value."""
        sql, parameters = compile_kpi(kpi, by, where, costs=costs, **more)
        width = 1 if isinstance(by, str) else len(by)
        return [(*row[:width], row[width]) for row in self.con.execute(sql, list(parameters)).fetchall()]

    def value(self, kpi, where=None, costs=COSTS, **more):
        """Return the KPI over everything that the filter leaves."""
        return self.ask(kpi, (), where, costs, **more)[0][0]


@pytest.fixture(scope="session")
def shop():
    """The small shop; ask it, do not change it."""
    made = Shop()
    for table, (columns, rows) in ROWS.items():
        made.fill(table, columns, rows)
    for order, sent, delivered in SENT:
        made.con.execute(
            "UPDATE orders SET fulfilled_at = ?, delivered_at = ? WHERE order_id = ?", [sent, delivered, order]
        )
    return made


@pytest.fixture
def empty():
    """A shop of one's own without any row."""
    return Shop()
