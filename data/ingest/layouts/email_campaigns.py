"""Mailchimp and Klaviyo: campaigns and automations become rows of spend without a cost."""

from __future__ import annotations

from data.ingest.layouts.phrases import matches
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_NO_COST = Rule("campaign IS NOT NULL", "noted", N_("E-mail costs are not in the file: the spend is unknown, not zero."))
_NAMELESS = Rule("campaign IS NULL", "left_out", N_("Rows without a campaign: totals or notes."))
_UNDATED = Rule(
    "campaign IS NOT NULL AND sent_at IS NULL AND period_start IS NULL",
    "noted",
    N_("Not sent yet, or no date: the row cannot be placed in time."),
)


def _spend(channel: str, said: str) -> Target:
    return Target(
        "spend",
        {
            "day": "CAST(sent_at AS DATE)",
            "period_start": "coalesce(CAST(sent_at AS DATE), period_start)",
            "period_end": "coalesce(CAST(sent_at AS DATE), period_end)",
            "channel": channel,
            "channel_said": said,
            "campaign": "campaign",
            "currency": "currency",
            "impressions": "coalesce(delivered, recipients - coalesce(bounces, 0))",
            "clicks": "clicks",
            "conversions": "orders",
            "conversion_value": "revenue",
        },
    )


MAILCHIMP = Layout(
    platform="mailchimp",
    kind="email_campaigns",
    fields=(
        Field("campaign", ("Title", "Campaign Title", "Campaign Name"), required=True),
        Field("sent_at", ("Send Date", "Delivery Date/Time", "Delivery Date"), "instant", required=True),
        Field("recipients", ("Total Recipients",), "count", required=True),
        Field("delivered", ("Successful Deliveries",), "count", required=True),
        Field("bounces", ("Total Bounces",), "count"),
        Field("opens", ("Unique Opens",), "count"),
        Field("clicks", ("Unique Clicks", "Recipients Who Clicked"), "count"),
        Field("unsubscribed", ("Unsubscribes", "Total Unsubs"), "count"),
        Field("complaints", ("Abuse Complaints", "Total Abuse Complaints"), "count", required=True),
        Field("orders", ("Total Orders",), "count"),
        Field("revenue", ("Total Revenue",), "amount"),
        Field("sales", ("Total Gross Sales",), "amount"),
        Field("type", ("Campaign Type", "Type")),
        Field("currency", ("Currency",), "currency"),
    ),
    targets=(
        _spend(
            f"CASE WHEN {matches('type', 'auto|journey|flow')} THEN 'email_automation' ELSE 'email' END",
            "coalesce(type, 'Mailchimp')",
        ),
    ),
    rules=(_NAMELESS, _NO_COST, _UNDATED),
    measures=("delivered", "clicks", "orders", "revenue"),
    reshape="key_values",
)

_KLAVIYO = (
    Field("recipients", ("Total Recipients", "Recipients"), "count"),
    Field("orders", ("Unique Placed Order", "Placed Order", "Total Placed Order"), "count"),
    Field("revenue", ("Revenue", "Placed Order Value", "Total Placed Order Value"), "amount"),
    Field("opens", ("Unique Opens",), "count"),
    Field("clicks", ("Unique Clicks",), "count"),
    Field("delivered", ("Successful Deliveries", "Delivered"), "count"),
    Field("bounces", ("Bounces",), "count"),
    Field("complaints", ("Spam Complaints",), "count"),
    Field("currency", ("Currency",), "currency"),
)

CAMPAIGNS = Layout(
    platform="klaviyo",
    kind="email_campaigns",
    fields=(
        Field("campaign", ("Campaign Name",), required=True),
        Field("sent_at", ("Send Time", "Send Date"), "instant", required=True),
        Field("campaign_id", ("Campaign ID",), "id"),
        Field("type", ("Campaign Channel", "Channel")),
        *_KLAVIYO,
    ),
    targets=(
        _spend(f"CASE WHEN {matches('type', 'sms|text')} THEN 'sms' WHEN {matches('type', 'push')} THEN 'push'"
               " ELSE 'email' END", "coalesce(type, 'Klaviyo')"),
    ),
    rules=(_NAMELESS, _NO_COST, _UNDATED),
    measures=("delivered", "clicks", "orders", "revenue"),
    any_of=("complaints", "orders", "campaign_id"),
)  # fmt: skip

# headers not verified
FLOWS = Layout(
    platform="klaviyo",
    kind="email_campaigns",
    fields=(
        Field("campaign", ("Flow Name",), required=True),
        Field("flow_id", ("Flow ID",), "id"),
        Field("message", ("Flow Message Name", "Message Name")),
        Field("sent_at", ("Date", "Day", "Send Time"), "instant"),
        Field("type", ("Flow Message Channel", "Message Channel", "Channel")),
        *_KLAVIYO,
    ),
    targets=(
        _spend(f"CASE WHEN {matches('type', 'sms|text')} THEN 'sms' ELSE 'email_automation' END",
               "coalesce(type, 'Klaviyo flow')"),
    ),
    rules=(_NAMELESS, _NO_COST, _UNDATED),
    measures=("delivered", "clicks", "orders", "revenue"),
    any_of=("delivered", "recipients"),
)  # fmt: skip

LAYOUTS = (MAILCHIMP, CAMPAIGNS, FLOWS)
