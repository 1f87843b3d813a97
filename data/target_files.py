"""Plans as files: CSV and workbooks in, CSV out; a file is taken as a whole or not at all, each fault told by line.

Long: ``kpi``, ``market`` (blank: all markets together), ``from`` and ``to`` or one ``period``, ``target``, ``currency``.
Wide: a row for each KPI and market, a column for each month or quarter, or a column for each KPI. Lines that begin
with # are not read. Headers may be in any of the languages of ``data.target_words``.
"""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from data.export.spreadsheet import harmless
from data.ingest import container, decoding, delimiting, workbook
from data.ingest.opening import records_in, shown_name
from data.ingest.records import Record
from data.table_check import TableError
from data.target_rows import Column, Rows, columns_of, plans
from data.targets import MOST
from frameworks.kpi.targets import Target
from frameworks.labels import N_

MAX_BYTES = 5_000_000
COLUMNS = ("kpi", "market", "from", "to", "target", "currency")
"""Columns of a file that Landfall writes."""
_LOOKED_AT = 30
_EXAMPLES = (
    ("# Write one target a line below the header. Lines that begin with # are not read; these are examples:",),
    ("# revenue", "DEU", "2027-01-01", "2027-03-31", "120000", "EUR"),
    ("# conversion_rate", "all", "2027-01-01", "2027-12-31", "3.5%", ""),
)


@dataclass(frozen=True)
class _Page:
    """A sheet with a plan in it: its header's columns and the rows below. title: of a workbook's sheet."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Record, ...]


def template() -> bytes:
    """Return a CSV with the header and two examples that are not read."""
    return _written([COLUMNS, *_EXAMPLES])


def write_plan(targets: Iterable[Target]) -> bytes:
    """Return targets as a CSV that ``read_plan`` reads back as they are."""
    return _written([
        COLUMNS,
        *((target.kpi, target.market or "all", target.first.isoformat(), target.last.isoformat(), _digits(target.value),
           target.currency or "") for target in targets),
    ])  # fmt: skip


def read_plan(raw: bytes, name: str) -> tuple[Target, ...]:
    """Return the targets of a CSV, XLSX, XLS or ODS file; each filled cell of a wide plan is one.

    name: of the file, to speak of it. Raises TableError, whose ``problems`` name each faulty line, or IngestError
    for a file that cannot be opened.
    """
    name = shown_name(Path(name))
    if len(raw) > MAX_BYTES:
        told = N_("the file has {size} bytes, more than the {most} allowed")
        raise TableError(name, told, size=len(raw), most=MAX_BYTES)
    with tempfile.TemporaryDirectory(prefix="landfall-plan-") as folder:
        path = Path(folder) / "plan"
        path.write_bytes(raw)
        sheets = [(title, list(records)) for title, records in _sheets(path, name, Path(folder))]
    pages = [page for title, records in sheets if (page := _page(title if len(sheets) > 1 else "", records))]
    if not pages:
        told = N_("there are no columns for the KPI and its target; head the columns {columns}, or start from the template")
        raise TableError(name, told, columns=", ".join(COLUMNS))
    rows = Rows(name)
    for page in pages:
        rows.read(page.title, page.columns, page.rows)
    found = rows.targets()
    if not found:
        raise TableError(name, N_("there is no target in it; write one a line below the header"))
    if len(found) > MOST:
        raise TableError(name, N_("there are more than {most} targets; split the file"), most=MOST)
    return found


def _sheets(path: Path, name: str, folder: Path) -> Iterator[tuple[str, Iterable[Record]]]:
    """Yield the sheets of a file with their titles, those of a workbook as text."""
    kind = container.kind_of(path, name)
    if kind == "text":
        found = decoding.survey(path, name)
        place, _encoding = decoding.decoded(path, found, name, folder / "text")
        line_end = decoding.survey(place, name).line_end
        # Remarks hold commas of their own, which say nothing about how the cells are parted.
        head = [line for line in delimiting.head_lines(place, line_end) if not line.lstrip('"').startswith("#")]
        yield "", records_in(place, delimiting.dialect_of(head, line_end))
    elif kind in ("xlsx", "xlsb", "xls", "ods"):
        for page in workbook.sheets_of(path, kind, name, folder / "workbook"):
            yield page.name, page.records()
    else:
        raise TableError(name, N_("this is no table; save the plan as CSV or XLSX"))


def _page(title: str, records: Sequence[Record]) -> _Page | None:
    """Return the plan of a sheet, None where none of its first rows is the header of one."""
    records = [record for record in records if not record.blank and not record.cells[0].lstrip().startswith("#")]
    for place, record in enumerate(records[:_LOOKED_AT]):
        columns = columns_of(record.cells)
        if plans(columns):
            return _Page(title, columns, tuple(records[place + 1 :]))
    return None


def _digits(value: float) -> str:
    """Return a float with every digit, never in a form that may be read as whole thousands."""
    text = format(Decimal(repr(value)), "f")
    text = text.removesuffix(".0") if "." in text else text
    return f"{text}0" if re.search(r"\.\d{3}$", text) else text


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    # A negative figure is a figure and no formula.
    csv.writer(text, lineterminator="\r\n").writerows(
        [cell if re.fullmatch(r"-?[\d.]+", cell) else harmless(cell) for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")
