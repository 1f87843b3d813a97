"""The tables are the canonical ones; steps are recorded once."""

from __future__ import annotations

import duckdb
import pytest

from data.warehouse.schema import STEPS, NotAWarehouse, found_version, literal, superseded, upgrade
from frameworks.kpi.tables import TABLES


@pytest.fixture
def cursor():
    with duckdb.connect() as connection:
        yield connection


def test_every_canonical_table_is_there_twice(cursor):
    for _ in range(2):
        upgrade(cursor)
    assert found_version(cursor) == len(STEPS)
    for table in TABLES.values():
        columns = cursor.execute(f"DESCRIBE {table.name}").fetchall()
        assert [(name, kind) for name, kind, *_ in columns] == [(column.name, column.type) for column in table.columns]
        assert [row[0] for row in cursor.execute(f"DESCRIBE {superseded(table.name)}").fetchall()] == [
            *table.names, "superseded_by",
        ]  # fmt: skip


def test_an_empty_file_has_no_version_and_a_strangers_is_told_apart(cursor):
    assert found_version(cursor) is None
    cursor.execute("CREATE TABLE theirs (a INTEGER)")
    with pytest.raises(NotAWarehouse):
        found_version(cursor)


def test_text_is_written_safely(cursor):
    hostile = "o'neil'; DROP TABLE x; --"
    assert cursor.execute(f"SELECT {literal(hostile)}").fetchall() == [(hostile,)]
