"""Measures in the units and words of the market."""

from decimal import Decimal

import pytest
from babel import Locale, localedata

from frameworks.localization.measures import local_measure, measure_text, system


@pytest.mark.parametrize("code", ["zh", "zh_Hant", "fa", "de", "ar_EG", "th", "ja", "sw"])
@pytest.mark.parametrize("unit", ["length-kilometer", "mass-gram", "volume-liter", "temperature-celsius"])
def test_the_name_of_the_unit_never_shows(code, unit):
    text = measure_text(Decimal(12), unit, Locale.parse(code))
    assert unit not in text and unit.partition("-")[0] + "-" not in text


def test_every_locale_writes_a_length():
    for code in localedata.locale_identifiers():
        assert "length-kilometer" not in measure_text(Decimal(3), "length-kilometer", Locale.parse(code))


def test_the_market_decides_the_unit():
    english = Locale.parse("en_US")
    assert local_measure(Decimal(25), "temperature-celsius", english, "US") == "77°F"
    assert local_measure(Decimal(10), "length-kilometer", Locale.parse("en_GB"), "GB") == "6.2 miles"
    assert local_measure(Decimal(10), "length-kilometer", Locale.parse("en_IE"), "IE") == "10 kilometres"
    assert system(None) == "metric"
