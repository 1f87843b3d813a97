"""Works out what moved beyond noise: the period against the one compared with, and the last whole week."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.kpi_filters import Filters
from components.kpi_news import Moved, News, Unusual
from components.words import _
from frameworks.kpi import KPIS
from frameworks.kpi.moves import Change, Week, beyond_noise, compare, last_week
from pages.numbers import Numbers

COMPARED = (
    "average_order_value", "refund_rate", "return_rate", "repeat_purchase_rate", "new_customer_share", "conversion_rate",
    "csat", "nps", "review_rating", "on_time_delivery_rate",
)  # fmt: skip
"""Figures with an interval: a period of them can be held against another one."""
COUNTED = ("revenue", "orders", "sessions")
"""Amounts and counts: their own weeks say what is usual."""
WEEKS = 27
MOST = 6


def moves(here: Numbers) -> News:
    """Return what moved, surest first, and what it was judged by."""
    changes, unusual, asked = _found(here.version, here.filters, here)
    moved = [Moved(*_about(each), each.now, each.before, each.n) for each in changes[:MOST]]
    strange = [Unusual(*_about(each), each.value, each.low, each.high, each.week) for each in unusual[:MOST]]
    weekly = any(len(_weeks(here, name)) > 8 for name in COUNTED if not here.need(name))
    return News((*moved, *strange), asked, weekly, here.filters.before)


def _about(each: Change | Week) -> tuple[str, str, str, str]:
    kpi = KPIS[each.kpi]
    return each.market, _(kpi.title), kpi.unit, kpi.direction


@st.cache_data(max_entries=64, show_spinner=False)
def _found(version: str, filters: Filters, _here: Numbers) -> tuple[list[Change], list[Week], int]:
    changes = [each for name in COMPARED for each in _compared(_here, name)]
    unusual = [each for name in COUNTED for each in _unusual(_here, name)]
    return beyond_noise(changes), sorted(unusual, key=lambda week: -abs(week.z)), len(changes)


def _compared(here: Numbers, name: str) -> list[Change]:
    former = None if here.need(name) else here.former(name)
    if former is None:
        return []
    now, before = (here.at(here.filters.where(days), name, ("market",), moments=True) for days in (None, former))
    return compare(KPIS[name], now, before)


def _unusual(here: Numbers, name: str) -> list[Week]:
    weeks = _weeks(here, name)
    if here.need(name) or len(weeks) <= 8:
        return []
    where = replace(here.filters.where(), start=weeks[0], end=weeks[-1] + dt.timedelta(days=6))
    frame = here.at(where, name, ("week", "market"))
    frame["week"] = [None if pd.isna(day) else pd.Timestamp(day).date() for day in frame["week"]]
    return last_week(KPIS[name], weeks, frame)


def _weeks(here: Numbers, name: str) -> list[dt.date]:
    """The whole weeks that the data of a KPI reach, up to the end of the period on show; at most ``WEEKS``."""
    covered = here.covered(name)
    if covered is None:
        return []
    end = min(covered.end, here.filters.period.end)
    last = end - dt.timedelta(days=(end.weekday() + 1) % 7 + 6)
    return [day for day in (last - dt.timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)) if day >= covered.start]
