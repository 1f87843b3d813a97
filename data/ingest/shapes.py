"""The shapes of a column's cells: digits made alike, so that a million amounts become a dozen patterns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

MOST = 2000
"""Shapes looked at in one column; a column of free text has no end of them."""

MISSING = (
    "", "-", "--", "---", "–", "—", "―", ".", "?", "n/a", "na", "n.a.", "#n/a", "nan", "null", "none", "nil", "undefined",
    "(not set)", "(not provided)", "(none)", "(blank)", "(empty)", "not available", "k.a.", "s.o.", "n.d.",
)  # fmt: skip
"""Cells that say nothing, in lower case."""


@dataclass(frozen=True)
class Shape:
    """A pattern of cells: ``text`` with every digit a 9, how many rows, and the first example with its line."""

    text: str
    rows: int
    example: str
    line: int


def quoted(text: str) -> str:
    """Return ``text`` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def named(name: str) -> str:
    """Return ``name`` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def missing(column: str) -> str:
    """Return the SQL condition under which a cell says nothing ("--", "n/a", "< 10%")."""
    # Most cells are figures, and then their last sign tells; the words end in none.
    nothing = f"CASE WHEN right({column}, 1) BETWEEN '0' AND '9' THEN false ELSE {among(column, MISSING)} END"
    return f"({column} IS NULL OR {nothing} OR starts_with({column}, '<'))"


def among(column: str, words: Iterable[str]) -> str:
    """Return the SQL condition that a cell is one of some lower-case words.

    One string is searched: a long IN becomes a join over all rows, whatever CASE stands around it.
    """
    every = "".join(f"¦{word}" for word in words) + "¦"
    return f"contains({quoted(every)}, '¦' || lower(trim({column})) || '¦')"


def shapes(con: duckdb.DuckDBPyConnection, table: str, column: str) -> tuple[Shape, ...]:
    """Return the shapes of ``column`` in ``table`` (which has ``line``), the most frequent first.

    A single zero before a decimal mark stays, written º: it can't lead a group of thousands.
    """
    lone = f"contains({column}, '0.') OR contains({column}, '0,')"
    marked = f"regexp_replace(left({column}, 60), '^([^0-9]*)0([.,])', '\\1º\\2')"
    marked = f"CASE WHEN {lone} THEN {marked} ELSE left({column}, 60) END"
    rows = con.execute(
        f"""
        SELECT shape, count(*), arg_min(cell, line), min(line) FROM (
            SELECT line, left({column}, 60) AS cell, translate({marked}, '012345678', '999999999') AS shape
            FROM {table} WHERE {column} IS NOT NULL AND NOT {missing(column)}
        ) GROUP BY shape ORDER BY 2 DESC, 1 LIMIT {MOST}
        """
    ).fetchall()
    return tuple(Shape(*row) for row in rows)
