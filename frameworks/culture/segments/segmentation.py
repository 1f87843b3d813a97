"""Markets grouped by values: segments, who sits firmly in them, who stands between two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from frameworks.culture.segments.medoids import pam
from frameworks.culture.segments.silhouette import second_nearest, silhouettes
from frameworks.culture.segments.space import Space, distances, standardised
from frameworks.culture.segments.stability import Cut, Stability
from frameworks.culture.segments.tree import cut, joined
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

METHODS: Mapping[str, str] = {"medoids": N_("K-medoids"), "average": N_("Average linkage"), "ward": N_("Ward")}
LETTERS = "ABCDEFGH"
FEWEST_MARKETS = 8
"""Below this many markets no segments are made (own rule: two groups of four at least)."""
MOST_SEGMENTS = len(LETTERS)
FIRM = 0.6
"""A market that returns to its segment in fewer draws stands between segments (as Hennig's line for a pattern)."""

CUTS: Mapping[str, Cut] = {
    "medoids": lambda apart, k: pam(apart, k).labels,
    "average": lambda apart, k: cut(joined(apart, "average"), k),
    "ward": lambda apart, k: cut(joined(apart, "ward"), k),
}
"""How each method groups a matrix of distances."""


@dataclass(frozen=True)
class Segmentation:
    """Markets in segments.

    place:  the space that they were grouped in.
    frame:  by market: ``segment`` (a letter; A has most markets), ``silhouette`` (-1 to 1), ``second`` (the next
            nearest segment, "" if none), ``firmness`` (share of draws, NaN without resampling), ``between`` (a
            market that is on average nearer to another segment, or returns to its own in fewer than 60 % of draws).
    centres: the most central market of each segment, by letter.
    stability: of each segment by letter, 0-1; empty without resampling.
    """

    place: Space
    method: str
    frame: pd.DataFrame
    centres: Mapping[str, str]
    stability: Mapping[str, float]

    @property
    def letters(self) -> tuple[str, ...]:
        """The segments in order."""
        return tuple(self.centres)

    @property
    def silhouette(self) -> float:
        """Mean silhouette of all markets."""
        return float(self.frame["silhouette"].mean())

    def members(self, letter: str) -> tuple[str, ...]:
        """Return the codes of a segment's markets."""
        return tuple(self.frame.index[self.frame["segment"] == letter])


def labels(place: Space, method: str, k: int) -> np.ndarray:
    """Return the groups of the markets of a space: 0 has most markets, of equals the one with the first code.

    Raises Sentence for an unknown method, fewer than eight markets or a k that is not 2 to 8.
    """
    if method not in CUTS:
        raise Sentence(N_("unknown method {name}; known: {known}"), name=f"{method!r:.40}", known=", ".join(CUTS))
    if len(place.markets) < FEWEST_MARKETS:
        told = N_("Segments need at least {least} markets that the models know; here are {count}.")
        raise Sentence(told, least=FEWEST_MARKETS, count=len(place.markets))
    if k not in range(2, MOST_SEGMENTS + 1):
        raise Sentence(N_("The number of segments is 2 to {most}."), most=MOST_SEGMENTS)
    if method == "ward" and place.scores.isna().any(axis=None):
        raise Sentence(N_("Ward’s method needs markets without a missing score."))
    return _by_size(CUTS[method](place.distances, k), place.markets)


def segmentation(place: Space, method: str, k: int, stability: Stability | None = None) -> Segmentation:
    """Return the segments of a space's markets.

    stability: of these groups, from ``Stabilities`` over ``labels(place, method, k)``.
    """
    found = labels(place, method, k)
    second = second_nearest(place.distances, found)
    sits = silhouettes(place.distances, found)
    firm = np.full(len(found), np.nan) if stability is None else stability.firmness
    frame = pd.DataFrame(
        {
            "segment": [LETTERS[group] for group in found],
            "silhouette": sits,
            "second": [LETTERS[group] if group >= 0 else "" for group in second],
            "firmness": firm,
            "between": (sits < 0) | (np.nan_to_num(firm, nan=1.0) < FIRM),
        },
        index=pd.Index(place.markets, name="iso3"),
    )
    centres = {LETTERS[group]: place.markets[_centre(place.distances, found == group)] for group in range(k)}
    steady = {} if stability is None else {LETTERS[group]: float(stability.groups[group]) for group in range(k)}
    return Segmentation(place, method, frame, centres, steady)


def nearest(reference: Reference, made: Segmentation) -> pd.DataFrame:
    """Return where the markets left out lie nearest, as far as a model knows them and some member.

    By market: ``nearest`` and ``second`` (letters), ``margin`` (0: as near to both, 1: far nearer to one) and
    ``models`` (keys of those that know it). These markets are no members: less evidence places them.
    """
    place, rows = made.place, []
    left = sorted(code for code in place.left_out if place.known[code])
    both = standardised(reference, place.models).loc[[*left, *place.markets]]
    every = distances(both)[: len(left), len(left) :]
    for row, code in enumerate(left):
        apart = pd.Series(every[row], place.markets)
        means = apart.groupby(made.frame["segment"]).mean().dropna().sort_values(kind="stable")
        if len(means) > 1:
            one, other = means.index[:2]
            gap = float(1 - means[one] / means[other]) if means[other] > 0 else 0.0
            rows.append((code, one, other, gap, place.known[code]))
    return pd.DataFrame(rows, columns=["iso3", "nearest", "second", "margin", "models"]).set_index("iso3")


def _by_size(groups: np.ndarray, codes: Sequence[str]) -> np.ndarray:
    first: dict[int, str] = {}
    for group, code in zip(groups.tolist(), codes, strict=True):
        first[group] = min(first.get(group, code), code)
    numbers = sorted(first, key=lambda group: (-int((groups == group).sum()), first[group]))
    return np.array([numbers.index(group) for group in groups.tolist()])


def _centre(apart: np.ndarray, inside: np.ndarray) -> int:
    rows = np.flatnonzero(inside)
    return int(rows[apart[np.ix_(rows, rows)].sum(axis=1).argmin()])
