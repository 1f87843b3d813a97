"""Tables are found in a file's records."""

from __future__ import annotations

import pytest

from data.ingest.model import IngestError
from data.ingest.records import Record
from data.ingest.sheets import Run, runs_of, set_totals_apart, tables_in


def tables(*lines):
    records = [Record(line, line, text.split(",") if text else []) for line, text in enumerate(lines, start=1)]
    found = tables_in(runs_of(records), "x.csv", ",")
    for table in found:
        set_totals_apart(table, ",", lambda: records)
    return found


def test_blank_lines_and_comments_part_runs():
    parts = list(runs_of([Record(1, 1, ["# x"]), Record(2, 2, ["a", "b"]), Record(3, 3, []), Record(4, 4, ["1", "2"])]))
    assert [type(part) for part in parts] == [Record, Run, Run]


def test_rows_below_a_blank_line_go_on_with_the_table():
    (table,) = tables("a,b", "x,2", "", "y,4")
    assert (table.first, table.last) == (2, 4)


def test_a_header_below_a_blank_line_begins_a_table():
    one, two = tables("Country,Users", "Peru,2", "", "Device,Users", "mobile,4")
    assert (one.last, two.first) == (2, 5)


def test_the_same_header_again_is_set_apart():
    (table,) = tables("a,b", "x,2", "", "a,b", "y,4")
    assert [(line, text) for line, text, _ in table.apart] == [(4, "a,b")]


def test_text_below_is_set_apart_and_text_above_kept():
    (table,) = tables("Sales report", "", "a,b,c", "x,2,3", "", "All times are UTC")
    assert table.preamble == ["Sales report"]
    assert [text for _, text, _ in table.apart] == ["All times are UTC"]


def test_totals_stand_at_the_ends_only():
    (table,) = tables("Name,Country,Sum", "a,DE,1", "Total,,1", "b,DE,2", "Total,,3")
    assert [line for line, *_ in table.totals] == [5]


def test_there_are_only_so_many_tables():
    lines = [line for number in range(300) for line in (f"# {number}", "Country,Users", "Peru,2", "")]
    with pytest.raises(IngestError, match="more than 200 tables"):
        tables(*lines)
