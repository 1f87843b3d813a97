"""Settles which rows count: for each key those of the latest upload in force, and no day twice.

Every change of the set of uploads in force (one added, taken out, put back) ends here, so that the
rows that count are a function of that set alone, whatever the order in which it came about.
"""

from __future__ import annotations

from collections.abc import Collection

import duckdb

from data.warehouse.covering import PERIODS, find_covered
from data.warehouse.schema import quoted, superseded
from data.warehouse.uploads import ACTIVE
from frameworks.kpi.tables import TABLES, Table

Cursor = duckdb.DuckDBPyConnection


def settle(cursor: Cursor, changed: Collection[int], *, fresh: bool = False) -> dict[str, int]:
    """Bring the tables in line after uploads came into force or went out of it.

    fresh: they were just taken in, are the latest of all, and all their rows stand.
    Returns, by table, the rows of ``changed`` that another report of the same days covers.
    """
    covered = {}
    numbers = ", ".join(str(int(number)) for number in changed) or "NULL"
    found = cursor.execute(f"SELECT DISTINCT table_name FROM import_parts WHERE import_id IN ({numbers})").fetchall()
    for (name,) in found:
        alone = not cursor.execute(_MEETS.format(numbers=numbers), [name]).fetchall()[0][0]
        if alone and not fresh:
            _move_whole(cursor, TABLES[name], numbers)
        elif not alone and fresh and name not in PERIODS and _outweighs(cursor, name, numbers):
            _replace(cursor, TABLES[name], changed)
        elif not alone:
            covered[name] = _settle_table(cursor, TABLES[name], numbers)
    return {name: rows for name, rows in covered.items() if rows}


_MEETS = """
    SELECT count(*) > 0 FROM import_parts mine JOIN import_parts other USING (table_name, source, account)
    WHERE table_name = ? AND mine.import_id IN ({numbers}) AND other.import_id NOT IN ({numbers})
"""
# Whether other uploads tell of the same source and account.


def _outweighs(cursor: Cursor, name: str, numbers: str) -> bool:
    """Whether the uploads outweigh every other of the table, so that each row they have replaces an older one."""
    return cursor.execute(
        f"SELECT min(weight) FILTER (import_id IN ({numbers})) >= max(weight) FROM import_parts WHERE table_name = ?",
        [name],
    ).fetchall()[0][0]


def _move_whole(cursor: Cursor, table: Table, numbers: str) -> None:
    """Take uploads out or put them back where no other row is concerned."""
    names, aside = ", ".join(map(quoted, table.names)), superseded(table.name)
    for active, source, target in ((True, aside, table.name), (False, table.name, aside)):
        those = f"import_id IN (SELECT import_id FROM imports WHERE import_id IN ({numbers}) AND (state = '{ACTIVE}') = {active})"
        cursor.execute(f"INSERT INTO {target} ({names}) SELECT {names} FROM {source} WHERE {those}")
        cursor.execute(f"DELETE FROM {source} WHERE {those}")


def _replace(cursor: Cursor, table: Table, changed: Collection[int]) -> None:
    """Let the rows of the latest upload take the place of older ones with their key."""
    (number,) = changed
    names, aside = ", ".join(map(quoted, table.names)), superseded(table.name)
    keys = ("source", "account", *table.key)
    new = f"(SELECT DISTINCT {', '.join(map(quoted, keys))} FROM {table.name} WHERE import_id = {number})"
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE touched AS {new}")
    older = f"import_id <> {number} AND EXISTS (SELECT 1 FROM touched t WHERE {same('t', table.name, keys)})"
    cursor.execute(f"INSERT INTO {aside} ({names}) SELECT {names} FROM {table.name} WHERE {older}")
    cursor.execute(f"DELETE FROM {table.name} WHERE {older}")
    cursor.execute(
        f"UPDATE {aside} SET superseded_by = {number} WHERE EXISTS (SELECT 1 FROM touched t WHERE {same('t', aside, keys)})"
    )


def _settle_table(cursor: Cursor, table: Table, numbers: str) -> int:
    aside = superseded(table.name)
    keys = ("source", "account", *table.key)
    key = ", ".join(map(quoted, keys))
    # Periods interact beyond their own key, so there every key of the source and account is looked at.
    reach = ("source", "account") if table.name in PERIODS else keys
    everything = (
        f"(SELECT rowid AS rid, true AS stands, * FROM {table.name} UNION ALL BY NAME "
        f"SELECT rowid AS rid, false AS stands, * FROM {aside})"
    )
    cursor.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT {", ".join(map(quoted, reach))}
        FROM {everything} WHERE import_id IN ({numbers})
        """
    )
    covered = (
        find_covered(cursor, table, everything) if table.name in PERIODS else "SELECT NULL, NULL, NULL WHERE false"
    )
    cursor.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE verdicts AS
        WITH near AS (
            SELECT r.rid, r.stands, r.import_id, {", ".join(f"r.{quoted(name)}" for name in keys)},
                   c.covered_by, i.state = '{ACTIVE}' AND c.covered_by IS NULL AS eligible, p.weight
            FROM {everything} r JOIN imports i USING (import_id)
            JOIN import_parts p ON p.import_id = r.import_id AND p.table_name = '{table.name}'
                AND p.source = r.source AND p.account = r.account
            LEFT JOIN ({covered}) c(stands, rid, covered_by) ON c.rid = r.rid AND c.stands = r.stands
            WHERE EXISTS (SELECT 1 FROM touched t WHERE {same("t", "r", reach)})
        )
        SELECT rid, stands, import_id, covered_by, eligible,
               arg_max(import_id, weight) FILTER (eligible) OVER (PARTITION BY {key}) AS winner
        FROM near
        """
    )
    _move(cursor, table, aside)
    return cursor.execute(
        f"SELECT count(*) FROM verdicts WHERE covered_by IS NOT NULL AND import_id IN ({numbers})"
    ).fetchall()[0][0]


def _move(cursor: Cursor, table: Table, aside: str) -> None:
    names = ", ".join(map(quoted, table.names))
    counts = "eligible AND import_id = winner"
    falling = f"SELECT rid FROM verdicts WHERE stands AND NOT ({counts})"
    rising = f"SELECT rid FROM verdicts WHERE NOT stands AND {counts}"
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE rising AS SELECT {names} FROM {aside} WHERE rowid IN ({rising})")
    cursor.execute(
        f"""
        UPDATE {aside} SET superseded_by = coalesce(v.covered_by, v.winner) FROM verdicts v
        WHERE v.rid = {aside}.rowid AND NOT v.stands
        AND {aside}.superseded_by IS DISTINCT FROM coalesce(v.covered_by, v.winner)
        """
    )
    cursor.execute(f"DELETE FROM {aside} WHERE rowid IN ({rising})")
    cursor.execute(
        f"""
        INSERT INTO {aside} ({names}, superseded_by)
        SELECT {", ".join(f"r.{quoted(name)}" for name in table.names)}, coalesce(v.covered_by, v.winner)
        FROM {table.name} r JOIN verdicts v ON v.rid = r.rowid WHERE v.stands AND NOT ({counts.replace("import_id", "v.import_id")})
        """
    )
    cursor.execute(f"DELETE FROM {table.name} WHERE rowid IN ({falling})")
    cursor.execute(f"INSERT INTO {table.name} ({names}) SELECT {names} FROM rising")
    cursor.execute("DROP TABLE rising")


def same(one: str, other: str, names: Collection[str]) -> str:
    """Return the condition that two rows agree in columns, null being a value like any other."""
    return " AND ".join(f"{one}.{quoted(name)} IS NOT DISTINCT FROM {other}.{quoted(name)}" for name in names)
