"""Finds measures that buyers of the market do not use, and works out theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from frameworks.labels import N_, Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.linting.subject import Subject

CUSTOMARY = frozenset({"USA", "LBR"})
"""Markets that measure in feet, pounds and Fahrenheit (Unicode CLDR 48, measurement systems)."""
_BRITISH = frozenset({"GBR"})

# words, unit there, factor, whether the United Kingdom knows it too
_UNITS = (
    (r"(?:fl\.? ?oz\.?|fluid ounces?)", "ml", Decimal("29.5735"), False),
    (r"(?:oz\.?|ounces?)", "g", Decimal("28.3495"), False),
    (r"(?:lbs?\.?|pounds?)", "kg", Decimal("0.453592"), True),
    (r"(?:inch(?:es)?|in\.(?= |$)|″)", "cm", Decimal("2.54"), True),
    (r"(?:ft\.?|feet|foot)", "m", Decimal("0.3048"), True),
    (r"(?:yards?|yds?\.?)", "m", Decimal("0.9144"), True),
    (r"(?:miles?)", "km", Decimal("1.609344"), True),
    (r"(?:mph)", "km/h", Decimal("1.609344"), True),
    (r"(?:gallons?|gal\.)", "l", Decimal("3.78541"), False),
    (r"(?:quarts?|qt\.?)", "l", Decimal("0.946353"), False),
    (r"(?:pints?)", "ml", Decimal("473.176"), True),
    (r"(?:cups? of)", "ml", Decimal("236.588"), False),
    (r"(?:tbsp|tablespoons?)", "ml", Decimal("14.7868"), True),
)  # fmt: skip
_NUMBER = r"(?<![\w.,/$£€])(\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,6})?)[ \u00a0-]?"
_PATTERNS = tuple(
    (re.compile(_NUMBER + words + r"(?![^\W_])", re.IGNORECASE), unit, factor, known)
    for words, unit, factor, known in _UNITS
)
_FAHRENHEIT = re.compile(r"(?<!\w)(-?\d{1,4}(?:\.\d{1,4})?) ?(?:°|degrees? )? ?(?:F|Fahrenheit)(?![^\W_])")
_METRIC = re.compile(
    _NUMBER + r"(?:kg|kilograms?|g|grams?|cm|mm|km|(?:centi|milli|kilo)met(?:er|re)s?|ml|(?:milli)?lit(?:er|re)s?)(?![^\W_])"
)
_CELSIUS = re.compile(r"(?<!\w)(-?\d{1,4}(?:\.\d{1,4})?) ?(?:°|degrees? )? ?(?:C|Celsius)(?![^\W_])")
_SOURCE = "Unicode CLDR 48; NIST SP 811"


def look(subject: Subject) -> Iterator[Finding]:
    """Yield measures of the other system, each with the value in the market's own."""
    text = subject.text
    if subject.market in CUSTOMARY:
        for pattern in (_METRIC, _CELSIUS):
            for hit in pattern.finditer(text):
                told = N_("{words}: buyers there measure in inches, pounds and Fahrenheit.")
                yield _finding(subject, hit, told, N_("Give the customary measure beside it."))
        return
    taken: list[tuple[int, int]] = []
    told = N_("{words}: buyers there measure in metric units.")
    for pattern, unit, factor, known in _PATTERNS:
        if known and subject.market in _BRITISH:
            continue
        for hit in pattern.finditer(text):
            if any(start < hit.end() and hit.start() < end for start, end in taken):
                continue
            taken.append(hit.span())
            value = Decimal(hit[1].replace(",", "")) * factor
            yield _finding(subject, hit, told, f"{_three_digits(value)} {unit}")
    for hit in _FAHRENHEIT.finditer(text):
        if "°" in hit[0] or "ahrenheit" in hit[0] or "egree" in hit[0]:
            yield _finding(subject, hit, told, f"{(Decimal(hit[1]) - 32) * 5 / 9:.0f} °C")


def _three_digits(value: Decimal) -> str:
    """The value with three digits that count, without an exponent."""
    places = max(0, 2 - value.adjusted()) if value else 0
    text = f"{value:.{min(places, 3)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _finding(subject: Subject, hit: re.Match[str], told: str, suggestion: str) -> Finding:
    return subject.finding(
        "unit", Sentence(told, words=subject.said(*hit.span())), *hit.span(), suggestion=suggestion, source=_SOURCE,
        evidence="standard",
    )  # fmt: skip
