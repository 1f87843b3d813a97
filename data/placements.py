"""Where a team places cultures on Trompenaars' dimensions: answers to the dilemmas, and scores under a licence.

A sheet holds one person's answers about one market; home is a market too. Every answer is kept as it is given.
Deleting erases for good and hands back what was deleted, so that whoever deleted it can put it back.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from data import revisions
from data.migrations import WorkspaceError
from data.saved_scenarios import moment
from data.workspace_file import Backing, scrub_later
from frameworks.culture.dilemmas import checked
from frameworks.labels import N_

LONGEST_NAME = 80
MOST_SHEETS = 2000
_PERSON = re.compile(r"[0-9a-f]{16}")
_MARKET = re.compile(r"[A-Z]{3}")
_REVISION = ".placements"
_ITEM = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,15}")


class PlacementError(WorkspaceError):
    """A placement cannot be kept; the message says why."""


class Gone(PlacementError):
    """The sheet was deleted elsewhere while someone was answering it."""


@dataclass(frozen=True)
class Sheet:
    """One person's answers about one market. name: as typed, may be empty. changed_at: in UTC."""

    person: str
    market: str
    name: str
    answers: Mapping[str, float]
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Licensed:
    """A market's scores under a licence: number by dimension code (0-100, 100 = first pole), and where they are from.

    day: the date of the scores, ISO 8601.
    """

    market: str
    scores: Mapping[str, float]
    source: str
    licence: str
    day: str


def new_person() -> str:
    """Return a name for a person that nobody else has."""
    return secrets.token_hex(8)


class Placements:
    """The placements of a workspace. now: the time as it is stored. scrub: called after an erasure."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub

    def revision(self) -> int:
        """Return a number that grows with every change by any process, 0 before the first: a key for caches."""
        return revisions.revision(self._backing, _REVISION)

    # Answers

    def sheets(self, *markets: str) -> tuple[Sheet, ...]:
        """Return the sheets about these markets, or all, the first begun first."""
        with self._backing.reading() as db:
            rows = db.execute(
                "SELECT a.person, a.market, coalesce(p.name, ''), a.item, a.value, a.at FROM placement_answers a "
                "LEFT JOIN placement_people p ON p.person = a.person"
            ).fetchall()
        found: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
        for row in rows:
            if not markets or row[1] in markets:
                found.setdefault((row[0], row[1]), []).append(row)
        begun = sorted(found, key=lambda key: (min(row[5] for row in found[key]), key))
        return tuple(_sheet(*key, found[key]) for key in begun)

    def sheet(self, person: str, market: str) -> Sheet:
        """Return what a person has answered about a market; without answers where there are none."""
        with self._backing.reading() as db:
            return _read(db, person, market)

    def answer(self, person: str, market: str, item: str, value: float | None, *, name: str = "", seen: bool = False) -> None:
        """Keep one answer, or take it back with None.

        name: of the person, kept with the first answer. seen: the person has seen answers of their own here; Gone is
        raised when none is left. Raises AnswerError for what is no answer, PlacementError for a full workspace.
        """
        _check(person, market, item)
        with self._backing.writing() as db:
            begun = bool(db.execute(_ANY, [person, market]).fetchone())
            if seen and not begun:
                raise Gone(N_("These answers were deleted in another window."))
            if value is None:
                db.execute("DELETE FROM placement_answers WHERE person = ? AND market = ? AND item = ?", [person, market, item])
                revisions.advance(db, _REVISION)
                _forget_idle(db, person)
                return
            if not begun:
                _room_for(db, 1)
                db.execute("INSERT OR IGNORE INTO placement_people VALUES (?, ?)", [person, _name(name)])
            _put(db, person, market, {item: checked(value)}, self._now())
            revisions.advance(db, _REVISION)

    def rename(self, person: str, name: str) -> None:
        """Give a person who has answered another name, or none; raises PlacementError when it is too long."""
        with self._backing.writing() as db:
            db.execute("UPDATE placement_people SET name = ? WHERE person = ?", [_name(name), person])
            scrub_later(db)
        self._scrub()

    def add(self, sheets: Iterable[Sheet]) -> tuple[int, int]:
        """Add whole sheets; return how many were added and how many were here already and stay as they are."""
        added = known = 0
        with self._backing.writing() as db:
            for sheet in sheets:
                for item in sheet.answers:
                    _check(sheet.person, sheet.market, item)
                if db.execute(_ANY, [sheet.person, sheet.market]).fetchone():
                    known += 1
                elif sheet.answers:
                    db.execute("INSERT OR IGNORE INTO placement_people VALUES (?, ?)", [sheet.person, _name(sheet.name)])
                    at = sheet.changed_at.isoformat(timespec="microseconds") if sheet.changed_at else self._now()
                    _put(db, sheet.person, sheet.market, {k: checked(v) for k, v in sheet.answers.items()}, at)
                    added += 1
            _room_for(db, 0)
            revisions.advance(db, _REVISION)
        return added, known

    def delete(self, person: str, market: str) -> Sheet:
        """Erase a sheet for good, the person's name with the last one; return what it held, for ``add``."""
        with self._backing.writing() as db:
            held = _read(db, person, market)
            db.execute("DELETE FROM placement_answers WHERE person = ? AND market = ?", [person, market])
            revisions.advance(db, _REVISION)
            _forget_idle(db, person)
        self._scrub()
        return held

    # Scores under a licence

    def licensed(self) -> tuple[Licensed, ...]:
        """Return the licensed scores by market code."""
        with self._backing.reading() as db:
            rows = db.execute("SELECT market, scores, source, licence, day FROM licensed_scores ORDER BY market").fetchall()
        return tuple(Licensed(row[0], _scores(row[1]), *row[2:]) for row in rows)

    def keep_licensed(self, rows: Sequence[Licensed]) -> None:
        """Keep scores, each in the place of the market's earlier ones."""
        with self._backing.writing() as db:
            for row in rows:
                scores = json.dumps({code: checked(value) for code, value in row.scores.items()}, sort_keys=True)
                values = [row.market, scores, row.source, row.licence, row.day, self._now()]
                db.execute("INSERT OR REPLACE INTO licensed_scores VALUES (?, ?, ?, ?, ?, ?)", values)
            revisions.advance(db, _REVISION)

    def drop_licensed(self, *markets: str) -> tuple[Licensed, ...]:
        """Erase the scores of these markets, or all, for good; return what they were."""
        held = tuple(row for row in self.licensed() if not markets or row.market in markets)
        with self._backing.writing() as db:
            for row in held:
                db.execute("DELETE FROM licensed_scores WHERE market = ?", [row.market])
            revisions.advance(db, _REVISION)
            scrub_later(db)
        self._scrub()
        return held


_ANY = "SELECT 1 FROM placement_answers WHERE person = ? AND market = ? LIMIT 1"


def _sheet(person: str, market: str, rows: Sequence[tuple[Any, ...]]) -> Sheet:
    last = moment(max((row[5] for row in rows), default=None))
    name = rows[0][2] if rows else ""
    return Sheet(person, market, name, {row[3]: min(max(float(row[4]), 0.0), 100.0) for row in rows}, last)


def _read(db: Database, person: str, market: str) -> Sheet:
    rows = db.execute(
        "SELECT a.person, a.market, coalesce(p.name, ''), a.item, a.value, a.at FROM placement_answers a "
        "LEFT JOIN placement_people p ON p.person = a.person WHERE a.person = ? AND a.market = ?", [person, market],
    ).fetchall()  # fmt: skip
    if rows:
        return _sheet(person, market, rows)
    name = db.execute("SELECT name FROM placement_people WHERE person = ?", [person]).fetchone()
    return Sheet(person, market, name[0] if name else "", {})


def _check(person: str, market: str, item: str) -> None:
    """Refuse what did not come from our own pages; the browser's word is not enough."""
    if not (_PERSON.fullmatch(person) and _MARKET.fullmatch(market) and _ITEM.fullmatch(item)):
        raise PlacementError(N_("This answer does not belong to a question of this page; reload it."))


def _name(name: str) -> str:
    clean = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if len(clean) > LONGEST_NAME:
        raise PlacementError(N_("A name has at most {most} characters."), most=LONGEST_NAME)
    return clean


def _put(db: Database, person: str, market: str, answers: Mapping[str, float], at: str) -> None:
    rows = [(person, market, item, value, at) for item, value in answers.items()]
    db.conn.executemany("INSERT OR REPLACE INTO placement_answers VALUES (?, ?, ?, ?, ?)", rows)


def _room_for(db: Database, more: int) -> None:
    count = db.execute("SELECT count(*) FROM (SELECT DISTINCT person, market FROM placement_answers)").fetchone()[0]
    if count + more > MOST_SHEETS:
        raise PlacementError(N_("There are more than {most} sheets of answers; delete some first."), most=MOST_SHEETS)


def _forget_idle(db: Database, person: str) -> None:
    db.execute(
        "DELETE FROM placement_people WHERE person = ? AND NOT EXISTS "
        "(SELECT 1 FROM placement_answers WHERE person = placement_people.person)", [person],
    )  # fmt: skip
    scrub_later(db)



def _scores(text: str) -> dict[str, float]:
    """Return stored scores; what was damaged from outside is left out."""
    try:
        stored = json.loads(text)
        return {str(code): checked(value) for code, value in stored.items()}
    except (ValueError, AttributeError):
        return {}
