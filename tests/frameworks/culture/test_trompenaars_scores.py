"""Trompenaars as a model: hand-computed distances, a fixed reference, and no market that moves another."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalog import world
from frameworks.culture.affinity import affinity_parts
from frameworks.culture.trompenaars_scores import KEY, Placed, distance, from_home, nearness, shared, together
from frameworks.scoring.score import scoring
from frameworks.weights import DEFAULT

MARKETS = ("ARE", "BRA", "DEU", "JPN", "NGA", "SAU")
places = st.tuples(*[st.none() | st.floats(0, 100)] * 7)
HALF = (50.0,) * 7


@pytest.fixture(scope="module")
def reference():
    return world()


def test_distance_by_hand():
    # Gaps 20, 0, 10, 0: mean square 125; variance of a 0-100 scale 833.33; root of 0.15.
    assert distance((60, 70, 40, 50, None, None, None), (40, 70, 50, 50, 1, 2, 3)) == pytest.approx(math.sqrt(0.15))
    assert distance((0,) * 7, (100,) * 7) == pytest.approx(math.sqrt(12))
    assert math.isnan(distance((1, 2, 3, None, None, None, None), HALF))


def test_four_shared_dimensions_are_needed():
    one, other = Placed("A", (1, 2, 3, 4, None, None, None), "own"), Placed("B", (None, 2, 3, 4, 5, 6, 7), "own")
    assert shared(one, other) == 3 and math.isnan(nearness(one.values, other.values))
    assert shared(one, Placed("C", HALF, "own")) == 4 and nearness(one.values, HALF) > 0


def test_the_ends_and_the_middle_of_the_fixed_reference():
    assert nearness(HALF, HALF) == 100
    assert nearness((0,) * 7, (100,) * 7) == 0
    # The mean of u is 1/6, so random places lie a root of 2 apart in mean square: 40.8 points each.
    assert nearness((50 - 20.41,) * 7, (50 + 20.41,) * 7) == pytest.approx(46.5, abs=2)


@pytest.mark.parametrize("dimensions", [4, 5, 6, 7])
def test_the_reference_is_that_of_random_pairs(dimensions):
    chance = np.random.default_rng(7)
    sums = ((chance.random((60_000, dimensions)) - chance.random((60_000, dimensions))) ** 2).mean(axis=1)
    for share in (0.02, 0.25, 0.5, 0.75, 0.98):
        gap = 100 * math.sqrt(np.quantile(sums, share))
        pair = [(value,) * dimensions + (None,) * (7 - dimensions) for value in (0.0, gap)]
        assert nearness(*pair) == pytest.approx(100 * (1 - share), abs=1)


@given(places, places)
def test_nearness_is_symmetric_and_between_0_and_100(one, other):
    near = nearness(one, other)
    assert near == pytest.approx(nearness(other, one), nan_ok=True)
    assert math.isnan(near) or 0 <= near <= 100


@given(st.lists(st.floats(0, 50), min_size=7, max_size=7), st.floats(0, 50))
def test_farther_is_never_nearer(gaps, more):
    base = (0.0,) * 7
    far = (gaps[0] + more, *gaps[1:])
    assert nearness(base, far) <= nearness(base, tuple(gaps))


@settings(max_examples=25, deadline=None)
@given(st.lists(places, min_size=2, max_size=5), places)
def test_adding_a_market_never_moves_another(rows, added):
    index = pd.Index(MARKETS)
    before = [Placed(code, row, "own") for code, row in zip(MARKETS, rows, strict=False)]
    after = [*before, Placed(MARKETS[5], added, "licensed")]
    was, now = (from_home(placed, MARKETS[0], index) for placed in (before, after))
    for code in MARKETS[1:5]:
        old = was[0][code] if was else math.nan
        new = now[0][code] if now else math.nan
        assert old == pytest.approx(new, nan_ok=True, abs=0)


def test_adding_a_market_moves_no_score_of_another(reference):
    placed = [Placed("USA", HALF, "own"), Placed("JPN", (20.0,) * 7, "own")]
    one = scoring("USA", reference=reference, placed=placed, draws=50)
    two = scoring("USA", reference=reference, placed=[*placed, Placed("BRA", (90.0,) * 7, "own")], draws=50)
    plain = scoring("USA", reference=reference, draws=50)
    columns = ["affinity", "affinity_low", "affinity_high", "affinity_confidence", "values", "potential"]
    others = plain.frame.index.difference(["JPN", "BRA"])
    for less, more, same in ((plain, one, others.union(["BRA"])), (one, two, others.union(["JPN"]))):
        pd.testing.assert_frame_equal(less.frame.loc[same, columns], more.frame.loc[same, columns])
        at = [list(less.ranked).index(code) for code in ("DEU", "MEX")]
        np.testing.assert_allclose(less.draws.affinity[:, at], more.draws.affinity[:, at], atol=1e-9)
    assert one.frame.at["JPN", "affinity"] != plain.frame.at["JPN", "affinity"]


def test_without_numbers_nothing_changes(reference):
    plain = affinity_parts(reference, "USA")
    for placed in ((), (Placed("USA", HALF, "own"),), (Placed("JPN", HALF, "own"), Placed("BRA", HALF, "own"))):
        same = affinity_parts(reference, "USA", (), placed)
        assert KEY not in same.models
        pd.testing.assert_frame_equal(same.models, plain.models, check_exact=True)
        pd.testing.assert_frame_equal(same.scores(DEFAULT), plain.scores(DEFAULT), check_exact=True)


def test_it_is_a_model_like_the_others(reference):
    near = affinity_parts(reference, "USA", (), (Placed("USA", HALF, "own"), Placed("JPN", (20.0,) * 7, "own")))
    plain = affinity_parts(reference, "USA")
    expected = nearness(HALF, (20.0,) * 7)
    assert near.models.at["JPN", KEY] == expected and near.basis.at["JPN", KEY] == "own"
    assert near.parts.at["JPN", "values"] == pytest.approx(
        (plain.models.loc["JPN"].sum() + expected) / (plain.models.loc["JPN"].notna().sum() + 1), abs=0.05
    )
    assert math.isnan(near.models.at["BRA", KEY]) and near.basis.at["BRA", KEY] == ""


def test_an_own_view_lifts_no_confidence_and_a_licence_may(reference):
    def confidence(basis, off):
        placed = (Placed("USA", HALF, basis), Placed("JPN", HALF, basis))
        return affinity_parts(world(off=off), "USA", (), placed).scores(DEFAULT).at["JPN", "affinity_confidence"]

    plain = affinity_parts(world(off=["globe", "schwartz"]), "USA").scores(DEFAULT).at["JPN", "affinity_confidence"]
    assert plain == confidence("own", ["globe", "schwartz"]) == "B"
    assert confidence("licensed", ["globe", "schwartz"]) == "A"
    bare = ["hofstede", "globe", "schwartz", "world_values"]
    assert confidence("own", bare) == "C"
    assert confidence("licensed", bare) == "C"


def test_a_market_that_no_public_model_knows_gets_an_affinity_of_confidence_c(reference):
    plain = affinity_parts(reference, "USA").scores(DEFAULT)
    near = affinity_parts(reference, "USA", (), (Placed("USA", HALF, "own"), Placed("ARE", HALF, "own")))
    assert math.isnan(plain.at["ARE", "affinity"])
    assert near.scores(DEFAULT).at["ARE", "affinity"] > 0
    assert near.scores(DEFAULT).at["ARE", "affinity_confidence"] == "C"


def test_licensed_numbers_go_first_and_the_own_view_fills_the_rest():
    own = Placed("JPN", (10.0, 10.0, None, None, None, None, 10.0), "own")
    bought = Placed("JPN", (90.0, None, 90.0, None, None, None, None), "licensed")
    assert together([own], [bought]) == (Placed("JPN", (90.0, 10.0, 90.0, None, None, None, 10.0), "own"),)
    assert together([], [bought]) == (bought,)
    assert together([Placed("BRA", HALF, "own")], [bought])[0].market == "BRA"
    assert together([Placed("JPN", (10.0, *[None] * 6), "own")], [bought])[0].basis == "licensed"
