"""Schwartz's seven orientations."""

from frameworks.culture.schwartz import MODEL
from frameworks.culture.scores import model_scores


def test_seven_orientations():
    assert len(MODEL.codes) == 7


def test_part_samples_stand_in_and_say_so(reference):
    basis = model_scores(reference)["schwartz"].basis
    assert set(basis.index[basis == "stand_in"]) == {"CAN", "CHE", "DEU", "ISR"}


def test_czechia_is_not_filed_under_cyprus(reference):
    scores = model_scores(reference)["schwartz"].scores
    assert {"CYP", "CZE"} <= set(scores.index)
    assert scores.loc["CYP"].tolist() != scores.loc["CZE"].tolist()
