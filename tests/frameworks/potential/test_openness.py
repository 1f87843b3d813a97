"""Openness to one home market."""

import pytest

from frameworks.potential.openness import AGREEMENT_STEPS, PAIR_INDICATORS, openness_to_home


def test_three_pair_scores_of_a_customs_union(reference):
    found = openness_to_home(reference, "DEU")
    assert tuple(found.columns) == PAIR_INDICATORS
    assert found.loc["AUT"].tolist() == [100, 100, 100]
    assert found.at["JPN", "home_currency"] == 0
    assert found.at["JPN", "home_hours"] == pytest.approx(100 * (1 - 8 / 12), abs=0.05)


def test_agreements_step_up_evenly(reference):
    assert list(AGREEMENT_STEPS.values()) == [0, 25, 50, 75, 100]
    assert set(reference.table("bilateral")["rta_type"]) <= set(AGREEMENT_STEPS) | {""}
    assert openness_to_home(reference, "USA").at["MEX", "home_agreement"] == 75


def test_unknown_is_missing(reference):
    assert openness_to_home(reference, "USA").loc["ATA"].isna().all()
