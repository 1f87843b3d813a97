"""Of the tables of one file only those are read that count nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.ingest.choosing import Choice, beside, choose, sample_of
from data.ingest.layouts import ALL
from data.ingest.model import Sheet


@pytest.fixture
def sheet(tmp_path):
    def make(headers: str, *rows: str, title: str = "", preamble: tuple[str, ...] = ()) -> Sheet:
        path = Path(tmp_path) / f"{len(list(tmp_path.iterdir()))}.csv"
        path.write_text("\n".join([headers, *rows]) + "\n", encoding="utf-8")
        return Sheet(path, tuple(headers.split(",")), 2, title=title, preamble=preamble)

    return make


def test_the_report_by_country_is_read_and_its_days_give_the_period(sheet):
    metrics = "Clicks,Impressions,CTR,Position"
    found = choose([
        sheet(f"Top queries,{metrics}", "scarf,5,50,10%,1", title="Queries"),
        sheet(f"Country,{metrics}", "Germany,7,70,10%,1", title="Countries"),
        sheet(f"Date,{metrics}", "2026-10-03,3,30,10%,1", "2026-10-01,4,40,10%,1", title="Dates"),
        sheet("Filter,Value", "Date,Last 3 days", title="Filters"),
    ])  # fmt: skip
    assert [choice.why_not is None for choice in found] == [False, True, False, False]
    assert found[1].sheet.preamble == ("# 20261001-20261003",)
    assert "Queries" in str(found[0].why_not)


def test_the_second_table_of_an_analytics_report_is_not_read(sheet):
    found = choose([
        sheet("Session default channel group,Sessions", "Direct,5", preamble=("# Start date: 20261001",)),
        sheet("Nth day,Sessions", "0000,5"),
    ])  # fmt: skip
    assert [choice.why_not is None for choice in found] == [True, False]


def test_the_table_that_tells_more_is_preferred(sheet):
    found = choose([
        sheet("Date,Sessions,Engaged sessions", "20261001,5,4"),
        sheet("Session default channel group,Country,Sessions", "Direct,Germany,5"),
    ])  # fmt: skip
    assert [choice.why_not is None for choice in found] == [False, True]


def test_a_workbook_of_months_is_read_whole(sheet):
    headers = "Deal Stage,Record ID,Amount,Close Date"
    found = choose([sheet(headers, "closedwon,1,5,2026-10-01", title=month) for month in ("October", "November")])
    assert [choice.why_not for choice in found] == [None, None]


def test_the_raw_copy_of_a_report_is_not_read(sheet):
    headers = "Campaign name,Amount spent (EUR),Reach"
    found = choose([sheet(headers, "A,5,1", title=title) for title in ("Formatted Report", "Raw Data Report")])
    assert [choice.why_not is None for choice in found] == [True, False]


def test_plain_tables_are_left_to_be_matched(sheet):
    found = choose([sheet("date,total", "2026-10-01,5")])
    assert found[0].layout is None
    assert found[0].why_not is None


def test_a_sample_is_text(sheet):
    assert sample_of(sheet("a,b", "1,2", "3,4"), 1) == [["1", "2"]]


def test_a_plain_table_headed_like_another_is_read_like_it_and_of_an_unknown_one_it_is_said(sheet):
    known, like, other = sheet("Id,Sum", "1,2"), sheet("Id,Sum", "x,y"), sheet("Note,By,On", "a,b,c", title="Notes")
    found = beside([Choice(known, ALL[0], {"order_id": 0}), Choice(like), Choice(other)])
    assert [(choice.layout is ALL[0], choice.why_not is None) for choice in found] == [(True, True), (True, True), (False, False)]
    assert "Notes" in str(found[2].why_not)
    assert beside([Choice(known, ALL[0]), Choice(sheet("Period,January", "Shop,Berlin"))])[1].why_not is None
    assert [choice.why_not for choice in beside([Choice(other)])] == [None]
