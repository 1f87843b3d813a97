"""Numbers that grow with every change of a part of the workspace, by whatever process: keys for caches."""

from __future__ import annotations

from sqlite_utils import Database

from data.workspace_file import Backing


def revision(backing: Backing, key: str) -> int:
    """Return the number of a part, 0 before its first change."""
    with backing.reading() as db:
        found = db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
    return int(found[0]) if found else 0


def advance(db: Database, key: str) -> None:
    """Count a change of a part, inside the caller's transaction."""
    up = "INSERT INTO settings (key, value) VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    db.execute(up, [key])
