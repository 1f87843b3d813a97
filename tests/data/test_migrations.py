"""Schema steps are numbered, recorded and run once."""

from __future__ import annotations

import re

import pytest
from sqlite_utils import Database

from data.migrations import APPLICATION_ID, NewerWorkspace, upgrade, workspace


def test_steps_are_numbered_without_a_gap_and_recorded_once():
    db = Database(memory=True)
    for _ in range(2):
        upgrade(db)
    names = [step.name for step in workspace.applied(db)]
    assert [int(re.match(r"(\d{4})_[a-z_]+$", name)[1]) for name in names] == list(range(1, len(names) + 1))
    assert not workspace.pending(db)
    assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert {"scenarios", "settings", "replacement_tables"} <= set(db.table_names())


def test_an_unknown_step_is_refused():
    db = Database(memory=True)
    upgrade(db)
    db["_sqlite_migrations"].insert(
        {"migration_set": "landfall", "name": "0002_unheard_of", "applied_at": ""}
    )
    with pytest.raises(NewerWorkspace, match="0002_unheard_of"):
        upgrade(db)
