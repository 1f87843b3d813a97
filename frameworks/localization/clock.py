"""Times of day as they are written, with the words that go with a twelve-hour clock."""

from __future__ import annotations

from datetime import datetime, time

from babel import Locale
from babel.dates import format_time


def clock_text(then: datetime | time, locale: Locale, kind: str = "short") -> str:
    """Return a time of day as the locale writes it (Unicode CLDR), on the clock it is given in.

    kind: a width of CLDR, ``"short"`` or ``"medium"``. Where CLDR abbreviates the half of the day in Latin letters and
    has a word of the language too, it is the word, as Korean shops and phones have it.

    >>> [clock_text(time(21, 40), Locale.parse(code)) for code in ("ko_KR", "de_DE")]
    ['오후 9:40', '21:40']
    """
    pattern = locale.time_formats[kind].pattern
    halves = locale.day_periods.get("format", {})
    short, word = (str(halves.get(width, {}).get("pm", "")) for width in ("abbreviated", "wide"))
    if short.isascii() and not word.isascii():
        pattern = pattern.replace("a", "aaaa", 1)
    zone = then.tzinfo if isinstance(then, datetime) else None
    return format_time(then, pattern, tzinfo=zone, locale=locale)
