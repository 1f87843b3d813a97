"""How sure a KPI is: intervals, differences between two of them, and what moved beyond noise."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special  # scipy.stats takes five times as long to load

LEVEL = 0.95


@dataclass(frozen=True)
class Interval:
    """A value between the ends of its interval, in the value's own unit; level is 0-1."""

    value: float
    low: float
    high: float
    level: float = LEVEL


@dataclass(frozen=True)
class Difference:
    """Second less first, its interval, and the two-sided p-value of there being none."""

    value: float
    low: float
    high: float
    p_value: float
    level: float = LEVEL


@dataclass(frozen=True)
class Move:
    """Whether a figure left its usual range.

    change:   current less before.
    expected: what would have been usual; low and high: the range within which a figure is noise.
    beyond:   True outside the range; None where the history is too short to tell.
    z:        distance from the expected in usual deviations.
    """

    change: float | None
    expected: float | None
    low: float | None
    high: float | None
    z: float | None
    beyond: bool | None


def wilson(hits: float, of: float, level: float = LEVEL) -> Interval | None:
    """Return the interval of a share; None without a denominator.

    Wilson (1927). Probable inference, the law of succession, and statistical inference. JASA 22, 209-212.

    >>> found = wilson(8, 10)
    >>> round(found.low, 4), round(found.high, 4)
    (0.4902, 0.9433)
    """
    if not of or not 0 <= hits <= of:
        return None
    share, z = hits / of, _z(level)
    centre = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    low = 0.0 if hits == 0 else max(0.0, centre - half)
    return Interval(share, low, 1.0 if hits == of else min(1.0, centre + half), level)


def count(events: float, level: float = LEVEL) -> Interval:
    """Return the exact interval of a Poisson count.

    Garwood (1936). Fiducial limits for the Poisson distribution. Biometrika 28, 437-442.
    """
    tail = (1 - level) / 2
    low = 0.0 if events == 0 else float(special.gammaincinv(events, tail))
    return Interval(float(events), low, float(special.gammaincinv(events + 1, 1 - tail)), level)


def mean(total: float, squares: float, n: int, level: float = LEVEL) -> Interval | None:
    """Return Student's interval of a mean from the sum, the sum of squares and the number; None below two values."""
    if n < 2:
        return None
    average = total / n
    spread = math.sqrt(max(0.0, (squares - n * average * average) / (n - 1)) / n)
    half = float(special.stdtrit(n - 1, 0.5 + level / 2)) * spread
    return Interval(average, average - half, average + half, level)


def log_mean(values: Sequence[float], level: float = LEVEL) -> Interval | None:
    """Return the interval of the mean of skewed positive amounts (Cox's method); None where it has no meaning.

    Zhou & Gao (1997). Confidence intervals for the log-normal mean. Statistics in Medicine 16, 783-790; with
    Student's quantile in place of the normal one (Olsson 2005, Journal of Statistics Education 13(1)).
    """
    amounts = np.asarray(values, dtype=float)
    if len(amounts) < 2 or not (amounts > 0).all():
        return None
    logs = np.log(amounts)
    n, variance = len(logs), float(logs.var(ddof=1))
    middle = float(logs.mean()) + variance / 2
    half = float(special.stdtrit(n - 1, 0.5 + level / 2)) * math.sqrt(variance / n + variance**2 / (2 * (n - 1)))
    return Interval(float(amounts.mean()), math.exp(middle - half), math.exp(middle + half), level)


def ratio(
    numerator: float, denominator: float, n: int, numerator_squares: float, denominator_squares: float,
    products: float, level: float = LEVEL,
) -> Interval | None:  # fmt: skip
    """Return the delta-method interval of a ratio of sums over ``n`` rows that carry both; None below two rows.

    The arguments are the columns of ``compile_kpi(..., moments=True)``. With a denominator of 1 in each row it
    is the interval of a mean. Cochran (1977). Sampling Techniques, 3rd ed., ch. 6; Deng et al. (2018). Applying the
    delta method in metric analytics. KDD.
    """
    if n < 2 or not denominator:
        return None
    value = numerator / denominator
    left = numerator_squares - 2 * value * products + value * value * denominator_squares
    spread = math.sqrt(max(0.0, left) / (n - 1) * n) / abs(denominator)
    half = float(special.stdtrit(n - 1, 0.5 + level / 2)) * spread
    return Interval(value, value - half, value + half, level)


def bootstrap(values: Sequence[float], weights: Sequence[float] | None = None, level: float = LEVEL, draws: int = 2000,
              seed: int = 20260101) -> Interval | None:  # fmt: skip
    """Return the percentile interval of sum(values) / sum(weights) over rows drawn anew; the seed makes it repeatable.

    Efron & Tibshirani (1993). An Introduction to the Bootstrap, ch. 13. Without weights: of the mean.
    """
    top = np.asarray(values, dtype=float)
    below = np.ones_like(top) if weights is None else np.asarray(weights, dtype=float)
    if len(top) < 2 or not below.sum():
        return None
    dice = np.random.default_rng(seed)
    times = dice.multinomial(len(top), np.full(len(top), 1 / len(top)), size=draws)
    drawn = times @ below
    found = (times @ top)[drawn != 0] / drawn[drawn != 0]
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(top.sum() / below.sum()), float(low), float(high), level)


def shares_differ(
    hits: float, of: float, other_hits: float, other_of: float, level: float = LEVEL
) -> Difference | None:
    """Return how the second share differs from the first.

    Interval: Newcombe (1998), method 10, Statistics in Medicine 17, 873-890. p: the pooled score test.
    """
    first, second = wilson(hits, of, level), wilson(other_hits, other_of, level)
    if first is None or second is None:
        return None
    gap = second.value - first.value
    low = gap - math.hypot(second.value - second.low, first.high - first.value)
    high = gap + math.hypot(second.high - second.value, first.value - first.low)
    pooled = (hits + other_hits) / (of + other_of)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / other_of))
    p_value = float(2 * special.ndtr(-abs(gap) / spread)) if spread else 1.0
    return Difference(gap, low, high, p_value, level)


def values_differ(first: Interval, second: Interval) -> Difference | None:
    """Return how two independent values differ, by the spreads that their symmetric intervals imply."""
    z = _z(first.level)
    spread = math.hypot((first.high - first.low) / (2 * z), (second.high - second.low) / (2 * z))
    gap = second.value - first.value
    if not spread:
        return None
    return Difference(gap, gap - z * spread, gap + z * spread, float(2 * special.ndtr(-abs(gap) / spread)), first.level)


def moved(
    current: float | None,
    before: float | None,
    history: Sequence[float | None],
    *,
    level: float = 0.99,
    least: int = 8,
) -> Move:
    """Return whether ``current`` lies outside what its own history makes usual.

    The usual range is the prediction interval of a straight line through the periods before: it allows for
    growth, for noise and for how little a short history tells, and one in a hundred ordinary periods falls
    outside. Draper & Smith (1998). Applied Regression Analysis, 3rd ed., ch. 3.

    history: the periods before the current one, oldest first, equally long and next to each other; gaps are None.
             The last 26 are used.
    least:   with fewer known periods nothing is said (``beyond`` is None).
    """
    change = None if current is None or before is None else current - before
    recent = np.array([math.nan if value is None else value for value in history], dtype=float)[-26:]
    known = np.isfinite(recent)
    n = int(known.sum())
    if current is None or not math.isfinite(current) or n < max(least, 3):
        return Move(change, None, None, None, None, None)
    at, values = np.arange(len(recent))[known], recent[known]
    away = at - at.mean()
    slope = float(away @ values / (away @ away))
    ahead = len(recent) - at.mean()
    expected = float(values.mean() + slope * ahead)
    left = values - values.mean() - slope * away
    noise = math.sqrt(float(left @ left) / (n - 2))
    usual = (
        0.0
        if noise <= 1e-12 * float(np.abs(values).max())
        else noise * math.sqrt(1 + 1 / n + ahead**2 / float(away @ away))
    )
    half = float(special.stdtrit(n - 2, 0.5 + level / 2)) * usual
    gap = current - expected
    if abs(gap) <= 1e-9 * max(abs(current), abs(expected)):
        gap = 0.0
    z = gap / usual if usual else (math.copysign(math.inf, gap) if gap else 0.0)
    return Move(change, expected, expected - half, expected + half, z, abs(gap) > half)


def _z(level: float) -> float:
    return float(special.ndtri(0.5 + level / 2))
