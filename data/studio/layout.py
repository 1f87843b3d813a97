"""How texts fitted where a browser laid them out, kept until the text changes.

Only keys, places and pixels are kept, with a mark of the text that was measured; another text, and it is forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from data.studio import rows
from data.workspace_file import Backing, scrub_later
from frameworks.localization.items import digest
from frameworks.localization.layout import Overrun

_PUT = "INSERT OR REPLACE INTO studio_layout VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_HELD = "SELECT item, kind FROM studio_layout WHERE locale = ? AND surface = ? AND frame = ?"


@dataclass(frozen=True)
class Seen:
    """How many of today's texts were measured at a place, and how many did not fit."""

    measured: int
    over: int


class Layout:
    """The measured places of a workspace. now: gives the time as it is stored. scrub: called after an erasure."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub

    def record(
        self, locale: str, surface: str, frame: str, texts: Mapping[str, str], over: Mapping[str, Overrun]
    ) -> int:
        """Keep how the texts of a preview fitted, and return how many did not.

        texts: the translations that were shown, by key, as the workspace has them. over: of those that did not fit.
        Texts that are gone meanwhile are left out.
        """
        from data.studio.findings import forget  # here: the findings are read from what is kept here

        found = 0
        with self._backing.writing() as db:
            numbers, at = rows.numbers(db, texts), self._now()
            before = {number: rest for number, *rest in db.execute(_HELD, [locale, surface, frame])}
            for key, number in numbers.items():
                seen = over.get(key)
                found += seen is not None
                told = ("", "", 0.0, 0.0, 0, "") if seen is None else (
                    seen.kind, seen.axis, seen.needed, seen.room, int(seen.fit), seen.role
                )  # fmt: skip
                if before.get(number, [""])[0] != told[0]:
                    forget(db, number, locale)
                db.execute(_PUT, [number, locale, surface, frame, *told, digest(texts[key]), at])
        return found

    def overruns(
        self, locale: str | None = None, keys: Collection[str] | None = None
    ) -> dict[tuple[str, str], tuple[Overrun, ...]]:
        """Return where texts did not fit, by key and locale, as long as they still are what was measured."""
        only = "" if keys is None else "AND i.key IN (SELECT value FROM json_each(:keys))"
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT i.key, l.locale, t.text, l.mark, l.kind, l.axis, l.needed, l.room, l.fit, l.role, l.surface, l.frame "
                "FROM studio_layout l JOIN studio_items i ON i.id = l.item "
                "JOIN studio_translations t ON t.item = l.item AND t.locale = l.locale "
                f"WHERE l.kind <> '' AND (:locale IS NULL OR l.locale = :locale) {only} "
                "ORDER BY i.id, l.locale, l.surface, l.frame", {"locale": locale, "keys": json.dumps(list(keys or ()))},
            ).fetchall()  # fmt: skip
        listed: dict[tuple[str, str], tuple[Overrun, ...]] = {}
        for key, code, text, mark, kind, axis, needed, room, fit, role, surface, frame in found:
            if digest(text) == mark:
                seen = Overrun(kind, axis, needed, room, bool(fit), role, surface, frame)
                listed[key, code] = (*listed.get((key, code), ()), seen)
        return listed

    def seen(self) -> dict[tuple[str, str, str], Seen]:
        """Return how much of each locale, surface and frame was measured and still holds."""
        counted: dict[tuple[str, str, str], Seen] = {}
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT l.locale, l.surface, l.frame, l.kind, l.mark, t.text FROM studio_layout l "
                "JOIN studio_translations t ON t.item = l.item AND t.locale = l.locale"
            ).fetchall()
        for locale, surface, frame, kind, mark, text in found:
            if digest(text) == mark:
                held = counted.get((locale, surface, frame), Seen(0, 0))
                counted[locale, surface, frame] = Seen(held.measured + 1, held.over + bool(kind))
        return counted

    def erase(self) -> None:
        """Forget every measure beyond recovery."""
        with self._backing.writing() as db:
            db.execute("DELETE FROM studio_layout")
            scrub_later(db)
        self._scrub()
