"""Puts a table that was found in a file before DuckDB, as text, with the line each row lies on."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

import duckdb

from data.ingest import writing
from data.ingest.model import IngestError, Sheet
from data.ingest.records import SHOWN, lines_of
from data.ingest.writing import Malformed
from frameworks.labels import N_

#: Up to this size, in bytes, a table is copied into DuckDB; a larger one is read from its file each time.
TABLE_SIZE = 64 << 20
#: Bytes of the longest line that DuckDB is asked to read.
LINE_SIZE = 2 << 20


class Staged:
    """A DuckDB table or view ``name`` with ``line BIGINT`` and ``c0..cn VARCHAR``, one row a data row of the file.

    name: of the temporary table or view.
    rows: how many it has, None where only a full reading would tell.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, sheet: Sheet, name: str, rows: int | None) -> None:
        self.name, self.rows = name, rows
        self._con, self._sheet = con, sheet
        self._unread = sheet.rows is None

    @cached_property
    def malformed(self) -> list[Malformed]:
        """(line, text, reason) of rows that do not fit the table and are not in it.

        Of a view without ``rows`` they are known once it has been read to its end: ask then. Asked before, it is
        read for that.
        """
        if not self._unread:
            return list(self._sheet.malformed)
        return [*self._sheet.malformed, *_rejected(self._con, self.name)]


def stage(con: duckdb.DuckDBPyConnection, sheet: Sheet, name: str) -> Staged:
    """Make the temporary table or view ``name`` of the sheet in ``con``.

    Cells are text without the spaces around it, NULL where nothing is left. ``line`` is the line of the original
    file (the row of a spreadsheet). In a file of more than 32 MB it is counted from the rows, so it is too small
    below rows that do not fit and below cells that span lines. Rows keep their order and their lines only while
    DuckDB preserves the order of insertion, which is its default.

    Raises ``IngestError`` when the file is not the one that was opened any more.
    """
    for old, kind in ((name, "TABLE"), (name, "VIEW"), (f"{name}_rejects", "TABLE"), (f"{name}_scans", "TABLE")):
        if _exists(con, old, kind):
            con.execute(f"DROP {kind} temp.{old}")
    kind = "TABLE" if sheet.path.stat().st_size <= TABLE_SIZE else "VIEW"
    try:
        con.execute(f"CREATE TEMP {kind} {name} AS {_select(sheet, name)}")
        if kind == "TABLE":
            ((rows,),) = con.execute(f"SELECT count(*) FROM temp.{name}").fetchall()
            if rows != (rows if sheet.rows is None else sheet.rows):
                raise _changed(sheet)
            return Staged(con, sheet, name, rows)
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        raise _changed(sheet) from error
    return Staged(con, sheet, name, sheet.rows)


def rows_in(sheet: Sheet) -> Iterator[list[str]]:
    """Yield the rows of a sheet from its file, as they are, without DuckDB: for a look at the first of them."""
    if is_parquet(sheet):
        with duckdb.connect() as con:
            found = con.execute("SELECT COLUMNS(*)::VARCHAR FROM read_parquet(?)", [str(sheet.path)])
            while batch := found.fetchmany(200):
                yield from ([cell or "" for cell in row] for row in batch)
        return
    quoting = csv.QUOTE_MINIMAL if sheet.quote else csv.QUOTE_NONE
    reader = csv.reader(
        (line.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for line in lines_of(sheet.path)),
        delimiter=sheet.delimiter,
        quotechar=sheet.quote or None,
        quoting=quoting,
    )
    for row in islice(reader, 1, None):
        yield row[1:] if sheet.numbered else row


def is_parquet(sheet: Sheet) -> bool:
    """Whether the sheet's file is a Parquet file."""
    return sheet.path.suffix == ".parquet"


def options(sheet: Sheet, rejects: str = "") -> str:
    """Return the arguments of ``read_csv`` for a sheet, all of them said, so that DuckDB guesses nothing.

    rejects: the beginning of the names of the tables that take what does not fit; "" makes it an error.
    """
    names = [*(["line"] if sheet.numbered else []), *(f"c{index}" for index in range(len(sheet.headers)))]
    types = ", ".join(f"{name}: '{'BIGINT' if name == 'line' else 'VARCHAR'}'" for name in names)
    quote = quoted(sheet.quote) if sheet.quote else "''"
    given = {
        "auto_detect": "false", "header": "false", "skip": "1", "compression": "'none'", "delim": quoted(sheet.delimiter),
        "quote": quote, "escape": quote, "comment": "''", "strict_mode": "true", "null_padding": "false",
        "max_line_size": str(LINE_SIZE), "columns": f"{{{types}}}",
    }  # fmt: skip
    if rejects:
        given |= {
            "store_rejects": "true", "rejects_table": f"'{rejects}_rejects'", "rejects_scan": f"'{rejects}_scans'",
            "rejects_limit": "0", "rejects_line_size_limit": "4096",
        }  # fmt: skip
    return ", ".join(f"{name}={value}" for name, value in given.items())


def _select(sheet: Sheet, name: str) -> str:
    columns = [f"c{index}" for index in range(len(sheet.headers))]
    if is_parquet(sheet):
        cells = ", ".join(f"nullif(trim(CAST({column} AS VARCHAR)), '') AS {column}" for column in columns)
        parquet = f"read_parquet({quoted(str(sheet.path))}, file_row_number=true)"
        names = ", ".join([*columns, "line"])
        return f"SELECT line + 1 AS line, {cells} FROM {parquet} AS file({names})"
    line = "line" if sheet.numbered else f"row_number() OVER () + {sheet.first_line - 1} AS line"
    cells = ", ".join(f"{column if sheet.trimmed else _trimmed(column)} AS {column}" for column in columns)
    rejects = name if sheet.rows is None or (sheet.malformed and not sheet.numbered) else ""
    return f"SELECT {line}, {cells} FROM read_csv({quoted(str(sheet.path))}, {options(sheet, rejects)})"


def _trimmed(cell: str) -> str:
    """Return the SQL for a cell without blanks around it; only where there may be some, for trimming costs dear."""
    edged = f"starts_with({cell}, ' ') OR ends_with({cell}, ' ') OR strlen({cell}) <> length({cell}) OR {cell} = ''"
    return f"CASE WHEN {edged} THEN nullif(trim({cell}), '') ELSE {cell} END"


def _exists(con: duckdb.DuckDBPyConnection, name: str, kind: str) -> bool:
    """Whether a temporary table or view of that name is there."""
    column, function = ("table_name", "duckdb_tables") if kind == "TABLE" else ("view_name", "duckdb_views")
    found = con.execute(f"SELECT 1 FROM {function}() WHERE temporary AND {column} = ?", [name]).fetchall()
    return bool(found)


def _rejected(con: duckdb.DuckDBPyConnection, name: str) -> list[Malformed]:
    """Return the rows that DuckDB set aside while it read a view; each reading notes them anew."""
    if not _exists(con, f"{name}_scans", "TABLE"):
        con.execute(f"SELECT count(*) FROM temp.{name}").fetchall()
    return reasons(con, name)


def reasons(con: duckdb.DuckDBPyConnection, name: str) -> list[Malformed]:
    """Return (line, text, reason) from the table of rejects that belongs to ``name``."""
    if not _exists(con, f"{name}_rejects", "TABLE"):
        return []
    found = con.execute(
        f"SELECT line, any_value(csv_line)[:{SHOWN}], any_value(CAST(error_type AS VARCHAR)), any_value(error_message) "
        f"FROM temp.{name}_rejects WHERE trim(csv_line, ' \\t\\r\\n') <> '' GROUP BY line ORDER BY line"
    ).fetchall()
    return [(line, writing.shown(text), _reason(kind, message)) for line, text, kind, message in found]


def _reason(kind: str, message: str) -> writing.Sentence:
    counts = [int(word) for word in message.split() if word.isdigit()]
    if kind in ("MISSING COLUMNS", "TOO MANY COLUMNS") and len(counts) >= 2:
        tell = writing.too_few if kind == "MISSING COLUMNS" else writing.too_many
        return tell(counts[1], counts[0])
    if kind == "INVALID ENCODING":
        return writing.undecodable()
    return writing.too_long() if kind == "LINE SIZE OVER MAXIMUM" else writing.badly_quoted()


def _changed(sheet: Sheet) -> IngestError:
    return IngestError(
        N_("The file of the table {title} changed while it was read. Start the import again."),
        title=sheet.title or sheet.path.name,
    )


def quoted(value: str) -> str:
    """Return ``value`` as a string of SQL."""
    return "'" + value.replace("'", "''") + "'"
