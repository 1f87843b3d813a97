"""Tables as CSV and XLSX: full digits, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
import math
import numbers
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from frameworks.labels import N_, Sentence

if TYPE_CHECKING:
    import pandas as pd

_STARTS_FORMULA = re.compile(r"(^|[;\t\r\n])(?=[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CREATED = datetime(2000, 1, 1)  # the same for every file, so that the same table gives the same bytes
_LONGEST_CELL = 32_767
_LONGEST_NAME = 31
_MOST_ROWS = 1_048_575
_MOST_COLUMNS = 16_384


def table_csv(frame: pd.DataFrame, *, index: bool = True, bom: bool = True) -> bytes:
    """Return a frame as CSV (RFC 4180, UTF-8), floats with every digit, missing cells empty.

    index: write the index as the first column(s). bom: begin with a byte order mark, without
    which Excel misreads accents. Text that a spreadsheet would take for a formula, also after a
    semicolon or tab inside it, gets an apostrophe in front; numbers stay as they are.
    """
    header, rows = _cells(frame, index)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([harmless(text) for text in header])
    for row in rows:
        writer.writerow([_csv_cell(value) for value in row])
    return buffer.getvalue().encode("utf-8-sig" if bom else "utf-8")


def table_xlsx(
    frame: pd.DataFrame,
    *,
    sheet: str = "Landfall",
    about: Mapping[str, Any] | None = None,
    about_sheet: str = "About",
    formats: Mapping[str, str] | None = None,
    index: bool = True,
) -> bytes:
    """Return a frame as an Excel workbook; the same inputs give the same bytes.

    about:   notes for a second sheet (home market, weights, data version, fingerprint, licences,
             sources); a list or mapping takes one line per entry.
    formats: Excel number formats by column name; otherwise floats show one digit and whole
             numbers none, while the cell holds 16 digits (Excel counts with 15).
    Text is written as text, whatever it begins with. Raises ValueError when the frame is larger
    than a sheet.
    """
    import xlsxwriter

    header, rows = _cells(frame, index)
    if len(rows) > _MOST_ROWS or len(header) > _MOST_COLUMNS:
        raise Sentence(N_("The table is too large for a spreadsheet; export it as CSV."))
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED, "comments": "Made with Landfall"})
        title = _sheet_name(sheet, "Landfall")
        _fill(book, book.add_worksheet(title), header, rows, dict(formats or {}), frame.index.nlevels * index)
        if about:
            name = _sheet_name(about_sheet, "About")
            _describe(
                book, book.add_worksheet(name if name.lower() != title.lower() else f"{_cut(name, _LONGEST_NAME - 2)} 2"), about
            )
    return buffer.getvalue()


def harmless(text: str) -> str:
    """Return text with an apostrophe wherever a spreadsheet would begin to read a formula.

    >>> harmless("=1+1"), harmless("Côte d'Ivoire")
    ("'=1+1", "Côte d'Ivoire")
    """
    return _STARTS_FORMULA.sub(r"\1'", _writable(text))


def _cells(frame: pd.DataFrame, index: bool) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return header texts and rows of plain Python values, missing ones as None."""
    names = [str(name) for name in frame.columns]
    if index:
        levels = [str(name) if name is not None else "" for name in frame.index.names]
        columns = [frame.index.get_level_values(i) for i in range(frame.index.nlevels)]
    else:
        levels, columns = [], []
    columns += [frame.iloc[:, i] for i in range(frame.shape[1])]
    return levels + names, list(
        zip(*([_plain(value) for value in column] for column in columns), strict=True)
    )


def _plain(value: Any) -> Any:
    import pandas as pd

    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return "; ".join(str(item) for item in items)
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return None
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, numbers.Number) and hasattr(value, "__float__"):
        return float(value)
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _csv_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    if isinstance(value, int | float):
        return value
    return harmless(value or "")


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _sheet_name(name: str, fallback: str) -> str:
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", _writable(name)).strip(" '")
    return _cut(plain, _LONGEST_NAME).strip(" '") or fallback


def _cut(text: str, most: int) -> str:
    """Cut text to what Excel counts as so many letters: one beyond U+FFFF is two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")


def _fill(
    book: Any, page: Any, header: list[str], rows: list[tuple[Any, ...]], formats: dict[str, str], frozen: int
) -> None:
    head = book.add_format({
        "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A4D", "text_wrap": True, "valign": "top",
    })  # fmt: skip
    for column, name in enumerate(header):
        page.write_string(0, column, _writable(name)[:_LONGEST_CELL], head)
        values = [row[column] for row in rows]
        whole = all(isinstance(value, int) for value in values if value is not None)
        style = book.add_format({"num_format": formats.get(name, "0" if whole else "0.0")})
        longest = max([len(name) * 0.8, *(len(value) for value in values if isinstance(value, str))])
        page.set_column(column, column, min(max(longest + 2, 9), 48))
        for row, value in enumerate(values, start=1):
            _write(page, row, column, value, style)
    page.freeze_panes(1, frozen)
    if rows and header:
        page.autofilter(0, 0, len(rows), len(header) - 1)


def _write(page: Any, row: int, column: int, value: Any, style: Any = None) -> None:
    if isinstance(value, bool):
        page.write_boolean(row, column, value)
    elif (isinstance(value, float) and math.isfinite(value)) or (
        isinstance(value, int) and abs(value) <= 2**53
    ):
        page.write_number(row, column, value, style)
    elif isinstance(value, int | str):
        page.write_string(row, column, _writable(str(value))[:_LONGEST_CELL])


def _describe(book: Any, page: Any, about: Mapping[str, Any]) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 90)
    line = 0
    for key, value in about.items():
        page.write_string(line, 0, _writable(str(key))[:_LONGEST_CELL], bold)
        for entry in _entries(value):
            if isinstance(entry, str):
                page.write_string(line, 1, _writable(entry)[:_LONGEST_CELL], wrap)
            else:
                _write(page, line, 1, entry)
            line += 1


def _entries(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [f"{key}: {entry}" for key, entry in value.items()] or [""]
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value] or [""]
    return [_plain(value)]
