"""The warehouse's tables and the numbered, forward-only steps that made them.

Schema ``main`` holds under each canonical name the rows that count now. ``<table>_superseded`` holds
those that do not: replaced by a newer upload, covered by another report, or of an upload taken out.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable

import duckdb

from data.migrations import NewerWorkspace, WorkspaceError
from frameworks.kpi.tables import TABLES, Table
from frameworks.labels import N_


class WarehouseError(WorkspaceError):
    """The warehouse could not do it; the message is a sentence for the user."""


class NotAWarehouse(ValueError):
    """The file holds tables, but not ours: it is set aside, and nobody needs to be told more."""


class NewerWarehouse(NewerWorkspace, WarehouseError):
    """The file was written by a newer Landfall, which alone knows what its rows mean."""


def superseded(table: str) -> str:
    """Return the name of the table that holds the rows of ``table`` that do not count now."""
    return f"{table}_superseded"


def quoted(name: str) -> str:
    """Return a column's name as SQL takes it whatever it is (``at`` is a reserved word)."""
    return f'"{name}"'


def literal(text: str) -> str:
    """Return text as SQL writes it."""
    return "'" + str(text).replace("'", "''") + "'"


def _columns(table: Table) -> str:
    return ", ".join(f"{quoted(column.name)} {column.type}{_packing(table, column.name)}" for column in table.columns)


def _packing(table: Table, column: str) -> str:
    """Leave hashes and identifiers as they are: packing them takes a quarter of an import, and slows every question."""
    return " USING COMPRESSION uncompressed" if column == "customer_key" or table.key == (column,) else ""


def _start(cursor: duckdb.DuckDBPyConnection) -> None:
    for table in TABLES.values():
        cursor.execute(f"CREATE TABLE {table.name} ({_columns(table)})")
        cursor.execute(f"CREATE TABLE {superseded(table.name)} ({_columns(table)}, superseded_by BIGINT)")
    cursor.execute("CREATE SEQUENCE import_numbers")
    cursor.execute(
        """
        CREATE TABLE imports (
            import_id BIGINT NOT NULL,
            name VARCHAR NOT NULL,
            digest VARCHAR NOT NULL,
            size BIGINT,
            platform VARCHAR NOT NULL,
            kind VARCHAR NOT NULL,
            account VARCHAR NOT NULL,
            settings VARCHAR NOT NULL,
            added_at TIMESTAMP NOT NULL,
            undone_at TIMESTAMP,
            state VARCHAR NOT NULL,
            replaced_by BIGINT,
            expired BOOLEAN NOT NULL DEFAULT false,
            first_day DATE,
            last_day DATE,
            report VARCHAR NOT NULL
        )
        """
    )
    # What an upload holds of each source and account: its days, the dimensions its rows are split by, whether
    # each row is of a single day, and its weight: of rows with one key the one of the weightiest upload counts.
    cursor.execute(
        """
        CREATE TABLE import_parts (
            import_id BIGINT NOT NULL,
            table_name VARCHAR NOT NULL,
            source VARCHAR NOT NULL,
            account VARCHAR NOT NULL,
            rows BIGINT NOT NULL,
            first_day DATE,
            last_day DATE,
            split VARCHAR NOT NULL,
            daily BOOLEAN NOT NULL,
            weight BIGINT NOT NULL
        )
        """
    )
    cursor.execute("CREATE TABLE exchange_rates (currency VARCHAR NOT NULL, day DATE NOT NULL, to_eur DOUBLE NOT NULL)")


STEPS: tuple[Callable[[duckdb.DuckDBPyConnection], None], ...] = (_start,)
"""What brings version n to n + 1. A step, once released, is never edited."""


def upgrade(cursor: duckdb.DuckDBPyConnection) -> None:
    """Bring an open file to today's schema, inside the caller's transaction.

    Raises NewerWarehouse when the file has taken a step this Landfall does not know, WarehouseError when
    it is somebody else's database.
    """
    version = found_version(cursor)
    if version is None:
        cursor.execute("CREATE TABLE about (key VARCHAR NOT NULL, value VARCHAR NOT NULL)")
        cursor.execute("INSERT INTO about VALUES ('id', ?), ('changes', '0'), ('schema', '0')", [uuid.uuid4().hex[:12]])
        version = 0
    if version > len(STEPS):
        raise NewerWarehouse(
            N_(
                "The uploads in this workspace were written by a newer Landfall (step {step}); "
                "update Landfall, or set LANDFALL_HOME to another folder to start a second workspace."
            ),
            step=str(version),
        )
    for step in STEPS[version:]:
        step(cursor)
    if version < len(STEPS):
        cursor.execute("UPDATE about SET value = ? WHERE key = 'schema'", [str(len(STEPS))])


def found_version(cursor: duckdb.DuckDBPyConnection) -> int | None:
    """Return the schema's number, None for an empty file; raises NotAWarehouse for a stranger's."""
    names = {
        name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary").fetchall()
    }
    if not names:
        return None
    if "about" not in names:
        raise NotAWarehouse
    rows = cursor.execute("SELECT value FROM about WHERE key = 'schema'").fetchall()
    return int(rows[0][0]) if rows else 0
