"""Stretches of days: the period on show, the one it is compared with, and how both are written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_interval

from components import words

DAYS = 90
"""How long the period is that a page opens with."""
VERSUS = ("previous", "year", "none")
"""What a period can be compared with."""


@dataclass(frozen=True)
class Period:
    """Days from ``start`` to ``end``, both included."""

    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days + 1

    @property
    def text(self) -> str:
        """The period as the visitor writes it, ``14 Aug – 11 Nov 2026``."""
        if self.start == self.end:
            return words.date_text(self.start)
        return format_interval(self.start, self.end, "yMMMd", locale=words.locale())

    def within(self, span: Period) -> Period:
        """Return the part that lies in ``span``; the default period of the span where none does."""
        start, end = max(self.start, span.start), min(self.end, span.end)
        return Period(start, end) if start <= end else last(span)

    def against(self, versus: str) -> Period | None:
        """Return the period to compare with: as many days right before, the same dates a year earlier, or None."""
        if versus == "previous":
            length = dt.timedelta(days=self.days)
            return Period(self.start - length, self.end - length)
        if versus == "year":
            return Period(_year_before(self.start), _year_before(self.end))
        return None


def last(span: Period, days: int = DAYS) -> Period:
    """Return the last ``days`` days of the data, or all of them when they are fewer."""
    return Period(max(span.start, span.end - dt.timedelta(days=days - 1)), span.end)


def asked(start: str | None, end: str | None, span: Period) -> Period | None:
    """Return the period that an address asks for, within the data; None where it names no two days in order."""
    try:
        first = dt.date.fromisoformat((start or "")[:10]) if start else span.start
        until = dt.date.fromisoformat((end or "")[:10]) if end else span.end
    except ValueError:
        return None
    if not (start or end) or first > until or until < span.start or first > span.end:
        return None
    return Period(first, until).within(span)


def _year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
