"""Takes a large clean text file as it is, having looked at its beginning and its end only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from data.ingest import sheets, staging
from data.ingest.decoding import Survey
from data.ingest.limits import TAIL
from data.ingest.model import Sheet
from data.ingest.records import Dialect, Record, split

#: Faults that DuckDB pins to a line of their own; after any other its reading may have lost its place.
_LOCAL = ("MISSING COLUMNS", "TOO MANY COLUMNS")
#: So many rows that do not fit call for a closer look.
_MANY = 10_000


def large_sheet(path: Path, found: Survey, dialect: Dialect, head: Sequence[str], name: str) -> Sheet | None:
    """Return the table of a large UTF-8 file that DuckDB can read as it stands, None when it needs a closer look.

    That is: a header on the first line, rows below it to the end, no remark, no total row, no damaged text. Where
    there are quotes or uneven line ends the whole file is read once to see that DuckDB keeps its place.

    head: the lines at its beginning.
    """
    if not dialect.plain or found.broken or found.longest > staging.LINE_SIZE or dialect.line_end != "\n":
        return None
    records = list(split(head, dialect))
    parts = list(sheets.runs_of(records[:-1] if records[-1].fault else records))
    tables = sheets.tables_in(parts, name, dialect.delimiter)
    if len(parts) != 1 or len(tables) != 1 or not sheets.bare(tables[0]):
        return None
    table = tables[0]
    table.ending = _tail(path, found, dialect)
    if not table.ending or any(len(record.cells) != table.width or not record.filled for record in table.ending):
        return None
    sheets.set_totals_apart(table, dialect.delimiter, None)
    if table.apart:
        return None
    sheet = Sheet(path, table.names, 2, delimiter=dialect.delimiter, quote=dialect.quote, trimmed=not found.padded)
    return sheet if not (found.quotes and dialect.quote) and not found.mixed else _checked(sheet)


def _tail(path: Path, found: Survey, dialect: Dialect) -> list[Record]:
    """Return the records at the end of the file, without those that start before what is looked at."""
    with path.open("rb") as file:
        file.seek(-min(TAIL, found.size), 2)
        lines = file.read().decode("utf-8", "surrogateescape").splitlines(keepends=True)[1:]
    total = found.line_feeds + (not lines[-1].endswith("\n") if lines else 0)
    records = list(split(lines, replace(dialect, widths=dialect.widths), total - len(lines) + 1))
    sound = next((place for place, record in enumerate(records) if not record.fault), len(records))
    return records[max(sound, len(records) - sheets.TAIL) :]


def _checked(sheet: Sheet) -> Sheet | None:
    """Return the sheet with its rows counted and those that do not fit, None where DuckDB lost its place."""
    with duckdb.connect(config={"memory_limit": "512MB"}) as con:
        try:
            read = f"read_csv({staging.quoted(str(sheet.path))}, {staging.options(sheet, 'check')})"
            ((rows,),) = con.execute(f"SELECT count(*) FROM {read}").fetchall()
            kinds = con.execute(
                "SELECT DISTINCT CAST(error_type AS VARCHAR), csv_line FROM check_rejects LIMIT ?", [_MANY]
            )
            faults = kinds.fetchall()
            if len(faults) >= _MANY or any(kind not in _LOCAL or "\n" in line.strip() for kind, line in faults):
                return None
            return replace(sheet, rows=rows, malformed=tuple(staging.reasons(con, "check")))
        except duckdb.Error:
            return None
