"""Writes the tables that were found in a file as plain UTF-8 CSV, each row with its line, and keeps what does not fit."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from data.ingest.model import Sheet
from data.ingest.records import Record, shown
from data.ingest.sheets import Table
from frameworks.labels import N_, Sentence

Malformed = tuple[int, str, Sentence]


@cache
def too_many(found: int, expected: int) -> Sentence:
    """Return why a row with more cells than the header has names is not in the table."""
    return Sentence(
        N_("The row has {found} cells, the header has {expected}: a delimiter may stand in a text without quotes."),
        found=found,
        expected=expected,
    )


@cache
def too_few(found: int, expected: int) -> Sentence:
    """Return why a row with fewer cells than the header has names is not in the table."""
    return Sentence(
        N_("The row has {found} cells, the header has {expected}: it may be cut off."), found=found, expected=expected
    )


@cache
def badly_quoted() -> Sentence:
    """Return why a row whose quotes do not fit is not in the table."""
    return Sentence(N_("A quotation mark is opened and not closed, or not doubled, in this row."))


@cache
def undecodable() -> Sentence:
    """Return why a row with bytes that are no characters is not in the table."""
    return Sentence(N_("The row holds bytes that are no characters in the encoding of the file."))


@cache
def too_long() -> Sentence:
    """Return why a row that is longer than any is not in the table."""
    return Sentence(N_("The row is longer than 2 MB."))


def rows_of(table: Table, records: Iterable[Record]) -> Iterator[Record]:
    """Yield the records that lie within the table and are not set apart."""
    without = table.without
    for record in records:
        if record.line < table.first:
            continue
        if table.last is not None and record.line > table.last:
            return
        if record.line not in without and not record.blank:
            yield record


def fault_of(record: Record, width: int, padded: bool) -> Sentence | None:
    """Return what keeps a record out of a table with ``width`` columns, None when it fits."""
    if record.fault:
        return undecodable() if record.fault == "characters" else badly_quoted()
    cells = record.cells
    if len(cells) > width and any(cell and not cell.isspace() for cell in cells[width:]):
        return too_many(len(cells), width)
    if len(cells) < width and not padded:
        return too_few(len(cells), width)
    return None


def written(
    tables: Sequence[Table], records: Iterable[Record], folder: Path, prefix: str, encoding: str, title: str
) -> tuple[Sheet, ...]:
    """Write each table to ``folder`` in one pass over ``records`` and return them as sheets."""
    paths = [folder / f"{prefix}-{number}.csv" for number in range(len(tables))]
    malformed: list[list[Malformed]] = [[] for _ in tables]
    counts = [0] * len(tables)
    with ExitStack() as stack:
        files = [stack.enter_context(path.open("w", encoding="utf-8", newline="")) for path in paths]
        # "\r\n", so that a cell with either sign is quoted.
        writers = [csv.writer(file, lineterminator="\r\n") for file in files]
        for writer, table in zip(writers, tables, strict=True):
            writer.writerow(["line", *(" ".join(name.split()) for name in table.names)])
        padded = [table.padded for table in tables]
        without = [table.without for table in tables]
        place = 0
        for record in records:
            while place < len(tables) and tables[place].last is not None and record.line > (tables[place].last or 0):
                place += 1
            if place == len(tables):
                break
            table = tables[place]
            if record.line < table.first or record.line in without[place] or record.blank:
                continue
            width = table.width
            fits = len(record.cells) == width and not record.fault
            fault = None if fits else fault_of(record, width, padded[place])
            if fault is not None:
                text = record.cells[0] if record.fault == "quotes" else _row(record.cells)
                malformed[place].append((record.line, shown(text), fault))
                continue
            cells = record.cells if fits else [*record.cells[:width], *[""] * (width - len(record.cells))]
            writers[place].writerow([record.line, *cells])
            counts[place] += 1
    return tuple(
        Sheet(
            path=path,
            headers=table.names,
            first_line=table.first,
            title=_title(table, title, len(tables) > 1),
            preamble=tuple(table.preamble),
            set_apart=tuple(table.apart),
            encoding=encoding,
            totals=tuple(table.totals),
            malformed=tuple(faults),
            rows=count,
            numbered=True,
        )
        for path, table, faults, count in zip(paths, tables, malformed, counts, strict=True)
    )


def _row(cells: Sequence[str]) -> str:
    """Return cells as a line of CSV, to be shown."""
    return ",".join(f'"{cell}"' if "," in cell or "\n" in cell else cell for cell in cells[:200])


def _title(table: Table, title: str, several: bool) -> str:
    """Return what the file says above a table, else ``title``."""
    said = [line.lstrip("# ").strip("# -") for line in table.preamble]
    said = [line for line in said if line]
    return said[0][:200] if said and (several or not title) else title or (said[0][:200] if said else "")
