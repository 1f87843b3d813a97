"""Countries side by side: percentiles, agreement and correlation of the models."""

import numpy as np
import pandas as pd
import pytest

from data.catalog import world
from frameworks.culture.affinity import affinity_parts
from frameworks.culture.distance import distance
from frameworks.culture.profile import (
    PRACTICES,
    agreement,
    correlations,
    firmness,
    missing,
    pairs,
    placements,
    practices,
    spread,
)
from frameworks.reference import Reference

CHOSEN = ("USA", "JPN", "DEU", "ARE")


@pytest.fixture(scope="module")
def reference() -> Reference:
    return world()


def test_every_country_has_a_row_for_every_dimension(reference):
    frame = placements(reference, CHOSEN)
    assert len(frame) == (6 + 9 + 7 + 2) * len(CHOSEN)
    japan = frame.set_index(["dimension", "iso3"]).loc[("pdi", "JPN")]
    assert japan["value"] == 54 and japan["basis"] == "measured"
    lacking = frame[(frame["model"] == "hofstede") & (frame["iso3"] == "ARE")]
    assert lacking["basis"].isin(["", "measured"]).all() and (lacking["value"].isna() == (lacking["basis"] == "")).all()


def test_a_stand_in_is_marked(reference):
    frame = placements(reference, ["DEU", "USA"])
    globe = frame[frame["model"] == "globe"].groupby("iso3")["basis"].unique()
    assert list(globe["DEU"]) == ["stand_in"] and list(globe["USA"]) == ["measured"]


def test_percentiles_are_those_of_the_affinity(reference):
    found = pairs(reference, ["USA", "JPN"]).set_index("model")["nearer_than"]
    used = affinity_parts(reference, "USA").models.loc["JPN"]
    pd.testing.assert_series_equal(found, used, check_names=False, check_index_type=False)


@pytest.mark.parametrize("method", ["euclidean", "kogut_singh", "mahalanobis"])
def test_distances_are_those_of_the_front_door(reference, method):
    found = pairs(reference, ["USA", "JPN"], method).set_index("model")["distance"]
    for model, value in found.items():
        assert value == pytest.approx(distance("USA", "JPN", model=model, method=method, scores=reference))


def test_kogut_singh_ranks_pairs_as_euclidean_does(reference):
    near = [pairs(reference, CHOSEN, method)["nearer_than"] for method in ("euclidean", "kogut_singh")]
    pd.testing.assert_series_equal(*near)


def test_agreement_names_the_least_and_the_most_favourable_model():
    given = pd.DataFrame(
        [("A", "B", "x", 1.0, 20.0, "measured"), ("A", "B", "y", 1.0, 70.0, "measured"),
         ("A", "C", "x", 1.0, 90.0, "measured"), ("A", "C", "y", np.nan, np.nan, ""),
         ("B", "C", "x", np.nan, np.nan, ""), ("B", "C", "y", np.nan, np.nan, "")],
        columns=["a", "b", "model", "distance", "nearer_than", "basis"],
    )  # fmt: skip
    first, second, last = agreement(given).itertuples()
    assert (first.b, first.models, first.mean) == ("C", 1, 90.0) and np.isnan(first.range)
    assert (second.range, second.least, second.most) == (50.0, "x", "y")
    assert last.models == 0 and np.isnan(last.mean) and last.least == ""


def test_models_agree_only_in_part(reference):
    frame = correlations(reference)
    assert len(frame) == 6 and (frame["pairs"] > 500).all()
    assert frame["spearman"].between(0.1, 0.6).all()  # over the 820 pairs of all four: 0.24 to 0.45
    by_hand = frame.set_index(["one", "other"]).loc[("hofstede", "world_values")]
    assert by_hand["pairs"] <= by_hand["countries"] * (by_hand["countries"] - 1) / 2


def test_the_spread_encloses_every_country(reference):
    for model in ("hofstede", "globe", "schwartz", "world_values"):
        ends = spread(reference, model)
        assert (ends["lowest"] <= ends["q25"]).all() and (ends["q75"] <= ends["highest"]).all()


def test_practices_are_apart_from_values(reference):
    frame, ends = practices(reference, ["USA", "JPN", "ARE"])
    assert set(frame["dimension"]) == {d.code for d in PRACTICES} == set(ends.index)
    assert frame[frame["iso3"] == "ARE"]["value"].isna().all()
    assert not set(placements(reference, ["USA"])["dimension"]) & set(frame["dimension"])


def test_missing_names_who_is_not_there(reference):
    assert missing(reference, CHOSEN)["globe"] == ("ARE",)
    without = world(off=["globe"])
    assert missing(without, CHOSEN)["globe"] == CHOSEN
    assert "globe" not in set(pairs(without, CHOSEN)["model"])


def test_firm_leans_are_counted_over_seven_dimensions(reference):
    for other in CHOSEN[1:]:
        count = firmness(reference, "USA", other)
        assert count.agree + count.differ + count.unknown == 7
    china = firmness(reference, "USA", "CHN")
    assert china.differ >= 2 and firmness(reference, "USA", "ARE").agree == 0
    assert firmness(world(off=["trompenaars_consensus"]), "USA", "CHN").unknown == 7


def test_unknown_method_is_refused(reference):
    for ask in (lambda: pairs(reference, CHOSEN, "manhattan"), lambda: correlations(reference, "")):
        with pytest.raises(ValueError, match="unknown method"):
            ask()


def test_no_countries_and_unknown_ones_give_no_figures(reference):
    assert pairs(reference, []).empty and agreement(pairs(reference, [])).empty
    assert pairs(reference, ["ZZZ", "USA"])["distance"].isna().all()
    assert placements(reference, ["ZZZ"])["value"].isna().all()
