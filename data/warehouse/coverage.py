"""What the warehouse holds at a glance: days, markets, channels and currencies by table, and matched customers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.warehouse.schema import quoted
from frameworks.kpi.tables import TABLES
from frameworks.kpi.where import Where


@dataclass(frozen=True)
class Coverage:
    """What there is to filter by.

    spans: first and last day of each table that dates its rows. markets, channels, currencies: those that
    occur, most rows first. sources: the platforms rows came from.
    """

    spans: Mapping[str, tuple[dt.date, dt.date]] = field(default_factory=dict)
    markets: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """First and last day of all tables, None where no row has a day."""
        if not self.spans:
            return None
        return min(first for first, _last in self.spans.values()), max(last for _first, last in self.spans.values())

    def common(self, tables: Sequence[str]) -> tuple[dt.date, dt.date] | None:
        """Return the first and last day that every one of the tables reaches, None where there is none."""
        spans = [self.spans[table] for table in tables if table in self.spans]
        if not spans:
            return None
        first, last = max(first for first, _last in spans), min(last for _first, last in spans)
        return (first, last) if first <= last else None

    def within(self, where: Where, tables: Sequence[str]) -> Where:
        """Return ``where`` cut to the days that every one of the tables reaches.

        What one table tells of days that another knows nothing of must not be divided by it. One table alone is not
        cut, nor is a period that has no day in common.
        """
        common = self.common(tables)
        if common is None or sum(table in self.spans for table in tables) < 2:
            return where
        start, end = max(where.start or common[0], common[0]), min(where.end or common[1], common[1])
        return replace(where, start=start, end=end) if start <= end else where


@dataclass(frozen=True)
class Matched:
    """How far the customers of different sources could be told to be the same people.

    customers: distinct customer keys. matched: those seen in more than one source.
    sources:   the sources that know customers at all; with fewer than two nothing can match.
    """

    customers: int
    matched: int
    sources: tuple[str, ...]

    @property
    def rate(self) -> float | None:
        """The share of customers seen in more than one source, None where it cannot be asked."""
        return self.matched / self.customers if self.customers and len(self.sources) > 1 else None


def coverage(warehouse: Any) -> Coverage:
    """Return what a warehouse (anything with ``present`` and ``query``) can be filtered by."""
    present = [name for name in TABLES if warehouse.present().get(name)]
    spans: dict[str, tuple[dt.date, dt.date]] = {}
    counted: dict[str, dict[str, int]] = {"market": {}, "channel": {}, "currency": {}, "source": {}}
    for name in present:
        rows = warehouse.query(_glance(name, [column for column in counted if column in TABLES[name].names]))
        days = [
            (_date(first), _date(last))
            for first, last in rows[["first", "last"]].itertuples(index=False)
            if first == first and first is not None  # not-a-time is unequal to itself
        ]
        if days:
            spans[name] = min(first for first, _last in days), max(last for _first, last in days)
        for column, found in counted.items():
            if column in rows:
                for word, n in rows[[column, "n"]].dropna().itertuples(index=False):
                    found[word] = found.get(word, 0) + int(n)
    ranked = {column: tuple(sorted(found, key=lambda w, f=found: (-f[w], w))) for column, found in counted.items()}
    return Coverage(spans, ranked["market"], ranked["channel"], ranked["currency"], ranked["source"])


def _glance(name: str, columns: Sequence[str]) -> str:
    """The query for what occurs together in a table, how often and when: one reading of it, wherever it lies."""
    days = "NULL AS first, NULL AS last"
    if TABLES[name].day:
        days = f"MIN(CAST({_start(name)} AS DATE)) AS first, MAX(CAST({_end(name)} AS DATE)) AS last"
    return f"SELECT {', '.join(columns)}, COUNT(*) AS n, {days} FROM {name} GROUP BY {', '.join(columns)}"


def matched(warehouse: Any) -> Matched:
    """Return how many customers are known to more than one source, by their salted keys."""
    present = warehouse.present()
    known = [name for name, table in TABLES.items() if present.get(name) and "customer_key" in table.names]
    if not known:
        return Matched(0, 0, ())
    named = [f"FROM {name} WHERE customer_key IS NOT NULL" for name in known]
    sources = warehouse.query(" UNION ".join(f"SELECT DISTINCT source {rows}" for rows in named))["source"].dropna()
    if len(set(sources)) < 2:
        keys = " UNION ALL ".join(f"SELECT customer_key {rows}" for rows in named)
        customers = warehouse.query(f"SELECT COUNT(DISTINCT customer_key) AS customers FROM ({keys}) AS pairs").iloc[0, 0]
        return Matched(int(customers), 0, tuple(sorted(set(sources))))
    pairs = " UNION ".join(f"SELECT customer_key, source {rows}" for rows in named)
    sql = (
        f"WITH pairs AS ({pairs}), keys AS (SELECT customer_key, COUNT(DISTINCT source) AS sources FROM pairs GROUP BY 1)"
        " SELECT COUNT(*) AS customers, COUNT(CASE WHEN sources > 1 THEN 1 END) AS matched FROM keys"
    )
    customers, both = warehouse.query(sql).iloc[0]
    return Matched(int(customers), int(both), tuple(sorted(set(sources))))


def _start(name: str) -> str:
    return quoted(TABLES[name].day)


def _end(name: str) -> str:
    """The column that says until when a row of a table reaches."""
    return "COALESCE(period_end, period_start)" if "period_end" in TABLES[name].names else _start(name)


def _date(day: Any) -> dt.date:
    return day.date() if hasattr(day, "date") else day
