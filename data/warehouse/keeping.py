"""What the local warehouse works out once for many questions, kept in memory until a row changes.

Kept are each KPI's sums by day, market, channel and device (``compile_cells``) and the steps that follow customers
(``frameworks.kpi.kept``). DuckDB moves what does not fit in memory to its temporary folder; nothing of it is in
the warehouse's file. Where something cannot be kept, questions are answered from the facts.
"""

from __future__ import annotations

import contextlib
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

import duckdb
import pandas as pd

from data.warehouse.asking import query
from data.warehouse.file import Cursor, DuckFile
from frameworks.kpi.compile import SUMMED, compile_cells
from frameworks.kpi.definition import Kpi
from frameworks.kpi.kept import STEPS, compile_stored, reading, stored

MOST_CELLS = 300_000
"""A KPI with more cells than this is as quickly added up from its facts."""

MOST_ROWS = 4_000_000
"""Cells of all KPIs together; beyond it those not asked for longest go."""

MOST_MONIES = 2
"""Pairs of currency and time zone that customers are followed in at a time."""

_kept: weakref.WeakKeyDictionary[DuckFile, Kept]
_finding = threading.Lock()


def answer(file: DuckFile, facts: Kpi | str, how: Mapping[str, Any], compiled: Callable[..., str]) -> pd.DataFrame:
    """Return the rows of a question, over what is kept where that serves.

    facts:    the KPI, or the SELECT that gives the facts.
    how:      currency, zone, currencies and costs, as for ``compile_kpi``.
    compiled: makes the query; takes ``cells`` or ``kept`` as ``compile_kpi`` does, and nothing for the facts.
    """
    plain = compiled()  # what cannot be asked is refused before anything is worked out
    with file.reading() as cursor:
        try:
            instead = kept_for(file).instead(file, cursor, facts, how)
            return query(cursor, compiled(**instead) if instead else plain)
        except duckdb.CatalogException:  # somebody else let it go
            return query(cursor, plain)


class Kept:
    """What is kept for one open file. Threads may share it; a table may go while somebody is about to ask it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._version = ""
        self._made = 0
        self._cells: OrderedDict[tuple[str, ...], tuple[str, int]] = OrderedDict()
        self._steps: OrderedDict[tuple[str, str], dict[str, str]] = OrderedDict()

    def instead(self, file: DuckFile, cursor: Cursor, facts: Kpi | str, how: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is to be read in place of the facts: ``cells`` or ``kept`` (see ``compile_kpi``), or nothing.

        What was kept of other rows than the file's present ones is dropped.
        """
        with self._lock:
            self._begin(cursor, file.version)
            if isinstance(facts, Kpi) and facts.aggregate in SUMMED and (cells := self._summed(cursor, facts, how)):
                return {"cells": cells}
            kept = self._followed(cursor, facts.sql if isinstance(facts, Kpi) else facts, how)
            return {"kept": kept} if kept else {}

    def let_go(self, cursor: Cursor) -> None:
        """Drop everything, and give its memory back."""
        with self._lock:
            self._forget(cursor)

    # Inside

    def _begin(self, cursor: Cursor, version: str) -> None:
        """Begin afresh where rows changed or the file was opened anew."""
        there = cursor.execute("SELECT 1 FROM duckdb_databases() WHERE database_name = 'kept'").fetchone()
        if there and self._version != version:
            self._forget(cursor)
        elif not there:
            cursor.execute("ATTACH ':memory:' AS kept")
            self._cells.clear()
            self._steps.clear()
        self._version = version

    def _forget(self, cursor: Cursor) -> None:
        tables = [table for table, _rows in self._cells.values()]
        tables += [table for steps in self._steps.values() for table in steps.values()]
        self._cells.clear()
        self._steps.clear()
        _drop(cursor, *tables)

    def _summed(self, cursor: Cursor, kpi: Kpi, how: Mapping[str, Any]) -> str:
        key = (kpi.sql, kpi.aggregate, how["currency"], how["zone"])
        if key not in self._cells:
            kept = self._followed(cursor, kpi.sql, how)
            table, rows = self._store(cursor, lambda: compile_cells(kpi, **how, kept=kept))
            if rows > MOST_CELLS:
                _drop(cursor, table)
                table, rows = "", 0
            self._cells[key] = table, rows
            while sum(rows for _table, rows in self._cells.values()) > MOST_ROWS:
                _drop(cursor, self._cells.popitem(last=False)[1][0])
        self._cells.move_to_end(key)
        return self._cells[key][0]

    def _followed(self, cursor: Cursor, sql: str, how: Mapping[str, Any]) -> dict[str, str]:
        if not (steps := stored(sql)):
            return {}
        key = (how["currency"], how["zone"])
        if key not in self._steps:
            self._steps[key] = self._follow(cursor, how)
            while len(self._steps) > MOST_MONIES:
                _drop(cursor, *self._steps.popitem(last=False)[1].values())
        self._steps.move_to_end(key)
        return {name: select for name, select in reading(self._steps[key]).items() if name in steps}

    def _follow(self, cursor: Cursor, how: Mapping[str, Any]) -> dict[str, str]:
        made: dict[str, str] = {}
        money = {name: how[name] for name in ("currency", "zone", "currencies")}
        for step in STEPS:
            table, _rows = self._store(cursor, lambda step=step: compile_stored(step, made, **money))
            if not table:
                break
            made[step] = table
        _drop(cursor, made.pop(STEPS[0], ""))
        if len(made) < len(STEPS) - 1:
            _drop(cursor, *made.values())
            return {}
        return made

    def _store(self, cursor: Cursor, compiled: Callable[[], str]) -> tuple[str, int]:
        """Return a new table with the rows of a query, and how many; "" where DuckDB cannot keep them."""
        self._made += 1
        table = f"kept.t{self._made}"
        try:
            return table, cursor.execute(f"CREATE TABLE {table} AS {compiled()}").fetchall()[0][0]
        except duckdb.FatalException:
            raise
        except duckdb.Error:
            _drop(cursor, table)
            return "", 0


def kept_for(file: DuckFile) -> Kept:
    """Return what is kept for an open file; the same for everybody who has it open."""
    with _finding:
        return _kept.setdefault(file, Kept())


_kept = weakref.WeakKeyDictionary()


def _drop(cursor: Cursor, *tables: str) -> None:
    for table in filter(None, tables):
        with contextlib.suppress(duckdb.CatalogException, duckdb.BinderException):
            cursor.execute(f"DROP TABLE IF EXISTS {table}")
