"""How amounts name their currency: signs, short forms and ISO codes, in a cell or in a header."""

from __future__ import annotations

import re
from functools import cache

from babel.core import get_global
from babel.numbers import list_currencies

SIGNS: dict[str, tuple[str, ...]] = {
    "R$": ("BRL",), "US$": ("USD",), "A$": ("AUD",), "AU$": ("AUD",), "CA$": ("CAD",), "C$": ("CAD",), "CAD$": ("CAD",),
    "NZ$": ("NZD",), "HK$": ("HKD",), "S$": ("SGD",), "NT$": ("TWD",), "MX$": ("MXN",), "CLP$": ("CLP",),
    "COP$": ("COP",), "AR$": ("ARS",), "$U": ("UYU",), "S/.": ("PEN",), "S/": ("PEN",), "Bs.": ("BOB",), "₡": ("CRC",),
    "Q": ("GTQ",), "€": ("EUR",), "£": ("GBP",), "₹": ("INR",), "Rs.": ("INR", "PKR", "LKR", "NPR"),
    "Rs": ("INR", "PKR", "LKR", "NPR"), "₩": ("KRW",), "￦": ("KRW",), "원": ("KRW",), "₽": ("RUB",), "руб.": ("RUB",),
    "руб": ("RUB",), "₺": ("TRY",), "TL": ("TRY",), "zł": ("PLN",), "zl": ("PLN",), "Kč": ("CZK",), "Ft": ("HUF",),
    "lei": ("RON",), "лв.": ("BGN",), "лв": ("BGN",), "₴": ("UAH",), "грн": ("UAH",), "₪": ("ILS",), "฿": ("THB",),
    "₫": ("VND",), "đ": ("VND",), "₱": ("PHP",), "Fr.": ("CHF",), "SFr.": ("CHF",), "RM": ("MYR",), "Rp": ("IDR",),
    "₦": ("NGN",), "₵": ("GHS",), "KSh": ("KES",), "R": ("ZAR",), "د.إ": ("AED",), "ر.س": ("SAR",), "﷼": ("SAR", "IRR"),
    "kr.": ("DKK", "SEK", "NOK", "ISK"), "kr": ("SEK", "NOK", "DKK", "ISK"), "円": ("JPY",), "元": ("CNY",),
    "RMB": ("CNY",), "¥": ("JPY", "CNY"), "￥": ("JPY", "CNY"),
    "$": ("USD", "CAD", "AUD", "MXN", "NZD", "SGD", "HKD", "CLP", "COP", "ARS"),
}  # fmt: skip
"""A sign to the currencies it stands for, the commonest first."""


@cache
def codes() -> frozenset[str]:
    """Return every ISO 4217 code in use somewhere since 1999."""
    current = {
        entry[0]
        for entries in get_global("territory_currencies").values()
        for entry in entries
        if entry[3] and (entry[2] is None or entry[2] >= (1999, 1, 1))
    }
    return frozenset(code for code in list_currencies() if code in current)


def pattern() -> str:
    """Return a regular expression (RE2 and Python) of every sign and code, the longest first."""
    signs = sorted((*SIGNS, *codes()), key=len, reverse=True)
    return "|".join(re.escape(sign) for sign in signs)


@cache
def _matcher() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{pattern()})(?![^\W\d_])")


def read(text: str) -> tuple[str, ...]:
    """Return the currencies the first sign or code in ``text`` may stand for; empty when there is none."""
    found = _matcher().search(text)
    if found is None:
        return ()
    return SIGNS.get(found[0], (found[0],))


def sign_in(text: str) -> str:
    """Return the first sign or code in ``text``, as written; empty when there is none."""
    found = _matcher().search(text)
    return found[0] if found else ""


def code(text: str) -> str | None:
    """Return the ISO code that ``text`` (a code in any case, or a sign) names, None when unknown."""
    bare = text.strip()
    if bare.upper() in codes():
        return bare.upper()
    meant = SIGNS.get(bare) or SIGNS.get(bare.lower()) or ()
    return meant[0] if meant else None
