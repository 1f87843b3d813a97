"""Zones as exports write them are known to DuckDB."""

from __future__ import annotations

import duckdb
import pytest

from data.ingest import zones


@pytest.mark.parametrize(
    ("said", "hours"),
    [("CEST", 2), ("PDT", -7), ("Europe/Berlin", 2), ("america/new york", -4), ("+0530", 5.5), ("GMT-8", -8), ("Z", 0),
     ("(GMT+09:00) Tokyo", 9), ("UTC+02:00", 2)],
)  # fmt: skip
def test_a_zone_is_read(said, hours):
    name = zones.zone(said)
    noon = "TIMESTAMP '2024-07-01 12:00:00'"
    sql = f"SELECT epoch({noon}) - epoch(({noon} AT TIME ZONE $1) AT TIME ZONE 'UTC')"
    assert duckdb.execute(sql, [name]).fetchone() == (hours * 3600,)


@pytest.mark.parametrize("said", ["lunch", "", "+99:00", "12:00"])
def test_anything_else_is_none(said):
    assert zones.zone(said) is None


def test_every_abbreviation_is_a_zone():
    for minutes in zones.ABBREVIATIONS.values():
        duckdb.execute("SELECT TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE $1 IS NULL", [zones.fixed(minutes)])
