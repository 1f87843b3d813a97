"""A layout runs over rows: what counts, what is merged, and what is put aside with its reason and line."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ingest import staging
from data.ingest.model import Layout
from tests.data.ingest.made import ORDERS, column, run

DAY = "2025-03-01 10:00:00"
ROWS = [
    ["A1", DAY, "10.00", "4.90", "1", "EUR", "Germany", "paid", "a@b.de", "Anna", "2025-03-02"],
    ["A1", DAY, "5.00", "4.90", "2", "EUR", "Germany", "paid", "a@b.de", "Anna", ""],
    ["A2", DAY, "7.50", "", "1", "EUR", "Narnia", "test", "c@d.de", "Carl", "soon"],
    ["A3", DAY, "oops", "", "1", "EUR", "FR", "paid"],
    ["", DAY, "1.00", "", "", "EUR", "FR", "paid"],
    ["", "", "28.50", "", "", "", "", "total"],
]


@pytest.fixture(params=[False, True], ids=["small", "streamed"])
def streamed(request, monkeypatch):
    if request.param:
        monkeypatch.setattr(staging, "TABLE_SIZE", 0)
    return request.param


def test_rows_of_an_order_become_one_record(tmp_path, streamed):
    con, outcome = run(tmp_path, ROWS)
    assert column(con, "orders", "order_id") == ["A1", "A2"]
    assert column(con, "orders", "gross", "order_id") == [Decimal("15.0000"), Decimal("7.5000")]
    assert column(con, "orders", "shipping", "order_id") == [Decimal("4.9000"), None]
    assert column(con, "orders", "market", "order_id") == ["DEU", None]
    assert column(con, "orders", "fulfilled_at", "order_id") == [dt.datetime(2025, 3, 2), None]
    assert column(con, "order_lines", "quantity", "1") == [1, 1, 2]
    assert outcome.report.records == {"orders": 2, "order_lines": 3}


def test_every_row_is_accounted_for(tmp_path, streamed):
    report = run(tmp_path, ROWS)[1].report
    assert (report.rows_read, report.rows_kept, report.rows_merged) == (6, 2, 1)
    assert (report.rows_left_out, report.rows_set_aside) == (1, 2)
    told = {str(each.reason): (each.outcome, each.rows) for each in report.reasons}
    assert told["A total row."] == ("left_out", 1)
    assert told["No order number."] == ("set_aside", 1)
    assert told["The cell under “Total” can't be read as a number."] == ("set_aside", 1)
    assert told["A test order."] == ("noted", 1)
    assert told["Cells under “Sent” that can't be read: they are left empty."] == ("noted", 1)
    assert (report.first_day, report.last_day) == ("2025-03-01", "2025-03-01")
    assert report.unknown == (("market", "Narnia", 1),)


def test_every_amount_is_accounted_for(tmp_path, streamed):
    lines = {(one.measure, one.currency): one for one in run(tmp_path, ROWS)[1].report.reconciled}
    total = lines["Total", "EUR"]
    assert (total.in_file, total.kept, total.left_out, total.set_aside) == (23.5, 22.5, 0, 1)
    shipping = lines["Shipping", "EUR"]
    assert (shipping.in_file, shipping.kept, shipping.merged) == (9.8, 4.9, 4.9)
    assert lines["Units", ""].in_file == 5
    assert lines["Total", ""].left_out == 28.5
    assert all(one.difference == 0 for one in lines.values())


def test_rows_that_should_agree_and_do_not_are_noted(tmp_path):
    rows = [["A1", DAY, "1.00", "4.90"], ["A1", DAY, "1.00", "5.90"]]
    report = run(tmp_path, rows)[1].report
    assert any("differ in an amount they should repeat" in str(each.reason) for each in report.reasons)


def test_a_set_aside_part_of_an_order_is_said(tmp_path):
    report = run(tmp_path, [["A1", DAY, "1.00"], ["A1", DAY, "junk"]])[1].report
    assert [each.lines for each in report.reasons if "Another row" in str(each.reason)] == [(2,)]


def test_personal_data_reaches_no_table_and_no_report(tmp_path, streamed):
    con, outcome = run(tmp_path, [*ROWS, ["A9", DAY, "bad", "", "", "EUR", "a@b.de", "x", "zoe@example.com", "Zoe"]])
    kept = str(con.execute("SELECT * FROM staged_orders").fetchall())
    everything = kept + str(outcome.report) + outcome.report.rejects.to_csv()
    for secret in ("a@b.de", "Anna", "zoe@example.com", "Zoe"):
        assert secret not in everything
    assert dict(outcome.report.dropped)["Email"] == "e-mail"
    assert "Name" in dict(outcome.report.dropped)


def test_damaged_numbers_are_noted(tmp_path):
    report = run(tmp_path, [["7.41E+12", DAY, "1.00"]])[1].report
    assert any("7.41E+12" in str(each.reason) for each in report.reasons)


def test_unique_keys_need_no_merging_and_stay_a_view(tmp_path, monkeypatch):
    monkeypatch.setattr(staging, "TABLE_SIZE", 0)
    con, outcome = run(tmp_path, [[f"A{place}", DAY, "1.00"] for place in range(50)])
    assert not any(one.merged for one in outcome.written)
    assert con.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'reading_0_rows'").fetchone() == (0,)
    assert len(column(con, "orders", "order_id")) == 50


def test_what_the_sample_did_not_show_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(staging, "TABLE_SIZE", 0)
    monkeypatch.setattr("data.ingest.engine.SAMPLE", 2)
    early = [[f"A{place}", "01/02/2025", "1,234", "", "1", "EUR", "Germany", "paid"] for place in range(5)]
    late = [["B1", "25/02/2025", "1,5", "", "1", "EUR", "Spain", "Test"]]
    late += [["B2", "2025-02-26", "1,5", "", "1", "EUR", "Peru", "paid"]]
    con, outcome = run(tmp_path, early + late)
    assert column(con, "orders", "gross", "order_id") == [Decimal("1.2340")] * 5 + [Decimal("1.5000")] * 2
    assert column(con, "orders", "ordered_at", "order_id")[-2:] == [dt.datetime(2025, 2, 25), dt.datetime(2025, 2, 26)]
    assert column(con, "orders", "market", "order_id")[-2:] == ["ESP", "PER"]
    assert [each.rows for each in outcome.report.reasons if str(each.reason) == "A test order."] == [1]


def test_missing_columns_are_null(tmp_path):
    con, _ = run(tmp_path, [["A1", DAY, "1.00"]], headers=("Order", "Date", "Total"))
    assert con.execute("SELECT market, device, fees, source, currency FROM staged_orders").fetchall() == [
        (None, None, None, "made", "EUR")
    ]


def test_an_empty_table_is_read(tmp_path):
    report = run(tmp_path, [])[1].report
    assert (report.rows_read, report.records) == (0, {"orders": 0, "order_lines": 0})


CELL = st.sampled_from(["1.00", "2.50", "-3.25", "", "--", "x", "1,000.75"])


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["A", "B", "C", ""]), st.sampled_from([DAY, "", "never"]), CELL, CELL,
            st.sampled_from(["1", "2", "", "?!"]), st.sampled_from(["EUR", "USD", ""]), st.sampled_from(["DE", "??", ""]),
            st.sampled_from(["paid", "total", "test", ""]),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_nothing_is_ever_lost(tmp_path_factory, rows):
    con, outcome = run(tmp_path_factory.mktemp("rows"), [list(row) for row in rows])
    report = outcome.report
    assert report.rows_read == len(rows)
    assert report.rows_read == report.rows_kept + report.rows_merged + report.rows_left_out + report.rows_set_aside
    assert all(one.difference == 0 for one in report.reconciled)
    assert report.rows_set_aside == len(report.rejects)
    kept = sum(one.kept for one in report.reconciled if one.measure == "Total")
    assert float(con.execute("SELECT coalesce(sum(gross), 0) FROM staged_orders").fetchone()[0]) == kept


def test_the_layout_is_what_a_layout_is():
    assert isinstance(ORDERS, Layout)


def test_currencies_are_never_added_up(tmp_path, streamed):
    rows = [["A1", DAY, "1.00", "", "", "EUR"], ["A1", DAY, "2.00", "", "", "USD"], ["A1", DAY, "4.00"], ["A2", DAY, "1.00"]]
    con, outcome = run(tmp_path, rows)
    assert column(con, "orders", "gross", "order_id") == [Decimal("5.0000"), Decimal("1.0000")]
    assert column(con, "orders", "currency", "order_id") == ["EUR", None]
    assert outcome.report.rows_set_aside == 1
    assert any("another currency" in str(each.reason) and each.lines == (3,) for each in outcome.report.reasons)
    assert all(one.difference == 0 for one in outcome.report.reconciled)
