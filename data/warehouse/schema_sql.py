"""Prints what makes the canonical tables in PostgreSQL or Spark, and takes the local rows there.

``python -m data.warehouse.schema_sql postgres|spark [--schema NAME] [--rows FOLDER]``
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.warehouse.file import open_file
from data.warehouse.schema import literal, quoted
from data.warehouse.translating import RATES
from data.warehouse.warehouse import Warehouse
from data.workspace_file import default_folder
from frameworks.kpi.compile import SCHEMAS, transpile
from frameworks.kpi.tables import TABLES
from frameworks.labels import Sentence

ENGINES = ("postgres", "spark")

_RATES = (("currency", "VARCHAR"), ("day", "DATE"), ("to_eur", "DOUBLE"))


def columns(table: str) -> tuple[tuple[str, str], ...]:
    """Return name and DuckDB type of each column of a canonical table, or of the exchange rates."""
    return _RATES if table == RATES else tuple((column.name, column.type) for column in TABLES[table].columns)


def tables_sql(dialect: str, schema: str | None = None) -> str:
    """Return the statements that make every canonical table and ``exchange_rates``, where they are missing."""
    return "\n\n".join(_table(name, dialect, schema) for name in (*TABLES, RATES)) + "\n"


def rows_sql(dialect: str, schema: str | None, home: Path, folder: Path) -> str:
    """Write the rows of the workspace ``home`` to ``folder``, a file a table, and return what takes them in.

    PostgreSQL reads CSV through psql (``\\copy``), Spark reads Parquet. Customers stay the keys they are.
    Raises Sentence when the rows cannot be read, OSError when they cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kind = {"postgres": "csv", "spark": "parquet"}[dialect]
    options = "FORMAT csv, HEADER true" if kind == "csv" else "FORMAT parquet"
    statements = []
    Warehouse(home)  # opening it takes out what is no longer to be kept
    opened = open_file(home)
    for name in (*TABLES, RATES):
        file = folder.resolve() / f"{name}.{kind}"
        listed = ", ".join(quoted(column) for column, _type in columns(name))
        with opened.reading() as cursor:
            cursor.execute(f"COPY (SELECT {listed} FROM {name}) TO {literal(str(file))} ({options})")
        place = f"{schema or SCHEMAS[dialect]}.{name}"
        if dialect == "postgres":
            statements.append(f"\\copy {place} ({listed}) FROM {literal(str(file))} WITH (FORMAT csv, HEADER true)")
        else:
            statements.append(f"INSERT INTO {place} SELECT * FROM parquet.`{str(file).replace('`', '``')}`;")
    return "\n".join(statements) + "\n"


def _table(name: str, dialect: str, schema: str | None) -> str:
    listed = ", ".join(f"{quoted(column)} {kind}" for column, kind in columns(name))
    made = transpile(f"CREATE TABLE IF NOT EXISTS {schema or SCHEMAS[dialect]}.{name} ({listed})", dialect)
    return f"{made} USING parquet;" if dialect == "spark" else f"{made};"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the statements; returns 1 where the local warehouse cannot be read."""
    asked = argparse.ArgumentParser(prog="python -m data.warehouse.schema_sql", description=__doc__.partition("\n")[0])
    asked.add_argument("engine", choices=ENGINES)
    asked.add_argument("--schema", help="where the tables lie; by default the engine's own place", type=_plain)
    asked.add_argument(
        "--rows", metavar="FOLDER", type=Path, help="write the local rows there, print what takes them in"
    )
    given = asked.parse_args(arguments)
    print(tables_sql(given.engine, given.schema), end="")
    if given.rows:
        try:
            print("\n" + rows_sql(given.engine, given.schema, default_folder(), given.rows), end="")
        except (Sentence, OSError) as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def _plain(schema: str) -> str:
    if not (schema.isascii() and all(part.isidentifier() for part in schema.split("."))):
        raise argparse.ArgumentTypeError("a schema is a plain name")
    return schema


if __name__ == "__main__":
    sys.exit(main())
