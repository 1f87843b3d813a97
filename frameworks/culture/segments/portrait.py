"""What the markets of a segment share, and where they differ among themselves.

All sizes are in standard deviations of the world: how far the members' mean lies from the mean of all countries,
and how widely the members scatter. Averages of countries; most variation in values lies within them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from frameworks.culture.model import Dimension
from frameworks.culture.scores import MODELS
from frameworks.culture.segments.segmentation import Segmentation
from frameworks.potential.indicators import wide
from frameworks.reference import Reference

TOLD = 0.5
"""From this many standard deviations off the world's mean on, a dimension is told."""
SAME_SIDE = 0.75
"""At least this share of the members must lie on the same side of the world's mean (own rule)."""
FEWEST = 3
"""A spread needs at least this many members with a score."""


@dataclass(frozen=True)
class Trait:
    """One dimension in one segment.

    mean, spread: of the members' z-scores (spread NaN with fewer than three). low, high: the market at each end.
    same_side: share of the members on the mean's side of 0. markets: how many have a score.
    """

    model: str
    dimension: Dimension
    mean: float
    spread: float
    low: str
    high: str
    same_side: float
    markets: int

    @property
    def pole(self) -> str:
        """The end of the scale that the members lean to, in plain words."""
        return self.dimension.high if self.mean > 0 else self.dimension.low

    @property
    def advice(self) -> str:
        """What the lean tends to mean for an offer."""
        return self.dimension.higher if self.mean > 0 else self.dimension.lower


@dataclass(frozen=True)
class Portrait:
    """A segment described.

    shared:  dimensions on which the members lean one way together, the strongest first.
    differs: dimensions on which they scatter most, the widest first.
    religions, languages: the most common religion family and the most spoken language (codes) of each member,
             to the markets it holds for, most markets first; members without a figure are left out.
    income:  GDP per person at purchasing power (international dollars of 2021) by market, the lowest first.
    """

    shared: tuple[Trait, ...]
    differs: tuple[Trait, ...]
    religions: Mapping[str, tuple[str, ...]]
    languages: Mapping[str, tuple[str, ...]]
    income: pd.Series


def portrait(reference: Reference, made: Segmentation, letter: str) -> Portrait:
    """Return the portrait of a segment; raises KeyError for a letter that is none of its segments."""
    if letter not in made.centres:
        raise KeyError(letter)
    members = made.members(letter)
    traits = _traits(made.place.scores.loc[list(members)])
    shared = [t for t in traits if abs(t.mean) >= TOLD and t.same_side >= SAME_SIDE]
    wide_apart = [t for t in traits if t.spread == t.spread]
    income = wide(reference).reindex(columns=["gdp_pc_ppp"])["gdp_pc_ppp"].reindex(list(members)).dropna()
    return Portrait(
        tuple(sorted(shared, key=lambda t: (-abs(t.mean), t.model, t.dimension.code))),
        tuple(sorted(wide_apart, key=lambda t: (-t.spread, t.model, t.dimension.code))),
        _held(_religion(reference), members), _held(_language(reference), members),
        income.sort_values(kind="stable"),
    )  # fmt: skip


def _traits(scores: pd.DataFrame) -> list[Trait]:
    found = []
    for key, code in scores.columns:
        values = scores[key, code].dropna()
        if values.empty:
            continue
        mean = float(values.mean())
        dimension = next(d for d in MODELS[key].dimensions if d.code == code)
        spread = float(values.std(ddof=1)) if len(values) >= FEWEST else float("nan")
        side = float(((values > 0) == (mean > 0)).mean())
        found.append(Trait(key, dimension, mean, spread, values.idxmin(), values.idxmax(), side, len(values)))
    return found


def _religion(reference: Reference) -> Mapping[str, str]:
    rows = reference.table("religion")
    rows = rows[rows["religion"] != "unspecified"].sort_values(["share_pct", "religion"], ascending=[False, True])
    return dict(rows.drop_duplicates("iso3")[["iso3", "religion"]].itertuples(index=False, name=None))


def _language(reference: Reference) -> Mapping[str, str]:
    rows = reference.table("languages")
    rows = rows[rows["language"] != "und"].sort_values(["share", "language"], ascending=[False, True])
    return dict(rows.drop_duplicates("iso3")[["iso3", "language"]].itertuples(index=False, name=None))


def _held(by_market: Mapping[str, str], members: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code in members:
        if code in by_market:
            found.setdefault(by_market[code], []).append(code)
    return {key: tuple(codes) for key, codes in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))}
