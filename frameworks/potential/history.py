"""One market's published figures: newest value, place in the world, score and the years before."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from frameworks.potential.indicators import indicator_list, indicator_scores, latest, wide
from frameworks.reference import Reference

ERRORS = "uncertainty"
"""Dimension of the indicators that are standard errors of others; they stand beside those."""


def world_percentiles(reference: Reference) -> pd.DataFrame:
    """Return the percentile (0-100, mid-rank) of each market's newest figure among all markets.

    Turned so that 100 is the better end; where neither end is better, 100 is the highest figure.
    Frame by market and indicator, NaN where unknown.
    """
    return reference.derived(_percentiles)


def past(reference: Reference, market: str) -> pd.DataFrame:
    """Return every published year of one market, by indicator.

    Columns: ``values`` (list of figures, oldest first), ``first_year``, ``last_year``, ``years`` (how many).
    """
    rows = reference.table("indicators")
    rows = rows[(rows["iso3"] == market) & rows["value"].notna()].sort_values(["indicator", "year"])
    grouped = rows.groupby("indicator", sort=True)
    return pd.DataFrame(
        {
            "values": grouped["value"].agg(list),
            "first_year": grouped["year"].min(),
            "last_year": grouped["year"].max(),
            "years": grouped["year"].nunique(),
        }
    )


def sheet(reference: Reference, market: str) -> pd.DataFrame:
    """Return all that is published about one market, one row an indicator, known or not.

    Columns: ``name``, ``unit``, ``direction`` (higher, lower, context), ``dimension``, ``scored`` (bool),
    ``limit`` from the indicator list; ``value`` (in ``unit``), ``year``, ``error`` (published standard
    error in ``unit``), ``percentile`` (see ``world_percentiles``), ``score`` (0-100, NaN unless scored),
    ``values``, ``first_year``, ``last_year`` (see ``past``), ``producer``, ``edition``, ``licence``,
    ``commercial``. NaN or "" where unknown. Scored indicators come first in each dimension.

    The frame is kept for the next call: do not change it. Raises KeyError when ``market`` is no market of
    the reference.
    """
    if market not in reference.markets:
        raise KeyError(market)
    return _sheet(reference, market)


@lru_cache(maxsize=64)
def _sheet(reference: Reference, market: str) -> pd.DataFrame:
    about = indicator_list(reference)
    newest = latest(reference)
    newest = newest[newest["iso3"] == market].drop_duplicates("indicator").set_index("indicator")
    sources = reference.table("indicator_sources").set_index("source")
    frame = about[["name", "unit", "direction", "dimension", "limit"]].copy()
    frame["scored"] = about["scored"] == 1
    frame["value"] = newest["value"].astype(float).reindex(frame.index)
    frame["year"] = newest["year"].reindex(frame.index).astype("Int64")
    frame["error"] = newest["value"].reindex(about["error"]).to_numpy(float)
    frame["percentile"] = world_percentiles(reference).loc[market].reindex(frame.index)
    frame["score"] = indicator_scores(reference).score.loc[market].reindex(frame.index)
    frame = frame.join(past(reference, market)[["values", "first_year", "last_year"]])
    frame = frame.join(sources.reindex(newest["source"]).set_axis(newest.index))
    for column in ("limit", "producer", "edition", "licence", "commercial"):
        frame[column] = frame[column].fillna("")
    frame = frame[frame["dimension"] != ERRORS]
    return frame.sort_values("scored", ascending=False, kind="stable")


def _percentiles(reference: Reference) -> pd.DataFrame:
    figures = wide(reference)
    place = 100 * (figures.rank(method="average") - 0.5) / figures.notna().sum()
    lower = indicator_list(reference)["direction"].reindex(figures.columns) == "lower"
    turned = np.where(lower.to_numpy(), 100 - place.to_numpy(), place.to_numpy())
    return pd.DataFrame(np.round(turned, 1), figures.index, figures.columns)
