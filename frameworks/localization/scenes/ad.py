"""Advertisements in the shapes they are bought in: search, square picture, banner, and a rectangle for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from frameworks.localization.money import percent_text
from frameworks.localization.scenes.product import names
from frameworks.localization.scenes.stage import Row, Stage, remaining, sorted_out, taken

SURFACES = ("ad",)

_RULES = (
    ("headline", r"headline|(^|_)title$", r"headline of a search ad|^headline"),
    ("search", r"search|description$|desc$", r"text of a search ad|search ad"),
    ("button", r"button|(^|_)cta$", r"\bbutton\b"),
    ("banner", r"banner|urgent|leaderboard", r"\bbanner\b"),
    ("social", r"social|post|caption|picture|image|story", r"picture ad|social"),
)  # fmt: skip


def build(stage: Stage, rows: Sequence[Row]) -> None:
    """Put the advertisements on the stage."""
    there = stage.setting
    named = names(rows)
    found = sorted_out([row for row in rows if row[0].surface == "ad"], _RULES)
    heads, lines = found.pop("headline", []), found.pop("search", [])
    stage.add(there.sample("shop", there.shop, ltr=True), there.sample("url", "https://shop.example", ltr=True))
    stage.add(there.sample("price", there.money(there.price)), there.tax_words("tax"))
    for place in range(max(len(heads), len(lines), 1)):
        sold = there.sample("headline", there.product, place)
        stage.add(stage.item("headline", heads[place], place) if place < len(heads) else sold)
        if place < len(lines):
            stage.add(stage.item("search", lines[place], place))
    stage.add(there.say("sitelink", "sale"), there.say("sitelink", "new", place=1), there.say("sitelink", "reviews", place=2))
    stage.add(there.say("sitelink", "delivery_and_returns", place=3))
    button = taken(found, "button")
    stage.add(stage.item("button", button[0]) if button else there.say("button", "ad.discover"))
    pictures = [row for role in ("social", "text") for row in found.pop(role, [])]
    stage.add(*(stage.item("social", row, place) for place, row in enumerate(pictures)))
    if not pictures:
        stage.add(there.say("social", "ad.limited_time"))
    banners = found.pop("banner", [])
    stage.add(*(stage.item("banner", row, place) for place, row in enumerate(banners)))
    if not banners:
        stage.add(there.say("banner", "ad.limited_time"))
    stage.add(there.say("offer", "ad.percent_off", percent=percent_text(20, there.place)))
    stage.add(there.sample("day", stage.examples.day()))
    stage.add(stage.item("thing", named[0]) if named else there.sample("thing", there.product))
    stage.add(*(stage.item(role, row, place) for place, (role, row) in enumerate(remaining(found))))
