"""Fourteen invented months of Tidewick Soap, the demo team: who bought what, where, after which touch.

No figure here describes a real company or a real market; the differences between markets are made up
so that every chart has something to show. The same numbers come out on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

FIRST_DAY, LAST_DAY = date(2025, 9, 1), date(2026, 10, 30)
SEED = 20251


@dataclass(frozen=True)
class Market:
    """An invented market: how many orders a day, what they cost, and how its buyers behave."""

    code: str
    name: str
    currency: str
    per_unit: float
    start: float
    end: float
    conversion: float
    again: float
    returns: float
    paid: float
    satisfied: float
    decimals: int = 2


MARKETS = (
    Market("US", "United States", "USD", 1.0, 5.2, 6.4, 0.026, 0.42, 0.05, 0.42, 0.90),
    Market("CA", "Canada", "CAD", 1.36, 2.1, 2.5, 0.024, 0.40, 0.05, 0.40, 0.88),
    Market("GB", "United Kingdom", "GBP", 0.79, 0.9, 2.4, 0.022, 0.36, 0.06, 0.50, 0.87),
    Market("DE", "Germany", "EUR", 0.92, 0.6, 2.0, 0.017, 0.30, 0.14, 0.55, 0.78),
    Market("FR", "France", "EUR", 0.92, 0.3, 0.9, 0.014, 0.27, 0.09, 0.60, 0.74),
    Market("AU", "Australia", "AUD", 1.52, 0.5, 1.2, 0.023, 0.37, 0.05, 0.48, 0.89),
    Market("JP", "Japan", "JPY", 148.0, 0.3, 1.1, 0.011, 0.45, 0.02, 0.62, 0.70, 0),
    Market("AT", "Austria", "EUR", 0.92, 0.2, 0.7, 0.018, 0.31, 0.13, 0.52, 0.79),
    Market("CH", "Switzerland", "CHF", 0.88, 0.2, 0.7, 0.019, 0.33, 0.12, 0.50, 0.81),
    Market("ES", "Spain", "EUR", 0.92, 0.2, 0.8, 0.013, 0.26, 0.08, 0.58, 0.75),
    Market("IT", "Italy", "EUR", 0.92, 0.2, 0.7, 0.012, 0.25, 0.08, 0.60, 0.73),
    Market("MX", "Mexico", "MXN", 17.5, 0.2, 0.6, 0.009, 0.25, 0.07, 0.58, 0.80),
)
TAX = {
    "US": 0.0, "CA": 0.05, "GB": 0.2, "DE": 0.19, "FR": 0.2, "AU": 0.1, "JP": 0.1, "AT": 0.2, "CH": 0.081, "ES": 0.21,
    "IT": 0.22, "MX": 0.16,
}  # fmt: skip
PRODUCTS = (
    ("TW-BAR-LAV", "Lavender bar", 9.0),
    ("TW-BAR-OAT", "Oat & honey bar", 9.0),
    ("TW-GIFT-4", "Gift set of four", 34.0),
    ("TW-GIFT-8", "Gift set of eight 🎁", 62.0),
    ("TW-DISH", "Walnut soap dish", 18.0),
    ("TW-SUB", "Refill box", 24.0),
)
UNPAID = ("direct", "organic_search", "email", "organic_social", "referral")
PAID = ("google", "meta")


NAMES = {market.code: market.name for market in MARKETS}
Rows = Iterable[Sequence[object]]
"""The rows of a file, the header first."""


def chance_of(name: str) -> np.random.Generator:
    """Return the generator of one file's scatter, the same at every call."""
    return np.random.default_rng([SEED, *name.encode()])


@dataclass(frozen=True)
class Shop:
    """What happened: ``orders`` (one row each), ``lines`` (one row a product in an order)."""

    orders: pd.DataFrame
    lines: pd.DataFrame


def history() -> Shop:
    """Return the invented history: about 7,500 orders of about 4,800 customers in twelve markets."""
    chance = np.random.default_rng(SEED)
    days = pd.date_range(FIRST_DAY, LAST_DAY)
    orders = pd.concat([_market_orders(market, days, chance) for market in MARKETS], ignore_index=True)
    orders = orders.sort_values("at", kind="stable", ignore_index=True)
    orders["number"] = 1001 + np.arange(len(orders))
    return _with_lines(orders, chance)


def _market_orders(market: Market, days: pd.DatetimeIndex, chance: np.random.Generator) -> pd.DataFrame:
    growth = np.linspace(market.start, market.end, len(days))
    season = 1 + 0.9 * np.isin(days.month, [11, 12]) + 0.15 * (days.day_of_week >= 5)
    launch = np.clip((np.arange(len(days)) + 30) / 60, 0, 1)
    counts = chance.poisson(growth * season * launch)
    at = np.repeat(days.to_numpy(), counts) + chance.integers(0, 86_400, counts.sum()).astype("timedelta64[s]")
    frame = pd.DataFrame({"at": np.sort(at), "market": market.code})
    frame["customer"] = _customers(market, len(frame), chance)
    channels = [*PAID, *UNPAID]
    odds = [market.paid * 0.6, market.paid * 0.4, *np.array([0.3, 0.3, 0.2, 0.12, 0.08]) * (1 - market.paid)]
    frame["channel"] = chance.choice(channels, len(frame), p=np.array(odds) / sum(odds))
    frame["device"] = chance.choice(["mobile", "desktop", "tablet"], len(frame), p=[0.62, 0.33, 0.05])
    frame["status"] = chance.choice(
        ["paid", "pending", "voided", "refunded", "partially_refunded"], len(frame),
        p=[0.95 - market.returns, 0.02, 0.03, market.returns * 0.7, market.returns * 0.3],
    )  # fmt: skip
    frame["wait_hours"] = chance.gamma(3.0, 9.0 if market.code in ("US", "CA") else 15.0, len(frame)).round(1)
    frame["tax_rate"] = TAX[market.code]
    return frame


def _customers(market: Market, orders: int, chance: np.random.Generator) -> list[str]:
    """Return the buyer of each order in turn: someone new, or someone who comes back."""
    known, buyers = [], []
    for again, place in zip(chance.random(orders) < market.again, chance.beta(2.2, 1.4, orders), strict=True):
        if not (again and known):
            known.append(f"buyer.{market.code.lower()}{len(known) + 1:04d}@example.com")
        buyers.append(known[int(len(known) * place)] if again else known[-1])
    return buyers


def _with_lines(orders: pd.DataFrame, chance: np.random.Generator) -> Shop:
    counts = chance.choice([1, 2, 3], len(orders), p=[0.58, 0.29, 0.13])
    place = np.repeat(np.arange(len(orders)), counts)
    chosen = chance.choice(len(PRODUCTS), len(place), p=[0.24, 0.2, 0.2, 0.08, 0.13, 0.15])
    per_unit = orders["market"].map({market.code: market.per_unit for market in MARKETS}).to_numpy()[place]
    decimals = orders["market"].map({market.code: market.decimals for market in MARKETS}).to_numpy()[place]
    price = np.array([product[2] for product in PRODUCTS])[chosen] * per_unit
    lines = pd.DataFrame(
        {
            "number": orders["number"].to_numpy()[place],
            "sku": np.array([product[0] for product in PRODUCTS])[chosen],
            "product": np.array([product[1] for product in PRODUCTS])[chosen],
            "quantity": chance.choice([1, 2, 3], len(place), p=[0.78, 0.17, 0.05]),
            "price": np.where(decimals == 0, price.round(-1), price.round(2)),
        }
    )
    return Shop(_with_totals(orders, lines, chance), lines)


def _with_totals(orders: pd.DataFrame, lines: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    by_market = orders["market"].map({market.code: market for market in MARKETS})
    digits = by_market.map(lambda market: market.decimals).to_numpy()
    goods = (lines["quantity"] * lines["price"]).groupby(lines["number"]).sum().reindex(orders["number"]).to_numpy()

    def whole(amounts: np.ndarray) -> np.ndarray:
        return np.where(digits == 0, amounts.round(0), amounts.round(2))

    discount = whole(goods * np.where(chance.random(len(orders)) < 0.18, 0.15, 0.0))
    shipping = whole(np.where(goods > 40 * by_market.map(lambda market: market.per_unit).to_numpy(), 0.0, 4.5)
                     * by_market.map(lambda market: market.per_unit).to_numpy())  # fmt: skip
    total = whole(goods - discount + shipping)
    # Prices include tax, as a shop abroad would show them; in the United States it is left out.
    tax = whole(total * orders["tax_rate"].to_numpy() / (1 + orders["tax_rate"].to_numpy()))
    part = orders["status"].map({"refunded": 1.0, "partially_refunded": 0.4}).fillna(0.0).to_numpy()
    return orders.assign(
        currency=by_market.map(lambda market: market.currency), goods=goods, discount=discount,
        shipping=shipping, total=total, tax=tax, refunded=whole(total * part),
    )  # fmt: skip
