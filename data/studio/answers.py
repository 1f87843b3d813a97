"""What engines have answered, kept so that no text is sent, waited for or paid twice."""

from __future__ import annotations

from collections.abc import Callable

from data.workspace_file import Backing, scrub_later
from frameworks.localization.items import digest


class Answers:
    """Is a ``data.translate.AnswerCache``; no key of an engine ever comes here."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub

    def get(self, engine: str, source_language: str, locale: str, source: str) -> str | None:
        """Return the answer kept for a source text, None without one."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT text FROM studio_answers WHERE engine = ? AND source_language = ? AND locale = ? AND digest = ?",
                [engine, source_language, locale, digest(source)],
            ).fetchone()
        return found[0] if found else None

    def put(self, engine: str, source_language: str, locale: str, source: str, text: str) -> None:
        """Keep an answer in place of an earlier one."""
        with self._backing.writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO studio_answers (engine, source_language, locale, digest, text, at) "
                "VALUES (?, ?, ?, ?, ?, ?)", [engine, source_language, locale, digest(source), text, self._now()],
            )  # fmt: skip

    def count(self) -> int:
        """Return how many answers are kept."""
        with self._backing.reading() as db:
            return db.execute("SELECT count(*) FROM studio_answers").fetchone()[0]

    def erase(self) -> None:
        """Erase all answers beyond recovery; the same texts are asked for anew."""
        with self._backing.writing() as db:
            db.execute("DELETE FROM studio_answers")
            scrub_later(db)
        self._scrub()
