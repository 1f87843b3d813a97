"""Comments stay with their text; a finding stays set aside until the text changes."""

from __future__ import annotations

import pytest

from data.studio import StudioError
from frameworks.localization.items import Item


def test_comments_on_a_locale_and_on_all(studio):
    first = studio.remarks.comment("cart.add", " Where is this? ", by="Ann")
    studio.remarks.comment("cart.add", "Zu lang", by="Bob", locale="de")
    studio.remarks.comment("cart.add", "Trop long", by="Cy", locale="fr")
    assert [(one.text, one.locale) for one in studio.remarks.comments("cart.add", "de")] == [
        ("Where is this?", ""), ("Zu lang", "de"),
    ]  # fmt: skip
    studio.remarks.resolve(first)
    assert studio.remarks.comments("cart.add")[0].resolved
    studio.remarks.resolve(first, resolved=False)
    assert not studio.remarks.comments("cart.add")[0].resolved
    studio.remarks.delete_comment(first)
    assert len(studio.remarks.comments("cart.add")) == 2


def test_a_comment_has_words_and_a_text_to_belong_to(studio):
    with pytest.raises(StudioError, match="1 to 4,000"):
        studio.remarks.comment("cart.add", " \n", by="Ann")
    with pytest.raises(StudioError, match="no text"):
        studio.remarks.comment("gone", "Hello", by="Ann")


def test_comments_survive_removing_and_bringing_back(studio):
    studio.remarks.comment("cart.add", "Keep me", by="Ann")
    studio.remove_items(["cart.add"], by="Ann")
    assert studio.remarks.comments("cart.add") == ()
    studio.undo(by="Ann")
    assert [one.text for one in studio.remarks.comments("cart.add")] == ["Keep me"]


def test_a_finding_is_set_aside_until_the_text_or_its_source_changes(studio):
    studio.write("cart.add", "de", "Kaufen Kaufen", by="Ann")
    studio.remarks.ignore("cart.add", "doubled", locale="de", why="a slogan", by="Ann")
    studio.remarks.ignore("cart.add", "idiom", market="JPN", why="meant so", by="Ann")
    assert set(studio.remarks.ignored()) == {("cart.add", "de", "", "doubled"), ("cart.add", "", "JPN", "idiom")}
    assert [one.why for one in studio.remarks.ignored("de").values()] == ["a slogan"]
    studio.move([("cart.add", "de")], "approved", by="Bob")
    assert len(studio.remarks.ignored()) == 2
    studio.write("cart.add", "de", "Kaufen, kaufen", by="Ann")
    assert set(studio.remarks.ignored()) == {("cart.add", "", "JPN", "idiom")}
    studio.put_items([Item("cart.add", "Buy")], by="Ann")
    assert studio.remarks.ignored() == {}


def test_a_finding_can_be_taken_up_again_and_needs_a_reason_to_be_set_aside(studio):
    studio.remarks.ignore("cart.add", "idiom", why="meant so", by="Ann")
    studio.remarks.heed("cart.add", "idiom")
    assert studio.remarks.ignored("") == {}
    with pytest.raises(StudioError):
        studio.remarks.ignore("cart.add", "idiom", why="", by="Ann")
