"""Tells rows that add up a table, and remarks below it, from the table's own rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.ingest.delimiting import data_like
from data.ingest.headers import cell_text
from data.ingest.records import Record
from data.ingest.yes_no import NO, YES
from frameworks.labels import N_

TOTAL = N_("A total row: it is compared with the sum of the rows and not counted.")
REMARK = N_("A remark, not a row of the table.")
REPEATED = N_("The header again.")

#: More total rows than an advertising report ends with are a table of their own.
TOTAL_ROWS = 12

_WORDS = {
    "sum", "sum total",
    "total", "totals", "grand total", "grand totals", "gesamt", "gesamtsumme", "summe", "insgesamt", "total général",
    "total general", "totaux", "totale", "totale complessivo", "totali", "total geral", "totais", "totales", "totaal",
    "eindtotaal", "suma", "suma całkowita", "razem", "łącznie", "celkem", "celkový součet", "итого", "всего",
    "общий итог", "合計", "総計", "総合計", "总计", "合计", "總計", "合計:", "합계", "총계", "toplam", "genel toplam",
    "totalt", "i alt", "yhteensä", "összesen", "total general:", "σύνολο", "सकल योग",
}  # fmt: skip
_COUNTED = re.compile(r"(?:total of|summe von|total de|insgesamt)\s+[\d.,\s]+\s*\w+", re.IGNORECASE)
_STARTS = re.compile(r"^(.{2,24}?)\s*[::]\s*(.{0,80})$", re.DOTALL)
_CODE = re.compile(r"[A-Z]{3}")
_TICKS = {*YES, *NO}
"""Ticks name no row: an order that is not ticked is no total, though it may come to as much as those before."""
_NOTHING = {"", "-", "--", "---", "–", "—", "n/a"}


@dataclass(frozen=True)
class Shape:
    """What the first rows of a table tell about its columns: which hold text, and which of these are never blank."""

    text: frozenset[int]
    always: frozenset[int]
    rows: int


def shape_of(rows: Sequence[Record], width: int) -> Shape:
    """Return the shape of a table from some of its rows."""
    sound = [row.cells for row in rows if not row.fault]
    text, always = set(), set()
    for index in range(width):
        column = [cells[index] for cells in sound if index < len(cells) and cell_text(cells[index]) not in _NOTHING]
        figures = sum(1 for cell in column if data_like(cell) or cell_text(cell).lower() in _TICKS)
        if column and figures < 0.5 * len(column):
            text.add(index)
            if len(column) == len(sound):
                always.add(index)
    return Shape(frozenset(text), frozenset(always), len(sound))


def total_label(record: Record, shape: Shape) -> str | None:
    """Return what a row calls itself if it is a total row, else None.

    Its first filled cell is a word for total, or starts with one and a colon ("Total: Account"); what a row of the
    table would say in its other text columns is missing. So a campaign that is called "Total" is none.
    """
    if record.fault:
        return None
    cells = [cell_text(cell) for cell in record.cells]
    filled = [(index, cell) for index, cell in enumerate(cells) if cell.casefold() not in _NOTHING]
    if not filled:
        return None
    said = [(index, cell) for index, cell in (filled[0], filled[-1]) if _is_word(cell)]
    if not said:
        return None
    place, label = said[0]
    others = [
        index for index, cell in filled if index != place and index in shape.text and not _CODE.fullmatch(cell)
        and not _is_word(cell)
    ]  # fmt: skip
    room = (len(shape.text) - 1) // 3 if ":" in label or ":" in label else 0
    return label if len(others) <= max(0, room) else None


def says_total(record: Record) -> bool:
    """Whether any of the first and last filled cells is a word for total."""
    cells = [cell_text(cell) for cell in record.cells if cell_text(cell)]
    return bool(cells) and (_is_word(cells[0]) or _is_word(cells[-1]))


def _is_word(cell: str) -> bool:
    if cell.casefold() in _WORDS or _COUNTED.fullmatch(cell):
        return True
    start = _STARTS.match(cell)
    return bool(start) and start[1].casefold() in _WORDS


def nameless(record: Record, shape: Shape) -> bool:
    """Whether a row lacks all that the table's other rows always say, as a total row without a label does."""
    if record.fault or not shape.rows or not shape.always:
        return False
    cells = [cell_text(cell) for cell in record.cells]
    says = {index for index, cell in enumerate(cells) if cell not in _NOTHING}
    return not says & shape.always and any(data_like(cells[index]) for index in says)


def remark(record: Record, width: int) -> bool:
    """Whether a row at the end of a table is a remark: a single text in a table of several columns."""
    if record.fault or width < 3 or len(record.cells) >= width or record.filled != 1:
        return False
    text = next(cell_text(cell) for cell in record.cells if cell_text(cell))
    return not data_like(text) and (" " in text or len(record.cells) == 1)


def adds_up(total: Record, rows: Iterable[Record], shape: Shape) -> bool:
    """Whether a figure of ``total`` is the sum of the column in ``rows``, to the digits it is written with."""
    stated = {
        index: cell_text(cell) for index, cell in enumerate(total.cells) if index not in shape.text and data_like(cell)
    }
    sums = {(index, mark): 0.0 for index in stated for mark in ".,"}
    count = 0
    for row in rows:
        if row.fault or row.line == total.line:
            continue
        count += 1
        for index, mark in sums:
            if index < len(row.cells):
                sums[index, mark] += figure(row.cells[index], mark) or 0.0
    for (index, mark), found in sums.items():
        said = figure(stated[index], mark)
        if said and count > 1 and abs(said - found) <= max(0.0051 * count**0.5, 1e-6 * abs(said)):
            return True
    alike = [abs((figure(stated[index]) or 0.0) - sums[index, "."]) < 0.005 for index in stated]
    return count == 1 and bool(alike) and all(alike)


def figure(cell: str, mark: str = ".") -> float | None:
    """Return the number in a cell whose decimal mark is ``mark``, None if there is none."""
    text = re.sub(r"[^\d.,()+-]", "", cell)
    text = text.replace("," if mark == "." else ".", "").replace(mark, ".")
    negative = text.startswith(("(", "-")) or text.endswith("-")
    try:
        value = float(text.strip("()+-"))
    except ValueError:
        return None
    return -value if negative else value
