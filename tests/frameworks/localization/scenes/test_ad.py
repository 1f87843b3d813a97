"""Advertisements: every text in a shape."""

from __future__ import annotations


def test_shapes(made):
    place = {part.key: (part.role, part.place) for part in made("ad").parts if part.key}
    assert place["ad.search_headline"] == ("headline", 0) and place["ad.search_text"] == ("search", 0)
    assert place["ad.social"] == ("social", 0) and place["ad.summer"] == ("social", 1)
    assert place["ad.urgent"] == ("banner", 0) and place["ad.button"] == ("button", 0)


def test_without_items_the_pack_speaks(made):
    there = made("ad", rows=())
    assert there.first("headline").text == "Teapot" and there.first("button").state == "pack"
    assert "20\xa0%" in there.first("offer").text
