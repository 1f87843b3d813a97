"""What stands on the page for an item: the translation, or the source, marked; and where items go that nobody named."""

from __future__ import annotations

import pytest

from frameworks.localization.items import Item, digest
from frameworks.localization.scenes.stage import remaining, sorted_out, taken


def only(there, key="a.key"):
    """The parts of one item."""
    return [part for part in there.parts if part.key == key]


def test_a_missing_translation_shows_the_source_and_says_so(made):
    (part,) = only(made("product", source="Handmade"))
    assert (part.text, part.state, part.language, part.direction) == ("Handmade", "source", "en", "ltr")
    (part,) = only(made("product", "ar", "SAU", source="Handmade"))
    assert (part.state, part.language, part.direction) == ("source", "en", "ltr")
    assert made("product", "ar", "SAU", source="Handmade").untranslated


@pytest.mark.parametrize(
    ("translated", "state"),
    [({}, "draft"), ({"state": "approved"}, "approved"), ({"state": "rejected"}, "source"), ({"source_digest": "0"}, "stale"),
     ({"source_digest": digest("Handmade"), "state": "approved"}, "approved")],
)  # fmt: skip
def test_the_state_of_the_translation(made, translated, state):
    (part,) = only(made("product", source="Handmade", text="Von Hand", translated=translated))
    assert part.state == state and part.text == ("Handmade" if state == "source" else "Von Hand")


def test_the_source_is_right_where_its_language_is_spoken(made):
    (part,) = only(made("product", "en", "GBR", source="Handmade"))
    assert (part.state, part.language) == ("original", "en-GB")


def test_a_made_up_language_changes_the_source(made):
    (part,) = only(made("product", "en-XA", "DEU", source="Add {name} now please"))
    assert part.state == "pseudo" and part.text.startswith("⟦Åðð \u2068Emma Carter\u2069")
    (part,) = only(made("product", "ar-XB", "DEU", source="Add now"))
    assert "\u202e" in part.text and part.direction == "rtl"


def test_a_message_that_icu_cannot_read_is_shown_as_it_stands(made):
    there = made("ad", source="{n, plural, one {x")
    assert only(there)[0].text == "{n, plural, one {x" and "ICU cannot read" in str(there.notes)


def test_items_without_a_place_get_one_by_their_shape():
    rows = [
        (Item("a", "x", "button"), None), (Item("b", "x", "a link"), None), (Item("c", "x", max_width=10), None),
        (Item("d", "x"), None), (Item("item.fooBar", "x"), None), (Item("item.foo_bar2", "x"), None),
    ]  # fmt: skip
    found = sorted_out(rows, (("foo", "foo_bar", ""),))
    assert [role for role in found] == ["button", "link", "label", "text", "foo"]
    assert taken(found, "foo") == [rows[4]] and taken(found, "none") == []
    assert [role for role, _row in remaining(found)] == ["more.button", "more.link", "more.label", "more.text", "more.text"]
