"""Stability: 1 for planted groups, low for noise, the same for the same seed, alike for another."""

import numpy as np
import pytest

from frameworks.culture.segments.segmentation import CUTS, labels
from frameworks.culture.segments.stability import Stabilities, Stability


def found(place, k, *, method="medoids", draws=40, seed=0):
    work = Stabilities(place, {k: labels(place, method, k)}, CUTS[method], draws=draws, seed=seed)
    done = [*work.steps()]
    assert done[-1] == 1 and done == sorted(done) and len(done) == draws
    return work.found()[k]


def test_planted_groups_return(planted):
    steady = found(planted((12, 9, 7)), 3)
    assert steady.by_markets.min() > 0.95
    assert steady.firmness.min() >= 0 and steady.firmness.max() <= 1
    assert steady.by_dimensions.mean() > 0.6  # a draw may leave out the dimension that parts two of them


def test_groups_that_are_not_there_dissolve(planted):
    noise = planted((28,), apart=0)
    assert found(noise, 5).mean(labels(noise, "medoids", 5)) < 0.55


def test_the_seed_decides_the_draws_and_little_else(planted):
    place = planted((12, 9, 7), apart=3.0)
    one, same, other = found(place, 3), found(place, 3), found(place, 3, seed=7)
    assert np.array_equal(one.groups, same.groups) and np.array_equal(one.firmness, same.firmness)
    assert np.abs(one.groups - other.groups).max() < 0.15


def test_means_count_markets():
    steady = Stability(np.array([0.9, 0.5]), np.array([0.8, 0.6]), np.ones(4), 1)
    assert steady.groups.tolist() == [0.8, 0.5]
    assert steady.mean(np.array([0, 0, 0, 1])) == pytest.approx((3 * 0.8 + 0.5) / 4)
