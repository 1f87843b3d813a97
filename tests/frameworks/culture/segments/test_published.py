"""Agreement with published groups: reported, and zones marked where readings of the map differ."""

import pytest

from data.catalog import world
from frameworks.culture.segments.published import ZONES, comparison, zones
from frameworks.culture.segments.segmentation import segmentation
from frameworks.culture.segments.space import space
from frameworks.kpi.cultural_groups import CLUSTERS, by_cluster

ALL = ("hofstede", "globe", "schwartz", "world_values")


@pytest.fixture(scope="module")
def made(reference):
    return segmentation(space(reference, ALL), "medoids", 3)


def test_agreement_with_globe_has_an_interval_above_chance(reference, made):
    found = comparison(made, by_cluster(reference).set_index("market")["group"].to_dict())
    assert found.agreement.markets == 50 and found.outside == len(made.frame) - 50
    assert 0 < found.agreement.low < found.agreement.index < found.agreement.high < 1
    assert found.agreement.index == pytest.approx(0.233, abs=0.002)
    assert found.table.to_numpy().sum() == 50 and set(found.table.index) <= set(CLUSTERS)


def test_a_grouping_agrees_with_itself(made):
    found = comparison(made, made.frame["segment"].to_dict())
    assert (found.agreement.index, found.agreement.low, found.agreement.high) == (1, 1, 1)


def test_zones_cover_the_world_values_and_tell_where_readings_differ(reference):
    table = reference.table("value_zones")
    assert set(table["zone"]) == set(ZONES)
    assert set(table.loc[table["checked"] == "no", "iso3"]) == {"DOM", "IRL", "MLT", "ZMB"}
    assert set(zones(reference)) == set(reference.table("world_values")["iso3"])
    assert set(table.loc[table["borderline"] == "yes", "iso3"]) >= {"EST", "GRC", "ISR", "VNM", "ZAF"}


def test_switched_off_there_is_nothing_to_compare(made):
    off = world(off=["value_zones"])
    assert zones(off) == {}
    assert comparison(made, zones(off)).agreement is None
    assert comparison(made, zones(off)).table.empty
