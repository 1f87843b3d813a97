"""The two World Values axes."""

from frameworks.culture.scores import model_scores
from frameworks.culture.world_values import MODEL


def test_two_axes():
    assert MODEL.codes == ("traditional_secular", "survival_selfexpression")


def test_self_expression_points_the_right_way(reference):
    axis = model_scores(reference)["world_values"].scores["survival_selfexpression"].rank(pct=True)
    assert axis["SWE"] > 0.95
    assert axis[["ZWE", "MDA", "IRQ"]].max() < 0.5
    assert axis["USA"] > axis["RUS"]


def test_secular_points_the_right_way(reference):
    axis = model_scores(reference)["world_values"].scores["traditional_secular"].rank(pct=True)
    assert axis[["JPN", "CZE", "SWE"]].min() > 0.8
    assert axis[["NGA", "PAK", "GHA"]].max() < 0.35


def test_the_newest_survey_counts(reference):
    table = reference.table("world_values")
    known = model_scores(reference)["world_values"]
    newest = table[table["iso3"] == "USA"].sort_values("year").iloc[-1]
    assert known.year["USA"] == newest["year"] >= 2017
    assert known.scores.at["USA", "traditional_secular"] == newest["traditional_secular"]
