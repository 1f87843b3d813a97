"""Layouts of plain tables: what their expressions come to over typed columns."""

from __future__ import annotations

import duckdb
import pytest

from data.ingest.layouts import generic
from data.ingest.plain import KINDS
from data.ingest.typed import DUCK_TYPES
from frameworks.kpi.tables import TABLES


def rows(kind, columns, cells, *, table=None, currencies=None):
    """Run a kind's targets over cells given by alias; return (rows of the table as dicts, outcomes by line)."""
    layout = generic.layout(kind, {alias: alias for alias in columns}, currencies)
    target = next(one for one in layout.targets if one.table == (table or layout.targets[0].table))
    with duckdb.connect() as con:
        parts = []
        for line, row in enumerate(cells):
            given = dict(zip(columns, row, strict=True))
            typed = [f"{line} AS line", "'key' AS customer_key"]
            for field in layout.fields:
                duck = DUCK_TYPES.get(field.type, "VARCHAR")
                value = given.get(field.alias)
                literal = "NULL" if value is None else "'" + str(value).replace("'", "''") + "'"
                typed.append(f"CAST({literal} AS {duck}) AS {field.alias}")
                if field.type in ("market", "channel", "device", "language"):
                    typed.append(f"CAST({literal} AS VARCHAR) AS {field.alias}_said")
            parts.append("SELECT " + ", ".join(typed))
        con.execute("CREATE TABLE typed AS " + " UNION ALL ".join(parts))
        outcomes = {}
        for rule in layout.rules:
            for (line,) in con.execute(f"SELECT line FROM typed WHERE {rule.when}").fetchall():
                outcomes.setdefault(line, []).append(rule.outcome)
        gone = [line for line, found in outcomes.items() if {"set_aside", "left_out"} & set(found)]
        merged = ", ".join(
            f"{ {'first': 'arg_min', 'sum': 'sum', 'max': 'max'}[target.merge.get(name, 'first')] }"
            f"({name}{', line' if target.merge.get(name, 'first') == 'first' else ''}) AS {name}"
            for name in target.columns
        )
        kinds = {column.name: column.type for column in TABLES[target.table].columns}
        shown = ", ".join(f"CAST(({sql}) AS {kinds[name]}) AS {name}" for name, sql in target.columns.items())
        where = f"({target.where}) AND line NOT IN ({', '.join(map(str, [-1, *gone]))})"
        inner = f"SELECT line, {shown}, ({target.key or 'line'}) AS the_key FROM typed WHERE {where}"
        found = con.execute(f"SELECT {merged} FROM ({inner}) GROUP BY the_key ORDER BY min(line)")
        names = [part[0] for part in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()], outcomes


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_fills_only_columns_that_exist_and_its_sql_runs(kind):
    columns = KINDS[kind].aliases
    layout = generic.layout(kind, {alias: alias for alias in columns})
    for target in layout.targets:
        assert set(target.columns) <= set(TABLES[target.table].names)
        rows(kind, columns, [[None] * len(columns)], table=target.table)
    assert layout.platform == "generic" and layout.kind == kind


def test_the_classic_retail_file():
    columns = ("order_id", "sku", "product", "quantity", "ordered_at", "unit_price", "customer_id", "market")
    cells = [
        ("536365", "85123A", "HEART", 6, "2010-12-01 08:26", "2.55", "17850", "United Kingdom"),
        ("536365", "71053", "LANTERN", 6, "2010-12-01 08:26", "3.39", "17850", "United Kingdom"),
        ("C536379", "D", "Discount", -1, "2010-12-01 09:41", "27.50", "14527", "United Kingdom"),
        ("536414", "22139", None, -56, "2010-12-01 11:52", "0", None, "United Kingdom"),
        ("536370", "22728", "CLOCK", 24, "2010-12-01 08:45", "3.75", "12583", "France"),
        ("536370", "22729", "CLOCK", -4, "2010-12-01 08:45", "3.75", "12583", "France"),
    ]
    orders, outcomes = rows("order_items", columns, cells)
    assert [(row["order_id"], float(row["gross"]), float(row["refunded"]), row["status"]) for row in orders] == [
        ("536365", 35.64, 0, "paid"), ("C536379", 0, 27.5, "refunded"), ("536370", 90, 15, "partially_refunded"),
    ]  # fmt: skip
    assert "left_out" in outcomes[3] and "noted" in outcomes[2]
    lines, _ = rows("order_items", columns, cells, table="order_lines")
    assert [float(line["line_total"]) for line in lines] == [15.3, 20.34, -27.5, 90, -15]


def test_an_order_total_repeated_on_its_lines_counts_once():
    columns = ("order_id", "ordered_at", "quantity", "unit_price", "total", "shipping")
    cells = [("1", "2024-01-01", 2, 5, 25, 5), ("1", "2024-01-01", 1, 10, 25, 5), ("2", "2024-01-01", 1, 7, 7, None)]
    orders, _ = rows("order_items", columns, cells)
    assert [(row["order_id"], float(row["gross"])) for row in orders] == [("1", 25), ("2", 7)]
    cells = [("1", "2024-01-01", 2, 5, None, None), ("1", "2024-01-01", 1, 10, 25, 5)]
    orders, _ = rows("order_items", columns, cells)
    assert [(float(row["gross"]), float(row["refunded"]), row["status"]) for row in orders] == [(25, 0, "paid")]


@pytest.mark.parametrize(("status", "total", "refunded", "becomes"), [
    (None, 10, None, ("paid", 0)), ("Completed", 10, None, ("paid", 0)), ("bezahlt", 10, None, ("paid", 0)),
    ("Storniert", 10, None, ("cancelled", 0)), ("キャンセル", 10, None, ("cancelled", 0)),
    ("iptal edildi", 10, None, ("cancelled", 0)),
    ("pending", 10, None, ("pending", 0)), ("unpaid", 10, None, ("pending", 0)), ("待付款", 10, None, ("pending", 0)),
    ("Refunded", 10, None, ("refunded", 10)), ("remboursé", 10, None, ("refunded", 10)),
    ("Partially refunded", 10, 4, ("partially_refunded", 4)), ("teilweise erstattet", 10, 4, ("partially_refunded", 4)),
    (None, 10, 4, ("partially_refunded", 4)), (None, 10, -10, ("refunded", 10)), (None, -10, None, ("refunded", 10)),
    ("Test", 10, None, ("test", 0)), ("opłacone", 10, None, ("paid", 0)), ("В обработке и оплачен", 10, None, ("paid", 0)),
])  # fmt: skip
def test_what_became_of_an_order(status, total, refunded, becomes):
    (order,), _outcomes = rows(
        "orders", ("order_id", "ordered_at", "total", "status", "refunded"), [("1", "2024-01-01", total, status, refunded)]
    )
    assert (order["status"], float(order["refunded"])) == becomes
    assert float(order["gross"]) == max(total, 0)


def test_an_unknown_status_counts_as_paid_and_is_said():
    (order,), outcomes = rows("orders", ("order_id", "ordered_at", "total", "status"), [("1", "2024-01-01", 5, "Wibble")])
    assert order["status"] == "paid" and outcomes == {0: ["noted"]}


def test_a_net_amount_gets_its_tax_and_that_is_said():
    (order,), outcomes = rows("orders", ("order_id", "ordered_at", "net", "tax"), [("1", "2024-01-01", 100, 19)])
    assert float(order["gross"]) == 119 and outcomes == {0: ["noted"]}


def test_rows_that_lack_what_they_need_are_set_aside():
    cells = [(None, "2024-01-01", 5), ("2", None, 5), ("3", "2024-01-01", None), ("4", "2024-01-01", 5)]
    orders, outcomes = rows("orders", ("order_id", "ordered_at", "total"), cells)
    assert [row["order_id"] for row in orders] == ["4"]
    assert outcomes == {0: ["set_aside"], 1: ["set_aside"], 2: ["set_aside"]}


@pytest.mark.parametrize(("said", "amount", "becomes"), [
    ("charge", 10, ("charge", 10)), (None, -4, ("refund", -4)), ("Refund", 4, ("refund", -4)),
    ("Auszahlung", 50, ("payout", -50)), ("Gebühr", 1, ("fee", -1)), ("adjustment", 3, ("adjustment", 3)),
    ("Zahlung", 10, ("charge", 10)),
])  # fmt: skip
def test_kinds_and_signs_of_payments(said, amount, becomes):
    (payment,), _ = rows("payments", ("payment_id", "paid_at", "amount", "type"), [("p", "2024-01-01", amount, said)])
    assert (payment["kind"], float(payment["amount"])) == becomes


def test_visits_of_the_same_day_market_and_channel_are_added():
    columns = ("day", "market", "channel", "sessions", "users")
    cells = [("2024-01-01", "DE", "mail", 5, 4), ("2024-01-01", "DE", "mail", 7, 6), ("2024-01-01", "FR", None, 1, 1)]
    found, _ = rows("sessions", columns, cells)
    assert [(row["market_said"], row["sessions"], row["users"]) for row in found] == [("DE", 12, 6), ("FR", 1, 1)]


@pytest.mark.parametrize(("said", "csat"), [
    ("Good", 1), ("Bad", 0), ("unzufrieden", 0), ("zufrieden", 1), ("満足", 1), ("不満", 0), ("5", 1), ("4,5", None), ("2", 0),
    (None, None), ("Offered", None),
])  # fmt: skip
def test_satisfaction_of_tickets(said, csat):
    (ticket,), _ = rows("tickets", ("ticket_id", "opened_at", "satisfaction"), [("1", "2024-01-01", said)])
    assert ticket["csat"] == csat


def test_answers_alike_on_the_same_day_all_count():
    cells = [("2024-01-01", 9, None), ("2024-01-01", 9, None), ("2024-01-01", 12, None), ("2024-01-01", None, None)]
    found, outcomes = rows("surveys", ("responded_at", "nps", "comment"), cells)
    assert len(found) == 2 and len({row["response_id"] for row in found}) == 2
    assert outcomes == {2: ["set_aside"], 3: ["left_out"]}


def test_two_questions_make_two_answers():
    layout = generic.layout("surveys", {"responded_at": "d", "nps": "n", "csat": "c"})
    assert [target.columns["kind"] for target in layout.targets] == ["'nps'", "'csat'"]


def test_stars_beyond_five_are_set_aside():
    found, outcomes = rows("reviews", ("reviewed_at", "rating", "text"), [("2024-01-01", 5, "x"), ("2024-01-01", 9, "x")])
    assert len(found) == 1 and outcomes == {1: ["set_aside"]}


def test_the_currency_of_the_headers_is_assumed_only_when_it_is_one():
    mapping = {"order_id": "a", "ordered_at": "b", "total": "c", "tax": "d"}
    assert generic.layout("orders", mapping, {"total": "EUR", "tax": "EUR"}).assumes == {"currency": "EUR"}
    assert generic.layout("orders", mapping, {"total": "EUR", "tax": "USD"}).assumes == {}
    assert generic.layout("orders", mapping | {"currency": "e"}, {"total": "EUR"}).assumes == {}
