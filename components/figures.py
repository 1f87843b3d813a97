"""Published figures in their unit, as people write them."""

from __future__ import annotations

import math

from components.words import N_, _, compact, number, percent

_PERCENT = {
    "%": N_("{value}"),
    "% of adults 15+": N_("{value} of adults"),
    "% of people 15+": N_("{value} of people 15+"),
    "% of population": N_("{value} of people"),
    "% of GDP": N_("{value} of GDP"),
    "% of household expenditure": N_("{value} of spending"),
    "% of labour force": N_("{value} of labour force"),
    "% per year": N_("{value} a year"),
    "% (positive = depreciation)": N_("{value} (+ is loss of value)"),
    "SD of monthly log change, %": N_("{value} spread a month"),
    "SD of yearly log change, %": N_("{value} spread a year"),
}
_DOLLARS = {
    "USD": N_("{value}"),
    "USD 2015": N_("{value} (prices of 2015)"),
    "intl$ 2021": N_("{value} international (2021)"),
    "USD per person": N_("{value} a person"),
}
_AMOUNTS = {
    "persons": N_("{value} people"),
    "countries": N_("{value} countries"),
    "years": N_("{value} years"),
    "persons per km2": N_("{value} people per km²"),
    "per 100 persons": N_("{value} per 100 people"),
    "local currency per USD": N_("{value} per US dollar"),
}
_SCALES = {
    "0-100": N_("{value} of 100"),
    "0-100 (100 = clean)": N_("{value} of 100"),
    "0-10": N_("{value} of 10"),
    "0-10 (10 = zero tariff; 0 = 50 % or more)": N_("{value} of 10"),
    "0-1": N_("{value} of 1"),
    "1-5": N_("{value} of 5"),
    "standard normal units, about -2.5 to 2.5": N_("{value} (−2.5 to 2.5)"),
    "standard normal units": N_("{value}"),
    "points": N_("{value} points"),
}
_DIGITS = {"0-100": 0, "0-100 (100 = clean)": 0, "0-1": 2}


def figure(value: float | None, unit: str, error: float | None = None) -> str:
    """Return a figure in its unit (as the indicator list names it), short for amounts; "" where missing.

    error: published standard error in the same unit, added after ± where it is known.
    """
    if value is None or not math.isfinite(value):
        return ""
    if unit in _PERCENT:
        return _(_PERCENT[unit]).format(value=percent(value / 100, 1))
    if unit in _DOLLARS:
        return _(_DOLLARS[unit]).format(value=compact(value, "USD"))
    if unit in _AMOUNTS:
        return _(_AMOUNTS[unit]).format(value=_amount(value))
    digits = _DIGITS.get(unit, 1 if abs(value) >= 10 else 2)
    text = number(value, digits)
    if error is not None and math.isfinite(error):
        text = _("{value} ± {error}").format(value=text, error=number(error, max(digits, 1)))
    return _(_SCALES[unit]).format(value=text) if unit in _SCALES else f"{text} {unit}"


def _amount(value: float) -> str:
    if abs(value) >= 1000:
        return compact(value)
    return number(value, 0 if float(value).is_integer() else 1)
