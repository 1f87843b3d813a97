"""Groups of markets: the published clusters, and thirds of nearness."""

from __future__ import annotations

import pandas as pd

from data.catalog import world
from frameworks.kpi.cultural_groups import AFFINITY_GROUPS, CLUSTERS, by_affinity, by_cluster


def test_the_ten_published_clusters_and_some_members():
    groups = by_cluster(world()).set_index("market")["group"]
    assert set(groups) == set(CLUSTERS)
    assert (groups["GBR"], groups["SWE"], groups["JPN"], groups["MEX"]) == (
        "Anglo", "Nordic Europe", "Confucian Asia", "Latin America"
    )  # fmt: skip


def test_a_sample_published_in_parts_stands_in():
    assert by_cluster(world()).set_index("market").at["DEU", "group"] == "Germanic Europe"


def test_without_the_table_there_are_no_groups():
    assert by_cluster(world(off=("globe",))).empty


def test_thirds_of_the_world_with_home_apart():
    affinity = pd.Series({"USA": float("nan"), "AAA": 90.0, "BBB": 50.0, "CCC": 10.0, "DDD": None})
    groups = by_affinity(affinity, "USA").set_index("market")["group"]
    assert groups.to_dict() == {"USA": "home", "AAA": "near", "BBB": "middle", "CCC": "far", "DDD": "unknown"}
    assert set(groups) <= set(AFFINITY_GROUPS)


def test_nothing_known_is_said_to_be_unknown():
    assert set(by_affinity(pd.Series({"AAA": float("nan")}), "USA")["group"]) == {"home", "unknown"}
