"""Rows that add up a table are told from its rows."""

from __future__ import annotations

import pytest

from data.ingest.records import Record
from data.ingest.totals import adds_up, figure, nameless, remark, shape_of, total_label

ROWS = [Record(line, line, ["Enabled", f"C{line}", "EUR", str(line)]) for line in (2, 3, 4)]
SHAPE = shape_of(ROWS, 4)


@pytest.mark.parametrize(
    "cells",
    [
        ["Total: Account", "--", "EUR", "9"], ["Gesamt: Kampagnen", "", "", "9"], ["Total : compte", "--", "", "9"],
        ["Total général", "", "", "9"], ["総計", "", "", "9"], ["", "Grand total", "", "9"], ["Total of 3 results", "-", "", "9"],
        ["", "", "", "9", "Grand total"],
    ],
)  # fmt: skip
def test_total_rows(cells):
    assert total_label(Record(5, 5, cells), SHAPE)


@pytest.mark.parametrize(
    "cells",
    [
        ["Enabled", "Total: Brand", "EUR", "9"], ["Enabled", "Total", "EUR", "9"], ["Total", "Search", "EUR", "9"],
        ["Totally", "", "", "9"], [],
    ],
)  # fmt: skip
def test_rows_of_the_table(cells):
    assert total_label(Record(5, 5, cells), SHAPE) is None


def test_a_total_without_a_label_lacks_every_name_and_adds_up():
    total, other = Record(5, 5, ["", "", "EUR", "9"]), Record(5, 5, ["", "", "", "10"])
    assert not nameless(total, SHAPE) and nameless(other, SHAPE)
    assert adds_up(total, ROWS, SHAPE) and not adds_up(other, ROWS, SHAPE)


def test_a_tick_names_no_row():
    rows = [Record(line, line, [str(line), f"2026-01-0{line}", str(line), "Yes"]) for line in (2, 3)]
    assert not nameless(Record(4, 4, ["5", "2026-01-04", "5", ""]), shape_of(rows, 4))


def test_a_remark_is_one_text_below_a_wider_table():
    assert remark(Record(5, 5, ["Times are in UTC."]), 4)
    assert not remark(Record(5, 5, ["12"]), 4) and not remark(Record(5, 5, ["a b", "", "", ""]), 4)


@pytest.mark.parametrize(
    "cell, mark, value", [("1.234,56 €", ",", 1234.56), ("1,234.56", ".", 1234.56), ("(5)", ".", -5), ("--", ".", None)]
)
def test_figures(cell, mark, value):
    assert figure(cell, mark) == value
