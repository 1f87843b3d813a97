"""Finds out how the cells of a text file are parted and quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from data.ingest.limits import HEAD
from data.ingest.records import Dialect, Record, lines_of, split

DELIMITERS = (",", ";", "\t", "|")
_SEP = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
_DATA = re.compile(
    r"[-+(]?\s*[^\w\s]{0,2}\s*\d[\d\s.,:/'’%+()-]*(?:[TZ][\d:.+-]*Z?|\s?[AaPp]\.?[Mm]\.?|\s?[^\w\s]{1,2})?"
)
_OTHER = re.compile(r"[;\t|].*[;\t|]|\d[;\t|]\d")
_COMMENT = re.compile(r"#(?:\s|-{3}|$)")


def data_like(cell: str) -> bool:
    """Whether a cell holds a figure, a date, an address or a yes or no, which no header does."""
    text = cell.strip()
    if not text:
        return False
    return bool(_DATA.fullmatch(text)) or ("@" in text and "." in text) or text.lower() in ("true", "false")


def is_comment(record: Record) -> bool:
    """Whether a record is a remark, as analytics reports put them between tables."""
    cells = record.cells
    return bool(cells) and cells[0][:1] == "#" and bool(_COMMENT.match(cells[0])) and not any(cells[3:])


def is_hint(line: str) -> bool:
    """Whether a line only tells a spreadsheet program the delimiter ("sep=;")."""
    return bool(re.fullmatch(r'"?sep=.?"?', line.strip(), re.IGNORECASE))


def head_lines(path: Path, line_end: str) -> list[str]:
    """Return the whole lines at the beginning of a file that are looked at to tell its delimiter."""
    lines: list[str] = []
    size = 0
    for line in islice(lines_of(path, line_end), 2001):
        size += len(line)
        if size > HEAD and lines:
            break
        lines.append(line)
    return lines[:2000]


def dialect_of(lines: Sequence[str], line_end: str) -> Dialect:
    """Return how ``lines`` are cut into cells; a single column is taken to be parted by commas."""
    hint = _SEP.match(lines[0]) if lines else None
    candidates = (hint[1],) if hint else DELIMITERS
    best, best_score = Dialect(line_end=line_end), 0.0
    for delimiter in candidates:
        dialect = Dialect(delimiter, line_end=line_end)
        records = [record for record in split(lines, dialect) if record.filled and not is_comment(record)]
        widths = widths_of(records)
        score = _score(records)
        if hint or score > best_score:
            best, best_score = replace(dialect, widths=widths), score
    spaced = replace(best, spaced=True, widths=())
    if any(sign in line for sign in signs(spaced) for line in lines):
        records = [record for record in split(lines, spaced) if record.filled and not is_comment(record)]
        if _score(records) > best_score:
            return replace(spaced, widths=widths_of(records))
    return best


def widths_of(records: Iterable[Record]) -> tuple[int, ...]:
    """Return the cell counts that more than one of the records has."""
    counted = Counter(len(record.cells) for record in records if not record.fault)
    return tuple(width for width, count in counted.items() if count > 1) or tuple(counted)


def _score(records: Sequence[Record]) -> float:
    """Return how well the records look like rows of a table: alike in width, more than one cell, a header on top."""
    if not records:
        return 0.0
    counted = Counter(len(record.cells) for record in records if not record.fault and len(record.cells) > 1)
    if not counted:
        return 0.0
    width = max(counted, key=lambda width: (counted[width] * (1 - 1 / width), width))
    alike = counted[width] / len(records)
    top = next(record for record in records if len(record.cells) == width)
    named = sum(1 for cell in top.cells if cell.strip() and not data_like(cell) and not _OTHER.search(cell)) / width
    return alike * (1 - 1 / width) * (0.3 + named)


def readings(dialect: Dialect) -> tuple[Dialect, ...]:
    """Return the other ways to take the quotes of a file where some do not fit."""
    return (
        replace(dialect, quote="", widths=()),
        replace(dialect, escape="\\"),
        replace(dialect, spaced=True),
    )


def signs(dialect: Dialect) -> tuple[str, ...]:
    """Return what a line with quotes that do not fit holds where this way of taking them may be meant."""
    if not dialect.quote:
        return (dialect.quote,)
    return ('\\"',) if dialect.escape != dialect.quote else (f'{dialect.delimiter} "',)


def fit(records: Iterable[Record]) -> tuple[int, int]:
    """Return how many lines lie in records as wide as most are, and how many cells are wrapped in quotes left."""
    widths: Counter[int] = Counter()
    wrapped = 0
    for record in records:
        if not record.fault and record.cells:
            widths[len(record.cells)] += record.end - record.line + 1
            wrapped += sum(1 for cell in record.cells if len(cell) > 1 and cell[0] == cell[-1] == '"')
    return max((count for width, count in widths.items() if width > 1), default=0), wrapped
