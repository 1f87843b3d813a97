"""Checks of dates and times in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, ascii_digits, cldr, found, quoted
from frameworks.localization.finding import Finding

_DATE = re.compile(r"(?<![\d/.-])(\d{1,4})([/.-])(\d{1,2})\2(\d{2}|\d{4})(?![\d/.-]*\d)")
_HALF_DAY = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m\b\.?", re.I | re.A)
_TWELVE_TOO = frozenset({"en", "es", "hi", "ar", "fil", "ms", "id", "ko", "zh", "sw", "bn", "ur"})
"""Languages in which am and pm are written in Latin letters, or where the clock depends on the country."""


@lru_cache(maxsize=512)
def _order(code: str) -> str:
    """Return the order of day, month and year of a locale, such as ``"dmy"``."""
    pattern = cldr(code).date_formats["short"].pattern
    return "".join(dict.fromkeys(letter for letter in pattern.lower() if letter in "dmy"))


def check(pair: Pair) -> Iterator[Finding]:
    """Find dates in another country's order and half-day times where the day has 24 hours."""
    target = pair.target_plain
    if not re.search(r"\d", target):
        return
    order, source_order = _order(str(pair.cldr)), _order(str(pair.source_cldr))
    kept = {hit[0] for hit in _DATE.finditer(pair.source_plain)}
    for hit in _DATE.finditer(ascii_digits(target)):
        first, second = int(hit[1]), int(hit[3])
        if len(hit[1]) > 2:
            continue  # year first is clear to everyone
        if order == "dmy" and second > 12 >= first:
            message = Sentence(N_("{date} has the month first; here the day comes first."), date=quoted(hit[0]))
        elif order == "mdy" and first > 12 >= second:
            message = Sentence(N_("{date} has the day first; here the month comes first."), date=quoted(hit[0]))
        elif hit[0] in kept and order != source_order and first <= 12 and second <= 12 and first != second:
            message = Sentence(N_("{date} is read as another day here than in the source."), date=quoted(hit[0]))
        elif order == "ymd" and hit[0] in kept and source_order != order:
            message = Sentence(N_("{date} is in the source's order; here the year comes first."), date=quoted(hit[0]))
        else:
            continue
        yield found("dates", message, hit.start(), hit.end())
    if pair.language in _TWELVE_TOO or "h" in cldr(str(pair.cldr)).time_formats["short"].pattern:
        return
    for hit in _HALF_DAY.finditer(target):
        hour, minutes = int(hit[1]), hit[2] or "00"
        if 1 <= hour <= 12:
            hour = hour % 12 + (12 if hit[3] in "pP" else 0)
            fixed = target[: hit.start()] + f"{hour}:{minutes}" + target[hit.end() :]
            message = Sentence(N_("{time} is written with 24 hours here."), time=quoted(hit[0]))
            yield found("dates", message, hit.start(), hit.end(), suggestion="" if "\x00" in fixed else fixed)
