"""Takes the staged rows of an upload in: numbers what has no key, merges repeats, notes what the upload covers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

import duckdb

from data.warehouse.schema import literal, quoted
from frameworks.kpi.tables import TABLES, Table

Cursor = duckdb.DuckDBPyConnection

GROUPED = ("order_lines", "sessions", "spend")
"""Tables where several rows of one file may share a key: the lines of an order, a report split further than
the key tells. They are replaced together, never merged."""

NUMBERED = ("orders", "payments", "tickets", "surveys", "reviews")
"""Tables whose rows get an identifier made of their content where the file gives none."""


LIGHT_KINDS = ("order_items",)
"""Kinds of exports whose orders are put together from something else."""

FULL = 1 << 40


Sums = Mapping[tuple[str, str], tuple[Decimal, Decimal]]
"""By column and currency: what all rows of an upload come to, and what those that were moved do."""


@dataclass(frozen=True)
class Taken:
    """Rows of one table that were taken in, and how many repeated a key of the same file and gave way."""

    rows: int
    repeats: int
    sums: Sums = field(default_factory=dict)


def take_in(
    cursor: Cursor,
    staged: Mapping[str, Collection[str]],
    number: int,
    source: str,
    account: str,
    kind: str = "",
    landed: Mapping[str, bool] = MappingProxyType({}),
) -> dict[str, Taken]:
    """Put the staged rows among those that count, as upload ``number``; the caller settles what they replace.

    staged:          the columns of each staged table, by canonical name.
    source, account: of the rows that do not say.
    kind:            of the export.
    """
    taken = {}
    for name, columns in staged.items():
        table = TABLES[name]
        if name not in landed:
            origin = {"source": source, "account": account}
            insert_rows(cursor, table, columns, str(int(number)), f"staged_{name}", origin)
        unique = landed.get(name, False)
        if name in NUMBERED and not unique:
            _number_rows(cursor, table, number)
        repeats, sums = (0, {}) if name in GROUPED or unique else _merge_repeats(cursor, table, number)
        taken[name] = Taken(_note_parts(cursor, table, number, weigh(name, kind, number)), repeats, sums)
    return taken


def insert_rows(
    cursor: Cursor,
    table: Table,
    columns: Collection[str],
    number: str,
    relation: str,
    origin: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Put the rows of ``relation`` among those that count.

    columns: those it has. number: SQL of the upload's number. origin: source and account of the rows that do not say.
    """
    values = {
        column: f"coalesce({column if column in columns else 'NULL'}, {literal(origin[column])})"
        if column in origin
        else quoted(column)
        for column in table.names
        if (column in columns or column in origin) and column != "import_id"
    }
    cursor.execute(
        f"INSERT INTO {table.name} ({', '.join(map(quoted, values))}, import_id) "
        f"SELECT {', '.join(values.values())}, {number} FROM {relation}"
    )


def _number_rows(cursor: Cursor, table: Table, number: int) -> None:
    """Give rows without an identifier one made of their content.

    The same row of the same export gets the same one again; a row that occurs twice is two rows.
    """
    first = table.key[0]
    cells = ", ".join(quoted(column) for column in table.names if column not in (first, "import_id"))
    nameless = f"import_id = {int(number)} AND {first} IS NULL"
    cursor.execute(
        f"""
        UPDATE {table.name} SET {first} = '#' || made.content || '-' || made.nth FROM (
            SELECT rid, content, row_number() OVER (PARTITION BY content ORDER BY rid) AS nth FROM (
                SELECT rowid AS rid, md5(CAST(ROW({cells}) AS VARCHAR)) AS content FROM {table.name} WHERE {nameless}
            )
        ) made WHERE made.rid = {table.name}.rowid AND {nameless}
        """
    )


def _merge_repeats(cursor: Cursor, table: Table, number: int) -> tuple[int, Sums]:
    """Of rows that share a key keep the last one of the file; return how many gave way and what they came to."""
    key = ", ".join(map(quoted, ("source", "account", *table.key)))
    known = f"import_id = {number} AND {quoted(table.key[0])} IS NOT NULL"
    # Hashes first: they need a fraction of the memory, and equal counts prove that there is no repeat.
    rows, different = cursor.execute(
        f"SELECT count(*), count(DISTINCT hash({key})) FROM {table.name} WHERE {known}"
    ).fetchall()[0]
    if rows == different:
        return 0, {}
    last = f"SELECT max(rowid) FROM {table.name} WHERE {known} GROUP BY {key}"
    gone = f"{known} AND rowid NOT IN ({last})"
    sums = sums_of(cursor, table, f"(SELECT *, {gone} AS moved FROM {table.name}) WHERE import_id = {number}")
    return cursor.execute(f"DELETE FROM {table.name} WHERE {gone}").fetchall()[0][0], sums


def sums_of(cursor: Cursor, table: Table, rows: str) -> Sums:
    """Return what the amounts and counts of ``rows`` come to, all of them and those that are ``moved``."""
    columns = [column.name for column in table.columns if column.type.startswith(("DECIMAL", "DOUBLE"))]
    currency = "coalesce(currency, '')" if "currency" in table.names else "''"
    each = [f"coalesce(sum(CAST({c} AS DECIMAL(38,4))){of}, 0)" for c in columns for of in ("", " FILTER (moved)")]
    found = {}
    for code, *sums in cursor.execute(f"SELECT {currency}, {', '.join(each)} FROM {rows} GROUP BY 1").fetchall():
        found |= {(name, code): (sums[2 * place], sums[2 * place + 1]) for place, name in enumerate(columns)}
    return found


def _note_parts(cursor: Cursor, table: Table, number: int, weight: int) -> int:
    """Note what the upload holds of each source and account, so that later ones know what they meet."""
    periods = "period_start" in table.names
    first = f"min({quoted(table.day)})::DATE" if table.day else "NULL"
    last = first.replace("min(", "max(")
    split, daily = "''", "true"
    if periods:
        last = "max(coalesce(period_end, period_start))"
        given = [f"CASE WHEN count({value}) > 0 THEN '{name}' END" for name, value in dimensions(table).items()]
        split, daily = f"concat_ws(' ', {', '.join(given)})", "coalesce(bool_and(period_start = period_end), true)"
    cursor.execute(
        f"""
        INSERT INTO import_parts (import_id, table_name, source, account, rows, first_day, last_day, split, daily, weight)
        SELECT {number}, '{table.name}', source, account, count(*), {first}, {last}, {split}, {daily}, {weight}
        FROM {table.name} WHERE import_id = {number} GROUP BY source, account
        """
    )
    counted = "SELECT coalesce(sum(rows), 0)::BIGINT FROM import_parts WHERE import_id = ? AND table_name = ?"
    return cursor.execute(counted, [number, table.name]).fetchall()[0][0]


def weigh(table: str, kind: str, number: int) -> int:
    """Return what decides between rows with one key: the later upload, but an export of orders before one of items.

    A platform that exports both says less about the order in its export of items, whichever comes later.
    """
    return number + (0 if table == "orders" and kind in LIGHT_KINDS else FULL)


def dimensions(table: Table) -> dict[str, str]:
    """Return the dimensions that a report may be split by, each with an expression for its value."""
    found = {name: f"coalesce({name}_said, {name})" for name in ("market", "channel", "device") if name in table.names}
    return {**found, "campaign": "campaign"} if "campaign" in table.names else found
