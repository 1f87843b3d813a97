"""Which rows of which table speak for a country."""

import pandas as pd

from data.catalog import world
from frameworks.culture.scores import MODELS, model_scores


def test_four_models_in_their_order(reference):
    assert list(model_scores(reference)) == list(MODELS) == ["hofstede", "globe", "schwartz", "world_values"]


def test_a_model_switched_off_is_gone_with_its_stand_ins():
    known = model_scores(world(off=["globe", "schwartz"]))
    assert list(known) == ["hofstede", "world_values"]


def test_estimates_are_off_unless_switched_on(reference, estimated):
    assert not (model_scores(reference)["hofstede"].basis == "estimate").any()
    assert "ARE" not in model_scores(reference)["hofstede"].scores.index
    assert model_scores(estimated)["hofstede"].basis["ARE"] == "estimate"


def test_estimates_never_replace_measured_scores(reference, estimated):
    measured, mixed = (model_scores(r)["hofstede"] for r in (reference, estimated))
    enough = measured.scores.index[measured.scores.notna().sum(axis=1) >= 4]
    assert (mixed.basis[enough] == "measured").all()
    pd.testing.assert_frame_equal(mixed.scores.loc[enough], measured.scores.loc[enough])


def test_a_table_of_one_country_is_no_model(reference, with_table):
    alone = with_table("world_values", reference.table("world_values").query("iso3 == 'SWE'"))
    assert "world_values" not in model_scores(alone)


def test_missing_scores_stay_missing(reference):
    for model in model_scores(reference).values():
        assert model.scores.notna().any(axis=1).all()
        assert model.basis.notna().all() and model.year.between(1990, 2025).all()
