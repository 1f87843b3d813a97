"""Small layouts and files that the tests of the engine read."""

from __future__ import annotations

import csv

import duckdb

from data.ingest import engine, privacy
from data.ingest.model import Field, Layout, Rule, Sheet, Target
from data.ingest.pace import Pace
from data.ingest.targets import publish

ORDERS = Layout(
    "made",
    "orders",
    (
        Field("order_id", ("Order",), "id", required=True),
        Field("ordered_at", ("Date",), "instant", required=True),
        Field("total", ("Total",), "amount", required=True),
        Field("shipping", ("Shipping",), "amount"),
        Field("units", ("Units",), "count"),
        Field("currency", ("Currency",), "currency"),
        Field("market", ("Country",), "market"),
        Field("status", ("Status",)),
        Field("email", ("Email",), "contact"),
        Field("name", ("Name",), "personal"),
        Field("sent", ("Sent",), "instant"),
    ),
    (
        Target(
            "orders",
            {
                "order_id": "order_id", "ordered_at": "ordered_at", "gross": "total", "shipping": "shipping", "market": "market",
                "market_said": "market_said", "currency": "currency", "status": "status", "customer_key": "customer_key",
                "fulfilled_at": "sent",
            },
            key="order_id",
            merge={"gross": "sum"},
        ),
        Target("order_lines", {"order_id": "order_id", "quantity": "units", "currency": "currency"}, where="units IS NOT NULL"),
    ),
    rules=(
        Rule("status = 'total'", "left_out", "A total row."),
        Rule("order_id IS NULL", "set_aside", "No order number."),
        Rule("lower(status) IN ('test')", "noted", "A test order."),
    ),
    measures=("total", "shipping", "units"),
)  # fmt: skip
"""Order lines whose totals add up and whose shipping is repeated."""

HEADERS = ("Order", "Date", "Total", "Shipping", "Units", "Currency", "Country", "Status", "Email", "Name", "Sent")


def sheet(folder, rows, headers=HEADERS, **more):
    """A file of rows (shorter ones are filled up) as a sheet."""
    path = folder / "made.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headers)
        writer.writerows([*row, *[""] * (len(headers) - len(row))] for row in rows)
    return Sheet(path, tuple(headers), 2, **more)


def run(folder, rows, layout=ORDERS, headers=HEADERS, assume=None, **more):
    """The connection and the outcome of reading rows by a layout."""
    con = duckdb.connect()
    pace = Pace(con, None)
    privacy.set_salt(con, b"salt")
    by_header = {each.headers[0]: each.alias for each in layout.fields}
    mapping = {by_header[header]: place for place, header in enumerate(headers) if header in by_header}
    outcome = engine.run(pace, sheet(folder, rows, headers, **more), layout, mapping, assume or {}, "reading_0_")
    publish(pace, outcome.written)
    return con, outcome


def column(con, table, name, order="1"):
    """One column of a staged table."""
    return [row[0] for row in con.execute(f"SELECT {name} FROM staged_{table} ORDER BY {order}").fetchall()]
