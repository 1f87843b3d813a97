"""Which plural form of a PO file stands for which of CLDR's categories."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from frameworks.localization.plural_message import CATEGORIES

_HEADER = re.compile(r"nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([n\d\s()?:%<>=!&|+\-*/]{1,600});?\s*\Z")
_COUNTED = 220
"""Every gettext rule in use shows all its forms below this number."""


def header_of(locale: str) -> str:
    """Return the Plural-Forms header of a language, as gettext has it; that of English for an unknown one."""
    try:
        found = get_plural(locale)
        return f"nplurals={found.num_plurals}; plural={found.plural_expr};"
    except (ValueError, UnknownLocaleError, TypeError):
        return "nplurals=2; plural=(n != 1);"


@lru_cache(maxsize=256)
def categories_of(header: str, locale: str) -> tuple[str, ...]:
    """Return the CLDR category of each plural form, in the order of the forms.

    header: a Plural-Forms header; one that cannot be read gives the forms of the language itself.

    >>> categories_of("nplurals=2; plural=(n > 1);", "fr"), categories_of("", "ja")
    (('one', 'other'), ('other',))
    """
    read = _HEADER.match(header.strip()) or _HEADER.match(header_of(locale))
    assert read is not None
    number, rule = int(read[1]), _rule(read[2])
    if rule is None or number < 1:
        return categories_of(header_of(locale), locale) if header else ("one", "other")
    category = _category(locale)
    spoken: list[Counter[str]] = [Counter() for _ in range(number)]
    for count in range(_COUNTED):
        form = rule(count)
        if 0 <= form < number:
            spoken[form][category(count)] += 1
    found = [_first(said) for said in spoken]
    if (number > 1 and len(set(found)) < number) or None in found:
        order = [one for one in CATEGORIES if one in {category(count) for count in range(_COUNTED)} | {"other"}]
        found = order if len(order) == number else [*CATEGORIES[1:number], "other"]
    if number == 1:
        found = ["other"]
    return tuple(str(one) for one in found)


def _first(said: Counter[str]) -> str | None:
    return said.most_common(1)[0][0] if said else None


def _category(locale: str) -> Callable[[int], str]:
    try:
        return Locale.parse(locale).plural_form
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale.parse("en").plural_form


def _rule(expression: str) -> Callable[[int], int] | None:
    import gettext

    try:
        # The standard library's own compiler of C expressions: it takes nothing but n, digits and operators.
        rule = gettext.c2py(expression)  # type: ignore[attr-defined]
        rule(1)
    except (ValueError, RecursionError, ZeroDivisionError, OverflowError):
        return None

    def careful(count: int) -> int:
        try:
            return int(rule(count))
        except (ValueError, ZeroDivisionError, OverflowError):
            return -1

    return careful
