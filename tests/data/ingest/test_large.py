"""A large clean file is read where it lies; one that is not gets the closer look."""

from __future__ import annotations

import duckdb
import pytest

from data.ingest import opening, staging
from data.ingest.opening import open_file


@pytest.fixture(autouse=True)
def small_is_large(monkeypatch):
    monkeypatch.setattr(opening, "WHOLE_LIMIT", 1000)
    monkeypatch.setattr(staging, "TABLE_SIZE", 1000)


def opened(tmp_path, *lines):
    path = tmp_path / "x.csv"
    path.write_text("".join(f"{line}\n" for line in ["Id,Name,Sum", *lines]), encoding="utf-8")
    (sheet,) = open_file(path, tmp_path / "work").sheets
    con = duckdb.connect()
    staged = staging.stage(con, sheet, "raw")
    ((rows, first, last),) = con.execute("SELECT count(*), min(line), max(line) FROM raw").fetchall()
    return sheet, staged, rows, (first, last)


LINES = [f"{number},name {number},{number}.5" for number in range(5000)]


def test_a_clean_file_is_a_view_on_itself(tmp_path):
    sheet, staged, rows, lines = opened(tmp_path, *LINES)
    assert (sheet.path.name, sheet.rows, staged.rows, staged.malformed) == ("x.csv", None, None, [])
    assert (rows, lines) == (5000, (2, 5001))


def test_rows_that_do_not_fit_are_known_after_reading(tmp_path):
    _, staged, rows, _ = opened(tmp_path, *LINES[:2500], "1,2", "1,2,3,4", *LINES[2500:])
    assert rows == 5000
    assert [(line, text) for line, text, _ in staged.malformed] == [(2502, "1,2"), (2503, "1,2,3,4")]
    assert "2 cells, the header has 3" in str(staged.malformed[0][2])


def test_quotes_are_read_once_to_see_that_they_fit(tmp_path):
    sheet, staged, rows, _ = opened(tmp_path, *LINES[:2500], '7,"a\nb",1', '8,"a"', *LINES[2500:])
    assert (sheet.path.name, sheet.rows, rows) == ("x.csv", 5001, 5001)
    assert [line for line, _, _ in staged.malformed] == [2503]  # counted in rows, as the view counts them


@pytest.mark.parametrize("broken", ['7,"a,1', '"7,a,1', '7,"a"b,1'])
def test_quotes_that_do_not_fit_call_for_the_closer_look(tmp_path, broken):
    sheet, staged, rows, lines = opened(tmp_path, *LINES[:2500], broken, '8,"b",2', *LINES[2500:])
    assert (sheet.numbered, rows, lines) == (True, 5001, (2, 5003))
    assert [(line, text) for line, text, _ in staged.malformed] == [(2502, broken)]


def test_totals_at_the_end_call_for_the_closer_look(tmp_path):
    sheet, _, rows, _ = opened(tmp_path, *LINES, "Total,,12500000")
    assert (len(sheet.totals), rows) == (1, 5000)


def test_damaged_bytes_call_for_the_closer_look(tmp_path):
    path = tmp_path / "y.csv"
    path.write_bytes("\n".join(["Id,Name,Sum", *LINES, "5,Käufer,5", "5,Größe,5"]).encode() + b"\n6,\xff,1\n")
    (sheet,) = open_file(path, tmp_path / "work").sheets
    assert (sheet.rows, [line for line, _, _ in sheet.malformed]) == (5002, [5004])


@pytest.mark.parametrize(
    ("extra", "trimmed"),
    [("7,a b,1", True), ('7,"b",1', True), ("7, a,1", False), ("7,a ,1", False), ("7,a,1 ", False), ('7," ",1', False)],
)
def test_cells_are_trimmed_unless_none_has_blanks_around_it(tmp_path, extra, trimmed):
    path = tmp_path / "z.csv"
    path.write_text("\n".join(["Id,Name,Sum", extra, *LINES]) + "\n", encoding="utf-8")
    (sheet,) = open_file(path, tmp_path / "work").sheets
    assert sheet.trimmed is trimmed
    con = duckdb.connect()
    staging.stage(con, sheet, "raw")
    name = extra.split(",")[1].strip(' "') or None
    assert con.execute("SELECT c0, c1, c2 FROM raw WHERE line = 2").fetchall() == [("7", name, "1")]
