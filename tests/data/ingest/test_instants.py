"""Dates and times in any style become UTC instants."""

from __future__ import annotations

import datetime as dt

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ingest.instants import format_sql, instant_sql, pattern
from data.ingest.shapes import shapes

CON = duckdb.connect()


def read(cells, order="dmy", zone="UTC"):
    CON.execute("CREATE OR REPLACE TEMP TABLE cells (line BIGINT, c0 VARCHAR)")
    CON.executemany("INSERT INTO cells VALUES (?, ?)", list(enumerate(cells, start=2)))
    found = [pattern(shape.text) for shape in shapes(CON, "cells", "c0")]
    sql = instant_sql("c0", tuple(sorted({one for one in found if one}, key=repr)), order, zone)
    return [row[0] for row in CON.execute(f"SELECT {sql} FROM cells ORDER BY line").fetchall()]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2024-01-05", "2024-01-05T00:00"),
        ("2024-01-05 10:20:30", "2024-01-05T10:20:30"),
        ("2024-01-05T10:20:30.123", "2024-01-05T10:20:30.123"),
        ("2024-01-05T10:20:30Z", "2024-01-05T10:20:30"),
        ("2024-01-05 10:20:30 +0100", "2024-01-05T09:20:30"),
        ("2024-01-05T10:20:30-05:00", "2024-01-05T15:20:30"),
        ("2024-07-05 10:20:30 CEST", "2024-07-05T08:20:30"),
        ("2025-03-02 10:12:00 UTC", "2025-03-02T10:12"),
        ("20240105", "2024-01-05T00:00"),
        ("2024010513", "2024-01-05T13:00"),
        ("202401", "2024-01-01T00:00"),
        ("31.12.2025", "2025-12-31T00:00"),
        ("1. 2. 2024", "2024-02-01T00:00"),
        ("31.12.25 18:05", "2025-12-31T18:05"),
        ("05/01/2024", "2024-01-05T00:00"),
        ("05/01/24", "2024-01-05T00:00"),
        ("05-01-2024", "2024-01-05T00:00"),
        ("Jun 09, 2018 09:30 pm", "2018-06-09T21:30"),
        ("July 4, 2024 at 10:05 AM PDT", "2024-07-04T17:05"),
        ("9-Jun-18", "2018-06-09T00:00"),
        ("Mon, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00"),
        ("12. März 2024", "2024-03-12T00:00"),
        ("5 de junio de 2024", "2024-06-05T00:00"),
        ("2024年3月5日", "2024-03-05T00:00"),
        ("2024년 3월 5일", "2024-03-05T00:00"),
        ("45352", "2024-03-01T00:00"),
        ("45352.5", "2024-03-01T12:00"),
        ("1700000000", "2023-11-14T22:13:20"),
        ("1700000000000", "2023-11-14T22:13:20"),
    ],
)
def test_a_cell_becomes_the_instant_it_means(cell, expected):
    assert read([cell]) == [dt.datetime.fromisoformat(expected)]


@pytest.mark.parametrize("cell", ["2024-02-30", "31/13/2024", "soon", "12", "99999999", "5 lunes 2024"])
def test_what_is_no_date_stays_null(cell):
    assert read([cell]) == [None]


def test_formats_may_change_within_a_column():
    assert read(["2024-03-12 09:14", "3/15/2024 2:30 PM"], order="mdy") == [
        dt.datetime(2024, 3, 12, 9, 14),
        dt.datetime(2024, 3, 15, 14, 30),
    ]


def test_the_order_decides_an_open_date():
    assert read(["03/04/2024"], "dmy") == [dt.datetime(2024, 4, 3)]
    assert read(["03/04/2024"], "mdy") == [dt.datetime(2024, 3, 4)]
    assert format_sql("{order}/%Y", "mdy") == "%m/%d/%Y"


def test_the_zone_moves_times_and_leaves_days():
    assert read(["2024-07-01 12:00", "2024-07-01"], zone="Europe/Berlin") == [
        dt.datetime(2024, 7, 1, 10),
        dt.datetime(2024, 7, 1),
    ]


def test_a_stated_offset_beats_the_zone():
    assert read(["2024-07-01 12:00:00 +0000"], zone="Europe/Berlin") == [dt.datetime(2024, 7, 1, 12)]


FORMATS = ["%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%d/%m/%Y %I:%M:%S %p", "%b %d, %Y %I:%M:%S %p", "%Y%m%d%H"]


@settings(max_examples=60, deadline=None)
@given(
    moments=st.lists(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2033, 12, 31)), min_size=1, max_size=6),
    style=st.sampled_from(FORMATS),
)
def test_any_style_comes_back_equal(moments, style):
    moments = [moment.replace(microsecond=0) for moment in moments]
    if style == "%Y%m%d%H":
        moments = [moment.replace(minute=0, second=0) for moment in moments]
    assert read([moment.strftime(style) for moment in moments]) == moments
