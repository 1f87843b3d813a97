"""Runs a layout's expressions on rows given by alias, without a file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import duckdb

from data.ingest.model import Layout, Target
from data.ingest.typed import DUCK_TYPES, IMPLIED, MACROS, SAID

ALWAYS = {"line": "BIGINT", "account": "VARCHAR", "first_cell": "VARCHAR", "customer_key": "VARCHAR", **IMPLIED}


@cache
def connection() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    for macro in MACROS:
        con.execute(macro)
    return con


def aliases(layout: Layout) -> dict[str, str]:
    """Alias to DuckDB type of everything the layout's expressions may use."""
    known = dict(ALWAYS)
    for field in layout.fields:
        known[field.alias] = DUCK_TYPES.get(field.type, "VARCHAR")
        if field.type in SAID:
            known[f"{field.alias}_said"] = "VARCHAR"
    return known


def evaluated(layout: Layout, expression: str, *rows: Mapping[str, Any]) -> list[Any]:
    """The expression's value in each row; aliases that a row does not name are null."""
    types = aliases(layout)
    unknown = {alias for row in rows for alias in row} - set(types)
    assert not unknown, unknown
    con = connection()
    con.execute(f"CREATE OR REPLACE TEMP TABLE given ({', '.join(f'{name} {kind}' for name, kind in types.items())})")
    for line, row in enumerate(rows, start=2):
        whole = {"line": line, **row}
        marks = ", ".join("?" for _ in whole)
        con.execute(f"INSERT INTO given ({', '.join(whole)}) VALUES ({marks})", list(whole.values()))
    found = con.execute(f"SELECT ({expression}) FROM given ORDER BY line").fetchall()
    return [value for (value,) in found]


def column(layout: Layout, name: str, *rows: Mapping[str, Any], target: int = 0) -> list[Any]:
    """The values of a canonical column, row by row, before rows are merged."""
    return evaluated(layout, target_of(layout, target).columns[name], *rows)


def target_of(layout: Layout, place: int) -> Target:
    return layout.targets[place]


def outcomes(layout: Layout, *rows: Mapping[str, Any]) -> list[str]:
    """What the rules make of each row: the first outcome that takes it, else "kept"."""
    taken = ["kept"] * len(rows)
    for wanted in ("left_out", "set_aside"):
        for rule in layout.rules:
            if rule.outcome == wanted:
                for place, hit in enumerate(evaluated(layout, rule.when, *rows)):
                    if hit and taken[place] == "kept":
                        taken[place] = wanted
    return taken

