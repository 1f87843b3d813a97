"""How far two ways of grouping the same markets agree.

The adjusted Rand index (Hubert & Arabie 1985, Journal of Classification 2, 193-218) counts pairs that both
groupings put together, less what chance would: 1 is the same grouping, 0 is chance, below 0 is worse.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import numpy as np

from frameworks.labels import N_, Sentence

DRAWS = 1000
FEWEST = 4
"""With fewer markets in both groupings an agreement says nothing (own rule)."""


@dataclass(frozen=True)
class Agreement:
    """The adjusted Rand index of two groupings over the markets that both hold.

    low, high: 95 % bootstrap interval over markets. markets: how many both hold.
    """

    index: float
    low: float
    high: float
    markets: int


def adjusted_rand(one: np.ndarray, other: np.ndarray, weight: np.ndarray | None = None) -> float:
    """Return the adjusted Rand index of two groupings of the same rows, at most 1.

    one, other: group of each row. weight: how often a row was drawn; pairs of a row with itself do not count,
    so a bootstrap that draws rows twice does not see agreement where there is none.
    Where chance alone decides nothing (all rows in one group or each in its own, in both) the groupings are
    the same and the index is 1. Raises Sentence for groupings of unequal length or fewer than two rows.
    """
    if len(one) != len(other) or len(one) < 2:
        raise Sentence(N_("Two groupings to compare hold the same markets, at least two."))
    _names, a = np.unique(np.asarray(one), return_inverse=True)
    _names, b = np.unique(np.asarray(other), return_inverse=True)
    drawn = np.ones((1, len(a))) if weight is None else np.asarray(weight, float)[None, :]
    return float(_indices(a, b, drawn)[0])


def agreement(one: Mapping[str, Hashable], other: Mapping[str, Hashable], *, seed: int = 0) -> Agreement | None:
    """Return how far two groupings by market agree, with a percentile interval over resampled markets.

    The interval says how much the index hangs on which markets happen to be in both; the groupings themselves
    are taken as they are. None with fewer than four shared markets.
    """
    shared = sorted({*one} & {*other})
    if len(shared) < FEWEST:
        return None
    a = np.unique(np.array([str(one[code]) for code in shared]), return_inverse=True)[1]
    b = np.unique(np.array([str(other[code]) for code in shared]), return_inverse=True)[1]
    count = len(shared)
    drawn = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=DRAWS)
    low, high = np.quantile(_indices(a, b, drawn), [0.025, 0.975])
    return Agreement(adjusted_rand(a, b), float(low), float(high), count)


def jaccard(one: np.ndarray, other: np.ndarray) -> float:
    """Return the share of rows in either of two sets (booleans) that are in both; 0 for two empty sets."""
    either = np.logical_or(one, other).sum()
    return float(np.logical_and(one, other).sum() / either) if either else 0.0


def _indices(a: np.ndarray, b: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    """Return the index for each row of ``drawn``: pairs of distinct rows, weighted by how often both were drawn."""
    cells = a * (b.max() + 1) + b
    together = _pairs(drawn, cells)
    in_one, in_other = _pairs(drawn, a), _pairs(drawn, b)
    total = _pairs(drawn, np.zeros(len(a), int))
    expected = np.divide(in_one * in_other, total, out=np.zeros(len(drawn)), where=total > 0)
    highest = (in_one + in_other) / 2
    room = highest - expected
    return np.divide(together - expected, room, out=np.ones(len(drawn)), where=np.abs(room) > 1e-12)


def _pairs(drawn: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Return for each draw the number of pairs of distinct rows inside one group."""
    inside = np.eye(int(groups.max()) + 1)[groups]
    return (((drawn @ inside) ** 2).sum(axis=1) - (drawn**2) @ np.ones(len(groups))) / 2
