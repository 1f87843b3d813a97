"""Languages of home, people reached, language nearness."""

import pytest

from frameworks.culture.language import home_languages, language_part, speakers_reached, tree_nearness


def test_home_languages_are_official_and_widely_spoken(reference):
    assert home_languages(reference, "USA") == ("en",)
    assert set(home_languages(reference, "SGP")) == {"en", "zh"}
    assert home_languages(reference, "BRA") == ("pt",)


def test_every_home_with_known_languages_has_one(reference):
    rows = reference.table("languages")
    known = set(rows["iso3"][rows["language"] != "und"])
    assert [home for home in reference.markets if not home_languages(reference, home) and home in known] == []
    assert home_languages(reference, "NAM") == ("af",)  # no official language reaches a fifth there
    assert home_languages(reference, "ATA") == ()


def test_people_reached_adds_languages_without_counting_anyone_twice(reference):
    share = reference.table("languages").set_index(["iso3", "language"])["share"]
    both = speakers_reached(reference, ["fr", "nl"])["BEL"]
    french, dutch = min(share["BEL", "fr"], 1), min(share["BEL", "nl"], 1)
    assert both == pytest.approx(100 * (1 - (1 - french) * (1 - dutch)), abs=0.05)
    assert speakers_reached(reference, ["xx"]).dropna().eq(0).all()


def test_serving_more_languages_never_lowers_the_part(reference):
    one, two = (language_part(reference, "DEU", served) for served in (["de"], ["de", "ja"]))
    assert (two.dropna() >= one.dropna() - 1e-9).all()
    assert two["JPN"] > 90 > one["JPN"]


def test_related_languages_are_nearer(reference):
    near = tree_nearness(reference, "DEU")
    assert near["NLD"] > near["FRA"] > near["JPN"]
    assert near.dropna().between(0, 100).all()


def test_no_language_given_means_homes_own(reference):
    assert language_part(reference, "MEX", ()).equals(language_part(reference, "MEX", ("es",)))
