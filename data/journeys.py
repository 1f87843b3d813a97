"""What the team made of the touchpoints of each market, kept in the workspace."""

from __future__ import annotations

from collections.abc import Callable

from data.workspace_file import Backing, scrub_later
from frameworks.labels import N_
from frameworks.localization.items import clean_text
from frameworks.rollout.touchpoint_edits import Edit, TouchpointError, checked

MOST = 500
"""Notes of one market."""
_OVERTAKEN = N_("Somebody else changed this note in the meantime; it is shown as it is now.")
_COLUMNS = "number, market, key, stage, subject, channel, text, hidden, by, at, revision"


class Journeys:
    """The touchpoint notes of a workspace. now: the time as it is stored (ISO 8601, UTC). scrub: called after an erasure."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub

    def edits(self, market: str) -> tuple[Edit, ...]:
        """Return what the team made of the notes of a market, and its own notes, oldest first."""
        with self._backing.reading() as db:
            rows = db.execute(f"SELECT {_COLUMNS} FROM journey_notes WHERE market = ? ORDER BY number", [market])
            return tuple(Edit(*row[:7], bool(row[7]), *row[8:]) for row in rows)

    def keep(self, edit: Edit, *, by: str) -> Edit:
        """Keep an edit, a new one (number 0) or over the revision it was made from; return it as kept.

        Raises TouchpointError for what cannot be kept, or when somebody else changed or removed it meanwhile.
        """
        edit, by = checked(edit), clean_text(by)
        values = [edit.market, edit.key, edit.stage, edit.subject, edit.channel, edit.text, int(edit.hidden), by, self._now()]
        with self._backing.writing() as db:
            found = self._found(db, edit)
            if (found[1] if found else 0) != (edit.revision if edit.number else 0):
                raise TouchpointError(_OVERTAKEN)
            if found:
                db.execute(
                    "UPDATE journey_notes SET market = ?, key = ?, stage = ?, subject = ?, channel = ?, text = ?, hidden = ?, "
                    "by = ?, at = ?, revision = revision + 1 WHERE number = ?", [*values, found[0]],
                )  # fmt: skip
                return Edit(found[0], *values[:6], edit.hidden, by, values[-1], found[1] + 1)
            if db.execute("SELECT count(*) FROM journey_notes WHERE market = ?", [edit.market]).fetchone()[0] >= MOST:
                raise TouchpointError(N_("A market holds {most} notes; remove some first."), most=MOST)
            number = db.execute(
                "INSERT INTO journey_notes (market, key, stage, subject, channel, text, hidden, by, at, revision) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)", values,
            ).lastrowid  # fmt: skip
        return Edit(number, *values[:6], edit.hidden, by, values[-1], 1)

    def remove(self, number: int, revision: int) -> Edit | None:
        """Remove a note for good, or take the team's words off a note; return it, so that it can be kept again.

        Returns None when it is gone already; raises TouchpointError when somebody else changed it since ``revision``.
        """
        with self._backing.writing() as db:
            row = db.execute(f"SELECT {_COLUMNS} FROM journey_notes WHERE number = ?", [number]).fetchone()
            if row and row[-1] != revision:
                raise TouchpointError(_OVERTAKEN)
            db.execute("DELETE FROM journey_notes WHERE number = ?", [number])
            scrub_later(db)
        self._scrub()
        return Edit(0, *row[1:7], bool(row[7]), *row[8:10], 1) if row else None

    def _found(self, db: object, edit: Edit) -> tuple[int, int] | None:
        """Number and revision of what is kept of it now."""
        where, values = ("number = ?", [edit.number]) if edit.number else ("market = ? AND key = ?", [edit.market, edit.key])
        if not edit.number and not edit.key:
            return None
        return db.execute(f"SELECT number, revision FROM journey_notes WHERE {where}", values).fetchone()  # type: ignore[attr-defined]
