"""ICU plural messages, a text per number in one string, taken apart and put together."""

from __future__ import annotations

import re
from collections.abc import Mapping

from frameworks.localization.placeholders import branches, closing, find_placeholders

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories in the order in which they are written; selectors such as ``=0`` go before them."""

_OPENING = re.compile(r"\{\s*(\w{1,60})\s*,\s*plural\s*,")
_QUOTED = re.compile(r"'([#{}])'|(#)")


def plural_forms(message: str) -> tuple[str, Mapping[str, str]] | None:
    """Return the argument and the text by category of a message that is one plural and nothing else.

    None for any other text, also for a plural with an offset or a category twice.

    >>> plural_forms("{count, plural, one {# bag} other {# bags}}")
    ('count', {'one': '# bag', 'other': '# bags'})
    """
    opened = _OPENING.match(message)
    if opened is None or closing(message, 0) != len(message) - 1 or "offset:" in message:
        return None
    found = branches(message, 0)
    forms = {selector: message[start:end] for selector, start, end in found or ()}
    return (opened[1], forms) if forms and len(forms) == len(found or ()) and "" not in forms else None


def plural_message(argument: str, forms: Mapping[str, str]) -> str:
    """Return the ICU message of texts by category.

    >>> plural_message("n", {"other": "# bags", "one": "# bag"})
    '{n, plural, one {# bag} other {# bags}}'
    """
    rank = {category: place for place, category in enumerate(CATEGORIES)}
    ordered = sorted(forms.items(), key=lambda form: (rank.get(form[0], -1), form[0]))
    return f"{{{argument}, plural, {' '.join(f'{selector} {{{text}}}' for selector, text in ordered)}}}"


def spoken(branch: str, argument: str) -> str:
    """Return a branch as a text of its own: its number by name, its quoted signs plain.

    >>> spoken("# bags in order '#'{number}", "count")
    '{count} bags in order #{number}'
    """
    return _QUOTED.sub(lambda sign: sign[1] or f"{{{argument}}}", branch)


def branch(text: str, argument: str) -> str:
    """Return a text as a branch of a plural on ``argument``; the other way round from ``spoken``."""
    kept, at = [], 0
    for found in find_placeholders(text):
        if found.start >= at and found.kind in ("brace", "double", "dollar"):
            kept += [_quote(text[at : found.start])]
            kept += ["#" if found.text == f"{{{argument}}}" else found.text]
            at = found.end
    return "".join([*kept, _quote(text[at:])])


def _quote(text: str) -> str:
    return re.sub(r"[#{}]", r"'\g<0>'", text)
