"""What a text is judged beside: the other texts of its locale, without reading all of them."""

from __future__ import annotations

from data.workspace_file import Backing
from frameworks.localization.checks.consistency import source_key
from frameworks.localization.checks.formality import usual

HEARD = 500
"""Texts that tell how a locale speaks to its buyers, approved ones first."""


class Neighbours:
    """The texts of a workspace, asked for one text or one locale."""

    def __init__(self, backing: Backing) -> None:
        self._backing = backing

    def alike(self, key: str, locale: str) -> tuple[tuple[str, str], ...]:
        """Return source and translation of the other texts in a locale whose source says the same."""
        with self._backing.reading() as db:
            found = db.execute("SELECT source FROM studio_items WHERE key = ?", [key]).fetchone()
            if found is None:
                return ()
            # The function folds in every script, which SQLite's own lower() does not.
            db.conn.create_function("source_key", 1, source_key, deterministic=True)
            return tuple(db.execute(
                "SELECT i.source, t.text FROM studio_items i JOIN studio_translations t ON t.item = i.id AND t.locale = ? "
                "WHERE i.key <> ? AND source_key(i.source) = ? ORDER BY i.id", [locale, key, source_key(found[0])],
            ))  # fmt: skip

    def register(self, locale: str) -> str:
        """Return how the texts of a locale speak to buyers, ``"formal"`` or ``"informal"``; empty where that is not clear."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT text FROM studio_translations WHERE rowid IN (SELECT rowid FROM studio_translations WHERE locale = ? "
                "ORDER BY state = 'approved' DESC, item LIMIT ?)", [locale, HEARD],
            )  # fmt: skip
            return usual((text for (text,) in found), locale)
