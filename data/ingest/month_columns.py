"""Tables with a column a month (or a day), turned so that each month of a row becomes a row of its own."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from data.ingest import looks
from data.ingest.folding import fold
from data.ingest.header_words import spellings
from data.ingest.layouts.phrases import TOTALS
from data.ingest.month_names import month

START, END, VALUE = "Start date", "End date", "Value"
"""Headings of the columns that come of it; the last where nothing says what the figures are."""

_DAY = re.compile(r"(20\d\d)-(\d{1,2})-(\d{1,2})")
_YEAR_FIRST = re.compile(r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*月?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(20\d\d)")
_NAMED = re.compile(r"([^\W\d_]{3,12})\.?[\s\-/'’]*(20\d\d|\d\d)")
_FIGURES = ("spend", "sessions")
_TOTALS = {fold(word) for word in TOTALS}
_LEAST, _MOST_OTHERS = 0.9, 4


def period(header: str) -> tuple[date, date] | None:
    """Return the first and last day of the month, or the day, that a header names; None where it names none.

    >>> period("Feb 2026"), period("2026-01-05"), period("Total")
    ((datetime.date(2026, 2, 1), datetime.date(2026, 2, 28)), (datetime.date(2026, 1, 5), datetime.date(2026, 1, 5)), None)
    """
    text = header.strip()
    if found := _DAY.fullmatch(text):
        year, number, day = map(int, found.groups())
        return (date(year, number, day),) * 2 if 1 <= number <= 12 and 1 <= day <= _last(year, number) else None
    if found := _YEAR_FIRST.fullmatch(text):
        year, number = int(found[1]), int(found[2])
    elif found := _YEAR_LAST.fullmatch(text):
        year, number = int(found[2]), int(found[1])
    elif found := _NAMED.fullmatch(text):
        year, number = int(found[2]) + (2000 if len(found[2]) == 2 else 0), month(found[1]) or 0
    else:
        return None
    return (date(year, number, 1), date(year, number, _last(year, number))) if 1 <= number <= 12 else None


def turned(
    headers: Sequence[str], head: Sequence[Sequence[str]], above: Sequence[str]
) -> tuple[tuple[str, ...], Callable[[Sequence[str]], Iterable[list[str]]]] | None:
    """Return the headers of the turned table and what a row becomes; None where the columns are no months.

    head: the first rows. above: what stands above the table, which may say what its figures are.
    """
    spans = {place: span for place, header in enumerate(headers) if (span := period(header))}
    if len(spans) > 1 and all(first == last and first.day == 1 for first, last in spans.values()):
        # A spreadsheet shows "Jan 26" and holds the first of the month.
        spans = {place: (day, day.replace(day=_last(day.year, day.month))) for place, (day, _) in spans.items()}
    others = [place for place, header in enumerate(headers) if place not in spans and fold(header) not in _TOTALS]
    if len(spans) < 2 or len(set(spans.values())) < len(spans) or not 1 <= len(others) <= _MOST_OTHERS:
        return None
    cells = [row[place].strip() for row in head for place in spans if place < len(row) and row[place].strip()]
    if not cells or sum(map(looks.amount, cells)) < _LEAST * len(cells):
        return None

    def turn(row: Sequence[str]) -> Iterable[list[str]]:
        for place, (first, last) in spans.items():
            if place < len(row) and (row[place] or "").strip():
                yield [*(row[other] for other in others), first.isoformat(), last.isoformat(), row[place]]

    return (*(headers[place] for place in others), START, END, _figures(above)), turn


def _figures(above: Sequence[str]) -> str:
    """What the lines above the table call its figures, if it is a word people head a column with."""
    for word in re.findall(r"[^\W\d_]+", " ".join(above)):
        if any(concept in spellings().get(fold(word), {}) for concept in _FIGURES):
            return word
    return VALUE


def _last(year: int, number: int) -> int:
    return calendar.monthrange(year, number)[1] if 1 <= number <= 12 else 0
