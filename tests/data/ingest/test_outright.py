"""A large plain file is read once, and every file comes to the same rows and the same report as the careful way."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.ingest import outright, staging
from data.ingest.model import Cancelled
from data.ingest.reading import ingest
from data.warehouse.adding import Order, add
from data.warehouse.file import DuckFile

HEADERS = (
    "Order ID", "Order date", "Email", "Country", "Currency", "Total", "Discount", "Shipping", "Channel", "Status",
)  # fmt: skip
PLAIN = ["2025-03-01 10:00:00", "ann@example.com", "DE", "EUR", "10.50", "1.00", "", "web", "paid"]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Let every file count as large, and its first four rows as the sample."""
    monkeypatch.setattr(staging, "TABLE_SIZE", 0)
    monkeypatch.setattr("data.ingest.engine.SAMPLE", 4)


@pytest.fixture
def export(tmp_path):
    def written(rows, name="orders.csv"):
        path = tmp_path / name
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([HEADERS, *rows])
        return path

    return written


def plain(count, start=0):
    return [[f"A{place}", *PLAIN] for place in range(start, start + count)]


def taken_in(path, careful=False, progress=None, file=None):
    """Return what an import came to: its rows, its report, and whether they were taken in outright."""
    file = file or DuckFile(None, None)
    order = Order(path, path.name, None, {}, b"salt", NOW)
    ways = []

    def read(con, path, *, land, **how):
        found = ingest(con, path, land=None if careful else land, **how)
        ways.append(bool(con.execute("SELECT count(*) FROM orders WHERE import_id > 0").fetchone()[0]))
        return found

    with file.reading() as cursor:
        before = cursor.execute("SELECT count(*) FROM orders").fetchone()[0]
        added = add(file, order, read, progress)
        rows = cursor.execute("SELECT * EXCLUDE (import_id) FROM orders ORDER BY ALL").fetchall()
    return rows, added.imported.report, ways[0] and not before


def same(path):
    """Take a file in both ways, see that they agree, and return its rows, its report and whether it went outright."""
    rows, report, went = taken_in(path)
    careful_rows, careful_report, careful = taken_in(path, careful=True)
    assert not careful
    assert rows == careful_rows
    for name in report.__dataclass_fields__:
        ours, theirs = getattr(report, name), getattr(careful_report, name)
        assert (ours.equals(theirs) if hasattr(ours, "equals") else repr(ours) == repr(theirs)), name
    assert all(round(line.difference, 4) == 0 for line in report.reconciled)
    return rows, report, went


def test_plain_rows_are_taken_in_outright(export):
    rows, report, went = same(export(plain(30)))
    assert went
    assert (len(rows), report.rows_kept, report.records) == (30, 30, {"orders": 30})
    total = next(line for line in report.reconciled if line.measure == "Total")
    assert (total.in_file, total.kept, total.currency) == (315.0, 315.0, "EUR")
    assert rows[0][9] == Decimal("10.5000")


ODD = {
    "a repeated order": ["A1", *PLAIN],
    "no number": ["", *PLAIN],
    "no date": ["B1", "", *PLAIN[1:]],
    "another date": ["B1", "01.04.2025", *PLAIN[1:]],
    "no amount": ["B1", *PLAIN[:4], "", *PLAIN[5:]],
    "an unreadable amount": ["B1", *PLAIN[:4], "junk", *PLAIN[5:]],
    "an unreadable discount": ["B1", *PLAIN[:5], "junk", *PLAIN[6:]],
    "a return": ["B1", *PLAIN[:4], "-3.00", *PLAIN[5:]],
    "a negative discount": ["B1", *PLAIN[:5], "-3.00", *PLAIN[6:]],
    "an amount with a sign": ["B1", *PLAIN[:4], "€ 1,234.50", *PLAIN[5:]],
    "too large an amount": ["B1", *PLAIN[:4], "123456789012345678.00", *PLAIN[5:]],
    "a new country": ["B1", *PLAIN[:2], "Peru", *PLAIN[3:]],
    "an unknown country": ["B1", *PLAIN[:2], "Narnia", *PLAIN[3:]],
    "no country": ["B1", *PLAIN[:2], "", *PLAIN[3:]],
    "another currency": ["B1", *PLAIN[:3], "USD", *PLAIN[4:]],
    "no currency": ["B1", *PLAIN[:3], "", *PLAIN[4:]],
    "a new status": ["B1", *PLAIN[:-1], "refunded"],
    "an unknown status": ["B1", *PLAIN[:-1], "frobbed"],
    "a test": ["B1", *PLAIN[:-1], "test"],
    "an address as number": ["ann@example.com", *PLAIN],
    "a damaged number": ["7.41E+12", *PLAIN],
    "too few cells": ["B1", *PLAIN[:3]],
    "too many cells": ["B1", *PLAIN, "x"],
}


@pytest.mark.parametrize("row", ODD.values(), ids=ODD)
def test_one_odd_row_changes_no_figure(export, row):
    same(export([*plain(10), row, *plain(5, start=20)]))


@pytest.mark.parametrize("row", ["a new country", "no country", "a new status", "an amount with a sign"])
def test_what_the_beginning_did_not_show_is_learnt(export, row):
    _, _, went = same(export([*plain(10), ODD[row], *plain(5, start=20)]))
    assert went


def test_numbers_that_become_one_are_left_to_the_careful_way(export):
    _, _, went = same(export([*plain(5), ["ann@example.com", *PLAIN], ["bob@example.com", *PLAIN]]))
    assert not went


def test_currencies_are_kept_apart(export):
    mixed = [[f"A{place}", *PLAIN[:3], ("EUR", "USD", "JPY")[place % 3], *PLAIN[4:]] for place in range(12)]
    _, report, went = same(export(mixed))
    assert went
    assert {(line.measure, line.currency) for line in report.reconciled if line.in_file} == {
        (name, code) for name in ("Total", "Discount") for code in ("EUR", "USD", "JPY")
    }


def test_rows_that_fit_no_table_are_set_aside_beside_the_rest(export):
    rows, report, went = same(export([*plain(10), ["B1", "x"], *plain(5, start=20)]))
    assert went
    assert (len(rows), report.rows_read, report.rows_set_aside) == (15, 16, 1)


CELL = st.sampled_from(["1.00", "2.50", "0", "-3.25", "", "--", "x", "1,000.75", "12.345678"])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    odd=st.lists(
        st.tuples(
            st.sampled_from(["A1", "B", "C", "D", ""]),
            st.sampled_from([PLAIN[0], "2025-04-01", "never", ""]),
            st.sampled_from(["ann@example.com", "Bob <B@X.DE>", "", "17"]),
            st.sampled_from(["DE", "Peru", "??", ""]),
            st.sampled_from(["EUR", "USD", "Taler", ""]),
            CELL,
            CELL,
            CELL,
            st.sampled_from(["web", "Fax", ""]),
            st.sampled_from(["paid", "test", "refunded", "frobbed", ""]),
        ),
        max_size=3,
    ),
    before=st.integers(0, 8),
)
def test_both_ways_agree_whatever_the_rows(export, odd, before):
    same(export([*plain(before), *odd, *plain(6, start=100)]))


def test_an_upload_stopped_while_it_lands_leaves_nothing(export, monkeypatch):
    told = []

    def stop(share, _said):
        told.append(share)
        if written:
            raise Cancelled("stop")

    written = []
    counted = outright._tally

    def tally(*arguments):
        written.append(True)
        return counted(*arguments)

    monkeypatch.setattr(outright, "_tally", tally)
    file = DuckFile(None, None)
    path = export(plain(30))
    with pytest.raises(Cancelled):
        taken_in(path, progress=stop, file=file)
    assert written
    with file.reading() as cursor:
        for table in ("orders", "imports", "import_parts"):
            assert cursor.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert len(taken_in(path, file=file)[0]) == 30


def test_a_later_upload_replaces_orders_that_came_before(export):
    file = DuckFile(None, None)
    taken_in(export(plain(10), "one.csv"), file=file)
    changed = [[row[0], *PLAIN[:4], "20.00", *PLAIN[5:]] for row in plain(10, start=5)]
    rows, _, _ = taken_in(export(changed, "two.csv"), file=file)
    assert {row[0]: row[9] for row in rows} == {f"A{place}": Decimal("10.5") for place in range(5)} | {
        f"A{place}": Decimal("20") for place in range(5, 15)
    }
