"""The workspace: scenarios, settings and replacement tables, kept on the user's own machine.

Every call opens its own short transaction, so threads, tabs and processes may share one
workspace. Nothing is lost without a word: a save that crosses another becomes a copy, a
deletion can be undone for 30 days, and only ``purge`` erases for good.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlite_utils import Database

from data import saved_scenarios as rows
from data.kpi_settings import KpiSettings
from data.migrations import NewerWorkspace, WorkspaceError, upgrade
from data.samples import demo
from data.saved_scenarios import Conflict, Missing, Saved
from data.workspace_file import default_folder, open_backing
from frameworks.labels import N_, Sentence
from frameworks.scoring.scenario import Scenario

if TYPE_CHECKING:
    from data.studio.store import Studio
    from data.workspace_file import Backing

Room = TypeVar("Room")

__all__ = [
    "Conflict",
    "Missing",
    "NewerWorkspace",
    "Saved",
    "StoredTable",
    "Workspace",
    "WorkspaceError",
    "default_folder",
]

KEEP_DELETED = timedelta(days=30)
MAX_SETTING_BYTES = 64 * 1024
MAX_TABLE_BYTES = 25 * 1024 * 1024
_TABLE_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")


@dataclass(frozen=True)
class StoredTable:
    """A reference table the user supplied: CSV bytes, their SHA-256 and when they came (UTC)."""

    name: str
    content: bytes
    digest: str
    saved_at: datetime


class Workspace:
    """One team's workspace.

    folder:       where ``workspace.sqlite`` lies; None: LANDFALL_HOME or the user's data folder.
    data_version: recorded with the demo scenarios that the very first opening adds.
    clock:        gives the time, aware and in UTC.

    ``notice`` is a sentence to show when the workspace is not the one expected (a damaged file
    was set aside, or nothing can be written), else None. ``path`` is None when it lives in memory.
    Raises NewerWorkspace for a file of a later Landfall, WorkspaceError when it is locked.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        data_version: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._clock = clock
        self._rooms: dict[Any, Any] = {}
        self._backing = open_backing(folder, lambda db: self._prepare(db, data_version))
        self._scrub_if_due()

    @property
    def path(self) -> Path | None:
        return self._backing.path

    @property
    def notice(self) -> Sentence | None:
        return self._backing.notice

    @property
    def kpi(self) -> KpiSettings:
        """What belongs to uploads and KPIs: salt, mapping templates, costs, rates and annotations."""
        return KpiSettings(self._backing, self._scrub_if_due, self._clock)

    @cached_property
    def studio(self) -> Studio:
        """What belongs to localization: texts, translations, memory, glossary. It keeps an index, so it is one."""
        from data.studio.store import Studio  # here: the first page needs no texts

        return self.room(Studio)

    def room(self, kind: Callable[[Backing, Callable[[], str], Callable[[], None]], Room]) -> Room:
        """Return the one ``kind(backing, now, scrub)`` of this workspace, such as the team's plans."""
        return self._rooms.setdefault(kind, kind(self._backing, self._now, self._scrub_if_due))

    # Scenarios

    def save(self, scenario: Scenario, data_version: str) -> int:
        """Keep a new scenario and return its number."""
        with self._backing.writing() as db:
            return rows.add(db, scenario, data_version, self._now())

    def get(self, number: int) -> Saved:
        """Return a scenario that is not deleted, or raise Missing."""
        with self._backing.reading() as db:
            return rows.live(db, number)

    def update(
        self, number: int, scenario: Scenario, revision: int, data_version: str | None = None
    ) -> Saved:
        """Replace a scenario that still has the revision last read; return it with its new one.

        When another window changed or deleted it meanwhile, both versions are kept: this one as a
        copy, named in the Conflict that is raised. ``data_version`` None keeps the recorded one.
        """
        with self._backing.writing() as db:
            found = rows.find(db, number)
            version = data_version if data_version is not None else found.data_version if found else ""
            if found and not found.deleted_at:
                if (found.body, found.data_version) == (scenario.to_json(), version):
                    return found
                if found.revision == revision:
                    return rows.overwrite(db, found, scenario, version, self._now())
            kept = rows.live(db, rows.add_copy(db, scenario, version, self._now()))
        if found and not found.deleted_at:
            told = N_(
                "Another window changed “{name}” in the meantime; nothing is lost: your version is kept as “{kept}”."
            )
            raise Conflict(told, saved=kept, name=found.name, kept=kept.name)
        told = N_(
            "This scenario was deleted in the meantime; nothing is lost: your version is kept as “{kept}”."
        )
        raise Conflict(told, saved=kept, kept=kept.name)

    def rename(self, number: int, name: str) -> Saved:
        """Give a scenario another name; raises ScenarioError when it is too long."""
        with self._backing.writing() as db:
            found = rows.live(db, number)
            return rows.overwrite(
                db, found, replace(found.scenario, name=name), found.data_version, self._now()
            )

    def duplicate(self, number: int) -> int:
        """Copy a scenario under a free name such as "Name (2)" and return the copy's number."""
        with self._backing.writing() as db:
            found = rows.live(db, number)
            return rows.add_copy(db, found.scenario, found.data_version, self._now())

    def opened(self, number: int) -> Saved:
        """Note that the user opened a scenario, for ``recent``, and return it."""
        with self._backing.writing() as db:
            rows.mark(db, rows.live(db, number).id, "opened_at", self._now())
            return rows.live(db, number)

    def list(self) -> Sequence[Saved]:
        """Return every scenario that is not deleted, last changed first."""
        return self._select("deleted_at IS NULL ORDER BY updated_at DESC, id DESC")

    def recent(self, limit: int = 5) -> Sequence[Saved]:
        """Return the scenarios last opened or changed, latest first."""
        order = "max(updated_at, coalesce(opened_at, '')) DESC, id DESC"
        return self._select(f"deleted_at IS NULL ORDER BY {order} LIMIT ?", max(0, int(limit)))

    def deleted(self) -> Sequence[Saved]:
        """Return the scenarios that can still be restored, last deleted first."""
        return self._select("deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC")

    def delete(self, number: int) -> None:
        """Take a scenario off the list; it can be restored for 30 days."""
        with self._backing.writing() as db:
            rows.mark(db, rows.live(db, number).id, "deleted_at", self._now())

    def restore(self, number: int) -> Saved:
        """Bring a deleted scenario back as it was."""
        with self._backing.writing() as db:
            found = rows.find(db, number)
            if not found:
                raise Missing(N_("This scenario was erased for good and cannot be restored."))
            rows.mark(db, found.id, "deleted_at", None)
            return rows.live(db, number)

    def undo_delete(self) -> Saved | None:
        """Restore the scenario deleted last; None when there is none."""
        last = self.deleted()[:1]
        return self.restore(last[0].id) if last else None

    def purge(self, number: int | None = None) -> int:
        """Erase one scenario, or every deleted one, beyond recovery; return how many.

        The text is overwritten and the file rewritten, so that no file of the folder holds it.
        """
        with self._backing.writing() as db:
            if number is None:
                erased = _erase(db, "deleted_at IS NOT NULL")
            else:
                found = rows.find(db, number)
                erased = _erase(db, "id = ?", found.id) if found else 0
        self._scrub_if_due()
        return erased

    # Settings

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting as it was stored, or ``default``."""
        return self.settings().get(key, default)

    def settings(self) -> dict[str, Any]:
        """Return all settings; one damaged from outside is left out."""
        with self._backing.reading() as db:
            stored = db.execute("SELECT key, value FROM settings WHERE key NOT LIKE '.%'").fetchall()
        found = {}
        for key, value in stored:
            with contextlib.suppress(ValueError):
                found[key] = json.loads(value)
        return found

    def set_setting(self, key: str, value: Any) -> None:
        """Keep any JSON value under a key; None removes it."""
        if not re.fullmatch(r"[a-z][a-z0-9_.]{0,63}", key):
            raise WorkspaceError(N_("A setting's name is 1 to 64 small letters, digits, dots or underscores."))
        try:
            text = json.dumps(value, allow_nan=False, sort_keys=True)
        except (TypeError, ValueError, RecursionError):
            raise WorkspaceError(N_("The setting {key} cannot be kept: it is no plain value."), key=key) from None
        if len(text) > MAX_SETTING_BYTES:
            raise WorkspaceError(N_("The setting {key} is larger than {size} kB."), key=key, size=MAX_SETTING_BYTES // 1024)
        with self._backing.writing() as db:
            _set(db, key, None if value is None else text)

    # Replacement tables

    def save_table(self, name: str, content: bytes) -> None:
        """Keep the user's licensed CSV for a reference table, in place of an earlier one."""
        if not _TABLE_NAME.fullmatch(name):
            raise WorkspaceError(N_("A table's name is 1 to 64 small letters, digits or underscores."))
        if len(content) > MAX_TABLE_BYTES:
            raise WorkspaceError(N_("The file for {name} is larger than {size} MB."), name=name, size=MAX_TABLE_BYTES // 1024**2)
        row = {
            "name": name,
            "content": bytes(content),
            "digest": hashlib.sha256(content).hexdigest(),
            "saved_at": self._now(),
        }
        with self._backing.writing() as db:
            db["replacement_tables"].upsert(row, pk="name")

    def tables(self) -> dict[str, StoredTable]:
        """Return the replacement tables by name."""
        with self._backing.reading() as db:
            stored = db.execute(
                "SELECT name, content, digest, saved_at FROM replacement_tables ORDER BY name"
            )
            return {row[0]: StoredTable(*row[:3], rows.moment(row[3])) for row in stored}

    def table_digests(self) -> dict[str, str]:
        """Return the SHA-256 of each replacement table: a cheap key for caches."""
        with self._backing.reading() as db:
            return dict(db.execute("SELECT name, digest FROM replacement_tables ORDER BY name").fetchall())

    def drop_table(self, name: str) -> None:
        """Remove a replacement table for good; the shipped one counts again."""
        with self._backing.writing() as db:
            if db.execute("DELETE FROM replacement_tables WHERE name = ?", [name]).rowcount:
                _set(db, ".scrub", "1")
        self._scrub_if_due()

    # Inside

    def _prepare(self, db: Database, data_version: str) -> None:
        upgrade(db)
        if not db.execute("SELECT 1 FROM settings WHERE key = '.seeded'").fetchone():
            for scenario in reversed(demo.scenarios()):
                rows.add(db, scenario, data_version, self._now())
            _set(db, ".seeded", "1")
        _erase(db, "deleted_at < ?", rows.stamp(self._clock() - KEEP_DELETED))

    def _scrub_if_due(self) -> None:
        # The flag is set with the erasure itself; what a crash or a busy file prevents now, the
        # next opening makes up for. The rows themselves are gone and overwritten in any case.
        with contextlib.suppress(WorkspaceError):
            with self._backing.reading() as db:
                due = db.execute("SELECT 1 FROM settings WHERE key = '.scrub'").fetchone()
            if due and self._backing.scrub():
                with self._backing.writing() as db:
                    _set(db, ".scrub", None)

    def _select(self, where: str, *parameters: Any) -> Sequence[Saved]:
        with self._backing.reading() as db:
            return [*rows.select(db, where, *parameters)]

    def _now(self) -> str:
        return rows.stamp(self._clock())


def _erase(db: Database, where: str, *parameters: Any) -> int:
    erased = db.execute(f"DELETE FROM scenarios WHERE {where}", parameters).rowcount
    if erased:
        _set(db, ".scrub", "1")
    return erased


def _set(db: Database, key: str, value: str | None) -> None:
    if value is None:
        db.execute("DELETE FROM settings WHERE key = ?", [key])
    else:
        db["settings"].upsert({"key": key, "value": value}, pk="key")
