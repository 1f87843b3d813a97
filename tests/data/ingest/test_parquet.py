"""Parquet files are read, records within columns laid flat."""

from __future__ import annotations

import duckdb

from data.ingest.opening import open_file
from data.ingest.staging import stage


def made(path, query):
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'America/New_York'")
        con.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
        return path


def rows(sheet):
    with duckdb.connect() as con:
        assert stage(con, sheet, "raw").malformed == []
        return con.execute("SELECT * FROM raw ORDER BY line").fetchall()


def test_a_table(tmp_path):
    path = made(
        tmp_path / "x.dat",
        "SELECT 7410000000123 AS id, DATE '2024-03-01' AS day, 12.50::DECIMAL(9,2) AS sum, ' ' AS note",
    )
    (sheet,) = open_file(path, tmp_path / "work").sheets
    assert (sheet.headers, sheet.rows) == (("id", "day", "sum", "note"), 1)
    assert rows(sheet) == [(1, "7410000000123", "2024-03-01", "12.50", None)]


def test_records_and_instants(tmp_path):
    path = made(
        tmp_path / "x.parquet",
        """SELECT {'country': 'DE', 'city': {'name': 'Ulm'}} AS geo, TIMESTAMPTZ '2024-03-01 10:00:00+01' AS at, 'x'::BLOB AS b""",
    )
    (sheet,) = open_file(path, tmp_path / "work").sheets
    assert sheet.headers == ("geo.country", "geo.city.name", "at", "b")
    assert rows(sheet) == [(1, "DE", "Ulm", "2024-03-01 09:00:00.000000+00:00", None)]
