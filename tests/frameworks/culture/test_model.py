"""What a model says of itself."""

import pytest

from frameworks.culture.model import needed
from frameworks.culture.scores import MODELS


@pytest.mark.parametrize("dimensions, shared", [(6, 4), (9, 6), (7, 5), (2, 2), (4, 3)])
def test_two_thirds_of_the_dimensions_must_be_shared(dimensions, shared):
    assert needed(dimensions) == shared


@pytest.mark.parametrize("model", MODELS.values(), ids=str)
def test_every_model_names_its_poles_its_sample_and_its_limits(model):
    assert model.codes == tuple(d.code for d in model.dimensions) and len(set(model.codes)) == len(model.codes)
    assert model.needed == needed(len(model.codes))
    for sentence in (model.measures, model.sample, model.criticism):
        assert sentence.endswith(".")
    for d in model.dimensions:
        assert d.name and d.low and d.high and d.low != d.high
        assert d.lower.endswith(".") and d.higher.endswith(".")
