"""100,000 rows over all canonical tables, the same each time: gaps, ties, currencies, periods, hostile words."""

# ruff: noqa: E501

import duckdb

from frameworks.kpi.tables import TABLES

ORDERS, LINES = 30_000, 38_000

_MARKETS = "['DEU', 'FRA', 'USA', 'JPN', NULL]"
_CHANNELS = "['web', 'paid_search', 'paid_social', 'email', 'email_automation', 'messaging', 'organic_search', NULL]"
_DEVICES = "['mobile', 'desktop', 'tablet', NULL]"
_CURRENCIES = "['EUR', 'EUR', 'USD', 'JPY', 'ARS', NULL]"
_STATUSES = "['paid', 'paid', 'paid', 'refunded', 'partially_refunded', 'pending', 'cancelled', 'test', NULL]"


def _one(words, salt):
    """One of a list, by the row's number and a salt."""
    return f"{words}[1 + CAST(hash(i, {salt}) % len({words}) AS INTEGER)]"


def _whole(most, salt):
    return f"CAST(hash(i, {salt}) % {most} AS INTEGER)"


def _instant(salt, seconds=46_000_000, start="2024-01-01"):
    return f"TIMESTAMP '{start} 00:00:00' + to_microseconds(CAST(hash(i, {salt}) % {seconds} AS BIGINT) * 1000000 + {_whole(1000000, salt)})"


def _cents(most, salt):
    return f"CAST({_whole(most * 100, salt)} / 100.0 AS DECIMAL(18,4))"


def _sometimes(value, salt, of=4):
    return f"CASE WHEN hash(i, {salt}) % {of} > 0 THEN {value} END"


def _period(salt):
    """A day, or the month it lies in."""
    day = f"DATE '2024-01-01' + {_whole(530, salt)}"
    single = f"hash(i, {salt + 1}) % 5 > 0"
    first, last = f"CAST(date_trunc('month', {day}) AS DATE)", f"last_day({day})"
    return {
        "day": f"CASE WHEN {single} THEN {day} END",
        "period_start": f"CASE WHEN {single} THEN {day} ELSE {first} END",
        "period_end": f"CASE WHEN {single} THEN {day} ELSE {last} END",
    }


_CUSTOMER = _sometimes(f"'customer ' || {_whole(8000, 11)}", 12, 10)
_FIRST = {"source": "'shop'", "account": _sometimes("'one'", 90, 2), "import_id": "1"}
ROWS = {
    "orders": (
        ORDERS,
        {
            "order_id": "CAST(i AS VARCHAR)", "ordered_at": _instant(1), "market": _one(_MARKETS, 2),
            "channel": _one(_CHANNELS, 3), "device": _one(_DEVICES, 4), "currency": _one(_CURRENCIES, 5),
            "gross": _sometimes(_cents(500, 6), 7, 50), "discount": _sometimes(_cents(30, 8), 9), "tax": _sometimes(_cents(5, 10), 13),
            "refunded": _sometimes(_cents(20, 14), 15, 3), "fees": _sometimes(_cents(8, 16), 17, 2), "status": _one(_STATUSES, 18),
            "fulfilled_at": _sometimes(f"{_instant(1)} + to_hours({_whole(200, 19)} - 10)", 20),
            "delivered_at": _sometimes(f"{_instant(1)} + to_hours({_whole(300, 21)})", 22), "customer_key": _CUSTOMER,
        },
    ),
    "order_lines": (
        LINES,
        {"order_id": f"CAST({_whole(ORDERS, 30)} AS VARCHAR)", "quantity": _sometimes(f"CAST({_whole(5, 31)} AS DOUBLE)", 32, 20)},
    ),
    "payments": (2_000, {"payment_id": "CAST(i AS VARCHAR)", "paid_at": _instant(35), "currency": _one(_CURRENCIES, 36), "amount": _cents(500, 37)}),
    "sessions": (
        8_000,
        {
            **_period(40), "market": _one(_MARKETS, 42), "channel": _one(_CHANNELS, 43), "device": _one(_DEVICES, 44),
            "sessions": _whole(900, 45), "key_events": _sometimes(_whole(90, 46), 47, 10), "transactions": _sometimes(_whole(30, 48), 49, 10),
        },
    ),
    "spend": (
        4_000,
        {
            **_period(50), "market": _one(_MARKETS, 52), "channel": _one(_CHANNELS, 53), "campaign": "'C''\\ ' || i % 9",
            "currency": _one(_CURRENCIES, 54), "spend": _sometimes(_cents(2000, 55), 56), "impressions": _sometimes(_whole(9000, 57), 58),
            "conversions": _sometimes(_whole(20, 59), 60), "conversion_value": _sometimes(_cents(90, 61), 62),
        },
    ),
    "touchpoints": (6_000, {"customer_key": _CUSTOMER, "at": _instant(63), "channel": _one(_CHANNELS, 64)}),
    "customers": (4_000, {"customer_key": f"'customer ' || {_whole(8000, 65)}", "channel": _one(_CHANNELS, 66)}),
    "tickets": (
        4_000,
        {
            "ticket_id": "CAST(i AS VARCHAR)", "opened_at": _instant(70), "market": _one(_MARKETS, 71), "channel": _one(_CHANNELS, 72),
            "first_response_at": _sometimes(f"{_instant(70)} + to_seconds({_whole(90000, 73)} - 900)", 74),
            "resolved_at": _sometimes(f"{_instant(70)} + to_seconds({_whole(900000, 75)})", 76), "csat": _sometimes(_whole(2, 77), 78, 2),
        },
    ),
    "surveys": (
        2_000,
        {
            "responded_at": _instant(80), "market": _one(_MARKETS, 81), "kind": _one("['nps', 'csat']", 82),
            "score": _sometimes(_whole(11, 83), 84, 9),
        },
    ),
    "reviews": (
        2_000,
        {"review_id": "CAST(i AS VARCHAR)", "reviewed_at": _instant(85), "market": _one(_MARKETS, 86), "rating": _sometimes(f"1 + {_whole(5, 87)}", 88)},
    ),
}  # fmt: skip


def database() -> duckdb.DuckDBPyConnection:
    """Return an in-memory DuckDB with the rows and two years of rates for all but the Argentine peso."""
    con = duckdb.connect()
    for table in TABLES.values():
        columns = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
        con.execute(f"CREATE TABLE {table.name} ({columns})")
        rows, made = ROWS[table.name]
        made = {**_FIRST, **made}
        names = ", ".join(f'"{name}"' for name in made)
        con.execute(
            f"INSERT INTO {table.name} ({names}) SELECT {', '.join(made.values())} FROM range({rows}) AS numbers(i)"
        )
    con.execute(
        "CREATE TABLE exchange_rates AS SELECT currency, CAST(day AS DATE) AS day, "
        "CAST(rate * (1 + (hash(day, currency) % 1000) / 10000.0) AS DOUBLE) AS to_eur "
        "FROM range(DATE '2023-12-01', DATE '2025-12-01', INTERVAL 1 DAY) AS days(day), "
        "(VALUES ('USD', 0.9), ('JPY', 0.006), ('EUR', 1.0)) AS rates(currency, rate)"
    )
    con.execute("UPDATE exchange_rates SET to_eur = 1 WHERE currency = 'EUR'")
    return con
