"""Steps taken on a plan, each with the rows as they were before it, so that it can be taken back.

A step is undone only while every row still is as the step left it; where another window has changed one
since, nothing is undone. An undone row gets a new revision, so that a window that still shows the step is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from frameworks.labels import N_, Sentence

_DEEP = 200
"""How many steps back a change of revision is carried."""
KEYS = {"plan_tasks": ("id",), "plan_choices": ("home", "market", "advice"), "plan_notes": ("home", "market", "part")}


class PlanError(Sentence):
    """The plan could not do it; the sentence says why and that nothing is lost."""


class Steps:
    """One step in the making, inside the caller's transaction."""

    def __init__(self, db: Database, market: str, action: str, now: str) -> None:
        self._db, self._market, self._action, self._now = db, market, action, now
        self._rows: list[dict[str, Any]] = []

    def put(self, table: str, values: Mapping[str, Any], *, key: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        """Write a row: change the one of this key, or add it; return it as it now is, its revision raised."""
        before = row_of(self._db, table, key) if key else None
        after = {**(before or {}), **values, "revision": (before["revision"] if before else 0) + 1}
        if table == "plan_tasks" and before is None:
            after["id"] = self._insert(table, after)
        elif before is None:
            self._insert(table, after)
        else:
            _overwrite(self._db, table, after)
        self._rows.append({"table": table, "key": _key(table, after), "before": before, "after": after["revision"]})
        return after

    def drop(self, table: str, key: Mapping[str, Any]) -> None:
        """Remove a row; nothing happens when there is none."""
        before = row_of(self._db, table, key)
        if before is not None:
            where = " AND ".join(f"{name} = ?" for name in KEYS[table])
            self._db.execute(f"DELETE FROM {table} WHERE {where}", list(_key(table, before).values()))
            self._rows.append({"table": table, "key": _key(table, before), "before": before, "after": None})

    def done(self) -> int:
        """Record the step and return its number; 0 where nothing was changed."""
        if not self._rows:
            return 0
        body = json.dumps(self._rows, ensure_ascii=False)
        values = [self._market, self._action, self._now, body]
        return self._db.execute("INSERT INTO plan_steps (market, action, at, body) VALUES (?, ?, ?, ?)", values).lastrowid

    def _insert(self, table: str, row: Mapping[str, Any]) -> int:
        marks = ", ".join("?" * len(row))
        return self._db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values())).lastrowid


def undo(db: Database, number: int, now: str) -> str:
    """Take a step back and return what it was; raises PlanError where it cannot be."""
    found = db.execute("SELECT action, body FROM plan_steps WHERE id = ? AND undone = 0", [number]).fetchone()
    if found is None:
        raise PlanError(N_("This was undone already, or erased for good."))
    rows = json.loads(found[1])
    for row in rows:
        held = row_of(db, row["table"], row["key"])
        if (held["revision"] if held else None) != row["after"]:
            raise PlanError(N_("Another window has changed this since, so it was not undone; nothing is lost."))
    for row in reversed(rows):
        revision = _restore(db, row, now)
        if row["before"] is not None:
            _carry(db, number, row, revision)
    db.execute("UPDATE plan_steps SET undone = 1 WHERE id = ?", [number])
    return str(found[0])


def row_of(db: Database, table: str, key: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return a row by its key, None where there is none."""
    where = " AND ".join(f"{name} = ?" for name in KEYS[table])
    found = db.execute(f"SELECT * FROM {table} WHERE {where}", [(key or {})[name] for name in KEYS[table]])
    row = found.fetchone()
    return None if row is None else dict(zip([column[0] for column in found.description], row, strict=True))


def _carry(db: Database, number: int, row: Mapping[str, Any], revision: int) -> None:
    """Let the steps before this one know the new revision of a row that now is as they left it."""
    steps = db.execute("SELECT id, body FROM plan_steps WHERE id < ? AND undone = 0 ORDER BY id DESC LIMIT ?", [number, _DEEP])
    for step, body in steps.fetchall():
        rows = json.loads(body)
        left = (row["table"], row["key"], row["before"]["revision"])
        for one in rows:
            if (one["table"], one["key"], one["after"]) == left:
                one["after"] = revision
                db.execute("UPDATE plan_steps SET body = ? WHERE id = ?", [json.dumps(rows, ensure_ascii=False), step])
                return


def _restore(db: Database, row: Mapping[str, Any], now: str) -> int:
    table, before, key = row["table"], row["before"], row["key"]
    held = row_of(db, table, key)
    revision = max(held["revision"] if held else 0, before["revision"] if before else 0) + 1
    if before is not None and held is not None:
        _overwrite(db, table, {**before, "revision": revision})
    elif before is not None:
        values = {**before, "revision": revision}
        marks = ", ".join("?" * len(values))
        db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))
    elif table == "plan_tasks":  # a task is taken off the list, never forgotten
        db.execute("UPDATE plan_tasks SET deleted_at = ?, revision = ? WHERE id = ?", [now, revision, key["id"]])
    else:
        where = " AND ".join(f"{name} = ?" for name in KEYS[table])
        db.execute(f"DELETE FROM {table} WHERE {where}", [key[name] for name in KEYS[table]])
    return int(revision)


def _overwrite(db: Database, table: str, row: Mapping[str, Any]) -> None:
    names = [name for name in row if name not in KEYS[table]]
    where = " AND ".join(f"{name} = ?" for name in KEYS[table])
    values = [row[name] for name in names] + [row[name] for name in KEYS[table]]
    db.execute(f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in names)} WHERE {where}", values)


def _key(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in KEYS[table]}
