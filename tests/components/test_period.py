"""Periods: defaults, what an address may ask for, and what they are compared with."""

from __future__ import annotations

import datetime as dt

import pytest

from components import words
from components.period import Period, asked, last

SPAN = Period(dt.date(2025, 1, 10), dt.date(2026, 3, 1))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_the_default_ends_with_the_data_not_with_the_clock():
    assert last(SPAN) == Period(day("2025-12-02"), day("2026-03-01"))
    assert last(SPAN).days == 90
    short = Period(day("2026-02-25"), day("2026-03-01"))
    assert last(short) == short


def test_compared_with_as_many_days_before_or_the_same_dates_a_year_earlier():
    march = Period(day("2024-02-29"), day("2024-03-09"))
    assert march.against("previous") == Period(day("2024-02-19"), day("2024-02-28"))
    assert march.against("previous").days == march.days
    assert march.against("year") == Period(day("2023-02-28"), day("2023-03-09"))
    assert march.against("none") is None
    assert march.against("<script>") is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-06-01", "2025-06-30", ("2025-06-01", "2025-06-30")),
        ("2020-01-01", "2025-06-30", ("2025-01-10", "2025-06-30")),
        (None, "2025-02-01", ("2025-01-10", "2025-02-01")),
        ("2025-02-01", None, ("2025-02-01", "2026-03-01")),
        ("2025-07-01", "2025-06-01", None),
        ("2030-01-01", "2030-02-01", None),
        ("2019-01-01", "2019-02-01", None),
        ("' OR 1=1", "2025-06-01", None),
        ("0000-00-00", "9999-99-99", None),
        (None, None, None),
        ("", "", None),
    ],
)
def test_an_address_names_days_within_the_data_or_nothing(start, end, expected):
    found = asked(start, end, SPAN)
    assert found == (Period(day(expected[0]), day(expected[1])) if expected else None)


def test_written_as_the_visitor_writes_it():
    period = Period(day("2025-12-02"), day("2026-03-01"))
    with words.using("en", "en-US"):
        assert period.text.replace("\u2009", " ") == "Dec 2, 2025 – Mar 1, 2026"
    with words.using("es", "es-ES"):
        assert "dic" in period.text
    assert Period(day("2026-03-01"), day("2026-03-01")).text
