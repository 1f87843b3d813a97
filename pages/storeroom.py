"""The warehouse of this process, and what the pages on markets take from it: own demand, and a market's own figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pandas as pd
import streamlit as st

from components.words import said
from data.warehouse import Warehouse
from data.workspace_file import default_folder
from frameworks.kpi import KPIS
from frameworks.labels import Sentence
from frameworks.potential.own_demand import own_demand

YEAR = 365
OWN = (
    "revenue", "orders", "average_order_value", "sessions", "conversion_rate", "new_customers", "repeat_purchase_rate",
    "return_rate", "customer_acquisition_cost", "csat", "nps", "first_response_hours",
)  # fmt: skip
"""The KPIs shown beside a market's indicators."""


def warehouse() -> Warehouse:
    """Return the one warehouse of this process for the folder in use; stops the page where it cannot be opened."""
    try:
        return _warehouse(str(default_folder()))
    except Sentence as error:
        st.error(said(error), icon=":material/report:")
        st.stop()


def filled() -> Warehouse | None:
    """Return the warehouse where it holds rows; None where there is none, or another process has it."""
    if not any(default_folder().glob("kpi.duckdb*")):
        return None
    try:
        held = _warehouse(str(default_folder()))
        return held if held.span() else None
    except Sentence:
        return None


@st.cache_resource(show_spinner=False)
def _warehouse(folder: str) -> Warehouse:
    return Warehouse(Path(folder))


def demand(home: str) -> tuple[tuple[str, float], ...]:
    """Return own demand (0-100) by market over the last year of the data, seen from ``home``; empty without uploads."""
    held = filled()
    return _demand(held, held.version, home) if held else ()


@lru_cache(maxsize=32)
def _demand(held: Warehouse, version: str, home: str) -> tuple[tuple[str, float], ...]:
    counts = {name: _by_market(held, version, name)["value"] for name in ("orders", "sessions") if _fillable(held, name)}
    return tuple(own_demand(pd.DataFrame(counts).drop(index="", errors="ignore"), home).items())


def own_figures(market: str) -> tuple[Mapping[str, pd.DataFrame], str, tuple[dt.date, dt.date] | None]:
    """Return each KPI of ``OWN`` that can be computed, by market ("" for all of them), the currency and the days."""
    held = filled()
    if held is None:
        return {}, "", None
    currency = next((code for code in held.currencies() if code), "EUR")
    found = {name: _by_market(held, held.version, name, currency) for name in OWN if _fillable(held, name)}
    return {name: rows for name, rows in found.items() if market in rows.index}, currency, _last_year(held)


@lru_cache(maxsize=64)
def _by_market(held: Warehouse, version: str, name: str, currency: str = "EUR") -> pd.DataFrame:
    """Return value and n by market, and "" for all, over the last year of the data."""
    where = {"period": _last_year(held)}
    split = held.compute(name, by=["market"], where=where, currency=currency).dropna(subset=["market"]).set_index("market")
    whole = held.compute(name, where=where, currency=currency).set_axis([""])
    return pd.concat([split, whole])[["value", "n"]]


def _last_year(held: Warehouse) -> tuple[dt.date, dt.date]:
    first, last = held.span() or (dt.date.min, dt.date.max)
    return max(first, last - dt.timedelta(days=YEAR - 1)), last


def _fillable(held: Warehouse, name: str) -> bool:
    there = held.present()
    return all(there.get(table) for table in KPIS[name].needs)
