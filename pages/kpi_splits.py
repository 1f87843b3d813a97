"""KPIs split by market and over time, as the charts want them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from components import kpi_trend
from frameworks.kpi import KPIS
from frameworks.kpi.moves import base, interval
from pages.numbers import Numbers


def by_market(here: Numbers, name: str) -> pd.DataFrame:
    """Return a KPI by market with low and high of its interval where it has one; every market, also filtered ones."""
    where, moments = replace(here.filters.where(), markets=()), KPIS[name].interval == "mean"
    return with_intervals(here.at(where, name, ("market",), moments=moments), name)


def with_intervals(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the frame with base (what is counted), low and high: the 95 % interval, else the value itself."""
    records = frame.to_dict("records")
    found = [interval(KPIS[name], row) for row in records]
    ends = [(each.low, each.high) if each else (value, value) for each, value in zip(found, frame["value"], strict=True)]
    low, high = zip(*ends, strict=True) if ends else ((), ())
    plain = [column for column in frame.columns if column not in ("numerator_squares", "denominator_squares", "products")]
    return frame[plain].assign(base=[base(KPIS[name], row) for row in records], low=low, high=high)


def over_time(here: Numbers, name: str, grain: str) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Return a KPI by step, in the period on show and in the one compared with."""
    chosen, aggregate = here.filters, KPIS[name].aggregate
    covered = here.covered(name)
    now = kpi_trend.series(here.kpi(name, (grain,)), chosen.period, grain, aggregate, covered)
    former = here.former(name)
    if former is None:
        return now, None
    return now, kpi_trend.series(here.at(chosen.where(former), name, (grain,)), former, grain, aggregate, covered)
