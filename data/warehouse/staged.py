"""The staged tables: an upload's rows in the canonical shape, before they count."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pandas as pd

from data.warehouse.schema import WarehouseError, literal, quoted
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_

PREFIX = "staged_"


def staged_tables(cursor: duckdb.DuckDBPyConnection) -> dict[str, set[str]]:
    """Return the columns of each staged table or view of this connection, by canonical name."""
    found = cursor.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'temp' AND starts_with(table_name, ?)",
        [PREFIX],
    ).fetchall()
    columns: dict[str, set[str]] = {}
    for table, column in found:
        if table.removeprefix(PREFIX) in TABLES:
            columns.setdefault(table.removeprefix(PREFIX), set()).add(column)
    return columns


def stage_frames(
    cursor: duckdb.DuckDBPyConnection, frames: Mapping[str, pd.DataFrame], platform: str, account: str
) -> None:
    """Stage frames in the canonical shape; raises WarehouseError for a table or column there is not."""
    for name, frame in frames.items():
        if name not in TABLES:
            raise WarehouseError(N_("There is no table called {name}."), name=name)
        table = TABLES[name]
        strange = [str(column) for column in frame.columns if column not in table.names]
        if strange:
            raise WarehouseError(N_("The table {name} has no column {column}."), name=name, column=strange[0])
        given = {
            column.name: f"CAST({quoted(column.name)} AS {column.type})"
            for column in table.columns
            if column.name in frame
        }
        given["source"] = f"coalesce({given.get('source', 'NULL')}, {literal(platform)})"
        given["account"] = f"coalesce({given.get('account', 'NULL')}, {literal(account)})"
        cursor.register("frame_to_stage", frame.reset_index(drop=True))
        chosen = ", ".join(f"{expression} AS {quoted(column)}" for column, expression in given.items())
        cursor.execute(f"CREATE OR REPLACE TEMP TABLE {PREFIX}{name} AS SELECT {chosen} FROM frame_to_stage")
        cursor.unregister("frame_to_stage")
