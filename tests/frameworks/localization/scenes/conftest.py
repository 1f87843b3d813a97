"""Scenes of the sample shop, with what the phrase pack says as its translations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

import pytest

from data.catalog import world
from data.samples.shop_texts import SHOP, shop_texts
from frameworks.localization.items import Item, Translation
from frameworks.localization.phrase_match import phrase_suggestions
from frameworks.localization.scenes import scene

DAY = date(2026, 11, 22)


@lru_cache(maxsize=64)
def drafted(locale):
    """The sample shop's texts, each with the pack's draft or None."""
    rows = []
    for item in shop_texts():
        found = () if "-X" in locale else phrase_suggestions(world(), item, locale)
        rows.append((item, Translation(item.key, locale, found[0].text, origin="phrases") if found else None))
    return tuple(rows)


@pytest.fixture
def rows():
    """The function that gives the rows of a locale."""
    return drafted


@pytest.fixture
def made():
    """The function that makes a scene: ``made("product", "de", "DEU", source=…, text=…)``; other words go to ``scene``."""

    def make(kind, locale="de", market="DEU", *, source=None, text=None, key="a.key", surface=None, context="", **more):
        shown = drafted(locale)
        if source is not None:
            item = Item(key, source, context, surface or kind)
            translation = None if text is None else Translation(key, locale, text, **more.pop("translated", {}))
            shown = ((item, translation),)
        given = {"price": Decimal("24.90"), "currency": "EUR", "product": "Teapot", "today": DAY, "shop": SHOP} | more
        return scene(kind, given.pop("rows", shown), market=market, locale=locale, reference=world(), **given)

    return make
