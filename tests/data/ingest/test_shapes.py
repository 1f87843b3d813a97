"""Cells become shapes, and cells that say nothing are known."""

from __future__ import annotations

import duckdb
import pytest

from data.ingest.shapes import MISSING, among, missing, named, quoted, shapes


def test_digits_are_alike_and_the_first_example_is_kept():
    con = duckdb.connect()
    con.execute("CREATE TABLE t AS SELECT * FROM (VALUES (2, '12.50'), (3, '77.10'), (4, '0.5'), (5, '--')) v(line, c0)")
    found = shapes(con, "t", "c0")
    assert [(one.text, one.rows, one.example, one.line) for one in found] == [("99.99", 2, "12.50", 2), ("º.9", 1, "0.5", 4)]


@pytest.mark.parametrize("cell", ["--", "-", "N/A", "< 10%", "(not set)", " null ", ""])
def test_cells_that_say_nothing(cell):
    assert duckdb.execute(f"SELECT {missing('$1::VARCHAR')}", [cell]).fetchone() == (True,)


@pytest.mark.parametrize("cell", ["0", "-1", "nan bread", "5%"])
def test_cells_that_say_something(cell):
    assert duckdb.execute(f"SELECT {missing('$1::VARCHAR')}", [cell]).fetchone() == (False,)


def test_words_are_found_whole():
    for cell, found in (("Yes", True), ("ye", False), ("y¦n", False)):
        assert duckdb.execute(f"SELECT {among('$1::VARCHAR', ('yes', 'y'))}", [cell]).fetchone() == (found,)


def test_quoting():
    assert quoted("it's") == "'it''s'"
    assert named('a"b') == '"a""b"'


def test_no_cell_that_says_nothing_ends_in_a_figure():
    assert not any(word[-1:].isdigit() for word in MISSING)
