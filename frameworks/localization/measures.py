"""Lengths, weights, volumes and temperatures as a market measures and writes them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from babel import Locale
from babel.units import format_unit

from frameworks.localization.scripts import local_digits

SYSTEMS = ("metric", "us", "uk")
_US = frozenset({"US", "LR"})
_FAHRENHEIT = frozenset({"US", "BS", "BZ", "KY", "PR", "PW", "LR"})
_TO_US = {
    "length-kilometer": ("length-mile", Decimal("0.621371")), "length-meter": ("length-foot", Decimal("3.28084")),
    "length-centimeter": ("length-inch", Decimal("0.393701")), "mass-kilogram": ("mass-pound", Decimal("2.20462")),
    "mass-gram": ("mass-ounce", Decimal("0.035274")), "volume-liter": ("volume-gallon", Decimal("0.264172")),
    "volume-milliliter": ("volume-fluid-ounce", Decimal("0.033814")),
}  # fmt: skip


def system(territory: str | None) -> str:
    """Return how a territory (alpha-2) measures: ``"metric"``, ``"us"`` or ``"uk"`` (Unicode CLDR 48).

    >>> system("US"), system("GB"), system("MM")
    ('us', 'uk', 'metric')
    """
    return "us" if territory in _US else "uk" if territory == "GB" else "metric"


def measure_text(value: Decimal, unit: str, locale: Locale, *, width: str = "long") -> str:
    """Return a measure as the locale writes it, with its digits.

    unit: as CLDR names it, ``"length-kilometer"``. The long form that Babel lacks for some locales, where it prints
    the name of the unit, gives way to the short one.

    >>> measure_text(Decimal(12), "length-kilometer", Locale.parse("zh"))
    '12公里'
    """
    for tried in (width, "short", "narrow"):
        text = format_unit(value, unit, tried, locale=locale)
        if unit not in text:
            return local_digits(text, locale)
    return local_digits(f"{value}", locale)


def local_measure(value: Decimal, unit: str, locale: Locale, territory: str | None) -> str:
    """Return a metric measure in the units of the territory, with one decimal where it was converted.

    >>> local_measure(Decimal(2), "mass-kilogram", Locale.parse("en_US"), "US")
    '4.4 pounds'
    """
    if unit == "temperature-celsius":
        if territory in _FAHRENHEIT:
            warmth = (value * 9 / 5 + 32).quantize(Decimal(1), ROUND_HALF_UP)
            return measure_text(warmth, "temperature-fahrenheit", locale, width="short")
        return measure_text(value, unit, locale, width="short")
    way = system(territory)
    if unit in _TO_US and (way == "us" or (way == "uk" and unit == "length-kilometer")):
        unit, factor = _TO_US[unit]
        value = (value * factor).quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
    return measure_text(value, unit, locale)
