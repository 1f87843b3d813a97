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


@workspace(name="0003_studio")
def _studio(db: Database) -> None:
    for statement in (
        """
        CREATE TABLE studio_items (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            context TEXT NOT NULL,
            surface TEXT NOT NULL,
            max_width INTEGER,
            source_language TEXT NOT NULL,
            plural INTEGER NOT NULL,
            note TEXT NOT NULL,
            digest TEXT NOT NULL,
            folded TEXT NOT NULL,
            version INTEGER NOT NULL,
            changed_at TEXT NOT NULL
        )
        """,
        "CREATE INDEX studio_items_by_digest ON studio_items (digest)",
        # What an item was after each change; no body: it was removed.
        "CREATE TABLE studio_item_versions (id INTEGER PRIMARY KEY, step INTEGER NOT NULL, item INTEGER NOT NULL, "
        "previous INTEGER, digest TEXT, source TEXT, body TEXT)",
        "CREATE INDEX studio_item_versions_by_item ON studio_item_versions (item, digest)",
        "CREATE INDEX studio_item_versions_by_step ON studio_item_versions (step)",
        """
        CREATE TABLE studio_translations (
            item INTEGER NOT NULL,
            locale TEXT NOT NULL,
            text TEXT NOT NULL,
            state TEXT NOT NULL,
            origin TEXT NOT NULL,
            by TEXT NOT NULL,
            at TEXT NOT NULL,
            source_digest TEXT NOT NULL,
            self_reviewed INTEGER NOT NULL,
            note TEXT NOT NULL,
            author TEXT NOT NULL,
            folded TEXT NOT NULL,
            version INTEGER NOT NULL,
            PRIMARY KEY (item, locale)
        )
        """,
        # Covers the counts by state, so that they need not read the texts.
        "CREATE INDEX studio_translations_by_locale ON studio_translations (locale, item, state, source_digest)",
        # What a translation was after each change; no text: it was removed.
        """
        CREATE TABLE studio_versions (
            id INTEGER PRIMARY KEY,
            step INTEGER NOT NULL,
            item INTEGER NOT NULL,
            locale TEXT NOT NULL,
            previous INTEGER,
            text TEXT,
            state TEXT,
            origin TEXT,
            by TEXT,
            at TEXT,
            source_digest TEXT,
            self_reviewed INTEGER,
            note TEXT,
            author TEXT
        )
        """,
        "CREATE INDEX studio_versions_by_item ON studio_versions (item, locale)",
        "CREATE INDEX studio_versions_by_step ON studio_versions (step)",
        "CREATE TABLE studio_steps (id INTEGER PRIMARY KEY AUTOINCREMENT, action TEXT NOT NULL, by TEXT NOT NULL, "
        "at TEXT NOT NULL, count INTEGER NOT NULL, undone_by INTEGER)",
        "CREATE TABLE studio_locales (locale TEXT PRIMARY KEY, position INTEGER NOT NULL)",
        "CREATE TABLE studio_comments (id INTEGER PRIMARY KEY AUTOINCREMENT, item INTEGER NOT NULL, "
        "locale TEXT NOT NULL, text TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, resolved_at TEXT)",
        "CREATE INDEX studio_comments_by_item ON studio_comments (item, locale)",
        "CREATE TABLE studio_terms (term TEXT NOT NULL, kind TEXT NOT NULL, locale TEXT NOT NULL, "
        "text TEXT NOT NULL, exact INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (term, kind, locale, text))",
        # AUTOINCREMENT: an index in memory goes on from the number it has last seen.
        "CREATE TABLE studio_memory (id INTEGER PRIMARY KEY AUTOINCREMENT, source_language TEXT NOT NULL, "
        "locale TEXT NOT NULL, digest TEXT NOT NULL, source TEXT NOT NULL, text TEXT NOT NULL, "
        "domain TEXT NOT NULL, reviewer TEXT NOT NULL, at TEXT NOT NULL, "
        "UNIQUE (source_language, locale, digest, text, domain))",
        "CREATE INDEX studio_memory_by_number ON studio_memory (source_language, locale, id)",
        # mark: of source and text that the finding was about; another text, and it is found again.
        "CREATE TABLE studio_ignored (item INTEGER NOT NULL, locale TEXT NOT NULL, market TEXT NOT NULL, "
        "name TEXT NOT NULL, mark TEXT NOT NULL, why TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, "
        "PRIMARY KEY (item, locale, market, name))",
        "CREATE TABLE studio_answers (engine TEXT NOT NULL, source_language TEXT NOT NULL, locale TEXT NOT NULL, "
        "digest TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL, "
        "PRIMARY KEY (engine, source_language, locale, digest)) WITHOUT ROWID",
    ):
        db.execute(statement)


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
