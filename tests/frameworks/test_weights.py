"""Weights: what is taken, what is refused and how sliders give way."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.weights import (
    AFFINITY_BLOCKS,
    AFFINITY_PARTS,
    CRITERIA,
    DEFAULT,
    POTENTIAL_BLOCKS,
    POTENTIAL_DIMENSIONS,
    PRESETS,
    WeightError,
    Weights,
    by_block,
    rebalance,
    with_blocks,
)


def test_the_default_blend():
    assert dict(DEFAULT.affinity) == {"values": 45, "language": 20, "religion": 10, "ties": 5, "proximity": 20}
    assert by_block(DEFAULT.potential, POTENTIAL_BLOCKS) == {"demand": 50, "access": 25, "reach": 25}
    assert DEFAULT.balance == 50


def test_every_preset_adds_up_and_culture_alone_leaves_ties_and_kilometres_out():
    for name, preset in PRESETS.items():
        if name != "equal":
            assert sum(preset.affinity.values()) == 100, name
            assert sum(preset.potential.values()) == 100, name
    alone = PRESETS["culture_alone"].affinity
    assert (alone["values"], alone["language"], alone["religion"]) == (60, 25, 15)
    assert alone["ties"] == alone["proximity"] == 0
    assert len(set(PRESETS["equal"].potential.values()) - {0.0}) == 1


def test_a_flat_mapping_changes_only_what_it_names_and_reads_back():
    weights = Weights.of({"size": 40, "balance": 70})
    assert weights.potential["size"] == 40 and weights.potential["growth"] == 10 and weights.balance == 70
    assert Weights.of(weights.flat()) == weights
    assert Weights.of(None) == DEFAULT and Weights.of(weights) is weights


@pytest.mark.parametrize("value", [-1, -1e-9, math.nan, math.inf, -math.inf, "much", None, [], 1e300])
def test_points_that_are_no_number_in_range_are_refused_by_name(value):
    with pytest.raises(WeightError, match="^the weight of size must be a number"):
        Weights.of({"size": value})


@pytest.mark.parametrize(
    "given_weights, said",
    [
        ({"luck": 3}, "unknown criterion 'luck'"),
        (dict.fromkeys(AFFINITY_PARTS, 0), "all affinity weights are zero"),
        (dict.fromkeys(POTENTIAL_DIMENSIONS, 0), "all potential weights are zero"),
        (dict.fromkeys(AFFINITY_PARTS, 5e-324), "all affinity weights are zero"),
        ({"balance": 101}, "balance must lie between 0"),
        ({"balance": math.nan}, "the weight of balance must be a number"),
        ([50, 50], "weights must map criteria to points, not be list"),
        ("size", "weights must map criteria to points, not be str"),
    ],
)
def test_weights_that_cannot_rank_are_refused_in_one_sentence(given_weights, said):
    with pytest.raises(WeightError, match=said) as caught:
        Weights.of(given_weights)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 400


def test_an_unknown_criterion_is_refused_on_its_axis_whatever_its_kind():
    with pytest.raises(WeightError, match="unknown criterion 7 on the affinity axis"):
        Weights(affinity={7: 1.0, "values": 1.0})
    assert issubclass(WeightError, ValueError)


def test_weights_cannot_be_changed_in_place():
    with pytest.raises(TypeError):
        DEFAULT.affinity["values"] = 0  # type: ignore[index]


POINTS = st.fixed_dictionaries({name: st.floats(0, 100) for name in AFFINITY_PARTS})


PARTS = st.sampled_from(AFFINITY_PARTS)


@given(POINTS, PARTS, st.floats(-10, 200), st.sets(PARTS, max_size=2))
def test_after_a_move_the_sum_is_100_and_locked_ones_stay(points, changed, value, locked):
    total = sum(points.values())
    points = {name: 100 * p / total if total > 1e-3 else 20.0 for name, p in points.items()}
    moved = rebalance(points, changed, value, frozenset(locked))
    assert sum(moved.values()) == pytest.approx(100)
    assert min(moved.values()) >= -1e-9
    assert all(moved[name] == points[name] for name in locked - {changed})


def test_blocks_keep_their_inner_proportions_and_an_empty_one_takes_the_defaults():
    new = with_blocks(DEFAULT.affinity, AFFINITY_BLOCKS, {"culture": 10, "speech": 20, "connections": 70})
    assert new == pytest.approx({"values": 10, "language": 20, "religion": 20, "ties": 10, "proximity": 40})
    empty = {**new, "religion": 0, "ties": 0, "proximity": 0}
    again = with_blocks(empty, AFFINITY_BLOCKS, {"culture": 45, "speech": 20, "connections": 35})
    assert again == pytest.approx(dict(DEFAULT.affinity))


def test_no_criterion_stands_on_both_axes():
    assert len(CRITERIA) == len(set(CRITERIA)) == 16
