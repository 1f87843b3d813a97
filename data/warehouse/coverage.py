"""What the warehouse holds at a glance: days, markets, channels and currencies by table, and matched customers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from frameworks.kpi.tables import TABLES

if TYPE_CHECKING:
    pass


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
        table = TABLES[name]
        if table.day:
            first, last = warehouse.query(
                f"SELECT MIN(CAST({table.day} AS DATE)) AS first, MAX(CAST({_end(name)} AS DATE)) AS last FROM {name}"
            ).iloc[0]
            if first == first and first is not None:  # not-a-time is unequal to itself
                spans[name] = (_date(first), _date(last))
        for column, found in counted.items():
            if column in table.names:
                rows = warehouse.query(
                    f"SELECT {column} AS word, COUNT(*) AS n FROM {name} WHERE {column} IS NOT NULL GROUP BY 1"
                )
                for word, n in rows.itertuples(index=False):
                    found[word] = found.get(word, 0) + int(n)
    ranked = {column: tuple(sorted(found, key=lambda w, f=found: (-f[w], w))) for column, found in counted.items()}
    return Coverage(spans, ranked["market"], ranked["channel"], ranked["currency"], ranked["source"])


def matched(warehouse: Any) -> Matched:
    """Return how many customers are known to more than one source, by their salted keys."""
    present = warehouse.present()
    known = [name for name, table in TABLES.items() if present.get(name) and "customer_key" in table.names]
    if not known:
        return Matched(0, 0, ())
    pairs = " UNION ".join(f"SELECT customer_key, source FROM {name} WHERE customer_key IS NOT NULL" for name in known)
    sql = (
        f"WITH pairs AS ({pairs}), keys AS (SELECT customer_key, COUNT(DISTINCT source) AS sources FROM pairs GROUP BY 1)"
        " SELECT COUNT(*) AS customers, COUNT(*) FILTER (sources > 1) AS matched,"
        " (SELECT STRING_AGG(DISTINCT source, CHR(31) ORDER BY source) FROM pairs) AS names FROM keys"
    )
    customers, both, names = warehouse.query(sql).iloc[0]
    return Matched(int(customers), int(both), tuple(names.split("\x1f")) if isinstance(names, str) else ())


def _end(name: str) -> str:
    """The column that says until when a row of a table reaches."""
    return "COALESCE(period_end, period_start)" if "period_end" in TABLES[name].names else TABLES[name].day


def _date(day: Any) -> dt.date:
    return day.date() if hasattr(day, "date") else day
