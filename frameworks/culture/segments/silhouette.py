"""How well each market sits in its group: the silhouette of Rousseeuw (1987, J. Comput. Appl. Math. 20, 53-65)."""

from __future__ import annotations

import numpy as np

from frameworks.culture.segments.medoids import checked


def mean_distances(distances: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return each row's mean distance to every group, shape (n, groups); to its own without itself (NaN if alone)."""
    groups = np.arange(int(labels.max()) + 1)
    inside = labels[:, None] == groups[None, :]
    sizes = inside.sum(axis=0)[None, :] - inside
    sums = distances @ inside
    return np.divide(sums, sizes, out=np.full(sums.shape, np.nan), where=sizes > 0)


def silhouettes(distances: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the silhouette of each row: (b - a) / max(a, b), -1 to 1.

    a: mean distance to the others of its group; b: to the nearest other group. 0 for a row alone in its group,
    and where all distances are 0. Labels are 0 to groups - 1, every group with a row. With one group all are 0.
    """
    apart, labels = checked(distances), np.asarray(labels)
    means = mean_distances(apart, labels)
    rows = np.arange(len(apart))
    own = means[rows, labels]
    others = means.copy()
    others[rows, labels] = np.inf
    near = others.min(axis=1)
    known = np.isfinite(own) & np.isfinite(near)
    high = np.maximum(own, near)
    return np.divide(near - own, high, out=np.zeros(len(apart)), where=known & (high > 0))


def second_nearest(distances: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return for each row the group nearest to it besides its own; -1 where there is none."""
    means = mean_distances(np.asarray(distances, float), np.asarray(labels))
    means[np.arange(len(means)), labels] = np.inf
    return np.where(np.isfinite(means).any(axis=1), means.argmin(axis=1), -1)
