"""Joins the numbers and the tiles: works out what a tile shows and opens what lies behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from components import kpi_details, kpi_trend, tile
from components.benchmark import range_text
from components.tile import Tile
from components.words import _, date_text, said, settle
from data.export.names import filename
from data.export.spreadsheet import table_csv
from frameworks.kpi import KPIS, Kpi
from frameworks.kpi.benchmarks import benchmarks
from frameworks.kpi.kept import stored
from frameworks.kpi.moves import base
from frameworks.labels import Sentence
from pages import target_work
from pages.numbers import Numbers


def tiles(here: Numbers, names: tuple[str, ...], *, key: str = "tiles") -> None:
    """Draw the tiles of some KPIs; a click opens definition, SQL, rows and benchmarks."""
    tile.grid([make(here, name) for name in names], here.filters.currency, partial(opened, here), key=key)


def make(here: Numbers, name: str) -> Tile:
    """Work out one tile: the value, the one compared with, and its course over the whole steps of the period."""
    kpi = KPIS[name]
    bare = Tile(name, _(kpi.title), kpi.unit, kpi.direction)
    missing = here.need(name)
    if missing:
        return replace(bare, missing=missing)
    if reason := _unsplit(here, kpi):
        return replace(bare, undefined=reason)
    steps = here.kpi(name, (_grain(here),))
    now = whole(kpi, steps) if kpi.aggregate in ("sum", "ratio") else here.kpi(name)
    former = here.before(name)
    others = benchmarks(here.desk.reference, name, here.filters.currency)
    value = total(now)
    if value is None and now.empty and _counts_nothing(here, kpi):
        value = 0.0
    return replace(
        bare, value=value, rows=0 if now.empty else base(kpi, now.iloc[0]),
        before=None if former is None else total(former), course=course(here, kpi, steps), undefined=_undefined(kpi),
        until=_until(here, name),
        plan=target_work.foot(here, name),
        benchmark=range_text(others[0], kpi.unit, here.filters.currency) if others else "",
    )  # fmt: skip


def total(frame: pd.DataFrame) -> float | None:
    """Return the value of a KPI that is not split, None where it is undefined."""
    return None if frame.empty or pd.isna(frame["value"].iloc[0]) else float(frame["value"].iloc[0])


def whole(kpi: Kpi, steps: pd.DataFrame) -> pd.DataFrame:
    """Return the KPI that is not split from the one split into steps; for sums and ratios, where that is exact."""
    if steps.empty:
        return steps.assign(value=[])
    sums = steps[["numerator", "denominator"]].sum(min_count=1)
    value = sums["numerator"]
    if kpi.aggregate == "ratio":
        value = sums["numerator"] / sums["denominator"] if sums["denominator"] else None
    return pd.DataFrame([{"value": value, **sums, "n": steps["n"].sum()}])


def course(here: Numbers, kpi: Kpi, steps: pd.DataFrame) -> tuple[float | None, ...]:
    """Return a KPI over the whole steps of the period, None where undefined."""
    grain = _grain(here)
    known = kpi_trend.series(steps, here.filters.period, grain, kpi.aggregate, here.covered(kpi.name))
    values = known.loc[known["whole"], "value"]
    return tuple(None if pd.isna(value) else float(value) for value in values)


def _counts_nothing(here: Numbers, kpi: Kpi) -> bool:
    """Whether no row means none: of a sum, on days that the data reach; of customers, where any are known."""
    covered, period = here.covered(kpi.name), here.filters.period
    reached = bool(covered) and covered.start <= period.end and period.start <= covered.end
    return kpi.aggregate == "sum" and reached and (not stored(kpi.sql) or here.matched().customers > 0)


def _grain(here: Numbers) -> str:
    return kpi_trend.grain_for(here.filters.period.days)


def _until(here: Numbers, name: str) -> str:
    """The last day a KPI's data reach, where the period on show goes on after it; else ""."""
    covered = here.covered(name)
    return date_text(covered.end) if covered and covered.end < here.filters.period.end else ""


def _unsplit(here: Numbers, kpi: Kpi) -> str:
    """Say which filter a KPI cannot follow, "" for none."""
    if here.filters.channels and "channel" not in kpi.dimensions:
        return _("not known by channel")
    return _("not known by market") if here.filters.markets and "market" not in kpi.dimensions else ""


def _undefined(kpi: Kpi) -> str:
    """What there is none of when a KPI has no value."""
    return _("nothing in this period to count") if kpi.aggregate == "sum" else _("nothing in this period to divide by")


def opened(here: Numbers, name: str) -> None:
    """Open what lies behind a tile."""
    kpi = KPIS[name]

    @st.dialog(_(kpi.title), width="large")
    def behind() -> None:
        settle()
        shown, chosen = make(here, name), here.filters
        where, how = here.within(chosen.where(), name), {"currency": chosen.currency, "zone": chosen.zone}
        rows = partial(here.warehouse.rows, name, where, **how, limit=kpi_details.MOST_ROWS)
        try:
            kpi_details.show(
                kpi, shown, chosen.currency,
                periods=(chosen.period.text, chosen.before.text if chosen.before else ""),
                sql="" if shown.missing else here.warehouse.sql(name, (), where, **how),
                rows=rows, csv=lambda: table_csv(rows(limit=100_000), index=False),
                filename=filename(name, "csv", day=dt.date.today()),
                benchmarks=benchmarks(here.desk.reference, name, chosen.currency),
                plan=target_work.told(here, name),
            )  # fmt: skip
        except Sentence as error:
            st.error(said(error), icon=":material/report:")

    behind()
