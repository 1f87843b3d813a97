"""Where a text leaves room for a value: {name}, {{name}}, ${name}, %s, %(name)s, ICU arguments, inline codes of XLIFF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = ("brace", "double", "dollar", "printf", "icu", "inline")
_NAME = r"[A-Za-z_0-9][\w.\-\[\]]{0,60}"
_INLINE = (
    r"<(?P<held>bpt|ept|ph|it)\s[^<>]{0,500}?\bid=\"[^<>]{0,2000}>[^<>]{0,2000}</(?P=held)>"
    r"|<(?:g|x|bx|ex|ph|pc|sc|ec|it|bpt|ept)\s[^<>]{0,500}?\bid=\"[^<>]{0,2000}>"
    r"|<(?:ec|em)\s[^<>]{0,500}?\bstartRef=\"[^<>]{0,2000}>|<cp\shex=\"[^<>]{0,20}>|</(?:g|pc)>"
)
_SIMPLE = re.compile(
    r"(?P<inline>" + _INLINE + r")"
    r"|(?P<double>\{\{[{]?\s*" + _NAME + r"(?:\s*\|[^{}\n]{0,60})?\s*\}?\}\})"
    r"|(?P<dollar>\$\{\s*" + _NAME + r"\s*\})"
    r"|(?P<icu>\{\s*(?P<argument>" + _NAME + r")\s*,\s*(?P<type>[A-Za-z]+)\s*(?=[,}]))"
    r"|(?P<brace>\{(?:" + _NAME + r")?(?:![rsa])?(?::[^{}\s]{0,20})?\})"
    # A percent sign after a digit is a share ("20%discount"), and the flag " " would read "% discount" as one.
    r"|(?P<escaped>%%)"
    r"|(?P<printf>%\([A-Za-z_][\w.]{0,60}\)[#0+\-]?\d{0,3}(?:\.\d{1,2})?[bcdeEfgGiorsuxX@]"
    r"|(?<![\d])%(?:\d{1,2}\$)?[#0+\-]?\d{0,3}(?:\.\d{1,2})?(?:ll|l|h)?[bcdeEfgGiorsuxX@](?![A-Za-z]))"
)  # fmt: skip
_BRANCHING = ("plural", "select", "selectordinal")
_DEPTH = 8


@dataclass(frozen=True)
class Placeholder:
    """A place for a value.

    text:  as a translation must keep it; of an ICU argument its name alone in braces (``{count}``).
    start: first position in the text it was found in; end: the one after its last.
    kind:  one of ``KINDS``; icu for an argument with a type, inline for a code of XLIFF as its tag.
    type:  the type of an ICU argument (``"plural"``, ``"date"``), else empty.
    """

    text: str
    start: int
    end: int
    kind: str
    type: str = ""


def find_placeholders(text: str) -> tuple[Placeholder, ...]:
    """Return the places for values in ``text``, in order; those inside branches of a plural or choice too.

    >>> [found.text for found in find_placeholders("Hi {name}, %d%% off {count, plural, one {# bag} other {{n} bags}}")]
    ['{name}', '%d', '{count}', '{n}']
    """
    return tuple(_found(text, 0, len(text), 0))


def branches(text: str, start: int) -> tuple[tuple[str, int, int], ...] | None:
    """Return (selector, start, end) of the branches of an ICU argument that opens at ``start``.

    The positions are those of the text within the braces. None where the argument never closes or is no
    plural, choice or ordinal.
    """
    opened = _SIMPLE.match(text, start)
    if opened is None or opened["icu"] is None or opened["type"] not in _BRANCHING:
        return None
    at, found, selector = opened.end(), [], []
    while at < len(text):
        letter = text[at]
        if letter == "}":
            return tuple(found)
        if letter == "{":
            end = closing(text, at)
            if end is None:
                return None
            found.append(("".join(selector).strip(" \t\n,").rpartition(" ")[2], at + 1, end))
            at, selector = end + 1, []
        else:
            selector.append(" " if letter.isspace() else letter)
            at += 1
    return None


def closing(text: str, start: int) -> int | None:
    """Return where the brace that opens at ``start`` closes, quoted braces left aside; None when it never does."""
    depth, at = 0, start
    while at < len(text):
        letter = text[at]
        if letter == "'" and text[at + 1 : at + 2] in ("{", "}", "#"):
            quoted = text.find("'", at + 2)
            at = len(text) if quoted < 0 else quoted
        elif letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return None


def _found(text: str, start: int, end: int, depth: int) -> Iterator[Placeholder]:
    at = start
    while at < end and (hit := _SIMPLE.search(text, at, end)):
        at = hit.end()
        if hit["icu"] is not None:
            closes = closing(text, hit.start())
            closes = end - 1 if closes is None or closes >= end else closes
            yield Placeholder(f"{{{hit['argument']}}}", hit.start(), closes + 1, "icu", hit["type"])
            if depth < _DEPTH:
                for _, opens, shuts in branches(text, hit.start()) or ():
                    yield from _found(text, opens, shuts, depth + 1)
            at = max(at, closes + 1)
        elif hit["escaped"] is None:
            kind = next(kind for kind in ("inline", "double", "dollar", "brace", "printf") if hit[kind] is not None)
            yield Placeholder(hit[0], hit.start(), hit.end(), kind)
