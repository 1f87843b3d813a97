"""Checks that amounts keep their currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, cldr, found
from frameworks.localization.finding import Finding
from frameworks.localization.money import currencies

_SIGNS = {
    "€": {"EUR"}, "£": {"GBP", "EGP"}, "¥": {"JPY", "CNY"}, "￥": {"JPY", "CNY"}, "円": {"JPY"}, "元": {"CNY", "TWD", "HKD"},
    "₩": {"KRW"}, "원": {"KRW"}, "₹": {"INR"}, "₽": {"RUB"}, "₺": {"TRY"}, "₪": {"ILS"}, "฿": {"THB"}, "₫": {"VND"},
    "₴": {"UAH"}, "₱": {"PHP"}, "₦": {"NGN"}, "₸": {"KZT"}, "zł": {"PLN"}, "Kč": {"CZK"}, "Ft": {"HUF"},
    "R$": {"BRL"}, "US$": {"USD"}, "C$": {"CAD"}, "A$": {"AUD"}, "NT$": {"TWD"}, "HK$": {"HKD"}, "S$": {"SGD"},
    "$": {"USD", "CAD", "AUD", "NZD", "MXN", "CLP", "COP", "ARS", "SGD", "HKD", "TWD"},
}  # fmt: skip
_NAMED = ("EUR", "USD", "GBP", "JPY", "CNY", "CHF", "INR", "KRW", "BRL", "PLN", "CZK", "SEK", "NOK", "DKK", "TRY", "RUB")
_SIGN = re.compile("|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True)))
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=256)
def _names(language: str) -> tuple[tuple[str, str], ...]:
    """Return (beginning of a currency's last or only word, code) for the currencies that texts name."""
    locale = cldr(language)
    listed: dict[str, set[str]] = {}
    for code in _NAMED:
        forms = {locale.currencies.get(code, ""), *(locale._data["currency_names_plural"].get(code) or {}).values()}
        for form in forms:
            if form and not re.search(r"\s", form):
                word = form.casefold()
                listed.setdefault(word if len(word) < 5 else word[:-1], set()).add(code)
    for word, code in (("euro", "EUR"), ("dollar", "USD"), ("dólar", "USD"), ("доллар", "USD"), ("yen", "JPY"),
                       ("ドル", "USD"), ("ユーロ", "EUR"), ("美元", "USD"), ("欧元", "EUR"), ("歐元", "EUR"), ("dolar", "USD"),
                       ("달러", "USD"), ("유로", "EUR"), ("يورو", "EUR"), ("دولار", "USD"), ("евро", "EUR"),
                       ("ευρώ", "EUR"), ("יורו", "EUR"), ("डॉलर", "USD"), ("यूरो", "EUR"), ("pound sterling", "GBP"),
                       ("eura", "EUR"), ("euró", "EUR"), ("євро", "EUR"), ("evro", "EUR")):  # fmt: skip
        listed.setdefault(word, set()).add(code)
    return tuple((word, next(iter(codes))) for word, codes in listed.items() if len(codes) == 1)


def said(text: str, language: str) -> list[frozenset[str]]:
    """Return for each currency a text shows the ISO 4217 codes it may mean.

    >>> [sorted(codes) for codes in said("12,50 € oder 13 CHF", "de")]
    [['EUR'], ['CHF']]
    """
    shown = [frozenset(_SIGNS[hit]) for hit in _SIGN.findall(text) if not hit.isalpha() or _apart(text, hit)]
    shown += [frozenset({code}) for code in _CODE.findall(text) if code in currencies()]
    if re.search(r"\d", text):
        folded = text.casefold()
        shown += [frozenset({code}) for word, code in _names(language) if word in folded and _begins(folded, word)]
    return shown


def _apart(text: str, sign: str) -> bool:
    if not sign.isascii() and sign not in ("zł", "Kč"):
        return re.search(rf"\d\s?[万萬만천]?\s?{sign}", text) is not None
    return re.search(rf"(?<![^\W\d_]){sign}(?![^\W\d_])", text) is not None


def _begins(text: str, word: str) -> bool:
    return not word[0].isascii() or re.search(rf"(?<![^\W\d_]){re.escape(word)}", text) is not None


def check(pair: Pair) -> Iterator[Finding]:
    """Find currencies of the source that the translation lacks or replaces."""
    wanted = said(pair.source_plain, pair.source_language)
    if not wanted or not pair.target.strip() or pair.branching:
        return
    got = said(pair.target_plain, pair.language)
    for codes in dict.fromkeys(wanted):
        if any(codes & mine for mine in got):
            continue
        other = next((mine for mine in got if not any(mine & theirs for theirs in wanted)), None)
        shown = "/".join(sorted(codes)[:3]) if len(codes) < 4 else "USD"
        if other is None:
            message = Sentence(N_("The currency {code} of the source is missing."), code=shown)
        else:
            message = Sentence(
                N_("The source says {code}, the translation {other}."), code=shown, other="/".join(sorted(other)[:3])
            )
        at = _SIGN.search(pair.target_plain)
        yield found("currency", message, *((at.start(), at.end()) if at and other else (None, None)))
