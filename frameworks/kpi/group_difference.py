"""Whether groups of markets differ in a share: pooled with the spread between markets, tested by moving labels.

A group is only as well known as its markets are many: a thousand orders from one market say much about that
market and little about its culture. So the market is the unit, not the order.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from scipy import special

from frameworks.kpi.intervals import wilson
from frameworks.labels import N_, Sentence

FEWEST_MARKETS = 3
"""Groups of fewer markets get figures but no claim (own rule: a spread between markets needs at least three)."""
MOST_SPLITS = 20_000


def pooled(shares: pd.DataFrame) -> pd.DataFrame:
    """Return each group's pooled share with a 95 % interval that counts the spread between its markets.

    shares: one row a market with ``group``, ``numerator`` and ``denominator`` (counts).

    Returns a frame by group: ``value``, ``low``, ``high`` (0-1), ``markets``, ``n`` (denominator), ``spread``
    (standard deviation between markets on the log-odds scale, NaN with one market).
    Log odds with half a count added, combined by the random-effects estimate of DerSimonian and Laird,
    Controlled Clinical Trials 7 (1986), with the interval of Hartung and Knapp, Statistics in Medicine 20
    (2001), t with markets - 1 degrees of freedom. A single market keeps its own share, with Wilson's interval.
    """
    known = _known(shares)
    rows = {group: _combine(part) for group, part in known.groupby("group", sort=False)}
    columns = ["value", "low", "high", "markets", "n", "spread"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("group")


@dataclass(frozen=True)
class Difference:
    """How far two groups are apart and how easily chance does the same.

    apart:  share of ``one`` less share of ``other`` (0-1).
    chance: share of all ways to deal these markets into groups of these sizes that lie as far apart.
    splits: how many ways were counted.
    claim:  whether both groups have enough markets to say anything about groups at all.
    """

    one: str
    other: str
    apart: float
    chance: float
    splits: int
    markets: tuple[int, int]
    claim: bool


def difference(shares: pd.DataFrame, one: str, other: str) -> Difference:
    """Compare two groups of ``shares`` (see ``pooled``) by an exact permutation of markets over groups.

    The statistic is the difference of the groups' mean log odds, each market counting once (Fisher's
    permutation test); every split is counted up to 20,000, a fixed random sample of them beyond.
    Raises Sentence when a group has no market.
    """
    known = _known(shares)
    known = known[known["group"].isin([one, other])]
    odds, first = _log_odds(known)[0], (known["group"] == one).to_numpy()
    sizes = (int(first.sum()), int((~first).sum()))
    if not all(sizes):
        raise Sentence(N_("Both groups need a market with figures."))
    seen = abs(odds[first].mean() - odds[~first].mean())
    drawn = _splits(len(odds), sizes[0])
    sums = odds[drawn].sum(axis=1)
    apart = np.abs(sums / sizes[0] - (odds.sum() - sums) / sizes[1])
    values = pooled(known)["value"]
    return Difference(
        one, other, float(values[one] - values[other]), float((apart >= seen - 1e-12).mean()), len(drawn), sizes,
        min(sizes) >= FEWEST_MARKETS,
    )  # fmt: skip


@dataclass(frozen=True)
class Spread:
    """Whether several groups differ at all.

    highest, lowest: the groups with the highest and lowest pooled share among those with enough markets.
    chance:  share of the ways to deal these markets into groups of these sizes that differ as much.
    markets: how many markets the groups with enough markets hold.
    claim:   whether at least two groups have enough markets.
    """

    highest: str
    lowest: str
    apart: float
    chance: float
    splits: int
    markets: int
    claim: bool


def spread(shares: pd.DataFrame) -> Spread:
    """Test all groups of ``shares`` (see ``pooled``) at once, so that picking the widest pair fools nobody.

    The statistic is the sum of squares between groups of the markets' log odds, each market counting once;
    20,000 fixed random deals of the markets stand for all. Groups of fewer than three markets are left out
    where two others are large enough. Raises Sentence with fewer than two groups.
    """
    known = _known(shares)
    sizes = known["group"].value_counts()
    rated = sizes.index[sizes >= FEWEST_MARKETS]
    claim = len(rated) > 1
    known = known[known["group"].isin(rated)] if claim else known
    codes, names = pd.factorize(known["group"], sort=True)
    if len(names) < 2:
        raise Sentence(N_("At least two groups need a market with figures."))
    odds = _log_odds(known)[0]
    odds = odds - odds.mean()
    dealt = np.random.default_rng(0).permuted(np.tile(codes, (MOST_SPLITS, 1)), axis=1)
    seen, drawn = (_between_groups(labels, odds, len(names)) for labels in (codes[None, :], dealt))
    values = pooled(known)["value"]
    return Spread(
        values.idxmax(), values.idxmin(), float(values.max() - values.min()), float((drawn >= seen[0] - 1e-12).mean()),
        MOST_SPLITS, len(known), claim,
    )  # fmt: skip


def _between_groups(labels: np.ndarray, odds: np.ndarray, groups: int) -> np.ndarray:
    squares = np.zeros(len(labels))
    for group in range(groups):
        members = labels == group
        squares += (members @ odds) ** 2 / members.sum(axis=1)
    return squares


def _known(shares: pd.DataFrame) -> pd.DataFrame:
    counted = shares[(shares["denominator"] > 0) & shares["group"].notna()]
    # A few sources count a purchase without its visit: a share above one has no odds.
    return counted.assign(numerator=counted["numerator"].clip(0, counted["denominator"]))


def _log_odds(part: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    yes = part["numerator"].to_numpy(float) + 0.5
    no = (part["denominator"] - part["numerator"]).to_numpy(float) + 0.5
    return np.log(yes / no), 1 / yes + 1 / no


def _combine(part: pd.DataFrame) -> tuple[float, float, float, int, float, float]:
    odds, variance = _log_odds(part)
    count, n = len(odds), float(part["denominator"].sum())
    if count == 1:
        own = wilson(float(part["numerator"].iloc[0]), n)
        return own.value, own.low, own.high, 1, n, math.nan
    between = _between(odds, variance)
    weight = 1 / (variance + between)
    middle = float(weight @ odds / weight.sum())
    error = math.sqrt(float(weight @ (odds - middle) ** 2) / ((count - 1) * weight.sum()))
    # Never narrower than sampling error alone: two markets can agree by chance.
    error = max(error, math.sqrt(1 / weight.sum()))
    return *_shares(middle, float(special.stdtrit(count - 1, 0.975)) * error), count, n, math.sqrt(between)


def _between(odds: np.ndarray, variance: np.ndarray) -> float:
    weight = 1 / variance
    fixed = weight @ odds / weight.sum()
    excess = weight @ (odds - fixed) ** 2 - (len(odds) - 1)
    return max(0.0, float(excess / (weight.sum() - (weight**2).sum() / weight.sum())))


def _shares(middle: float, reach: float) -> tuple[float, float, float]:
    return tuple(1 / (1 + math.exp(-at)) for at in (middle, middle - reach, middle + reach))  # type: ignore[return-value]


def _splits(markets: int, chosen: int) -> np.ndarray:
    if math.comb(markets, chosen) <= MOST_SPLITS:
        return np.array(list(combinations(range(markets), chosen)))
    draw = np.random.default_rng(0)
    return np.array([draw.permutation(markets)[:chosen] for _ in range(MOST_SPLITS)])
