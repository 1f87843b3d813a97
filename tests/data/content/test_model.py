from __future__ import annotations

from data.content import KINDS, Content
from data.content.model import about_item, about_translation
from frameworks.localization.items import Item, Translation, digest


def test_locales_are_those_of_the_translations():
    content = Content((Item("a", "Add"),), (Translation("a", "fr", "x"), Translation("a", "de", "x")))
    assert content.locales == ("de", "fr")
    assert content.by_key["a", "de"].text == "x"


def test_what_is_said_of_a_text_leaves_empty_values_out():
    assert about_item(Item("a", "Add", max_width=9)) == {"surface": "product", "max_width": "9", "source_language": "en"}
    said = about_translation(Translation("a", "de", "x"))
    assert said == {"state": "draft", "origin": "person", "mark": digest("x")}


def test_every_kind_has_a_name_and_an_ending():
    assert all(kind.label and kind.extension and kind.mime for kind in KINDS.values())
