"""From indicator scores to nine dimensions, and from dimensions to the potential of a market.

Arithmetic mean of the known indicators in a dimension, weighted mean of the known dimensions
(OECD/JRC Handbook on Constructing Composite Indicators, 2008). Nothing missing is filled in.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from frameworks.potential.indicators import IndicatorScores, indicator_list, indicator_scores
from frameworks.potential.openness import PAIR_INDICATORS, openness_to_home
from frameworks.reference import Reference
from frameworks.scale import extreme_mean, shown, weighted_mean
from frameworks.weights import POTENTIAL_DIMENSIONS, TEAM_DIMENSIONS, Weights

NEEDED_DIMENSIONS = 6
"""A market with fewer known dimensions of the nine gets no potential."""

_Z = 1.645  # 5th and 95th percentile of a normal error


@dataclass(frozen=True)
class PotentialParts:
    """The dimensions of every market seen from one home, before weights.

    scores:     frame by market and indicator, 0-100, the pair indicators among them.
    members:    indicator codes of each of the nine dimensions.
    dimensions: frame by market and dimension, 0-100, NaN where fewer than half the indicators are known;
                the team's own dimensions stand last.
    low, high:  frames like ``dimensions``: missing indicators at 0 or 100, known ones 1.645 standard errors
                down or up.
    spread:     frame like ``dimensions``: standard error of the dimension from the published errors.
    coverage:   series by market, share 0-1 of the scored indicators that are known.
    oldest:     series by market, oldest year among them.
    """

    home: str
    scores: pd.DataFrame
    members: dict[str, tuple[str, ...]]
    dimensions: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame
    spread: pd.DataFrame
    coverage: pd.Series
    oldest: pd.Series

    def scored(self) -> np.ndarray:
        """Return which markets have enough dimensions, shape (n,), bool."""
        known = self.dimensions[list(POTENTIAL_DIMENSIONS)].notna().sum(axis=1)
        return (known >= NEEDED_DIMENSIONS).to_numpy()

    def points(self, weights: Weights) -> np.ndarray:
        """Return the weights in the order of ``dimensions``."""
        return np.array([weights.potential[name] for name in self.dimensions.columns])

    def potential(self, weights: Weights) -> pd.DataFrame:
        """Return potential, potential_low and potential_high by market (0-100, NaN without a score).

        low, high: every weight a third up or down, dimensions at their low or high ends and missing
        dimensions of weight from 0 to 100.
        """
        points = self.points(weights)
        enough = self.scored()
        middle = np.where(enough, shown(weighted_mean(self.dimensions.to_numpy(), points)), np.nan)
        used = points > 0
        low = shown(extreme_mean(np.nan_to_num(self.low.to_numpy()[:, used], nan=0.0), points[used], highest=False))
        high = shown(extreme_mean(np.nan_to_num(self.high.to_numpy()[:, used], nan=100.0), points[used], highest=True))
        known = ~np.isnan(middle)
        return pd.DataFrame(
            {
                "potential": middle,
                "potential_low": np.where(known, np.minimum(low, middle), np.nan),
                "potential_high": np.where(known, np.maximum(high, middle), np.nan),
            },
            index=self.dimensions.index,
        )


def potential_parts(reference: Reference, home: str, team: pd.DataFrame | None = None) -> PotentialParts:
    """Return the potential parts of every market of the reference seen from ``home``.

    team: frame by market with ``own_demand`` or ``competition`` (0-100, 100 the better end), or None.
    """
    world = indicator_scores(reference)
    scores = world.score.join(openness_to_home(reference, home))
    members = _members(reference, world)
    columns: dict[str, list[np.ndarray]] = {"dimensions": [], "low": [], "high": [], "spread": []}
    for codes in members.values():
        for name, values in _dimension(scores[list(codes)], world).items():
            columns[name].append(values)
    frames = {
        name: pd.DataFrame(dict(zip(members, values, strict=True)), index=scores.index)
        for name, values in columns.items()
    }
    for name in TEAM_DIMENSIONS:
        own = pd.Series(np.nan, scores.index)
        if team is not None and name in team:
            own = pd.to_numeric(team[name], errors="coerce").clip(0, 100).round(1).reindex(scores.index)
        for frame in ("dimensions", "low", "high"):
            frames[frame][name] = own
        frames["spread"][name] = 0.0
    return PotentialParts(
        home, scores, members, **frames,
        coverage=scores.notna().mean(axis=1), oldest=world.year.min(axis=1),
    )  # fmt: skip


def _members(reference: Reference, world: IndicatorScores) -> dict[str, tuple[str, ...]]:
    dimension = indicator_list(reference)["dimension"].reindex(world.score.columns)
    members = {name: tuple(dimension.index[dimension == name]) for name in POTENTIAL_DIMENSIONS}
    members["openness"] += PAIR_INDICATORS
    return members


def _dimension(scores: pd.DataFrame, world: IndicatorScores) -> dict[str, np.ndarray]:
    values = scores.to_numpy(float)
    if not values.shape[1]:
        unknown = np.full(len(values), np.nan)
        return {"dimensions": unknown, "low": unknown, "high": unknown, "spread": np.zeros(len(values))}
    errors = world.error.reindex(columns=scores.columns, fill_value=0.0).to_numpy(float)
    known = ~np.isnan(values)
    count = known.sum(axis=1)
    enough = count >= math.ceil(values.shape[1] / 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(known, values, 0).sum(axis=1) / count
        spread = np.sqrt((np.where(known, errors, 0) ** 2).sum(axis=1)) / count
    low = np.where(known, np.clip(values - _Z * errors, 0, 100), 0).mean(axis=1)
    high = np.where(known, np.clip(values + _Z * errors, 0, 100), 100).mean(axis=1)
    return {
        "dimensions": np.where(enough, shown(mean), np.nan),
        "low": np.where(enough, low, np.nan),
        "high": np.where(enough, high, np.nan),
        "spread": np.where(enough, spread, 0.0),
    }
