"""The verdict on a market with its uncertainty, and the parts it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from frameworks.scoring.breakdown import breakdown
from frameworks.scoring.matrix import QUADRANTS
from frameworks.scoring.score import Scoring


@dataclass(frozen=True)
class Axis:
    """A score on one axis with its band and the cut between the quadrants, 0-100; None where there is no score."""

    score: float | None
    low: float | None
    high: float | None
    cut: float


@dataclass(frozen=True)
class Verdict:
    """Where a market stands and how firmly.

    quadrant:   lead, adapt, niche, later or unknown. shares: share of draws (0-1) in each quadrant.
    rank:       1 is best; rank_low, rank_high hold nine of ten draws; ranked: how many markets are ranked.
    p_top3:     share of draws (0-1) among the first three.
    confidence: A to D, of the affinity. coverage: share (0-1) of the indicators behind potential that are
                known; oldest_year: of the oldest of them.
    affinity_known: home has culture data, so that markets are placed on both axes.
    """

    quadrant: str
    shares: Mapping[str, float | None]
    rank: int | None
    rank_low: int | None
    rank_high: int | None
    ranked: int
    p_top3: float | None
    overall: float | None
    affinity: Axis
    potential: Axis
    confidence: str
    coverage: float
    oldest_year: int | None
    affinity_known: bool

    @property
    def share(self) -> float | None:
        """Share of draws in which the market stays in its quadrant."""
        return self.shares.get(self.quadrant)


@dataclass(frozen=True)
class Part:
    """One part of a score: axis, its code, score with band (0-100), weight in points, and points it adds."""

    axis: str
    code: str
    score: float | None
    low: float
    high: float
    points: float
    adds: float | None


def verdict(scoring: Scoring, market: str) -> Verdict:
    """Return the verdict on a market of the scoring's frame; raises KeyError for another."""
    row = scoring.frame.loc[market]
    return Verdict(
        quadrant=str(row["quadrant"]), shares={name: _known(row[f"p_{name}"]) for name in QUADRANTS},
        rank=_whole(row["rank"]), rank_low=_whole(row["rank_low"]), rank_high=_whole(row["rank_high"]),
        ranked=len(scoring.ranked), p_top3=_known(row["p_top3"]), overall=_known(row["overall"]),
        affinity=_axis(scoring, row, "affinity"), potential=_axis(scoring, row, "potential"),
        confidence=str(row["affinity_confidence"]), coverage=float(row["coverage"]),
        oldest_year=_whole(row["oldest_year"]), affinity_known=bool(scoring.affinity.models.shape[1]),
    )  # fmt: skip


def parts(scoring: Scoring, market: str) -> tuple[Part, ...]:
    """Return the parts of both axes, those that weigh nothing left out."""
    found = []
    for axis in ("affinity", "potential"):
        for code, row in breakdown(scoring, market, axis).iterrows():
            if row["points"] > 0:
                found.append(
                    Part(axis, str(code), _known(row["score"]), float(row["low"]), float(row["high"]),
                         float(row["points"]), _known(row["adds"]))
                )  # fmt: skip
    return tuple(found)


def _axis(scoring: Scoring, row: pd.Series, axis: str) -> Axis:
    low, high = (_known(row[f"{axis}_{end}"]) for end in ("low", "high"))
    return Axis(_known(row[axis]), low, high, float(getattr(scoring.cuts, axis)))


def _known(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[arg-type]


def _whole(value: object) -> int | None:
    return None if pd.isna(value) else int(value)  # type: ignore[call-overload]
