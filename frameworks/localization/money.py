"""Amounts of money as a market writes them, and prices as people type them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from babel import Locale
from babel.core import get_global
from babel.numbers import (
    NumberFormatError,
    format_currency,
    format_percent,
    get_currency_precision,
    parse_decimal,
)

from frameworks.labels import N_, Sentence
from frameworks.localization.scripts import local_digits

MOST = Decimal(10) ** 11
"""The largest price taken: beyond any thing sold in any currency."""

_LONGEST = 40

_SINCE = {"BG": "EUR"}
"""Tender that CLDR 48 does not have yet: Bulgaria took the euro on 1 January 2026, when ISO 4217 withdrew BGN."""


class PriceError(Sentence):
    """A price, or its currency, that cannot be used, and what to do."""


def currency_of(territory: str | None) -> str | None:
    """Return the legal tender of a territory (alpha-2) today; its own before a shared or foreign one.

    None where CLDR has none.

    >>> currency_of("JP"), currency_of("BT"), currency_of("PA")
    ('JPY', 'BTN', 'PAB')
    """
    tender = _tender(territory) if territory else ()
    return next((code for code in tender if code.startswith(territory or "")), tender[0] if tender else None)


def _tender(territory: str) -> tuple[str, ...]:
    if territory in _SINCE:
        return (_SINCE[territory],)
    listed = get_global("territory_currencies").get(territory, ())
    return tuple(code for code, _start, end, legal in listed if end is None and legal)


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """Return the ISO 4217 codes that prices may be given in: legal tender somewhere today."""
    return frozenset(code for territory in get_global("territory_currencies") for code in _tender(territory))


def minor_units(currency: str) -> int:
    """Return how many decimals amounts in the currency have (CLDR).

    >>> minor_units("JPY"), minor_units("EUR"), minor_units("KWD")
    (0, 2, 3)
    """
    return get_currency_precision(currency)


def checked_price(amount: object, currency: str, locale: str | Locale = "en", *, zero: bool = True) -> Decimal:
    """Return a price that can be shown, from what someone typed or a number.

    locale: how the reader writes numbers; ``1234.5`` is understood everywhere.
    zero:   whether nothing may be charged.

    Raises PriceError: no currency, no number, negative, too large, more decimals than the currency has.
    """
    if currency not in currencies():
        raise PriceError(
            N_("{currency} is not a currency in use; choose one of the list."), currency=f"{str(currency)[:12]}"
        )
    value = _number(amount, Locale.parse(locale) if isinstance(locale, str) else locale)
    if not value.is_finite():
        raise PriceError(N_("The price must be a number, such as {example}."), example=_example(currency))
    if value < 0:
        raise PriceError(N_("The price is below zero; give what the buyer pays, {example} for example."),
                         example=_example(currency))  # fmt: skip
    if value == 0 and not zero:
        raise PriceError(N_("The price is zero; give what the buyer pays, {example} for example."),
                         example=_example(currency))  # fmt: skip
    if value > MOST:
        raise PriceError(N_("The price is above {most}; check for extra digits."), most=int(MOST))
    places = minor_units(currency)
    if value != value.quantize(Decimal(1).scaleb(-places)):
        if places == 0:
            raise PriceError(N_("{currency} has no decimals; give a whole number."), currency=currency)
        raise PriceError(
            N_("{currency} has {places} decimals; the price has more."), currency=currency, places=places
        )
    return value.quantize(Decimal(1).scaleb(-places))


def _example(currency: str) -> str:
    return {0: "1250", 3: "12.500"}.get(minor_units(currency), "12.50")


def _number(amount: object, locale: Locale) -> Decimal:
    if isinstance(amount, bool) or not isinstance(amount, str | int | float | Decimal):
        return Decimal("NaN")
    if not isinstance(amount, str):
        return Decimal(str(amount))
    text = re.sub(r"[\s\u00a0\u202f]", "", amount).replace("\u2212", "-")
    if len(text) > _LONGEST or not re.fullmatch(r"[+-]?\d[\d.,'’\u066b\u066c]*", text):
        return Decimal("NaN")
    try:
        return parse_decimal(text, locale=locale, strict=True)
    except (NumberFormatError, InvalidOperation, ValueError):
        pass
    if re.fullmatch(r"[+-]?\d+,\d{1,2}", text):  # a decimal comma, whatever the reader's locale
        text = text.replace(",", ".")
    return Decimal(text) if re.fullmatch(r"[+-]?\d+(\.\d+)?", text) else Decimal("NaN")


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Return the amount to the currency's smallest unit, halves up.

    >>> rounded(Decimal("2.5"), "JPY"), rounded(Decimal("1.2345"), "KWD")
    (Decimal('3'), Decimal('1.235'))
    """
    return amount.quantize(Decimal(1).scaleb(-minor_units(currency)), rounding=ROUND_HALF_UP)


def converted(amount: Decimal, rate: float, currency: str) -> Decimal:
    """Return ``amount`` times ``rate`` (units of ``currency`` for one of the amount's), to the smallest unit."""
    return rounded(amount * Decimal(str(rate)), currency)


def money_text(amount: Decimal, currency: str, locale: Locale) -> str:
    """Return the amount as the locale writes it, with the currency's decimals and the locale's digits.

    >>> money_text(Decimal("1299.5"), "EUR", Locale.parse("de_DE"))
    '1.299,50\\xa0€'
    """
    text = format_currency(rounded(amount, currency), currency, locale=locale, numbering_system="default")
    text = re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", "\u00a0", text)  # CLDR's currency spacing, which Babel lacks
    if locale.text_direction == "rtl":  # keeps the sign of a foreign currency with its letters: US$, not $US
        text = re.sub(r"(?<=[A-Za-z]\$)(?!\u200e)", "\u200e", text)
    return local_digits(text, locale)


def percent_text(percent: float, locale: Locale) -> str:
    """Return a rate in per cent, with its own decimals up to three.

    >>> percent_text(8.875, Locale.parse("en_US")), percent_text(19, Locale.parse("de_DE"))
    ('8.875%', '19\\xa0%')
    """
    share = Decimal(str(percent)) / 100
    shape = locale.percent_formats[None].pattern.split(";")[0]
    shape = re.sub(r"0(\.[0#]+)?(?=[^0#]*$)", "0.###", shape, count=1)
    text = format_percent(share, format=shape, locale=locale, numbering_system="default")
    system = locale.default_numbering_system
    sign = locale.number_symbols.get(system, {}).get("percentSign", "%")
    return local_digits(text.replace("%", sign), locale)


def instalment(total: Decimal, times: int, currency: str) -> Decimal:
    """Return the largest of ``times`` equal payments: the total divided, rounded to the smallest unit."""
    return rounded(total / times, currency)
