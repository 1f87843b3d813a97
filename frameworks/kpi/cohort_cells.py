"""From counts of cohorts to the cells of a heat map and the points of a retention curve.

A cell is mature once its month is over for the whole cohort; before that nothing is said, because an unfinished
month would read as a loss. Once mature, nobody is nobody: a missing count is 0.
"""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pandas as pd

from frameworks.kpi.intervals import wilson
from frameworks.labels import N_, Sentence

MEASURES = ("customers", "revenue", "margin")
COLUMNS = ("cohort", "months", "size", "n", "value", "mature")


def cells(counts: pd.DataFrame, measure: str, until: dt.date) -> pd.DataFrame:
    """Return one row a cohort and month since its first order, and the rows of all cohorts together.

    counts:  ``cohort`` (first day of the month), ``months`` (0 up), ``customers`` (who bought in that month) and,
             for the other measures, ``revenue`` and ``margin`` of that month in the reporting currency.
    measure: ``customers`` (share of the cohort who bought in that month), ``revenue`` or ``margin`` (per customer
             of the cohort, added up to that month).
    until:   last day that the data cover.

    Columns: ``cohort`` (missing in the rows of all cohorts), ``months``, ``size``, ``n``, ``value``, ``mature``.
    A cohort whose own first month is not over is left out. Raises Sentence for another measure.
    """
    if measure not in MEASURES:
        raise Sentence(N_("No measure is called {name}."), name=repr(measure))
    last = _months(pd.Series([until + dt.timedelta(days=1)])).iloc[0] - 1  # the last month that is over
    counts = counts[counts["cohort"].notna()]
    starts = _months(counts["cohort"])
    counts = counts[starts.to_numpy() <= last]
    if counts.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    started = sorted(counts["cohort"].unique())
    first = _months(pd.Series(started)).to_numpy()
    width = int(last - first.min()) + 1
    buyers = _grid(counts, "customers", started, width)
    mature = first[:, None] + np.arange(width)[None, :] <= last
    size = buyers[:, :1]
    total = buyers if measure == "customers" else np.cumsum(_grid(counts, measure, started, width), axis=1)
    share = np.where(mature, total / np.where(size > 0, size, np.nan), np.nan)
    parts = [_long(started, np.repeat(size, width, axis=1), buyers, share, mature)]
    held = np.where(mature, size, 0.0).sum(axis=0)
    together = np.where(mature, total, 0.0).sum(axis=0) / np.where(held > 0, held, np.nan)
    parts.append(
        _long(
            [pd.NaT],
            held[None, :],
            np.where(mature, buyers, 0.0).sum(axis=0)[None, :],
            together[None, :],
            (held > 0)[None, :],
        )
    )
    return pd.concat(parts, ignore_index=True)


def curve(counts: pd.DataFrame, until: dt.date) -> pd.DataFrame:
    """Return the share who bought again by months since the first order, all cohorts together.

    Columns: ``months`` (1 up), ``size`` (customers whose month is over), ``n`` (of whom bought), ``value``, and the
    95 % Wilson interval ``low``, ``high``. counts and until as for ``cells``.
    """
    found = cells(counts, "customers", until)
    found = found[found["cohort"].isna() & (found["months"] >= 1) & found["mature"]].copy()
    ends = [wilson(n, size) for n, size in found[["n", "size"]].to_numpy(float)]
    found["low"] = [end.low if end else math.nan for end in ends]
    found["high"] = [end.high if end else math.nan for end in ends]
    return found[["months", "size", "n", "value", "low", "high"]].reset_index(drop=True)


def _months(days: pd.Series) -> pd.Series:
    """Return each day's month, counted from year 0."""
    when = pd.to_datetime(days)
    return when.dt.year * 12 + when.dt.month - 1


def _grid(counts: pd.DataFrame, column: str, started: list, width: int) -> np.ndarray:
    """Return a column as cohorts by months; what nobody did is 0, what is not known at all is NaN."""
    if counts[column].isna().all():
        return np.full((len(started), width), np.nan)
    wide = counts.pivot_table(index="cohort", columns="months", values=column, aggfunc="sum")
    return wide.reindex(index=started, columns=range(width)).fillna(0.0).to_numpy(float)


def _long(cohorts: list, size: np.ndarray, n: np.ndarray, value: np.ndarray, mature: np.ndarray) -> pd.DataFrame:
    width = value.shape[1]
    return pd.DataFrame(
        {
            "cohort": pd.Series(np.repeat(pd.to_datetime(pd.Series(cohorts)).to_numpy(), width)),
            "months": np.tile(np.arange(width), len(cohorts)),
            "size": size.ravel(),
            "n": n.ravel(),
            "value": value.ravel(),
            "mature": mature.ravel(),
        }
    )
