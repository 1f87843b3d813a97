"""One step of work on the texts: every row it changes is kept as it was, so that the step can be taken back.

A row is never overwritten without a version of what it became; undoing writes new versions and removes none.
"""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from data.studio import memory, rows
from data.studio.findings import forget
from data.studio.folded import folded
from data.studio.records import Outcome, StudioError
from frameworks.labels import N_
from frameworks.localization.items import Item, Translation, clean_text
from frameworks.localization.memory import Remembered

_FIELDS = "text, state, origin, by, at, source_digest, self_reviewed, note, author"
_LONGEST_NAME = 200


class Journal:
    """A step being written inside the caller's transaction. It comes to be with its first change.

    step: an earlier one of the same action to go on with; one that is unknown or undone is not gone on with.
    """

    def __init__(self, db: Database, action: str, by: str, at: str, step: int | None = None) -> None:
        self.db, self.at = db, at
        self.by = " ".join(clean_text(by).split())[:_LONGEST_NAME]
        self.step: int | None = None
        self.count = self.stale = 0
        self._action = action
        if step is not None:
            open_still = "SELECT id, count FROM studio_steps WHERE id = ? AND action = ? AND undone_by IS NULL"
            self.step, self.count = db.execute(open_still, [step, action]).fetchone() or (None, 0)

    def outcome(self, refused: tuple = ()) -> Outcome:
        """Close the step and return what it came to."""
        if self.step is not None:
            self.db.execute("UPDATE studio_steps SET count = ? WHERE id = ?", [self.count, self.step])
        return Outcome(self.step, self.count, self.stale, refused)

    # Items

    def put_item(self, item: Item, *, mark: bool = True) -> None:
        """Add an item, or replace that of its key; mark: translations of another source become stale."""
        found = self.db.execute(
            f"SELECT i.id, i.version, {rows.ITEM} FROM studio_items i WHERE i.key = ?", [item.key]
        ).fetchone()
        if found is None:
            self._insert_item(None, None, item)
            return
        number, version, before = found[0], found[1], rows.item_of(found[2:])
        if before == item:
            return
        kept = self._item_version(number, version, item)
        forget(self.db, number)
        self.db.execute(
            "UPDATE studio_items SET source = ?, context = ?, surface = ?, max_width = ?, source_language = ?, plural = ?, "
            "note = ?, digest = ?, folded = ?, version = ?, changed_at = ? WHERE id = ?",
            [item.source, item.context, item.surface, item.max_width, item.source_language, item.plural, item.note,
             item.digest, folded(item.key, item.source, item.context), kept, self.at, number],
        )  # fmt: skip
        if mark and before.digest != item.digest:
            self.mark_stale(number, item.digest, before.digest)

    def remove_item(self, number: int) -> None:
        """Remove an item and its translations."""
        version = self.db.execute("SELECT version FROM studio_items WHERE id = ?", [number]).fetchone()[0]
        for (locale,) in self.db.execute("SELECT locale FROM studio_translations WHERE item = ?", [number]).fetchall():
            self._write(number, locale, None, teach=False)
        self._item_version(number, version, None)
        self.db.execute("DELETE FROM studio_items WHERE id = ?", [number])

    def bring_back_item(self, number: int, version: int, item: Item) -> None:
        """Put an item that was removed back under its number; its translations are brought back by themselves."""
        self._insert_item(number, version, item)

    def _insert_item(self, number: int | None, previous: int | None, item: Item) -> None:
        number = self.db.execute(
            "INSERT INTO studio_items (id, key, source, context, surface, max_width, source_language, plural, note, digest, "
            "folded, version, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
            [number, item.key, item.source, item.context, item.surface, item.max_width, item.source_language, item.plural,
             item.note, item.digest, folded(item.key, item.source, item.context), self.at],
        ).lastrowid  # fmt: skip
        kept = self._item_version(number, previous, item)
        self.db.execute("UPDATE studio_items SET version = ? WHERE id = ?", [kept, number])

    def _item_version(self, number: int, previous: int | None, item: Item | None) -> int:
        self.count += 1
        values = (item.digest, item.source, rows.body(item)) if item else (None, None, None)
        return self.db.execute(
            "INSERT INTO studio_item_versions (step, item, previous, digest, source, body) VALUES (?, ?, ?, ?, ?, ?)",
            [self.begun(), number, previous, *values],
        ).lastrowid

    def mark_stale(self, number: int, now: str, before: str = "") -> None:
        """Mark an item's translations that were made from another source than ``now`` (its digest).

        before: digest of the source that those made from an unknown one stood for until now; empty leaves them.
        """
        locales = "SELECT locale FROM studio_translations WHERE item = ? AND state NOT IN ('stale', 'rejected')"
        for (locale,) in self.db.execute(locales, [number]).fetchall():
            held = rows.held(self.db, number, locale)
            known = (held[0].source_digest or before) if held else ""
            if held and known not in ("", now):
                self._write(number, locale, replace(held[0], state="stale", source_digest=known), held[1])
                self.stale += 1

    # Translations

    def put(self, number: int, locale: str, translation: Translation | None, author: str = "") -> bool:
        """Write a translation of an item, or remove it; return whether anything changed.

        author: the person who wrote the text, empty where none did. A blank text is no translation.
        """
        written = self._write(number, locale, translation, author)
        self.count += written
        return written

    def _write(
        self, number: int, locale: str, translation: Translation | None, author: str = "", *, teach: bool = True
    ) -> bool:
        if translation is not None and not translation.text.strip():
            translation = None
        held = rows.held(self.db, number, locale)
        if (held[0] if held else None) == translation:
            return False
        values = (None,) * 9 if translation is None else (
            translation.text, translation.state, translation.origin, translation.by, translation.at,
            translation.source_digest, int(translation.self_reviewed), translation.note, author,
        )  # fmt: skip
        version = self.db.execute(
            f"INSERT INTO studio_versions (step, item, locale, previous, {_FIELDS}) VALUES (?, ?, ?, ?, {_marks(9)})",
            [self.begun(), number, locale, held[2] if held else self.last(number, locale), *values],
        ).lastrowid
        if held is None or translation is None or held[0].text != translation.text:
            forget(self.db, number, locale)
        if translation is None:
            self.db.execute("DELETE FROM studio_translations WHERE item = ? AND locale = ?", [number, locale])
        else:
            self.db.execute(
                f"INSERT OR REPLACE INTO studio_translations (item, locale, {_FIELDS}, folded, version) "
                f"VALUES (?, ?, {_marks(11)})", [number, locale, *values, folded(translation.text), version],
            )  # fmt: skip
        if teach:
            self._teach(number, held[0] if held else None, translation)
        return True

    def last(self, number: int, locale: str) -> int | None:
        """Return the number of the newest version of a translation, be it that of its removal."""
        return self.db.execute(
            "SELECT max(id) FROM studio_versions WHERE item = ? AND locale = ?", [number, locale]
        ).fetchone()[0]

    def _teach(self, number: int, before: Translation | None, after: Translation | None) -> None:
        """Let the memory have what is approved, and lose what a person has taken back; stale pairs stay true."""
        approved = after is not None and after.state == "approved"
        if not approved and (before is None or before.state != "approved" or (after and after.state == "stale")):
            return
        found = self.db.execute(f"SELECT {rows.ITEM} FROM studio_items i WHERE i.id = ?", [number]).fetchone()
        item = rows.item_of(found)
        if approved and after is not None and after.fits(item):
            pair = Remembered(item.source, after.text, item.surface, after.by, after.at)
            memory.keep(self.db, [memory.row(pair, item.source_language, after.locale, self.at)])
        if before is not None and before.state == "approved" and (not approved or before.text != after.text):
            others = self.db.execute(
                # CROSS JOIN: items of the same source are few, translations of a locale are not.
                "SELECT 1 FROM studio_items i CROSS JOIN studio_translations t ON t.item = i.id AND t.locale = ? "
                "WHERE i.digest = ? AND i.surface = ? AND i.id <> ? AND t.text = ? AND t.state = 'approved'",
                [before.locale, item.digest, item.surface, number, before.text],
            ).fetchone()  # fmt: skip
            if others is None:
                memory.drop(self.db, item.source_language, before.locale, item.digest, before.text, item.surface)

    def begun(self) -> int:
        if self.step is None:
            self.step = self.db.execute(
                "INSERT INTO studio_steps (action, by, at, count) VALUES (?, ?, ?, 0)", [self._action, self.by, self.at]
            ).lastrowid
        return self.step


def undo(journal: Journal, step: int) -> int:
    """Take a step back and return how many texts were left, because someone has worked on them since.

    Raises StudioError when there is no such step or it was undone before.
    """
    db = journal.db
    found = db.execute("SELECT undone_by FROM studio_steps WHERE id = ?", [step]).fetchone()
    if found is None:
        raise StudioError(N_("There is nothing to undo."))
    if found[0] is not None:
        raise StudioError(N_("This has been undone before."))
    left = _undo_items(journal, step)
    # Only then the translations: what the step has made stale is as good as before again.
    last_of_each = (
        "SELECT item, locale, max(id), min(id) FROM studio_versions WHERE step = ? GROUP BY item, locale ORDER BY min(id)"
    )
    for number, locale, last, first in db.execute(last_of_each, [step]).fetchall():
        there = db.execute("SELECT 1 FROM studio_items WHERE id = ?", [number]).fetchone()
        if not there:
            continue
        # Compared by content: what an undoing has put back counts as the version it put back.
        if version(db, journal.last(number, locale)) != version(db, last):
            left += 1
            continue
        before = db.execute("SELECT previous FROM studio_versions WHERE id = ?", [first]).fetchone()[0]
        translation, author = version(db, before) if before is not None else (None, "")
        journal.put(number, locale, translation, author)
    changed = "SELECT id, digest FROM studio_items WHERE id IN (SELECT item FROM studio_item_versions WHERE step = ?)"
    for number, digest in db.execute(changed, [step]).fetchall():
        journal.mark_stale(number, digest)
    db.execute("UPDATE studio_steps SET undone_by = ? WHERE id = ?", [journal.begun(), step])
    return left


def version(db: Database, number: int) -> tuple[Translation | None, str]:
    """Return a translation as it was in a version, and the author of its text; None where it had been removed."""
    found = db.execute(
        f"SELECT i.key, t.author, {rows.TRANSLATION} FROM studio_versions t JOIN studio_items i ON i.id = t.item "
        "WHERE t.id = ?", [number],
    ).fetchone()  # fmt: skip
    if found is None:
        raise StudioError(N_("There is no such version."))
    return rows.translation_of(found[0], found[2:]), found[1] or ""


def _undo_items(journal: Journal, step: int) -> int:
    db, left = journal.db, 0
    changed = db.execute(
        "SELECT item, max(id), min(id) FROM studio_item_versions WHERE step = ? GROUP BY item ORDER BY min(id)", [step]
    ).fetchall()
    for number, last, first in changed:
        bodies = db.execute(
            "SELECT body FROM studio_item_versions WHERE id = ?2 OR id = (SELECT max(id) FROM studio_item_versions "
            "WHERE item = ?1)", [number, last],
        ).fetchall()  # fmt: skip
        if len(set(bodies)) > 1:
            left += 1
            continue
        before = db.execute(
            "SELECT body FROM studio_item_versions WHERE id = (SELECT previous FROM studio_item_versions WHERE id = ?)",
            [first],
        ).fetchone()
        present = db.execute("SELECT 1 FROM studio_items WHERE id = ?", [number]).fetchone()
        if before is None or before[0] is None:
            if present:
                left += _undo_arrival(journal, number, step)
        elif present:
            journal.put_item(rows.from_body(before[0]), mark=False)
        elif rows.item(db, rows.from_body(before[0]).key) is None:
            journal.bring_back_item(number, last, rows.from_body(before[0]))
        else:
            left += 1  # another item has taken its key
    return left


def _undo_arrival(journal: Journal, number: int, step: int) -> int:
    """Remove an item that the step brought, unless someone has worked on a translation of it since."""
    db = journal.db
    held = db.execute(
        "SELECT t.version, (SELECT max(v.id) FROM studio_versions v WHERE v.item = t.item AND v.locale = t.locale "
        "AND v.step = ?) FROM studio_translations t WHERE t.item = ?", [step, number],
    ).fetchall()  # fmt: skip
    if any(own is None or version(db, present) != version(db, own) for present, own in held):
        return 1
    journal.remove_item(number)
    return 0


def _marks(count: int) -> str:
    return ", ".join("?" * count)
