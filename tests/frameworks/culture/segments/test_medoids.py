"""K-medoids: finds planted groups and, on small matrices, the best medoids there are."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.culture.segments.agreement import adjusted_rand
from frameworks.culture.segments.medoids import pam
from frameworks.labels import Sentence


def line(*places):
    at = np.array(places, float)
    return np.abs(at[:, None] - at)


def test_two_groups_on_a_line():
    found = pam(line(0, 1, 2, 10, 11, 12), 2)
    assert found.medoids == (1, 4) and found.labels.tolist() == [0, 0, 0, 1, 1, 1] and found.cost == 4


def test_planted_groups_come_back(planted):
    place = planted((12, 9, 7))
    truth = np.repeat([0, 1, 2], (12, 9, 7))
    assert adjusted_rand(pam(place.distances, 3).labels, truth) == 1


def test_the_order_of_rows_does_not_matter(planted):
    place = planted((10, 8, 6, 5), apart=3.0)
    once = pam(place.distances, 4)
    order = np.random.default_rng(5).permutation(len(place.distances))
    again = pam(place.distances[np.ix_(order, order)], 4)
    assert adjusted_rand(again.labels, once.labels[order]) == 1
    assert again.cost == pytest.approx(once.cost)


@given(st.lists(st.integers(0, 30), min_size=3, max_size=9), st.integers(1, 3))
def test_it_is_never_worse_than_any_exchange_and_near_the_best(places, k):
    apart = line(*places)
    found = pam(apart, k)
    every = {chosen: apart[:, chosen].min(axis=1).sum() for chosen in combinations(range(len(places)), k)}
    assert found.cost == pytest.approx(every[found.medoids])
    for out in found.medoids:  # no single exchange lowers the sum
        for row in range(len(places)):
            if row not in found.medoids:
                assert every[tuple(sorted({*found.medoids} - {out} | {row}))] >= found.cost - 1e-9
    assert set(found.labels) == set(range(k))


def test_ties_and_equal_rows_still_give_as_many_groups():
    found = pam(np.zeros((5, 5)), 3)
    assert sorted(set(found.labels.tolist())) == [0, 1, 2] and found.cost == 0
    assert pam(1 - np.eye(4), 4).cost == 0


@pytest.mark.parametrize(
    "matrix",
    [np.zeros((2, 3)), np.array([[0, np.nan], [np.nan, 0]]), -np.ones((2, 2)), np.array([[0, 1], [2, 0]]), np.zeros((0, 0))],
)
def test_no_matrix_of_distances(matrix):
    with pytest.raises(Sentence, match="Distances"):
        pam(matrix, 1)


@pytest.mark.parametrize("k", [0, 4, -1])
def test_no_such_number_of_groups(k):
    with pytest.raises(Sentence, match="cannot be made of 3"):
        pam(line(1, 2, 3), k)
