"""The places for values of a text filled with examples, plurals chosen, and its inline tags told from its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from babel import Locale
from icu4py.messageformat import MessageFormat

from frameworks.localization.placeholders import Placeholder, branches, find_placeholders
from frameworks.localization.scenes.model import FIRST_STRONG, POP, Run

Value = Callable[[str], str]
Number = Callable[[str], int]

_OPEN, _SHUT = "\ufdd0", "\ufdd1"
"""Marks around a value while a text is put together: code points that no text may hold (Unicode noncharacters)."""
_SHARP = re.compile(r"'[#{}][^']*'|#")
_NAME = re.compile(r"[A-Za-z_0-9][\w.\-\[\]]*")
_TAGS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "em", "a": "link", "span": "", "small": "", "p": ""}
_TAG = re.compile(r"<(/?)(b|strong|i|em|u|a|span|small|p|br)(?:\s[^<>]{0,400})?/?>", re.IGNORECASE)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "#39": "'", "nbsp": "\u00a0", "hellip": "…"}
_ENTITY = re.compile(r"&(amp|lt|gt|quot|apos|#39|nbsp|hellip);")
_OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
            "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip


def name_of(place: Placeholder) -> str:
    """Return the name within a placeholder, "" where it has none.

    >>> [name_of(one) for one in find_placeholders("{first_name} {{ order.id }} %(days)d %d")]
    ['first_name', 'order.id', 'days', '']
    """
    if place.kind == "printf":
        named = re.match(r"%\(([^)]*)\)", place.text)
        return named[1] if named else ""
    found = _NAME.search(place.text)
    return found[0] if found else ""


def filled(text: str, place: Locale, value: Value, number: Number, when: datetime) -> tuple[tuple[Run, ...], bool]:
    """Return a text with its places filled, in pieces, and whether its ICU message could be read.

    value, number: give the example for a name; the number picks the plural. when: for ICU dates and times.
    A message that ICU cannot read stays as it is. Tags of a pair become a style, others stay words.
    """
    text = balanced(text.replace(_OPEN, "").replace(_SHUT, ""))
    found = find_placeholders(text)
    sound = True
    if any(one.kind == "icu" for one in found):
        text, sound = _message(text, found, place, value, number, when)
    if sound:
        text = _simple(text, value)
    return _runs(text), sound


def flat(runs: tuple[Run, ...]) -> str:
    """Return the pieces as one text, each value between isolates."""
    return "".join(f"{FIRST_STRONG}{run.text}{POP}" if run.value else run.text for run in runs)


def balanced(text: str) -> str:
    """Return a text whose turns of the writing direction all end within it.

    >>> balanced("a\\u202eb\\u2069").encode("unicode_escape")
    b'a\\\\u202eb\\\\u202c'
    """
    kept, open_turns = [], []
    for letter in text:
        if letter in _OPENERS:
            open_turns.append(_OPENERS[letter])
        elif letter in ("\u202c", "\u2069"):
            if not open_turns or open_turns[-1] != letter:
                continue
            open_turns.pop()
        kept.append(letter)
    return "".join([*kept, *reversed(open_turns)])


def _message(
    text: str, found: tuple[Placeholder, ...], place: Locale, value: Value, number: Number, when: datetime
) -> tuple[str, bool]:
    given: dict[str, object] = {}
    for one in found:
        name = name_of(one)
        if one.kind == "icu":
            given[name] = _typed(one.type, name, number, when)
        elif one.kind == "brace" and name:
            given.setdefault(name, f"{_OPEN}{value(name)}{_SHUT}")
    try:
        return MessageFormat(_sharp(text, found), str(place)).format(given), True
    except (ValueError, TypeError, OverflowError):
        return text, False


def _typed(kind: str, name: str, number: Number, when: datetime) -> object:
    if kind in ("date", "time"):
        return when
    return "other" if kind == "select" else number(name)


def _sharp(text: str, found: tuple[Placeholder, ...]) -> str:
    """Return the message with its number signs between the marks of a value."""
    kept, at = [], 0
    for one in found:
        if one.start < at or one.type not in ("plural", "selectordinal"):
            continue
        for _selector, opens, shuts in branches(text, one.start) or ():
            kept += [text[at:opens], _SHARP.sub(_marked, text[opens:shuts])]
            at = shuts
    return "".join([*kept, text[at:]])


def _marked(sign: re.Match[str]) -> str:
    return f"{_OPEN}#{_SHUT}" if sign[0] == "#" else sign[0]


def _simple(text: str, value: Value) -> str:
    kept, printf = [], False
    for number, piece in enumerate(re.split(f"({_OPEN}[^{_OPEN}{_SHUT}]*{_SHUT})", text)):
        if number % 2:
            kept.append(piece)
            continue
        at = 0
        for one in find_placeholders(piece):
            if one.start < at or one.kind == "icu":
                continue
            printf = printf or one.kind == "printf"
            kept += [piece[at : one.start], _OPEN, value(name_of(one) or one.text), _SHUT]
            at = one.end
        kept.append(piece[at:])
    joined = "".join(kept)
    return joined.replace("%%", "%") if printf else joined


def _runs(text: str) -> tuple[Run, ...]:
    tags = _pairs(text)
    runs: list[Run] = []
    open_styles: list[str] = []
    at = 0
    for tag in [*tags, None]:
        until = tag.start() if tag else len(text)
        style = next((one for one in reversed(open_styles) if one), "")
        runs += _pieces(text[at:until], style)
        if tag is None:
            break
        name = tag[2].lower()
        if name == "br":
            runs.append(Run("\n"))
        elif tag[1]:
            open_styles.pop()
        else:
            open_styles.append(_TAGS[name])
        at = tag.end()
    return tuple(runs) or (Run(""),)


def _pairs(text: str) -> list[re.Match[str]]:
    """Return the tags that stand in proper pairs and the breaks; none where one is out of order."""
    found, open_tags = list(_TAG.finditer(text)), []
    for tag in found:
        name = tag[2].lower()
        if name == "br":
            continue
        if not tag[1]:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return []
    return [] if open_tags else found


def _pieces(text: str, style: str) -> list[Run]:
    """Return what is shown, values apart from words."""
    found = []
    for number, piece in enumerate(re.split(f"{_OPEN}([^{_OPEN}{_SHUT}]*){_SHUT}", text)):
        if piece:
            shown = piece if number % 2 else _ENTITY.sub(lambda sign: _ENTITIES[sign[1]], piece)
            found.append(Run(shown.translate(_UNMARKED), bool(number % 2), style))
    return found


_UNMARKED: Mapping[int, None] = {ord(_OPEN): None, ord(_SHUT): None}
