"""Rows of saved scenarios: free names, times and numbers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from data import saved_scenarios as rows
from data.migrations import upgrade
from frameworks.scoring.scenario import Scenario

NOW = "2026-11-22T00:00:00.000000+00:00"


@pytest.fixture
def db():
    database = Database(memory=True)
    upgrade(database)
    return database


@pytest.mark.parametrize(
    ("name", "copies"),
    [
        ("Plan", ["Plan (2)", "Plan (3)"]),
        ("Plan (2)", ["Plan (3)", "Plan (4)"]),
        ("", ["(2)", "(3)"]),
        ("x" * 200, ["x" * 190 + " (2)", "x" * 190 + " (3)"]),
    ],
)
def test_copies_take_a_free_name(db, name, copies):
    first = rows.add(db, Scenario(home="USA", name=name), "1", NOW)
    made = [rows.live(db, rows.add_copy(db, rows.live(db, first).scenario, "1", NOW)).name for _ in range(2)]
    assert made == copies


@given(st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)), st.integers(-12, 14))
def test_times_read_back_in_utc(when, hours):
    aware = when.replace(tzinfo=timezone(timedelta(hours=hours)))
    read = rows.moment(rows.stamp(aware))
    assert read == aware
    assert read.tzinfo is UTC


def test_damaged_times_count_as_long_ago():
    assert rows.moment(None) is None
    assert {rows.moment(text).year for text in ("", "soon", 7, b"x", "0001-01-01T00:00:00+14:00")} == {1970}


def test_a_purged_number_is_never_given_again(db):
    first = rows.add(db, Scenario(home="USA"), "1", NOW)
    db.execute("DELETE FROM scenarios")
    assert rows.add(db, Scenario(home="USA"), "1", NOW) > first
    assert rows.find(db, first) is None
