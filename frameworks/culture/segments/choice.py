"""How many segments: by how well markets sit (silhouette) and whether the segments return (stability)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from frameworks.culture.segments.segmentation import CUTS, FEWEST_MARKETS, MOST_SEGMENTS, labels
from frameworks.culture.segments.silhouette import silhouettes
from frameworks.culture.segments.space import Space
from frameworks.culture.segments.stability import PATTERN, Stabilities, Stability


@dataclass(frozen=True)
class Candidate:
    """One number of segments: mean silhouette (-1 to 1), mean stability (0-1, NaN without resampling), smallest segment."""

    k: int
    silhouette: float
    stability: float
    smallest: int


@dataclass(frozen=True)
class Choice:
    """The suggested number of segments.

    reason: ``carried`` (best silhouette among three or more whose stability reaches 0.6), ``two`` (only two
            segments are stable enough) or ``none`` (no number is; the best silhouette is taken).
    """

    k: int
    reason: str
    candidates: tuple[Candidate, ...]


def numbers(place: Space) -> range:
    """Return the numbers of segments to look at: 2 to 8, at most a quarter of the markets."""
    return range(2, min(MOST_SEGMENTS, max(2, len(place.markets) // (FEWEST_MARKETS // 2))) + 1)


def resampling(place: Space, method: str, *, draws: int, seed: int = 0) -> Stabilities:
    """Return the draws to do for every number of segments; see ``Stabilities``."""
    found = {k: labels(place, method, k) for k in numbers(place)}
    return Stabilities(place, found, CUTS[method], draws=draws, seed=seed)


def suggestion(place: Space, method: str, stabilities: Mapping[int, Stability]) -> Choice:
    """Suggest a number of segments (own rule, stated in ``Choice.reason``).

    Two segments nearly always separate best and tell a team least, so three or more come first where resampling
    carries them: mean stability over markets of at least 0.6, Hennig's line for a pattern.
    """
    candidates = []
    for k in numbers(place):
        groups = labels(place, method, k)
        steady = stabilities[k].mean(groups) if k in stabilities else float("nan")
        fit = float(silhouettes(place.distances, groups).mean())
        candidates.append(Candidate(k, fit, steady, int(np.bincount(groups).min())))
    carried = [c for c in candidates if c.stability >= PATTERN]
    several = [c for c in carried if c.k > 2]
    pool, reason = (several, "carried") if several else (carried, "two") if carried else (candidates, "none")
    best = max(pool, key=lambda c: (round(c.silhouette, 9), -c.k))
    return Choice(best.k, reason, tuple(candidates))
