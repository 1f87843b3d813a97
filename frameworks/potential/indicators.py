"""From published figures to 0-100 indicator scores on a fixed world scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from frameworks.reference import Reference
from frameworks.scale import minmax

WINSOR = (2.5, 97.5)
"""Percentiles of the scaling markets beyond which a figure is held at the end of the scale."""

SCALING_POPULATION = 1_000_000
"""Only markets with at least this many people set the scale, so that tiny ones do not stretch it."""


@dataclass(frozen=True)
class IndicatorScores:
    """The newest figure of every scored indicator, and its score.

    value: frame by market and indicator, in the indicator's unit, NaN where unknown.
    year:  frame like ``value``, year of the figure.
    score: frame like ``value``, 0-100 with 100 the better end, rounded as shown.
    error: frame like ``value``, published standard error in score points, 0 where none is published.
    scale: frame by indicator with ``low`` and ``high`` of the scale, in the unit (before logarithms).
    """

    value: pd.DataFrame
    year: pd.DataFrame
    score: pd.DataFrame
    error: pd.DataFrame
    scale: pd.DataFrame


def indicator_scores(reference: Reference) -> IndicatorScores:
    """Return the scores of all scored indicators (amounts on a log scale, winsorised, min-max)."""
    return reference.derived(_indicator_scores)


def latest(reference: Reference) -> pd.DataFrame:
    """Return the newest row of each market and indicator: iso3, indicator, year, value, source."""
    return reference.derived(_latest)


def wide(reference: Reference, column: str = "value") -> pd.DataFrame:
    """Return ``column`` of the newest rows as a frame by market and indicator."""
    frame = latest(reference).pivot(index="iso3", columns="indicator", values=column)
    return frame.reindex(index=reference.markets)


def indicator_list(reference: Reference) -> pd.DataFrame:
    """Return the indicator list by indicator code."""
    return reference.table("indicator_list").set_index("indicator")


def _latest(reference: Reference) -> pd.DataFrame:
    rows = reference.table("indicators").dropna(subset=["value"])
    newest = rows.groupby(["iso3", "indicator"], sort=False)["year"].transform("max")
    return rows[rows["year"] == newest].reset_index(drop=True)


def _indicator_scores(reference: Reference) -> IndicatorScores:
    about = indicator_list(reference)
    scored = about[about["scored"] == 1]
    everything, years = wide(reference), wide(reference, "year")
    value = everything.reindex(columns=scored.index)
    big = everything.reindex(columns=["population"])["population"] >= SCALING_POPULATION
    score, error, scale = {}, {}, {}
    for code, row in scored.iterrows():
        figures = value[code].to_numpy(float)
        raw = _log(figures) if row["log"] else figures
        low, high = _ends(raw[big.to_numpy()])
        score[code] = minmax(raw, low, high, higher_is_better=row["direction"] == "higher")
        spread = everything[row["error"]].to_numpy(float) if row["error"] in everything else np.zeros(len(raw))
        error[code] = 100 * np.nan_to_num(spread) / (high - low) if high > low else np.zeros(len(raw))
        scale[code] = np.exp([low, high]) if row["log"] else np.array([low, high])
    frame = {"index": value.index, "columns": value.columns}
    return IndicatorScores(
        value, years.reindex(columns=value.columns), pd.DataFrame(score, **frame), pd.DataFrame(error, **frame),
        pd.DataFrame(scale, index=["low", "high"]).T,
    )  # fmt: skip


def _log(figures: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(figures > 0, np.log(figures), np.nan)


def _ends(raw: np.ndarray) -> tuple[float, float]:
    known = raw[~np.isnan(raw)]
    if not len(known):
        return 0.0, 0.0
    low, high = np.percentile(known, WINSOR)
    return float(low), float(high)
