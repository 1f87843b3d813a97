"""Where markets stand to each other over the chosen culture models: standardised scores and distances.

Scores become z-scores over all countries of their model, so the choice of markets moves none of them.
Inside a model the squared distance is the mean over the dimensions that two markets share of the squared
z-difference (standardised Euclidean); over models it is the mean of the models that both know, so each model
counts alike, however many dimensions it has. Nothing is imputed: two markets must share two thirds of a
model's dimensions for it to count, and a market needs scores in more than half of the models, so that any two
markets share at least one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from frameworks.culture.model import needed
from frameworks.culture.scores import MODELS, model_scores
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference


@dataclass(frozen=True)
class Space:
    """Markets in the space of the chosen models.

    models:    keys of the models that count, in their own order.
    scores:    z-scores by market (rows, in alphabetical order of code) and (model, dimension), NaN unknown.
    distances: (n, n), 0 or more, unitless, no gaps.
    known:     keys of the models that know a market, for every market asked for.
    left_out:  why a market asked for is not in the space: ``unknown`` (no model has scores), ``few`` (half of
               the models or fewer know it), ``gaps`` (a dimension is missing and the method needs all),
               ``apart`` (it shares too few dimensions with others).
    """

    models: tuple[str, ...]
    scores: pd.DataFrame
    distances: np.ndarray
    known: Mapping[str, tuple[str, ...]]
    left_out: Mapping[str, str]

    @property
    def markets(self) -> tuple[str, ...]:
        """The codes in the order of the rows."""
        return tuple(self.scores.index)


def space(
    reference: Reference, models: Collection[str], markets: Collection[str] | None = None, *, complete: bool = False
) -> Space:
    """Return the space of ``markets`` (ISO alpha-3; None: all) over ``models`` (keys).

    complete: take only markets without a gap in any chosen model, as Ward's method needs Euclidean distances.

    A model that is switched off counts nowhere. Raises Sentence when no model is left or a name is unknown.
    """
    for name in models:
        if name not in MODELS:
            raise Sentence(N_("unknown model {name}; known: {known}"), name=f"{name!r:.40}", known=", ".join(MODELS))
    used = tuple(key for key in MODELS if key in models and key in model_scores(reference))
    if not used:
        raise Sentence(N_("Choose at least one culture model that is switched on."))
    world = standardised(reference, used)
    asked = sorted({*reference.markets} if markets is None else {*markets} & {*reference.markets})
    known = _known(world, used, asked)
    left_out: dict[str, str] = {}
    for code in asked:
        if not known[code]:
            left_out[code] = "unknown"
        elif 2 * len(known[code]) <= len(used):
            left_out[code] = "few"
        elif complete and world.loc[code].isna().any():
            left_out[code] = "gaps"
    inside = [code for code in asked if code not in left_out]
    scores = world.loc[inside]
    apart = distances(scores)
    for code in _unconnected(apart, inside):
        left_out[code] = "apart"
    kept = np.array([code not in left_out for code in inside], dtype=bool)
    return Space(used, scores[kept], apart[np.ix_(kept, kept)], known, left_out)


def standardised(reference: Reference, models: Sequence[str]) -> pd.DataFrame:
    """Return the z-scores of every country by (model, dimension) over all countries of the model, NaN unknown."""
    parts = {}
    for key in models:
        scores = model_scores(reference)[key].scores
        spread = scores.std(ddof=1)
        parts[key] = (scores - scores.mean()) / spread.where(spread > 0)
    return pd.concat(parts, axis=1).sort_index()


def distances(scores: pd.DataFrame, *, counts: np.ndarray | None = None) -> np.ndarray:
    """Return the distances between the rows of ``scores`` as the module says, NaN where no model joins two rows.

    counts: how often each column counts, for resampling dimensions; columns of 0 are left out of the mean, but
            whether a model joins two markets is judged by all its columns.
    """
    values = scores.to_numpy(float)
    groups = scores.columns.get_level_values(0).to_numpy()
    weight = np.ones(values.shape[1]) if counts is None else np.asarray(counts, float)
    total = np.zeros((len(values), len(values)))
    models = np.zeros_like(total)
    for key in dict.fromkeys(groups):
        columns = np.flatnonzero(groups == key)
        squared, shared = _squared(values[:, columns], weight[columns], needed(len(columns)))
        total += np.where(shared, squared, 0.0)
        models += shared
    with np.errstate(invalid="ignore"):
        found = np.sqrt(total / np.where(models > 0, models, np.nan))
    np.fill_diagonal(found, 0.0)
    return found


def _squared(values: np.ndarray, weight: np.ndarray, least: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the weighted mean squared difference of all pairs of rows, and whether they share enough."""
    there = ~np.isnan(values)
    filled = np.where(there, values, 0.0)
    mask = there.astype(float)
    weighted = mask * weight
    square = (filled**2 * weight) @ mask.T
    sums = np.maximum(square + square.T - 2 * (filled * weight) @ filled.T, 0.0)
    mass = weighted @ mask.T
    shared = (mask @ mask.T >= least) & (mass > 0)
    return np.divide(sums, mass, out=np.zeros_like(sums), where=mass > 0), shared


def _known(world: pd.DataFrame, models: Sequence[str], asked: Sequence[str]) -> dict[str, tuple[str, ...]]:
    enough = {key: world[key].notna().sum(axis=1) >= needed(world[key].shape[1]) for key in models}
    return {code: tuple(key for key in models if bool(enough[key].get(code, False))) for code in asked}


def _unconnected(apart: np.ndarray, codes: Sequence[str]) -> list[str]:
    """Return the markets to leave out until no distance is missing: most gaps first, then the last code."""
    gaps, out = np.isnan(apart), []
    while gaps.any():
        worst = max(range(len(codes)), key=lambda i: (gaps[i].sum(), codes[i]))
        out.append(codes[worst])
        gaps[worst, :] = gaps[:, worst] = False
    return out
