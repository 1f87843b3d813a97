"""Pooling and comparing groups of markets, against figures worked out another way."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from frameworks.kpi.group_difference import difference, pooled, spread


def shares(rows):
    return pd.DataFrame(rows, columns=["market", "group", "numerator", "denominator"])


@pytest.mark.parametrize("hits", [0, 20, 1000])
def test_one_market_keeps_its_own_share_and_sampling_error(hits):
    found = pooled(shares([("DEU", "far", hits, 1000)])).loc["far"]
    theirs = stats.binomtest(hits, 1000).proportion_ci(method="wilson")
    assert found["value"] == hits / 1000
    assert (found["low"], found["high"]) == pytest.approx((theirs.low, theirs.high))
    assert found["markets"] == 1 and math.isnan(found["spread"])


def test_between_market_spread_by_hand():
    # Log odds and variances with half a count added, then DerSimonian and Laird written out step by step.
    rows = [("AAA", "g", 30, 1000), ("BBB", "g", 60, 1000), ("CCC", "g", 10, 1000)]
    y = [math.log((k + 0.5) / (n - k + 0.5)) for _, _, k, n in rows]
    v = [1 / (k + 0.5) + 1 / (n - k + 0.5) for _, _, k, n in rows]
    w = [1 / x for x in v]
    fixed = sum(a * b for a, b in zip(w, y, strict=True)) / sum(w)
    q = sum(a * (b - fixed) ** 2 for a, b in zip(w, y, strict=True))
    tau2 = (q - 2) / (sum(w) - sum(a * a for a in w) / sum(w))
    r = [1 / (x + tau2) for x in v]
    middle = sum(a * b for a, b in zip(r, y, strict=True)) / sum(r)
    error = math.sqrt(sum(a * (b - middle) ** 2 for a, b in zip(r, y, strict=True)) / (2 * sum(r)))
    found = pooled(shares(rows)).loc["g"]
    assert found["spread"] == pytest.approx(math.sqrt(tau2))
    assert found["value"] == pytest.approx(1 / (1 + math.exp(-middle)))
    assert found["high"] == pytest.approx(1 / (1 + math.exp(-(middle + 4.302653 * error))))


def test_more_orders_from_the_same_markets_do_not_settle_a_spread_between_them():
    few = [("AAA", "g", 3, 100), ("BBB", "g", 6, 100), ("CCC", "g", 1, 100)]
    many = [(market, group, 1000 * k, 1000 * n) for market, group, k, n in few]
    wide = pooled(shares(many)).loc["g"]
    assert wide["high"] - wide["low"] > 0.02


def test_every_split_of_six_markets_is_counted():
    rows = [(f"A{i}", "near", 30 + i, 1000) for i in range(3)] + [(f"B{i}", "far", 10 + i, 1000) for i in range(3)]
    found = difference(shares(rows), "near", "far")
    # Of the 20 ways to choose three of six, only the one seen and its mirror lie as far apart.
    assert (found.splits, found.chance) == (20, pytest.approx(2 / 20))
    assert found.claim and found.apart > 0 and found.markets == (3, 3)


def test_two_markets_make_no_claim():
    rows = [("AAA", "near", 30, 1000), ("BBB", "near", 31, 1000), ("CCC", "far", 10, 1000)]
    assert not difference(shares(rows), "near", "far").claim


def test_markets_without_a_denominator_or_group_are_not_counted():
    rows = [("AAA", "g", 0, 0), ("BBB", None, 5, 10), ("CCC", "g", 5, 10)]
    assert pooled(shares(rows))["markets"].to_dict() == {"g": 1}


def test_a_group_without_markets_is_refused():
    with pytest.raises(ValueError, match="market"):
        difference(shares([("AAA", "near", 1, 10)]), "near", "far")


def test_three_groups_at_once_against_an_independent_count():
    rates = {"a": (30, 32, 34), "b": (10, 11, 12), "c": (20, 22, 21)}
    rows = [(f"{group}{i}", group, k, 1000) for group, found in rates.items() for i, k in enumerate(found)]
    found = spread(shares(rows))
    assert (found.highest, found.lowest, found.markets, found.claim) == ("a", "b", 9, True)
    # 1680 ways to deal nine markets into three threes; only the 6 namings of the dealt one differ as much.
    assert found.chance == pytest.approx(6 / 1680, abs=0.002)


def test_groups_that_differ_by_nothing_but_their_names():
    rows = [(f"{group}{i}", group, 20 + i, 1000) for group in "abc" for i in range(4)]
    assert spread(shares(rows)).chance > 0.9


def test_small_groups_make_no_claim_and_one_group_cannot_be_compared():
    rows = [("AAA", "a", 1, 10), ("BBB", "b", 5, 10), ("CCC", "b", 5, 10)]
    assert not spread(shares(rows)).claim
    with pytest.raises(ValueError, match="two groups"):
        spread(shares(rows[1:]))


counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(st.lists(counts, min_size=1, max_size=12))
def test_the_interval_holds_the_value_and_stays_a_share(found):
    frame = shares([(f"M{i}", "g", k, n) for i, (k, n) in enumerate(found)])
    row = pooled(frame).loc["g"]
    assert 0 <= row["low"] <= row["value"] <= row["high"] <= 1
    assert row["n"] == sum(n for _, n in found)


@given(st.lists(counts, min_size=2, max_size=8), st.integers(0, 100))
def test_the_order_of_markets_does_not_matter(found, seed):
    groups = ["near" if i % 2 else "far" for i in range(len(found))]
    frame = shares([(f"M{i}", g, k, n) for i, (g, (k, n)) in enumerate(zip(groups, found, strict=True))])
    mixed = frame.sample(frac=1, random_state=np.random.default_rng(seed))
    one, other = difference(frame, "near", "far"), difference(mixed, "near", "far")
    assert one.chance == pytest.approx(other.chance) and one.apart == pytest.approx(other.apart)
