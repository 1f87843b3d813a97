"""Texts as an Excel workbook, and workbooks from elsewhere within limits."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from data.content.gathering import Gathering
from data.content.model import Content
from data.content.table import read_table, table_of
from data.ingest.container import kind_of
from data.ingest.model import IngestError
from data.ingest.workbook import sheets_of
from frameworks.labels import N_
from frameworks.localization.items import ContentError

_CREATED = datetime(2000, 1, 1)  # the same for every file, so that the same texts give the same bytes
_LONGEST_CELL = 32_767
_MOST_COLUMNS = 16_384


def write_xlsx(content: Content, locales: Sequence[str]) -> bytes:
    """Return the texts as a workbook of one sheet, every cell a text.

    Raises ContentError for more than a sheet or a cell takes.
    """
    import xlsxwriter

    rows = table_of(content, locales)
    if len(rows[0]) > _MOST_COLUMNS:
        raise ContentError(N_("There are too many locales for one sheet; export fewer."))
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED, "comments": "Made with Landfall"})
        page = book.add_worksheet("Texts")
        head = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A4D"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if len(cell) > _LONGEST_CELL:
                    raise ContentError(N_("The text of {key} is too long for a cell."), key=row[0][:60])
                if cell:
                    page.write_string(number, column, cell, wrap if number else head)
        page.set_column(0, 0, 24)
        page.set_column(1, 2, 40)
        page.set_column(3, max(3, len(rows[0]) - 1), 24)
        page.freeze_panes(1, 2)
    return buffer.getvalue()


def read_workbook(data: bytes, name: str, gathering: Gathering) -> None:
    """Take in the first sheet of a workbook (XLSX, XLS, ODS) that has rows. Raises ContentError for a bad one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook"
        path.write_bytes(data)
        try:
            kind = kind_of(path, name)
            if kind not in ("xlsx", "xlsb", "xls", "ods"):
                raise ContentError(N_("{name} is no workbook."), name=name)
            pages = sheets_of(path, kind, name, Path(folder) / "sheets")
            if pages:
                read_table((record.cells for record in pages[0].records()), gathering)
        except IngestError as fault:
            raise ContentError(fault.template, **fault.values) from None
