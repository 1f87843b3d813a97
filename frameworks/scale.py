"""Puts figures on the 0-100 scale of a fixed reference."""

from __future__ import annotations

import numpy as np

DIGITS = 1
"""Parts are rounded to one decimal where they arise, so that what is shown is what is added up."""


def shown(values: np.ndarray) -> np.ndarray:
    """Round 0-100 parts to the digit that is shown."""
    return np.round(values, DIGITS)


def nearness(distance: np.ndarray, world: np.ndarray) -> np.ndarray:
    """Return 100 minus the percentile of each distance among ``world``, mid-rank, rounded as shown.

    distance: any shape, NaN where unknown (stays NaN).
    world:    distances of all pairs of the reference, sorted, without NaN.
    """
    below = np.searchsorted(world, distance, side="left")
    up_to = np.searchsorted(world, distance, side="right")
    percentile = (below + up_to) / (2 * max(len(world), 1))
    return np.where(np.isnan(distance), np.nan, shown(100 * (1 - percentile)))


def upper_pairs(square: np.ndarray) -> np.ndarray:
    """Return the sorted known values above the diagonal of a square of pair distances."""
    values = square[np.triu_indices(len(square), k=1)]
    return np.sort(values[~np.isnan(values)])


def minmax(values: np.ndarray, low: float, high: float, *, higher_is_better: bool) -> np.ndarray:
    """Return values between ``low`` and ``high`` on 0-100, those beyond held at the ends, rounded as shown."""
    if not high > low:
        return np.where(np.isnan(values), np.nan, 50.0)
    share = np.clip((values - low) / (high - low), 0, 1)
    return shown(100 * (share if higher_is_better else 1 - share))


def weighted_mean(parts: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the weighted mean of the known parts over the last axis, NaN where none is known.

    parts:   (..., k), NaN where unknown.
    weights: (k,) or a shape that broadcasts, points of 0 or more.
    """
    known = ~np.isnan(parts)
    total = np.where(known, parts * weights, 0).sum(axis=-1)
    counted = np.where(known, weights, 0).sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(counted > 0, total / counted, np.nan)


def extreme_mean(parts: np.ndarray, points: np.ndarray, *, highest: bool, by: float = 1 / 3) -> np.ndarray:
    """Return the lowest or highest weighted mean when every weight may move up or down by the share ``by``.

    parts:  (n, k) complete parts. points: (k,) weights of 0 or more, not all zero.

    The extreme raises the weights of the best (worst) parts and lowers the others, so with the parts
    in order only k + 1 choices need to be tried.
    """
    order = np.argsort(-parts if highest else parts, axis=1)
    ordered, weights = np.take_along_axis(parts, order, axis=1), points[order]
    up, down = weights * (1 + by), weights * (1 - by)
    tops = [np.cumsum(np.pad(a, ((0, 0), (1, 0))), axis=1) for a in (up * ordered, up)]
    rests = [a.sum(axis=1, keepdims=True) - np.cumsum(np.pad(a, ((0, 0), (1, 0))), axis=1) for a in (down * ordered, down)]
    means = (tops[0] + rests[0]) / (tops[1] + rests[1])
    return means.max(axis=1) if highest else means.min(axis=1)
