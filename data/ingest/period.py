"""The period that the lines above a table say it covers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from data.ingest.folding import fold

_COMPACT = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_EAST = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º|er)?\s*(?:de\s+)?([^\W\d_]{3,12})\.?,?\s*(?:de\s+|del\s+)?(20\d\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d\d)")
_SAME_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})\.?\s*(?:([^\W\d_]{3,12})\.?\s*)?[-–—]\s*(\d{1,2})\.?\s+([^\W\d_]{3,12})\.?,?\s+(20\d\d)"
)
_SAME_YEAR = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})\s*[-–—]\s*(?:([^\W\d_]{3,12})\.?\s+)?(\d{1,2}),?\s+(20\d\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(20\d\d)(?!\d)")

_MONTHS = (
    "jan januar january janvier enero janeiro gennaio januari ene gen styczen ocak",
    "feb februar february fevrier febrero fevereiro febbraio februari fev fevr luty subat",
    "mar marz march mars marzo marco maart mrz mars marzec mart",
    "apr april avril abril aprile avr abr kwiecien nisan",
    "may mai mayo maio maggio mei mag maj mayis",
    "jun juni june juin junio junho giugno giu czerwiec haziran",
    "jul juli july juillet julio julho luglio juil lug lipiec temmuz",
    "aug august aout agosto augustus ago aou sierpien agustos",
    "sep sept september septembre septiembre setembro settembre set wrzesien eylul",
    "oct okt october oktober octobre octubre outubro ottobre ott out pazdziernik ekim",
    "nov november novembre noviembre novembro listopad kasim",
    "dec dez december dezember decembre diciembre dezembro dicembre dic grudzien aralik",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}


def stated(lines: Iterable[str], title: str = "") -> tuple[date, date] | None:
    """First and last day that the lines above a table name, or None where they name none.

    Reads ``# Start date: 20251001``, ``# 20250627-20250924``, ``1 October 2026 - 31 October 2026``,
    ``01.10.2026 – 31.10.2026``, ``2026年10月1日`` in the languages the exports come in. A single day is a
    period of one day. Figures such as ``03/04/2026`` say a day only where one of the two cannot be a month.
    """
    days: list[date] = []
    for line in (*lines, title):
        days += _days(line)
    if not days:
        return None
    return min(days), max(days)


def _days(line: str) -> list[date]:
    found: list[date | None] = []
    for pattern in (_COMPACT, _ISO, _EAST):
        found += [_day(year, month, day) for year, month, day in pattern.findall(line)]
    for first, month, last, same, year in _SAME_MONTH.findall(line):
        found += [_day(year, _MONTH.get(fold(month or same)), first), _day(year, _MONTH.get(fold(same)), last)]
    for same, first, month, last, year in _SAME_YEAR.findall(line):
        found += [_day(year, _MONTH.get(fold(same)), first), _day(year, _MONTH.get(fold(month or same)), last)]
    for day, month, year in _DAY_FIRST.findall(line):
        found.append(_day(year, _MONTH.get(fold(month)), day))
    if not any(found):
        for month, day, year in _MONTH_FIRST.findall(line):
            found.append(_day(year, _MONTH.get(fold(month)), day))
    if not any(found):
        found += _numbers(line)
    return [day for day in found if day]


def _numbers(line: str) -> list[date | None]:
    """Days such as 31.10.2026, read in the order that all of them allow; with points the day stands first."""
    said = _NUMBERS.findall(line)
    if not said:
        return []
    points = said[0][1] == "."
    if points or any(int(first) > 12 for first, _, _, _ in said):
        return [_day(year, second, first) for first, _, second, year in said]
    if any(int(second) > 12 for _, _, second, _ in said):
        return [_day(year, first, second) for first, _, second, year in said]
    return []


def _day(year: str | int, month: str | int | None, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month or 0), int(day))
    except ValueError:
        return None
    return found if found <= date(2099, 12, 31) - timedelta(days=1) else None
