"""The invented tickets, survey answers and reviews of the sample exports."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.samples.shop import LAST_DAY, MARKETS, NAMES, Rows, Shop, chance_of


def tickets(shop: Shop) -> Rows:
    """Yield the rows of a Zendesk ticket export."""
    chance = chance_of("zendesk")
    by_code = {market.code: market for market in MARKETS}
    yield [
        "Summation column", "Id", "Requester", "Requester email", "Subject", "Tags", "Status", "Via",
        "Created at", "Solved at",
        "Satisfaction Score", "First reply time in minutes", "Full resolution time in minutes", "Country", "Language",
    ]  # fmt: skip
    spoken = {
        "US": "en",
        "CA": "en",
        "GB": "en",
        "AU": "en",
        "FR": "fr",
        "JP": "ja",
        "MX": "es",
        "ES": "es",
        "IT": "it",
    }
    asked = _some(shop, chance, 0.13)
    for number, order in enumerate(asked.itertuples(), start=50_001):
        market = by_code[order.market]
        opened = order.at + pd.Timedelta(hours=float(chance.gamma(2, 30)))
        reply = int(chance.lognormal(4.6 if market.start > 2 else 5.6, 0.8))
        whole = reply + int(chance.lognormal(6.2, 0.9))
        answered = chance.random() < 0.55
        score = ("good" if chance.random() < market.satisfied else "bad") if answered else "offered"
        via = chance.choice(["mail", "web", "chat", "phone"], p=[0.55, 0.25, 0.15, 0.05])
        yield [
            1, number, "Buyer", order.customer, "About my order", market.code.lower(), "Closed", via,
            opened.strftime("%Y-%m-%d %H:%M:%S"),
            (opened + pd.Timedelta(minutes=whole)).strftime("%Y-%m-%d %H:%M:%S"), score, reply, whole,
            market.name, spoken.get(market.code, "de"),
        ]  # fmt: skip


def survey(shop: Shop) -> Rows:
    """Yield the answers to an NPS survey as a plain table."""
    chance = chance_of("nps")
    by_code = {market.code: market for market in MARKETS}
    yield ["Response ID", "Date", "Email", "Country", "How likely are you to recommend us (0-10)?", "Comment"]
    asked = _some(shop, chance, 0.10)
    for number, order in enumerate(asked.itertuples(), start=1):
        # Answer styles differ between cultures: in Japan the ends of a scale are used less.
        mean, spread = (7.3, 1.3) if order.market == "JP" else (6.2 + 3.2 * by_code[order.market].satisfied, 1.8)
        score = int(np.clip(round(chance.normal(mean, spread)), 0, 10))
        comment = "Lovely smell; the parcel took long" if score < 7 else ""
        yield [
            f"R{number:05d}",
            (order.at + pd.Timedelta(days=12)).strftime("%d.%m.%Y"),
            order.customer,
            NAMES[order.market],
            score,
            comment,
        ]


def reviews(shop: Shop) -> Rows:
    """Yield the rows of a Judge.me reviews export."""
    chance = chance_of("judgeme")
    by_code = {market.code: market for market in MARKETS}
    titles = {product: sku.lower() for sku, product in zip(shop.lines["sku"], shop.lines["product"], strict=True)}
    yield [
        "title", "body", "rating", "review_date", "source", "curated", "reviewer_name", "reviewer_email",
        "product_id", "product_handle",
        "reply", "reply_date", "picture_urls", "ip_address", "location",
    ]  # fmt: skip
    first = shop.lines.drop_duplicates("number").set_index("number")["product"]
    asked = _some(shop, chance, 0.07)
    for order in asked.itertuples():
        stars = int(np.clip(round(chance.normal(3.2 + 1.7 * by_code[order.market].satisfied, 0.8)), 1, 5))
        written = (order.at + pd.Timedelta(days=9)).strftime("%Y-%m-%d %H:%M:%S UTC")
        yield [
            "Good soap", "Does what it should", stars, written, "email", "ok", "Buyer", order.customer, 1,
            titles[first[order.number]],
            "", "", "", "192.0.2.7", order.market,
        ]  # fmt: skip


def _some(shop: Shop, chance: np.random.Generator, share: float) -> pd.DataFrame:
    """Return some of the orders, none of the last days, so that what buyers say lies within the same months."""
    chosen = chance.random(len(shop.orders)) < share
    return shop.orders[chosen & (shop.orders["at"] < pd.Timestamp(LAST_DAY) - pd.Timedelta(days=14))]
