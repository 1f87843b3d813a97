"""A made-up language that shows what a layout does before any translation exists.

Accents show letters a font lacks and texts that never reach a translator, brackets show what is cut off,
padding shows what a longer language does, mirrored text shows what right-to-left does.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from frameworks.labels import N_
from frameworks.localization.items import ContentError
from frameworks.localization.placeholders import branches, find_placeholders
from frameworks.localization.plural_message import plural_forms, plural_message

ACCENTED = "en_XA"
MIRRORED = "en_XB"
PSEUDO_LOCALES = (ACCENTED, MIRRORED)
"""CLDR's codes for the two: letters with accents, and right-to-left."""
LABELS = {ACCENTED: N_("Pseudo: accents and length"), MIRRORED: N_("Pseudo: right to left")}

DEFAULT_EXPANSION = 1.4
"""Length against the source: about what short German texts need in nine cases of ten."""

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ",
)
_PADDING = "one two three four five six seven eight nine ten eleven twelve"
_CODE = re.compile(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#\d{1,7});|https?://\S+|[\w.+\-]+@[\w\-]+\.[\w.\-]+")
_WORD = re.compile(r"[^\W_]+")
_RLO, _PDF = "\u202e", "\u202c"


def pseudo(text: str, locale: str = ACCENTED, *, expansion: float = DEFAULT_EXPANSION) -> str:
    """Return ``text`` in a pseudo-locale; places for values, tags and links are kept as they are.

    locale:    ``ACCENTED`` or ``MIRRORED``.
    expansion: length of the result against the source, 1 to 4, brackets not counted; ``MIRRORED`` keeps the length.

    Raises ContentError for another locale.

    >>> pseudo("Add {name}", expansion=1)
    '⟦Åðð {name}⟧'
    """
    if locale not in PSEUDO_LOCALES:
        raise ContentError(N_("{code} is no pseudo-locale."), code=f"“{locale:.20}”")
    if not text.strip():
        return text
    plural = plural_forms(text)
    if plural is not None:
        argument, forms = plural
        return plural_message(argument, {one: pseudo(form, locale, expansion=expansion) for one, form in forms.items()})
    if locale == MIRRORED:
        return _mapped(text, _mirrored)
    longer = math.ceil(len(text) * min(max(expansion, 1.0), 4.0)) - len(text)
    return f"⟦{_mapped(text, _accented)}{_padding(longer)}⟧"


def _mapped(text: str, change: Callable[[str], str]) -> str:
    """Return the text with what is read changed and what is code kept; texts in branches are read."""
    kept, at = [], 0
    for start, end in _codes(text):
        if start < at:
            continue
        kept.append(change(text[at:start]))
        inside = start
        for _, opens, shuts in branches(text, start) or () if text[start] == "{" else ():
            kept += [text[inside:opens], _mapped(text[opens:shuts], change)]
            inside = shuts
        kept.append(text[inside:end])
        at = end
    return "".join([*kept, change(text[at:])])


def _codes(text: str) -> list[tuple[int, int]]:
    """Return where placeholders, tags, entities, links and addresses stand, in order."""
    found = [(one.start, one.end) for one in find_placeholders(text)]
    return sorted([*found, *(code.span() for code in _CODE.finditer(text))], key=lambda span: (span[0], -span[1]))


def _accented(part: str) -> str:
    return part.translate(_ACCENTS)


def _mirrored(part: str) -> str:
    return _WORD.sub(lambda word: f"{_RLO}{word[0]}{_PDF}", part)


def _padding(length: int) -> str:
    if length < 1:
        return ""
    return (f" {_PADDING}" * (length // len(_PADDING) + 1))[:length]
