"""The team's segments: market segments with names, messages and members, and customer segments mapped to templates.

What is saved stays as it was saved: members do not move when models, methods or data change later, so that figures
grouped by a segment mean the same tomorrow. A deletion can be undone for 30 days; ``purge`` erases for good.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Any

from sqlite_utils import Database

from data.migrations import WorkspaceError
from data.saved_scenarios import moment, stamp
from data.workspace_file import Backing, scrub_later
from frameworks.culture.segments.personas import Mapped, tidy
from frameworks.labels import N_

KEEP_DELETED = timedelta(days=30)
LONGEST_NAME = 80
LONGEST_MESSAGE = 2000
MOST_KEPT = 200
_CODE = re.compile(r"[A-Z]{3}")
_COLUMNS = "id, name, body, revision, updated_at, deleted_at"


class SegmentsError(WorkspaceError):
    """The segments could not be kept or read; the message is a sentence for the user."""


class SegmentsConflict(SegmentsError):
    """Another window changed them first; ``number`` is that of the copy with this window's version."""

    def __init__(self, template: str, /, number: int, **values: object) -> None:
        super().__init__(template, **values)
        self.number = number


@dataclass(frozen=True)
class NamedSegment:
    """One market segment as the team keeps it.

    letter: as on the page it was saved from. between: those of the members that stood between two segments.
    """

    letter: str
    name: str
    message: str
    members: tuple[str, ...]
    between: tuple[str, ...] = ()


@dataclass(frozen=True)
class SavedSegments:
    """A saved segmentation. how: models, method, number of segments and market choice it was made with.

    revision: grows by one with every change; ``update`` needs the one last read.
    """

    id: int
    name: str
    how: Mapping[str, Any]
    segments: tuple[NamedSegment, ...]
    revision: int
    updated_at: str
    deleted_at: str | None = None

    def groups(self) -> dict[str, str]:
        """Return the letter of the segment by market."""
        return {code: segment.letter for segment in self.segments for code in segment.members}


@dataclass(frozen=True)
class SavedMapping:
    """A customer segment mapped to a template, as saved."""

    id: int
    mapped: Mapped
    revision: int
    updated_at: str
    deleted_at: str | None = None


class SegmentNames:
    """The segments of a workspace. now: the time as it is stored; scrub: rewrites the file after an erasure."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub

    # Market segments

    def add(self, name: str, how: Mapping[str, Any], segments: Sequence[NamedSegment]) -> int:
        """Keep segments of markets and return their number; raises SegmentsError for what cannot be."""
        return self._add("markets", _named(name), _body(how, segments))

    def list(self) -> tuple[SavedSegments, ...]:
        """Return the saved segmentations, last changed first; one damaged from outside is left out."""
        return self._markets("deleted_at IS NULL ORDER BY updated_at DESC, id DESC")

    def deleted(self) -> tuple[SavedSegments, ...]:
        """Return those that can still be restored, last deleted first."""
        return self._markets("deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC")

    def update(self, number: int, name: str, segments: Sequence[NamedSegment], *, seen: int) -> SavedSegments:
        """Replace name, names and messages of a segmentation that still has the revision last ``seen``.

        When another window changed or deleted it, this version is kept as a copy named in the SegmentsConflict.
        """
        found = [one for one in (*self.list(), *self.deleted()) if one.id == number]
        if not found:
            raise SegmentsError(N_("These segments were erased for good."))
        body = _body(found[0].how, segments)
        self._update("markets", number, _named(name), body, seen)
        return next(one for one in self.list() if one.id == number)

    # Customer segments

    def add_mapping(self, mapped: Mapped) -> int:
        """Keep a customer segment mapped to a template (checked by ``personas.mapped``) and return its number."""
        return self._add("people", _named(mapped.name), json.dumps(asdict(mapped)))

    def mappings(self) -> tuple[SavedMapping, ...]:
        """Return the mapped customer segments, last changed first."""
        return self._people("deleted_at IS NULL ORDER BY updated_at DESC, id DESC")

    def deleted_mappings(self) -> tuple[SavedMapping, ...]:
        """Return those that can still be restored, last deleted first."""
        return self._people("deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC")

    # Both

    def delete(self, number: int) -> None:
        """Take one off the list; it can be restored for 30 days."""
        with self._backing.writing() as db:
            db.execute("UPDATE segment_book SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", [self._now(), number])
            old = stamp(moment(self._now()) - KEEP_DELETED)
            erased = _erase(db, "deleted_at < ?", old)
        if erased:
            self._scrub()

    def restore(self, number: int) -> None:
        """Bring a deleted one back as it was; raises SegmentsError when it is gone."""
        with self._backing.writing() as db:
            if not db.execute("UPDATE segment_book SET deleted_at = NULL WHERE id = ?", [number]).rowcount:
                raise SegmentsError(N_("These segments were erased for good."))

    def purge(self, number: int) -> bool:
        """Erase one beyond recovery; return whether it was there. The file is rewritten without it."""
        with self._backing.writing() as db:
            erased = _erase(db, "id = ?", number)
        self._scrub()
        return erased

    # Inside

    def _add(self, kind: str, name: str, body: str) -> int:
        with self._backing.writing() as db:
            return _insert(db, kind, name, body, self._now())

    def _update(self, kind: str, number: int, name: str, body: str, seen: int) -> None:
        with self._backing.writing() as db:
            done = db.execute(
                "UPDATE segment_book SET name = ?, body = ?, revision = revision + 1, updated_at = ? "
                "WHERE id = ? AND kind = ? AND revision = ? AND deleted_at IS NULL",
                [name, body, self._now(), number, kind, seen],
            ).rowcount  # fmt: skip
            if done:
                return
            copy = f"{name[: LONGEST_NAME - 4]} (2)"
            kept = _insert(db, kind, copy, body, self._now())
        told = N_("Another window changed or deleted these in the meantime; nothing is lost: your version is kept as “{kept}”.")
        raise SegmentsConflict(told, number=kept, kept=copy)

    def _rows(self, kind: str, where: str) -> list[tuple[Any, ...]]:
        with self._backing.reading() as db:
            return db.execute(f"SELECT {_COLUMNS} FROM segment_book WHERE kind = ? AND {where}", [kind]).fetchall()

    def _markets(self, where: str) -> tuple[SavedSegments, ...]:
        return tuple(found for row in self._rows("markets", where) if (found := _read_markets(row)))

    def _people(self, where: str) -> tuple[SavedMapping, ...]:
        return tuple(found for row in self._rows("people", where) if (found := _read_people(row)))


def with_texts(segments: Sequence[NamedSegment], texts: Mapping[str, tuple[str, str]]) -> tuple[NamedSegment, ...]:
    """Return segments with the name and message given by letter."""
    return tuple(
        replace(one, name=texts[one.letter][0], message=texts[one.letter][1]) if one.letter in texts else one for one in segments
    )


def _named(name: str) -> str:
    name = tidy(name)
    if not name or len(name) > LONGEST_NAME:
        raise SegmentsError(N_("A name has 1 to {most} characters."), most=LONGEST_NAME)
    return name


def _body(how: Mapping[str, Any], segments: Sequence[NamedSegment]) -> str:
    clean, taken = [], set()
    for one in segments:
        message = "\n".join(tidy(line) for line in str(one.message).splitlines()).strip()
        if len(message) > LONGEST_MESSAGE:
            raise SegmentsError(N_("A message has at most {most} characters."), most=LONGEST_MESSAGE)
        if not one.members or not all(_CODE.fullmatch(code) for code in one.members) or taken & {*one.members}:
            raise SegmentsError(N_("Every segment needs markets, and a market belongs to one segment only."))
        taken |= {*one.members}
        clean.append(replace(one, name=_named(one.name), message=message))
    if not clean:
        raise SegmentsError(N_("Every segment needs markets, and a market belongs to one segment only."))
    try:
        return json.dumps({"how": dict(how), "segments": [asdict(one) for one in clean]}, allow_nan=False)
    except (TypeError, ValueError):
        raise SegmentsError(N_("These segments cannot be kept: they hold no plain value.")) from None


def _insert(db: Database, kind: str, name: str, body: str, now: str) -> int:
    if db.execute("SELECT count(*) FROM segment_book WHERE kind = ?", [kind]).fetchone()[0] >= MOST_KEPT:
        raise SegmentsError(N_("There are {most} already; erase some you no longer need."), most=MOST_KEPT)
    return db.execute(
        "INSERT INTO segment_book (kind, name, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
        [kind, name, body, now, now],
    ).lastrowid  # fmt: skip


def _erase(db: Database, where: str, value: object) -> bool:
    erased = bool(db.execute(f"DELETE FROM segment_book WHERE {where}", [value]).rowcount)
    if erased:
        scrub_later(db)
    return erased


def _read_markets(row: tuple[Any, ...]) -> SavedSegments | None:
    try:
        body = json.loads(row[2])
        segments = tuple(
            NamedSegment(str(s["letter"]), str(s["name"]), str(s["message"]), tuple(map(str, s["members"])),
                         tuple(map(str, s["between"])))
            for s in body["segments"]
        )  # fmt: skip
        return SavedSegments(row[0], row[1], dict(body["how"]), segments, *row[3:])
    except (ValueError, KeyError, TypeError):
        return None


def _read_people(row: tuple[Any, ...]) -> SavedMapping | None:
    try:
        body = json.loads(row[2])
        body["markets"] = tuple(map(str, body["markets"]))
        return SavedMapping(row[0], Mapped(**body), *row[3:])
    except (ValueError, KeyError, TypeError):
        return None
