"""Draws against pymcdm and by their properties."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymcdm.helpers import rrankdata
from pymcdm.methods import WSM

from frameworks.culture.affinity import affinity_parts
from frameworks.potential.score import potential_parts
from frameworks.scoring.matrix import Cuts
from frameworks.scoring.robustness import Draws, ranks_of, simulate, weight_draws, weighted_ranks
from frameworks.weights import DEFAULT, Weights


@pytest.fixture(scope="module")
def parts(reference):
    near, rich = affinity_parts(reference, "USA"), potential_parts(reference, "USA")
    both = near.scores(DEFAULT)["affinity"].notna() & rich.potential(DEFAULT)["potential"].notna()
    both["USA"] = False
    return near, rich, np.flatnonzero(both)


@pytest.fixture(scope="module")
def draws(parts):
    return simulate(parts[0], parts[1], DEFAULT, parts[2], draws=400)


@pytest.mark.filterwarnings("ignore:Alternatives with indices")  # pymcdm on dominated rows
@settings(max_examples=15)
@given(st.integers(2, 40), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_weighted_sum_ranks_are_pymcdms(markets, criteria, seed):
    rng = np.random.default_rng(seed)
    matrix = rng.uniform(0, 100, (markets, criteria))
    weights = rng.dirichlet(np.ones(criteria), size=5)
    wsm = WSM(lambda column, cost: column)  # parts share one 0-100 scale, so nothing is normalised again
    theirs = [rrankdata(wsm(matrix, row, np.ones(criteria))) for row in weights]
    assert weighted_ranks(matrix, weights).tolist() == np.array(theirs).astype(int).tolist()


@given(st.integers(1, 30), st.integers(0, 2**32 - 1))
def test_ranks_are_a_permutation_with_the_best_first(n, seed):
    scores = np.random.default_rng(seed).random((4, n))
    ranks = ranks_of(scores)
    assert (np.sort(ranks, axis=1) == np.arange(1, n + 1)).all()
    assert (ranks[np.arange(4), scores.argmax(axis=1)] == 1).all()


@given(st.lists(st.one_of(st.just(0.0), st.floats(0.01, 100)), min_size=2, max_size=11).filter(any), st.integers(0, 99))
def test_drawn_weights_sum_to_one_and_zeros_stay_zero(points, seed):
    points = np.array(points)
    drawn = weight_draws(points, 50, np.random.default_rng(seed))
    assert np.allclose(drawn.sum(axis=1), 1) and drawn.min() >= 0
    assert (drawn[:, points == 0] == 0).all()


def test_drawn_weights_lie_around_the_users():
    points = np.array([45.0, 20, 10, 5, 20])
    drawn = 100 * weight_draws(points, 20_000, np.random.default_rng(1))
    assert np.abs(drawn.mean(axis=0) - points).max() < 0.3
    assert drawn.std(axis=0).max() < 7


def test_scaling_the_weights_changes_no_draw(parts):
    doubled = Weights.of({**{k: 2 * v for k, v in DEFAULT.flat().items()}, "balance": 50})
    first, second = (simulate(*parts[:2], w, parts[2], draws=50) for w in (DEFAULT, doubled))
    assert np.allclose(first.overall, second.overall)


def test_draws_keep_to_0_and_100_and_repeat(parts, draws):
    for scores in (draws.affinity, draws.potential, draws.overall):
        assert scores.min() >= -1e-9 and scores.max() <= 100 + 1e-9
    again = simulate(*parts[:2], DEFAULT, parts[2], draws=400)
    assert (again.ranks == draws.ranks).all()
    assert (simulate(*parts[:2], DEFAULT, parts[2], draws=400, seed=1).ranks != draws.ranks).any()


def test_shares_of_quadrants_are_shares(draws):
    shares = draws.quadrant_shares(Cuts(55, 55))
    assert shares.shape == (draws.ranks.shape[1], 4)
    assert np.allclose(shares.sum(axis=1), 1) and shares.min() >= 0


def test_probability_of_the_top_adds_up_to_the_places(draws):
    assert draws.probability_top(3).sum() == pytest.approx(3)
    assert (draws.probability_top(10) >= draws.probability_top(3)).all()


def test_one_wins_what_the_other_loses(draws):
    wins = draws.wins(np.arange(12))
    assert np.allclose(wins + wins.T, 1) and np.allclose(np.diag(wins), 0.5)
    assert wins.min() >= 0 and wins.max() <= 1


def test_level_markets_share_the_win():
    level = np.full((7, 2), 40.0)
    assert Draws(level, level, level, ranks_of(level)).wins(np.array([0, 1])).tolist() == [[0.5, 0.5], [0.5, 0.5]]


def test_the_rank_band_holds_nine_tenths_of_the_draws(draws):
    low, high = draws.rank_band()
    inside = ((draws.ranks >= low) & (draws.ranks <= high)).mean(axis=0)
    assert (low <= high).all() and inside.min() >= 0.9 and np.median(inside) < 0.96


def test_a_missing_part_widens_the_draws(parts):
    import dataclasses

    near, rich, rows = parts
    blank = dataclasses.replace(near, parts=near.parts.assign(language=np.nan))
    before, after = (simulate(a, rich, DEFAULT, rows, draws=200).affinity for a in (near, blank))
    assert after.std(axis=0).mean() > 1.5 * before.std(axis=0).mean()


def test_no_market_gives_empty_answers(parts):
    nothing = simulate(*parts[:2], DEFAULT, np.array([], dtype=int), draws=10)
    assert nothing.rank_band()[0].size == 0 and nothing.probability_top(3).size == 0
    assert nothing.quadrant_shares(Cuts(50, 50)).shape == (0, 4)


def test_the_balance_at_its_ends_ranks_by_one_axis(parts):
    near, rich, rows = parts
    only = [simulate(near, rich, Weights.of({"balance": end}), rows, draws=20) for end in (0, 100)]
    assert (only[0].overall == only[0].potential).all() and (only[1].overall == only[1].affinity).all()
    assert np.isfinite(simulate(near, rich, Weights.of({"balance": 1e-5}), rows, draws=20).overall).all()
