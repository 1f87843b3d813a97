"""Opens Parquet files; columns within columns are laid side by side."""

from __future__ import annotations

from pathlib import Path

import duckdb

from data.ingest.headers import unique
from data.ingest.limits import COLUMN_LIMIT
from data.ingest.model import IngestError, Sheet
from frameworks.labels import N_

#: Types whose text DuckDB gives just so.
_PLAIN = {
    "boolean", "tinyint", "smallint", "integer", "bigint", "hugeint", "utinyint", "usmallint", "uinteger", "ubigint",
    "uhugeint", "float", "double", "decimal", "date", "time", "timestamp", "varchar", "enum", "uuid",
}  # fmt: skip


def sheet_of(path: Path, name: str, title: str, target: Path) -> Sheet:
    """Return the table in a Parquet file.

    target: a path ending in ".parquet", for a link to the file, or for the table laid flat where columns hold records.
    Raises ``IngestError`` for a damaged file and for too many columns.
    """
    target.symlink_to(path.absolute())
    try:
        with duckdb.connect(config={"memory_limit": "1GB", "threads": 2}) as con:
            con.execute("SET TimeZone = 'UTC'")
            relation = con.sql("SELECT * FROM read_parquet(?)", params=[str(target)])
            columns = [
                part
                for column, kind in zip(relation.columns, relation.types, strict=True)
                for part in _parts(f'"{_escaped(column)}"', column, kind)
            ]
            if len(columns) > COLUMN_LIMIT:
                raise IngestError(
                    N_("{name} has {count} columns; up to {limit} are read. Leave out the columns you do not need."),
                    name=name,
                    count=len(columns),
                    limit=COLUMN_LIMIT,
                )
            headers = unique([header for _, header, _ in columns])
            if not all(plain for _, _, plain in columns):
                flat = target.with_name(f"flat-{target.name}")
                listed = ", ".join(f"{cell} AS c{place}" for place, (cell, _, _) in enumerate(columns))
                into = str(flat).replace("'", "''")
                con.execute(f"COPY (SELECT {listed} FROM read_parquet(?)) TO '{into}' (FORMAT parquet)", [str(target)])
                target = flat
            ((rows,),) = con.execute("SELECT count(*) FROM read_parquet(?)", [str(target)]).fetchall()
    except duckdb.Error as error:
        raise IngestError(
            N_("{name} is damaged and cannot be opened. Write the Parquet file again."), name=name
        ) from error
    return Sheet(path=target, headers=headers, first_line=1, title=title, rows=rows)


def _parts(cell: str, header: str, kind: duckdb.DuckDBPyType) -> list[tuple[str, str, bool]]:
    """Return (expression, header, whether it is the column as it stands) for each column within a column."""
    if kind.id == "struct":
        return [
            (inner, under, False)
            for field, type_ in kind.children
            for inner, under, _ in _parts(f'{cell}."{_escaped(field)}"', f"{header}.{field}", type_)
        ]
    if kind.id == "timestamp with time zone":
        return [(f"strftime({cell}, '%Y-%m-%d %H:%M:%S.%f+00:00')", header, False)]
    if kind.id == "blob":
        return [("NULL::VARCHAR", header, False)]
    return [(cell if kind.id in _PLAIN else f"CAST({cell} AS VARCHAR)", header, kind.id in _PLAIN)]


def _escaped(name: str) -> str:
    return name.replace('"', '""')
