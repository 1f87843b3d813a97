"""The columns of a plain table: what each header means and which currency it names, beside some of its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.ingest import durations, looks, money
from data.ingest.folding import fold
from data.ingest.header_words import spellings
from data.ingest.plain import Wanted
from data.ingest.questions import asked

DURATIONS = {"first_response_time", "resolution_time"}
"""Concepts that a header may name the unit of."""
_MOST_ROWS = 400


@dataclass(frozen=True)
class Column:
    """A column: header as written, its word without currency, that currency, what it may mean, its cells."""

    header: str
    word: str
    currency: str
    means: Mapping[str, bool]
    cells: tuple[str, ...]

    def fit(self, wanted: Wanted) -> float | None:
        """The share of filled cells that look like a field's values; None when no cell is filled."""
        return looks.fit(wanted.type, wanted.alias, self.cells)

    @property
    def numbers(self) -> list[float | None]:
        """The cells read as plain numbers, for comparing columns."""
        return [looks.number(cell) if cell.strip() else None for cell in self.cells]


def columns_of(headers: Sequence[str], rows: Sequence[Sequence[str | None]]) -> tuple[Column, ...]:
    """Return the columns of a table with these headers and rows."""
    rows = rows[:_MOST_ROWS]
    columns = []
    for index, header in enumerate(headers):
        cells = tuple(str(row[index]) if index < len(row) and row[index] is not None else "" for row in rows)
        word, currency = _heading(str(header))
        columns.append(Column(str(header), word, currency, _means(word, str(header)), cells))
    return tuple(columns)


_SCALE = re.compile(r"[(\[]?\s*\d{1,2}\s*(-|–|to|bis|à|a)\s*\d{1,2}\s*[)\]]?\s*[?:]*\s*$", re.I)
_TAIL = re.compile(r"^(?P<word>.*?)[\s_]*(\(|\[|\bin\b|/|-|,|:|\s|_)\s*(?P<unit>[^\s()\[\]]{1,4})\s*[)\]]?\s*$", re.S)
_FRONT = re.compile(r"^\s*(?P<unit>[^\w\s])\s*(?P<word>\w.*)$", re.S)


def _heading(header: str) -> tuple[str, str]:
    """A header's folded word and the currency it names: "Total (EUR)", "Betrag in €", "amount_usd"."""
    whole = fold(header)
    known = whole in spellings()
    timed = None if known else durations.unit_in(header)
    if timed and DURATIONS & set(spellings().get(fold(timed[0]), {})):
        return fold(timed[0]), ""
    for shape in (_TAIL, _FRONT):
        found = shape.match(header.replace("（", "(").replace("）", ")"))
        if found and found["word"].strip() and not (known and found["unit"].isalnum()):
            code = money.code(found["unit"])
            word = re.sub(r"\s+in$", "", found["word"].strip(" _-,:/(["))
            if code and fold(word) in spellings():
                return fold(word), code if found["unit"].isalpha() or len(money.read(found["unit"])) == 1 else ""
    bare = fold(_SCALE.sub("", header))
    return (bare, "") if bare in spellings() else (whole, "")


def _means(word: str, header: str) -> dict[str, bool]:
    """The concepts a header stands for."""
    if word in spellings():
        return spellings()[word]
    question = asked(header)
    return {question: True} if question else {}
