"""A team's own PostgreSQL or Spark in the place of the local file: the reading half of a Warehouse, nothing else.

Uploads, what they are mapped by, costs and notes stay in the local workspace.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from data.store import Workspace
from data.warehouse import asking
from data.warehouse.addresses import place, without_secrets
from data.warehouse.asking import Worth
from data.warehouse.engines import Engine, EngineError, engine
from data.warehouse.translating import RATES, translated
from data.warehouse.uploads import Upload
from data.workspace_file import default_folder
from frameworks.kpi import compile_cohorts, compile_kpi, compile_rows
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_, Sentence

KEPT = timedelta(minutes=10)
"""How long an answer counts before it is asked for again."""

PAUSE = timedelta(minutes=1)
"""How long nobody is asked after a failure to connect, lest every page wait for the same silence."""


class SharedWarehouse:
    """The canonical tables in a team's own database, asked like a ``Warehouse``. It is only read.

    url, schema: see ``data.warehouse.engines.engine``.
    folder:      the workspace that holds the costs; None: the one in use.
    clock:       gives the time, aware and in UTC. connect: makes the engine; for tests.

    Nothing is asked before the first question. Every question may raise EngineError: a sentence to show, which
    never quotes a password. Threads may share it.
    """

    notice: Sentence | None = None

    def __init__(
        self, url: str, schema: str | None = None, *, folder: Path | str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC), connect: Callable[..., Engine] | None = None,
    ) -> None:  # fmt: skip
        self._url, self._schema, self._clock, self._connect = url, schema, clock, connect or engine
        self._folder = Path(folder) if folder is not None else default_folder()
        self._lock = threading.RLock()
        self._engine: Engine | None = None
        self._silent: tuple[datetime, EngineError] | None = None
        self._read_at = clock()
        self._known: tuple[str, dict[str, Any]] = ("", {})

    @property
    def place(self) -> str:
        """Where the figures come from, to be shown: no user, no password."""
        return place(self._url, self._schema)

    # What is there

    @property
    def version(self) -> str:
        """Changes every ten minutes, when read again, and with the costs; a key for caches."""
        if (now := self._clock()) - self._read_at >= KEPT:
            self._read_at = now
        costs = repr((sorted(self.costs.items()), self.costs_currency))
        return f"{self._read_at.isoformat()} {hashlib.sha256(costs.encode()).hexdigest()[:12]}"

    def read_again(self) -> None:
        """Forget what was answered: from now on everything is asked for anew."""
        self._read_at = max(self._clock(), self._read_at + timedelta(microseconds=1))
        self._silent = None

    def present(self) -> dict[str, int]:
        """Return the rows of each canonical table that has any."""
        found = self._once("present", lambda: dict(self.query(asking.present_sql()).itertuples(index=False, name=None)))
        return {name: int(found[name]) for name in TABLES if found.get(name)}

    def span(self) -> tuple[date, date] | None:
        """Return the first and last day that any row tells of."""
        first, last = self._once("span", lambda: self.query(asking.span_sql()).iloc[0])
        return None if pd.isna(first) else (pd.Timestamp(first).date(), pd.Timestamp(last).date())

    def currencies(self) -> tuple[str | None, ...]:
        """Return the currencies that amounts are in; None among them for amounts without one."""
        found = self._once("currencies", lambda: self.query(asking.currencies_sql())["currency"])
        return asking.in_order(None if pd.isna(code) else code for code in found)

    def uploads(self) -> tuple[Upload, ...]:
        """Return nothing: uploads belong to the local file."""
        return ()

    def matches(self) -> pd.DataFrame:
        """Return source, customers and matched: how many of a source's customers other sources know too."""
        return self._once("matches", lambda: self.query(asking.matches_sql())).copy()

    # Settings, which are the local workspace's

    @property
    def costs(self) -> dict[str, float]:
        """The figures the team entered; see ``frameworks.kpi.settings``."""
        return self._workspace.kpi.costs()

    @property
    def costs_currency(self) -> str | None:
        """The currency of the money among them; None where there is none."""
        return self._workspace.kpi.costs_currency()

    def set_costs(self, costs: Mapping[str, float | None], currency: str = "EUR") -> None:
        """Replace the figures the team enters, money in ``currency``; raises Sentence for one that cannot be."""
        self._workspace.kpi.set_costs(costs, currency)

    def worth(self, source: str, target: str) -> Worth | None:
        """Return what one unit of a currency is in another by the last rates there are; None where one has none."""
        return self._once(
            f"{source} in {target}",
            lambda: asking.worth(self.query(asking.worth_sql(source, target)), source, target),
        )

    def rate_note(self) -> Sentence | None:
        """Return nothing: the rates are the team's own table, and days it lacks are told as unconverted."""
        return None

    # Answers

    def compute(
        self, kpi: str, by: Sequence[str] = (), where: Any = None, *, currency: str = "EUR", zone: str = "UTC",
        groups: pd.DataFrame | Mapping[str, str] | None = None, moments: bool = False,
    ) -> pd.DataFrame:  # fmt: skip
        """Return a KPI, split ``by`` dimensions; see ``Warehouse.compute``."""
        return self._asked(self.sql(kpi, by, where, currency=currency, zone=zone, groups=groups, moments=moments))

    def cohorts(
        self, by: Sequence[str] = (), where: Any = None, *, currency: str = "EUR", zone: str = "UTC",
        groups: pd.DataFrame | Mapping[str, str] | None = None,
    ) -> pd.DataFrame:  # fmt: skip
        """Return the cohort matrix in long form; see ``frameworks.kpi.compile_cohorts``."""
        there = self._there()
        compiled, _none = compile_cohorts(
            by, where, currency, zone, there.dialect,
            currencies=self.currencies(), costs=asking.costs_in(self, currency), groups=_pairs(groups), schema=there.schema,
        )  # fmt: skip
        return self._asked(compiled)

    def sql(
        self, kpi: str, by: Sequence[str] = (), where: Any = None, *, currency: str = "EUR", zone: str = "UTC",
        groups: pd.DataFrame | Mapping[str, str] | None = None, moments: bool = False,
    ) -> str:  # fmt: skip
        """Return the query that ``compute`` runs, in the dialect it runs in."""
        there = self._there()
        return compile_kpi(
            kpi, by, where, currency, zone, there.dialect,
            currencies=self.currencies(), costs=asking.costs_in(self, currency), groups=_pairs(groups),
            schema=there.schema, moments=moments,
        )[0]  # fmt: skip

    def rows(
        self, kpi: str, where: Any = None, *, currency: str = "EUR", zone: str = "UTC", limit: int = 1000
    ) -> pd.DataFrame:
        """Return the facts behind a KPI, newest first; see ``Warehouse.rows``."""
        there = self._there()
        compiled, _none = compile_rows(
            kpi, where, currency, zone, there.dialect,
            limit=limit, currencies=self.currencies(), costs=asking.costs_in(self, currency), schema=there.schema,
        )  # fmt: skip
        return self._asked(compiled)

    def unconverted(self, where: Any = None, currency: str = "EUR") -> pd.DataFrame:
        """Return currency, rows, amount and table of what no rate reaches, so that no figure in money includes it."""
        return asking.disclosed(self.query(asking.unconverted_sql(where, currency)))

    def query(self, sql: str, parameters: Any = None) -> pd.DataFrame:
        """Return the rows of a SELECT over the canonical tables, written for DuckDB and translated.

        parameters: none can be bound here.
        """
        if parameters:
            raise EngineError(N_("A question to a shared warehouse takes no parameters."))
        there = self._there()
        return self._asked(translated(sql, there.dialect, there.schema))

    # Inside

    @cached_property
    def _workspace(self) -> Workspace:
        return Workspace(self._folder)

    def _once(self, what: str, ask: Callable[[], Any]) -> Any:
        """Return an answer, asked once a version."""
        version = self.version
        with self._lock:
            if self._known[0] != version:
                self._known = (version, {})
            answers = self._known[1]
            if what not in answers:
                answers[what] = ask()
            return answers[what]

    def _there(self) -> Engine:
        """Return the engine, connected and found to hold the tables."""
        with self._lock:
            if self._engine is None:
                if self._silent and self._clock() - self._silent[0] < PAUSE:
                    raise self._silent[1]
                try:
                    self._engine = self._opened()
                except EngineError as error:
                    self._silent = (self._clock(), error)
                    raise
                self._silent = None
            return self._engine

    def _opened(self) -> Engine:
        try:
            found = self._connect(self._url, schema=self._schema)
        except EngineError as error:
            raise without_secrets(error, self._url) from None
        except ValueError:  # what cannot be taken apart is no address
            raise EngineError(N_("The address of the warehouse in the secrets cannot be read.")) from None
        try:
            self._check(found)
        except EngineError:
            found.close()
            raise
        return found

    def _check(self, found: Engine) -> None:
        """Raise EngineError where tables or columns are missing, naming them."""
        absent, lacking, told = [], [], ""
        wanted = {name: {*table.names} - {"import_id"} for name, table in TABLES.items()}
        for name, columns in {**wanted, RATES: {"currency", "day", "to_eur"}}.items():
            try:
                have = {each.lower() for each in found.query(f"SELECT * FROM {found.schema}.{name} LIMIT 0").columns}
            except EngineError as error:
                absent.append(name)
                told = told or without_secrets(error, self._url)
                continue
            lacking += [f"{name}.{column}" for column in sorted(columns - have)]
        hint = {"command": f"python -m data.warehouse.schema_sql {found.dialect}", "schema": found.schema}
        if absent:
            raise EngineError(
                N_(
                    "The warehouse's schema {schema} lacks tables or does not let them be read: {tables}. "
                    "{command} prints how to create them; they may be empty. ({told})"
                ),
                tables=", ".join(absent), told=told, **hint,
            )  # fmt: skip
        if lacking:
            raise EngineError(
                N_(
                    "The tables in the warehouse's schema {schema} lack columns: {columns}. "
                    "{command} prints them all; they may be empty."
                ),
                columns=", ".join(lacking), **hint,
            )  # fmt: skip

    def _asked(self, sql: str) -> pd.DataFrame:
        """Return the rows of a query in the engine's dialect; over a new connection where the old one is gone."""
        there = self._there()
        try:
            return there.query(sql)
        except EngineError as error:
            if self._answers(there):
                raise without_secrets(error, self._url) from None
        with self._lock:
            if self._engine is there:
                self._engine = None
                self._close(there)
        try:
            return self._there().query(sql)
        except EngineError as error:
            raise without_secrets(error, self._url) from None

    @staticmethod
    def _answers(there: Engine) -> bool:
        try:
            there.query("SELECT 1 AS one")
        except EngineError:
            return False
        return True

    @staticmethod
    def _close(there: Engine) -> None:
        try:
            there.close()
        except Exception:  # it is gone already; a driver says so in its own way
            return


def _pairs(groups: pd.DataFrame | Mapping[str, str] | None) -> Any:
    framed = isinstance(groups, pd.DataFrame)
    return list(groups[["market", "group"]].itertuples(index=False, name=None)) if framed else groups
