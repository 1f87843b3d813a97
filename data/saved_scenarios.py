"""Saved scenarios as rows: reading, finding, adding and erasing them inside a transaction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from data.migrations import WorkspaceError
from frameworks.labels import N_
from frameworks.scoring.scenario import Scenario, ScenarioError

_COLUMNS = (
    "id, name, home, body, data_version, fingerprint, revision, created_at, updated_at, opened_at, deleted_at"
)
_LONG_AGO = datetime.fromtimestamp(0, UTC)


class Missing(WorkspaceError):
    """There is no such scenario, or it has been deleted."""


class Conflict(WorkspaceError):
    """Another window saved first; ``saved`` is the copy that keeps this window's version."""

    def __init__(self, template: str, /, saved: Saved, **values: object) -> None:
        super().__init__(template, **values)
        self.saved = saved


@dataclass(frozen=True)
class Saved:
    """A scenario as the workspace keeps it. Times are aware and in UTC.

    revision:     grows by one with every change; ``Workspace.update`` needs the one last read.
    data_version: version of the reference it was last saved with, "" when unknown.
    fingerprint:  of its inputs and that data version.
    """

    id: int
    name: str
    home: str
    body: str
    data_version: str
    fingerprint: str
    revision: int
    created_at: datetime
    updated_at: datetime
    opened_at: datetime | None
    deleted_at: datetime | None

    @property
    def scenario(self) -> Scenario:
        """The inputs; raises WorkspaceError when the stored text was damaged from outside."""
        try:
            return Scenario.from_json(self.body)
        except ScenarioError as error:
            raise WorkspaceError(
                N_("The saved scenario “{name}” cannot be read. {error}"), name=self.name, error=error
            ) from error


def select(db: Database, where: str, *parameters: Any) -> Iterator[Saved]:
    """Yield the scenarios that a WHERE clause of ours, with any ORDER BY, picks."""
    for row in db.query(f"SELECT {_COLUMNS} FROM scenarios WHERE {where}", parameters):
        times = {key: moment(row[key]) for key in ("created_at", "updated_at", "opened_at", "deleted_at")}
        yield Saved(**{**row, **times})


def find(db: Database, number: int) -> Saved | None:
    """Return the scenario of that number, deleted or not; None when there is none."""
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < 2**63:
        return None
    return next(select(db, "id = ?", number), None)


def live(db: Database, number: int) -> Saved:
    """Return a scenario that is not deleted, or raise Missing."""
    found = find(db, number)
    if not found:
        raise Missing(N_("There is no such scenario in this workspace."))
    if found.deleted_at:
        raise Missing(N_("The scenario “{name}” was deleted; restore it to open it."), name=found.name)
    return found


def add(db: Database, scenario: Scenario, data_version: str, now: str) -> int:
    """Add a scenario as given and return its number."""
    row = {**_content(scenario, data_version), "revision": 1, "created_at": now, "updated_at": now}
    return db["scenarios"].insert(row, pk="id").last_pk


def add_copy(db: Database, scenario: Scenario, data_version: str, now: str) -> int:
    """Add a scenario under a free name such as "Name (2)" and return its number."""
    return add(db, replace(scenario, name=_free_name(db, scenario.name)), data_version, now)


def overwrite(db: Database, found: Saved, scenario: Scenario, data_version: str, now: str) -> Saved:
    """Replace what a saved scenario holds and return it with its next revision."""
    row = {**_content(scenario, data_version), "revision": found.revision + 1, "updated_at": now}
    db["scenarios"].update(found.id, row)
    return live(db, found.id)


def mark(db: Database, number: int, column: str, value: str | None) -> None:
    """Set ``opened_at`` or ``deleted_at`` of one scenario; its revision stays."""
    db["scenarios"].update(number, {column: value})


def stamp(when: datetime) -> str:
    """Return a time as it is stored: ISO 8601 in UTC, sortable as text."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str | None) -> datetime | None:
    """Return a stored time; one damaged from outside counts as long ago."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return _LONG_AGO


def _content(scenario: Scenario, data_version: str) -> dict[str, str]:
    return {
        "name": scenario.name,
        "home": scenario.home,
        "body": scenario.to_json(),
        "data_version": data_version,
        "fingerprint": scenario.fingerprint(data_version),
    }


def _free_name(db: Database, name: str) -> str:
    taken = {row[0] for row in db.execute("SELECT name FROM scenarios WHERE deleted_at IS NULL")}
    base = re.sub(r" ?\(\d{1,4}\)$", "", name)[:190].strip()
    count = 2
    while (free := f"{base} ({count})".strip()) in taken:
        count += 1
    return free
