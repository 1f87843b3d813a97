"""Countries side by side: where each stands in every model, how far apart, and whether the models agree.

Percentiles are the share of all pairs of a model that lie farther apart (mid-rank), so that models with
different units can be held against each other. They are the same figures that the affinity is made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

import numpy as np
import pandas as pd

from frameworks.culture.distance import METHODS, distances_from, pair_distances
from frameworks.culture.globe import MODEL as GLOBE
from frameworks.culture.model import Dimension
from frameworks.culture.scores import MODELS, ModelScores, model_scores
from frameworks.culture.trompenaars import leans
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference
from frameworks.scale import nearness, upper_pairs

MOST = 6
"""How many countries can be told apart side by side."""

_PRACTICE_NAMES = (
    N_("Order as practised"), N_("Planning as practised"), N_("Hierarchy as practised"),
    N_("Shared effort as practised"), N_("Kindness as practised"), N_("Performance as practised"),
    N_("Family loyalty as practised"), N_("Gender equality as practised"), N_("Assertiveness as practised"),
)  # fmt: skip
PRACTICES: tuple[Dimension, ...] = tuple(
    replace(d, code=d.code.replace("_value", "_practice"), name=name)
    for d, name in zip(GLOBE.dimensions, _PRACTICE_NAMES, strict=True)
)
"""GLOBE's nine dimensions as managers say they are; shown on request, never part of a score."""


@dataclass(frozen=True)
class Firmness:
    """Trompenaars leans of two countries held against each other: counts of the seven dimensions.

    agree, differ: both have a firm lean (grade A or B) to a pole. unknown: the rest.
    """

    agree: int
    differ: int
    unknown: int


def placements(reference: Reference, countries: Sequence[str]) -> pd.DataFrame:
    """Return where each country stands: model, dimension, iso3, value, basis, year; one row each.

    Every country has a row for every dimension of every model that is switched on. value is in the
    model's units, NaN where there is no figure; basis is measured, stand_in, estimate or "" (missing).
    """
    rows = []
    for key, known in model_scores(reference).items():
        for code in known.model.codes:
            for country in countries:
                has = country in known.scores.index
                value = float(known.scores.at[country, code]) if has else np.nan
                found = not np.isnan(value)
                year = int(known.year[country]) if found else 0
                rows.append((key, code, country, value, known.basis[country] if found else "", year))
    return pd.DataFrame(rows, columns=["model", "dimension", "iso3", "value", "basis", "year"])


def spread(reference: Reference, model: str) -> pd.DataFrame:
    """Return how all countries of a model are spread, by dimension: lowest, q25, median, q75, highest, countries."""
    frame = model_scores(reference)[model].scores
    return _spread(frame)


def practices(reference: Reference, countries: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return GLOBE's practices: placements as ``placements`` gives them, and their spread over all countries."""
    frame = reference.table("globe").set_index("iso3")[[d.code for d in PRACTICES]]
    rows = [
        ("globe_practices", code, country, value, "" if np.isnan(value) else "measured", 0 if np.isnan(value) else 2004)
        for code in frame.columns
        for country in countries
        for value in [float(frame.at[country, code]) if country in frame.index else np.nan]
    ]
    return pd.DataFrame(rows, columns=["model", "dimension", "iso3", "value", "basis", "year"]), _spread(frame)


def pairs(reference: Reference, countries: Sequence[str], method: str = "euclidean") -> pd.DataFrame:
    """Return every pair of ``countries`` in every model: a, b, model, distance, nearer_than, basis.

    distance:    0 or more, unitless, NaN where the two share too few dimensions.
    nearer_than: share (0-100) of all pairs of that model that lie farther apart.
    basis:       the weaker of the two countries', "" where there is no distance.

    Raises ValueError for an unknown method.
    """
    worlds = reference.derived(_WORLDS[_known(method)])
    rows = []
    for key, known in model_scores(reference).items():
        inside = [country for country in countries if country in known.scores.index]
        apart = {c: _from(known, c, method) for c in inside}
        for a, b in combinations(countries, 2):
            far = apart[a][b] if a in apart and b in apart else np.nan
            near = float(nearness(np.array([far]), worlds[key])[0])
            rows.append((a, b, key, far, near, "" if np.isnan(far) else _weaker(known, a, b)))
    return pd.DataFrame(rows, columns=["a", "b", "model", "distance", "nearer_than", "basis"])


def agreement(distances: pd.DataFrame) -> pd.DataFrame:
    """Return how far the models agree on each pair that ``pairs`` gave, nearest pair first.

    Columns: a, b, models (how many know the pair), mean, low, high and range of ``nearer_than``
    (0-100; range NaN with fewer than two models), least and most (keys of those models, "" if none).
    """
    columns = ["a", "b", "models", "mean", "low", "high", "range", "least", "most"]
    rows = []
    for (a, b), group in distances.groupby(["a", "b"], sort=False):
        known = group.dropna(subset=["nearer_than"]).set_index("model")["nearer_than"]
        if known.empty:
            rows.append((a, b, 0, np.nan, np.nan, np.nan, np.nan, "", ""))
            continue
        gap = known.max() - known.min() if len(known) > 1 else np.nan
        rows.append((a, b, len(known), known.mean(), known.min(), known.max(), gap, known.idxmin(), known.idxmax()))
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values("mean", ascending=False, na_position="last", kind="stable").reset_index(drop=True)


def correlations(reference: Reference, method: str = "euclidean") -> pd.DataFrame:
    """Return how alike two models rank all pairs that both know: one, other, spearman, pairs, countries.

    spearman is NaN where fewer than ten pairs are shared. Raises ValueError for an unknown method.
    """
    return reference.derived(_CORRELATIONS[_known(method)])


def missing(reference: Reference, countries: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return by model the countries without any score in it; a model that is switched off lacks all."""
    known = model_scores(reference)
    return {
        key: tuple(c for c in countries if key not in known or c not in known[key].scores.index) for key in MODELS
    }


def firmness(reference: Reference, a: str, b: str) -> Firmness:
    """Return on how many Trompenaars dimensions two countries firmly agree, differ, or cannot be compared."""
    agree = differ = 0
    for one, other in zip(leans(reference, a), leans(reference, b), strict=True):
        firm = all(lean.grade in ("A", "B") and lean.pole in ("first", "second") for lean in (one, other))
        agree += firm and one.pole == other.pole
        differ += firm and one.pole != other.pole
    return Firmness(agree, differ, 7 - agree - differ)


def _known(method: str) -> str:
    if method not in METHODS:
        raise Sentence(N_("unknown method {name}; known: {known}"), name=f"{method!r:.40}", known=", ".join(METHODS))
    return method


def _spread(frame: pd.DataFrame) -> pd.DataFrame:
    ends = frame.quantile([0, 0.25, 0.5, 0.75, 1]).T
    ends.columns = ["lowest", "q25", "median", "q75", "highest"]
    return ends.assign(countries=frame.notna().sum())


def _from(known: ModelScores, country: str, method: str) -> pd.Series:
    home = known.scores.loc[country].to_numpy(float)
    return pd.Series(distances_from(home, known.scores, method=method), known.scores.index)


def _weaker(known: ModelScores, a: str, b: str) -> str:
    both = {known.basis[a], known.basis[b]}
    return next(basis for basis in ("estimate", "stand_in", "measured") if basis in both)


def _squares(reference: Reference, method: str) -> dict[str, pd.DataFrame]:
    return {
        key: pd.DataFrame(pair_distances(known.scores, method=method), known.scores.index, known.scores.index)
        for key, known in model_scores(reference).items()
    }


def _worlds(reference: Reference, method: str) -> dict[str, np.ndarray]:
    return {key: upper_pairs(square.to_numpy()) for key, square in reference.derived(_SQUARES[method]).items()}


def _correlations(reference: Reference, method: str) -> pd.DataFrame:
    squares = reference.derived(_SQUARES[method])
    rows = []
    for one, other in combinations(squares, 2):
        shared = squares[one].index.intersection(squares[other].index)
        upper = np.triu_indices(len(shared), k=1)
        both = pd.DataFrame({key: squares[key].loc[shared, shared].to_numpy()[upper] for key in (one, other)}).dropna()
        rho = both.rank().corr().iloc[0, 1] if len(both) >= 10 else np.nan
        rows.append((one, other, float(rho), len(both), len(shared)))
    return pd.DataFrame(rows, columns=["one", "other", "spearman", "pairs", "countries"])


# One function object a method: that is what the reference keeps its results under.
_SQUARES = {method: partial(_squares, method=method) for method in METHODS}
_WORLDS = {method: partial(_worlds, method=method) for method in METHODS}
_CORRELATIONS = {method: partial(_correlations, method=method) for method in METHODS}
