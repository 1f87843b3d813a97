"""Google Analytics: total rows, channels by medium, repeated purchases."""

from __future__ import annotations

import pytest

from data.ingest.layouts.google_analytics import EVENTS, REPORT
from data.ingest.recognise import recognise
from tests.data.ingest.layouts.running import column, outcomes


def test_total_rows_are_left_out():
    rows = (
        {"first_cell": "Grand total", "channel_said": "Grand total"}, {"sessions": 5}, {"channel_said": "Total général"},
        {"channel_said": "Direct"}, {"day": "2026-10-01"}, {"market_said": "(not set)"},
    )  # fmt: skip
    assert outcomes(REPORT, *rows) == ["left_out", "left_out", "left_out", "kept", "kept", "kept"]


@pytest.mark.parametrize(
    "headers",
    [
        ["Session default channel group", "Sessions"],
        ["Grupo principal de canais da sessão (Grupo de Canais)", "Sessões"],
        ["Groupe de canaux par défaut de la session", "Sessions"],
        ["Primäre Channelgruppe der Sitzung (Standard-Channelgruppe)", "Sitzungen"],
        ["セッションのデフォルト チャネル グループ", "セッション"],
        ["Country", "Sessions", "Engaged sessions"],
    ],
)
def test_localised_headers(headers):
    assert recognise(headers)[0] is REPORT


def test_channels_by_medium():
    said = ("organic", "cpc", "(none)", "email", "referral", "banner")
    rows = [{"medium": word, "channel": "other"} for word in said]
    assert column(EVENTS, "channel", *rows) == ["organic_search", "paid_search", "direct", "email", "referral", "other"]


def test_other_events_and_repeated_purchases_are_left_out():
    rows = (
        {"event_name": "session_start"}, {"event_name": "purchase", "transaction_id": "T"}, {"event_name": "scroll"},
        {"event_name": "purchase", "transaction_id": "T"}, {"event_name": "purchase"}, {},
    )  # fmt: skip
    assert outcomes(EVENTS, *rows) == ["kept", "kept", "left_out", "left_out", "kept", "left_out"]


def test_revenue_in_dollars_says_so():
    purchase = {"event_name": "purchase", "currency": "EUR"}
    rows = ({**purchase, "revenue_usd": 5}, {**purchase, "revenue": 4})
    assert column(EVENTS, "currency", *rows) == ["USD", "EUR"]
