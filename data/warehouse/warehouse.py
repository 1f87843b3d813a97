"""The warehouse of a workspace: takes in uploads, takes them out again, and answers KPIs over what counts."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from data.ingest.model import Import, Report
from data.ingest.pace import Progress
from data.kpi_settings import KpiSettings
from data.store import Workspace
from data.warehouse import asking, erasing, rates, uploads
from data.warehouse.adding import Added, Order, add, merge
from data.warehouse.asking import Worth
from data.warehouse.file import open_file
from data.warehouse.keeping import answer, kept_for
from data.warehouse.schema import WarehouseError
from data.warehouse.settling import settle
from data.warehouse.staged import stage_frames, staged_tables
from data.warehouse.uploads import Upload
from data.workspace_file import default_folder
from frameworks.kpi import KPIS, compile_cohorts, compile_kpi, compile_rows
from frameworks.kpi.definition import cohort_sql
from frameworks.labels import N_, Sentence

KEEP_DAYS = "kpi.keep_days"


class Warehouse:
    """The uploads of one team and the canonical tables they fill.

    folder:       where ``kpi.duckdb`` lies; None: LANDFALL_HOME or the user's data folder.
    salt:         bytes that go into customer keys; None: the workspace's own, kept in its SQLite file.
    memory_limit: what DuckDB may use, such as "1GB"; None: its own default. The first to open a folder decides.
    clock:        gives the time, aware and in UTC.

    All warehouses on a folder in one process are one; threads may share it. Raises WarehouseBusy when another
    process has it open, NewerWarehouse when a newer Landfall wrote it.
    """

    def __init__(
        self,
        folder: Path | str | None = None,
        *,
        salt: bytes | None = None,
        memory_limit: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder = Path(folder) if folder is not None else default_folder()
        self._clock, self._given_salt = clock, salt
        self._file = open_file(self._folder, memory_limit)
        self._known: tuple[str, dict[str, Any]] = ("", {})
        self._expire()

    # What is there

    @property
    def path(self) -> Path | None:
        """The file; None when it lives in memory."""
        return self._file.path

    @property
    def notice(self) -> Sentence | None:
        """A sentence to show when the warehouse is not the one expected."""
        return self._file.notice

    @property
    def version(self) -> str:
        """Changes with every change of rows, rates or costs; a key for caches."""
        return self._file.version

    def present(self) -> dict[str, int]:
        """Return the rows of each canonical table that has any."""
        return dict(self._once("present", asking.present))

    def span(self) -> tuple[date, date] | None:
        """Return the first and last day that any row tells of."""
        return self._once("span", asking.span)

    def currencies(self) -> tuple[str | None, ...]:
        """Return the currencies that amounts are in; None among them for amounts without one."""
        return self._once("currencies", asking.currencies)

    def uploads(self) -> tuple[Upload, ...]:
        """Return every upload, latest first."""
        return tuple(self._once("uploads", uploads.listed))

    def matches(self) -> pd.DataFrame:
        """Return source, customers and matched: how many of a source's customers other sources know too."""
        return self._once("matches", asking.matches).copy()

    # Taking in

    def add(
        self,
        path: Path | str,
        *,
        name: str | None = None,
        mapping: Mapping[str, str] | None = None,
        assume: Mapping[str, Any] | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Add an export: all of it or, when anything fails or ``progress`` raises, nothing.

        name:    shown for the upload; None: the file's.
        mapping, assume: see ``data.ingest.read_export``.
        progress: called with a share (0-1) and a sentence; may raise Cancelled.

        The same file with the same settings adds nothing again. A row whose key an earlier upload of the same
        source and account has takes that row's place. Raises IngestError for a file that cannot be read.
        """
        from data.ingest.reading import ingest

        path = Path(path)
        with self._file.reading() as cursor:
            kept_for(self._file).let_go(cursor)  # an import needs the memory
        order = Order(path, name or path.name, mapping, assume, self._salt(), self._clock(), self._settings.rates())
        added = add(self._file, order, ingest, progress)
        self._expire()
        return added

    def append_frames(
        self,
        frames: Mapping[str, pd.DataFrame],
        *,
        name: str = "frames",
        platform: str = "generic",
        account: str = "",
        kind: str = "",
    ) -> Added:
        """Add rows that are in the canonical tables' shape already.

        frames: canonical table name to a frame; missing columns are null, ``source`` and ``account`` default
                to ``platform`` and ``account``.
        """
        order = Order(Path(name), name, None, {"account": account}, b"", self._clock(), self._settings.rates())
        counts = {table: len(frame) for table, frame in frames.items()}
        rows = sum(counts.values())
        imported = Import(
            name,
            uuid.uuid4().hex,
            platform,
            kind or next(iter(frames), ""),
            dict(frames),
            Report(rows, rows, 0, 0, 0, counts),
        )
        with self._file.writing() as cursor:
            stage_frames(cursor, frames, platform, account)
            number, report = merge(cursor, imported, order, None, staged_tables(cursor))
            rates.fill(cursor, asking.span(cursor), order.entered)
        return Added(number, replace(imported, report=report))

    # Taking out

    def undo(self, import_id: int) -> None:
        """Take an upload's rows out; those it had replaced count again. It can be put back for 30 days."""
        with self._file.writing() as cursor:
            settle(cursor, uploads.take_out(cursor, import_id, self._clock()))

    def restore(self, import_id: int) -> None:
        """Put an upload's rows back; a later upload's rows still come first."""
        with self._file.writing() as cursor:
            settle(cursor, uploads.put_back(cursor, import_id))
            rates.fill(cursor, asking.span(cursor), self._settings.rates())

    def erase(self, import_id: int) -> None:
        """Remove an upload and every row of it for good, from the disk too."""
        erasing.erase(self._file, import_id, self._clock())

    def erase_everything(self) -> None:
        """Remove all uploads, templates, rates, costs, annotations and targets for good, and replace the salt."""
        self._file.start_afresh()
        self._settings.erase()
        self._known = ("", {})

    @property
    def retention(self) -> int | None:
        """How many days rows are kept, counted from their own day; None: for good."""
        days = self._workspace.setting(KEEP_DAYS)
        return days if isinstance(days, int) and not isinstance(days, bool) and days > 0 else None

    def keep_for(self, days: int | None) -> None:
        """Erase rows older than so many days, now, after every import and on every opening; None: keep them."""
        if days is not None and (isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= 36500):
            raise WarehouseError(N_("The time to keep rows is a whole number of days, 1 to 36,500."))
        self._workspace.set_setting(KEEP_DAYS, days)
        self._expire()

    # Settings

    @property
    def costs(self) -> dict[str, float]:
        """The figures the team entered; see ``frameworks.kpi.settings``."""
        return self._settings.costs()

    @property
    def costs_currency(self) -> str | None:
        """The currency of the money among them; None where there is none."""
        return self._settings.costs_currency()

    def set_costs(self, costs: Mapping[str, float | None], currency: str = "EUR") -> None:
        """Replace the figures the team enters, money in ``currency``; raises Sentence for one that cannot be."""
        self._settings.set_costs(costs, currency)
        self._touch()

    def worth(self, source: str, target: str) -> Worth | None:
        """Return what one unit of a currency is in another by the last rates there are; None where one has none."""
        with self._file.reading() as cursor:
            return asking.worth(asking.query(cursor, asking.worth_sql(source, target)), source, target)

    def set_rates(self, frame: pd.DataFrame) -> None:
        """Replace the team's own rates: columns currency, rate_to_eur (euros for one unit) and, optionally, day."""
        entered = rates.from_frame(frame)
        self._settings.set_rates(entered)
        with self._file.writing() as cursor:
            rates.fill(cursor, asking.span(cursor), entered, anew=True)

    def rate_note(self) -> Sentence | None:
        """Return what to tell when amounts lie after the last day of the bank's rates."""
        span = self.span()
        return rates.carried_note(span[1] if span else None, self.currencies())

    # Answers

    def compute(
        self,
        kpi: str,
        by: Sequence[str] = (),
        where: Any = None,
        *,
        currency: str = "EUR",
        zone: str = "UTC",
        groups: pd.DataFrame | Mapping[str, str] | None = None,
        moments: bool = False,
    ) -> pd.DataFrame:
        """Return a KPI, split ``by`` dimensions: their columns, then value, numerator, denominator and n.

        kpi, by, where, currency, zone, moments: see ``frameworks.kpi.compile_kpi``.
        groups: market and group, for ``by=["group"]``.
        """
        kpi = KPIS[kpi] if isinstance(kpi, str) else kpi
        how = self._how(currency, zone)
        asked = {**how, "groups": _pairs(groups), "moments": moments}
        return answer(self._file, kpi, how, lambda **instead: compile_kpi(kpi, by, where, **asked, **instead)[0])

    def cohorts(
        self,
        by: Sequence[str] = (),
        where: Any = None,
        *,
        currency: str = "EUR",
        zone: str = "UTC",
        groups: pd.DataFrame | Mapping[str, str] | None = None,
    ) -> pd.DataFrame:
        """Return the cohort matrix in long form; see ``frameworks.kpi.compile_cohorts``."""
        how = self._how(currency, zone)
        asked = {**how, "groups": _pairs(groups)}
        return answer(self._file, cohort_sql(), how, lambda **instead: compile_cohorts(by, where, **asked, **instead)[0])

    def sql(
        self,
        kpi: str,
        by: Sequence[str] = (),
        where: Any = None,
        *,
        currency: str = "EUR",
        zone: str = "UTC",
        groups: pd.DataFrame | Mapping[str, str] | None = None,
        moments: bool = False,
    ) -> str:
        """Return the query that gives what ``compute`` answers, from the canonical tables alone."""
        how = self._how(currency, zone)
        return compile_kpi(kpi, by, where, **how, groups=_pairs(groups), moments=moments)[0]

    def rows(
        self, kpi: str, where: Any = None, *, currency: str = "EUR", zone: str = "UTC", limit: int = 1000
    ) -> pd.DataFrame:
        """Return the facts behind a KPI, newest first: day, market, channel, device, item, numerator, denominator."""
        return self.query(compile_rows(kpi, where, limit=limit, **self._how(currency, zone))[0])

    def unconverted(self, where: Any = None, currency: str = "EUR") -> pd.DataFrame:
        """Return currency, rows, amount and table of what no rate reaches, so that no figure in money includes it."""
        with self._file.reading() as cursor:
            return asking.unconverted(cursor, where, currency)

    def query(self, sql: str, parameters: Any = None) -> pd.DataFrame:
        """Return the rows of a SELECT over the canonical tables; nothing can be changed by it."""
        with self._file.reading() as cursor:
            return asking.query(cursor, sql, parameters)

    # Inside

    def _how(self, currency: str, zone: str) -> dict[str, Any]:
        """Return what every question about a KPI is compiled with."""
        costs = self._once(f"costs in {currency}", lambda _cursor: asking.costs_in(self, currency))
        return {"currency": currency, "zone": zone, "currencies": self.currencies(), "costs": costs}

    @cached_property
    def _workspace(self) -> Workspace:
        return Workspace(self._folder, clock=self._clock)

    @property
    def _settings(self) -> KpiSettings:
        return self._workspace.kpi

    def _salt(self) -> bytes:
        return self._given_salt if self._given_salt is not None else self._settings.salt()

    def _once(self, what: str, ask: Callable[[Any], Any]) -> Any:
        """Return an answer, asked once a version."""
        version = self.version
        if self._known[0] != version:
            self._known = (version, {})
        answers = self._known[1]
        if what not in answers:
            with self._file.reading() as cursor:
                answers[what] = ask(cursor)
        return answers[what]

    def _touch(self) -> None:
        with self._file.writing():
            pass

    def _expire(self) -> None:
        erasing.expire(self._file, self._clock(), self.retention)


def _pairs(groups: pd.DataFrame | Mapping[str, str] | None) -> Any:
    framed = isinstance(groups, pd.DataFrame)
    return list(groups[["market", "group"]].itertuples(index=False, name=None)) if framed else groups


def compute(kpi: str, by: Sequence[str] = (), where: Any = None, **how: Any) -> pd.DataFrame:
    """Return a KPI over the default workspace; see ``Warehouse.compute``.

    >>> compute("orders", by=["market"]).columns.tolist()
    ['market', 'value', 'numerator', 'denominator', 'n']
    """
    return Warehouse().compute(kpi, by, where, **how)
