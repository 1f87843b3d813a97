"""The adjusted Rand index against hand-computed and published forms."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.culture.segments.agreement import adjusted_rand, agreement, jaccard
from frameworks.labels import Sentence

GROUPS = st.lists(st.integers(0, 3), min_size=2, max_size=14)


def by_pairs(one, other):
    """Steinley (2004, Psychological Methods 9, 386-396): the index from the four kinds of pairs."""
    kinds = np.zeros((2, 2))
    for i, j in combinations(range(len(one)), 2):
        kinds[int(one[i] != one[j]), int(other[i] != other[j])] += 1
    (a, b), (c, d) = kinds
    below = (a + b) * (b + d) + (a + c) * (c + d)
    return 1.0 if below == 0 else 2 * (a * d - b * c) / below


def test_a_case_by_hand():
    # Pairs together in both 2, in the first 6, in the second 3, of 15: (2 - 1.2) / (4.5 - 1.2).
    assert adjusted_rand(np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])) == pytest.approx(0.8 / 3.3)


def test_same_grouping_other_names_and_none_at_all():
    assert adjusted_rand(np.array([0, 0, 1, 1]), np.array([7, 7, 3, 3])) == 1
    assert adjusted_rand(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])) == pytest.approx(-0.5)
    assert adjusted_rand(np.zeros(4), np.zeros(4)) == 1
    assert adjusted_rand(np.arange(4), np.arange(4)) == 1
    assert adjusted_rand(np.zeros(4), np.arange(4)) == 0


@given(st.data())
def test_it_is_the_published_form_whatever_the_groups(data):
    one = data.draw(GROUPS)
    other = data.draw(st.lists(st.integers(0, 3), min_size=len(one), max_size=len(one)))
    found = adjusted_rand(np.array(one), np.array(other))
    assert found == pytest.approx(by_pairs(one, other), abs=1e-9)
    assert found == pytest.approx(adjusted_rand(np.array(other), np.array(one)))
    assert found <= 1 + 1e-12


def test_a_row_drawn_twice_is_not_a_pair_that_agrees():
    one, other = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    # Rows 0 and 3 twice, the others not: their one pair is apart in both groupings.
    assert adjusted_rand(one, other, np.array([2, 0, 0, 2])) == 1
    assert adjusted_rand(one, other, np.ones(4)) == adjusted_rand(one, other)


def test_the_interval_holds_the_index_and_does_not_hang_on_order():
    random = np.random.default_rng(1)
    codes = [f"M{i:02d}" for i in range(40)]
    one = dict(zip(codes, random.integers(0, 3, 40).tolist(), strict=True))
    other = {code: (group + (random.random() < 0.3)) % 3 for code, group in one.items()}
    found = agreement(one, other)
    assert found.low < found.index < found.high and found.markets == 40
    assert agreement(dict(reversed(one.items())), dict(sorted(other.items()))) == found
    again = agreement(one, other, seed=9)
    assert again.index == found.index and again.low == pytest.approx(found.low, abs=0.05)


def test_chance_is_about_zero():
    random = np.random.default_rng(2)
    found = [adjusted_rand(random.integers(0, 4, 60), random.integers(0, 4, 60)) for _ in range(100)]
    assert abs(np.mean(found)) < 0.02


def test_too_few_and_unequal():
    assert agreement({"A": 1, "B": 1, "C": 2}, {"A": 1, "B": 1, "C": 2, "D": 2}) is None
    with pytest.raises(Sentence, match="at least two"):
        adjusted_rand(np.array([1, 2]), np.array([1]))
    with pytest.raises(Sentence, match="at least two"):
        adjusted_rand(np.array([1]), np.array([1]))


def test_jaccard():
    assert jaccard(np.array([1, 1, 0, 0]), np.array([0, 1, 1, 0])) == pytest.approx(1 / 3)
    assert jaccard(np.zeros(3), np.zeros(3)) == 0
