"""Intervals against published figures and scipy, and alerts that ring as rarely as they say."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from frameworks.kpi.intervals import (
    bootstrap,
    count,
    log_mean,
    mean,
    moved,
    ratio,
    shares_differ,
    values_differ,
    wilson,
)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_is_scipys(pair):
    hits, of = pair
    found, theirs = wilson(hits, of), stats.binomtest(hits, of).proportion_ci(method="wilson")
    assert found.value == hits / of
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@pytest.mark.parametrize("hits, of", [(0, 0), (3, 2), (-1, 5)])
def test_a_share_that_is_none_has_no_interval(hits, of):
    assert wilson(hits, of) is None


def test_newcombes_own_example():
    # Newcombe (1998), table II, case (a): 56/70 less 48/80, method 10: 0.0524 to 0.3339
    found = shares_differ(48, 80, 56, 70)
    assert found.value == pytest.approx(0.2)
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert 0.005 < found.p_value < 0.01
    assert shares_differ(0, 0, 1, 2) is None
    assert shares_differ(0, 5, 0, 9).p_value == 1.0


def test_a_count_has_garwoods_interval():
    # 10 events: 4.795 to 18.390, as tabulated
    assert (count(10).low, count(10).high) == pytest.approx((4.795, 18.390), abs=5e-4)
    assert (count(0).low, count(0).high) == pytest.approx((0, 3.689), abs=5e-4)


AMOUNTS = np.random.default_rng(3).lognormal(3, 0.7, 200)


def test_a_mean_is_students():
    found = mean(AMOUNTS.sum(), (AMOUNTS**2).sum(), len(AMOUNTS))
    low, high = stats.t.interval(0.95, len(AMOUNTS) - 1, AMOUNTS.mean(), stats.sem(AMOUNTS))
    assert (found.low, found.value, found.high) == pytest.approx((low, AMOUNTS.mean(), high))
    assert mean(5, 25, 1) is None


def test_a_ratio_with_ones_below_is_a_mean():
    n = len(AMOUNTS)
    found = ratio(AMOUNTS.sum(), n, n, (AMOUNTS**2).sum(), n, AMOUNTS.sum())
    plain = mean(AMOUNTS.sum(), (AMOUNTS**2).sum(), n)
    assert (found.low, found.high) == pytest.approx((plain.low, plain.high))
    assert ratio(1, 0, 5, 1, 0, 0) is None and ratio(1, 1, 1, 1, 1, 1) is None


def test_delta_and_bootstrap_agree_on_a_ratio():
    weights = np.random.default_rng(4).integers(1, 6, len(AMOUNTS)).astype(float)
    top = AMOUNTS * weights
    n = len(top)
    by_delta = ratio(top.sum(), weights.sum(), n, (top**2).sum(), (weights**2).sum(), (top * weights).sum())
    drawn = bootstrap(top, weights)
    assert drawn.value == pytest.approx(by_delta.value)
    assert (drawn.low, drawn.high) == pytest.approx((by_delta.low, by_delta.high), rel=0.03)
    assert bootstrap(top, weights) == drawn  # the same dice each time
    assert bootstrap([1.0]) is None


def test_the_log_normal_mean_is_covered_as_often_as_said():
    dice = np.random.default_rng(5)
    truth = math.exp(1 + 0.8**2 / 2)
    held = [f.low <= truth <= f.high for f in (log_mean(dice.lognormal(1, 0.8, 40)) for _ in range(1500))]
    assert np.mean(held) == pytest.approx(0.95, abs=0.015)
    assert log_mean([1.0, 0.0]) is None and log_mean([1.0]) is None


def test_two_values_differ_as_by_welch_when_many():
    other = np.random.default_rng(6).lognormal(3.1, 0.7, 300)
    first, second = (mean(v.sum(), (v**2).sum(), len(v)) for v in (AMOUNTS, other))
    found = values_differ(first, second)
    theirs = stats.ttest_ind(other, AMOUNTS, equal_var=False)
    assert found.value == pytest.approx(other.mean() - AMOUNTS.mean())
    assert found.p_value == pytest.approx(theirs.pvalue, abs=0.01)
    assert found.low < found.value < found.high


@pytest.mark.parametrize("n, growth", [(8, 0.0), (8, 0.5), (26, 0.0), (26, -0.5)])
def test_one_ordinary_period_in_a_hundred_rings(n, growth):
    dice = np.random.default_rng(n)
    series = dice.normal(size=(3000, n + 1)) + growth * np.arange(n + 1)
    rung = [moved(row[-1], row[-2], row[:-1]).beyond for row in series]
    assert np.mean(rung) == pytest.approx(0.01, abs=0.006)


def test_a_jump_rings_and_growth_does_not():
    weeks = [100 + 5 * week + (-1) ** week for week in range(12)]
    steady, jump = moved(161, weeks[-1], weeks), moved(210, weeks[-1], weeks)
    assert steady.beyond is False and steady.low < 161 < steady.high
    assert jump.beyond is True and jump.z > 10 and jump.change == 210 - weeks[-1]


def test_a_short_history_says_nothing():
    assert moved(5, 4, [4, 4, 4]).beyond is None
    assert moved(5, 4, [None] * 20 + [4] * 7).beyond is None
    assert moved(None, 4, range(20)) == moved(math.nan, None, range(20))


def test_a_history_without_noise():
    assert moved(4.0, 4.0, [4.0] * 10).beyond is False
    assert moved(4.1, 4.0, [4.0] * 10).beyond is True
    assert moved(11 * 0.1, 1.0, [0.1 * k for k in range(11)]).beyond is False


def test_gaps_keep_their_place():
    line = [float(k) for k in range(12)]
    line[3] = line[7] = None
    assert moved(12.0, 11.0, line).expected == pytest.approx(12.0)
