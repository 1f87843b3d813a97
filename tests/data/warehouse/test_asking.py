"""What is there, and that a question cannot change it."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from data.warehouse import Warehouse, WarehouseError


@pytest.fixture
def warehouse(tmp_path):
    return Warehouse(tmp_path)


def test_an_empty_warehouse_says_so(warehouse):
    assert (warehouse.present(), warehouse.span(), warehouse.currencies()) == ({}, None, ())
    assert warehouse.unconverted().columns.tolist() == ["currency", "rows", "amount", "table"]
    assert warehouse.matches().empty


def test_the_span_reaches_over_every_table(warehouse):
    warehouse.append_frames({"orders": pd.DataFrame({"order_id": ["1"], "ordered_at": ["2026-02-01 23:00"]})})
    warehouse.append_frames({"sessions": pd.DataFrame({"period_start": ["2026-01-01"], "period_end": ["2026-03-31"]})})
    assert warehouse.span() == (date(2026, 1, 1), date(2026, 3, 31))
    assert warehouse.present() == {"orders": 1, "sessions": 1}


def test_customers_that_two_sources_know_are_matched(warehouse):
    for platform, keys in (("shopify", ["a", "b", "b", None]), ("zendesk", ["b", "c"])):
        frame = pd.DataFrame({"order_id": [f"{platform}{n}" for n in range(len(keys))], "customer_key": keys})
        warehouse.append_frames({"orders": frame}, platform=platform)
    assert warehouse.matches().values.tolist() == [["shopify", 2, 1], ["zendesk", 2, 1]]


@pytest.mark.parametrize(
    "sql",
    ["DELETE FROM orders", "SELECT 1; DROP TABLE orders", "COPY orders TO '/tmp/x'", "ATTACH 'x' AS y", "nonsense"],
)
def test_only_a_select_can_be_asked(warehouse, sql):
    warehouse.append_frames({"orders": pd.DataFrame({"order_id": ["1"]})})
    with pytest.raises(WarehouseError):
        warehouse.query(sql)
    assert warehouse.present() == {"orders": 1}


def test_values_are_bound(warehouse):
    assert warehouse.query("SELECT ? AS said", ["'; DROP TABLE orders; --"])["said"].tolist() == [
        "'; DROP TABLE orders; --"
    ]


def test_unpaid_orders_and_other_markets_are_not_disclosed_as_unconverted(warehouse):
    frame = pd.DataFrame(
        {"order_id": list("1234"), "ordered_at": "2026-01-01", "gross": [1, 2, 4, 0], "currency": "AED",
         "status": ["paid", "pending", None, "paid"], "market": ["ARE", "ARE", "SAU", "ARE"]}
    )  # fmt: skip
    warehouse.append_frames({"orders": frame})
    assert warehouse.unconverted()["amount"].tolist() == [5]
    assert warehouse.unconverted({"market": ["SAU"]})["amount"].tolist() == [4]
    assert warehouse.unconverted({"market": [None]}).empty
