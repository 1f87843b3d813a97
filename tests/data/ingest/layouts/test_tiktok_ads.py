"""TikTok Ads: the total row, and what tells the report from another's."""

from __future__ import annotations

from data.ingest.layouts.tiktok_ads import REPORT
from data.ingest.recognise import recognise
from tests.data.ingest.layouts.running import outcomes


def test_the_total_row_is_left_out():
    rows = ({"campaign": "Total of 3 results"}, {"campaign": "x", "ad": "Total of 12 results"}, {"campaign": "Total look"}, {})
    assert outcomes(REPORT, *rows) == ["left_out", "left_out", "kept", "left_out"]


def test_older_headers():
    layout, columns = recognise(["Campaign name", "Ad group name", "By Day", "Cost", "Impression", "Click", "Conversion"])
    assert layout is REPORT
    assert {"day", "impressions", "clicks", "conversions"} <= set(columns)
