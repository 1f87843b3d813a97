import pytest

from data.catalog import world
from frameworks.culture.gaps import LARGE, SMALL, culture_gaps, related_dimensions
from frameworks.culture.scores import model_scores


@pytest.fixture(scope="module")
def reference():
    return world()


def test_a_gap_is_the_difference_in_world_standard_deviations(reference):
    scores = model_scores(reference)["hofstede"].scores
    gap = next(g for g in culture_gaps(reference, "USA", "JPN").told if g.dimension.code == "lto")
    expected = (scores.at["JPN", "lto"] - scores.at["USA", "lto"]) / scores["lto"].std(ddof=1)
    assert gap.size == pytest.approx(expected)
    assert (gap.home, gap.market) == (scores.at["USA", "lto"], scores.at["JPN", "lto"])
    assert gap.word == "large"
    assert gap.sentence == gap.dimension.higher


def test_gaps_turn_round_with_the_pair(reference):
    there, back = culture_gaps(reference, "USA", "JPN"), culture_gaps(reference, "JPN", "USA")
    sizes = {(g.model.key, g.dimension.code): g.size for g in there.told + there.small}
    assert sizes == {(g.model.key, g.dimension.code): -g.size for g in back.told + back.small}
    lower = next(g for g in back.told if g.dimension.code == "lto")
    assert lower.sentence == lower.dimension.lower


def test_told_gaps_are_half_a_deviation_or_more_and_sorted(reference):
    for market in ("DEU", "TWN", "NGA"):
        found = culture_gaps(reference, "USA", market)
        sizes = [abs(gap.size) for gap in found.told]
        assert sizes == sorted(sizes, reverse=True)
        assert all(size >= SMALL for size in sizes)
        assert all(abs(gap.size) < SMALL for gap in found.small)
        assert all((gap.word == "large") == (abs(gap.size) >= LARGE) for gap in found.told)


def test_no_market_differs_from_itself(reference):
    found = culture_gaps(reference, "DEU", "DEU")
    assert not found.told
    assert all(gap.size == 0 for gap in found.small)


def test_a_stand_in_marks_every_gap_that_rests_on_it(reference):
    found = culture_gaps(reference, "USA", "DEU")
    bases = {gap.basis for gap in found.told + found.small if gap.model.key == "globe"}
    assert bases == {"stand_in"}
    assert {gap.basis for gap in found.told + found.small if gap.model.key == "hofstede"} == {"measured"}


def test_estimates_are_marked_where_they_are_switched_on():
    found = culture_gaps(world(on=("hofstede_estimates",)), "USA", "ARE")
    assert {gap.basis for gap in found.told + found.small if gap.model.key == "hofstede"} == {"estimate"}


def test_it_says_why_a_model_is_silent(reference):
    assert culture_gaps(reference, "USA", "VAT").without["globe"] == "market"
    assert culture_gaps(reference, "VAT", "USA").without["globe"] == "home"
    assert culture_gaps(reference, "VAT", "BVT").without["globe"] == "both"
    assert culture_gaps(world(off=("hofstede",)), "USA", "JPN").without["hofstede"] == "off"


def test_contested_dimensions_keep_their_flag(reference):
    flags = {g.dimension.code: g.dimension.contested for g in culture_gaps(reference, "USA", "JPN").told}
    assert flags["uai"]
    assert not flags["lto"]


def test_related_dimensions_are_mutual_with_one_sign(reference):
    related = related_dimensions(reference)
    assert ("world_values", "survival_selfexpression", 1) in related["hofstede", "idv"]
    for (model, code), others in related.items():
        for other, dimension, sign in others:
            assert other != model
            assert (model, code, sign) in related[other, dimension]


def test_backing_counts_only_related_dimensions(reference):
    related = related_dimensions(reference)
    for gap in culture_gaps(reference, "USA", "JPN").told:
        assert gap.same + gap.opposite <= len(related.get((gap.model.key, gap.dimension.code), ()))


def test_an_unknown_market_is_refused(reference):
    with pytest.raises(KeyError):
        culture_gaps(reference, "USA", "XXX")
