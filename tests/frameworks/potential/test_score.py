"""The potential: dimensions and score by their properties."""

import dataclasses
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalog import world
from frameworks.potential.indicators import SCALING_POPULATION, indicator_list, indicator_scores, wide
from frameworks.potential.score import NEEDED_DIMENSIONS, potential_parts
from frameworks.weights import DEFAULT, POTENTIAL_DIMENSIONS, TEAM_DIMENSIONS, Weights

POINTS = st.lists(st.floats(0, 100), min_size=9, max_size=9).filter(lambda points: sum(points) > 1)
SMALL = ("ISL", "LUX", "MLT", "BRB", "FJI", "MDV", "BLZ")
"""Below a million people, so their figures set no scale and a change moves theirs alone."""


def blend(points) -> Weights:
    return Weights.of(dict(zip(POTENTIAL_DIMENSIONS, points, strict=True)))


@pytest.fixture(scope="module")
def rich(reference):
    return potential_parts(reference, "USA")


@pytest.fixture(scope="module")
def thin_rich(thin):
    return potential_parts(thin, "USA")


def test_the_thin_world_of_these_tests_scores_as_the_shipped_one(rich, thin_rich):
    pd.testing.assert_frame_equal(rich.dimensions, thin_rich.dimensions)
    pd.testing.assert_frame_equal(rich.low, thin_rich.low)


def test_nine_dimensions_then_the_teams_two(rich):
    assert tuple(rich.dimensions) == POTENTIAL_DIMENSIONS + TEAM_DIMENSIONS
    assert tuple(rich.members) == POTENTIAL_DIMENSIONS
    assert sum(map(len, rich.members.values())) == 31 + 3
    assert rich.members["openness"][-3:] == ("home_agreement", "home_hours", "home_currency")


def test_a_dimension_is_the_mean_of_its_shown_indicators(rich):
    for name, codes in rich.members.items():
        scores = rich.scores[list(codes)].round(1)
        enough = scores.notna().sum(axis=1) >= math.ceil(len(codes) / 2)
        found = rich.dimensions[name]
        assert (found.notna() == enough).all()
        assert np.abs(found - scores.mean(axis=1))[enough].max() <= 0.05 + 1e-9
        assert np.abs(found * 10 - (found * 10).round()).max() < 1e-6


@given(POINTS)
def test_the_total_is_the_shown_dimensions_times_the_weights(rich, points):
    found = rich.potential(blend(points))["potential"]
    dimensions = rich.dimensions[list(POTENTIAL_DIMENSIONS)].round(1)
    weights = pd.Series(points, POTENTIAL_DIMENSIONS)
    total = dimensions.mul(weights).sum(axis=1) / dimensions.notna().mul(weights).sum(axis=1)
    known = found.notna()
    assert (found - total)[known].abs().max() <= 0.05 + 1e-9
    assert (found * 10 - (found * 10).round())[known].abs().max() < 1e-6


def test_by_default_the_total_is_exact_to_the_digit(rich):
    dimensions = rich.dimensions[list(POTENTIAL_DIMENSIONS)].dropna()
    total = dimensions.mul(pd.Series(dict(DEFAULT.potential))[list(POTENTIAL_DIMENSIONS)]).sum(axis=1) / 100
    found = rich.potential(DEFAULT)["potential"][total.index]
    on_the_edge = ((total * 10) % 1).sub(0.5).abs() < 1e-6
    assert (found - total.round(1))[~on_the_edge].abs().max() < 1e-9


@given(POINTS)
def test_the_band_contains_the_score(rich, points):
    found = rich.potential(blend(points)).dropna()
    assert found["potential"].between(found["potential_low"], found["potential_high"]).all()
    assert found.min().min() >= 0 and found.max().max() <= 100


@given(POINTS, st.floats(0.01, 100))
def test_scaling_all_weights_changes_nothing(rich, points, factor):
    if min((p * factor for p in points if p), default=1) < 1e-6:
        return
    first, second = (rich.potential(blend([p * f for p in points])) for f in (1, factor))
    pd.testing.assert_frame_equal(first, second, rtol=0, atol=0.1 + 1e-9)  # a half may round to either side
    assert (first["potential"] - second["potential"]).abs().gt(1e-9).mean() < 0.02


@given(POINTS, st.sampled_from(POTENTIAL_DIMENSIONS), st.floats(0, 100))
def test_raising_a_dimension_never_lowers_the_potential(rich, points, name, rise):
    raised = rich.dimensions.assign(**{name: (rich.dimensions[name] + rise).clip(upper=100)})
    before = rich.potential(blend(points))["potential"]
    after = dataclasses.replace(rich, dimensions=raised).potential(blend(points))["potential"]
    assert (after - before).dropna().min() >= -1e-9


@settings(max_examples=12)  # each example scores a changed world
@given(st.sampled_from(SMALL), st.data(), st.floats(0, 1))
def test_a_better_figure_never_lowers_and_a_worse_never_raises_a_small_market(
    thin, thin_rich, with_figure, market, data, share
):
    values = indicator_scores(thin).value.loc[market].dropna()
    code = data.draw(st.sampled_from(sorted(values.index)))
    about = indicator_list(thin).loc[code]
    low = about["low"] if not np.isnan(about["low"]) else values[code] - 10
    high = about["high"] if not np.isnan(about["high"]) else max(values[code] * 10, 10)
    changed = low + share * (high - low)
    if about["log"] and changed <= 0:
        return
    better = (changed >= values[code]) == (about["direction"] == "higher")
    other = potential_parts(with_figure(market, code, changed), "USA")
    sign = 1 if better else -1
    assert (sign * (other.dimensions - thin_rich.dimensions).loc[market].dropna() >= -1e-9).all()
    before, after = (parts.potential(DEFAULT)["potential"] for parts in (thin_rich, other))
    assert np.isnan(before[market]) or sign * (after - before)[market] >= -1e-9
    assert after.drop(market).equals(before.drop(market))


def test_a_figure_well_inside_the_scale_of_a_big_market_moves_that_market_alone(thin, thin_rich, with_figure):
    """Between the 10th and 90th percentile a figure sets no end of the scale, whoever it belongs to."""
    known = indicator_scores(thin).value["wgi_rl"].dropna()
    assert wide(thin).at["ITA", "population"] > SCALING_POPULATION
    inside = known.quantile([0.2, 0.8])
    assert inside[0.2] < known["ITA"] < inside[0.8]
    worse, better = (potential_parts(with_figure("ITA", "wgi_rl", inside[q]), "USA") for q in (0.2, 0.8))
    low, middle, high = (parts.dimensions.at["ITA", "risk"] for parts in (worse, thin_rich, better))
    assert low < middle < high
    assert better.dimensions.drop(index="ITA").equals(thin_rich.dimensions.drop(index="ITA"))


@settings(max_examples=12)
@given(st.sampled_from(SMALL), st.data())
def test_a_missing_figure_is_never_a_zero(thin, thin_rich, with_figure, market, data):
    scores = thin_rich.scores.loc[market].dropna()
    code = data.draw(st.sampled_from(sorted(set(scores.index) & set(indicator_scores(thin).score))))
    name = next(name for name, codes in thin_rich.members.items() if code in codes)
    blank = potential_parts(with_figure(market, code, None), "USA")
    codes = list(thin_rich.members[name])
    rest = blank.scores.loc[market, codes].dropna()
    assert code not in rest.index
    assert blank.coverage[market] == pytest.approx(thin_rich.coverage[market] - 1 / 34)
    if len(rest) >= math.ceil(len(codes) / 2):
        assert blank.dimensions.at[market, name] == pytest.approx(rest.mean(), abs=0.05 + 1e-9)
        assert blank.low.at[market, name] <= thin_rich.low.at[market, name] + 1e-9
        assert blank.high.at[market, name] >= thin_rich.high.at[market, name] - 1e-9
    else:
        assert np.isnan(blank.dimensions.at[market, name])
    before, after = (parts.potential(DEFAULT).loc[market] for parts in (thin_rich, blank))
    if not np.isnan(after["potential"]):
        assert after["potential_low"] <= before["potential_low"] + 1e-9
        assert after["potential_high"] >= before["potential_high"] - 1e-9


def test_six_of_nine_dimensions_are_needed(rich):
    nothing = rich.dimensions.copy()
    nothing.loc["DEU", list(POTENTIAL_DIMENSIONS[:3])] = np.nan
    six = dataclasses.replace(rich, dimensions=nothing)
    assert six.potential(DEFAULT).at["DEU", "potential"] > 0
    nothing.loc["DEU", POTENTIAL_DIMENSIONS[3]] = np.nan
    assert np.isnan(dataclasses.replace(rich, dimensions=nothing).potential(DEFAULT).at["DEU", "potential"])
    assert NEEDED_DIMENSIONS == 6


def test_a_missing_dimension_widens_the_band(rich):
    blank = dataclasses.replace(
        rich, **{k: getattr(rich, k).assign(size=np.nan) for k in ("dimensions", "low", "high")}
    )
    before, after = rich.potential(DEFAULT).loc["DEU"], blank.potential(DEFAULT).loc["DEU"]
    width = [row["potential_high"] - row["potential_low"] for row in (before, after)]
    assert width[1] > width[0] + 15


def test_the_teams_own_evidence_counts_only_with_weight(reference, rich):
    team = pd.DataFrame({"own_demand": {"JPN": 100.0}, "competition": {"JPN": 400.0}})
    own = potential_parts(reference, "USA", team)
    assert own.potential(DEFAULT).equals(rich.potential(DEFAULT))
    assert own.dimensions.at["JPN", "competition"] == 100 and own.dimensions["own_demand"].notna().sum() == 1
    with_weight = Weights.of({"own_demand": 50})
    before, after = rich.potential(DEFAULT), own.potential(with_weight)
    assert after.at["JPN", "potential"] > before.at["JPN", "potential"]
    assert after.at["DEU", "potential"] == before.at["DEU", "potential"]  # unknown is left out...
    assert after.at["DEU", "potential_low"] < before.at["DEU", "potential_low"]  # ...and widens the band


def test_coverage_and_oldest_year(rich):
    assert rich.coverage["DEU"] > 0.9 and rich.coverage["ATA"] == 0
    assert 2000 < rich.oldest["DEU"] <= 2024 and np.isnan(rich.oldest["ATA"])


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("table", ["indicators", "indicator_list", "bilateral"])
def test_a_table_switched_off_leaves_gaps(table):
    rich = potential_parts(world(off=[table]), "USA")
    found = rich.potential(DEFAULT)["potential"]
    assert found.notna().sum() == 0 if table != "bilateral" else found.notna().sum() > 150
