"""What a mobile number looks like in a market (metadata of Google's libphonenumber, through ``phonenumbers``)."""

from __future__ import annotations

from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType


@dataclass(frozen=True)
class PhoneExample:
    """An example number, as written at home and from abroad, and the calling code such as ``"+81"``."""

    national: str
    international: str
    calling_code: str


def phone_example(territory: str | None) -> PhoneExample | None:
    """Return an example of a mobile number in the territory (alpha-2), else of any number; None where it has none.

    >>> phone_example("JP")
    PhoneExample(national='090-1234-5678', international='+81 90-1234-5678', calling_code='+81')
    """
    if not territory:
        return None
    number = phonenumbers.example_number_for_type(territory, PhoneNumberType.MOBILE)
    number = number or phonenumbers.example_number(territory)
    if number is None:
        return None
    return PhoneExample(
        phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
        phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
        f"+{number.country_code}",
    )
