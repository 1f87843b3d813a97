"""Names, addresses, phone numbers and amounts shaped for one country."""

import pytest

from frameworks.localization.linting import forms
from frameworks.localization.linting.subject import Subject


def _told(reference, text, market, home="USA"):
    return [finding.check for finding in forms.look(Subject(text, market, reference, home))]


@pytest.mark.parametrize(("text", "market", "found"), [
    ("First name", "HUN", ["name_form"]), ("First name", "DEU", []), ("Hello ${first_name}!", "JPN", ["name_form"]),
    ("Zip code", "DEU", ["address_form"]), ("Zip up the jacket", "DEU", []), ("State of the art", "DEU", []),
    ("Your state", "BRA", []),
    ("Your state", "FRA", ["address_form"]), ("(555) 010-1234", "DEU", ["address_form"]), ("555-010-1234", "CAN", []),
    ("$20", "DEU", ["money"]), ("$20", "ECU", []), ("€20", "DEU", []), ("20 euros", "BGR", []), ("£5",
    "FRA", ["money"]),
    ("${amount}", "DEU", []), ("No sales tax", "FRA", ["money"]), ("No sales tax", "CAN", []),
])  # fmt: skip
def test_forms(reference, text, market, found):
    assert _told(reference, text, market) == found


def test_a_market_without_postal_codes_is_told_so(reference):
    finding = next(forms.look(Subject("ZIP code", "ARE", reference, "USA")))
    assert "no postal code" in str(finding.message)
