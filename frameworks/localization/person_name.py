"""In which order a form asks for the parts of a person's name."""

from __future__ import annotations

from frameworks.localization.scripts import plain

FAMILY_FIRST = frozenset({"hu", "ja", "ko", "vi", "yue", "zh"})
"""Languages whose names start with the family name: Unicode CLDR, person names (UTS #35 part 8), name order
``surnameFirst``. Babel does not carry this part of CLDR."""


def name_order(language: str) -> tuple[str, str]:
    """Return ``("family_name", "given_name")`` or the reverse, as names in the language are written.

    >>> name_order("ja"), name_order("de")
    (('family_name', 'given_name'), ('given_name', 'family_name'))
    """
    return ("family_name", "given_name") if plain(language) in FAMILY_FIRST else ("given_name", "family_name")
