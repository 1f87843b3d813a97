"""The workspace's translation memory: what people have approved or brought, found again by the same or a like source."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from sqlite_utils import Database

from data.workspace_file import Backing, scrub_later
from frameworks.localization.items import clean_text, digest, locale_code
from frameworks.localization.memory import EXACT, FLOOR, Remembered, Suggestion, suggestions

if TYPE_CHECKING:
    from data.studio.likeness import LikenessIndex

MOST_INDEXES = 24
"""Pairs of languages whose texts are kept ready; the one least lately asked for goes first."""
SOON = 5_000
"""Pairs whose index is made within a run of a page."""
_MOST_ALIKE = 50
_INSERT = (
    "INSERT OR REPLACE INTO studio_memory (source_language, locale, digest, source, text, domain, reviewer, at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


class TranslationMemory:
    """Is a ``frameworks.localization.memory.Memory``. now: the time as it is stored. scrub: after an erasure."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub
        self._lock = threading.Lock()
        self._indexes: OrderedDict[tuple[str, str], tuple[int, LikenessIndex]] = OrderedDict()

    def suggest(
        self, source: str, source_language: str, locale: str, *, floor: float = FLOOR, limit: int = 5
    ) -> Sequence[Suggestion]:
        """Return what may do for ``source``, best first; below an exact hit only what scores ``floor`` or more."""
        cleaned = clean_text(source)
        with self._backing.reading() as db:
            numbers = _exact(db, cleaned, source_language, locale)
            if floor < EXACT:
                numbers += self._index(db, source_language, locale).nearest(cleaned, floor, _MOST_ALIKE)
            held = ",".join(map(str, dict.fromkeys(numbers)))
            found = db.execute(f"SELECT source, text, domain, reviewer, at FROM studio_memory WHERE id IN ({held})")
            pairs = [Remembered(*row) for row in found]
        return suggestions(cleaned, pairs, floor=floor, limit=limit)

    def get_ready(self, source_language: str, locale: str) -> None:
        """Make the index of two languages now, which the first look-up would otherwise wait for."""
        with self._backing.reading() as db:
            self._index(db, source_language, locale)

    def is_ready(self, source_language: str, locale: str) -> bool:
        """Return whether a look-up of these two languages need not wait for its index, or not so long that one feels it."""
        if (source_language, locale) in self._indexes:
            return True
        with self._backing.reading() as db:
            counted = "SELECT count(*) FROM studio_memory WHERE source_language = ? AND locale = ?"
            return db.execute(counted, [source_language, locale]).fetchone()[0] <= SOON

    def remember(self, pairs: Iterable[Remembered], source_language: str, locale: str) -> int:
        """Keep pairs, such as those of a TMX file; one that is there already takes the new reviewer. Return how many."""
        language, into, now = locale_code(source_language), locale_code(locale), self._now()
        rows = [row(pair, language, into, now) for pair in pairs if pair.source.strip() and pair.text.strip()]
        with self._backing.writing() as db:
            keep(db, rows)
        return len(rows)

    def count(self) -> int:
        """Return how many pairs it holds."""
        with self._backing.reading() as db:
            return db.execute("SELECT count(*) FROM studio_memory").fetchone()[0]

    def pairs(self, source_language: str, locale: str) -> tuple[Remembered, ...]:
        """Return the pairs of two languages, oldest first."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT source, text, domain, reviewer, at FROM studio_memory WHERE source_language = ? AND locale = ? "
                "ORDER BY id", [source_language, locale],
            )  # fmt: skip
            return tuple(Remembered(*row) for row in found)

    def forget(self, source: str, text: str, source_language: str, locale: str) -> None:
        """Remove a pair, whatever its domain."""
        with self._backing.writing() as db:
            drop(db, source_language, locale, digest(source), clean_text(text))

    def erase(self) -> None:
        """Erase the whole memory beyond recovery."""
        with self._backing.writing() as db:
            db.execute("DELETE FROM studio_memory")
            scrub_later(db)
        self.let_go()
        self._scrub()

    def let_go(self) -> None:
        """Drop what is kept ready; the next look-up reads the workspace anew."""
        with self._lock:
            self._indexes.clear()

    def _index(self, db: Database, source_language: str, locale: str) -> LikenessIndex:
        from data.studio.likeness import LikenessIndex  # here: numpy and rapidfuzz wait for the first look-up

        with self._lock:
            asked = (source_language, locale)
            last, index = self._indexes.get(asked, (0, LikenessIndex()))
            new = db.execute(
                "SELECT id, source FROM studio_memory WHERE source_language = ? AND locale = ? AND id > ? ORDER BY id",
                [source_language, locale, last],
            ).fetchall()
            if new:
                numbers, texts = zip(*new, strict=True)
                index.add(numbers, texts)
                last = numbers[-1]
            self._indexes[asked] = (last, index)
            self._indexes.move_to_end(asked)
            while len(self._indexes) > MOST_INDEXES:
                self._indexes.popitem(last=False)
            return index


def row(pair: Remembered, source_language: str, locale: str, now: str) -> tuple[str, ...]:
    """Return a pair as a row for ``keep``."""
    source, text = clean_text(pair.source), clean_text(pair.text)
    return source_language, locale, digest(source), source, text, pair.domain, pair.reviewer, pair.at or now


def keep(db: Database, rows: Iterable[tuple[str, ...]]) -> None:
    """Keep pairs inside the caller's transaction."""
    db.conn.executemany(_INSERT, rows)


def drop(db: Database, source_language: str, locale: str, mark: str, text: str, domain: str | None = None) -> None:
    """Remove a pair inside the caller's transaction. mark: digest of its source. domain: None is any."""
    db.execute(
        "DELETE FROM studio_memory WHERE source_language = ? AND locale = ? AND digest = ? AND text = ? "
        "AND domain = coalesce(?, domain)", [source_language, locale, mark, text, domain],
    )  # fmt: skip


def _exact(db: Database, source: str, source_language: str, locale: str) -> list[int]:
    found = db.execute(
        "SELECT id FROM studio_memory WHERE source_language = ? AND locale = ? AND digest = ?",
        [source_language, locale, digest(source)],
    )
    return [number for (number,) in found]
