"""Whether groups return when the evidence is drawn again (Hennig 2007, Comput. Stat. Data Anal. 52, 258-271).

Two ways to draw: markets with replacement, and the dimensions of each model with replacement. After each draw the
markets are grouped anew with the same method and number of groups; for each group the most alike new one is found
by Jaccard's coefficient. Its mean over draws is the group's stability: Hennig reads 0.75 and more as stable, 0.6
to 0.75 as a pattern, below 0.5 as dissolved. A market's firmness is the share of draws of dimensions in which
it comes back into its group's most alike one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from frameworks.culture.segments.space import Space, distances

DRAWS = 100
STABLE, PATTERN = 0.75, 0.6

Cut = Callable[[np.ndarray, int], np.ndarray]
"""Groups the rows of a matrix of distances into so many groups: labels from 0."""


@dataclass(frozen=True)
class Stability:
    """How often groups and markets return.

    by_markets, by_dimensions: mean Jaccard coefficient of each group, 0-1, in the order of the labels.
    firmness: share of draws of dimensions in which each market returned into its group, 0-1, by row.
    draws: how many draws of each kind.
    """

    by_markets: np.ndarray
    by_dimensions: np.ndarray
    firmness: np.ndarray
    draws: int

    @property
    def groups(self) -> np.ndarray:
        """The weaker of the two for each group."""
        return np.minimum(self.by_markets, self.by_dimensions)

    def mean(self, labels: np.ndarray) -> float:
        """Return the stability of all groups, each counting by its markets."""
        return float(self.groups[labels].mean())


class Stabilities:
    """Draws the evidence again for several groupings at once, a step at a time, so that progress can be shown.

    places: the labels to check by number of groups. seed: of the draws; the same gives the same figures.
    """

    def __init__(
        self, place: Space, labels: dict[int, np.ndarray], cut: Cut, *, draws: int = DRAWS, seed: int = 0
    ) -> None:
        self._place, self._labels, self._cut, self._draws, self._seed = place, labels, cut, draws, seed
        self._sums = {k: [np.zeros(k), np.zeros(k), np.zeros(len(place.markets)), np.zeros(k)] for k in labels}

    def steps(self) -> Iterator[float]:
        """Do all draws, giving the share done after each."""
        random = np.random.default_rng(self._seed)
        for draw in range(self._draws):
            self._markets(random)
            self._dimensions(random)
            yield (draw + 1) / self._draws

    def found(self) -> dict[int, Stability]:
        """Return the stabilities by number of groups, once all steps are done."""
        return {
            k: Stability(
                np.divide(markets, seen, out=np.zeros(k), where=seen > 0), dimensions / self._draws,
                firm / self._draws, self._draws,
            )
            for k, (markets, dimensions, firm, seen) in self._sums.items()
        }  # fmt: skip

    def _markets(self, random: np.random.Generator) -> None:
        count = len(self._place.markets)
        drawn = np.unique(random.integers(0, count, count))  # a market drawn twice lies at distance 0 from itself
        apart = self._place.distances[np.ix_(drawn, drawn)]
        for k, labels in self._labels.items():
            if len(drawn) <= k:
                continue
            new, old = self._cut(apart, k), labels[drawn]
            alike = _alike(old, new, k)
            there = np.bincount(old, minlength=k) > 0
            self._sums[k][0] += np.where(there, alike.max(axis=1), 0.0)
            self._sums[k][3] += there

    def _dimensions(self, random: np.random.Generator) -> None:
        groups = self._place.scores.columns.get_level_values(0).to_numpy()
        counts = np.zeros(len(groups))
        for key in dict.fromkeys(groups):
            inside = np.flatnonzero(groups == key)
            np.add.at(counts, random.choice(inside, len(inside)), 1.0)
        apart = distances(self._place.scores, counts=counts)
        if np.isnan(apart).any():  # all dimensions that two markets share were left undrawn
            apart = np.where(np.isnan(apart), self._place.distances, apart)
        for k, labels in self._labels.items():
            new = self._cut(apart, k)
            alike = _alike(labels, new, k)
            self._sums[k][1] += alike.max(axis=1)
            self._sums[k][2] += new == alike.argmax(axis=1)[labels]


def _alike(old: np.ndarray, new: np.ndarray, k: int) -> np.ndarray:
    """Return Jaccard's coefficient of every old group (rows) with every new one."""
    both = np.zeros((k, k))
    np.add.at(both, (old, new), 1.0)
    either = both.sum(axis=1)[:, None] + both.sum(axis=0)[None, :] - both
    return np.divide(both, either, out=np.zeros((k, k)), where=either > 0)
