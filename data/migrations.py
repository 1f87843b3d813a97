"""The workspace's schema: numbered steps, each recorded, forward only.

A step, once released, is never edited; a change is a new step at the end.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from frameworks.labels import N_, Sentence

APPLICATION_ID = 0x4C46414C
"""Stamped into the file so that a stranger's SQLite file is not mistaken for a workspace ("LFAL")."""

workspace = Migrations("landfall")


class WorkspaceError(Sentence):
    """The workspace could not do it; the message is a sentence for the user."""


class NewerWorkspace(WorkspaceError):
    """The file was written by a newer Landfall, which alone knows what its rows mean."""


@workspace(name="0001_start")
def _start(db: Database) -> None:
    # AUTOINCREMENT: the number of a purged scenario is never given to another one.
    db.execute(
        """
        CREATE TABLE scenarios (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            home TEXT NOT NULL,
            body TEXT NOT NULL,
            data_version TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            revision INTEGER NOT NULL DEFAULT 1,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            opened_at TEXT,
            deleted_at TEXT
        )
        """
    )
    db.execute("CREATE INDEX scenarios_by_update ON scenarios (deleted_at, updated_at)")
    db.execute("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
    db.execute(
        """
        CREATE TABLE replacement_tables (
            name TEXT PRIMARY KEY,
            content BLOB NOT NULL,
            digest TEXT NOT NULL,
            saved_at TEXT NOT NULL
        )
        """
    )


@workspace(name="0002_uploads")
def _uploads(db: Database) -> None:
    db.execute("CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL)")
    db.execute(
        "CREATE TABLE mapping_templates (headers_key TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, "
        "saved_at TEXT NOT NULL)"
    )
    db.execute("CREATE TABLE costs (name TEXT PRIMARY KEY, value REAL NOT NULL)")
    db.execute(
        "CREATE TABLE rates (currency TEXT NOT NULL, day TEXT NOT NULL, rate_to_eur REAL NOT NULL, "
        "PRIMARY KEY (currency, day))"
    )
    db.execute(
        "CREATE TABLE annotations (id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL, text TEXT NOT NULL, market TEXT)"
    )


def upgrade(db: Database) -> None:
    """Bring the open workspace to today's schema, inside the caller's transaction.

    Raises NewerWorkspace when the file has taken a step this Landfall does not know.
    """
    known = {step.name for step in workspace.pending(Database(memory=True))}
    newer = sorted({step.name for step in workspace.applied(db)} - known)
    if newer:
        raise NewerWorkspace(
            N_(
                "This workspace was written by a newer Landfall (step {step}); "
                "update Landfall, or set LANDFALL_HOME to another folder to start a second workspace."
            ),
            step=repr(newer[-1]),
        )
    workspace.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
