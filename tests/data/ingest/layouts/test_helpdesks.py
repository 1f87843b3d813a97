"""Freshdesk, Gorgias, Intercom: durations and scores."""

from __future__ import annotations

from data.ingest.layouts.helpdesks import FRESHDESK, GORGIAS, INTERCOM
from tests.data.ingest.layouts.running import column


def test_durations_may_exceed_a_day():
    row = {"opened_at": "2026-10-01 09:00:00", "first_reply": 5400, "resolution": 94530}
    for layout in (FRESHDESK, GORGIAS, INTERCOM):
        assert str(column(layout, "first_response_at", row)[0]) == "2026-10-01 10:30:00"
        assert str(column(layout, "resolved_at", row)[0]) == "2026-10-02 11:15:30"
        assert column(layout, "resolved_at", {**row, "resolution": None}) == [None]


def test_words_for_satisfaction():
    said = ("Extremely happy", "Happy", "Neutral", "Unhappy", "Very dissatisfied", None)
    assert column(FRESHDESK, "csat", *({"satisfaction": word} for word in said)) == [1, 1, 0, 0, 0, None]


def test_four_and_five_are_satisfied():
    assert column(GORGIAS, "csat", *({"score": score} for score in (5, 4, 3, 1, None))) == [1, 1, 0, 0, None]
