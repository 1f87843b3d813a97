"""The typed view: one column an alias, and why a row does not count."""

from __future__ import annotations

import pytest

from data.ingest import typed
from data.ingest.columns import Styles
from data.ingest.model import Field, Layout, Target
from tests.data.ingest.made import HEADERS, ORDERS, run

DAY = "2025-03-01 10:00:00"


def test_every_alias_has_a_column_of_its_type(tmp_path):
    con, outcome = run(tmp_path, [["A1", DAY, "1.00"]], headers=("Order", "Date", "Total"))
    kinds = dict(con.execute(f"SELECT column_name, column_type FROM (DESCRIBE {outcome.reading.typed})").fetchall())
    assert kinds["total"] == kinds["shipping"] == "DECIMAL(18,4)"
    assert kinds["ordered_at"] == kinds["sent"] == "TIMESTAMP"
    assert kinds["period_start"] == "DATE"
    assert {"market", "market_said", "customer_key", "first_cell", "currency"} <= set(kinds)
    assert "name" not in kinds


def test_no_personal_cell_is_the_first_cell(tmp_path):
    headers = ("Email", "Order", "Date", "Total")
    con, outcome = run(tmp_path, [["a@b.de", "A1", DAY, "1.00"]], headers=headers)
    assert con.execute(f"SELECT first_cell FROM {outcome.reading.typed}").fetchone() == (None,)


def test_what_must_be_readable_is_what_dates_or_adds_up():
    columns = typed.bind(ORDERS, {each.alias: place for place, each in enumerate(ORDERS.fields)}, HEADERS)
    reading = typed.Reading("p_", "cells", ORDERS, HEADERS, columns, Styles())
    assert [column.field.alias for column in typed.vital(reading)] == ["ordered_at", "total", "shipping", "units"]
    assert reading.column("nothing") is None
    assert [column.field.alias for column in reading.of_type("contact")] == ["email"]


def test_causes_come_in_the_order_they_are_tried():
    columns = typed.bind(ORDERS, {each.alias: place for place, each in enumerate(ORDERS.fields)}, HEADERS)
    reading = typed.Reading("p_", "cells", ORDERS, HEADERS, columns, Styles())
    assert [cause.outcome for cause in typed.causes(reading)] == ["left_out", *["set_aside"] * 5, "left_out"]


@pytest.mark.parametrize(
    ("expression", "alias", "found"),
    [("total + tax", "tax", True), ("total_tax", "tax", False), ("tax(x)", "tax", False), ("coalesce(tax, 0)", "tax", True)],
)
def test_whether_an_expression_uses_an_alias(expression, alias, found):
    assert typed.mentions(expression, alias) is found


def test_signs_in_the_cells_name_the_currency_of_each_row(tmp_path):
    headers = ("Order", "Date", "Total")
    con, outcome = run(tmp_path, [["A1", DAY, "$1.00"], ["A2", DAY, "€2.00"], ["A3", DAY, "3.00"]], headers=headers)
    assert con.execute("SELECT currency FROM staged_orders ORDER BY order_id").fetchall() == [("USD",), ("EUR",), (None,)]
    assert all(one.difference == 0 for one in outcome.report.reconciled)


def test_instant_in_takes_a_time_to_utc(tmp_path):
    layout = Layout(
        "made", "payments",
        (Field("day", ("Day",), "day"), Field("clock", ("Time",), "clock"), Field("zone", ("Zone",), "zone"),
         Field("amount", ("Amount",), "amount", required=True)),
        (Target("payments", {"paid_at": "instant_in(CAST(day + clock AS TIMESTAMP), zone)", "amount": "amount"}),),
    )  # fmt: skip
    rows = [["31/12/2025", "10:00:00", "CEST", "1.00"], ["30/12/2025", "10:00", "Europe/Berlin", "1.00"]]
    con, _ = run(tmp_path, rows, layout, ("Day", "Time", "Zone", "Amount"))
    assert [str(row[0]) for row in con.execute("SELECT paid_at FROM staged_payments ORDER BY 1 DESC").fetchall()] == [
        "2025-12-31 08:00:00",
        "2025-12-30 09:00:00",
    ]
