"""The invented advertising and e-mail reports of the sample exports."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.samples.shop import MARKETS, NAMES, Rows, Shop, chance_of


def _adverts(shop: Shop, channel: str, price: float) -> pd.DataFrame:
    """Daily cost and results of one advertiser by market, in dollars."""
    bought = shop.orders[shop.orders["channel"] == channel]
    per_unit = bought["market"].map({market.code: market.per_unit for market in MARKETS})
    bought = bought.assign(day=bought["at"].dt.normalize(), dollars=bought["total"] / per_unit)
    adverts = (
        bought.groupby(["day", "market"]).agg(conversions=("number", "size"), value=("dollars", "sum")).reset_index()
    )
    chance = chance_of(channel)
    # Platforms count a purchase they only showed an advert for as theirs too.
    seen = adverts["conversions"]
    adverts["conversions"] = seen + chance.poisson(0.3 * seen)
    adverts["value"] *= adverts["conversions"] / seen
    dear = adverts["market"].map({market.code: 1.0 if market.start > 2 else 1.7 for market in MARKETS}).to_numpy()
    adverts["spend"] = (seen * price * dear * chance.gamma(8, 1 / 8, len(adverts))).round(2)
    adverts["clicks"] = np.maximum(1, (adverts["spend"] / 0.62).round()).astype(int)
    adverts["impressions"] = adverts["clicks"] * chance.integers(30, 60, len(adverts))
    return adverts


def google(shop: Shop) -> Rows:
    """Yield the rows of a Google Ads campaign report with its title and total rows."""
    adverts = _adverts(shop, "google", 9.5)
    yield from (["Campaign report"], ["September 1, 2025 - October 30, 2026"])
    yield [
        "Campaign status",
        "Campaign",
        "Day",
        "Country/Territory (User location)",
        "Currency code",
        "Clicks",
        "Impr.",
        "Cost",
        "Conversions",
        "Conv. value",
    ]
    for row in adverts.itertuples():
        campaign = f"Search {row.market}"
        yield [
            "Enabled", campaign, row.day.strftime("%Y-%m-%d"), NAMES[row.market], "USD", f"{row.clicks:,}",
            f"{row.impressions:,}",
            f"{row.spend:,.2f}", f"{row.conversions:.2f}", f"{row.value:,.2f}",
        ]  # fmt: skip
    yield [
        "Total: Account", "", "", "", "USD", f"{adverts['clicks'].sum():,}", f"{adverts['impressions'].sum():,}",
        f"{adverts['spend'].sum():,.2f}", f"{adverts['conversions'].sum():.2f}", f"{adverts['value'].sum():,.2f}",
    ]  # fmt: skip


def meta(shop: Shop) -> Rows:
    """Yield the rows of a Meta Ads export by day and country."""
    adverts = _adverts(shop, "meta", 11.0)
    yield [
        "Reporting starts", "Reporting ends", "Campaign name", "Country", "Amount spent (USD)", "Impressions",
        "Reach", "Link clicks",
        "Purchases", "Purchases conversion value",
    ]  # fmt: skip
    for row in adverts.itertuples():
        day = row.day.strftime("%Y-%m-%d")
        yield [
            day, day, f"Prospecting {row.market}", row.market, f"{row.spend:.2f}", row.impressions,
            int(row.impressions * 0.7), row.clicks,
            row.conversions, f"{row.value:.2f}",
        ]  # fmt: skip


def klaviyo(shop: Shop) -> Rows:
    """Yield the rows of a Klaviyo campaigns export."""
    chance = chance_of("klaviyo")
    yield [
        "Campaign Name", "Tags", "Subject", "List", "Send Time", "Send Weekday", "Total Recipients",
        "Unique Placed Order", "Placed Order Rate",
        "Revenue", "Unique Opens", "Open Rate", "Total Opens", "Unique Clicks", "Click Rate", "Total Clicks",
        "Unsubscribes",
        "Successful Deliveries", "Bounces", "Campaign ID", "Campaign Channel",
    ]  # fmt: skip
    for place, sent in enumerate(
        pd.date_range(shop.orders["at"].min().normalize(), shop.orders["at"].max(), freq="14D")
    ):
        people = 900 + 45 * place
        opened, clicked = int(people * chance.uniform(0.3, 0.42)), int(people * chance.uniform(0.02, 0.05))
        sold = int(clicked * chance.uniform(0.1, 0.25))
        yield [
            f"Fortnight letter {place + 1}", "", "News from the soap house", "Customers",
            (sent + pd.Timedelta(hours=9)).strftime("%Y-%m-%d %H:%M:%S"),
            sent.day_name(), float(people), sold, f"{sold / people:.2%}", f"{sold * 37.5:.2f}", opened,
            f"{opened / people:.2%}", opened + 80,
            clicked, f"{clicked / people:.2%}", clicked + 20, 3, people - 8, 8, f"01SAMPLE{place:04d}", "Email",
        ]  # fmt: skip
