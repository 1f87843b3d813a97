"""The account against the file's own totals."""

from __future__ import annotations

from data.ingest.model import Reconciled
from data.ingest.reconcile import Group, Tally
from tests.data.ingest.made import HEADERS, run

DAY = "2025-03-01 10:00:00"


def totals(amount):
    cells = [None] * len(HEADERS)
    cells[HEADERS.index("Total")] = amount
    return ((9, "Total", tuple(cells)),)


def test_the_total_row_of_the_file_stands_beside_what_was_read(tmp_path):
    rows = [["A1", DAY, "1.000,50", "", "", "EUR"], ["A2", DAY, "2,25", "", "", "EUR"]]
    (line,) = [one for one in run(tmp_path, rows, totals=totals("1.002,75"))[1].report.reconciled if one.measure == "Total"]
    assert (line.kept, line.stated) == (1002.75, 1002.75)


def test_a_total_over_two_currencies_states_nothing(tmp_path):
    rows = [["A1", DAY, "1.00", "", "", "EUR"], ["A2", DAY, "2.00", "", "", "USD"]]
    lines = [one for one in run(tmp_path, rows, totals=totals("3.00"))[1].report.reconciled if one.measure == "Total"]
    assert [(one.currency, one.stated) for one in lines] == [("EUR", None), ("USD", None)]


def test_tiny_amounts_add_up_exactly(tmp_path):
    rows = [[f"A{place}", DAY, "0.10", "", "", "EUR"] for place in range(30)]
    (line,) = [one for one in run(tmp_path, rows)[1].report.reconciled if one.measure == "Total"]
    assert line == Reconciled("Total", "EUR", 3.0, 3.0, 0.0, 0.0, 0.0)


def test_a_tally_counts_by_outcome_and_target():
    found = Tally({Group(0, 0, (True, True)): 3, Group(0, 1, (False, True)): 2, Group(4, None, (False, False)): 1})
    assert (found.read, found.counted(0), found.counted(4), found.of(0), found.of(1)) == (6, 5, 1, 3, 5)
