"""What moved beyond noise: one period held against another, and the last week against the weeks before it.

Many markets times many KPIs are many chances to be fooled, so the p-values of all comparisons are judged
together (Holm 1979, Scandinavian Journal of Statistics 6, 65-70): the chance that any of what is reported is
mere noise stays below ``ALARM``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from frameworks.kpi import intervals
from frameworks.kpi.definition import Kpi
from frameworks.kpi.intervals import Difference, Interval

ALARM = 0.05
LEAST = 20
"""Facts that both sides must have before they are compared at all."""


@dataclass(frozen=True)
class Change:
    """One figure of one market in two periods. n: facts now and before."""

    kpi: str
    market: str
    now: float
    before: float
    n: tuple[int, int]
    difference: Difference


@dataclass(frozen=True)
class Week:
    """One figure of one market in its last week (first day given) and what its own history makes usual."""

    kpi: str
    market: str
    week: Any
    value: float
    low: float
    high: float
    z: float


def interval(kpi: Kpi, row: Mapping[str, Any]) -> Interval | None:
    """Return the 95 % interval of a computed row; None where the KPI has none or the row says too little.

    row: a row of ``compile_kpi(..., moments=True)``; a share needs no moments.
    """
    if row["value"] is None or not math.isfinite(row["value"]):
        return None
    if kpi.interval == "share":
        of = base(kpi, row)
        return intervals.wilson(min(row["value"], 1.0) * of, of)
    if kpi.interval == "mean" and "products" in row and row["n"] >= 2:
        sums = (row[name] for name in ("numerator_squares", "denominator_squares", "products"))
        return intervals.ratio(row["numerator"], row["denominator"], int(row["n"]), *sums)
    return None


def base(kpi: Kpi, row: Mapping[str, Any]) -> float:
    """Return how many things a computed row counts: what a share is a share of (visits, orders), else its facts."""
    return float(row["denominator"] if kpi.interval == "share" and kpi.aggregate == "ratio" else row["n"])


def compare(kpi: Kpi, now: pd.DataFrame, before: pd.DataFrame) -> list[Change]:
    """Return the comparison of each market that has enough facts in both periods.

    now, before: frames of ``compile_kpi(kpi, ["market"], ..., moments=True)``.
    """
    former = {row["market"]: row for row in before.to_dict("records")}
    found = []
    for row in now.to_dict("records"):
        other = former.get(row["market"])
        if other is None or not isinstance(row["market"], str) or min(row["n"], other["n"]) < LEAST:
            continue
        difference = _difference(kpi, other, row)
        if difference is not None:
            ends = (float(row["value"]), float(other["value"]), (int(row["n"]), int(other["n"])))
            found.append(Change(kpi.name, row["market"], *ends, difference))
    return found


def beyond_noise(changes: Iterable[Change], alarm: float = ALARM) -> list[Change]:
    """Return the changes that stand when all are judged together, surest first."""
    ranked = sorted(changes, key=lambda change: change.difference.p_value)
    standing = []
    for place, change in enumerate(ranked):
        if change.difference.p_value > alarm / (len(ranked) - place):
            break
        standing.append(change)
    return standing


def last_week(kpi: Kpi, weeks: Sequence[Any], frame: pd.DataFrame, *, least: float = 5.0) -> list[Week]:
    """Return the markets whose last week lies outside what the weeks before it make usual.

    weeks: the whole weeks, oldest first, the last of them in question.
    frame: the KPI by week and market; a week without rows counts as 0.
    least: markets that usually have fewer rows a week than this are left out.
    """
    found = []
    for market, part in frame[frame["market"].notna()].groupby("market"):
        at = dict(zip(part["week"], part["value"], strict=True))
        rows = dict(zip(part["week"], part["n"], strict=True))
        course = [float(at.get(week) or 0.0) for week in weeks]
        usual = sorted(rows.get(week, 0) for week in weeks[:-1])
        if len(course) < 2 or not usual or usual[len(usual) // 2] < least:
            continue
        move = intervals.moved(course[-1], course[-2], course[:-1])
        if move.beyond and move.low is not None and move.high is not None and move.z is not None:
            found.append(Week(kpi.name, str(market), weeks[-1], course[-1], max(0.0, move.low), move.high, move.z))
    return sorted(found, key=lambda week: -abs(week.z))


def _difference(kpi: Kpi, first: Mapping[str, Any], second: Mapping[str, Any]) -> Difference | None:
    if kpi.interval == "share":
        pairs = [(min(row["value"], 1.0) * base(kpi, row), base(kpi, row)) for row in (first, second)]
        if not all(math.isfinite(part) for pair in pairs for part in pair):
            return None
        return intervals.shares_differ(*pairs[0], *pairs[1])
    one, other = interval(kpi, first), interval(kpi, second)
    return intervals.values_differ(one, other) if one and other else None
