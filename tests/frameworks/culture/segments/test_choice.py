"""The suggested number of segments."""

import numpy as np
import pytest

from frameworks.culture.segments.choice import numbers, resampling, suggestion
from frameworks.culture.segments.space import space

ALL = ("hofstede", "globe", "schwartz", "world_values")


def suggested(place, method="medoids", seed=0, draws=40):
    work = resampling(place, method, draws=draws, seed=seed)
    for _share in work.steps():
        pass
    return suggestion(place, method, work.found())


@pytest.mark.parametrize("sizes", [(12, 9, 7), (8, 8, 8, 8), (7, 7, 6, 6, 6)])
def test_the_planted_number_is_suggested(planted, sizes):
    found = suggested(planted(sizes, apart=8.0))
    assert found.k == len(sizes) and found.reason == "carried"


def test_noise_is_called_a_sketch_or_halved(planted):
    found = suggested(planted((30,), apart=0))
    assert found.reason in ("none", "two")


@pytest.mark.parametrize("models", [ALL, ("world_values",)])
def test_the_shipped_world_gives_the_same_number_for_any_seed(reference, models):
    place = space(reference, models)
    found = [suggested(place, seed=seed) for seed in range(3)]
    assert {one.k for one in found} == {3} and {one.reason for one in found} == {"carried"}
    assert [c.silhouette for c in found[0].candidates] == [c.silhouette for c in found[1].candidates]


def test_numbers_fit_the_markets(planted):
    assert list(numbers(planted((4, 4)))) == [2]
    assert list(numbers(planted((40,), apart=0))) == [2, 3, 4, 5, 6, 7, 8]


def test_without_resampling_the_silhouette_alone_is_told(planted):
    found = suggestion(planted((12, 9, 7)), "medoids", {})
    assert found.reason == "none" and found.k == 3
    assert all(np.isnan(c.stability) for c in found.candidates)
