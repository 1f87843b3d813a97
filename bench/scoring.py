"""How long the Monte Carlo takes: 10,000 weight draws x 200 markets x 12 criteria, with ranks.

Three ways to the same ranks, taking turns in one process:

- ours: ``weight_draws`` and ``weighted_ranks``, drawing the weights included;
- bare numpy: one matrix product and one ``argsort``, weights ready made;
- pymcdm: its weighted sum model and its ranking in a loop over draws, weights ready made. A sample of
  the draws is run and the time scaled to all of them.
"""

from __future__ import annotations

import statistics
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from frameworks.scoring.robustness import weight_draws, weighted_ranks

DRAWS, MARKETS, CRITERIA = 10_000, 200, 12
ROUNDS = 9
LOOP_DRAWS = 200
LEAST_FASTER_THAN_LOOP = 100
MOST_SLOWER_THAN_BARE = 3


@dataclass(frozen=True)
class Timing:
    """Median seconds of each way, and the medians of the ratios within each round."""

    ours: float
    bare: float
    loop: float
    faster_than_loop: float
    slower_than_bare: float

    @property
    def good(self) -> bool:
        """Say whether both bars are met."""
        return self.faster_than_loop >= LEAST_FASTER_THAN_LOOP and self.slower_than_bare <= MOST_SLOWER_THAN_BARE


def measure(rounds: int = ROUNDS) -> Timing:
    """Return the timings of ``rounds`` interleaved rounds.

    Raises AssertionError when the ranks of the three ways differ.
    """
    rng = np.random.default_rng(7)
    parts, points = rng.uniform(0, 100, (MARKETS, CRITERIA)), rng.uniform(5, 25, CRITERIA)
    weights = weight_draws(points, DRAWS, np.random.default_rng(1))
    _check(parts, points, weights)
    ways = (
        lambda: weighted_ranks(parts, weight_draws(points, DRAWS, np.random.default_rng(1))),
        lambda: np.argsort(-(weights @ parts.T), axis=1),
        lambda: _loop(parts, weights[:LOOP_DRAWS]),
    )
    for way in ways:
        way()
    taken = np.array([[_seconds(way) for way in ways] for _ in range(rounds)])
    taken[:, 2] *= DRAWS / LOOP_DRAWS
    ours, bare, loop = taken.T
    return Timing(
        *(statistics.median(way) for way in taken.T),
        faster_than_loop=statistics.median(loop / ours), slower_than_bare=statistics.median(ours / bare),
    )  # fmt: skip


def _check(parts: np.ndarray, points: np.ndarray, weights: np.ndarray) -> None:
    ours = weighted_ranks(parts, weight_draws(points, DRAWS, np.random.default_rng(1)))
    places = np.argsort(np.argsort(-(weights @ parts.T), axis=1), axis=1) + 1
    assert (ours == places).all(), "the ranks differ from those of bare numpy"
    assert (ours[:LOOP_DRAWS] == _loop(parts, weights[:LOOP_DRAWS])).all(), "the ranks differ from pymcdm's"


def _loop(parts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    from pymcdm.helpers import rrankdata
    from pymcdm.methods import WSM

    wsm, types = WSM(lambda column, cost: column), np.ones(CRITERIA)  # parts share one scale already
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.array([rrankdata(wsm(parts, row, types)) for row in weights])


def _seconds(way: Callable[[], object]) -> float:
    begun = time.perf_counter()
    way()
    return time.perf_counter() - begun
