"""Canonical rows: cast, clean of personal data, and merged where rows share a key."""

from __future__ import annotations

from decimal import Decimal

import duckdb

from data.ingest.model import Field, Layout, Target
from data.ingest.targets import measures_of, merge_of, merged_sql
from frameworks.kpi.tables import TABLES
from tests.data.ingest.made import ORDERS, run


def test_the_columns_are_the_canonical_ones(tmp_path):
    con, _ = run(tmp_path, [["A1", "2025-03-01", "1.00"]], assume={"account": "shop 2"})
    described = con.execute("SELECT column_name, column_type FROM (DESCRIBE staged_orders)").fetchall()
    assert described == [(each.name, each.type) for each in TABLES["orders"].columns if each.name != "import_id"]
    assert con.execute("SELECT source, account FROM staged_orders").fetchone() == ("made", "shop 2")


def test_free_text_is_blanked(tmp_path):
    layout = Layout(
        "made", "surveys",
        (Field("comment", ("Comment",)), Field("score", ("Score",), "count", required=True)),
        (Target("surveys", {"comment": "comment", "score": "score", "kind": "'nps'"}),),
    )  # fmt: skip
    con, _ = run(tmp_path, [["Call +49 341 555 0101 or a@b.de", "9"]], layout, ("Comment", "Score"))
    assert con.execute("SELECT comment FROM staged_surveys").fetchone() == ("Call ••• or •••",)


def test_an_amount_beyond_its_type_is_null_and_no_crash(tmp_path):
    layout = Layout(
        "made", "orders",
        (Field("order_id", ("Order",), "id"), Field("price", ("Price",), "amount"), Field("units", ("Units",), "count")),
        (Target("orders", {"order_id": "order_id", "gross": "CAST(price * units AS DECIMAL(18,4))"}),),
    )  # fmt: skip
    rows = [["A1", "99999999999999", "99999999999999"], ["A2", "1500000.00", "10000"]]
    con, _ = run(tmp_path, rows, layout, ("Order", "Price", "Units"))
    assert con.execute("SELECT gross FROM staged_orders ORDER BY order_id").fetchall() == [(None,), (Decimal(15_000_000_000),)]


def test_values_merge_as_they_are_told():
    con = duckdb.connect()
    con.execute("CREATE TABLE t AS SELECT * FROM (VALUES (3, 5), (1, NULL), (2, 7), (4, NULL)) v(line, x)")
    found = [con.execute(f"SELECT {merged_sql('x', how)} FROM t").fetchone()[0] for how in ("first", "last", "sum", "max", "min")]
    assert found == [7, 5, 12, 7, 5]


def test_a_measure_belongs_to_the_first_target_that_shows_it(tmp_path):
    _, outcome = run(tmp_path, [])
    orders, lines = ORDERS.targets
    assert measures_of(outcome.reading, orders) == ("total", "shipping")
    assert measures_of(outcome.reading, lines) == ("units",)
    assert (merge_of(orders, "total"), merge_of(orders, "shipping")) == ("sum", "first")


def test_two_targets_may_fill_one_table(tmp_path):
    layout = Layout(
        "made", "payments",
        (Field("payment_id", ("Id",), "id"), Field("amount", ("Amount",), "amount"), Field("back", ("Refunded",), "amount")),
        (
            Target("payments", {"payment_id": "payment_id", "kind": "'charge'", "amount": "amount"}),
            Target("payments", {"payment_id": "payment_id", "kind": "'refund'", "amount": "-back"}, where="back > 0"),
        ),
        measures=("amount", "back"),
    )  # fmt: skip
    con, outcome = run(tmp_path, [["1", "10.00", "0"], ["2", "5.00", "5.00"]], layout, ("Id", "Amount", "Refunded"))
    assert con.execute("SELECT kind, sum(amount) FROM staged_payments GROUP BY 1 ORDER BY 1").fetchall() == [
        ("charge", Decimal(15)),
        ("refund", Decimal(-5)),
    ]
    assert outcome.report.records == {"payments": 3}
    assert (outcome.report.rows_read, outcome.report.rows_kept) == (2, 2)
