"""Own demand on counts small enough to check by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.potential.own_demand import own_demand


def test_home_is_one_hundred_and_the_rest_follow_the_logarithm():
    scores = own_demand(pd.DataFrame({"orders": {"USA": 999, "CAN": 9, "DEU": 99}}), "USA")
    # ln 10 / ln 1000 = 1/3 and ln 100 / ln 1000 = 2/3
    assert scores.to_dict() == {"USA": 100.0, "CAN": pytest.approx(33.3), "DEU": pytest.approx(66.7)}


def test_orders_and_visits_count_alike():
    counts = pd.DataFrame({"orders": {"USA": 999, "CAN": 9}, "sessions": {"USA": 9999, "CAN": 99}})
    # mean of 1/3 and 1/2
    assert own_demand(counts, "USA")["CAN"] == pytest.approx(41.7)


def test_no_visits_is_a_zero_but_no_orders_is_not_known():
    counts = pd.DataFrame({"orders": {"USA": 99, "FRA": 9}, "sessions": {"USA": 999, "PER": 9}})
    scores = own_demand(counts, "USA")
    assert scores["FRA"] == pytest.approx((50 + 0) / 2)
    assert scores["PER"] == pytest.approx(33.3)
    only_orders = own_demand(pd.DataFrame({"orders": {"USA": 99, "FRA": np.nan}}), "USA")
    assert "FRA" not in only_orders


def test_a_team_without_sales_at_home_is_measured_against_its_largest_market():
    assert own_demand(pd.DataFrame({"orders": {"DEU": 99, "FRA": 9}}), "USA").to_dict() == {"DEU": 100.0, "FRA": 50.0}


@pytest.mark.parametrize("counts", [pd.DataFrame(), pd.DataFrame({"orders": {"USA": 0.0}})])
def test_nothing_to_go_by_says_nothing(counts):
    assert own_demand(counts, "USA").empty


@given(st.dictionaries(st.sampled_from(["DEU", "FRA", "JPN"]), st.integers(0, 10**7)), st.integers(1, 10**6))
def test_another_market_never_moves_this_one(others, mine):
    counts = {"USA": 1000, "CAN": mine}
    alone = own_demand(pd.DataFrame({"orders": counts}), "USA")["CAN"]
    among = own_demand(pd.DataFrame({"orders": counts | others}), "USA")["CAN"]
    assert alone == among and 0 <= alone <= 100
