"""A sheet is put before DuckDB as text."""

from __future__ import annotations

import duckdb
import pytest

from data.ingest.model import IngestError, Sheet
from data.ingest.staging import is_parquet, quoted, rows_in, stage


@pytest.fixture
def con():
    with duckdb.connect() as con:
        yield con


def sheet(tmp_path, text, **said):
    path = tmp_path / "it's.csv"
    path.write_bytes(text.encode())
    return Sheet(path, ("a", "b"), 2, **said)


def test_cells_are_trimmed_and_blank_ones_null(con, tmp_path):
    staged = stage(con, sheet(tmp_path, 'a,b\n\u00a0x ," "\n"y\nz",\n', rows=2), "raw")
    assert con.execute("SELECT * FROM raw ORDER BY line").fetchall() == [(2, "x", None), (3, "y\nz", None)]
    assert (staged.rows, staged.malformed) == (2, [])
    assert [(name, kind) for name, kind, *_ in con.execute("DESCRIBE raw").fetchall()] == [
        ("line", "BIGINT"), ("c0", "VARCHAR"), ("c1", "VARCHAR"),
    ]  # fmt: skip


def test_numbered_rows_bring_their_lines(con, tmp_path):
    found = sheet(tmp_path, "line,a,b\n5,x,1\n9,y,2\n", numbered=True, rows=2)
    stage(con, found, "raw")
    assert con.execute("SELECT line, c0 FROM raw ORDER BY line").fetchall() == [(5, "x"), (9, "y")]
    assert list(rows_in(found)) == [["x", "1"], ["y", "2"]]


def test_staging_again_replaces_and_touches_no_table_of_the_database(con, tmp_path):
    con.execute("CREATE TABLE raw AS SELECT 1 AS mine")
    for text in ("a,b\n1,2\n", "a,b\n3,4\n5,6\n"):
        stage(con, sheet(tmp_path, text), "raw")
    assert con.execute("SELECT count(*) FROM temp.raw").fetchall() == [(2,)]
    assert con.execute("SELECT mine FROM memory.main.raw").fetchall() == [(1,)]


def test_it_works_within_a_transaction(con, tmp_path):
    con.begin()
    staged = stage(con, sheet(tmp_path, "a,b\n1,2\n3\n4,5\n"), "raw")
    assert [(line, text) for line, text, _ in staged.malformed] == [(3, "3")]
    con.commit()


def test_a_file_that_changed_meanwhile_is_told(con, tmp_path):
    with pytest.raises(IngestError, match="changed while it was read"):
        stage(con, sheet(tmp_path, "a,b\n1,2\n", rows=2), "raw")
    with pytest.raises(IngestError, match="changed while it was read"):
        stage(con, sheet(tmp_path, "a,b\n1,2,3\n", rows=1), "raw")


def test_names_in_sql(tmp_path):
    assert quoted("it's") == "'it''s'"
    assert is_parquet(Sheet(tmp_path / "x.parquet", (), 1)) and not is_parquet(Sheet(tmp_path / "x.csv", (), 1))


@pytest.mark.parametrize("cell", ["x", " x", "x ", "\u00a0x", "x\u3000", "  ", '""', '" "', "x  y", "ü x", "\u2009"])
def test_trimming_takes_the_blanks_that_trim_takes(con, tmp_path, cell):
    stage(con, sheet(tmp_path, f"a,b\n{cell},1\n", rows=1), "raw")
    said = cell.strip('"')
    assert con.execute("SELECT c0 IS NOT DISTINCT FROM nullif(trim(?), '') FROM raw", [said]).fetchall() == [(True,)]


def test_blank_cells_are_null_where_nothing_needs_trimming(con, tmp_path):
    stage(con, sheet(tmp_path, 'a,b\nx y,""\n,"z"\n', rows=2, trimmed=True), "raw")
    assert con.execute("SELECT * FROM raw ORDER BY line").fetchall() == [(2, "x y", None), (3, None, "z")]
