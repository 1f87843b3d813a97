"""Rows without a key, and keys that come twice in one file."""

from __future__ import annotations

import pandas as pd
import pytest

from data.warehouse import Warehouse


@pytest.fixture
def warehouse(tmp_path):
    return Warehouse(tmp_path)


def test_of_a_key_that_comes_twice_in_a_file_the_last_row_counts_and_it_is_said(warehouse):
    frame = pd.DataFrame({"order_id": ["1", "2", "1", "1"], "status": ["pending", "paid", "pending", "paid"]})
    warehouse.append_frames({"orders": frame})
    found = warehouse.query("SELECT order_id, status FROM orders ORDER BY order_id")
    assert found.to_dict("list") == {"order_id": ["1", "2"], "status": ["paid", "paid"]}
    report = warehouse.uploads()[0].report
    assert (report["rows_read"], report["rows_kept"], report["rows_merged"]) == (4, 2, 2)
    assert report["records"] == {"orders": 2}


def test_rows_without_an_identifier_are_all_kept_and_known_again(warehouse):
    frame = pd.DataFrame({"response_id": [None, None, None, "7"], "kind": "nps", "score": [9, 9, 3, 1]})
    for _ in range(2):
        warehouse.append_frames({"surveys": frame})
        assert sorted(warehouse.query("SELECT score FROM surveys")["score"]) == [1, 3, 9, 9]
    warehouse.append_frames({"reviews": pd.DataFrame({"rating": [5, 5, 4]})})
    assert warehouse.present()["reviews"] == 3
    assert warehouse.query("SELECT review_id FROM reviews")["review_id"].is_unique


def test_nothing_without_a_customer_is_made_one(warehouse):
    frame = pd.DataFrame({"customer_key": [None, None, "k"], "at": ["2026-01-01"] * 3, "channel_said": "mail"})
    warehouse.append_frames({"touchpoints": frame})
    warehouse.append_frames({"touchpoints": frame})
    assert warehouse.query("SELECT count(*) AS n, count(customer_key) AS k FROM touchpoints").values.tolist() == [
        [3, 1]
    ]


def test_each_upload_knows_its_days(warehouse):
    frame = pd.DataFrame({"order_id": ["1", "2", "3"], "ordered_at": ["2026-01-05 10:00", None, "2026-02-01 23:59"]})
    warehouse.append_frames({"orders": frame})
    (upload,) = warehouse.uploads()
    assert (upload.first_day.isoformat(), upload.last_day.isoformat()) == ("2026-01-05", "2026-02-01")
