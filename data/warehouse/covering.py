"""Finds period rows that would count a day twice because another report of the same account covers it.

A tool reports the same visits by day and as a total, by country and by channel. Of reports that
differ in their periods or in what they are split by, the earlier upload counts and what a later one
tells about the same days is set aside. Reports of one kind replace each other row by row instead.
"""

from __future__ import annotations

import duckdb

from data.warehouse.merging import dimensions
from data.warehouse.schema import quoted
from data.warehouse.uploads import ACTIVE
from frameworks.kpi.tables import Table

Cursor = duckdb.DuckDBPyConnection

PERIODS = ("sessions", "spend")
"""Tables whose rows tell of periods."""


def find_covered(cursor: Cursor, table: Table, rows: str) -> str:
    """Return a SELECT of (stands, rid, covered_by) for the rows of touched accounts that must not count.

    rows: a subquery of the table's rows wherever they lie, with ``rid`` and ``stands``.
    """
    names = dimensions(table)
    split = ", ".join(f"{value} AS {name}" for name, value in names.items())
    cursor.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE claims AS
        SELECT DISTINCT import_id, source, account, period_start, period_end, {split}, CAST(NULL AS BIGINT) AS covered_by
        FROM {rows} r WHERE (source, account) IN (SELECT (source, account) FROM touched)
        AND import_id IN (SELECT import_id FROM imports WHERE state = '{ACTIVE}')
        """
    )
    pairs = cursor.execute(_DIFFERING, [table.name]).fetchall()
    compatible = " AND ".join(
        f"(mine.{name} IS NULL OR other.{name} IS NULL OR mine.{name} = other.{name})" for name in names
    )
    for mine, others, split_alike in pairs:
        unlike = "mine.period_start <> other.period_start OR mine.period_end <> other.period_end"
        cursor.execute(
            f"""
            UPDATE claims SET covered_by = found.import_id FROM (
                SELECT mine.rowid AS rid, min(other.import_id) AS import_id FROM claims mine JOIN claims other
                ON mine.source = other.source AND mine.account = other.account
                AND mine.period_start <= other.period_end AND mine.period_end >= other.period_start
                WHERE mine.import_id = {mine} AND other.import_id = {others} AND other.covered_by IS NULL
                AND {compatible} AND ({unlike if split_alike else "true"})
                GROUP BY 1
            ) found WHERE claims.rowid = found.rid AND claims.covered_by IS NULL
            """
        )
    same = " AND ".join(f"c.{name} IS NOT DISTINCT FROM ({_of('r', table, name)})" for name in names)
    return f"""
        SELECT r.stands, r.rid, c.covered_by FROM {rows} r JOIN claims c
        ON c.import_id = r.import_id AND c.source = r.source AND c.account = r.account
        AND c.period_start IS NOT DISTINCT FROM r.period_start AND c.period_end IS NOT DISTINCT FROM r.period_end AND {same}
        WHERE c.covered_by IS NOT NULL
    """


def _of(alias: str, table: Table, name: str) -> str:
    if f"{name}_said" in table.names:
        return f"coalesce({alias}.{quoted(name + '_said')}, {alias}.{quoted(name)})"
    return f"{alias}.{quoted(name)}"


# Pairs of uploads, each with every earlier one, that overlap and could count a day twice: alone those whose
# rows are not all of single days split by the same dimensions.
_DIFFERING = f"""
    SELECT DISTINCT mine.import_id, other.import_id, mine.split = other.split
    FROM import_parts mine JOIN import_parts other USING (table_name, source, account)
    JOIN imports i ON i.import_id = mine.import_id JOIN imports o ON o.import_id = other.import_id
    WHERE table_name = ? AND i.state = '{ACTIVE}' AND o.state = '{ACTIVE}' AND other.import_id < mine.import_id
    AND mine.first_day <= other.last_day AND mine.last_day >= other.first_day
    AND (source, account) IN (SELECT (source, account) FROM touched)
    AND NOT (mine.split = other.split AND mine.daily AND other.daily)
    ORDER BY 1, 2
"""
