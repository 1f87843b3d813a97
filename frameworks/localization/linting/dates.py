"""Finds dates in figures, times with am or pm, and weeks that the market counts otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale
from babel.dates import get_day_names

from frameworks.labels import N_, Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.linting.subject import Subject
from frameworks.localization.scripts import alpha2, locale_for

_DATE = re.compile(r"(?<![\w/.,-])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\w/])")
_LED = re.compile(r"\b(?:by|on|until|till|before|after|from|to|ends?|since|starting|through|date:?)\s+$", re.IGNORECASE)
_MERIDIEM = re.compile(r"(?<![\w.])\d{1,2}(?::\d{2})? ?(?:[ap]\.m\.|[ap]m\b)", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:EST|EDT|PST|PDT|CST|CDT|MST|MDT|ET|PT|GMT|BST|AEST)\b")
_TIMED = re.compile(r"\d\s*(?:[ap]\.?m\.?)?\s*$", re.IGNORECASE)
_WEEKEND = re.compile(
    r"\bweekends?\b|\bMon(?:day)?s?\s?(?:[-–—]|to|through)\s?Fri(?:day)?s?\b|\bSat(?:urdays?|\.)?\s?(?:and|&|or)\s?Sun(?:days?|\.)?\b"
)
_SOURCE = "Unicode CLDR 48"


def look(subject: Subject) -> Iterator[Finding]:
    """Yield dates, times and weekends that are read in another way in the market."""
    text, order = subject.text, order_of(subject.locale)
    home = order_of(locale_for(subject.language, alpha2(subject.home))) if subject.home else ""
    for hit in _DATE.finditer(text):
        if _is_date(text, hit) and home != order:
            told = N_("{words} can be read as day and month or as month and day; there the order is {order}.")
            yield subject.finding(
                "date", Sentence(told, words=subject.said(*hit.span()), order=order), *hit.span(), source=_SOURCE,
                evidence="standard", suggestion=N_("Write the month as a word, or put a placeholder for the date."),
            )  # fmt: skip
    if "a" not in subject.locale.time_formats["short"].pattern:
        for hit in _MERIDIEM.finditer(text):
            told = Sentence(N_("{words}: the day has 24 hours there."), words=subject.said(*hit.span()))
            yield subject.finding("time", told, *hit.span(), suggestion=_clock(hit[0]), source=_SOURCE, evidence="standard")
    for hit in _ZONE.finditer(text):
        if subject.market != subject.home and _TIMED.search(text[: hit.start()]):
            told = Sentence(N_("{words}: letters of a time zone are known at home only."), words=subject.said(*hit.span()))
            yield subject.finding("time", told, *hit.span(), suggestion=N_("Give the local time of the market."))
    first, last = subject.locale.weekend_start, subject.locale.weekend_end
    if (first, last) != (5, 6):
        for hit in _WEEKEND.finditer(text):
            names = get_day_names("wide", locale="en")
            days = names[first] if first == last else f"{names[first]}, {names[last]}"
            told = Sentence(N_("{words}: the days of rest there are: {days}."), words=subject.said(*hit.span()), days=days)
            yield subject.finding(
                "time", told, *hit.span(), suggestion=N_("Name the days of the market."), source=_SOURCE, evidence="standard"
            )


def order_of(locale: Locale) -> str:
    """Return the order of day, month and year in short dates.

    >>> order_of(Locale.parse("en_US")), order_of(Locale.parse("de_DE")), order_of(Locale.parse("ja_JP"))
    ('M/D/Y', 'D/M/Y', 'Y/M/D')
    """
    pattern = re.sub(r"'[^']*'", "", locale.date_formats["short"].pattern)
    return "/".join(dict.fromkeys(letter.upper() for letter in pattern if letter in "dMy"))


def _is_date(text: str, hit: re.Match[str]) -> bool:
    one, other = int(hit[1]), int(hit[2])
    if not (1 <= one <= 31 and 1 <= other <= 31 and min(one, other) <= 12) or hit[0] == "24/7":
        return False
    if hit[3]:
        return True
    return bool(_LED.search(text[: hit.start()]))  # else it may be a fraction, a size or a score


def _clock(text: str) -> str:
    hour, _, minutes = re.sub(r"[^\d:]", "", text).partition(":")
    late = "p" in text.lower()
    return f"{int(hour) % 12 + (12 if late else 0):02d}:{minutes or '00'}"
