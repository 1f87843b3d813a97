"""How well the affinity agrees with the distance that people in business feel.

The yardstick is the survey of Hakanson & Ambos (2010): managers of 13 countries rated how far away they
feel 24 others to be. It is not part of any score. Read the agreement with four caveats:

- it is perception by managers in 2003 to 2008, not sales: it tells which distance people feel, not which
  market pays;
- the default blend was looked at on this same sample, so expect somewhat less elsewhere;
- perception is asymmetric (the two directions of a pair differ by 13 points on average), while every
  part but the language one is symmetric;
- only 13 homes rated, and 25 countries leave most of the world out.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from frameworks.culture.affinity import AffinityParts, affinity_parts
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference
from frameworks.weights import AFFINITY_PARTS, Weights

RESAMPLES = 1000
INTERVAL = (2.5, 97.5)

_COLUMNS = ["measure", "spearman", "low", "high", "pairs"]


def validate(
    reference: Reference, weights_by_name: Mapping[str, Weights], *, resamples: int = RESAMPLES, seed: int = 2010
) -> pd.DataFrame:
    """Return Spearman's correlation of perceived nearness with the affinity, its parts and each model.

    weights_by_name: blends to check, by a name for each; each home's own languages stand for those
                     the team serves.
    resamples:       bootstrap draws behind the interval.

    One row a measure, in this order: the blends by their names, the parts (``values``, ``language``,
    ``religion``, ``ties``, ``proximity``), then ``model_*`` for each model alone. Columns: ``measure``;
    ``spearman`` (-1 to 1, 1 if the market that feels nearest always has the highest figure); ``low`` and
    ``high``, 95 % interval; ``pairs``, directed pairs with both figures. Without rows when the table of
    perceived distances is switched off.

    The interval comes from drawing the homes and the rated countries anew with replacement, each as a
    whole, because the pairs of one country are not independent (pigeonhole bootstrap, Owen 2007).

    Raises ValueError when a blend bears the name of a part or model.
    """
    taken = [name for name in weights_by_name if name in AFFINITY_PARTS or name.startswith("model_")]
    if taken:
        raise Sentence(N_("{name} names a part of its own; give the blend another name"), name=repr(taken[0]))
    rated = reference.table("psychic_distance")
    if rated.empty:
        return pd.DataFrame(columns=_COLUMNS)
    figures = _figures(reference, rated, weights_by_name)
    near = -rated["psychic_distance"].to_numpy(float)
    counts = _counts(rated, resamples, np.random.default_rng(seed))
    rows = []
    for name, column in figures.items():
        known = column.notna().to_numpy()
        found = _spearman(column.to_numpy(float)[known], near[known], counts[:, known])
        drawn = found[1:][~np.isnan(found[1:])]
        low, high = np.percentile(drawn, INTERVAL) if len(drawn) else (np.nan, np.nan)
        rows.append((name, found[0], low, high, int(known.sum())))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _figures(reference: Reference, rated: pd.DataFrame, blends: Mapping[str, Weights]) -> pd.DataFrame:
    """Return a frame with one row a rated pair and one column a measure."""
    homes = [_of_home(affinity_parts(reference, home), blends) for home in rated["from_iso3"].unique()]
    world = pd.concat(homes, keys=rated["from_iso3"].unique())
    pairs = pd.MultiIndex.from_frame(rated[["from_iso3", "to_iso3"]])
    models = [name for name in world if name.startswith("model_")]
    return world.reindex(pairs)[[*blends, *AFFINITY_PARTS, *models]]


def _of_home(near: AffinityParts, blends: Mapping[str, Weights]) -> pd.DataFrame:
    scored = {name: near.scores(weights)["affinity"] for name, weights in blends.items()}
    return pd.concat([pd.DataFrame(scored, near.parts.index), near.parts, near.models.add_prefix("model_")], axis=1)


def _counts(rated: pd.DataFrame, resamples: int, rng: np.random.Generator) -> np.ndarray:
    """Return how often each pair is drawn, shape (1 + resamples, pairs); the first row is the sample itself."""
    counts = np.ones((resamples + 1, len(rated)))
    for column in ("from_iso3", "to_iso3"):
        which, countries = pd.factorize(rated[column])
        drawn = rng.multinomial(len(countries), np.full(len(countries), 1 / len(countries)), size=resamples)
        counts[1:] *= drawn[:, which]
    return counts


def _spearman(a: np.ndarray, b: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return Spearman's correlation for each row of ``counts``, which says how often each pair stands in it."""
    total = np.maximum(counts.sum(axis=1, keepdims=True), 1)
    ranks = []
    for values in (a, b):
        rank = _mid_ranks(values, counts)
        ranks.append(rank - (counts * rank).sum(axis=1, keepdims=True) / total)
    first, second = ranks
    together = (counts * first * second).sum(axis=1)
    spread = np.sqrt((counts * first**2).sum(axis=1) * (counts * second**2).sum(axis=1))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(spread > 0, together / spread, np.nan)


def _mid_ranks(values: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the middle rank of each value where it stands ``counts`` times, ties sharing theirs."""
    distinct, place = np.unique(values, return_inverse=True)
    size = np.zeros((len(counts), len(distinct)))
    np.add.at(size.T, place, counts.T)
    return (np.cumsum(size, axis=1) - size / 2)[:, place]
