"""The cohort matrix: known by hand, and the same as pandas makes it of any orders."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameworks.kpi import Where, compile_cohorts
from frameworks.labels import Sentence

COSTS = {"goods_share": 0.25, "payment_share": 0.5, "fulfilment_per_order": 1.0}
SOLD = ("paid", "refunded", "partially_refunded")


def matrix(shop, by=(), where=None, costs=COSTS, **more):
    sql, parameters = compile_cohorts(by, where, costs=costs, **more)
    return shop.con.execute(sql, list(parameters)).df()


def test_the_small_shop_by_hand(shop):
    # A first in January, again in February; B first in January, again in April; C in February.
    found = matrix(shop, costs={"goods_share": 0.4, "payment_share": 0.02, "fulfilment_per_order": 5})
    assert found[["months", "customers"]].to_numpy().tolist() == [[0, 2], [1, 1], [3, 1], [0, 1]]
    assert found["cohort"].dt.month.tolist() == [1, 1, 1, 2]
    assert found["revenue"].tolist() == [119 + 59.5, 60, 238, 0]
    assert found["margin"].tolist() == pytest.approx([51 + 23.81, 25, 110.24, -6])


def test_market_and_channel_are_those_of_the_first_order(shop):
    # A bought first in Germany through paid search, then in France by e-mail: both count for Germany.
    found = matrix(shop, ("market", "channel"), {"channel": "paid_search", "market": "DEU"})
    assert found[["months", "market", "channel", "customers", "revenue"]].to_numpy().tolist() == [
        [0, "DEU", "paid_search", 1, 119.0], [1, "DEU", "paid_search", 1, 60.0],
    ]  # fmt: skip
    assert matrix(shop, where={"market": "FRA"}).empty
    assert matrix(shop, "group", groups={"DEU": "near"})["group"].fillna("-").tolist() == ["near", "near", "near", "-"]


def test_the_period_bounds_the_first_order(shop):
    found = matrix(shop, where=Where(start="2025-02-01", end="2025-02-28"))
    assert found[["months", "customers"]].to_numpy().tolist() == [[0, 1]]


def test_without_the_cost_of_goods_there_is_no_margin(shop):
    assert matrix(shop, costs={})["margin"].isna().all()


def test_a_split_it_does_not_know_is_refused():
    with pytest.raises(Sentence, match="Cannot split cohorts by month"):
        compile_cohorts("month")


COLUMNS = ["ordered_at", "market", "currency", "gross", "tax", "refunded", "fees", "status", "customer_key"]
ORDERS = st.lists(
    st.tuples(
        st.datetimes(dt.datetime(2024, 12, 1), dt.datetime(2025, 6, 1)).map(lambda at: at.replace(microsecond=0)),
        st.sampled_from(["DEU", "FRA", None]),
        st.sampled_from(["EUR", "EUR", "USD"]),
        st.integers(0, 900).map(float),
        st.sampled_from([None, 0.0, 10.0]),
        st.sampled_from([None, 0.0, 3.0]),
        st.sampled_from([None, 2.0]),
        st.sampled_from([*SOLD, None, "cancelled"]),
        st.sampled_from([*"ABCDE", None]),
    ),
    max_size=40,
)


def by_pandas(rows):
    """Return the matrix as one would in pandas, from the definitions and not from the query."""
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame["ordered_at"] = pd.to_datetime(frame["ordered_at"])
    frame = frame[frame["status"].isna() | frame["status"].isin(SOLD)]
    frame = frame[frame["customer_key"].notna()].copy()
    euros = np.where(frame["currency"] == "USD", 0.5, 1.0)
    for column in ("gross", "tax", "refunded", "fees"):
        frame[column] = frame[column].astype(float) * euros
    frame["revenue"] = frame["gross"] - frame["refunded"].fillna(0)
    part = (1 - frame["tax"].fillna(0) / frame["gross"].where(frame["gross"] != 0)).fillna(1)
    frame["margin"] = frame["revenue"] * part * 0.75 - frame["fees"].fillna(0.5 * frame["gross"]) - 1
    month = frame["ordered_at"].dt.to_period("M")
    first = month.groupby(frame["customer_key"]).transform("min")
    frame["cohort"] = first.dt.to_timestamp()
    frame["months"] = [(a - b).n for a, b in zip(month, first, strict=True)]
    grouped = frame.groupby(["cohort", "months"], as_index=False)
    return grouped.agg(customers=("customer_key", "nunique"), revenue=("revenue", "sum"), margin=("margin", "sum"))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ORDERS)
def test_whatever_the_orders_pandas_agrees(empty, rows):
    empty.con.execute("DELETE FROM orders")
    empty.fill("orders", ", ".join(COLUMNS), rows)
    found, wanted = matrix(empty), by_pandas(rows)
    assert len(found) == len(wanted)
    for column in ("months", "customers", "revenue", "margin"):
        assert found[column].tolist() == pytest.approx(wanted[column].tolist(), rel=1e-9, abs=1e-9)
    assert found["cohort"].tolist() == wanted["cohort"].tolist()
