"""GLOBE's nine value dimensions."""

from frameworks.culture.globe import MODEL
from frameworks.culture.scores import model_scores


def test_nine_dimensions_as_valued():
    assert len(MODEL.codes) == 9 and all(code.endswith("_value") for code in MODEL.codes)


def test_the_czech_row_is_left_out(reference):
    assert "CZE" not in model_scores(reference)["globe"].scores.index
    assert "CZE" not in set(reference.table("globe")["iso3"])


def test_germany_is_west_germany_and_says_so(reference):
    globe = model_scores(reference)["globe"]
    west = reference.table("globe_groups").set_index("label").loc["Germany (WEST)"]
    assert globe.basis["DEU"] == "stand_in"
    assert globe.scores.loc["DEU"].tolist() == west[list(MODEL.codes)].tolist()


def test_scores_keep_to_the_scale(reference):
    scores = model_scores(reference)["globe"].scores
    assert scores.min().min() >= 1 and scores.max().max() <= 7
