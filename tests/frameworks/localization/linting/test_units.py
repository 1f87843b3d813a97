"""Units: the market's own value beside each foreign one."""

import pytest

from frameworks.localization.linting import units
from frameworks.localization.linting.subject import Subject


def _told(reference, text, market="DEU"):
    return [finding.suggestion for finding in units.look(Subject(text, market, reference, "USA"))]


@pytest.mark.parametrize(("text", "there"), [
    ("4.5 oz", "128 g"), ("12 fl oz", "355 ml"), ("2 lbs", "0.907 kg"), ("27-inch", "68.6 cm"), ("1,000 miles",
    "1609 km"), ("77 °F", "25 °C"),
    ("32 degrees Fahrenheit", "0 °C"), ("2 cups of flour", "473 ml"), ("6 ft", "1.83 m"),
])  # fmt: skip
def test_values_are_worked_out(reference, text, there):
    assert _told(reference, text) == [there]


@pytest.mark.parametrize("text", [
    "6 cups", "500 g", "10 F", "Room 5 F", "3 in stock", "$5 oz", "ounce", "footstool", "2 for 1", "poundcake 1",
])  # fmt: skip
def test_what_is_no_foreign_measure_passes(reference, text):
    assert _told(reference, text) == []


def test_each_system_in_its_place(reference):
    assert _told(reference, "20 miles", "GBR") == [] and len(_told(reference, "20 km, 30 °C", "USA")) == 2
