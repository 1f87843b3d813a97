"""The space: fixed z-scores, distances by hand, and who is left out and why."""

import numpy as np
import pandas as pd
import pytest

from frameworks.culture.distance import pair_distances
from frameworks.culture.scores import model_scores
from frameworks.culture.segments.space import distances, space, standardised
from frameworks.labels import Sentence

ALL = ("hofstede", "globe", "schwartz", "world_values")


def frame(rows, **models):
    columns = pd.MultiIndex.from_tuples([(key, f"d{i}") for key, count in models.items() for i in range(count)])
    return pd.DataFrame(rows, index=list("ABCDEF")[: len(rows)], columns=columns, dtype=float)


def test_one_model_is_the_standardised_euclidean_distance_of_the_affinity(reference):
    place = space(reference, ["schwartz"])
    scores = model_scores(reference)["schwartz"].scores
    expected = pd.DataFrame(pair_distances(scores), scores.index, scores.index).loc[list(place.markets), list(place.markets)]
    assert np.allclose(place.distances, expected)


def test_models_count_alike_whatever_their_dimensions():
    found = distances(frame([[0, 0, 0, 0, 0], [2, 1, 1, 1, 1]], one=1, four=4))
    assert found[0, 1] == pytest.approx(np.sqrt((4 + 1) / 2))


def test_a_missing_dimension_is_left_out_of_the_mean_not_filled():
    nan = np.nan
    found = distances(frame([[0, 0, nan], [3, nan, 4], [1, 1, 1]], m=3))
    assert np.isnan(found[0, 1])  # they share one of three
    assert found[0, 2] == pytest.approx(1) and found[1, 2] == pytest.approx(np.sqrt((4 + 9) / 2))


def test_resampled_dimensions_count_as_often_as_drawn():
    found = distances(frame([[0, 0], [3, 1]], m=2), counts=np.array([2, 0]))
    assert found[0, 1] == pytest.approx(3)
    assert distances(frame([[0, 0], [3, 1]], m=2), counts=np.array([1, 1]))[0, 1] == pytest.approx(np.sqrt(5))


def test_the_choice_of_markets_moves_no_score_and_no_distance(reference):
    every, few = space(reference, ALL), space(reference, ALL, ["DEU", "FRA", "USA", "JPN", "BRA", "SWE"])
    rows = [every.markets.index(code) for code in few.markets]
    assert np.allclose(every.distances[np.ix_(rows, rows)], few.distances)


def test_distances_have_no_gaps_and_any_two_share_a_model(reference):
    for models in (ALL, ALL[:1], ALL[:2], ALL[1:]):
        place = space(reference, models)
        assert np.isfinite(place.distances).all() and np.allclose(place.distances, place.distances.T)
        assert all(2 * len(place.known[code]) > len(place.models) for code in place.markets)
        assert list(place.markets) == sorted(place.markets)
        assert set(place.markets) | set(place.left_out) == set(reference.markets)


def test_sparse_markets_are_left_out_with_the_reason(reference):
    place = space(reference, ALL)
    assert {place.left_out[code] for code in ("ARE", "SAU")} == {"unknown"}
    assert place.known["NGA"] == ("globe", "schwartz", "world_values") and "NGA" in place.markets
    assert place.left_out["KEN"] == "few" and place.known["KEN"] == ("world_values",)


def test_estimates_let_a_market_in_where_they_are_switched_on(estimated):
    place = space(estimated, ["hofstede"])
    assert {"ARE", "SAU"} <= set(place.markets)


def test_ward_takes_complete_markets_only(reference):
    place = space(reference, ALL, complete=True)
    assert not place.scores.isna().any(axis=None)
    assert "gaps" in place.left_out.values()


def test_z_scores_are_of_the_whole_model(reference):
    world = standardised(reference, ["globe"])
    assert np.allclose(world.mean(), 0) and np.allclose(world.std(ddof=1), 1)


def test_hostile_questions(reference):
    with pytest.raises(Sentence, match="unknown model"):
        space(reference, ["hofstede", "'; DROP TABLE x"])
    with pytest.raises(Sentence, match="at least one"):
        space(reference, [])
    assert space(reference, ["globe"], ["ZZZ", "<script>", ""]).markets == ()


def test_a_column_that_never_varies_and_a_market_that_shares_too_little(only_hofstede):
    codes = ["AUT", "BEL", "BRA", "CAN", "CHE", "CHL", "DEU", "DNK", "ESP"]
    rows = pd.DataFrame({"iso3": codes, "pdi": 50.0, "idv": range(9), "mas": range(9), "uai": range(9), "lto": 1.0 * np.arange(9)})
    rows["ivr"] = np.arange(9.0)
    rows.loc[0, ["idv", "mas"]] = np.nan
    rows.loc[1, ["uai", "lto"]] = np.nan  # these two share pdi (no spread) and ivr only
    place = space(only_hofstede(rows), ["hofstede"])
    assert np.isfinite(place.distances).all()
    assert set(place.left_out[code] for code in ("AUT", "BEL") if code in place.left_out) <= {"unknown", "few", "apart"}
    assert "DNK" in place.markets
