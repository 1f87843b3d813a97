"""Finds the header of a table among its first rows, and names its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data.ingest.delimiting import data_like
from data.ingest.records import Record, shown

#: How many records at the start of a run of rows are looked at for its header.
LOOKED_AT = 30


@dataclass(frozen=True)
class Header:
    """Where the header of a table lies.

    before: how many records lie above it.
    rows:   how many records it takes: 0 (there is none), 1 or 2.
    names:  the columns' names, unique.
    """

    before: int
    rows: int
    names: tuple[str, ...]


def cell_text(cell: str) -> str:
    """Return a cell without the spaces around it, of whatever kind they are."""
    return cell.strip(" \t\r\n\u00a0\u2007\u202f\ufeff\u200b")


def header_of(records: Sequence[Record], ragged: bool) -> Header | None:
    """Return the header among the first records of a run of rows; None where no table is to be seen.

    ragged: the rows of the source need not be equally wide (delimited text); a spreadsheet's always are, so that
            their width says nothing.
    """
    sound = [record for record in records if record.fault != "quotes"]
    if not sound:
        return None
    looked = sound[:LOOKED_AT]
    counted = Counter(len(record.cells) for record in sound if record.filled > 1 or len(record.cells) == 1)
    if not counted:
        return None
    usual = max(counted, key=lambda width: (counted[width], width))
    if ragged and looked[0].filled > 1:
        usual = _without_blank_ends(looked[0], sound, usual)
    most = max(record.filled for record in looked)
    wide = [record for record in looked if not ragged or len(record.cells) == usual]
    least = min(most, max(2, 0.3 * most))
    named = [record for record in wide if record.filled >= least and _names(record)]
    full = [record for record in wide if record.filled >= 0.6 * most]
    top = named[0] if named and (not full or named[0].line <= full[0].line or not _names(full[0])) else None
    if top is None and full and not _data(full[0]):
        top = full[0]
    if top is not None and full and top.line < full[0].line and not ragged and top.filled < 0.6 * most:
        top = full[0] if _names(full[0]) and full[0].filled > 2 * top.filled else top
    if top is None:
        return Header(records.index(full[0]), 0, unique([""] * usual)) if full and usual > 1 else None
    place = records.index(top)
    below = records[place + 1] if place + 1 < len(records) else None
    if below is not None and _second(top, below, records[place + 2 : place + 12]):
        return Header(place, 2, unique(_joined(top.cells, below.cells)))
    return Header(place, 1, unique(_trimmed(top.cells, records[place + 1 :])))


def _without_blank_ends(top: Record, records: Sequence[Record], usual: int) -> int:
    """Return the width of ``top`` where the other rows are wider by blank cells only: a delimiter ends each of them.

    Also where ``top`` is plainly the header of rows that are too wide: a delimiter lies in each, unquoted.
    """
    width = len(top.cells)
    if width >= usual:
        return usual
    wider = [record for record in records if len(record.cells) == usual]
    if all(_reach(record) <= width for record in wider):
        return width
    unquoted = _names(top) and width > 0.5 * usual and not any(_names(record) for record in wider)
    return width if unquoted else usual


def _names(record: Record) -> bool:
    """Whether a record may name columns: hardly a figure in it, and hardly a name twice."""
    filled = [cell_text(cell) for cell in record.cells if cell_text(cell)]
    figures = sum(1 for cell in filled if data_like(cell))
    return bool(filled) and figures <= 0.34 * len(filled) and len(set(filled)) > 0.5 * len(filled)


def _data(record: Record) -> bool:
    """Whether a record is plainly one of figures."""
    filled = [cell for cell in record.cells if cell_text(cell)]
    return sum(1 for cell in filled if data_like(cell)) > 0.5 * len(filled)


def _second(top: Record, below: Record, rows: Sequence[Record]) -> bool:
    """Whether the record below a header belongs to it, as in surveys: questions above, choices below."""
    if below.fault or len(below.cells) != len(top.cells) or cell_text(below.cells[0]) or not cell_text(top.cells[0]):
        return False
    gaps = [index for index, cell in enumerate(top.cells) if not cell_text(cell)]
    answered = [index for index in gaps if cell_text(below.cells[index])]
    follows = all(cell_text(row.cells[0]) for row in rows if row.cells)
    return bool(gaps) and len(answered) >= 0.8 * len(gaps) and follows


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return "question | choice" for each column; a question stands above the first of its choices only."""
    names, question = [], ""
    for above, below in zip(map(cell_text, upper), map(cell_text, lower), strict=True):
        question = above or question
        names.append(f"{question} | {below}" if below else above)
    return names


def _trimmed(cells: Sequence[str], rows: Sequence[Record]) -> list[str]:
    """Return the names, without nameless columns at the end that hold nothing."""
    named = max((index + 1 for index, cell in enumerate(cells) if cell_text(cell)), default=0)
    widths = Counter(_reach(row) for row in rows if not row.fault)
    common = [width for width, count in widths.items() if count >= 0.5 * sum(widths.values())]
    return list(cells[: max([named, *(width for width in common if width <= len(cells))])])


def _reach(record: Record) -> int:
    return max((index + 1 for index, cell in enumerate(record.cells) if cell_text(cell)), default=0)


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names with blank ones numbered and repeated ones told apart."""
    taken: set[str] = set()
    result = []
    for number, name in enumerate(map(cell_text, names), start=1):
        name = shown(name) or f"Column {number}"
        proposed, again = name, 1
        while proposed.casefold() in taken:
            again += 1
            proposed = f"{name} ({again})"
        taken.add(proposed.casefold())
        result.append(proposed)
    return tuple(result)
