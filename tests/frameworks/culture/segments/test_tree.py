"""The tree: heights never fall, cutting it gives the number asked for, the leaves are every row once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.culture.segments.agreement import adjusted_rand
from frameworks.culture.segments.tree import cut, joined, tree
from frameworks.labels import Sentence

POINTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=12)


def between(points):
    at = np.array(points, float)
    return np.sqrt(((at[:, None] - at) ** 2).sum(axis=2))


def test_average_linkage_by_hand():
    # 0 and 1 join at 1; 5 and 7 at 2; the two pairs at the mean of 5, 7, 4, 6.
    found = tree(between([(0, 0), (1, 0), (5, 0), (7, 0)]))
    assert [b.height for b in found.branches] == pytest.approx([1, 2, 5.5])
    assert found.branches[-1].rows == (0, 1, 2, 3) or set(found.branches[-1].rows) == {0, 1, 2, 3}
    assert found.branches[-1].low_from in (1, 2)


@given(POINTS, st.sampled_from(["average", "ward"]))
def test_heights_never_fall_and_every_cut_has_its_groups(points, method):
    apart = between(points)
    linkage = joined(apart, method)
    assert (np.diff(linkage[:, 2]) >= -1e-9).all()
    grown = tree(apart, method)
    assert sorted(grown.order) == list(range(len(points)))
    for k in range(1, len(points) + 1):
        assert len(set(cut(linkage, k).tolist())) == k
        assert cut(linkage, k)[0] == 0


@pytest.mark.parametrize("method", ["average", "ward"])
def test_planted_groups_come_back_in_any_order(planted, method):
    place, truth = planted((12, 9, 7)), np.repeat([0, 1, 2], (12, 9, 7))
    assert adjusted_rand(cut(joined(place.distances, method), 3), truth) == 1
    order = np.random.default_rng(0).permutation(len(truth))
    again = cut(joined(place.distances[np.ix_(order, order)], method), 3)
    assert adjusted_rand(again, truth[order]) == 1


def test_one_row_and_nonsense():
    assert tree(np.zeros((1, 1))).order == (0,)
    with pytest.raises(Sentence, match="unknown method"):
        joined(np.zeros((2, 2)), "single'; --")
    with pytest.raises(Sentence, match="cannot be made"):
        cut(joined(between([(0, 0), (1, 1)]), "average"), 3)
