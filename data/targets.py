"""What a team planned for its KPIs, kept in the workspace: one figure a KPI, market and period.

Money stays in the currency it was entered in. Dropping erases for good and hands back what was dropped, so that
whoever dropped it can put it back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from data import revisions
from data.migrations import WorkspaceError
from data.saved_scenarios import moment
from data.workspace_file import Backing, scrub_later
from frameworks.kpi.definition import NAMES
from frameworks.kpi.targets import Target, checked
from frameworks.labels import N_, Sentence

MOST = 5000
"""Targets that a workspace holds at most."""
_REVISION = ".targets"
_ALL = ""  # stored for all markets together: a key must not be null
_PLACE = {name: place for place, name in enumerate(NAMES)}

Key = tuple[str, str | None, date, date]
"""KPI, market (None: all), first and last day: what tells targets apart."""


@dataclass(frozen=True)
class Kept:
    """A target as it is kept. at: when it was entered or last changed, in UTC."""

    target: Target
    at: datetime | None = None

    @property
    def key(self) -> Key:
        """What it is dropped by."""
        return key(self.target)


def key(target: Target) -> Key:
    """Return what tells a target from others."""
    return (target.kpi, target.market, target.first, target.last)


class Targets:
    """The targets of a workspace; ask ``Workspace.room`` for it. now: the time as stored. scrub: after an erasure."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub

    def revision(self) -> int:
        """Return a number that grows with every change by any process, 0 before the first: a key for caches."""
        return revisions.revision(self._backing, _REVISION)

    def all(self) -> tuple[Kept, ...]:
        """Return every target by KPI in the order people read them, market (all first) and first day."""
        with self._backing.reading() as db:
            return _read(db)

    def keep(self, targets: Sequence[Target]) -> tuple[int, int]:
        """Keep targets, all or none; return how many are new and how many took the place of an earlier figure.

        Of two with the same KPI, market and period the last counts. Raises Sentence for one that cannot be,
        WorkspaceError for a full workspace.
        """
        rows = {key(target): checked(target) for target in targets}
        with self._backing.writing() as db:
            known = {kept.key for kept in _read(db)}
            replaced = len(known & set(rows))
            _room_for(len(known) + len(rows) - replaced)
            _put(db, rows.values(), self._now())
            if rows:
                revisions.advance(db, _REVISION)
        return len(rows) - replaced, replaced

    def drop(self, keys: Iterable[Key]) -> tuple[Target, ...]:
        """Erase targets for good; return those there were, for ``keep``."""
        with self._backing.writing() as db:
            wanted = set(keys)
            held = tuple(kept.target for kept in _read(db) if kept.key in wanted)
            db.conn.executemany(
                "DELETE FROM targets WHERE kpi = ? AND market = ? AND first = ? AND last = ?", map(_stored, map(key, held))
            )
            if held:
                revisions.advance(db, _REVISION)
                scrub_later(db)
        if held:
            self._scrub()
        return held


def clear(db: Database) -> None:
    """Erase every target, inside the caller's transaction."""
    db.execute("DELETE FROM targets")
    revisions.advance(db, _REVISION)


def _read(db: Database) -> tuple[Kept, ...]:
    found = []
    for kpi, market, first, last, value, currency, at in db.execute(
        "SELECT kpi, market, first, last, value, currency, at FROM targets"
    ).fetchall():
        with contextlib.suppress(Sentence, ValueError, TypeError):  # what was damaged from outside is left out
            days = (date.fromisoformat(first), date.fromisoformat(last))
            found.append(Kept(checked(Target(kpi, market or None, *days, value, currency)), moment(at)))
    return tuple(sorted(found, key=lambda kept: _order(kept.target)))


def _order(target: Target) -> tuple[int, str, date, date]:
    return _PLACE[target.kpi], target.market or "", target.first, target.last


def _put(db: Database, targets: Iterable[Target], at: str) -> None:
    rows = [(*_stored(key(target)), target.value, target.currency, at) for target in targets]
    db.conn.executemany(
        "INSERT OR REPLACE INTO targets (kpi, market, first, last, value, currency, at) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
    )


def _stored(named: Key) -> tuple[str, str, str, str]:
    return named[0], named[1] or _ALL, named[2].isoformat(), named[3].isoformat()


def _room_for(number: int) -> None:
    if number > MOST:
        raise WorkspaceError(N_("There are more than {most} targets; remove some first."), most=MOST)
