"""Phrases of a checkout: each field has one, and what people typed cannot open a placeholder."""

from __future__ import annotations

import doctest

from data.catalog import world
from frameworks.localization import checkout_words
from frameworks.localization.address import address_form
from frameworks.localization.checkout_words import SLOTS, field_key, speaker
from frameworks.localization.phrases import KEYS
from frameworks.localization.scripts import alpha2


def test_examples_hold():
    assert doctest.testmod(checkout_words).failed == 0


def test_every_slot_and_every_field_of_every_market_has_a_phrase():
    assert set(SLOTS) <= set(KEYS)
    for market in world().markets:
        for field in address_form(alpha2(market), "en").fields:
            assert field_key(field.name, field.kind, alpha2(market), "en") in KEYS, (market, field)


def test_values_are_put_in_as_they_are():
    say = speaker(world(), "en", "neutral", set())
    assert "{date} {0.__class__}" in say("arrives_by", date="{date} {0.__class__}").text


def test_a_language_without_texts_is_told():
    missing: set[str] = set()
    assert speaker(world(), "is", "neutral", missing)("contact").language == "en"
    assert missing == {"en"}


def test_plural_forms_follow_the_count():
    say = speaker(world(), "en", "neutral", set())
    assert say("instalments", 1, count="1", amount="5").text != say("instalments", 2, count="1", amount="5").text


def test_english_says_postcode_where_it_does():
    assert field_key("postal_code", "postal", "GB", "en") == "code.postcode"
    assert field_key("postal_code", "postal", "DE", "en") == "code.postal"
