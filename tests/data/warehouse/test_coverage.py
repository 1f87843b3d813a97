"""What the warehouse holds at a glance, and how far customers match across sources."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from data.warehouse import Warehouse
from data.warehouse.coverage import Coverage, coverage, matched
from frameworks.kpi.where import Where


@pytest.fixture
def warehouse(tmp_path):
    return Warehouse(tmp_path, salt=b"salt")


def orders(*rows: tuple[str, str, str, str | None, str | None]) -> dict[str, pd.DataFrame]:
    frame = pd.DataFrame(rows, columns=["order_id", "ordered_at", "market", "channel", "customer_key"])
    return {
        "orders": frame.assign(ordered_at=pd.to_datetime(frame["ordered_at"]), currency="EUR", gross=10, status="paid")
    }


def test_an_empty_warehouse_covers_nothing(warehouse):
    found = coverage(warehouse)
    assert found.span is None
    assert (found.markets, found.channels, found.currencies, found.sources) == ((), (), (), ())
    assert matched(warehouse).rate is None


def test_what_occurs_most_comes_first_and_unknown_is_left_out(warehouse):
    warehouse.append_frames(
        orders(("1", "2026-01-02", "DEU", "email", "a"), ("2", "2026-01-05", "DEU", None, "b"),
               ("3", "2026-02-01", "AUT", "direct", None), ("4", "2026-02-01", None, "direct", None)),
        platform="shopify",
    )  # fmt: skip
    found = coverage(warehouse)
    assert found.spans == {"orders": (dt.date(2026, 1, 2), dt.date(2026, 2, 1))}
    assert found.markets == ("DEU", "AUT")
    assert found.channels == ("direct", "email")
    assert found.currencies == ("EUR",)
    assert found.sources == ("shopify",)


def test_a_period_report_reaches_to_its_last_day(warehouse):
    sessions = pd.DataFrame(
        {
            "period_start": [dt.date(2026, 3, 1)], "period_end": [dt.date(2026, 3, 31)], "market": ["FRA"],
            "market_said": ["France"], "sessions": [5.0],
        }
    )  # fmt: skip
    warehouse.append_frames({"sessions": sessions}, platform="ga4")
    assert coverage(warehouse).span == (dt.date(2026, 3, 1), dt.date(2026, 3, 31))


def test_customers_match_by_key_across_sources(warehouse):
    warehouse.append_frames(
        orders(
            ("1", "2026-01-02", "DEU", None, "a"),
            ("2", "2026-01-05", "DEU", None, "a"),
            ("3", "2026-01-05", "DEU", None, "b"),
        ),
        platform="shopify",
    )
    alone = matched(warehouse)
    assert (alone.customers, alone.matched, alone.sources, alone.rate) == (2, 0, ("shopify",), None)
    tickets = pd.DataFrame(
        {"ticket_id": ["t1", "t2"], "customer_key": ["b", "c"], "opened_at": pd.to_datetime(["2026-01-06"] * 2)}
    )
    warehouse.append_frames({"tickets": tickets}, platform="zendesk")
    both = matched(warehouse)
    assert (both.customers, both.matched, both.sources) == (3, 1, ("shopify", "zendesk"))
    assert both.rate == pytest.approx(1 / 3)


JUNE, MAY = (dt.date(2026, 6, 1), dt.date(2026, 6, 30)), (dt.date(2026, 5, 10), dt.date(2026, 6, 15))


@pytest.mark.parametrize(
    ("tables", "asked", "counted"),
    [
        (("orders", "spend"), JUNE, (JUNE[0], MAY[1])),  # spend ends in the middle of the month
        (("orders", "spend"), (None, None), (JUNE[0], MAY[1])),
        (("orders", "order_lines"), JUNE, JUNE),  # lines have no day of their own
        (("orders",), (dt.date(2026, 1, 1), None), (dt.date(2026, 1, 1), None)),
        (("orders", "spend"), (dt.date(2026, 6, 20), JUNE[1]), (dt.date(2026, 6, 20), JUNE[1])),  # no day in common
        (("orders", "tickets"), JUNE, JUNE),  # two files that never met
    ],
)
def test_a_figure_of_two_tables_counts_the_days_that_both_reach(tables, asked, counted):
    found = Coverage({"orders": JUNE, "spend": MAY, "tickets": (dt.date(2025, 1, 1), dt.date(2025, 2, 1))})
    where = found.within(Where(*asked, markets=("DEU",)), tables)
    assert (where.start, where.end, where.markets) == (*counted, ("DEU",))
