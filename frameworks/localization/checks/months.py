"""Months by name, in any language that CLDR has."""

from __future__ import annotations

import re
from functools import lru_cache

from frameworks.localization.checks.pair import cldr

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=256)
def _months(language: str) -> dict[str, int]:
    named: dict[str, int] = {}
    locale = cldr(language)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                words = _WORD.findall(name.casefold())
                if words and len(words[0]) > 2 and words[0] not in _WORDS_TOO:
                    named[words[0]] = number
    return named


_WORDS_TOO = frozenset({"may", "mar", "set", "tháng", "mei"})
"""Months that are common words: left out rather than hide a wrong number."""


def month_numbers(text: str, language: str) -> frozenset[int]:
    """Return the numbers of the months that are named in a text.

    >>> month_numbers("bis 5. Dezember", "de")
    frozenset({12})
    """
    named = _months(language)
    numbers = {named[word] for word in _WORD.findall(text.casefold()) if word in named}
    if "may" in text.casefold().split() and language == "en" and re.search(r"\bMay\b[ ,]*\d|\d(?:st|nd|rd|th)?\s+May\b", text):
        numbers.add(5)
    return frozenset(numbers)
