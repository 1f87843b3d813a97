"""HubSpot: sources of contacts, states and days of deals."""

from __future__ import annotations

from data.ingest.layouts.hubspot import CONTACTS, DEALS
from tests.data.ingest.layouts.running import column


def test_sources():
    said = ("ORGANIC_SEARCH", "Paid social", "DIRECT_TRAFFIC", "OFFLINE", "else", None)
    rows = [{"channel_said": word} for word in said]
    assert column(CONTACTS, "channel", *rows) == ["organic_search", "paid_social", "direct", "offline", None, None]


def test_a_customer_is_a_contact_that_bought():
    rows = ({"lifecycle": "Customer"}, {"lifecycle": "lead"}, {})
    assert column(CONTACTS, "converted", *rows, target=1) == [True, False, False]


def test_deals_won_are_sold_on_the_day_they_closed():
    dates = {"created_at": "2026-08-01", "closed_at": "2026-10-20"}
    rows = [{"stage": word, **dates} for word in ("closedwon", "Closed lost", "Gewonnen", "appointmentscheduled")]
    assert column(DEALS, "status", *rows) == ["paid", "cancelled", "paid", "pending"]
    assert [moment.month for moment in column(DEALS, "ordered_at", *rows)] == [10, 8, 10, 8]


def test_a_deal_without_a_source_came_from_sales():
    assert column(DEALS, "channel", {}, {"channel_said": "REFERRALS"}) == ["sales", "referral"]
