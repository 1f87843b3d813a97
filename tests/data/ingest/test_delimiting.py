"""The delimiter and the quotes of a file are found out."""

from __future__ import annotations

import pytest

from data.ingest.delimiting import data_like, dialect_of, is_comment, is_hint
from data.ingest.records import Record


@pytest.mark.parametrize(
    "text, delimiter",
    [
        ("a,b\n1,2\n", ","),
        ("Tag;Kosten;Umsatz\n1.10.2026;1,50;2,25\n2.10.2026;2,50;3,75\n", ";"),
        ("Campaign\tCPM (cost per 1,000)\tCost\nA, B\t1\t2\nC\t3\t1,050.20\n", "\t"),
        ("a|b|c\n1|2,5|3\n", "|"),
        ("Report of October, 2026\nall, of it\na;b;c\n1;2;3\n4;5;6\n", ";"),
        ("sep=|\na,b|c\n1,2|3\n", "|"),
        ("2024-01-01;5;1,5\n2024-01-02;6;2,5\n", ";"),
        ("email\na@b.de\n", ","),
    ],
)
def test_the_delimiter(text, delimiter):
    assert dialect_of(text.splitlines(keepends=True), "\n").delimiter == delimiter


@pytest.mark.parametrize(
    "cell", ["1", "-1.234,56", "€ 5", "5 %", "2026-10-01T10:00:00Z", "10:30 PM", "a@b.de", "true", "(12.50)"]
)
def test_cells_that_no_header_has(cell):
    assert data_like(cell)


@pytest.mark.parametrize("cell", ["", "Total", "CPM (cost per 1,000)", "Q1 revenue", "T-shirt"])
def test_cells_that_a_header_may_have(cell):
    assert not data_like(cell)


def test_comments_and_hints():
    assert is_comment(Record(1, 1, ["# Start date: 20260101"])) and is_comment(Record(1, 1, ["#-----"]))
    assert not is_comment(Record(1, 1, ["#1001", "x"])) and not is_comment(Record(1, 1, []))
    assert is_hint("sep=;") and not is_hint("separate")
