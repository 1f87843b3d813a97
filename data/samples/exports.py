"""Sample exports: the demo team's invented history in the layouts of eight platforms.

They go through the same import as anyone's files, quirks included: continuation rows, pending orders,
a report with a preamble and totals, a UTF-16 file, decimal commas, personal columns to be dropped.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pandas as pd

from data.samples import adverts, voices
from data.samples.shop import MARKETS, NAMES, Rows, Shop, chance_of, history

PREFIX = "sample-"
_GA4_CHANNELS = {
    "google": "Paid Search", "meta": "Paid Social", "direct": "Direct", "organic_search": "Organic Search",
    "email": "Email", "organic_social": "Organic Social", "referral": "Referral",
}  # fmt: skip


def write_samples(folder: Path) -> list[Path]:
    """Write the sample exports into ``folder`` (made if missing) and return their paths.

    All of it is invented and the same every time; the file names begin with "sample-".
    """
    folder.mkdir(parents=True, exist_ok=True)
    shop = _shop()
    writers = {
        "shopify-orders.csv": (_shopify, "utf-8", ","),
        "ga4-report.csv": (_analytics, "utf-8", ","),
        "google-ads.csv": (adverts.google, "utf-16", "\t"),
        "meta-ads.csv": (adverts.meta, "utf-8-sig", ","),
        "zendesk-tickets.csv": (voices.tickets, "utf-8", ","),
        "klaviyo-campaigns.csv": (adverts.klaviyo, "utf-8", ","),
        "nps-survey.csv": (voices.survey, "utf-8", ";"),
        "judgeme-reviews.csv": (voices.reviews, "utf-8", ","),
    }
    paths = []
    for name, (rows, encoding, delimiter) in writers.items():
        path = folder / f"{PREFIX}{name}"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows(shop))
        paths.append(path)
    return paths


def assumed(path: Path) -> dict[str, str]:
    """Return what a sample export leaves unsaid, as the team would answer."""
    dollars = ("ga4-report.csv", "klaviyo-campaigns.csv")
    return {"currency": "USD"} if path.name.removeprefix(PREFIX) in dollars else {}


@lru_cache(maxsize=1)
def _shop() -> Shop:
    return history()


_SHOPIFY = [
    "Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Fulfilled at", "Accepts Marketing",
    "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Code", "Discount Amount", "Shipping Method",
    "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku", "Billing Name",
    "Billing Zip", "Billing Country", "Shipping Name", "Shipping Zip", "Shipping Country", "Cancelled at",
    "Payment Method", "Refunded Amount", "Id", "Tags", "Source", "Lineitem discount", "Phone",
]  # fmt: skip


def _shopify(shop: Shop) -> Rows:
    yield _SHOPIFY
    lines = defaultdict(list)
    for line in shop.lines.to_dict("records"):
        lines[line["number"]].append(line)
    for order in shop.orders.itertuples():
        placed = order.at.strftime("%Y-%m-%d %H:%M:%S +0000")
        sent = order.at + pd.Timedelta(hours=order.wait_hours)
        paid = order.status != "pending"
        name = order.customer.split("@")[0].replace("buyer.", "Buyer ").title()
        first, *further = lines[order.number]
        top = {
            "Financial Status": order.status, "Paid at": placed if paid else "",
            "Fulfillment Status": "fulfilled" if paid else "unfulfilled",
            "Fulfilled at": sent.strftime("%Y-%m-%d %H:%M:%S +0000") if paid and order.status != "voided" else "",
            "Accepts Marketing": "yes", "Currency": order.currency, "Subtotal": order.goods - order.discount,
            "Shipping": order.shipping, "Taxes": order.tax, "Total": order.total,
            "Discount Code": "WELCOME15" if order.discount else "", "Discount Amount": order.discount,
            "Shipping Method": "Standard", "Billing Name": name, "Billing Zip": "'01234",
            "Billing Country": order.market,
            "Shipping Name": name, "Shipping Zip": "'01234", "Shipping Country": order.market,
            "Cancelled at": sent.strftime("%Y-%m-%d %H:%M:%S +0000") if order.status == "voided" else "",
            "Payment Method": "Shopify Payments", "Refunded Amount": order.refunded,
            "Id": 7_410_000_000_000 + order.number,
            "Source": "web", "Phone": "'+15550100",
        }  # fmt: skip
        for place, line in enumerate((first, *further)):
            row = {
                "Name": f"#{order.number}", "Email": order.customer, "Created at": placed,
                "Lineitem quantity": line["quantity"],
                "Lineitem name": line["product"], "Lineitem price": line["price"], "Lineitem sku": line["sku"],
                "Lineitem discount": 0,
            } | (top if place == 0 else {})  # fmt: skip
            yield [_plain(row.get(column, "")) for column in _SHOPIFY]


def _plain(value: object) -> object:
    return f"{value:.2f}".removesuffix(".00") if isinstance(value, float) else value


def _visits(shop: Shop) -> pd.DataFrame:
    """Sessions by day, market, channel and device: enough for the orders at each market's conversion, and some noise."""
    bought = shop.orders.assign(day=shop.orders["at"].dt.normalize())
    counted = bought.groupby(["day", "market", "channel"]).agg(
        transactions=("number", "size"), revenue=("total", "sum")
    )
    days = pd.date_range(bought["day"].min(), bought["day"].max())
    grid = pd.MultiIndex.from_product([days, NAMES, _GA4_CHANNELS], names=["day", "market", "channel"])
    visits = counted.reindex(grid, fill_value=0).reset_index()
    conversion = visits["market"].map({market.code: market.conversion for market in MARKETS}).to_numpy()
    lift = (
        visits["channel"].map({"email": 1.9, "meta": 0.6, "organic_social": 0.5, "google": 1.1}).fillna(1.0).to_numpy()
    )
    # What a day brings on average decides its visits, so that conversion has an honest scatter.
    usual = visits.groupby(["market", "channel"])["transactions"].transform(
        lambda sold: sold.rolling(28, min_periods=1).mean()
    )
    visits["sessions"] = visits["transactions"] + chance_of("ga4").poisson(usual / (conversion * lift))
    return visits[visits["sessions"] > 0]


def _analytics(shop: Shop) -> Rows:
    visits = _visits(shop)
    per_unit = visits["market"].map({market.code: market.per_unit for market in MARKETS})
    visits = visits.assign(dollars=(visits["revenue"] / per_unit).round(2), events=(visits["sessions"] * 0.11).round())
    yield from (
        ["# ----------------------------------------"], ["# Tidewick Soap (sample)"],
        ["# Start date: " + visits["day"].min().strftime("%Y%m%d")],
        ["# End date: " + visits["day"].max().strftime("%Y%m%d")],
        ["# ----------------------------------------"],
    )  # fmt: skip
    yield [
        "Date",
        "Country",
        "Session default channel group",
        "Sessions",
        "Total users",
        "Key events",
        "Ecommerce purchases",
        "Total revenue",
    ]
    for row in visits.itertuples():
        yield [
            row.day.strftime("%Y%m%d"), NAMES[row.market], _GA4_CHANNELS[row.channel], row.sessions,
            round(row.sessions * 0.86),
            int(row.events), row.transactions, f"{row.dollars:.2f}",
        ]  # fmt: skip
    yield [
        "Grand total",
        "",
        "",
        visits["sessions"].sum(),
        "",
        int(visits["events"].sum()),
        visits["transactions"].sum(),
        f"{visits['dollars'].sum():.2f}",
    ]
