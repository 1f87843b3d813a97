"""Statements run beside the caller, who hears how far they are and can stop them."""

from __future__ import annotations

import threading

import duckdb
import pytest

from data.ingest.model import Cancelled
from data.ingest.pace import Pace, stopped
from frameworks.labels import Sentence

LONG = "SELECT count(*) FROM range(100000000) a(i), range(1000) b(j) WHERE (a.i * b.j) % 7 = 3"


def test_steps_are_told_in_order_in_the_caller_s_thread():
    told = []
    pace = Pace(duckdb.connect(), lambda share, doing: told.append((share, str(doing), threading.get_ident())))
    pace.step(0.5, Sentence("One"))
    assert pace.execute("SELECT 1").fetchone() == (1,)
    pace.step(1.0, Sentence("Two"))
    pace.close()
    assert [(share, doing) for share, doing, _ in told] == [(0.0, "One"), (0.5, "Two")]
    assert {thread for *_, thread in told} == {threading.get_ident()}


def test_what_the_callback_raises_stops_the_statement():
    con = duckdb.connect()
    asked = []

    def stop(share, doing):
        asked.append(share)
        if len(asked) > 1:
            raise stopped()

    pace = Pace(con, stop)
    pace.step(1.0, Sentence("Long"))
    with pytest.raises(Cancelled):
        pace.execute(LONG)
    pace.close()
    assert con.execute("SELECT 42").fetchone() == (42,)


def test_without_a_callback_statements_run_as_they_are():
    pace = Pace(duckdb.connect(), None)
    pace.step(0.5, Sentence("One"))
    assert pace.execute("SELECT ?", [3]).fetchone() == (3,)
    pace.close()


def test_errors_of_a_statement_come_through():
    pace = Pace(duckdb.connect(), lambda share, doing: None)
    with pytest.raises(duckdb.Error):
        pace.execute("SELECT nothing")
    pace.close()


def test_steps_of_one_table_are_a_part_of_the_work():
    told = []
    pace = Pace(duckdb.connect(), lambda share, doing: told.append(round(share, 3)))
    for start, end in ((0.0, 0.5), (0.5, 1.0)):
        pace.span(start, end)
        for until in (0.5, 1.0):
            pace.step(until, Sentence("A step"))
    pace.step(1.0, Sentence("Done"))
    assert told == [0.0, 0.25, 0.5, 0.75, 1.0]
