"""Meta Ads: results that are purchases, days and periods, total rows."""

from __future__ import annotations

from data.ingest.layouts.meta_ads import PERFORMANCE
from tests.data.ingest.layouts.running import column, outcomes


def test_only_purchases_are_conversions():
    rows = (
        {"results": 5, "indicator": "actions:offsite_conversion.fb_pixel_purchase"},
        {"results": 5, "indicator": "actions:landing_page_view"},
        {"results": 5, "purchases": 2},
    )
    assert [found and float(found) for found in column(PERFORMANCE, "conversions", *rows)] == [5.0, None, 2.0]


def test_a_day_is_known_only_where_the_row_covers_one():
    rows = ({"starts": "2026-10-01", "ends": "2026-10-31"}, {"starts": "2026-10-01", "ends": "2026-10-01"})
    assert [str(day) for day in column(PERFORMANCE, "day", *rows)] == ["None", "2026-10-01"]


def test_total_rows_are_left_out():
    rows = ({"campaign": None, "spend": 5}, {"campaign": "Results from 3 campaigns"}, {"campaign": "Results first"})
    assert outcomes(PERFORMANCE, *rows) == ["left_out", "left_out", "kept"]
