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


@workspace(name="0004_layout")
def _layout(db: Database) -> None:
    # How a text fitted where a browser laid it out; no kind: it did. mark: of the text that was measured.
    db.execute(
        "CREATE TABLE studio_layout (item INTEGER NOT NULL, locale TEXT NOT NULL, surface TEXT NOT NULL, frame TEXT NOT NULL, "
        "kind TEXT NOT NULL, axis TEXT NOT NULL, needed REAL NOT NULL, room REAL NOT NULL, fit INTEGER NOT NULL, "
        "role TEXT NOT NULL, mark TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (item, locale, surface, frame)) WITHOUT ROWID"
    )
    db.execute("CREATE INDEX studio_layout_by_locale ON studio_layout (locale, item)")


@workspace(name="0005_placements")
def _placements(db: Database) -> None:
    # person: a random name, so that two phones in a room never write into one sheet.
    db.execute("CREATE TABLE placement_people (person TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID")
    db.execute(
        "CREATE TABLE placement_answers (person TEXT NOT NULL, market TEXT NOT NULL, item TEXT NOT NULL, "
        "value REAL NOT NULL, at TEXT NOT NULL, PRIMARY KEY (person, market, item)) WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE licensed_scores (market TEXT PRIMARY KEY, scores TEXT NOT NULL, source TEXT NOT NULL, "
        "licence TEXT NOT NULL, day TEXT NOT NULL, saved_at TEXT NOT NULL) WITHOUT ROWID"
    )


@workspace(name="0006_plans")
def _plans(db: Database) -> None:
    for statement in (
        # task: the plan's task of what was kept. original: the advice as it read when it was decided on.
        "CREATE TABLE plan_choices (home TEXT NOT NULL, market TEXT NOT NULL, advice TEXT NOT NULL, decision TEXT NOT NULL, "
        "words TEXT NOT NULL, original TEXT NOT NULL, task INTEGER, revision INTEGER NOT NULL, at TEXT NOT NULL, "
        "PRIMARY KEY (home, market, advice))",
        # AUTOINCREMENT: the number of an erased task is never given to another one.
        """
        CREATE TABLE plan_tasks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            home TEXT NOT NULL,
            market TEXT NOT NULL,
            title TEXT NOT NULL,
            note TEXT NOT NULL,
            owner TEXT NOT NULL,
            due TEXT,
            status TEXT NOT NULL,
            kind TEXT NOT NULL,
            origin TEXT NOT NULL,
            original TEXT NOT NULL,
            citation TEXT NOT NULL,
            revision INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            deleted_at TEXT
        )
        """,
        "CREATE INDEX plan_tasks_by_market ON plan_tasks (market, deleted_at)",
        "CREATE TABLE plan_notes (home TEXT NOT NULL, market TEXT NOT NULL, part TEXT NOT NULL, text TEXT NOT NULL, "
        "revision INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (home, market, part))",
        # body: the rows as they were before the step, for undo.
        "CREATE TABLE plan_steps (id INTEGER PRIMARY KEY AUTOINCREMENT, market TEXT NOT NULL, action TEXT NOT NULL, "
        "at TEXT NOT NULL, body TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0)",
    ):
        db.execute(statement)


@workspace(name="0007_segments")
def _segments(db: Database) -> None:
    # kind: "markets" (segments of markets with their members) or "people" (a customer segment mapped to a template).
    db.execute(
        "CREATE TABLE segment_book (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, name TEXT NOT NULL, "
        "body TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, "
        "deleted_at TEXT)"
    )


@workspace(name="0008_journey")
def _journey(db: Database) -> None:
    # key: of the note that is changed; none for a note of the team's own.
    db.execute(
        "CREATE TABLE journey_notes (number INTEGER PRIMARY KEY AUTOINCREMENT, market TEXT NOT NULL, key TEXT NOT NULL, "
        "stage TEXT NOT NULL, subject TEXT NOT NULL, channel TEXT NOT NULL, text TEXT NOT NULL, hidden INTEGER NOT NULL, "
        "by TEXT NOT NULL, at TEXT NOT NULL, revision INTEGER NOT NULL)"
    )
    db.execute("CREATE UNIQUE INDEX journey_notes_by_key ON journey_notes (market, key) WHERE key <> ''")


@workspace(name="0009_ethics")
def _ethics(db: Database) -> None:
    db.execute(
        "CREATE TABLE ethics_answers (market TEXT NOT NULL, question TEXT NOT NULL, status TEXT NOT NULL, "
        "evidence TEXT NOT NULL, action TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, revision INTEGER NOT NULL, "
        "PRIMARY KEY (market, question))"
    )
    db.execute(
        "CREATE TABLE ethics_files (number INTEGER PRIMARY KEY AUTOINCREMENT, market TEXT NOT NULL, "
        "question TEXT NOT NULL, name TEXT NOT NULL, content BLOB NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL)"
    )
    db.execute("CREATE INDEX ethics_files_by_question ON ethics_files (market, question)")
    db.execute(
        "CREATE TABLE ethics_signed (number INTEGER PRIMARY KEY AUTOINCREMENT, market TEXT NOT NULL, by TEXT NOT NULL, "
        "at TEXT NOT NULL, mark TEXT NOT NULL, note TEXT NOT NULL)"
    )


@workspace(name="0010_findings")
def _findings(db: Database) -> None:
    # Findings as they were told; a text or source that changes loses its own. rank: place among the severities.
    db.execute(
        "CREATE TABLE studio_findings (item INTEGER NOT NULL, locale TEXT NOT NULL, place INTEGER NOT NULL, "
        "name TEXT NOT NULL, rank INTEGER NOT NULL, start INTEGER, end INTEGER, suggestion TEXT NOT NULL, "
        "message TEXT NOT NULL, aside INTEGER NOT NULL, PRIMARY KEY (item, locale, place))"
    )
    # In the order they are shown, so that counts and pages read no texts.
    db.execute("CREATE INDEX studio_findings_by_rank ON studio_findings (aside, rank, name, locale, item, place)")
    # What a text was last judged by.
    db.execute(
        "CREATE TABLE studio_checked (item INTEGER NOT NULL, locale TEXT NOT NULL, mark TEXT NOT NULL, "
        "PRIMARY KEY (item, locale)) WITHOUT ROWID"
    )
    db.execute("CREATE INDEX studio_checked_by_locale ON studio_checked (locale)")


@workspace(name="0011_duties")
def _duties(db: Database) -> None:
    # Duties of a market's law that the team has seen to.
    db.execute(
        "CREATE TABLE duties_met (market TEXT NOT NULL, topic TEXT NOT NULL, law TEXT NOT NULL, by TEXT NOT NULL, "
        "at TEXT NOT NULL, PRIMARY KEY (market, topic, law))"
    )


@workspace(name="0012_currency_of_costs")
def _currency_of_costs(db: Database) -> None:
    # Of those that are money; null for those entered before, which were meant in whatever currency was shown.
    db.execute("ALTER TABLE costs ADD COLUMN currency TEXT")


@workspace(name="0013_targets")
def _targets(db: Database) -> None:
    # market: empty for all together. Money keeps the currency it was entered in.
    db.execute(
        "CREATE TABLE targets (kpi TEXT NOT NULL, market TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, "
        "value REAL NOT NULL, currency TEXT, at TEXT NOT NULL, PRIMARY KEY (kpi, market, first, last)) WITHOUT ROWID"
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
