"""Religion, ties and kilometres."""

import numpy as np
import pytest

from frameworks.culture.connections import pairs_with, proximity_part, religion_part, tie_flags, ties_part


def test_pairs_are_the_same_from_both_sides(reference):
    ahead, behind = pairs_with(reference, "USA").loc["MEX"], pairs_with(reference, "MEX").loc["USA"]
    assert ahead.drop("rta_since").equals(behind.drop("rta_since")) and ahead["contig"] == 1
    assert pairs_with(reference, "USA").index.equals(reference.markets)


def test_ties_of_well_known_pairs(reference):
    flags = tie_flags(pairs_with(reference, "DEU"))
    assert flags.loc["AUT", ["contig", "common_language", "common_currency"]].tolist() == [1, 1, 1]
    assert flags.loc["JPN", ["contig", "common_language", "common_currency"]].tolist() == [0, 0, 0]
    assert tie_flags(pairs_with(reference, "ESP")).at["MEX", "colony"] == 1
    assert set(np.unique(flags.to_numpy(float)[~flags.isna().to_numpy()])) <= {0.0, 1.0}


def test_more_ties_are_nearer(reference):
    ties = ties_part(reference, "DEU")
    assert ties["AUT"] > ties["FRA"] >= ties["GBR"] and ties["AUT"] > ties["JPN"]


def test_fewer_kilometres_are_nearer(reference):
    km, near = pairs_with(reference, "JPN")["dist_km"].dropna(), proximity_part(reference, "JPN").dropna()
    assert near.loc[km.sort_values().index].is_monotonic_decreasing
    assert near.between(0, 100).all() and near["KOR"] > near["BRA"]


def test_religion_is_the_share_in_common(reference):
    part = religion_part(reference, "TUR")
    assert part["TUN"] > 90 and part["TUN"] > part["NGA"] > part["KHM"]
    assert part.dropna().between(0, 100).all()


@pytest.mark.parametrize("home", ["ATA", "TWN"])
def test_a_home_without_figures_gets_gaps_not_zeros(reference, home):
    if home == "ATA":
        for part in (religion_part, ties_part, proximity_part):
            assert part(reference, home).isna().all()
    else:
        assert proximity_part(reference, home).notna().sum() > 150
