"""Workbooks are read with bounded memory; their rows keep their numbers."""

from __future__ import annotations

import datetime
import zipfile

import pytest
import xlsxwriter

from data.ingest import limits, workbook
from data.ingest.model import IngestError
from data.ingest.opening import open_file
from data.ingest.workbook import sheets_of


def book(path, **sheets):
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm:ss"}) as made:
        for name, cells in sheets.items():
            sheet = made.add_worksheet(name)
            for (row, column), value in cells.items():
                sheet.write(row, column, value)
    return path


def test_each_sheet_with_a_table_is_read(tmp_path):
    orders = {(0, 0): "Shop report", (2, 0): "Id", (2, 1): "When", (2, 2): "Sum", (3, 0): 7410000000123}
    orders |= {(3, 1): datetime.datetime(2024, 3, 1, 12, 5), (3, 2): 1.5, (5, 0): "x\ny", (5, 2): 2}
    path = book(tmp_path / "b.xlsx", Orders=orders, Empty={}, Notes={(0, 0): "Hello"})
    (sheet,) = open_file(path, tmp_path / "work").sheets
    assert (sheet.title, sheet.headers, sheet.preamble) == ("Orders", ("Id", "When", "Sum"), ("Shop report",))
    assert sheet.path.read_text(encoding="utf-8").splitlines()[1] == "4,7410000000123,2024-03-01 12:05:00,1.5"
    assert (sheet.rows, sheet.first_line) == (2, 4)


def test_a_sheet_that_reaches_to_the_end_of_the_grid_is_refused(tmp_path):
    path = book(tmp_path / "b.xlsx", Data={(0, 0): "a", (1048575, 300): "b"})
    with pytest.raises(IngestError, match="too large to open"):
        sheets_of(path, "xlsx", "b.xlsx", tmp_path / "out")


def test_one_that_hides_how_far_it_reaches_is_refused_too(tmp_path, monkeypatch):
    path = book(tmp_path / "b.xlsx", Data={(0, 0): "a", (1048575, 16000): "b"})
    monkeypatch.setattr(workbook, "_check_dimensions", lambda path, name: None)
    with pytest.raises(IngestError, match="too large to open"):
        sheets_of(path, "xlsx", "b.xlsx", tmp_path / "out")


def test_a_bomb_in_a_workbook_is_refused(tmp_path, monkeypatch):
    path = book(tmp_path / "b.xlsx", Data={(0, 0): "a"})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros", b"0" * (4 << 20))
    monkeypatch.setattr(workbook, "WORKBOOK_LIMIT", 1 << 20)
    with pytest.raises(IngestError, match="unpacks to far more"):
        sheets_of(path, "xlsx", "b.xlsx", tmp_path / "out")
    assert limits.WORKBOOK_LIMIT > 1 << 20


def ods(path, rows):
    space = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{space}:manifest:1.0"/>')
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{space}:office:1.0" xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0" '
            f'xmlns:office="{space}:office:1.0"><office:body><office:spreadsheet><table:table table:name="Orders">{rows}'
            "</table:table></office:spreadsheet></office:body></o:document-content>",
        )
    return path


def test_an_open_document_sheet_is_read(tmp_path):
    cell = '<table:table-cell office:value-type="{}" office:{}="{}"><text:p>{}</text:p></table:table-cell>'
    rows = [
        [cell.format("string", "name", "", name) for name in ("Id", "Day", "Sum")],
        [
            cell.format("string", "name", "", "a"),
            cell.format("date", "date-value", "2024-03-01", "1 March"),
            cell.format("float", "value", "7410000000123", "7.41E+12"),
        ],
    ]
    text = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    (sheet,) = open_file(ods(tmp_path / "b.ods", text), tmp_path / "work").sheets
    assert (sheet.title, sheet.headers) == ("Orders", ("Id", "Day", "Sum"))
    assert sheet.path.read_text(encoding="utf-8").splitlines()[1] == "2,a,2024-03-01,7410000000123"


def test_a_cell_repeated_without_end_is_refused(tmp_path):
    row = '<table:table-row><table:table-cell table:number-columns-repeated="2000000000"/></table:table-row>'
    with pytest.raises(IngestError, match="too large to open"):
        open_file(ods(tmp_path / "b.ods", row), tmp_path / "work")


def test_a_damaged_workbook_is_told(tmp_path):
    path = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<no xml")
    with pytest.raises(IngestError, match="damaged"):
        sheets_of(path, "xlsx", "b.xlsx", tmp_path / "out")
