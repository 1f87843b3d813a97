"""How people in a market are connected and buy online, as far as the world indicators tell."""

from __future__ import annotations

import pandas as pd

from frameworks.potential.indicators import indicator_list, latest
from frameworks.reference import Reference

INDICATORS = (
    "internet_pct", "mobile_per100", "fixed_bb_per100", "bought_online_pct", "paid_online_digitally_pct",
    "paid_cod_pct", "paid_bills_online_pct", "mobile_money_pct",
)  # fmt: skip
COLUMNS = ("name", "unit", "value", "year", "source", "licence", "limit")


def devices(reference: Reference, market: str) -> pd.DataFrame:
    """Return device and online habits of ``market``, one row an indicator of ``INDICATORS``, known or not.

    Columns ``COLUMNS``: name, unit, value (NaN where not published), year (Int64), source (producer and
    edition), licence, limit. No published table tells which devices people shop on; subscriptions and
    shares of users stand in. Source: table ``indicators``.
    """
    about = indicator_list(reference).reindex(list(INDICATORS))
    newest = reference.derived(_habits)
    newest = newest[newest["iso3"] == market].set_index("indicator")
    sources = reference.table("indicator_sources").set_index("source")
    told = sources.reindex(newest["source"]).set_axis(newest.index)
    frame = about[["name", "unit"]].copy()
    frame["value"] = newest["value"].astype(float).reindex(frame.index)
    frame["year"] = newest["year"].reindex(frame.index).astype("Int64")
    frame["source"] = (told["producer"] + ", " + told["edition"]).reindex(frame.index).fillna("")
    frame["licence"] = told["licence"].reindex(frame.index).fillna("")
    frame["limit"] = about["limit"].fillna("")
    return frame[list(COLUMNS)]


def _habits(reference: Reference) -> pd.DataFrame:
    rows = latest(reference)
    return rows[rows["indicator"].isin(INDICATORS)]
