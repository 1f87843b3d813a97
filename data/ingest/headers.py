"""Finds the header of a table among its first rows, and names its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.ingest.delimiting import data_like
from data.ingest.folding import fold
from data.ingest.header_words import spellings
from data.ingest.month_columns import period
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
    if (place := _group_row(records, looked)) is not None:
        return Header(place, 2, unique(_under(records[place].cells, records[place + 1].cells)))
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
    if top is not None and full and top.line < full[0].line and top.filled < 0.6 * most and _names(full[0]):
        # Lines above a table that a spreadsheet filled up with delimiters.
        below = records[records.index(full[0]) + 1 :][:10]
        top = full[0] if len(below) > 1 and _over_figures(full[0], below) else top
    if top is None:
        return Header(records.index(full[0]), 0, unique([""] * usual)) if full and usual > 1 else None
    place = records.index(top)
    below = records[place + 1] if place + 1 < len(records) else None
    if below is not None and _second(top, below, records[place + 2 : place + 12]):
        return Header(place, 2, unique(_joined(top.cells, below.cells)))
    return Header(place, 1, unique(_trimmed(top.cells, records[place + 1 :])))


def _group_row(records: Sequence[Record], looked: Sequence[Record]) -> int | None:
    """Return where a row lies whose few words stand over groups of the columns that the next row names.

    The row of names is told by columns that hold figures in all rows below and a word in it.
    """
    for top, below in pairwise(looked[:LOOKED_AT]):
        names = [fold(cell) for cell in below.cells if cell_text(cell)]
        gaps = len(below.cells) - top.filled
        groups = [place for place, cell in enumerate(top.cells) if cell_text(cell)]
        rows = [row for row in looked[looked.index(below) + 1 :] if len(row.cells) == len(below.cells)][:10]
        if top.fault or below.fault or len(top.cells) != len(below.cells) or not rows:
            continue
        if not any(after - before > 1 for before, after in pairwise(groups)):
            continue
        if gaps < 0.3 * len(below.cells) or len(names) < len(below.cells) or len(set(names)) < len(names):
            continue
        if _names(top) and _names(below) and len(_over_figures(below, rows)) > 1 and not any(map(_names, rows)):
            return records.index(top)
    return None


def _over_figures(names: Record, rows: Sequence[Record]) -> list[int]:
    """The columns that hold figures in all rows and a word in the row above them."""
    found = []
    for place, name in enumerate(names.cells):
        cells = [row.cells[place] for row in rows if place < len(row.cells) and cell_text(row.cells[place])]
        if cells and cell_text(name) and not data_like(name) and all(map(data_like, cells)):
            found.append(place)
    return found


def _under(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the names in the lower row, with the group above where only both together are a name people use."""
    names, group = [], ""
    for above, below in zip(map(cell_text, upper), map(cell_text, lower), strict=True):
        group = above or group
        both = f"{group} {below}"
        exact = any(spellings().get(fold(both), {}).values())
        names.append(both if exact and not any(spellings().get(fold(below), {}).values()) else below)
    return names


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
    plain = bool(filled) and figures <= 0.34 * len(filled) and len(set(filled)) > 0.5 * len(filled)
    return plain or _months(filled)


def _months(cells: Sequence[str]) -> bool:
    """Whether cells are words and at least three months or days, one after the other, as over a pivot."""
    spans = [span for cell in cells if (span := period(cell))]
    words = [cell for cell in cells if not period(cell)]
    return (
        len(spans) > 2 and bool(words) and not any(map(data_like, words)) and all(a < b for a, b in pairwise(spans))
    )


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
