from __future__ import annotations

from data.samples.shop_texts import PROTECTED, shop_texts
from frameworks.localization.items import SURFACES
from frameworks.localization.plural_message import plural_forms


def test_about_sixty_texts_over_all_surfaces():
    texts = shop_texts()
    assert 55 <= len(texts) <= 70
    assert {item.surface for item in texts} == set(SURFACES)
    assert len({item.key for item in texts}) == len(texts)


def test_every_text_says_where_it_stands_and_fits_there():
    for item in shop_texts():
        assert item.context, item.key
        if item.max_width and not item.plural:
            assert len(item.source) <= item.max_width, item.key


def test_the_plurals_are_whole_messages():
    assert all(plural_forms(item.source) for item in shop_texts() if item.plural)


def test_replies_to_complaints_are_of_high_impact():
    assert {item.key for item in shop_texts() if item.surface == "reply" and item.high_impact} == {
        "reply.damaged", "reply.late",
    }  # fmt: skip


def test_it_has_places_for_values_of_several_kinds():
    found = {placeholder for item in shop_texts() for placeholder in item.placeholders}
    assert {"{price}", "{count}", "%d", "{first_name}"} <= found
    assert PROTECTED[0] == "Tidewick Soap"
