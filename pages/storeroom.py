"""The warehouse of this process, and what the pages on markets take from it: own demand, and a market's own figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

import pandas as pd
import streamlit as st

from components.sources import plain
from components.words import said
from data.warehouse import Warehouse
from data.warehouse.coverage import Coverage, coverage
from data.warehouse.engines import EngineError
from data.warehouse.shared import SharedWarehouse
from data.workspace_file import default_folder
from frameworks.kpi import KPIS
from frameworks.kpi.moves import base
from frameworks.kpi.where import Where
from frameworks.labels import N_, Sentence
from frameworks.potential.own_demand import own_demand

YEAR = 365
OWN = (
    "revenue", "orders", "average_order_value", "sessions", "conversion_rate", "new_customers", "repeat_purchase_rate",
    "return_rate", "customer_acquisition_cost", "csat", "nps", "first_response_hours",
)  # fmt: skip
"""The KPIs shown beside a market's indicators."""


Held = Warehouse | SharedWarehouse


def warehouse() -> Held:
    """Return what the pages of numbers read: the team's own database where the secrets name one, else the local file.

    Stops the page where it cannot be opened.
    """
    try:
        return shared() or _warehouse(str(default_folder()))
    except Sentence as error:
        _stop(error)


def local() -> Warehouse:
    """Return the one warehouse of this process for the folder in use, where uploads go; stops the page without it."""
    try:
        return _warehouse(str(default_folder()))
    except Sentence as error:
        _stop(error)


def shared() -> SharedWarehouse | None:
    """Return the team's own database, None where the secrets name none; raises EngineError for a setting amiss."""
    try:
        named = st.secrets.get("warehouse")
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and error.__cause__ is None:
            return None
        raise EngineError(N_("The file of secrets cannot be read: it is not TOML, or not for Landfall to open.")) from None
    if named is None:
        return None
    url, schema = (named.get("url"), named.get("schema")) if isinstance(named, Mapping) else (None, None)
    if not isinstance(url, str) or not url.strip() or not isinstance(schema, str | None):
        raise EngineError(N_('The secrets name a warehouse, but not its address: url = "postgresql://…".'))
    return _shared(url.strip(), schema or None, str(default_folder()))


def elsewhere() -> str:
    """Return where the pages of numbers read, "" for the local file."""
    try:
        held = shared()
    except Sentence:
        return ""
    return held.place if held else ""


def filled() -> Held | None:
    """Return what the pages of numbers read where it holds rows; None where there is none or it does not answer."""
    try:
        held = shared()
        if held is None:
            if not any(default_folder().glob("kpi.duckdb*")):
                return None
            held = _warehouse(str(default_folder()))
        return held if held.span() else None
    except Sentence:
        return None


def _stop(error: Sentence) -> NoReturn:
    st.error(plain(said(error)), icon=":material/report:")
    st.stop()


@st.cache_resource(show_spinner=False)
def _shared(url: str, schema: str | None, folder: str) -> SharedWarehouse:
    return SharedWarehouse(url, schema, folder=folder)


@st.cache_resource(show_spinner=False)
def _warehouse(folder: str) -> Warehouse:
    return Warehouse(Path(folder))


def demand(home: str) -> tuple[tuple[str, float], ...]:
    """Return own demand (0-100) by market over the last year of the data, seen from ``home``; empty without uploads."""
    held = filled()
    try:
        return _demand(held, held.version, home) if held else ()
    except EngineError:
        return ()


@lru_cache(maxsize=32)
def _demand(held: Held, version: str, home: str) -> tuple[tuple[str, float], ...]:
    counts = {name: _by_market(held, version, name)["value"] for name in ("orders", "sessions") if _fillable(held, name)}
    return tuple(own_demand(pd.DataFrame(counts).drop(index="", errors="ignore"), home).items())


def own_figures(market: str) -> tuple[Mapping[str, pd.DataFrame], str, tuple[dt.date, dt.date] | None]:
    """Return each KPI of ``OWN`` that can be computed, by market ("" for all of them), the currency and the days."""
    held = filled()
    if held is None:
        return {}, "", None
    try:
        currency = _currency(held, held.version)
        found = {name: _by_market(held, held.version, name, currency) for name in OWN if _fillable(held, name)}
    except EngineError:
        return {}, "", None
    return {name: rows for name, rows in found.items() if market in rows.index}, currency, _last_year(held)


@lru_cache(maxsize=64)
def _by_market(held: Held, version: str, name: str, currency: str = "EUR") -> pd.DataFrame:
    """Return value and n (what it counts) by market, and "" for all, over the last year of the data."""
    where = _coverage(held, version).within(Where.of({"period": _last_year(held)}), KPIS[name].needs)
    split = held.compute(name, by=["market"], where=where, currency=currency).dropna(subset=["market"]).set_index("market")
    whole = held.compute(name, where=where, currency=currency).set_axis([""])
    rows = pd.concat([split, whole])
    return rows.assign(n=[base(KPIS[name], row) for row in rows.to_dict("records")])[["value", "n"]]


@lru_cache(maxsize=32)
def _currency(held: Held, version: str) -> str:
    """The currency most rows are in, as on the pages of numbers."""
    return next(iter(_coverage(held, version).currencies), "EUR")


@lru_cache(maxsize=8)
def _coverage(held: Held, version: str) -> Coverage:
    return coverage(held)


def _last_year(held: Held) -> tuple[dt.date, dt.date]:
    first, last = held.span() or (dt.date.min, dt.date.max)
    return max(first, last - dt.timedelta(days=YEAR - 1)), last


def _fillable(held: Held, name: str) -> bool:
    there = held.present()
    return all(there.get(table) for table in KPIS[name].needs)


def answer_hours() -> dict[str, float]:
    """Return the mean hours to a first answer by market, over the last year of the data; empty without tickets."""
    held = filled()
    try:
        return _answer_hours(held, held.version) if held else {}
    except EngineError:
        return {}


@lru_cache(maxsize=8)
def _answer_hours(held: Held, version: str) -> dict[str, float]:
    if not _fillable(held, "first_response_hours"):
        return {}
    found = _by_market(held, version, "first_response_hours")["value"].dropna()
    return {str(market): float(hours) for market, hours in found.items() if market}


def retention() -> int | None:
    """Return after how many days rows of uploads are deleted, None for never or without uploads."""
    held = filled()
    return held.retention if isinstance(held, Warehouse) else None
