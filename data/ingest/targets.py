"""Writes the canonical rows: the tables ``staged_<name>`` in the same connection, merged where rows share a key."""

from __future__ import annotations

import re
from dataclasses import dataclass

import duckdb

from data.ingest.amounts import DECIMAL
from data.ingest.model import Target
from data.ingest.privacy import blank_email_sql, blank_sql
from data.ingest.shapes import named, quoted
from data.ingest.typed import Reading, inside, mentions
from data.ingest.values import READERS
from frameworks.kpi.tables import TABLES

FREE_TEXT = ("comment", "text")
_FIXED = ("import_id",)


@dataclass(frozen=True)
class Written:
    """A target's rows: the relation that holds them, and the measures it carries as ``kept <alias>`` columns.

    merged: whether rows that share a key became one; the relation then also has ``spare <alias>``, what the
    other rows of the key held.
    """

    place: int
    target: Target
    relation: str
    measures: tuple[str, ...]
    merged: bool


def columns_sql(reading: Reading, target: Target) -> dict[str, str]:
    """Return canonical column to SQL over aliases, cast and free of personal data; nothing for those the file lacks."""
    chosen = {}
    ours = {"customer_key", *(field.alias for field in reading.layout.fields if field.type in READERS)}
    for column in TABLES[target.table].columns:
        if column.name in _FIXED:
            continue
        if column.name == "source":
            chosen[column.name] = quoted(reading.layout.platform)
        elif column.name == "account":
            chosen[column.name] = quoted(reading.account)
        elif column.name == "market" and "market" in reading.constants:
            # The market a person names for the file is that of the rows that say none.
            own, said = (f"({target.columns.get(name, 'NULL')})" for name in ("market", "market_said"))
            chosen["market"] = (
                f"CAST(CASE WHEN {said} IS NULL THEN {reading.constants['market']} ELSE {own} END AS VARCHAR)"
            )
        elif column.name not in target.columns:
            chosen[column.name] = f"NULL::{column.type}"
        else:
            # A value too big for its type is null, and the row's measure tells that it is missing.
            expression = re.sub(r"(?<!_)\bCAST\s*\(", "TRY_CAST(", target.columns[column.name])
            if column.name in FREE_TEXT:
                expression = blank_sql(f"({expression})")
            elif expression in ours:
                pass
            elif column.type == "VARCHAR" and "(" not in expression and "'" not in expression:
                expression = blank_email_sql(expression)
            if " OVER " not in expression and re.search(r"[*+-]", expression):
                expression = f"TRY({expression})"
            chosen[column.name] = f"TRY_CAST(({expression}) AS {column.type})"
    return chosen


def measures_of(reading: Reading, target: Target) -> tuple[str, ...]:
    """The measures that this target, and none before it, carries."""
    targets = reading.layout.targets
    mine = []
    for alias in reading.layout.measures:
        users = [one for one in targets if any(mentions(sql, alias) for sql in one.columns.values())]
        if (users[0] if users else targets[0]) is target and reading.column(alias) is not None:
            mine.append(alias)
    return tuple(mine)


def merge_of(target: Target, alias: str) -> str:
    """How a measure is merged: as the canonical column that shows it."""
    for name, expression in target.columns.items():
        if mentions(expression, alias) and name in target.merge:
            return target.merge[name]
    return "first"


def merged_sql(expression: str, how: str, kind: str | None = None) -> str:
    """Return the aggregate that merges a column's values over the rows of a key."""
    aggregate = {
        "first": f"arg_min({expression}, line)",
        "last": f"arg_max({expression}, line)",
        "sum": f"sum({expression})",
        "max": f"max({expression})",
        "min": f"min({expression})",
    }[how]
    return f"TRY_CAST({aggregate} AS {kind})" if kind and how == "sum" else aggregate


def write(
    con: duckdb.DuckDBPyConnection, reading: Reading, place: int, *, merging: bool, stream: bool, all_rows: bool = False
) -> Written:
    """Make the relation of a target's rows and return what it is.

    all_rows: every row of the file is of the target and counts; then none need be looked at for that again.
    """
    target = reading.layout.targets[place]
    relation = f"{reading.prefix}target_{place}"
    chosen = columns_sql(reading, target)
    measures = measures_of(reading, target)
    shown = ", ".join(f"{sql} AS {named(name)}" for name, sql in chosen.items())
    source = f"{reading.rows} WHERE outcome = 0 AND {inside(place)}"
    if all_rows and stream:
        source = reading.typed
    if not merging:
        con.execute(
            f"CREATE OR REPLACE TEMP {'VIEW' if stream else 'TABLE'} {relation} AS SELECT {shown} FROM {source}"
        )
        return Written(place, target, relation, measures, False)
    inner = f'{shown}, ({target.key}) AS "key", currency AS "row currency", line' + "".join(
        f", TRY_CAST({named(alias)} AS {DECIMAL}) AS {named('kept ' + alias)}" for alias in measures
    )
    kinds = {column.name: column.type for column in TABLES[target.table].columns}
    outer = [
        f"{merged_sql(named(name), target.merge.get(name, 'first'), kinds[name])} AS {named(name)}" for name in chosen
    ]
    for alias in measures:
        kept = merged_sql(named("kept " + alias), merge_of(target, alias))
        outer.append(f"{kept} AS {named('kept ' + alias)}")
        outer.append(f"coalesce(sum({named('kept ' + alias)}), 0) - coalesce({kept}, 0) AS {named('spare ' + alias)}")
    outer.append('arg_min("row currency", line) AS "row currency"')
    amounts = [
        name for name in chosen if kinds[name].startswith("DECIMAL") and target.merge.get(name, "first") == "first"
    ]
    differs = " OR ".join(f"min({named(name)}) <> max({named(name)})" for name in amounts) or "false"
    con.execute(
        f'CREATE OR REPLACE TEMP TABLE {relation} AS SELECT {", ".join(outer)}, count(*) AS "rows merged", '
        f'min(line) AS "first line", coalesce({differs}, false) AS "rows disagree" '
        f'FROM (SELECT {inner} FROM {source}) GROUP BY "key", CASE WHEN "key" IS NULL THEN line END'
    )
    return Written(place, target, relation, measures, True)


def publish(con: duckdb.DuckDBPyConnection, written: list[Written]) -> tuple[str, ...]:
    """Make ``staged_<table>`` views with exactly the canonical columns over what was written; return the tables' names."""
    tables = tuple(dict.fromkeys(one.target.table for one in written))
    for table in tables:
        names = ", ".join(named(name) for name in TABLES[table].names if name not in _FIXED)
        parts = " UNION ALL ".join(
            f"SELECT {names} FROM {one.relation}" for one in written if one.target.table == table
        )
        con.execute(f"CREATE OR REPLACE TEMP VIEW staged_{table} AS {parts}")
    return tables
