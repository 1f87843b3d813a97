"""What a price becomes in another market: converted at a rate, then rounded as a shop there would print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from frameworks.labels import N_, Sentence
from frameworks.localization.money import minor_units, rounded

FIGURES = 3
"""Leading figures that a converted price keeps: a shop prints ¥3,870, not ¥3,867."""
_COINS = {"CHF": Decimal("0.05")}
"""Where the smallest coin is not the smallest unit of the currency (Unicode CLDR, cash rounding)."""


@dataclass(frozen=True)
class LocalPrice:
    """amount: in ``currency``; converted: before rounding, None where the amount was meant as it is; notes: how."""

    amount: Decimal
    currency: str
    converted: Decimal | None
    notes: tuple[Sentence, ...]


def local_price(price: Decimal, currency: str, own: str | None, rate: Decimal | None, day: str) -> LocalPrice:
    """Return the price in the market's own currency.

    currency: of the price. own: of the market, None where it has none. rate: units of ``own`` for one of ``currency``,
    None where none is quoted: the price stays as it is. day: of the rate (ISO 8601), "" where unknown.

    >>> local_price(Decimal("24.90"), "EUR", "JPY", Decimal("163.21"), "2026-11-20").amount
    Decimal('4060')
    """
    if own is None or own == currency:
        return LocalPrice(price, currency, None, ())
    if rate is None:
        told = N_("Buyers here pay in {own}; no rate was given, so the amounts are in {currency}.")
        return LocalPrice(price, currency, None, (Sentence(told, own=own, currency=currency),))
    exact = rounded(price * rate, own)
    told = N_("Converted at the European Central Bank's rate of {day}: {rate} {own} for 1 {currency}; rounded as a shop would.")
    quoted = Decimal(f"{rate.normalize():f}")
    note = Sentence(told, day=date.fromisoformat(day) if day else "–", rate=quoted, own=own, currency=currency)
    return LocalPrice(price_point(exact, own), own, exact, (note,))


def price_point(amount: Decimal, currency: str) -> Decimal:
    """Return the amount to three leading figures, to a coin that exists and never finer than the smallest unit.

    >>> price_point(Decimal("38941"), "KRW"), price_point(Decimal("23.47"), "CHF"), price_point(Decimal("9.98"), "USD")
    (Decimal('38900'), Decimal('23.50'), Decimal('9.98'))
    """
    if not amount:
        return rounded(amount, currency)
    step = max(Decimal(1).scaleb(amount.adjusted() - FIGURES + 1), Decimal(1).scaleb(-minor_units(currency)))
    step = max(step, _COINS.get(currency, step))
    return rounded((amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step, currency)
