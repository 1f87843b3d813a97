"""Brings the names that files give countries to ISO 3166 alpha-3, in more than forty languages."""

from __future__ import annotations

import re
from functools import cache

import pycountry
from babel import Locale

from data.ingest.folding import fold
from data.ingest.market_words import EVERYDAY, LANGUAGES, MARKETPLACES, NOT_SAID

_SHOP = re.compile(r"(?:www\.)?(?:amazon|ebay|etsy|zalando|non-amazon)[ .]+((?:com?\.)?[a-z]{2,3})", re.IGNORECASE)


@cache
def _codes() -> dict[str, str]:
    """ISO codes in lower case (alpha-2, alpha-3 and numeric) to alpha-3."""
    known = {"uk": "GBR", "el": "GRC", "xk": "XKX", "xkx": "XKX", "an": "CUW"}
    for country in pycountry.countries:
        known[country.alpha_2.lower()] = known[country.alpha_3.lower()] = known[country.numeric] = country.alpha_3
    return known


@cache
def _names() -> dict[str, str]:
    """Folded names to alpha-3; where languages disagree the earlier in ``LANGUAGES`` holds."""
    known = {fold(name): code for name, code in EVERYDAY.items()}
    for country in pycountry.countries:
        for attribute in ("name", "official_name", "common_name"):
            if name := getattr(country, attribute, None):
                known.setdefault(fold(name), country.alpha_3)
    codes = _codes()
    for language in LANGUAGES:
        for territory, name in Locale.parse(language).territories.items():
            if territory.lower() in codes and len(territory) == 2:
                known.setdefault(fold(name), codes[territory.lower()])
    return known


@cache
def _not_said() -> frozenset[str]:
    return frozenset(word.casefold() for word in NOT_SAID)


@cache
def market(text: str) -> str | None:
    """Return the alpha-3 code for what a file calls a country, None when it is not known.

    Takes codes, names in any of the languages, everyday names, locales ("de-AT") and marketplaces ("Amazon.co.uk").

    >>> [market(text) for text in ("Deutschland", "gb", "Holland", "Amazon.com.be", "(not set)", "de_AT", "ドイツ")]
    ['DEU', 'GBR', 'NLD', 'BEL', None, 'AUT', 'DEU']
    """
    bare = text.strip().strip("\"'").strip()
    if not says_something(bare):
        return None
    if found := _codes().get(bare.lower()):
        return found
    if shop := _SHOP.fullmatch(bare):
        return MARKETPLACES.get(shop[1].lower())
    if found := _names().get(fold(bare)):
        return found
    if locale := re.fullmatch(r"[a-z]{2,3}[-_](?:[A-Z][a-z]{3}[-_])?([A-Z]{2})", bare):
        return _codes().get(locale[1].lower())
    if coded := re.fullmatch(r"(?:([A-Z]{2,3})\s*[-–:|]\s*\D+|(?P<name>.+?)\s*\(([A-Z]{2,3})\))", bare):
        return _codes().get((coded[1] or coded[3]).lower()) or (
            _names().get(fold(coded["name"])) if coded["name"] else None
        )
    if "," in bare:  # "Korea, Republic of", "Hamburg, Germany"
        head, _, tail = bare.rpartition(",")
        return _names().get(fold(f"{tail} {head}")) or _names().get(fold(tail)) or _names().get(fold(head))
    return None


def says_something(text: str) -> bool:
    """Whether a cell names anything; "(not set)" and its translations do not."""
    return bool(text.strip()) and text.strip().casefold() not in _not_said()
