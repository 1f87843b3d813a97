"""Hofstede's six dimensions and what is odd about their table."""

import pytest

from frameworks.culture.hofstede import MODEL
from frameworks.culture.scores import model_scores


@pytest.fixture(scope="module")
def scores(reference):
    return model_scores(reference)["hofstede"].scores


def test_six_dimensions_two_of_them_contested():
    assert MODEL.codes == ("pdi", "idv", "mas", "uai", "lto", "ivr")
    assert {d.code for d in MODEL.dimensions if d.contested} == {"mas", "uai"}


def test_known_scores(scores):
    assert scores.loc["USA"].tolist() == [40, 91, 62, 46, 26, 68]
    assert scores.loc["JPN"].tolist()[:4] == [54, 46, 95, 92]


def test_published_zeros_are_values(scores):
    assert scores.at["PAK", "ivr"] == 0
    assert scores.at["PRI", "lto"] == 0


def test_south_africa_has_no_older_four_and_so_no_hofstede_distance(scores, estimated):
    assert scores.loc["ZAF", ["pdi", "idv", "mas", "uai"]].isna().all()
    assert scores.loc["ZAF", ["lto", "ivr"]].notna().all()
    assert model_scores(estimated)["hofstede"].basis["ZAF"] == "estimate"


def test_group_rows_are_no_countries(scores, reference):
    assert scores.index.isin(reference.markets).all()
    assert "ARE" not in scores.index
