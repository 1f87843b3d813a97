"""Brings a file's words for markets, channels, devices, languages, zones and currencies to ours.

Works on the distinct words of a column, so that ten million rows cost no more than their few hundred words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

import pycountry
from babel import Locale

from data.ingest import channel_words, market_words, money, zones
from data.ingest.folding import fold
from data.ingest.markets import market, says_something

NUMBERED_APP = "other"
"""The channel of a numeric source, which Shopify writes for orders that an app made."""


@cache
def _table(which: str) -> dict[str, str]:
    words = channel_words.CHANNELS if which == "channel" else channel_words.DEVICES
    known: dict[str, str] = {}
    for key, said in words.items():
        for word in (key, *said):
            known.setdefault(fold(word), key)
    return known


def channel(text: str) -> str | None:
    """Return the channel key for a file's word, None when it is not known.

    >>> [channel(word) for word in ("Organic Search", "PAID_SOCIAL", "google / cpc", "580111", "Pesquisa orgânica", "Fax")]
    ['organic_search', 'paid_social', 'paid_search', 'other', 'organic_search', None]
    """
    if not says_something(text):
        return None
    bare = text.strip()
    if re.fullmatch(r"\d+", bare):
        return NUMBERED_APP
    if found := _table("channel").get(fold(bare)):
        return found
    if "/" in bare:  # source / medium
        source, _, medium = (part.strip().lower() for part in bare.partition("/"))
        return _by_medium(source, medium)
    if ":" in bare:  # WooCommerce's origin: "Source: Google", "Organic: Google", "Referral: Pinterest.com"
        head, _, tail = bare.partition(":")
        return _table("channel").get(fold(head)) or _table("channel").get(fold(tail))
    host = re.fullmatch(r"(?:www\.|m\.|l\.|lm\.)?([a-z0-9-]+)\.(?:com|net|org|de|co\.uk|fr|jp)", bare.lower())
    if host:
        return _table("channel").get(fold(host[1])) or "referral"
    return None


def _by_medium(source: str, medium: str) -> str | None:
    social = _table("channel").get(fold(source)) in ("organic_social", "paid_social")
    if medium in ("cpc", "ppc", "paid", "paidsearch", "cpm", "paid_social", "paidsocial"):
        return "paid_social" if social or "social" in medium else "display" if medium == "cpm" else "paid_search"
    if medium in ("(none)", "none"):
        return "direct"
    return _table("channel").get(fold(medium)) or _table("channel").get(fold(source))


def device(text: str) -> str | None:
    """Return the device key for a file's word, None when it is not known."""
    return _table("device").get(fold(text)) if says_something(text) else None


@cache
def _languages() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in pycountry.languages:
        if code := getattr(language, "alpha_2", None):
            for attribute in ("name", "alpha_3", "bibliographic", "common_name"):
                if name := getattr(language, attribute, None):
                    known.setdefault(fold(name), code)
    for spoken in market_words.LANGUAGES:
        for code, name in Locale.parse(spoken).languages.items():
            if len(code) == 2:
                known.setdefault(fold(name), code)
    known |= {
        fold("Mandarin"): "zh",
        fold("Simplified Chinese"): "zh",
        fold("Traditional Chinese"): "zh",
        "norsk": "no",
    }
    return known


@cache
def language(text: str) -> str | None:
    """Return the two-letter code of the language that a cell names ("de-AT", "German", "Deutsch"), None if unknown."""
    bare = text.strip()
    if not says_something(bare):
        return None
    if tag := re.fullmatch(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8})*", bare):
        return tag[1].lower() if pycountry.languages.get(alpha_2=tag[1].lower()) else None
    return _languages().get(fold(bare)) or _languages().get(fold(re.sub(r"[(\[,].*", "", bare)))


READERS: dict[str, Callable[[str], str | None]] = {
    "market": market,
    "channel": channel,
    "device": device,
    "language": language,
    "zone": zones.zone,
    "currency": money.code,
}
"""Field type to what brings one of its words to ours."""

REPORTED = ("market", "channel", "device", "language", "currency", "zone")
"""Types whose unknown words the report names."""


def read_words(kind: str, words: Iterable[str]) -> list[tuple[str, str | None]]:
    """Return (the word as written, ours or None) for the distinct words of a column of the type."""
    reader = READERS[kind]
    return [(word, reader(word)) for word in words]
