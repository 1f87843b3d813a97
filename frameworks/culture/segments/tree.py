"""The tree of markets: who joins whom, and at what distance.

Average linkage (Sokal & Michener 1958) takes any distances; Ward's method (Ward 1963, as in Murtagh & Legendre 2014)
needs Euclidean ones, so it is offered only where no score is missing. Both give heights that never fall, so
cutting the tree always gives the number of groups asked for. SciPy does the joining.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from frameworks.culture.segments.medoids import checked
from frameworks.labels import N_, Sentence

JOININGS = ("average", "ward")


@dataclass(frozen=True)
class Branch:
    """One joining, drawn from left (distance 0) to right.

    height: distance at which the two join. low, high: where their lines end, as places of leaves from 0.
    low_from, high_from: heights at which those two began. rows: the leaves below.
    """

    height: float
    low: float
    high: float
    low_from: float
    high_from: float
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Tree:
    """The rows in the order of the leaves, and the joinings from the nearest to the farthest."""

    order: tuple[int, ...]
    branches: tuple[Branch, ...]


def joined(distances: np.ndarray, method: str) -> np.ndarray:
    """Return SciPy's linkage of a matrix of distances; ``method`` is ``average`` or ``ward``."""
    if method not in JOININGS:
        raise Sentence(N_("unknown method {name}; known: {known}"), name=f"{method!r:.40}", known=", ".join(JOININGS))
    apart = checked(distances)
    if len(apart) < 2:
        return np.empty((0, 4))
    return hierarchy.linkage(squareform(apart, checks=False), method)


def cut(linkage: np.ndarray, k: int) -> np.ndarray:
    """Return the groups left when the last ``k`` - 1 joinings are undone: labels from 0 in the order of the rows."""
    count = len(linkage) + 1
    if not 1 <= k <= count:
        raise Sentence(N_("{k} groups cannot be made of {count} markets."), k=int(k), count=count)
    group = list(range(count + len(linkage)))
    for step in range(count - k):
        group[int(linkage[step, 0])] = group[int(linkage[step, 1])] = count + step
    found = []
    for row in range(count):
        top = row
        while group[top] != top:
            top = group[top]
        found.append(top)
    first = list(dict.fromkeys(found))
    return np.array([first.index(top) for top in found])


def tree(distances: np.ndarray, method: str = "average") -> Tree:
    """Return the tree to draw."""
    linkage = joined(distances, method)
    count = len(linkage) + 1
    if count < 2:
        return Tree((0,), ())
    order = tuple(int(row) for row in hierarchy.leaves_list(linkage))
    at = {row: float(place) for place, row in enumerate(order)}
    height = dict.fromkeys(range(count), 0.0)
    rows: dict[int, tuple[int, ...]] = {row: (row,) for row in range(count)}
    branches = []
    for step, (one, other, far, _size) in enumerate(linkage):
        low, high = sorted((int(one), int(other)), key=at.__getitem__)
        node = count + step
        rows[node] = rows[low] + rows[high]
        branches.append(Branch(float(far), at[low], at[high], height[low], height[high], rows[node]))
        at[node], height[node] = (at[low] + at[high]) / 2, float(far)
    return Tree(order, tuple(branches))
