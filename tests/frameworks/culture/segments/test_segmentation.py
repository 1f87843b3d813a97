"""Segments: planted ones come back, whatever the order; markets in between are told."""

import time
from dataclasses import replace

import numpy as np
import pytest

from frameworks.culture.segments.agreement import adjusted_rand
from frameworks.culture.segments.segmentation import labels, nearest, segmentation
from frameworks.culture.segments.space import distances, space
from frameworks.culture.segments.stability import Stability
from frameworks.labels import Sentence

ALL = ("hofstede", "globe", "schwartz", "world_values")


@pytest.mark.parametrize("method", ["medoids", "average", "ward"])
def test_planted_segments_come_back_named_by_size(planted, method):
    made = segmentation(planted((7, 12, 9)), method, 3)
    assert [len(made.members(letter)) for letter in made.letters] == [12, 9, 7]
    assert adjusted_rand(made.frame["segment"].to_numpy(), np.repeat([0, 1, 2], (7, 12, 9))) == 1
    assert not made.frame["between"].any() and made.silhouette > 0.7
    assert all(made.centres[letter] in made.members(letter) for letter in made.letters)


def test_planted_segments_come_back_through_holes(planted):
    made = segmentation(planted((12, 9, 7), holes=10), "medoids", 3)
    assert adjusted_rand(made.frame["segment"].to_numpy(), np.repeat([0, 1, 2], (12, 9, 7))) == 1


@pytest.mark.parametrize("method", ["medoids", "average", "ward"])
def test_the_order_of_the_rows_does_not_matter(reference, method):
    place = space(reference, ["schwartz"], complete=True)
    order = np.random.default_rng(4).permutation(len(place.markets))
    scores = place.scores.iloc[order]
    other = replace(place, scores=scores, distances=distances(scores))
    one, two = (segmentation(p, method, 4).frame["segment"].sort_index() for p in (place, other))
    assert adjusted_rand(one.to_numpy(), two.to_numpy()) == 1
    assert one.equals(two)


def test_the_order_of_the_question_does_not_matter(reference):
    one = space(reference, ALL, ["USA", "DEU", "FRA", "JPN", "BRA", "MEX", "IND", "SWE", "NGA"])
    two = space(reference, ALL[::-1], ["NGA", "SWE", "IND", "MEX", "BRA", "JPN", "FRA", "DEU", "USA"])
    assert segmentation(one, "medoids", 3).frame.equals(segmentation(two, "medoids", 3).frame)


def test_a_market_half_way_stands_between(planted):
    place = planted((8, 8))
    scores = place.scores.copy()
    scores.loc["ZZX"] = scores.iloc[:8].mean() / 2 + scores.iloc[8:].mean() / 2
    made = segmentation(replace(place, scores=scores, distances=distances(scores)), "medoids", 2)
    assert abs(made.frame.loc["ZZX", "silhouette"]) < 0.1 < made.frame["silhouette"].drop("ZZX").min()
    steady = Stability(np.ones(2), np.ones(2), np.where(scores.index == "ZZX", 0.5, 1.0), 10)
    between = segmentation(made.place, "medoids", 2, steady).frame["between"]
    assert between["ZZX"] and between.sum() == 1


def test_left_out_markets_lie_near_a_segment_but_are_no_members(reference):
    made = segmentation(space(reference, ALL), "medoids", 3)
    near = nearest(reference, made)
    assert "KEN" in near.index and near.at["KEN", "models"] == ("world_values",)
    assert near.at["KEN", "nearest"] == made.frame.at["NGA", "segment"]
    assert not set(near.index) & set(made.place.markets) and "ARE" not in near.index
    assert near["margin"].between(0, 1).all()


def test_the_first_view_is_fast(reference):
    space(reference, ["world_values"])
    start = time.perf_counter()
    made = segmentation(space(reference, ["world_values"]), "medoids", 5)
    assert len(made.frame) > 100
    assert time.perf_counter() - start < 1.5  # 0.05 s alone on one core; room for a busy machine


def test_what_cannot_be(planted, reference):
    with pytest.raises(Sentence, match="unknown method"):
        labels(planted(), "kmeans", 3)
    with pytest.raises(Sentence, match="at least 8"):
        labels(planted((3, 3)), "medoids", 2)
    for k in (0, 1, 9):
        with pytest.raises(Sentence, match="2 to 8"):
            labels(planted(), "medoids", k)
    with pytest.raises(Sentence, match="missing score"):
        labels(planted(holes=2), "ward", 2)
