"""Splits delimited text into records, so that a broken line costs itself and not what follows it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

#: The longest run of lines that one quoted cell may span.
LINES_PER_RECORD = 2000
#: How many lines are looked at together.
BATCH = 4096
#: Of a broken row this much text is kept to show it, in characters.
SHOWN = 500


@dataclass(frozen=True)
class Dialect:
    """How the text is cut into cells.

    quote:  "" when quotes are mere characters.
    escape: what stands before a quote inside a quoted cell; the quote itself when it is doubled.
    spaced: a space may lie between the delimiter and an opening quote.
    line_end: the character lines end with, "\\n" (also for "\\r\\n") or "\\r".
    widths: the cell counts rows are known to have; () while they are not known.
    """

    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    spaced: bool = False
    line_end: str = "\n"
    widths: tuple[int, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether DuckDB reads it just so."""
        return self.escape == '"' and not self.spaced and self.line_end == "\n"

    def options(self) -> dict[str, object]:
        """The arguments for ``csv.reader``."""
        if not self.quote:
            return {"delimiter": self.delimiter, "quoting": csv.QUOTE_NONE, "quotechar": None, "strict": True}
        doubled = self.escape == self.quote
        return {
            "delimiter": self.delimiter,
            "quotechar": self.quote,
            "doublequote": doubled,
            "escapechar": None if doubled else self.escape,
            "skipinitialspace": self.spaced,
            "strict": True,
        }


class Record(NamedTuple):
    """A row of the text: the line it starts on, the line it ends on, its cells.

    fault: "" or what is wrong with it: "characters" or "quotes"; of the latter the only cell is the line as it stands.
    """

    line: int
    end: int
    cells: list[str]
    fault: str = ""

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(1 for cell in self.cells if cell and not cell.isspace())

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(map(str.strip, self.cells))


def lines_of(path: Path, line_end: str = "\n") -> Iterator[str]:
    """Yield the lines of a UTF-8 file with their ends; bytes that are no UTF-8 come as lone surrogates."""
    with path.open(encoding="utf-8", errors="surrogateescape", newline=line_end) as file:
        first = file.readline()
        if first:
            yield first.removeprefix("\ufeff")
            yield from file


def split(lines: Iterable[str], dialect: Dialect, first_line: int = 1) -> Iterator[Record]:
    """Yield the records of ``lines``, the first of which has the number ``first_line``.

    A quoted cell may span lines. When its quotes do not fit, or the record that would come out has a cell count
    that rows of this file do not have, the line where it starts is a broken record of its own and reading goes on
    at the next line.
    """
    source, options = iter(lines), dialect.options()
    batch: list[str] = []
    number = first_line
    while True:
        fresh = list(islice(source, BATCH))
        batch += fresh
        if not batch:
            return
        used, finished, marked = 0, len(fresh) < BATCH, _marked(batch)
        while used < len(batch):
            reader = csv.reader(islice(batch, used, None), **options)  # type: ignore[arg-type]
            base = start = used
            fault = ""
            try:
                for cells in reader:
                    used = base + reader.line_num
                    if used - start > 1 and dialect.widths and len(cells) not in dialect.widths:
                        fault = "quotes"
                        break
                    damaged = marked and _marked(batch[start:used])
                    yield Record(number + start, number + used - 1, cells, "characters" if damaged else "")
                    start = used
            except csv.Error:
                fault = "quotes"
                at_end = base + reader.line_num >= len(batch)
                if at_end and not finished and len(batch) - start < LINES_PER_RECORD:
                    used = start
                    break  # the rest of the record may lie in the next batch
            if fault:
                yield Record(number + start, number + start, [batch[start]], fault)
                used = start + 1
        number += used
        batch = batch[used:]


def _marked(lines: list[str]) -> bool:
    """Whether the lines hold a byte that is no character."""
    try:
        "".join(lines).encode()
    except UnicodeEncodeError:
        return True
    return False


def shown(text: str) -> str:
    """Return ``text`` so that it can be kept and shown: cut, and with the bytes that are no characters replaced."""
    return text.rstrip("\r\n")[:SHOWN].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
