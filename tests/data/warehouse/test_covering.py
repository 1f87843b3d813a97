"""A day that two reports of one account tell of counts once."""

from __future__ import annotations

import pandas as pd
import pytest

from data.warehouse import Warehouse


@pytest.fixture
def warehouse(tmp_path):
    return Warehouse(tmp_path)


def visits(warehouse, *rows, account="", **columns):
    """Add a report: (first day, last day, visits) and more columns; return its number."""
    frame = pd.DataFrame(rows, columns=["period_start", "period_end", "sessions", *columns.get("names", ())])
    frame["day"] = frame["period_start"].where(frame["period_start"] == frame["period_end"])
    return warehouse.append_frames({"sessions": frame}, platform="ga4", account=account).import_id


def total(warehouse, table="sessions", column="sessions"):
    return warehouse.query(f"SELECT coalesce(sum({column}), 0) AS n FROM {table}")["n"][0]


DAYS = [(f"2026-01-{day:02}", f"2026-01-{day:02}", 10) for day in range(1, 32)]
MONTH = ("2026-01-01", "2026-01-31", 310)


def test_a_total_of_days_that_are_there_is_set_aside_and_said(warehouse):
    visits(warehouse, *DAYS)
    number = visits(warehouse, MONTH)
    assert total(warehouse) == 310
    upload = warehouse.uploads()[0]
    assert (upload.import_id, upload.rows, upload.state) == (number, 0, "active")
    assert (upload.report["rows_kept"], upload.report["rows_set_aside"]) == (0, 1)
    assert upload.report["records"] == {"sessions": 0}
    assert "count once" in upload.report["reasons"][0]["reason"]["template"]


def test_when_the_earlier_report_is_taken_out_the_later_one_counts(warehouse):
    days = visits(warehouse, *DAYS[:10])
    visits(warehouse, MONTH)
    assert total(warehouse) == 100
    warehouse.undo(days)
    assert total(warehouse) == 310
    warehouse.restore(days)
    assert total(warehouse) == 100
    warehouse.erase(days)
    assert total(warehouse) == 310


def test_only_what_overlaps_is_set_aside(warehouse):
    visits(warehouse, MONTH)
    visits(warehouse, *DAYS[-2:], ("2026-02-01", "2026-02-01", 7))
    assert total(warehouse) == 317


def test_the_same_report_later_replaces_its_days(warehouse):
    first = visits(warehouse, *DAYS)
    visits(warehouse, *[(start, end, 11) for start, end, _ in DAYS[20:]], ("2026-02-01", "2026-02-01", 5))
    assert total(warehouse) == 200 + 121 + 5
    warehouse.undo(first)
    assert total(warehouse) == 126


def test_one_report_by_country_and_one_by_channel_count_once(warehouse):
    visits(
        warehouse,
        ("2026-01-01", "2026-01-01", 6, "Germany"),
        ("2026-01-01", "2026-01-01", 4, "France"),
        names=["market_said"],
    )
    visits(
        warehouse,
        ("2026-01-01", "2026-01-01", 7, "Email"),
        ("2026-01-01", "2026-01-01", 3, "Direct"),
        names=["channel_said"],
    )
    assert total(warehouse) == 10


def test_rows_split_further_than_the_key_tells_all_count(warehouse):
    visits(warehouse, ("2026-01-01", "2026-01-01", 6), ("2026-01-01", "2026-01-01", 4))
    assert total(warehouse) == 10
    visits(warehouse, ("2026-01-01", "2026-01-01", 8), ("2026-01-01", "2026-01-01", 4))
    assert total(warehouse) == 12


def test_reports_of_other_accounts_and_of_other_campaigns_stand_beside(warehouse):
    visits(warehouse, *DAYS)
    visits(warehouse, MONTH, account="second shop")
    assert total(warehouse) == 620
    spend = {"period_start": ["2026-01-01"], "period_end": ["2026-01-31"], "campaign": ["spring"], "spend": [50]}
    warehouse.append_frames({"spend": pd.DataFrame(spend)}, platform="meta")
    daily = {"period_start": ["2026-01-02"] * 2, "period_end": ["2026-01-02"] * 2, "campaign": ["spring", "summer"]}
    warehouse.append_frames({"spend": pd.DataFrame({**daily, "spend": [5, 7]})}, platform="meta")
    assert total(warehouse, "spend", "spend") == 57
