"""How near a market is to home: values, language, religion, ties and proximity, each 0-100.

The blend and its check against managers' perceived distance are in the method notes; the formula
of each part is in its own module. A market without any values model gets no affinity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from frameworks.culture.connections import proximity_part, religion_part, ties_part
from frameworks.culture.distance import distances_from, pair_distances
from frameworks.culture.language import language_part
from frameworks.culture.scores import model_scores
from frameworks.culture.trompenaars_scores import KEY as TROMPENAARS
from frameworks.culture.trompenaars_scores import LICENSED, Placed, from_home
from frameworks.reference import Reference
from frameworks.scale import extreme_mean, nearness, shown, upper_pairs, weighted_mean
from frameworks.weights import AFFINITY_PARTS, Weights

RECENT = 2010
"""A World Values survey from this year on counts as recent."""


@dataclass(frozen=True)
class AffinityParts:
    """The parts of the affinity of every market to one home, before weights.

    models: frame by market and model, nearness 0-100 in that model alone, NaN where unknown.
    basis:  frame like ``models``: measured, stand_in, estimate, licensed, own (the weaker of home and market)
            or "".
    parts:  frame by market and part (``AFFINITY_PARTS``), 0-100, NaN where unknown.
    recent: series by market: both have a World Values survey from 2010 on.
    """

    home: str
    models: pd.DataFrame
    basis: pd.DataFrame
    parts: pd.DataFrame
    recent: pd.Series

    def scores(self, weights: Weights) -> pd.DataFrame:
        """Return affinity, affinity_low, affinity_high and affinity_confidence by market.

        affinity: weighted mean of the known parts; NaN without a values model.
        low, high: over each model alone standing for the values and every weight a third up or
                   down; a missing part spans 0 to 100 there.
        confidence: A three or more measured models with recent surveys, B two, C one or only
                    stand-ins and estimates, D none; one step lower for each missing part of weight.
                    Licensed scores count as measured; a team's own view counts as a model but not as a
                    measured one, so it lifts nothing above C.
        """
        points = np.array([weights.affinity[part] for part in AFFINITY_PARTS])
        parts = self.parts.to_numpy()
        known = self.parts["values"].notna().to_numpy()
        middle = np.where(known, shown(weighted_mean(parts, points)), np.nan)
        low, high = self._band(parts, points)
        return pd.DataFrame(
            {
                "affinity": middle,
                "affinity_low": np.where(known, np.minimum(low, middle), np.nan),
                "affinity_high": np.where(known, np.maximum(high, middle), np.nan),
                "affinity_confidence": np.where(np.isnan(middle), "D", self._confidence(points)),
            },
            index=self.parts.index,
        )

    def _band(self, parts: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        stands = np.column_stack([parts[:, 0], self.models.to_numpy()])
        some = ~np.isnan(stands).all(axis=1)
        ends = []
        for fill, extreme, highest in ((0.0, np.fmin.reduce, False), (100.0, np.fmax.reduce, True)):
            filled = np.where(np.isnan(parts), fill, parts)
            filled[some, 0] = extreme(stands[some], axis=1)
            ends.append(shown(extreme_mean(filled, points, highest=highest)))
        return ends[0], ends[1]

    def _confidence(self, points: np.ndarray) -> np.ndarray:
        measured = self.basis.isin(("measured", LICENSED)).sum(axis=1).to_numpy()
        any_model = self.models.notna().any(axis=1).to_numpy()
        recent = self.recent.to_numpy()
        step = np.select([(measured >= 3) & recent, measured >= 2, any_model], [0, 1, 2], 3)
        missing = (self.parts.isna().to_numpy() & (points > 0))[:, 1:].sum(axis=1)
        step = np.where(any_model, np.minimum(step + missing, 2), 3)
        return np.array(["A", "B", "C", "D"], dtype=object)[step]


def affinity_parts(
    reference: Reference, home: str, languages: Sequence[str] = (), placed: Sequence[Placed] = ()
) -> AffinityParts:
    """Return the affinity parts of every market of the reference to ``home`` (home itself included).

    languages: CLDR codes of the languages the team serves; none means the home market's own.
    placed:    the team's own or licensed numbers on Trompenaars' dimensions; the model joins for the markets
               that share four or more with home.
    """
    models, basis, recent = _values(reference, home)
    joined = from_home(placed, home, reference.markets) if placed else None
    if joined:
        models, basis = (frame.assign(**{TROMPENAARS: more}) for frame, more in zip((models, basis), joined, strict=True))
        basis = basis.fillna("")
    parts = pd.DataFrame(
        {
            "values": shown(models.mean(axis=1).to_numpy()),
            "language": language_part(reference, home, languages),
            "religion": religion_part(reference, home),
            "ties": ties_part(reference, home),
            "proximity": proximity_part(reference, home),
        },
        index=reference.markets,
    )
    return AffinityParts(home, models, basis, parts[list(AFFINITY_PARTS)], recent)


def _values(reference: Reference, home: str) -> tuple[pd.DataFrame, pd.DataFrame, pd.Series]:
    markets = reference.markets
    near, basis = {}, {}
    recent = pd.Series(False, markets)
    worlds = reference.derived(_model_worlds)
    for key, model in model_scores(reference).items():
        if home not in model.scores.index:
            continue
        apart = distances_from(model.scores.loc[home].to_numpy(float), model.scores)
        if np.isnan(apart).all():
            continue  # home has too few dimensions of this model to be compared with anyone
        near[key] = pd.Series(nearness(apart, worlds[key]), model.scores.index).reindex(markets)
        weaker = model.basis.where(model.basis != "measured", model.basis[home])
        basis[key] = weaker.reindex(markets).where(near[key].notna(), "")
        if key == "world_values":
            recent = (model.year.reindex(markets, fill_value=0) >= RECENT) & (model.year[home] >= RECENT)
    return pd.DataFrame(near, index=markets), pd.DataFrame(basis, index=markets), recent


def _model_worlds(reference: Reference) -> dict[str, np.ndarray]:
    return {key: upper_pairs(pair_distances(m.scores)) for key, m in model_scores(reference).items()}
