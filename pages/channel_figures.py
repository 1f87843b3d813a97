"""Gathers what the Channels page shows: funnel, costs and worth by channel or market, claims beside counts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from components.channel_worth import COLUMNS
from components.funnel import STEPS, Funnel
from frameworks.kpi import KPIS, Kpi
from frameworks.kpi.counts import COUNTS
from frameworks.kpi.intervals import count
from pages.kpi_splits import with_intervals
from pages.numbers import Numbers

ALL = "all"
"""Stands for all channels or markets together."""
MIXED = ("customer_acquisition_cost", "ltv_to_cac", "payback_months")
"""KPIs that hold advertising against customers: they say nothing where neither names its channel or market."""
_STEP_KPIS: Mapping[str, str | Kpi] = {
    "sessions": "sessions", "key_events": COUNTS["key_events"], "transactions": COUNTS["transactions"],
    "orders": "orders", "repeat": COUNTS["repeat_orders"],
}  # fmt: skip


def missing(here: Numbers, kpi: str | Kpi) -> tuple[str, ...]:
    """Return the tables a KPI or count needs and no upload fills."""
    needs = (KPIS[kpi] if isinstance(kpi, str) else kpi).needs
    present = here.warehouse.present()
    return tuple(table for table in needs if not present.get(table))


def funnel(here: Numbers) -> Funnel:
    """Return the steps of the funnel over all markets, channels and devices in force."""
    counts = {step: None if missing(here, kpi) else _one(here, kpi) for step, kpi in _STEP_KPIS.items()}
    return Funnel(counts)


def funnel_by(here: Numbers, by: str) -> pd.DataFrame:
    """Return the steps by market, channel or device: one row a segment, most sessions first, with conversion and interval."""
    parts = [
        _plain(_keyed(here.kpi(kpi, (by,)), by)["value"]).rename(step)  # type: ignore[arg-type]
        for step, kpi in _STEP_KPIS.items()
        if not missing(here, kpi)
    ]
    steps = pd.concat(parts, axis=1) if parts else pd.DataFrame()
    steps = steps.reindex(columns=list(STEPS))
    rate = pd.DataFrame(columns=["conversion", "low", "high"], dtype=float)
    if not missing(here, "conversion_rate"):
        found = with_intervals(here.kpi("conversion_rate", (by,)), "conversion_rate")
        rate = _keyed(found, by).rename(columns={"value": "conversion"})[["conversion", "low", "high"]]
    steps = steps.join(rate)
    steps = steps.sort_values(["sessions", "orders"], ascending=False, kind="stable")
    return steps.rename_axis(by).reset_index()


def worth(here: Numbers, by: str) -> pd.DataFrame:
    """Return a row a channel or market, dearest first and ``ALL`` last, with a column a KPI of costs and worth.

    The cost of a new customer carries an interval: what it would be were the number of new customers at either
    end of its own 95 % interval.
    """
    known = [name for name in COLUMNS if by in KPIS[name].dimensions and not here.need(name)]
    if not known:
        return pd.DataFrame(columns=[by])
    table = pd.concat([_with_ends(here, name, by) for name in known], axis=1)
    mixed = [column for column in table if column.removesuffix("_low").removesuffix("_high") in MIXED]
    table.loc[table.index.isna(), mixed] = math.nan
    shown = [name for name in ("ad_spend", "new_customers") if name in table]
    if shown:
        table = table[table[shown].fillna(0).sum(axis=1) > 0].sort_values(shown, ascending=False, kind="stable")
    if len(table) > 1:
        table = pd.concat([table, pd.concat([_with_ends(here, name) for name in known], axis=1)])
    return table.rename_axis(by).reset_index()


def attributed(table: pd.DataFrame) -> bool:
    """Return whether any channel of ``worth(here, "channel")`` both cost something and won somebody."""
    both = table[table["channel"] != ALL].reindex(columns=["ad_spend", "new_customers"])
    return bool((both > 0).all(axis=1).any())


def _with_ends(here: Numbers, name: str, by: str | None = None) -> pd.DataFrame:
    """Return a KPI's value under its name and the ends of its interval, by segment or for all together."""
    moments = KPIS[name].interval == "mean"
    frame = here.at(here.filters.where(), name, (by,) if by else (), moments=moments)
    frame = _keyed(frame, by) if by else frame.set_axis([ALL])
    found = with_intervals(frame, name)[["value", "low", "high"]].apply(_plain)
    if name == "customer_acquisition_cost":
        won = [count(customers) for customers in _plain(frame["denominator"]).fillna(0)]
        spent = _plain(frame["numerator"]).where(_plain(frame["denominator"]) > 0)
        found["low"] = spent / [end.high for end in won]
        found["high"] = [cost / end.low if end.low else math.nan for cost, end in zip(spent, won, strict=True)]
    found.loc[found["low"] == found["high"], ["low", "high"]] = math.nan
    return found.set_axis([name, f"{name}_low", f"{name}_high"], axis=1)


def _keyed(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return a frame indexed by segment, the one that is not stated always NaN: a database has NULL, None or NaN for it."""
    return frame.set_index(pd.Index([math.nan if pd.isna(key) else key for key in frame[by]], dtype=object, name=by))


def _plain(column: pd.Series) -> pd.Series:
    """Return a column as floats, with NaN where a database has NULL."""
    return pd.Series(column.to_numpy(dtype=float, na_value=math.nan), column.index)


def claims(here: Numbers) -> pd.DataFrame:
    """Return orders and their value by channel as platforms, analytics and the shop tell them."""
    tellers: Sequence[tuple[str, str | Kpi, str | Kpi]] = (
        ("claimed", COUNTS["claimed_orders"], COUNTS["claimed_value"]),
        ("seen", COUNTS["transactions"], COUNTS["transaction_value"]),
        ("counted", "orders", "revenue"),
    )
    parts = []
    for name, orders, value in tellers:
        for kpi, column in ((orders, name), (value, f"{name}_value")):
            if missing(here, kpi):
                parts.append(pd.Series(dtype=float, name=column))
            else:
                parts.append(_plain(_keyed(here.kpi(kpi, ("channel",)), "channel")["value"]).rename(column))  # type: ignore[arg-type]
    table = pd.concat(parts, axis=1)
    table = table[table["claimed"].notna() | table["seen"].notna()]
    return table.sort_values(["claimed", "seen"], ascending=False, kind="stable").rename_axis("channel").reset_index()


def _one(here: Numbers, kpi: str | Kpi) -> float | None:
    frame = here.kpi(kpi)  # type: ignore[arg-type]
    return None if frame.empty or pd.isna(frame["value"].iloc[0]) else float(frame["value"].iloc[0])
