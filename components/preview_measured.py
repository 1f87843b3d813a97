"""What a browser measured in the preview, taken in as a stranger's word: known documents, known texts, finite numbers.

Whatever does not fit is left out; what is left has a known shape and a bounded size.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from html import unescape
from typing import Any

from frameworks.localization.layout import AXES, KINDS, Overrun

MOST_FINDINGS = 300
MOST_SCRIPTS = 60
MOST_LETTERS = 12
MOST_KEYS = 40
FARTHEST = 100_000.0
"""Pixels; no text of a preview is longer."""
_KEYS = re.compile(r'data-lf-key="([^"]+)"')
_SCRIPT = re.compile(r"[A-Z][a-z]{3}\Z")
_ROLE = re.compile(r"[a-z0-9_. -]{1,40}\Z")


@dataclass(frozen=True)
class Sheet:
    """A document to draw. id: unique on the page; html: whole, without scripts; width: of its frame in pixels."""

    id: str
    title: str
    html: str
    width: int
    lang: str

    @cached_property
    def mark(self) -> str:
        """A short mark of the document: another document, another mark."""
        return blake2b(f"{self.width}\0{self.html}".encode(), digest_size=8).hexdigest()

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the texts in it."""
        return frozenset(map(unescape, _KEYS.findall(self.html)))


@dataclass(frozen=True)
class Missing:
    """Letters of one script that no font here can draw. script: ISO 15924, ``"Zyyy"`` for signs of no script."""

    script: str
    letters: tuple[str, ...]
    count: int
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetMeasured:
    """What was measured in one document.

    over:   key and fault of each text; the key is empty for what is no text of the shop.
    height: of the whole in pixels. wide: pixels by which the page scrolls sideways. failed: it could not be read.
    """

    id: str
    mark: str
    height: float = 0.0
    wide: float = 0.0
    over: tuple[tuple[str, Overrun], ...] = ()
    missing: tuple[Missing, ...] = ()
    failed: bool = False


@dataclass(frozen=True)
class Measured:
    """What was measured in all documents on show.

    scripts: ISO 15924 codes of scripts of which no font is on this machine. blind: the browser cannot tell.
    """

    sheets: Mapping[str, SheetMeasured] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    blind: bool = False


def stamp(sheets: Sequence[Sheet]) -> str:
    """Return a short mark of the documents on show."""
    told = "\0".join(f"{sheet.id}\1{sheet.mark}" for sheet in sheets)
    return blake2b(told.encode(), digest_size=8).hexdigest()


def measured(told: Any, sheets: Sequence[Sheet]) -> Measured | None:
    """Return what a browser said of exactly these documents; None where it has not, or not of these."""
    if not isinstance(told, Mapping) or told.get("stamp") != stamp(sheets):
        return None
    known = {sheet.id: sheet for sheet in sheets}
    found: dict[str, SheetMeasured] = {}
    scripts: dict[str, None] = {}
    blind = False
    for one in _listed(told.get("sheets"), len(sheets)):
        sheet = known.get(str(one.get("id")))
        if sheet is None or one.get("mark") != sheet.mark:
            continue
        found[sheet.id] = _sheet(one, sheet)
        scripts.update(dict.fromkeys(_codes(one.get("scripts"))))
        blind = blind or one.get("blind") is True
    return Measured(found, tuple(scripts), blind) if len(found) == len(sheets) else None


def _sheet(one: Mapping[str, Any], sheet: Sheet) -> SheetMeasured:
    if one.get("failed"):
        return SheetMeasured(sheet.id, sheet.mark, failed=True)
    over = []
    for told in _listed(one.get("over"), MOST_FINDINGS):
        overrun, key = _overrun(told), told.get("key")
        if overrun is not None and isinstance(key, str) and (key in sheet.keys or (not key and overrun.role)):
            over.append((key, overrun))
    missing = []
    for told in _listed(one.get("missing"), MOST_SCRIPTS):
        letters = tuple(filter(_letter, _texts(told.get("letters"), MOST_LETTERS)))
        script, count = str(told.get("script")), _number(told.get("count"))
        if letters and _SCRIPT.match(script) and count is not None:
            keys = tuple(key for key in _texts(told.get("keys"), MOST_KEYS) if key in sheet.keys)
            missing.append(Missing(script, letters, int(count), keys))
    height, wide = _number(one.get("height")), _number(one.get("wide"))
    return SheetMeasured(sheet.id, sheet.mark, height or 0.0, wide or 0.0, tuple(over), tuple(missing))


def _overrun(told: Mapping[str, Any]) -> Overrun | None:
    needed, room = _number(told.get("needed")), _number(told.get("room"))
    kind, axis, role = told.get("kind"), told.get("axis"), told.get("role")
    if kind not in KINDS or axis not in AXES or needed is None or room is None or needed <= room:
        return None
    role = role if isinstance(role, str) and _ROLE.match(role) else ""
    return Overrun(str(kind), str(axis), needed, room, told.get("fit") is True, role)


def _number(value: Any) -> float | None:
    """Return a finite, bounded number, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return round(float(value), 1) if math.isfinite(value) and 0 <= value <= FARTHEST else None


def _listed(value: Any, most: int) -> list[Mapping[str, Any]]:
    return [one for one in value[:most] if isinstance(one, Mapping)] if isinstance(value, list) else []


def _texts(value: Any, most: int) -> list[str]:
    return [one for one in value[:most] if isinstance(one, str)] if isinstance(value, list) else []


def _codes(value: Any) -> list[str]:
    return [code for code in _texts(value, MOST_SCRIPTS) if _SCRIPT.match(code)]


def _letter(text: str) -> bool:
    """Whether it is one letter that can be seen."""
    return len(text) == 1 and unicodedata.category(text) not in ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")
