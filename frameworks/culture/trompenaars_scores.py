"""Trompenaars as a model of nearness, where a team has numbers: its own view, or scores it holds a licence for.

There is no public table of scores, so there is no world of countries to take a percentile in, and the few rows
that a team has must not stand in for one: each new market would move the others. The fixed reference is the
scale itself, two places put at random (uniform and independent) on each 0-100 scale.

    distance d   = sqrt(mean over shared dimensions of (a - b)^2 / V),  V = 100^2 / 12, the variance of such a scale
    nearness     = 100 * P(D > d),  D the distance of two random places on as many dimensions

With u = ((a - b) / 100)^2, P(U <= u) = 2 sqrt(u) - u; the sum over k dimensions is k such u, convolved. So 50 is
the middle of random pairs, not of countries. Real countries may lie closer together than random places, and the
dimensions go together in truth, so this nearness runs high rather than low; it is blunt, but nothing moves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
import pandas as pd

from frameworks.culture.trompenaars import DIMENSIONS
from frameworks.scale import shown

KEY = "trompenaars"
TITLE = "Trompenaars"
NEEDED = 4
"""On how many of the seven dimensions two markets must both have numbers."""
OWN, LICENSED = "own", "licensed"
"""How numbers came: answered by the team, or from a licensed file."""
_VARIANCE = 100.0**2 / 12
_BINS = 1000


@dataclass(frozen=True)
class Placed:
    """A market's numbers on the seven dimensions, in the authors' order: 0-100, 100 = first pole, None if unknown.

    basis: ``licensed`` when all of them come from a licensed file, else ``own``.
    """

    market: str
    values: tuple[float | None, ...]
    basis: str


def together(own: Iterable[Placed], licensed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return one row a market, by code: licensed numbers first, the team's own where the licence has none."""
    mine, bought = ({row.market: row for row in rows} for rows in (own, licensed))
    return tuple(_one(market, mine.get(market), bought.get(market)) for market in sorted({*mine, *bought}))


def shared(a: Placed, b: Placed) -> int:
    """Return on how many dimensions both have a number."""
    return sum(None not in pair for pair in zip(a.values, b.values, strict=True))


def distance(a: Sequence[float | None], b: Sequence[float | None]) -> float:
    """Return the standardised Euclidean distance, 0 to sqrt(12); NaN below four shared dimensions."""
    gaps = [one - other for one, other in zip(a, b, strict=True) if one is not None and other is not None]
    return float(np.sqrt(np.mean(np.square(gaps)) / _VARIANCE)) if len(gaps) >= NEEDED else np.nan


def nearness(a: Sequence[float | None], b: Sequence[float | None]) -> float:
    """Return how near two places are, 0-100: the share of random pairs that lie farther apart; NaN if unknown."""
    apart = distance(a, b)
    if np.isnan(apart):
        return np.nan
    dimensions = sum(None not in pair for pair in zip(a, b, strict=True))
    places, shares = _random_pairs(dimensions)
    return float(shown(100 * (1 - np.interp(apart**2 * dimensions / 12, places, shares))))


def from_home(placed: Sequence[Placed], home: str, markets: pd.Index) -> tuple[pd.Series, pd.Series] | None:
    """Return nearness and basis of every market to ``home``; None where home has no comparable market.

    The basis of a pair is the weaker one: ``own`` unless both are licensed; "" where there is no nearness.
    """
    rows = {row.market: row for row in placed if row.market in markets}
    here = rows.get(home)
    if here is None:
        return None
    near = pd.Series({code: nearness(here.values, row.values) for code, row in rows.items()}, dtype=float)
    if near.drop(home).isna().all():
        return None
    weaker = {code: _weaker(here, row) for code, row in rows.items()}
    near = near.reindex(markets)
    return near, pd.Series(weaker, dtype=object).reindex(markets).where(near.notna(), "")


def pairs(placed: Sequence[Placed], countries: Sequence[str]) -> pd.DataFrame:
    """Return every pair of ``countries`` that has a nearness, in the columns of ``frameworks.culture.profile.pairs``."""
    rows = {row.market: row for row in placed}
    both = [(rows[a], rows[b]) for a, b in combinations(countries, 2) if a in rows and b in rows]
    found = [
        (a.market, b.market, KEY, distance(a.values, b.values), nearness(a.values, b.values), _weaker(a, b))
        for a, b in both if shared(a, b) >= NEEDED
    ]  # fmt: skip
    return pd.DataFrame(found, columns=["a", "b", "model", "distance", "nearer_than", "basis"])


def _weaker(a: Placed, b: Placed) -> str:
    return LICENSED if {a.basis, b.basis} == {LICENSED} else OWN


def _one(market: str, own: Placed | None, licensed: Placed | None) -> Placed:
    unknown = (None,) * len(DIMENSIONS)
    mine, bought = (row.values if row else unknown for row in (own, licensed))
    values = tuple(b if b is not None else m for m, b in zip(mine, bought, strict=True))
    return Placed(market, values, LICENSED if values == bought else OWN)


@cache
def _random_pairs(dimensions: int) -> tuple[np.ndarray, np.ndarray]:
    """Return sums of u over the dimensions and the share of random pairs at or below each."""
    edges = np.linspace(0, 1, _BINS + 1)
    one = np.diff(2 * np.sqrt(edges) - edges)
    mass = one
    for _more in range(dimensions - 1):
        mass = np.convolve(mass, one)
    places = (np.arange(len(mass)) + (dimensions + 1) / 2) / _BINS
    return np.concatenate([[0.0], places, [dimensions]]), np.concatenate([[0.0], np.minimum(np.cumsum(mass), 1), [1.0]])
