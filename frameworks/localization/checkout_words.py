"""Which phrase of the shop stands where in a checkout, and how it is filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frameworks.localization.checkout_model import Text
from frameworks.localization.phrases import phrase
from frameworks.localization.scripts import plain
from frameworks.reference import Reference

SLOTS = (
    "checkout", "contact", "delivery_address", "delivery_method", "order_summary", "payment", "optional", "quantity",
    "secure_payment", "back_to_cart", "total",
)  # fmt: skip
"""Headings and buttons of the checkout, by phrase."""

_POSTCODE = frozenset({"AU", "GB", "GG", "IE", "IM", "JE", "MY", "NZ", "ZA"})
"""Where English calls a postal code a postcode."""

_FAMILIES = {"postal_code": "code", "city": "place", "city_area": "place", "country_area": "area"}

Fill = Mapping[str, str]
Say = Callable[..., Text]
"""``say(key, count=None, **values)`` gives a phrase, filled, in the buyer's language."""


def speaker(reference: Reference, language: str, formality: str, missing: set[str]) -> Say:
    """Return the function that says a phrase; ``missing`` collects the languages it had to fall back to."""

    def say(key: str, count: int | None = None, /, **values: str) -> Text:
        found = phrase(reference, key, language, formality=formality, count=count)
        if plain(found.language) != plain(language):
            missing.add(found.language)
        text = found.text
        for name, value in values.items():  # not str.format: values are what people typed
            text = text.replace("{" + name + "}", value)
        return Text(text, found.language.replace("_", "-"))

    return say


def field_key(name: str, kind: str, territory: str | None, language: str) -> str:
    """Return the phrase that names a field of the address form.

    >>> field_key("postal_code", "zip", "US", "en"), field_key("country_area", "prefecture", "JP", "ja")
    ('code.zip', 'area.prefecture')
    """
    if name == "postal_code" and kind == "postal" and territory in _POSTCODE and plain(language) == "en":
        return "code.postcode"
    if name in _FAMILIES:
        return f"{_FAMILIES[name]}.{kind}"
    return {"street_address": "street"}.get(name, name)
