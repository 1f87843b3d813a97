"""Public holidays of a market, worked out by the ``holidays`` package for any year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pycountry

EDITION = "0.109"
SOURCE = f"Python package holidays {EDITION} (MIT)"
URL = "https://pypi.org/project/holidays/"
YEAR = 2026
"""Year of the package's edition."""
_JOINED = "; "


@dataclass(frozen=True)
class PublicHoliday:
    """A public holiday of the whole market: its days, its name in a language asked for and in the local one.

    firm: False where the day depends on a sighting of the moon and is estimated.
    """

    start: dt.date
    end: dt.date
    name: str
    local_name: str
    firm: bool


def covered(market: str) -> bool:
    """Say whether the public holidays of ``market`` (ISO 3166-1 alpha-3) are known."""
    return _alpha2(market) in _countries()


@lru_cache(maxsize=512)
def public_holidays(market: str, years: tuple[int, ...], language: str = "en") -> tuple[PublicHoliday, ...]:
    """Return the nationwide public holidays of ``market`` in ``years``, in order; () where none are known.

    language: Babel code; names come in it where the package has it, else in English, else in the local
    language. Holidays of states and towns are left out. A holiday of several days in a row is one.
    """
    code = _alpha2(market)
    if code not in _countries():
        return ()
    known = _days(code, (), None)
    local = _days(code, years, known.default_language)
    spoken = _spoken(language, known.supported_languages or ())
    named = _days(code, years, spoken) if spoken and spoken != known.default_language else local
    unsure = str(getattr(local, "estimated_label", "")).replace("%s", "").strip(" ()")
    rows = [
        PublicHoliday(day, day, name, own, not (unsure and unsure in own))
        for day in sorted(local)
        for name, own in _pairs(named.get(day) or local[day], local[day])
    ]
    return tuple(_joined(rows))


def _alpha2(market: str) -> str:
    country = pycountry.countries.get(alpha_3=market)
    return country.alpha_2 if country else ""


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    from holidays import list_supported_countries  # takes a while; only the calendar needs it

    return frozenset(list_supported_countries(include_aliases=False))


def _days(code: str, years: tuple[int, ...], language: str | None) -> Any:
    from holidays import country_holidays

    return country_holidays(code, years=years, language=language)


def _spoken(language: str, known: tuple[str, ...]) -> str | None:
    """Return the package's language that is nearest to the one asked for, None for the local one."""
    for wanted in (language, language.split("_")[0], "en_US", "en"):
        found = next((code for code in known if code == wanted or code.split("_")[0] == wanted), None)
        if found:
            return found
    return None


def _pairs(names: str, own: str) -> list[tuple[str, str]]:
    """Part names that share a day, where both languages part alike."""
    one, other = names.split(_JOINED), own.split(_JOINED)
    return list(zip(one, other, strict=True)) if len(one) == len(other) else [(names, own)]


def _joined(rows: list[PublicHoliday]) -> list[PublicHoliday]:
    """Join days of one name that follow each other."""
    found: list[PublicHoliday] = []
    for row in rows:
        at = next(
            (
                i for i, before in enumerate(found)
                if before.local_name == row.local_name and before.end + dt.timedelta(days=1) == row.start
            ),
            None,
        )  # fmt: skip
        if at is None:
            found.append(row)
        else:
            found[at] = PublicHoliday(found[at].start, row.end, row.name, row.local_name, found[at].firm and row.firm)
    return found
