"""Cuts and quadrants."""

import numpy as np
import pytest

from frameworks.scoring.matrix import MEANINGS, NAMES, QUADRANTS, Cuts, median_cuts, quadrants

NAN = np.nan


def test_cuts_are_the_medians_of_markets_with_both_scores():
    affinity = np.array([10, 20, 30, NAN, 99])
    potential = np.array([50, 60, 90, 1, NAN])
    assert median_cuts(affinity, potential) == Cuts(20, 60)


def test_cuts_without_any_affinity_halve_the_potential_alone():
    assert median_cuts(np.array([NAN, NAN, NAN]), np.array([40, 60, NAN])) == Cuts(50, 50)
    assert median_cuts(np.array([NAN]), np.array([NAN])) == Cuts(50, 50)
    assert median_cuts(np.array([]), np.array([])) == Cuts(50, 50)


@pytest.mark.parametrize(
    "affinity, potential, name",
    [
        (50, 50, "lead"), (49.9, 50, "adapt"), (50, 49.9, "niche"), (0, 0, "later"),
        (NAN, 90, "unknown"), (90, NAN, "unknown"),
    ],
)  # fmt: skip
def test_a_market_on_a_cut_counts_as_high_and_a_missing_score_as_unknown(affinity, potential, name):
    assert quadrants(np.array([affinity]), np.array([potential]), Cuts(50, 50)).tolist() == [name]


def test_every_quadrant_has_a_name_and_a_meaning():
    assert set(NAMES) == set(MEANINGS) == {*QUADRANTS, "unknown"}
