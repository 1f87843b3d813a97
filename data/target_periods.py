"""Reads the days and periods that a plan names: 2026, 2026-Q1, March 2026, 2026-W07, 31.3.2026, 1 April 2026."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta

from data.ingest.month_names import month

Span = tuple[date, date]

_YEAR = re.compile(r"(20\d\d)\s*(?:年度?|г\.?)?")
_PART_FIRST = re.compile(r"([qtkhs])\s?([1-4])[\s\-/.']*(20\d\d|\d\d)")
_PART_LAST = re.compile(r"(20\d\d)[\s\-/.]*([qtkhs])\s?([1-4])")
_COUNTED = re.compile(r"([1-4])\s?\.?(?:o|a|er|e|re|do|to|st|nd|rd|th)?\s*([^\W\d_]+)\.?[\s\-/']*(20\d\d)")
_NAMED_PART = re.compile(r"([^\W\d_]+)\.?\s*([1-4])[\s\-/']*(20\d\d)")
_EAST_PART = re.compile(r"(20\d\d)年?\s*第?([1-4])(?:季度|四半期)")
_QUARTERS = {
    "q", "t", "k", "quarter", "quartal", "trimestre", "trimester", "kwartaal", "kwartał", "kwartal", "kvartal", "çeyrek",
    "квартал", "trim", "qtr",
}  # fmt: skip
_HALVES = {"h", "s", "half", "halbjahr", "semestre", "semester", "półrocze", "halfjaar", "halvår", "полугодие"}
_WEEK = re.compile(r"(20\d\d)[\s\-/]*(?:w|kw|s)(\d\d)")
_MONTHS = (
    re.compile(r"(?P<year>20\d\d)\s*[-/.年]\s*(?P<number>\d{1,2})\s*月?"),
    re.compile(r"(?P<year>20\d\d)(?P<number>0[1-9]|1[0-2])"),
    re.compile(r"(?P<number>\d{1,2})\s*[-/.]\s*(?P<year>20\d\d)"),
    re.compile(r"(?P<word>[^\W\d_]{3,12})\.?[\s\-/'’.]*(?P<year>20\d\d|\d\d)"),
    re.compile(r"(?P<year>20\d\d)[\s\-/]*(?P<word>[^\W\d_]{3,12})\.?"),
)
_DAYS = (
    re.compile(r"(?P<year>20\d\d)([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?:[t ]\d\d:\d\d.*)?"),
    re.compile(r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)"),
    re.compile(r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>20\d\d)"),
    re.compile(r"(?P<day>\d{1,2})(?:\.|º|er|st|nd|rd|th)?[\s\-]*(?P<word>[^\W\d_]{3,12})\.?[\s\-]*(?P<year>20\d\d)"),
    re.compile(r"(?P<word>[^\W\d_]{3,12})\.?\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<year>20\d\d)"),
)
_SLASHES = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(20\d\d)")
_BETWEEN = re.compile(r"\s+(?:-|–|—|to|until|bis|hasta|au|al|a|tot|do|até|по)\s+|\s*(?:…|\.\.\.?|–|—|→|〜|～)\s*")
_LAST_HALF = 2


def span(text: str, day_first: bool | None = None) -> Span | None:
    """Return the first and last day of the day or period that a text names; None where it names none.

    day_first: how 03/04/2026 is meant; None: only days that can be meant in one way are read.

    >>> span("2026-Q1"), span("Feb 2026")[1], span("from March on")
    ((datetime.date(2026, 1, 1), datetime.date(2026, 3, 31)), datetime.date(2026, 2, 28), None)
    """
    bare = " ".join(unicodedata.normalize("NFKC", text).casefold().replace(",", " ").strip(" '\"").split())
    bare = re.sub(r"(?<=\w)\.? (?:de|del|di|of) (?=\w)", " ", bare)
    if not bare or len(bare) > 60:
        return None
    try:
        return _day(bare, day_first) or _period(bare) or _range(bare, day_first)
    except ValueError:  # a 31 February
        return None


def month_of(text: str) -> Span | None:
    """Return the period that the header of a column names; a spreadsheet writes a month as its first day."""
    found = span(text)
    return _months(found[0], 1) if found and found[0] == found[1] and found[0].day == 1 else found


def day_first(texts: Iterable[str]) -> bool | None:
    """Return whether days written as 31/03/2026 have the day first, told by those that can be meant in one way."""
    said = [(int(found[1]), int(found[3])) for text in texts for found in _SLASHES.finditer(text)]
    first, second = any(one > 12 for one, _other in said), any(other > 12 for _one, other in said)
    return None if first == second else first


def _day(bare: str, first: bool | None) -> Span | None:
    for pattern in _DAYS:
        if found := pattern.fullmatch(bare):
            parts = found.groupdict()
            number = month(parts["word"]) if "word" in parts else int(parts["month"])
            if number:
                return (date(int(parts["year"]), number, int(parts["day"])),) * 2
    if found := _SLASHES.fullmatch(bare):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        if first is None:
            first = True if one > 12 or one == other else False if other > 12 else None
        if first is not None:
            return (date(year, *((other, one) if first else (one, other))),) * 2
    return None


def _period(bare: str) -> Span | None:
    if found := _YEAR.fullmatch(bare):
        return _months(date(int(found[1]), 1, 1), 12)
    if found := _WEEK.fullmatch(bare):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday, monday + timedelta(days=6)
    if found := _PART_LAST.fullmatch(bare):
        return _part(found[2], found[3], found[1])
    found = _PART_FIRST.fullmatch(bare) or _NAMED_PART.fullmatch(bare)
    if found and (part := _part(found[1], found[2], found[3])):
        return part
    if found := _COUNTED.fullmatch(bare):
        return _part(found[2], found[1], found[3])
    if found := _EAST_PART.fullmatch(bare):
        return _part("q", found[2], found[1])
    for pattern in _MONTHS:
        if found := pattern.fullmatch(bare):
            parts = found.groupdict()
            number = month(parts["word"]) if "word" in parts else int(parts["number"])
            if number:
                return _months(date(_year(parts["year"]), number, 1), 1)
    return None


def _range(bare: str, first: bool | None) -> Span | None:
    ends = _BETWEEN.split(bare)
    if len(ends) != 2:
        return None
    begin, end = (_day(part, first) or _period(part) for part in ends)
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _part(word: str, number: str, year: str) -> Span | None:
    """Return a quarter or half of a year."""
    place = int(number)
    if word in _QUARTERS:
        return _months(date(_year(year), 3 * place - 2, 1), 3)
    if word in _HALVES and place <= _LAST_HALF:
        return _months(date(_year(year), 6 * place - 5, 1), 6)
    return None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _months(first: date, count: int) -> Span:
    last = first.month + count - 1
    return first, date(first.year, last, calendar.monthrange(first.year, last)[1])
