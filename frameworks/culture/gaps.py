"""Where a market's average values differ most from home's, dimension by dimension.

A gap is the difference on one dimension divided by the standard deviation of that dimension over
the countries of the reference (Cohen's d with the world's spread). Averages of countries only:
most variation in values lies within countries, so a gap says nothing about a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from frameworks.culture.model import Dimension, Model
from frameworks.culture.scores import MODELS, ModelScores, model_scores
from frameworks.reference import Reference

SMALL = 0.5
"""Below this many standard deviations a difference is not told."""
LARGE = 1.0
"""From this many standard deviations on a difference counts as large (sizes are a rule of ours)."""

RELATED = 0.5
"""Two dimensions of different models count as related from this correlation over countries on."""
_SHARED_COUNTRIES = 20
_SAME_WAY = 0.25


@dataclass(frozen=True)
class Gap:
    """One dimension on which the market's average differs from home's.

    home, market: scores in the model's own unit.
    size:    market minus home in world standard deviations; negative where the market lies lower.
    basis:   measured, stand_in or estimate, the weaker of the two countries.
    years:   year of the home and of the market figure.
    same, opposite: how many related dimensions of other models point the same way, the other way.
    """

    model: Model
    dimension: Dimension
    home: float
    market: float
    size: float
    basis: str
    years: tuple[int, int]
    same: int
    opposite: int

    @property
    def word(self) -> str:
        """How big the gap is: ``large``, ``moderate`` or ``small``."""
        if abs(self.size) >= LARGE:
            return "large"
        return "moderate" if abs(self.size) >= SMALL else "small"

    @property
    def sentence(self) -> str:
        """What the gap tends to mean for an offer, in the words of the dimension."""
        return self.dimension.higher if self.size > 0 else self.dimension.lower


@dataclass(frozen=True)
class CultureGaps:
    """The gaps between home and one market.

    told:    gaps of half a standard deviation or more, the largest first.
    small:   gaps below that, in the same order.
    without: why a model says nothing, by model key: ``off`` (table switched off), ``home``, ``market``
             or ``both`` (no scores there).
    """

    told: tuple[Gap, ...]
    small: tuple[Gap, ...]
    without: Mapping[str, str]


def culture_gaps(reference: Reference, home: str, market: str) -> CultureGaps:
    """Return the gaps between two markets (ISO alpha-3 codes) over all models that know both.

    Raises KeyError for a code that is no market of the reference.
    """
    for code in (home, market):
        if code not in reference.markets:
            raise KeyError(code)
    known = model_scores(reference)
    sizes = {key: _sizes(model, home, market) for key, model in known.items()}
    found, without = [], {}
    for key in MODELS:
        if key not in known:
            without[key] = "off"
        elif sizes[key].empty:
            without[key] = _lacks(known[key], home, market)
        else:
            found += [_gap(reference, key, code, home, market, sizes) for code in sizes[key].index]
    found.sort(key=lambda gap: (-abs(gap.size), gap.model.key, gap.dimension.code))
    told = tuple(gap for gap in found if gap.word != "small")
    return CultureGaps(told, tuple(gap for gap in found if gap.word == "small"), without)


def related_dimensions(reference: Reference) -> Mapping[tuple[str, str], tuple[tuple[str, str, int], ...]]:
    """Return for each (model, dimension) the related ones of other models with the sign of the correlation.

    Related: Pearson correlation of at least 0.5 either way over at least 20 countries.
    """
    return reference.derived(_related)


def _sizes(model: ModelScores, home: str, market: str) -> pd.Series:
    if home not in model.scores.index or market not in model.scores.index:
        return pd.Series(dtype=float)
    spread = model.scores.std(ddof=1)
    return ((model.scores.loc[market] - model.scores.loc[home]) / spread.where(spread > 0)).dropna()


def _lacks(model: ModelScores, home: str, market: str) -> str:
    here, there = (code in model.scores.index for code in (home, market))
    if here == there:
        return "both"
    return "market" if here else "home"


def _gap(reference: Reference, key: str, code: str, home: str, market: str, sizes: Mapping[str, pd.Series]) -> Gap:
    model = model_scores(reference)[key]
    size = float(sizes[key][code])
    bases = {model.basis[home], model.basis[market]}
    basis = next((name for name in ("estimate", "stand_in") if name in bases), "measured")
    others = [
        sign * float(sizes[other][dimension]) * (1 if size > 0 else -1)
        for other, dimension, sign in related_dimensions(reference).get((key, code), ())
        if dimension in sizes[other].index
    ]
    return Gap(
        model.model, next(d for d in model.model.dimensions if d.code == code),
        float(model.scores.at[home, code]), float(model.scores.at[market, code]), size, basis,
        (int(model.year[home]), int(model.year[market])),
        same=sum(other >= _SAME_WAY for other in others), opposite=sum(other <= -_SAME_WAY for other in others),
    )  # fmt: skip


def _related(reference: Reference) -> Mapping[tuple[str, str], tuple[tuple[str, str, int], ...]]:
    scores = {key: model.scores for key, model in model_scores(reference).items()}
    found: dict[tuple[str, str], list[tuple[str, str, int]]] = {}
    for one, other in combinations(scores, 2):
        shared = scores[one].index.intersection(scores[other].index)
        for a in scores[one]:
            for b in scores[other]:
                both = pd.DataFrame({"a": scores[one].loc[shared, a], "b": scores[other].loc[shared, b]}).dropna()
                if len(both) < _SHARED_COUNTRIES:
                    continue
                r = both["a"].corr(both["b"])
                if abs(r) >= RELATED:
                    sign = 1 if r > 0 else -1
                    found.setdefault((one, a), []).append((other, b, sign))
                    found.setdefault((other, b), []).append((one, a, sign))
    return {key: tuple(pairs) for key, pairs in found.items()}
