"""Google Ads: total rows, channels and periods."""

from __future__ import annotations

import pytest

from data.ingest.layouts.google_ads import CAMPAIGNS
from data.ingest.recognise import recognise
from tests.data.ingest.layouts.running import column, outcomes


@pytest.mark.parametrize("said", ["Total: Account", "Total: Campaigns", "Gesamt: Konto", "Total : compte", "Totale: account"])
def test_total_rows_are_left_out(said):
    assert outcomes(CAMPAIGNS, {"first_cell": said, "campaign": "--"}) == ["left_out"]
    assert outcomes(CAMPAIGNS, {"campaign_status": said, "campaign": "x"}) == ["left_out"]


def test_a_campaign_may_be_called_total():
    assert outcomes(CAMPAIGNS, {"first_cell": "Total comfort", "campaign": "Total comfort"}) == ["kept"]


def test_channels():
    said = ("Search", "Suche", "Shopping", "Video", "Display", "Réseau Display", "Performance Max", None)
    assert column(CAMPAIGNS, "channel", *({"type": word} for word in said)) == [
        "paid_search", "paid_search", "shopping", "paid_video", "display", "display", "paid_search", "paid_search",
    ]  # fmt: skip


def test_millionths_become_amounts():
    assert [float(spend) for spend in column(CAMPAIGNS, "spend", {"cost_micros": 1020500000}, {"cost": 5})] == [1020.5, 5.0]


def test_weeks_and_months_are_periods():
    rows = ({"week": "2026-10-05"}, {"month": "2026-10-01"}, {"day": "2026-10-03"})
    ends = column(CAMPAIGNS, "period_end", *rows)
    assert [str(end) for end in ends] == ["2026-10-11", "2026-10-31", "2026-10-03"]
    assert [str(day) for day in column(CAMPAIGNS, "day", *rows)] == ["None", "None", "2026-10-03"]


def test_the_cost_is_not_the_average_cost():
    headers = ["Campaign", "Impr.", "Clicks", "Avg. cost", "Cost / conv.", "Cost"]
    assert headers[recognise(headers)[1]["cost"]] == "Cost"
    assert recognise(headers[:-1]) is None
