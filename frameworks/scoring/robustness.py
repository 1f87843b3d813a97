"""How firm a ranking is: draw after draw of weights, published errors and choice of models.

Weights: Dirichlet around the user's (Lahdelma & Salminen 2001, stochastic multicriteria
acceptability). Figures: normal with their published standard error. Culture models: each draw
mixes the models anew (flat Dirichlet). A missing part takes any value from 0 to 100.
All draws are worked out at once and repeat exactly for one seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from frameworks.culture.affinity import AffinityParts
from frameworks.culture.trompenaars_scores import KEY as TROMPENAARS
from frameworks.potential.score import PotentialParts
from frameworks.scoring.matrix import QUADRANTS, Cuts
from frameworks.weights import AFFINITY_PARTS, Weights

DRAWS = 1000
CONCENTRATION = 60.0
"""Dirichlet concentration: weights move by about 3.5 to 5.5 points around the default ones."""


@dataclass(frozen=True)
class Draws:
    """Scores and ranks of ``n`` markets in ``d`` draws.

    affinity, potential, overall: (d, n), 0-100.
    ranks: (d, n), 1 the best.
    """

    affinity: np.ndarray
    potential: np.ndarray
    overall: np.ndarray
    ranks: np.ndarray

    def rank_band(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the 5th and 95th percentile of each market's rank, two arrays (n,)."""
        if not self.ranks.shape[1]:
            return np.empty(0), np.empty(0)
        ordered = np.sort(self.ranks, axis=0)
        last = len(ordered) - 1
        return ordered[int(0.05 * last)], ordered[int(np.ceil(0.95 * last))]

    def probability_top(self, places: int) -> np.ndarray:
        """Return the share of draws in which each market is among the first ``places``, (n,)."""
        return (self.ranks <= places).mean(axis=0)

    def quadrant_shares(self, cuts: Cuts) -> np.ndarray:
        """Return the share of draws in each of ``QUADRANTS``, shape (n, 4)."""
        near, rich = self.affinity >= cuts.affinity, self.potential >= cuts.potential
        each = (near & rich, ~near & rich, near & ~rich, ~near & ~rich)
        return np.stack([hit.mean(axis=0) for hit in each], axis=1) if len(QUADRANTS) == len(each) else np.empty(0)

    def wins(self, which: np.ndarray) -> np.ndarray:
        """Return in which share of draws market i beats market j, for positions ``which``, (m, m)."""
        chosen = self.overall[:, which]
        ahead = (chosen[:, :, None] > chosen[:, None, :]).mean(axis=0)
        level = (chosen[:, :, None] == chosen[:, None, :]).mean(axis=0)
        return ahead + level / 2


def ranks_of(scores: np.ndarray) -> np.ndarray:
    """Return the rank of each column in each row, 1 for the highest score, shape like ``scores``."""
    order = np.argsort(-scores, axis=1)
    ranks = np.empty(scores.shape, dtype=np.int32)
    np.put_along_axis(ranks, order, np.arange(1, scores.shape[1] + 1, dtype=np.int32)[None, :], axis=1)
    return ranks


def weight_draws(points: np.ndarray, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Return Dirichlet weights around ``points``, shape (draws, k), rows summing to 1; zeros stay zero."""
    shape = CONCENTRATION * points / points.sum()
    gamma = rng.standard_gamma(np.broadcast_to(shape, (draws, len(points))))
    return gamma / np.maximum(gamma.sum(axis=1, keepdims=True), 1e-300)


def weighted_ranks(parts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the ranks of markets by weighted sum for many weight vectors, shape (draws, n).

    parts:   (n, k) complete 0-100 parts.
    weights: (draws, k).
    """
    return ranks_of(weights @ parts.T)


def simulate(
    affinity: AffinityParts,
    potential: PotentialParts,
    weights: Weights,
    rows: np.ndarray,
    *,
    draws: int = DRAWS,
    seed: int = 20261122,
) -> Draws:
    """Return the draws for the markets at positions ``rows``; affinity is left out where no row has one."""
    rng = np.random.default_rng(seed)
    points = potential.points(weights)
    used = points > 0
    wa = weight_draws(np.array([weights.affinity[p] for p in AFFINITY_PARTS]), draws, rng)
    wp = weight_draws(points[used], draws, rng)
    noise = _noise(draws, len(potential.dimensions), seed)
    parts = affinity.parts.to_numpy()[rows]
    mix = _mix(affinity.models.columns, draws, rng, seed)
    near = _affinity(parts, affinity.models.to_numpy()[rows], wa, noise, rows, mix)
    rich = _potential(
        potential.dimensions.to_numpy()[np.ix_(rows, used)], potential.spread.to_numpy()[np.ix_(rows, used)], wp, noise, rows
    )
    share = _balance(weights, draws, rng)
    if not affinity.models.shape[1] or weights.balance == 0:
        overall = rich
    elif weights.balance == 100:
        overall = near
    else:
        overall = share * near + (1 - share) * rich
    return Draws(near, rich, overall, ranks_of(overall))


def _balance(weights: Weights, draws: int, rng: np.random.Generator) -> np.ndarray:
    share = weights.balance / 100
    if min(share, 1 - share) * CONCENTRATION < 1e-3:  # too near an end for a beta draw
        return np.full((draws, 1), share)
    return rng.beta(CONCENTRATION * share, CONCENTRATION * (1 - share), size=(draws, 1))


@lru_cache(maxsize=4)
def _noise(draws: int, markets: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Uniform and normal numbers per draw and market, the same for every call so that sliders move smoothly."""
    rng = np.random.default_rng(seed + 1)
    return rng.random((draws, markets)), rng.standard_normal((draws, markets))


def _mix(models: pd.Index, draws: int, rng: np.random.Generator, seed: int) -> np.ndarray:
    """Weights of the culture models; a team's own model draws apart, so that it moves no other market."""
    shared = models.drop(TROMPENAARS, errors="ignore")
    mix = rng.standard_exponential((draws, len(shared))) if len(shared) else np.empty((draws, 0))
    if len(models) == len(shared):
        return mix
    return np.column_stack([mix, np.random.default_rng(seed + 2).standard_exponential(draws)])


def _affinity(parts, models, weights, noise, rows, mix) -> np.ndarray:  # type: ignore[no-untyped-def]
    uniform = noise[0][:, rows]
    if models.shape[1]:
        known = ~np.isnan(models)
        with np.errstate(invalid="ignore", divide="ignore"):
            values = (mix @ np.where(known, models, 0).T) / (mix @ known.T.astype(float))
    else:
        values = np.full((len(weights), len(rows)), np.nan)
    total = weights[:, :1] * values
    rest = parts[:, 1:]
    total += weights[:, 1:] @ np.nan_to_num(rest).T
    for column in np.isnan(rest).any(axis=0).nonzero()[0]:
        gap = np.isnan(rest[:, column])
        total[:, gap] += weights[:, column + 1, None] * 100 * uniform[:, gap]
    return total


def _potential(dimensions, spread, weights, noise, rows) -> np.ndarray:  # type: ignore[no-untyped-def]
    uniform, normal = noise[0][:, rows], noise[1][:, rows]
    total = weights @ np.nan_to_num(dimensions).T
    for column in np.isnan(dimensions).any(axis=0).nonzero()[0]:
        gap = np.isnan(dimensions[:, column])
        total[:, gap] += weights[:, column, None] * 100 * uniform[:, gap]
    for turn, column in enumerate(spread.any(axis=0).nonzero()[0]):
        error = np.roll(normal, 37 * turn, axis=0) * spread[:, column]
        total += weights[:, column, None] * error
    return np.clip(total, 0, 100)
