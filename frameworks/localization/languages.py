"""Which language a buyer of a market is spoken to in."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global

from frameworks.localization.scripts import alpha2, locale_for, plain
from frameworks.reference import Reference

FALLBACK = "en"
"""Where a market has no language on record, or none that texts exist in."""

_LEAST = 0.05
_WIDELY = 0.2
_NAMED_IN = ("en", "es")
_WITH_MORE = re.compile(r"(.+?)\s*\((.+)\)")


@dataclass(frozen=True)
class MainLanguage:
    """The language to show, and the largest official one where that is another.

    language: the one with texts. share: of the people who speak it (0-1), None where unknown.
    larger:   the largest official language where that is another, for want of texts; else None.
    """

    language: str
    share: float | None = None
    larger: str | None = None


def languages_of(reference: Reference, market: str) -> tuple[str, ...]:
    """Return the languages of a market: official ones first, then others that a twentieth speaks, largest first."""
    rows = reference.derived(_spoken).get(market, ())
    listed = [code for code, _share, official in rows if official]
    return tuple(dict.fromkeys(listed + [code for code, share, _official in rows if share >= _LEAST]))


def _spoken(reference: Reference) -> dict[str, tuple[tuple[str, float, bool], ...]]:
    """Language, share and whether official, by market, largest first."""
    rows = reference.table("languages")
    rows = rows[rows["language"] != "und"].sort_values(["share", "language"], ascending=[False, True])
    found: dict[str, list[tuple[str, float, bool]]] = {}
    for market, code, share, official in rows[["iso3", "language", "share", "official"]].itertuples(index=False):
        found.setdefault(market, []).append((plain(code), float(share), bool(official)))
    return {market: tuple(told) for market, told in found.items()}


def main_language(reference: Reference, market: str, written: Collection[str]) -> MainLanguage:
    """Return the language to speak to buyers of the market in, among those with texts.

    written: codes of the languages that texts exist in, such as ``"pt_BR"`` or ``"zh_Hant"``.

    The official language of the whole market that most people speak; without one, any language that a fifth
    speaks; else English. Figures and official status: CLDR territory information.
    """
    rows = reference.derived(_spoken).get(market, ())
    there = _national(alpha2(market))
    national = [(code, share) for code, share, _official in rows if code in there]
    first = next((code for code, _share in national), None)
    texts = {plain(code) for code in written}
    for some in (national, [(code, share) for code, share, _official in rows if share >= _WIDELY]):
        for code, share in some:
            if code in texts:
                return MainLanguage(code, share, first if first != code else None)
    return MainLanguage(FALLBACK, None, first if first != FALLBACK else None)


def official(market: str, language: str) -> bool:
    """Say whether a language is official in the whole of a market (ISO alpha-3)."""
    return plain(language) in _national(alpha2(market))


def _national(territory: str | None) -> frozenset[str]:
    """Languages official in the whole territory, not in a region of it."""
    about = get_global("territory_languages").get(territory, {})
    return frozenset(
        plain(code) for code, told in about.items() if told["official_status"] in ("official", "de_facto_official")
    )


def spelled(language: str, territory: str | None, written: Collection[str]) -> str:
    """Return the written form of a language for a territory: its variety there if texts exist in it.

    >>> spelled("zh", "TW", ("zh", "zh_Hant")), spelled("pt", "BR", ("pt", "pt_BR")), spelled("fr", "CA", ("fr",))
    ('zh_Hant', 'pt_BR', 'fr')
    """
    place = locale_for(language, territory)
    base = plain(language)
    by_shape = {code.replace("-", "_"): code for code in written}
    for code in (f"{base}_{place.script}_{territory}", f"{base}_{territory}", f"{base}_{place.script}", base):
        if code in by_shape:
            return by_shape[code]
    return next((code for code in sorted(written) if plain(code) == base), language)


def language_named(name: str) -> str | None:
    """Return the code of a language that somebody calls by its English or Spanish name, None for any other word.

    >>> language_named("German"), language_named("portuguese (Brazil)"), language_named("francés"), language_named("Owner")
    ('de', 'pt_BR', 'fr', None)
    """
    called, languages, places = name.strip().casefold(), *_names()
    if called in languages:
        return languages[called]
    more = _WITH_MORE.fullmatch(called)
    language = more and languages.get(more[1])
    if not language:
        return None
    if more[2].replace("-", "_") == language.casefold():
        return language
    return f"{language}_{places[more[2]]}" if more[2] in places else None


def is_known(language: str) -> bool:
    """Return whether CLDR knows the language of a code.

    >>> is_known("pt_BR"), is_known("sku")
    (True, False)
    """
    return plain(language) in Locale(FALLBACK).languages


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """Codes of the languages and of the territories by their names in small letters, from CLDR."""
    spoken = [Locale(code) for code in reversed(_NAMED_IN)]
    return (
        {name.casefold(): code for locale in spoken for code, name in locale.languages.items()},
        {name.casefold(): code for locale in spoken for code, name in locale.territories.items() if len(code) == 2},
    )
