"""Silhouettes by hand."""

import numpy as np
import pytest

from frameworks.culture.segments.silhouette import mean_distances, second_nearest, silhouettes

AT = np.array([0.0, 2.0, 10.0, 11.0, 30.0])
APART = np.abs(AT[:, None] - AT)
LABELS = np.array([0, 0, 1, 1, 2])


def test_by_hand():
    found = silhouettes(APART, LABELS)
    # First row: 2 to its own, (10 + 11) / 2 to the next group.
    assert found[0] == pytest.approx((10.5 - 2) / 10.5)
    assert found[2] == pytest.approx((9 - 1) / 9)
    assert found[4] == 0  # alone


def test_a_row_nearer_to_the_other_group_is_below_zero():
    assert silhouettes(APART, np.array([0, 0, 0, 1, 2]))[2] == pytest.approx((1 - 9) / 9)


def test_equal_rows_and_one_group():
    assert silhouettes(np.zeros((4, 4)), np.array([0, 0, 1, 1])).tolist() == [0, 0, 0, 0]
    assert silhouettes(APART, np.zeros(5, int)).tolist() == [0, 0, 0, 0, 0]


def test_the_next_group_and_the_means():
    assert second_nearest(APART, LABELS).tolist() == [1, 1, 0, 0, 1]
    assert second_nearest(APART, np.zeros(5, int)).tolist() == [-1] * 5
    means = mean_distances(APART, LABELS)
    assert np.isnan(means[4, 2]) and means[0].tolist() == [2, 10.5, 30]
