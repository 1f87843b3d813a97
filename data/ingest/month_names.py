"""Month names of many languages, told to DuckDB's date reader, which knows the English ones."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

LANGUAGES = (
    "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "bg", "hr", "sl", "et", "lv",
    "lt", "el", "tr", "ru", "uk", "id", "ca", "vi",
)  # fmt: skip
ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip


@cache
def words() -> dict[str, int]:
    """Return every month name and short form, lower case without a final point, with its number.

    Where two languages disagree on a form the earlier in ``LANGUAGES`` holds.
    """
    known: dict[str, int] = {}
    for number, (short, full) in enumerate(zip(ENGLISH, FULL, strict=True), start=1):
        known[short.lower()] = known[full] = number
    known["sept"] = 9
    for language in LANGUAGES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    if not re.search(r"\d", name):
                        known.setdefault(name.lower().rstrip("."), number)
    return known


def month(word: str) -> int | None:
    """Return the number of the month that ``word`` names in any of the languages.

    >>> month("März"), month("août"), month("Sept."), month("lunes")
    (3, 8, 9, None)
    """
    return words().get(word.lower().rstrip("."))
