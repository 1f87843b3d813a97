"""Signs: only careful cautions, only where the text is about them, with their evidence."""

import re

from frameworks.localization.linting import signs
from frameworks.localization.linting.subject import Subject


def _told(reference, text, market, unchecked=False):
    return [finding.evidence for finding in signs.look(Subject(text, market, reference, "USA", unchecked=unchecked))]


def test_a_colour_needs_its_context(reference):
    assert _told(reference, "White wrapping paper", "CHN") == ["practitioner"]
    assert _told(reference, "White shirt", "CHN") == [] and _told(reference, "White wrapping paper", "DEU") == []


def test_a_number_needs_a_set_a_price_or_a_model(reference):
    assert _told(reference, "Pack of 4", "JPN") and _told(reference, "$4.00", "JPN") and _told(reference, "Model 4", "CHN")
    for text in ("4 days", "4.5 oz", "$4.99", "$44", "Pack of 40", "4 reviews"):
        assert _told(reference, text, "JPN") == []


def test_lore_from_memory_waits_until_asked_for(reference, doubted):
    assert _told(reference, "A clock as a gift", "CHN")
    world = doubted("semiotics", item="touching the head")
    assert _told(reference, "A pat on the head for every child", "THA")
    assert _told(world, "A pat on the head for every child", "THA") == []
    assert _told(world, "A pat on the head for every child", "THA", unchecked=True)
    assert _told(reference, "A wall clock", "CHN", unchecked=True) == []


def test_every_careful_caution_makes_a_sound_expression_or_none(reference):
    made = 0
    for row in reference.table("semiotics").itertuples():
        for text in signs.expression(row.kind, row.item, row.context) or ():
            if text:
                re.compile(text)
                made += 1
    assert made > 60
