"""Groups around medoids: PAM, the k-medoids of Kaufman & Rousseeuw (1990, Finding Groups in Data, chapter 2).

BUILD takes one medoid after the other, each the one that lowers the sum of distances most; SWAP then exchanges
a medoid for another row as long as that lowers the sum, the best exchange first. Both take the first of equals,
so the same matrix always gives the same groups; callers hand rows over in the order of their codes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from frameworks.labels import N_, Sentence

_LEAST_GAIN = 1e-9
MOST_SWAPS = 200


@dataclass(frozen=True)
class Medoids:
    """The groups: a number for each row from 0, the row of each group's medoid, the sum of distances to them."""

    labels: np.ndarray
    medoids: tuple[int, ...]
    cost: float


def pam(distances: np.ndarray, k: int) -> Medoids:
    """Return ``k`` groups of the rows of a symmetric distance matrix (n, n) without gaps.

    Groups are numbered in the order of their medoids' rows. Raises Sentence for a matrix with gaps, negative or
    lopsided, and for a k below 1 or above n.
    """
    apart = checked(distances)
    if not 1 <= k <= len(apart):
        raise Sentence(N_("{k} groups cannot be made of {count} markets."), k=int(k), count=len(apart))
    chosen = _build(apart, k)
    for _round in range(MOST_SWAPS):
        exchange = _best_swap(apart, chosen)
        if exchange is None:
            break
        chosen[exchange[0]] = exchange[1]
    chosen.sort()
    near = apart[:, chosen]
    labels = near.argmin(axis=1)
    labels[chosen] = np.arange(k)  # of two rows at distance 0 each medoid keeps to itself
    return Medoids(labels, tuple(int(row) for row in chosen), float(near[np.arange(len(apart)), labels].sum()))


def checked(distances: np.ndarray) -> np.ndarray:
    """Return the matrix as floats, or raise Sentence where it is no matrix of distances."""
    apart = np.asarray(distances, float)
    if apart.ndim != 2 or apart.shape[0] != apart.shape[1] or not len(apart):
        raise Sentence(N_("Distances come as a square table with at least one row."))
    if not np.isfinite(apart).all() or (apart < 0).any() or not np.allclose(apart, apart.T):
        raise Sentence(N_("Distances have no gaps, are 0 or more and the same both ways."))
    return apart


def _build(apart: np.ndarray, k: int) -> list[int]:
    chosen = [int(apart.sum(axis=1).argmin())]
    nearest = apart[chosen[0]].copy()
    while len(chosen) < k:
        gain = np.maximum(nearest[None, :] - apart, 0.0).sum(axis=1)
        gain[chosen] = -1.0
        chosen.append(int(gain.argmax()))
        nearest = np.minimum(nearest, apart[chosen[-1]])
    return chosen


def _best_swap(apart: np.ndarray, chosen: list[int]) -> tuple[int, int] | None:
    """Return which place of ``chosen`` to give to which row, None when no exchange helps."""
    near = apart[:, chosen]
    order = np.argsort(near, axis=1, kind="stable")
    rows = np.arange(len(apart))
    first = near[rows, order[:, 0]]
    second = near[rows, order[:, 1]] if len(chosen) > 1 else np.full(len(apart), np.inf)
    best, found = -_LEAST_GAIN * max(1.0, float(first.sum())), None
    taken = np.zeros(len(apart), bool)
    taken[chosen] = True
    for place in range(len(chosen)):
        left = np.where(order[:, 0] == place, second, first)  # without this medoid
        change = np.minimum(left[:, None], apart).sum(axis=0) - first.sum()
        change[taken] = np.inf
        row = int(change.argmin())
        if change[row] < best - 1e-12:
            best, found = float(change[row]), (place, row)
    return found
