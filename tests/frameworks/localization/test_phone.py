"""Example numbers."""

from __future__ import annotations

import doctest

import phonenumbers

from data.catalog import world
from frameworks.localization import phone
from frameworks.localization.phone import phone_example
from frameworks.localization.scripts import alpha2


def test_examples_hold():
    assert doctest.testmod(phone).failed == 0


def test_known_formats():
    assert phone_example("DE").national == "01512 3456789"
    assert phone_example("SA").calling_code == "+966"
    assert phone_example("US").national == "(201) 555-0123"
    assert phone_example(None) is None and phone_example("AQ") is None


def test_every_example_is_a_number_of_its_market():
    for market in world().markets:
        example = phone_example(alpha2(market))
        if example is not None:
            assert phonenumbers.is_possible_number(phonenumbers.parse(example.international)), market
