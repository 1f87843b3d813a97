"""Which clock a market lives by, and a city that lends an example address its name (IANA zones, Unicode CLDR)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone, get_timezone_location

from frameworks.labels import N_

_MAIN = {
    "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney", "BR": "America/Sao_Paulo", "CA": "America/Toronto",
    "CD": "Africa/Kinshasa", "CL": "America/Santiago", "CN": "Asia/Shanghai", "DE": "Europe/Berlin",
    "EC": "America/Guayaquil", "ES": "Europe/Madrid", "FM": "Pacific/Pohnpei", "GL": "America/Nuuk",
    "ID": "Asia/Jakarta", "KI": "Pacific/Tarawa", "KZ": "Asia/Almaty", "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City", "MY": "Asia/Kuala_Lumpur", "NZ": "Pacific/Auckland", "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby", "PS": "Asia/Gaza", "PT": "Europe/Lisbon", "RU": "Europe/Moscow", "UA": "Europe/Kyiv",
    "US": "America/New_York", "UZ": "Asia/Tashkent", "CY": "Asia/Nicosia",
}  # fmt: skip
"""Where a territory has several zones, the one most of its people live in."""
_AREAS = {
    "AU": ("New South Wales",), "CA": ("Ontario",), "IN": ("West Bengal", "पश्चिम बंगाल"), "MY": ("Kuala Lumpur",),
    "CL": ("Región Metropolitana", "Región Metropolitana de Santiago"), "IE": ("Co. Dublin",), "TW": ("台北市", "Taipei City"),
}  # fmt: skip
"""The area of the city where it has another name."""
_TOWNS = {("KR", "ko"): "중구", ("TW", "zh"): "中正區"}
"""Where an address names a district of the city beside a state that is the city: a district by that name is there."""
NO_PLACE = N_("The example address shows the form; its street, town and postal code are of no one place.")
MOMENT = time(12, 40)
"""The example moment, at UTC."""


def zone_of(territory: str | None) -> str | None:
    """Return the IANA zone most people of a territory (alpha-2) live in, None where none is on record.

    >>> zone_of("JP"), zone_of("US")
    ('Asia/Tokyo', 'America/New_York')
    """
    zones = get_global("territory_zones").get(territory or "", ())
    return _MAIN.get(territory or "") or (zones[0] if zones else None)


def moment(today: date, territory: str | None) -> datetime:
    """Return the example moment of the day on the clock of the territory; UTC where its zone is not known."""
    then = datetime.combine(today, MOMENT, tzinfo=UTC)
    name = zone_of(territory)
    try:
        return then if name is None else then.astimezone(get_timezone(name))
    except LookupError:
        return then


def area_of(areas: Sequence[str], city: str, territory: str | None = None) -> str:
    """Return the state, prefecture or emirate of the city as far as it is named like it or known, else "".

    >>> area_of(("北海道", "東京都"), "東京"), area_of(("Alberta", "Ontario"), "Toronto", "CA"), area_of(("Alabama",), "York")
    ('東京都', 'Ontario', '')
    """
    known = _AREAS.get(territory or "", ())
    return next((area for area in areas if area in known or (city and city in area)), "")


def town_of(territory: str | None, locale: Locale) -> str:
    """Return what stands in the field of the town: the city, or a district of it where addresses have that.

    >>> town_of("KR", Locale.parse("ko")), town_of("KR", Locale.parse("en")), town_of("JP", Locale.parse("ja"))
    ('중구', 'Seoul', '東京')
    """
    return _TOWNS.get((territory or "", locale.language)) or city_of(territory, locale)


def city_of(territory: str | None, locale: Locale) -> str:
    """Return the city the zone is named after, as the locale writes it, "" where there is none.

    >>> city_of("JP", Locale.parse("ja"))
    '東京'
    """
    name = zone_of(territory)
    try:
        if name is None:
            return ""
        former = [old for old, new in get_global("zone_aliases").items() if new == name]  # CLDR names cities by these
        own = (locale.time_zones.get(zone, {}).get("city") for zone in (name, *former))
        return next(filter(None, own), "") or get_timezone_location(name, locale, return_city=True)
    except (LookupError, ValueError):
        return ""
