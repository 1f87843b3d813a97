"""Gathers the cohorts: customers by month of first order under the filters in force, looked up once."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from frameworks.kpi.where import Where
from pages.numbers import Numbers, answered
from pages.storeroom import Held

_OPENING = 92
"""Days from the first order in the data within which many a new customer is an old one."""


@dataclass(frozen=True)
class Cohorts:
    """What the cohorts are drawn from.

    counts: as ``frameworks.kpi.cohorts`` gives them, all markets together. split: the same by market of the first order.
    until:  last day with an order in the data. begins: first day, where the cohorts reach back to it, else None.
    """

    counts: pd.DataFrame
    split: pd.DataFrame
    until: dt.date
    begins: dt.date | None

    def by_market(self) -> dict[str, pd.DataFrame]:
        """Return the counts of each market; first orders without a market are left out."""
        return {str(code): part for code, part in self.split.dropna(subset=["market"]).groupby("market")}


def cohorts(here: Numbers, reach: int) -> Cohorts | None:
    """Return the cohorts of the last ``reach`` months up to the end of the period, None without orders."""
    span = here.coverage.spans.get("orders")
    if span is None:
        return None
    first, until = span
    chosen = here.filters
    end = _last_of_month(chosen.period.end)
    start = max(_months_before(end, reach), first.replace(day=1))
    if start > end:
        return None
    where = Where(start, end, chosen.markets, chosen.channels)
    costs = tuple(sorted(here.warehouse.costs.items()))
    split = _counts(here.warehouse, here.version, where, chosen.currency, chosen.zone, costs)
    counts = split.groupby(["cohort", "months"], dropna=False)[["customers", "revenue", "margin"]].sum(min_count=1)
    opening = start <= first + dt.timedelta(days=_OPENING)
    return Cohorts(counts.reset_index(), split.copy(), until, first if opening else None)


def _last_of_month(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _months_before(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month that begins a stretch of ``months`` full ones and the one of ``day``."""
    count = max(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(count // 12, count % 12 + 1, 1)


@answered
@lru_cache(maxsize=64)
def _counts(
    held: Held, version: str, where: Where, currency: str, zone: str,
    costs: tuple[tuple[str, float | None], ...],
) -> pd.DataFrame:  # fmt: skip
    """The counts by market of the first order: each customer has one, so all together are their sums."""
    return held.cohorts(["market"], where, currency=currency, zone=zone)
