"""What people say about a text: comments, and findings of the checks that they have set aside with a reason."""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from data.studio import rows
from data.studio.records import Comment, Ignored, StudioError
from data.workspace_file import Backing
from frameworks.labels import N_
from frameworks.localization.items import clean_text, digest

LONGEST = 4000


class Remarks:
    """The comments and ignored findings of a workspace. now: the time as it is stored."""

    def __init__(self, backing: Backing, now: Callable[[], str]) -> None:
        self._backing, self._now = backing, now

    # Comments

    def comment(self, key: str, text: str, *, by: str, locale: str = "") -> int:
        """Keep a comment on an item, in one locale or in all, and return its number."""
        with self._backing.writing() as db:
            values = [rows.number(db, key), locale, _said(text), clean_text(by), self._now()]
            return db.execute(
                "INSERT INTO studio_comments (item, locale, text, by, at) VALUES (?, ?, ?, ?, ?)", values
            ).lastrowid

    def comments(self, key: str, locale: str | None = None) -> tuple[Comment, ...]:
        """Return the comments on an item, oldest first; with a locale, those on it and those on all locales."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT c.id, i.key, c.locale, c.text, c.by, c.at, c.resolved_at IS NOT NULL FROM studio_comments c "
                "JOIN studio_items i ON i.id = c.item WHERE i.key = :key "
                "AND (:locale IS NULL OR c.locale IN ('', :locale)) ORDER BY c.id", {"key": key, "locale": locale},
            )  # fmt: skip
            return tuple(Comment(*row[:6], bool(row[6])) for row in found)

    def resolve(self, number: int, *, resolved: bool = True) -> None:
        """Close a comment, or open it again."""
        with self._backing.writing() as db:
            db.execute(
                "UPDATE studio_comments SET resolved_at = ? WHERE id = ?", [self._now() if resolved else None, number]
            )

    def delete_comment(self, number: int) -> None:
        """Remove a comment; nothing happens when it is gone."""
        with self._backing.writing() as db:
            db.execute("DELETE FROM studio_comments WHERE id = ?", [number])

    # Findings set aside

    def ignore(self, key: str, check: str, *, why: str, by: str, locale: str = "", market: str = "") -> None:
        """Set a finding aside until source or translation changes; raises StudioError without a reason.

        locale: empty for a finding of the lint on the source. market: empty where it holds in all.
        """
        with self._backing.writing() as db:
            number = rows.number(db, key)
            db.execute(
                "INSERT OR REPLACE INTO studio_ignored (item, locale, market, name, mark, why, by, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [number, locale, market, check, _mark(db, number, locale), _said(why), clean_text(by), self._now()],
            )
            _set_aside(db, number, locale, market, check, 1)

    def heed(self, key: str, check: str, *, locale: str = "", market: str = "") -> None:
        """Take a finding up again that was set aside."""
        with self._backing.writing() as db:
            number = rows.number(db, key)
            db.execute(
                "DELETE FROM studio_ignored WHERE item = ? AND name = ? AND locale = ? AND market = ?",
                [number, check, locale, market],
            )
            _set_aside(db, number, locale, market, check, 0)

    def ignored(self, locale: str | None = None) -> dict[tuple[str, str, str, str], Ignored]:
        """Return what is set aside by key, locale, market and check, where the texts are still the same.

        locale: ``""`` for findings on sources only, None for all.
        """
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT g.mark, i.source, t.text, i.key, g.name, g.locale, g.market, g.why, g.by, g.at "
                "FROM studio_ignored g JOIN studio_items i ON i.id = g.item "
                "LEFT JOIN studio_translations t ON t.item = g.item AND t.locale = g.locale "
                "WHERE :locale IS NULL OR g.locale = :locale", {"locale": locale},
            )  # fmt: skip
            kept = [Ignored(*row[3:]) for row in found if row[0] == _marked(row[1], row[2])]
        return {(one.key, one.locale, one.market, one.check): one for one in kept}


def held_aside(db: Database, number: int, locale: str) -> frozenset[str]:
    """Return the checks whose findings in a translation are set aside, read inside the caller's transaction."""
    found = db.execute(
        "SELECT name, mark FROM studio_ignored WHERE item = ? AND locale = ? AND market = ''", [number, locale]
    ).fetchall()
    mark = _mark(db, number, locale) if found else ""
    return frozenset(name for name, held in found if held == mark)


def _set_aside(db: Database, number: int, locale: str, market: str, check: str, aside: int) -> None:
    if locale and not market:
        db.execute(
            "UPDATE studio_findings SET aside = ? WHERE item = ? AND locale = ? AND name = ?", [aside, number, locale, check]
        )


def _said(text: str) -> str:
    said = clean_text(text).strip()
    if not said or len(said) > LONGEST:
        raise StudioError(N_("Write 1 to {most} characters."), most=LONGEST)
    return said


def _mark(db: Database, number: int, locale: str) -> str:
    found = db.execute(
        "SELECT i.source, t.text FROM studio_items i LEFT JOIN studio_translations t ON t.item = i.id AND t.locale = ? "
        "WHERE i.id = ?", [locale, number],
    ).fetchone()  # fmt: skip
    return _marked(*found)


def _marked(source: str, text: str | None) -> str:
    return f"{digest(source)}{digest(text or '')}"
