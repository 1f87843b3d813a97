"""TikTok Ads Manager: the campaign and ad report."""

from __future__ import annotations

from data.ingest.layouts.phrases import matches
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_TOTAL = "^total (of )?[0-9]+ (results?|records?|rows?)|^total of"

REPORT = Layout(
    platform="tiktok_ads",
    kind="spend",
    fields=(
        Field("campaign", ("Campaign name",)),
        Field("adset", ("Ad group name",)),
        Field("ad", ("Ad name",)),
        Field("ad_id", ("Ad ID", "Ad group ID"), "id"),
        Field("day", ("Date", "By Day", "Day"), "day"),
        Field("market", ("Country/Region", "Country", "By Country/Region"), "market"),
        Field("currency", ("Currency", "Currency code"), "currency"),
        Field("cost", ("Cost", "Total cost", "Spend"), "amount", required=True),
        Field("impressions", ("Impressions", "Impression"), "count", required=True),
        Field("clicks", ("Clicks (destination)", "Clicks", "Click", "Destination clicks"), "count"),
        Field("conversions", ("Conversions", "Conversion", "Total complete payment", "Complete payment",
                              "Purchases"), "count"),
        Field("value", ("Total complete payment amount", "Total complete payment value", "Complete payment value",
                        "Total purchase value", "Complete payment amount"), "amount"),
        Field("views", ("Video views",), "count"),
        Field("views_2s", ("2-second video views",), "count"),
    ),
    targets=(
        Target(
            "spend",
            {
                "day": "coalesce(day, CASE WHEN period_start = period_end THEN period_start END)",
                "period_start": "coalesce(day, period_start)",
                "period_end": "coalesce(day, period_end)",
                "market": "market",
                "market_said": "market_said",
                "channel": "'paid_social'",
                "channel_said": "'TikTok Ads'",
                "campaign": "coalesce(campaign, adset, ad)",
                "currency": "currency",
                "spend": "cost",
                "impressions": "impressions",
                "clicks": "clicks",
                "conversions": "conversions",
                "conversion_value": "value",
            },
        ),
    ),
    rules=(
        Rule(" OR ".join(matches(f"coalesce({alias}, '')", _TOTAL) for alias in ("first_cell", "campaign", "adset", "ad")),
             "left_out", N_("Total rows: they repeat what the rows above add up to.")),
        Rule("campaign IS NULL AND adset IS NULL AND ad IS NULL", "left_out",
             N_("Rows without a campaign: totals or notes.")),
        Rule("day IS NULL AND period_start <> period_end", "noted",
             N_("The file has no days: each row covers a period.")),
    ),
    measures=("cost", "impressions", "clicks", "conversions", "value"),
    any_of=("adset", "ad_id", "views", "views_2s"),
)  # fmt: skip

LAYOUTS = (REPORT,)
