"""Days and periods of a plan, in the ways people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.target_periods import day_first, month_of, span


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        (("2026", " 2026 ", "2026年"), "2026-01-01", "2026-12-31"),
        (("2026-Q1", "Q1 2026", "q1/26", "2026Q1", "1T 2026", "T1 2026", "1. Quartal 2026", "1er trimestre 2026",
          "1º trimestre de 2026", "2026年第1季度", "Jan 2026 - Mar 2026", "2026-01-01 – 2026-03-31", "1.1.2026 bis 31.3.2026"),
         "2026-01-01", "2026-03-31"),
        (("H2 2026", "2026-H2", "2. Halbjahr 2026", "2.º semestre 2026"), "2026-07-01", "2026-12-31"),
        (("2028-02", "02/2028", "2.2028", "202802", "February 2028", "Feb-28", "feb. 28", "febrero de 2028", "Februar 2028",
          "2028年2月", "2028 Feb", "FÉVRIER 2028", "luty 2028"), "2028-02-01", "2028-02-29"),
        (("2026-W07", "2026 KW07"), "2026-02-09", "2026-02-15"),
        (("2026-03-31", "2026-03-31 00:00:00", "31.3.2026", "31/03/2026", "03/31/2026", "20260331", "31 March 2026",
          "March 31st, 2026", "31 de marzo de 2026", "31. März 2026", "2026/3/31", "2026年3月31日"), "2026-03-31", "2026-03-31"),
    ],
)  # fmt: skip
def test_a_period_is_read_however_it_is_written(texts, first, last):
    wanted = (date.fromisoformat(first), date.fromisoformat(last))
    assert {text: span(text) for text in texts} == dict.fromkeys(texts, wanted)


@pytest.mark.parametrize(
    "text", ["", "Total", "12", "Q5 2026", "H3 2026", "31.2.2026", "2026-13", "2026-W60", "March", "lunes 2026", "1826",
             "Mar 2026 - Jan 2026", "x" * 99, "2026" * 20],
)  # fmt: skip
def test_what_names_no_period_is_none(text):
    assert span(text) is None


def test_days_that_may_be_meant_in_two_ways_need_the_order():
    assert span("03/04/2026") is None
    assert span("03/04/2026", True) == (date(2026, 4, 3),) * 2 and span("03/04/2026", False) == (date(2026, 3, 4),) * 2
    assert day_first(["01/01/2026", "31/12/2026"]) is True and day_first(["01/01/2026", "12/31/2026"]) is False
    assert day_first(["01/02/2026"]) is None and day_first(["31/01/2026", "01/31/2026"]) is None


def test_a_spreadsheet_writes_a_month_as_its_first_day():
    assert month_of("2026-03-01 00:00:00") == span("2026-03") and month_of("2026-03-02") == span("2026-03-02")


@given(st.text(max_size=30))
def test_no_text_breaks_it(text):
    found = span(text)
    assert found is None or found[0] <= found[1]
