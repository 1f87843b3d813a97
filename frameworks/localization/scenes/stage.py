"""The items of a scene turned into what is shown: the translation or, marked, the source, with its places filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from frameworks.labels import N_
from frameworks.localization.items import Item, Translation
from frameworks.localization.pseudo import pseudo
from frameworks.localization.scenes.examples import Examples
from frameworks.localization.scenes.filling import filled, flat
from frameworks.localization.scenes.model import Part
from frameworks.localization.scenes.setting import Setting
from frameworks.localization.scripts import direction, locale_for, plain

Row = tuple[Item, Translation | None]
Rule = tuple[str, str, str]
"""Role, what its key looks like, what its context looks like: regular expressions, "" for never."""

_BUTTON, _LINK, _SHORT = re.compile(r"\bbutton\b|\bcta\b"), re.compile(r"\blink\b"), 40


@dataclass
class Stage:
    """A scene in the making: what it is set in, the examples, and its parts so far."""

    setting: Setting
    examples: Examples
    parts: list[Part] = field(default_factory=list)

    def add(self, *parts: Part | None) -> None:
        """Put parts on the page, in order."""
        self.parts += [part for part in parts if part is not None]

    def item(self, role: str, row: Row, place: int = 0) -> Part:
        """Return an item as a buyer sees it."""
        there, (item, translation) = self.setting, row
        text, state, code = self._said(item, translation)
        own = state != "source"
        place_of = there.place if own else locale_for(code, None)
        runs, sound = filled(
            text, place_of, lambda name: self.examples.value(name, item), lambda name: self.examples.number(name, item), there.now
        )  # fmt: skip
        if not sound:
            there.tell(N_("ICU cannot read the message of {name}; it is shown as it stands."), name=item.key)
        language = there.language if own else code.replace("_", "-")
        way = there.direction if own else direction(code)
        return Part(role, flat(runs), item.key, state, language, way, item.max_width, runs, place)

    def _said(self, item: Item, translation: Translation | None) -> tuple[str, str, str]:
        """Return text, state and language of what is shown."""
        there = self.setting
        if there.made_up:
            return pseudo(item.source, there.made_up), "pseudo", there.code
        if translation is not None and translation.text.strip() and translation.state != "rejected":
            stale = translation.state != "stale" and not translation.fits(item)
            return translation.text, "stale" if stale else translation.state, there.code
        if plain(item.source_language) == plain(there.code):
            return item.source, "original", there.code
        return item.source, "source", item.source_language


def sorted_out(rows: Iterable[Row], rules: Sequence[Rule]) -> dict[str, list[Row]]:
    """Return the rows by role: the first rule that fits key or context, else what it is by shape.

    The general roles are ``"button"``, ``"link"``, ``"label"`` (short) and ``"text"``; every row gets one.
    """
    compiled = [(role, re.compile(key) if key else None, re.compile(about) if about else None) for role, key, about in rules]
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(_role(row[0], compiled), []).append(row)
    return found


def _role(item: Item, rules: list[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]]) -> str:
    name = _spelled(item.key)
    about = item.context.lower()
    for role, key, context in rules:
        if (key and key.search(name)) or (context and context.search(about)):
            return role
    if _BUTTON.search(about) or _BUTTON.search(name):
        return "button"
    if _LINK.search(about) or _LINK.search(name):
        return "link"
    return "label" if item.max_width is not None and item.max_width <= _SHORT else "text"


def _spelled(key: str) -> str:
    """The key in small letters, its words parted by one underscore."""
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", key)
    return re.sub(r"[\W_]+", "_", spaced).lower().strip("_")


def taken(found: dict[str, list[Row]], role: str, most: int = 1) -> list[Row]:
    """Return the first rows of a role and leave the rest for the general ones."""
    rows = found.get(role, [])
    found[role] = rows[most:]
    return rows[:most]


def remaining(found: dict[str, list[Row]]) -> list[tuple[str, Row]]:
    """Return what no place was found for, each with a general role by its shape."""
    left = []
    for role, rows in found.items():
        for row in rows:
            general = role if role in ("button", "link", "label", "text") else _role(row[0], [])
            left.append((f"more.{general}", row))
    return left
