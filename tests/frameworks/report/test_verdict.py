"""The verdict repeats the ranking, and its parts add up to the scores."""

import pytest

from frameworks.report.verdict import parts, verdict


def test_the_verdict_is_the_row_of_the_ranking(scored):
    row, found = scored.frame.loc["JPN"], verdict(scored, "JPN")
    assert (found.rank, found.rank_low, found.rank_high) == (row["rank"], row["rank_low"], row["rank_high"])
    assert found.quadrant == row["quadrant"]
    assert found.share == row[f"p_{row['quadrant']}"]
    assert found.affinity.low <= found.affinity.score <= found.affinity.high
    assert found.ranked == len(scored.ranked)


def test_missing_scores_are_none_never_nought(scored):
    found = verdict(scored, "ARE")
    assert found.affinity.score is None
    assert found.rank is None
    assert found.share is None
    assert verdict(scored, "BVT").potential.score is None


def test_the_parts_add_up_to_the_score(scored):
    for axis in ("affinity", "potential"):
        added = sum(part.adds for part in parts(scored, "DEU") if part.axis == axis)
        assert added == pytest.approx(scored.frame.at["DEU", axis], abs=0.06)


def test_parts_without_weight_are_left_out(scored):
    assert "own_demand" not in {part.code for part in parts(scored, "DEU")}


def test_an_unknown_market_is_an_error(scored):
    with pytest.raises(KeyError):
        verdict(scored, "XXX")
