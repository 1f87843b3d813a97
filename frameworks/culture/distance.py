"""How far two countries lie apart in one culture model.

Standardised Euclidean: sqrt of the mean over shared dimensions of (a - b)^2 / V, V the sample
variance of the dimension over the reference countries. It ranks pairs as Kogut-Singh does
without exaggerating far ones (Konara & Mohr 2019).
Kogut-Singh: the mean of (a - b)^2 / V (Kogut & Singh 1988).
Mahalanobis: sqrt((a - b)' S^-1 (a - b)), S the covariance of the dimensions (Berry, Guillen & Zhou 2010),
scaled to the full number of dimensions where some are missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from frameworks.culture.model import needed
from frameworks.culture.scores import MODELS, model_scores
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

METHODS = ("euclidean", "kogut_singh", "mahalanobis")


def distance(
    a: str,
    b: str,
    *,
    model: str = "hofstede",
    method: str = "euclidean",
    scores: Reference | pd.DataFrame,
    dimensions: Sequence[str] | None = None,
    variances: Mapping[str, float] | None = None,
) -> float:
    """Return the distance between countries ``a`` and ``b`` (ISO alpha-3), 0 or more, unitless.

    scores:     a reference, or a frame of scores by country (index or column ``iso3``) and dimension.
    dimensions: which dimensions to use; all of the model by default.
    variances:  variance of each dimension, to reproduce published figures; by default the sample
                variance over all countries in ``scores``. Mahalanobis uses the covariance instead.

    NaN when the two share fewer than two thirds of the dimensions (four of Hofstede's six).
    Raises ValueError for an unknown model, method, dimension or country and for a variance that is
    missing or not above 0.
    """
    if model not in MODELS:
        raise Sentence(N_("unknown model {name}; known: {known}"), name=f"{model!r:.40}", known=", ".join(MODELS))
    frame = _frame(scores, model)
    codes = list(dimensions or MODELS[model].codes)
    unknown = [code for code in codes if code not in frame.columns]
    if unknown:
        raise Sentence(
            N_("unknown dimension {name} of {model}; known: {known}"),
            name=f"{unknown[0]!r:.40}", model=model, known=", ".join(MODELS[model].codes),
        )  # fmt: skip
    for country in (a, b):
        if country not in frame.index:
            raise Sentence(N_("{model} has no scores for {country}"), model=model, country=f"{country!r:.40}")
    home = frame.loc[a, codes].to_numpy(float)
    return float(distances_from(home, frame[codes], method=method, variances=variances)[frame.index.get_loc(b)])


def distances_from(
    home: np.ndarray,
    frame: pd.DataFrame,
    *,
    method: str = "euclidean",
    variances: Mapping[str, float] | None = None,
) -> np.ndarray:
    """Return the distance from ``home`` (one value a dimension) to each row of ``frame``, NaN if unknown."""
    if method not in METHODS:
        raise Sentence(N_("unknown method {name}; known: {known}"), name=f"{method!r:.40}", known=", ".join(METHODS))
    spread = _spread(frame, method) if variances is None else _given(variances, frame.columns).to_numpy(float)
    return _distances(frame.to_numpy(float) - home, spread, method)


def pair_distances(frame: pd.DataFrame, *, method: str = "euclidean") -> np.ndarray:
    """Return the distances between all rows of ``frame``, shape (n, n), NaN where unknown."""
    values, spread = frame.to_numpy(float), _spread(frame, method)
    return np.stack([_distances(values - row, spread, method) for row in values])


def _spread(frame: pd.DataFrame, method: str) -> np.ndarray:
    """Variance of each dimension, or their covariance, over all rows."""
    return (frame.cov() if method == "mahalanobis" else frame.var(ddof=1)).to_numpy(float)


def _distances(gaps: np.ndarray, spread: np.ndarray, method: str) -> np.ndarray:
    shared = ~np.isnan(gaps)
    if method == "mahalanobis":
        squared = _mahalanobis(gaps, shared, spread)
    else:
        with np.errstate(invalid="ignore", divide="ignore"):
            squared = np.nansum(gaps**2 / spread, axis=1) / shared.sum(axis=1)
    squared = np.where(shared.sum(axis=1) >= needed(gaps.shape[1]), squared, np.nan)
    return squared if method == "kogut_singh" else np.sqrt(squared)


def _given(variances: Mapping[str, float], codes: pd.Index) -> pd.Series:
    var = pd.Series(variances, dtype=float).reindex(codes)
    lacking = var.index[~(var > 0)]
    if len(lacking):
        raise Sentence(N_("give a variance above 0 for {name}"), name=f"{lacking[0]!r:.40}")
    return var


def _mahalanobis(gaps: np.ndarray, shared: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    squared = np.full(len(gaps), np.nan)
    patterns, which = np.unique(shared, axis=0, return_inverse=True)
    for number, pattern in enumerate(patterns):
        if pattern.any():
            rows = which.ravel() == number
            part = gaps[np.ix_(rows, pattern)]
            solved = _solved(covariance[np.ix_(pattern, pattern)], part)
            squared[rows] = (part * solved).sum(axis=1) * len(pattern) / pattern.sum()
    return squared


def _solved(covariance: np.ndarray, gaps: np.ndarray) -> np.ndarray:
    """Return ``gaps`` times the inverse covariance; the pseudo-inverse where dimensions depend on each other."""
    try:
        return np.linalg.solve(covariance, gaps.T).T
    except np.linalg.LinAlgError:
        return gaps @ np.linalg.pinv(covariance, hermitian=True)


def _frame(scores: Reference | pd.DataFrame, model: str) -> pd.DataFrame:
    if isinstance(scores, Reference):
        known = model_scores(scores)
        if model not in known:
            raise Sentence(N_("the table of {model} is switched off"), model=model)
        return known[model].scores
    frame = scores.set_index("iso3") if "iso3" in scores.columns else scores
    if frame.index.has_duplicates:
        raise Sentence(N_("the scores hold a country more than once; give one row a country"))
    return frame
