"""Mailchimp and Klaviyo: channels, and costs that are not there."""

from __future__ import annotations

from data.ingest.layouts.email_campaigns import CAMPAIGNS, FLOWS, LAYOUTS, MAILCHIMP
from tests.data.ingest.layouts.running import column, outcomes


def test_no_cost_is_made_up():
    assert all("spend" not in layout.targets[0].columns for layout in LAYOUTS)


def test_channels():
    assert column(MAILCHIMP, "channel", {}, {"type": "Automation"}) == ["email", "email_automation"]
    assert column(CAMPAIGNS, "channel", {"type": "SMS"}, {"type": "Email"}, {}) == ["sms", "email", "email"]
    assert column(FLOWS, "channel", {}, {"type": "SMS"}) == ["email_automation", "sms"]


def test_deliveries_are_recipients_without_bounces_where_not_said():
    rows = ({"delivered": 980, "recipients": 1000}, {"recipients": 1000, "bounces": 30}, {"recipients": 1000})
    assert [float(sent) for sent in column(CAMPAIGNS, "impressions", *rows)] == [980, 970, 1000]


def test_rows_without_a_campaign_are_left_out():
    assert outcomes(CAMPAIGNS, {"campaign": "x"}, {}) == ["kept", "left_out"]
