"""Address forms: order, fields needed, what they are called."""

from __future__ import annotations

import doctest
import re

import pytest

from data.catalog import world
from frameworks.localization import address
from frameworks.localization.address import AUTOCOMPLETE, address_form
from frameworks.localization.scripts import alpha2


def rows(territory, language):
    return [[field.name for field in row] for row in address_form(territory, language).rows]


def test_examples_hold():
    assert doctest.testmod(address).failed == 0


NAME, REVERSED = ["given_name", "family_name"], ["family_name", "given_name"]


@pytest.mark.parametrize(
    ("territory", "language", "order"),
    [
        ("DE", "de", [NAME, ["street_address"], ["postal_code", "city"]]),
        ("US", "en", [NAME, ["street_address"], ["city", "country_area", "postal_code"]]),
        ("JP", "ja", [["postal_code"], ["country_area"], ["street_address"], REVERSED]),
        ("JP", "en", [NAME, ["street_address", "country_area"], ["postal_code"]]),
        ("SA", "ar", [NAME, ["street_address"], ["city", "postal_code"]]),
        ("AE", "ar", [NAME, ["street_address"], ["country_area"]]),
        ("IN", "hi", [NAME, ["street_address"], ["city", "postal_code"], ["country_area"]]),
        ("GB", "en", [NAME, ["street_address"], ["city"], ["postal_code"]]),
        ("FR", "fr", [NAME, ["street_address"], ["postal_code", "city"]]),
    ],
)
def test_the_order_is_the_local_one(territory, language, order):
    assert rows(territory, language) == order


def test_fields_are_called_what_they_are_called_there():
    kinds = {code: {f.name: f.kind for f in address_form(code, "en").fields} for code in ("US", "JP", "IN", "IE", "AE", "HK")}
    assert kinds["US"]["postal_code"] == "zip" and kinds["US"]["country_area"] == "state"
    assert kinds["JP"]["country_area"] == "prefecture" and kinds["IN"]["postal_code"] == "pin"
    assert kinds["IE"]["postal_code"] == "eircode" and kinds["AE"]["country_area"] == "emirate"
    assert kinds["HK"]["country_area"] == "area"


def test_choices_are_in_the_language_of_the_form():
    def first(territory, language):
        return next(field.choices[0] for field in address_form(territory, language).fields if field.choices)

    assert (first("JP", "ja"), first("JP", "en")) == ("北海道", "Hokkaido")
    assert first("AE", "ar") == "أبو ظبي" and first("AE", "en") == "Abu Dhabi"
    assert first("US", "en") == "Alabama"


def test_postal_codes_show_an_example_of_their_own_pattern():
    for market in world().markets:
        for field in address_form(alpha2(market), "en").fields:
            if field.example and field.pattern:
                assert re.match(field.pattern, field.example), market


def test_every_market_has_a_form_with_street_and_known_autofill_names():
    for market in world().markets:
        form = address_form(alpha2(market), "ar")
        names = [field.name for field in form.fields]
        assert "street_address" in names and len(names) == len(set(names)), market
        assert set(names) <= set(AUTOCOMPLETE), market


def test_what_is_needed():
    form = {field.name: field.needed for field in address_form("SA", "ar").fields}
    assert form["city"] and not form["postal_code"]
    assert not address_form(None, "en").known
