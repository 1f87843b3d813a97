"""All languages of the phrase pack in all scenes: every item is seen, every place filled, every script in its direction."""

from __future__ import annotations

import pytest

from data.catalog import world
from frameworks.localization.items import SURFACES as ALL_SURFACES
from frameworks.localization.items import Item
from frameworks.localization.phrases import phrase_languages
from frameworks.localization.placeholders import find_placeholders
from frameworks.localization.scenes import PSEUDO_LOCALES, SCENES, SURFACES
from frameworks.localization.scripts import direction

HOME = {
    "ar": "EGY", "bg": "BGR", "bn": "BGD", "cs": "CZE", "da": "DNK", "de": "DEU", "el": "GRC", "en": "USA", "es": "ESP",
    "et": "EST", "fa": "IRN", "fi": "FIN", "fil": "PHL", "fr": "FRA", "he": "ISR", "hi": "IND", "hr": "HRV",
    "hu": "HUN", "id": "IDN",
    "it": "ITA", "ja": "JPN", "ko": "KOR", "lt": "LTU", "lv": "LVA", "ms": "MYS", "nb": "NOR", "nl": "NLD", "pl": "POL",
    "pt": "PRT", "pt_BR": "BRA", "ro": "ROU", "ru": "KAZ", "sk": "SVK", "sl": "SVN", "sr_Latn": "SRB", "sv": "SWE", "sw": "KEN",
    "th": "THA", "tr": "TUR", "uk": "UKR", "vi": "VNM", "zh_Hans": "CHN", "zh_Hant": "TWN",
}  # fmt: skip


def unfilled(part):
    """Places for values that are left in the words of a part."""
    return [one.text for run in part.pieces if not run.value for one in find_placeholders(run.text)]


@pytest.mark.parametrize("locale", [*phrase_languages(world()), *PSEUDO_LOCALES])
def test_every_language_in_every_scene(made, rows, locale):
    for kind in SCENES:
        there = made(kind, locale, HOME.get(locale, "DEU"))
        wanted = {item.key for item, _ in rows(locale) if item.surface in SURFACES[kind]}
        assert wanted <= {part.key for part in there.parts}
        assert [(part.role, unfilled(part)) for part in there.parts if unfilled(part)] == []
        assert there.direction == ("rtl" if locale == "ar-XB" else direction(locale))
        assert all(part.text.count("\u2068") == part.text.count("\u2069") for part in there.parts)
        assert not any("No example" in str(note) for note in there.notes)


def test_no_surface_is_left_out():
    assert {surface for some in SURFACES.values() for surface in some} == set(ALL_SURFACES)


@pytest.mark.parametrize("market", sorted(world().markets)[::9])
def test_every_kind_of_market_in_english(made, market):
    for kind in SCENES:
        assert made(kind, "en", market).parts


@pytest.mark.parametrize("kind", SCENES)
def test_items_that_nobody_could_place_are_seen_all_the_same(made, kind):
    shown = tuple(
        (Item(f"{surface}.k{number}", f"text {number}", about, surface, width), None)
        for surface in SURFACES[kind]
        for number, (about, width) in enumerate([("", None), ("button", 12), ("link", None), ("heading", 20), ("x" * 90, None)] * 3)
    )
    found = made(kind, rows=shown)
    assert {item.key for item, _ in shown} <= {part.key for part in found.parts}


def test_many_items_of_one_role_are_all_seen(made):
    shown = tuple((Item(f"product.name{'_' * number}name", "A", "name of a product", "product"), None) for number in range(1, 9))
    assert len({part.key for part in made("product", rows=shown).parts if part.key}) == 8
