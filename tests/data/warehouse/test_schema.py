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


def test_hashes_and_identifiers_are_kept_as_they_are(tmp_path):
    with duckdb.connect(tmp_path / "kpi.duckdb") as cursor:
        upgrade(cursor)
        cursor.execute(
            "INSERT INTO orders (order_id, customer_key, market) "
            "SELECT 'A' || i, md5(i::VARCHAR), 'DEU' FROM range(200000) r(i)"
        )
        cursor.execute("CHECKPOINT")
        packed = cursor.execute(
            "SELECT DISTINCT column_name FROM pragma_storage_info('orders') "
            "WHERE segment_type = 'VARCHAR' AND compression <> 'Uncompressed' AND column_name IN "
            "('order_id', 'customer_key', 'market')"
        ).fetchall()
    assert packed == [("market",)]


def test_an_empty_file_has_no_version_and_a_strangers_is_told_apart(cursor):
    assert found_version(cursor) is None
    cursor.execute("CREATE TABLE theirs (a INTEGER)")
    with pytest.raises(NotAWarehouse):
        found_version(cursor)


def test_text_is_written_safely(cursor):
    hostile = "o'neil'; DROP TABLE x; --"
    assert cursor.execute(f"SELECT {literal(hostile)}").fetchall() == [(hostile,)]
