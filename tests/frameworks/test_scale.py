"""Scales, means and corners."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from frameworks.scale import extreme_mean, minmax, nearness, shown, upper_pairs, weighted_mean

SCORES = st.floats(0, 100)
POINTS = st.floats(0, 100)


def test_nearness_is_the_share_of_pairs_farther_apart_with_ties_in_the_middle():
    world = np.array([1.0, 2.0, 2.0, 3.0])
    assert nearness(np.array([0.0, 1.0, 2.0, 3.0, 9.0, np.nan]), world).tolist()[:5] == [100, 87.5, 50, 12.5, 0]
    assert np.isnan(nearness(np.array([np.nan]), world))[0]


def test_upper_pairs_counts_each_pair_once_and_leaves_unknown_out():
    square = np.array([[0, 3, np.nan], [3, 0, 1], [np.nan, 1, 0]])
    assert upper_pairs(square).tolist() == [1, 3]


@given(arrays(float, 6, elements=st.floats(-1e6, 1e6)), st.floats(-1e5, 1e5), st.floats(1e-3, 1e5))
def test_minmax_keeps_to_0_and_100_and_never_turns_the_order(values, low, width):
    up = minmax(values, low, low + width, higher_is_better=True)
    down = minmax(values, low, low + width, higher_is_better=False)
    assert up.min() >= 0 and up.max() <= 100
    order = np.argsort(values, kind="stable")
    assert (np.diff(up[order]) >= 0).all() and (np.diff(down[order]) <= 0).all()


def test_minmax_of_a_scale_without_width_says_nothing():
    assert minmax(np.array([1.0, np.nan]), 2, 2, higher_is_better=True).tolist()[0] == 50
    assert np.isnan(minmax(np.array([1.0, np.nan]), 2, 2, higher_is_better=True)[1])


@given(arrays(float, (4, 5), elements=SCORES), arrays(float, 5, elements=POINTS), st.floats(1e-3, 1e3))
def test_scaling_all_weights_changes_nothing(parts, points, factor):
    first, second = weighted_mean(parts, points), weighted_mean(parts, points * factor)
    assert np.allclose(first, second, rtol=0, atol=1e-9, equal_nan=True)


@given(arrays(float, 5, elements=SCORES), arrays(float, 5, elements=st.floats(0.1, 100)), st.integers(0, 4), SCORES)
def test_raising_a_part_never_lowers_the_mean(parts, points, which, rise):
    raised = parts.copy()
    raised[which] = min(100, raised[which] + rise)
    assert weighted_mean(raised, points) >= weighted_mean(parts, points) - 1e-9


def test_a_missing_part_is_left_out_and_a_zero_counts():
    points = np.array([1.0, 1.0])
    assert weighted_mean(np.array([80.0, np.nan]), points) == 80
    assert weighted_mean(np.array([80.0, 0.0]), points) == 40
    assert np.isnan(weighted_mean(np.array([np.nan, np.nan]), points))
    assert np.isnan(weighted_mean(np.array([80.0, np.nan]), np.array([0.0, 1.0])))


@given(arrays(float, 4, elements=SCORES), arrays(float, 4, elements=st.floats(0.1, 100)), st.data())
def test_extreme_means_are_those_of_the_corners_and_nothing_leads_beyond(parts, points, data):
    signs = (np.arange(16)[:, None] >> np.arange(4) & 1) * 2 - 1
    corners = weighted_mean(parts, points * (1 + signs / 3))
    low, high = (extreme_mean(parts[None, :], points, highest=highest)[0] for highest in (False, True))
    assert low == pytest.approx(corners.min())
    assert high == pytest.approx(corners.max())
    moved = points * np.array(data.draw(st.lists(st.floats(2 / 3, 4 / 3), min_size=4, max_size=4)))
    assert low - 1e-9 <= weighted_mean(parts, moved) <= high + 1e-9


def test_shown_has_one_decimal():
    assert shown(np.array([49.96, 12.34])).tolist() == pytest.approx([50.0, 12.3])
