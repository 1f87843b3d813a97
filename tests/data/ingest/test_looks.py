"""What cells look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest import looks


@pytest.mark.parametrize("cell", [
    "2024-05-31", "31.05.2024", "5/31/24", "2024/5/31 10:20", "2024-05-31T10:20:00Z", "2024年5月31日", "May 31, 2024",
    "31 de mayo de 2024", "31. Mai 2024", "20240531", "12/1/2010 8:26", "31-MAY-2024", "2024-05",
])  # fmt: skip
def test_dates(cell):
    assert looks.date(cell)


@pytest.mark.parametrize("cell", ["yesterday", "12.50", "1,234.50", "536365", "hello 5", "99999999", "10:20"])
def test_what_is_no_date(cell):
    assert not looks.date(cell)


@pytest.mark.parametrize("cell", [
    "12", "-3.50", "1.234,50 €", "€ 12", "￥1,200", "USD 5", "(12.00)", "12.00-", "1 234,5", "5%", "kr 99", "1'234.50",
])  # fmt: skip
def test_amounts(cell):
    assert looks.amount(cell)


@pytest.mark.parametrize("cell", ["A12", "2024-05-31", "ten", "10:20", "12 apples and more", "a@b.c"])
def test_what_is_no_amount(cell):
    assert not looks.amount(cell)


@pytest.mark.parametrize(("cell", "value"), [
    ("1.234,50", 1234.5), ("1,234.50", 1234.5), ("12,5", 12.5), ("-3.5", -3.5), ("1,234,567", 1234567.0), ("x", None),
])  # fmt: skip
def test_a_plain_reading_of_numbers(cell, value):
    assert looks.number(cell) == value


def test_under_a_heading_of_dates_the_counts_of_spreadsheets_and_machines_are_dates():
    assert looks.fit("instant", "ordered_at", ["46082", "46083.5", "1760000000"]) == 1.0
    assert looks.fit("instant", "ordered_at", ["12", "99999", "2.50"]) == 0.0


def test_durations_and_ticks():
    assert looks.fit("duration", "resolution_time", ["90", "1h 20m", "26:15:00", "soon"]) == 0.75
    assert looks.fit("flag", "paid", ["Yes", "nein", "TRUE", "x@y.de"]) == 0.75


def test_a_share_of_what_is_filled_counts():
    assert looks.fit("amount", "total", ["1", "", "n/a", "2"]) == 1.0
    assert looks.fit("amount", "total", ["1", "two"]) == 0.5
    assert looks.fit("amount", "total", ["", "-"]) is None
    assert looks.fit("contact", "email", ["a@b.example", "Maria"]) == 0.5


@given(st.text(max_size=60))
def test_no_text_upsets_the_looks(cell):
    looks.date(cell), looks.amount(cell), looks.email(cell), looks.number(cell)
    for type_ in ("amount", "instant", "market", "currency", "channel", "id", "text", "language"):
        looks.fit(type_, "x", [cell])
