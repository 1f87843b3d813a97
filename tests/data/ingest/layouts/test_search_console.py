"""Search Console: unpaid clicks in any language."""

from __future__ import annotations

import pytest

from data.ingest.layouts.search_console import PERFORMANCE
from data.ingest.recognise import recognise


@pytest.mark.parametrize(
    "headers",
    [
        ["Country", "Clicks", "Impressions", "CTR", "Position"],
        ["País", "Cliques", "Impressões", "CTR", "Posição"],
        ["Pays", "Clics", "Impressions", "CTR", "Position"],
        ["Land", "Klicks", "Impressionen", "CTR", "Position"],
        ["Top queries", "Clicks", "Impressions", "CTR", "Position"],
    ],
)
def test_localised_headers(headers):
    assert recognise(headers)[0] is PERFORMANCE


def test_no_cost_is_made_up():
    assert "spend" not in PERFORMANCE.targets[0].columns
    assert PERFORMANCE.targets[0].columns["channel"] == "'organic_search'"
