"""The affinity: parts that add up, bands that hold, gaps that cost confidence."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalog import world
from frameworks.culture.affinity import affinity_parts
from frameworks.weights import AFFINITY_PARTS, DEFAULT, PRESETS, Weights

POINTS = st.lists(st.floats(0, 100), min_size=5, max_size=5).filter(lambda points: sum(points) > 1)
ORDER = "ABCD"


def blend(points) -> Weights:
    return Weights.of(dict(zip(AFFINITY_PARTS, points, strict=True)))


@pytest.fixture(scope="module")
def usa(reference):
    return affinity_parts(reference, "USA")


@given(POINTS)
def test_the_total_is_the_shown_parts_times_the_weights(usa, points):
    scores = usa.scores(blend(points))
    parts = usa.parts.round(1)
    pd.testing.assert_frame_equal(parts, usa.parts)  # parts are already what is shown
    weights = pd.Series(points, AFFINITY_PARTS)
    counted = parts.notna().mul(weights).sum(axis=1)
    total = parts.mul(weights).sum(axis=1) / counted.where(counted > 0)
    known = scores["affinity"].notna()
    assert (scores["affinity"] - total)[known].abs().max() <= 0.05 + 1e-9
    assert (scores["affinity"] - scores["affinity"].round(1))[known].abs().max() < 1e-9


def test_by_default_the_total_is_exact_to_the_digit(usa):
    total = (usa.parts * pd.Series(dict(DEFAULT.affinity))).dropna().sum(axis=1) / 100
    shown = usa.scores(DEFAULT).loc[total.index, "affinity"]
    on_the_edge = ((total * 10) % 1).sub(0.5).abs() < 1e-6  # halves round to either side
    assert (shown - total.round(1))[~on_the_edge].abs().max() < 1e-9


def test_values_are_the_mean_of_the_shown_models(usa):
    mean = usa.models.round(1).mean(axis=1)
    known = mean.notna()
    assert np.allclose(usa.parts["values"][known], np.round(mean[known].to_numpy(), 1), atol=1e-9)
    assert usa.parts["values"][~known].isna().all()


@given(POINTS)
def test_the_band_contains_the_score(usa, points):
    scores = usa.scores(blend(points)).dropna(subset=["affinity"])
    assert scores["affinity"].between(scores["affinity_low"], scores["affinity_high"]).all()
    assert scores["affinity_low"].min() >= 0 and scores["affinity_high"].max() <= 100


@given(POINTS, st.floats(0.01, 100))
def test_scaling_all_weights_changes_nothing(usa, points, factor):
    if min((p * factor for p in points if p), default=1) < 1e-6 or max(points) * factor > 1e6:
        return
    first, second = usa.scores(blend(points)), usa.scores(blend([p * factor for p in points]))
    pd.testing.assert_frame_equal(first, second, rtol=0, atol=0.1 + 1e-9)  # a half may round to either side
    assert (first["affinity"] - second["affinity"]).abs().gt(1e-9).mean() < 0.02


@given(POINTS, st.sampled_from(AFFINITY_PARTS), st.floats(0, 100))
def test_raising_a_part_never_lowers_the_affinity(usa, points, part, rise):
    raised = usa.parts.assign(**{part: (usa.parts[part] + rise).clip(upper=100)})
    before, after = usa.scores(blend(points)), dataclasses.replace(usa, parts=raised).scores(blend(points))
    assert (after["affinity"] - before["affinity"]).dropna().min() >= -1e-9


@pytest.mark.parametrize("part", AFFINITY_PARTS[1:])
def test_a_missing_part_is_no_zero_and_no_gift(usa, part):
    whole = usa.parts.notna().all(axis=1)
    blank = dataclasses.replace(usa, parts=usa.parts.assign(**{part: np.nan}))
    before, after = usa.scores(DEFAULT)[whole], blank.scores(DEFAULT)[whole]
    rest = [name for name in AFFINITY_PARTS if name != part]
    weights = np.array([DEFAULT.affinity[name] for name in rest])
    mean = usa.parts.loc[whole, rest].to_numpy() @ weights / weights.sum()
    assert np.abs(after["affinity"].to_numpy() - mean).max() <= 0.05 + 1e-9
    assert (after["affinity_low"] <= before["affinity_low"]).all()
    assert (after["affinity_high"] >= before["affinity_high"]).all()
    grade = [frame["affinity_confidence"].map(ORDER.index) for frame in (before, after)]
    assert (grade[1] >= grade[0]).all() and (grade[1] > grade[0])[grade[0] < 2].all()


def test_without_a_values_model_there_is_no_affinity(usa):
    scores = usa.scores(DEFAULT)
    nothing = usa.models.isna().all(axis=1)
    assert nothing.any()
    assert scores.loc[nothing, ["affinity", "affinity_low", "affinity_high"]].isna().all().all()
    assert (scores.loc[nothing, "affinity_confidence"] == "D").all()
    assert scores.loc[~nothing, "affinity"].notna().all()


def test_weights_on_nothing_known_give_no_score_and_grade_d(usa):
    religion_only = blend([0, 0, 1, 0, 0])
    scores = usa.scores(religion_only)
    unknown = usa.parts["religion"].isna()
    assert unknown.any() and scores.loc[unknown, "affinity"].isna().all()
    assert (scores.loc[unknown, "affinity_confidence"] == "D").all()


def test_grades_follow_the_number_of_measured_models(usa):
    measured = (usa.basis == "measured").sum(axis=1)
    grade = usa.scores(DEFAULT)["affinity_confidence"]
    assert (measured[grade == "A"] >= 3).all() and usa.recent[grade == "A"].all()
    assert (measured[grade == "B"] >= 2).all()
    assert grade["CAN"] == "A" and grade["DEU"] == "B"  # two of Germany's four samples are West Germany's


def test_affinity_is_symmetric_in_every_part_but_language(reference, usa):
    back = affinity_parts(reference, "JPN")
    for part in ("values", "religion", "ties", "proximity"):
        assert usa.parts.at["JPN", part] == back.parts.at["USA", part]


def test_estimates_never_raise_the_confidence_above_c(estimated):
    emirates = affinity_parts(estimated, "ARE").scores(DEFAULT)
    assert set(emirates["affinity_confidence"]) == {"C", "D"}


def test_a_home_with_too_few_dimensions_is_a_home_without_culture_data(reference):
    for home in ("ARE", "SAU"):  # Saudi Arabia has two of Hofstede's six dimensions
        near = affinity_parts(reference, home)
        assert near.models.shape[1] == 0
        assert near.scores(DEFAULT)["affinity"].isna().all()


def test_every_part_switched_off_leaves_a_gap_and_not_a_crash():
    near = affinity_parts(world(off=["religion", "bilateral", "linguistic_distance"]), "USA")
    assert near.parts.drop(columns="values").isna().all().all()
    scores = near.scores(DEFAULT)
    assert scores.at["CAN", "affinity"] == near.parts.at["CAN", "values"]
    assert scores.at["CAN", "affinity_confidence"] == "C"
    assert scores.at["CAN", "affinity_low"] < 55 and scores.at["CAN", "affinity_high"] > 95


def test_culture_alone_leaves_kilometres_out(usa):
    moved = dataclasses.replace(usa, parts=usa.parts.assign(proximity=0.0, ties=0.0))
    alone = PRESETS["culture_alone"]
    assert usa.scores(alone)["affinity"].equals(moved.scores(alone)["affinity"])
