"""The studio's part of the workspace: texts, their translations and everything people did with them.

Every change is one transaction and one step that can be undone. Nothing is approved here but by a person.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from sqlite_utils import Database

from data.studio import intake, listing, rows
from data.studio.answers import Answers
from data.studio.findings import Findings
from data.studio.journal import Journal, undo, version
from data.studio.memory import TranslationMemory
from data.studio.neighbours import Neighbours
from data.studio.records import Change, Filter, Listed, Outcome, Overtaken, Row, Step, StudioError, Version
from data.studio.remarks import Remarks
from data.studio.terms import Terms
from data.workspace_file import Backing, scrub_later
from frameworks.labels import N_, Sentence
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item, Translation, locale_code
from frameworks.localization.memory import difference
from frameworks.localization.states import Progress, ReviewError, move, progress_of

MOST_LOCALES = 100
_OVERTAKEN = N_("Someone else changed this translation in the meantime; look at theirs first.")
_TABLES = (
    "items", "item_versions", "translations", "versions", "steps", "locales", "comments", "terms", "memory", "ignored",
    "answers", "layout", "findings", "checked",
)  # fmt: skip


class Studio:
    """The studio of a workspace.

    memory: the translation memory. answers: of engines. glossary. remarks: comments and ignored findings.
    neighbours: what a text is judged beside. findings: of the checks in all texts.
    now:    gives the time as it is stored (ISO 8601, UTC). scrub: called after an erasure.
    """

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub
        self.memory = TranslationMemory(backing, now, scrub)
        self.answers = Answers(backing, now, scrub)
        self.glossary = Terms(backing)
        self.remarks = Remarks(backing, now)
        self.neighbours = Neighbours(backing)
        self.findings = Findings(backing, now, self.glossary, self.neighbours)

    def begin(self) -> bool:
        """Put the sample shop in on the very first call of a workspace's life; return whether it did."""
        with self._backing.reading() as db:
            if _begun(db):  # without the lock, which every page would wait for
                return False
        with self._backing.writing() as db:
            if _begun(db):
                return False
            db["settings"].upsert({"key": ".studio", "value": "1"}, pk="key")
        from data.samples import shop_texts  # here: needed once

        self.put_items(shop_texts.shop_texts(), by="")
        self.glossary.add(*(Term(name, exact=True) for name in shop_texts.PROTECTED))
        return True

    # Locales

    def locales(self) -> tuple[str, ...]:
        """Return the locales that the team translates into, in its order, then others that have translations."""
        with self._backing.reading() as db:
            found = db.execute(
                # From one locale to the next by the index, past the texts between.
                "WITH RECURSIVE there(locale) AS (SELECT min(locale) FROM studio_translations UNION ALL SELECT "
                "(SELECT min(locale) FROM studio_translations WHERE locale > there.locale) FROM there "
                "WHERE there.locale IS NOT NULL) SELECT locale FROM (SELECT locale, position FROM studio_locales UNION ALL "
                "SELECT locale, 1000 FROM there WHERE locale IS NOT NULL) GROUP BY locale ORDER BY min(position), locale"
            )
            return tuple(locale for (locale,) in found)

    def set_locales(self, locales: Iterable[str]) -> None:
        """Choose the locales to translate into; texts in others stay. Raises ContentError for what is none."""
        chosen = list(dict.fromkeys(locale_code(locale) for locale in locales))
        if len(chosen) > MOST_LOCALES:
            raise StudioError(N_("There are more than {most} locales."), most=MOST_LOCALES)
        with self._backing.writing() as db:
            db.execute("DELETE FROM studio_locales")
            db.conn.executemany("INSERT INTO studio_locales VALUES (?, ?)", [(code, n) for n, code in enumerate(chosen)])

    # Reading

    def item(self, key: str) -> Item | None:
        """Return an item, None without one of that key."""
        with self._backing.reading() as db:
            return rows.item(db, key)

    def items(self) -> tuple[Item, ...]:
        """Return all items in the order they came in."""
        with self._backing.reading() as db:
            return tuple(map(rows.item_of, db.execute(f"SELECT {rows.ITEM} FROM studio_items i ORDER BY i.id")))

    def row(self, key: str, locale: str) -> Row | None:
        """Return an item with its translation, None without such an item."""
        return next(iter(self.list(locale, Filter(keys=(key,))).rows), None)

    def list(
        self, locale: str, narrow: Filter | None = None, *, order: str = "position", start: int = 0, limit: int = 50
    ) -> Listed:
        """Return a page of the items as they stand in ``locale``. order: one of ``records.ORDERS``."""
        with self._backing.reading() as db:
            return listing.listed(db, locale, narrow or Filter(), order=order, start=start, limit=limit)

    def pairs(self, locale: str, keys: Collection[str] | None = None) -> tuple[tuple[Item, Translation], ...]:
        """Return each item that has a translation in ``locale``, with it, such as for the checks."""
        with self._backing.reading() as db:
            return tuple(listing.pairs(db, locale, keys))

    def translations(self, locales: Collection[str] | None = None) -> tuple[Translation, ...]:
        """Return the translations of these locales, or of all, such as for an export."""
        wanted = self.locales() if locales is None else locales
        return tuple(translation for locale in wanted for _, translation in self.pairs(locale))

    def progress(self, locale: str | None = None) -> Mapping[str, Progress]:
        """Return how far each locale of ``locales`` is, or only that one, which is quicker."""
        with self._backing.reading() as db:
            counted = listing.counts(db, locale)
        wanted = self.locales() if locale is None else (locale,)
        return {each: progress_of(counted.get(each, counted[""]), each) for each in wanted}

    def place(self, key: str) -> int:
        """Return how many items come before one in the order they came in."""
        with self._backing.reading() as db:
            return db.execute("SELECT count(*) FROM studio_items WHERE id < ?", [rows.number(db, key)]).fetchone()[0]

    # Writing

    def put_items(self, items: Iterable[Item], *, by: str) -> Outcome:
        """Add items, or replace those of the same keys; translations of a changed source become stale."""
        with self._backing.writing() as db:
            journal = Journal(db, "items", by, self._now())
            for item in items:
                journal.put_item(item)
            return journal.outcome()

    def remove_items(self, keys: Iterable[str], *, by: str) -> Outcome:
        """Remove items with their translations; ``undo`` brings them back."""
        with self._backing.writing() as db:
            journal = Journal(db, "remove", by, self._now())
            for number in rows.numbers(db, keys).values():
                journal.remove_item(number)
            return journal.outcome()

    def write(
        self, key: str, locale: str, text: str, *, by: str, state: str = "draft", seen: int | None = None, note: str = "",
    ) -> Outcome:  # fmt: skip
        """Keep what a person wrote; a blank text removes the translation.

        state: draft or needs_review. seen: the version that the person had before her; where another has come
        since, nothing is written and Overtaken is raised.
        """
        if state not in ("draft", "needs_review"):
            raise StudioError(N_("What is written is a draft or needs review; approving is a step of its own."))
        locale = locale_code(locale)
        with self._backing.writing() as db:
            number = rows.number(db, key)
            held = rows.held(db, number, locale)
            if seen is not None and seen != (held[2] if held else 0):
                raise Overtaken(_OVERTAKEN, held[0] if held else None)
            journal = Journal(db, "write", by, self._now())
            item = rows.item(db, key)
            if held and held[0].text == text and held[0].state == state and item and held[0].fits(item):
                return Outcome()
            made = Translation(key, locale, text, state, "person", journal.by, journal.at, item.digest if item else "", note=note)
            journal.put(number, locale, made, journal.by)
            return journal.outcome()

    def put_drafts(
        self, drafts: Iterable[Translation], *, by: str = "", over: bool = False, step: int | None = None
    ) -> Outcome:
        """Keep drafts that no person has written, each a draft whatever it says.

        over: False leaves alone what has a translation, True only what is approved.
        step: of an earlier call to go on with, so that a batch kept one by one is undone at once. The outcome
              counts the whole step.
        """
        with self._backing.writing() as db:
            journal, refused = Journal(db, "drafts", by, self._now(), step), []
            for draft in drafts:
                told = intake.put(db, journal, replace(draft, state="draft", self_reviewed=False), over=over)
                if told:
                    refused.append((draft.key, draft.locale, told))
            return journal.outcome(tuple(refused))

    def take_in(
        self, items: Iterable[Item], translations: Iterable[Translation], *, by: str, believe: bool = False,
        over: bool = True,
    ) -> Outcome:  # fmt: skip
        """Keep what a file holds, as one step.

        believe: whether approvals of the file count; otherwise an approved text needs review.
        over:    False leaves alone what has a translation, True replaces even what is approved (and can be undone).
        """
        with self._backing.writing() as db:
            journal, refused = Journal(db, "import", by, self._now()), []
            for item in items:
                journal.put_item(item)
            for one in translations:
                state = "needs_review" if one.state == "approved" and not believe else one.state
                told = intake.put(
                    db, journal, replace(one, state=state, self_reviewed=one.self_reviewed and state == "approved"),
                    over=over, approved_too=True,
                )  # fmt: skip
                if told:
                    refused.append((one.key, one.locale, told))
            return journal.outcome(tuple(refused))

    def move(
        self, pairs: Iterable[tuple[str, str]], to: str, *, by: str, why: str = "",
        seen: Mapping[tuple[str, str], int] | None = None,
    ) -> Outcome:  # fmt: skip
        """Bring translations, given by key and locale, into a state, as one step; each that may not is refused.

        seen: the version of each that the person looked at (0: none); where another has come since, it is left as it is
              and refused with Overtaken.
        """
        refused: list[tuple[str, str, Sentence]] = []
        with self._backing.writing() as db:
            journal = Journal(db, "move", by, self._now())
            for key, locale in pairs:
                item = rows.item(db, key)
                number = rows.numbers(db, (key,)).get(key, 0)
                held = rows.held(db, number, locale)
                if seen is not None and seen.get((key, locale), 0) != (held[2] if held else 0):
                    refused.append((key, locale, Overtaken(_OVERTAKEN, held[0] if held else None)))
                    continue
                if item is None or held is None:
                    refused.append((key, locale, Sentence(N_("There is no translation."))))
                    continue
                stale = not held[0].fits(item) and held[0].state != "rejected"
                present = replace(held[0], state="stale") if stale else held[0]
                if present.state == to:
                    continue
                try:
                    moved = move(present, to, by=journal.by, at=journal.at, why=why, author=held[1], item=item)
                except ReviewError as error:
                    refused.append((key, locale, error))
                    continue
                journal.put(number, locale, moved, held[1])
            return journal.outcome(tuple(refused))

    # What was

    def undo(self, step: int | None = None, *, by: str) -> tuple[Outcome, int]:
        """Take a step back (None: the last that was not), and return how many texts were left as they are.

        Left is what someone has worked on since. An undoing is itself a step, given by its number to redo.
        """
        with self._backing.writing() as db:
            if step is None:
                found = db.execute(
                    "SELECT max(id) FROM studio_steps WHERE undone_by IS NULL AND action <> 'undo'"
                ).fetchone()
                step = found[0] or 0
            journal = Journal(db, "undo", by, self._now())
            left = undo(journal, step)
            return journal.outcome(), left

    def steps(self, limit: int = 20) -> tuple[Step, ...]:
        """Return the latest steps, newest first."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT id, action, by, at, count, undone_by IS NOT NULL FROM studio_steps ORDER BY id DESC LIMIT ?", [limit]
            )
            return tuple(Step(*row[:5], bool(row[5])) for row in found)

    def history(self, key: str, locale: str) -> tuple[Version, ...]:
        """Return the versions of a translation, newest first."""
        with self._backing.reading() as db:
            found = db.execute(
                f"SELECT t.id, t.step, s.action, s.by, s.at, {rows.TRANSLATION} FROM studio_versions t "
                "JOIN studio_steps s ON s.id = t.step JOIN studio_items i ON i.id = t.item "
                "WHERE i.key = ? AND t.locale = ? ORDER BY t.id DESC", [key, locale],
            )  # fmt: skip
            return tuple(Version(*row[:5], rows.translation_of(key, row[5:])) for row in found)

    def restore(self, key: str, locale: str, number: int, *, by: str, seen: int | None = None) -> Outcome:
        """Bring the text of an earlier version back; approved it is only by a person, so it needs review.

        seen: as ``write`` has it.
        """
        with self._backing.writing() as db:
            journal, item_number = Journal(db, "restore", by, self._now()), rows.number(db, key)
            held = rows.held(db, item_number, locale)
            if seen is not None and seen != (held[2] if held else 0):
                raise Overtaken(_OVERTAKEN, held[0] if held else None)
            earlier, author = version(db, number)
            if earlier is not None and (earlier.key, earlier.locale) != (key, locale):
                raise StudioError(N_("There is no such version."))
            if earlier is not None:
                state = "draft" if earlier.state == "draft" else "needs_review"
                earlier = replace(earlier, state=state, by=journal.by, at=journal.at, self_reviewed=False)
            journal.put(item_number, locale, earlier, author)
            return journal.outcome()

    def change(self, key: str, locale: str) -> Change | None:
        """Return what changed in the source since the translation was made; None where nothing did."""
        with self._backing.reading() as db:
            item, number = rows.item(db, key), rows.number(db, key)
            held = rows.held(db, number, locale)
            if item is None or held is None or held[0].fits(item):
                return None
            found = db.execute(
                "SELECT source FROM studio_item_versions WHERE item = ? AND digest = ?", [number, held[0].source_digest]
            ).fetchone()
        return Change(found[0], difference(found[0], item.source)) if found else Change(None)

    def erase(self) -> None:
        """Erase everything of the studio beyond recovery."""
        with self._backing.writing() as db:
            for table in _TABLES:
                db.execute(f"DELETE FROM studio_{table}")
            scrub_later(db)
        self.memory.let_go()
        self._scrub()


def _begun(db: Database) -> bool:
    return db.execute("SELECT 1 FROM settings WHERE key = '.studio'").fetchone() is not None
