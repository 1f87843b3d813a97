from __future__ import annotations

import json

import pytest

from data.content import Content, read_content, write_content
from frameworks.localization.items import ContentError, Item, Translation


def test_a_file_of_one_language_takes_it_from_its_name():
    german = read_content(b'{"cart": {"add": "Hinzu", "n": 3, "list": ["a"]}, "none": null}', "de.json")
    assert german.items == ()
    assert [(one.key, one.locale) for one in german.translations] == [("cart.add", "de"), ("cart.list.0", "de")]
    assert "Member “cart.n”: It is no text" in str(german.problems[0])
    assert read_content(b'{"cart": {"add": "Add"}}', "en.json").items == (Item("cart.add", "Add"),)
    assert read_content(b'{"add": "Hinzu"}', "shop.json", locale="de").locales == ("de",)


def test_a_member_per_language():
    content = read_content(b'{"de": {"add": "Hinzu"}, "en": {"add": "Add"}}', "texts.json")
    assert content.items == (Item("add", "Add"),)
    assert content.locales == ("de",)


def test_the_file_for_a_shop_holds_texts_alone():
    content = Content(
        (Item("a", "Add"), Item("b", "Buy"), Item("c", "Card")),
        (Translation("a", "de", "Hinzu"), Translation("b", "de", "Kauf", "rejected"), Translation("c", "de", "K", "stale")),
    )  # fmt: skip
    assert json.loads(write_content(content, "json_flat")) == {"a": "Hinzu"}
    assert json.loads(write_content(Content(content.items), "json_flat")) == {"a": "Add", "b": "Buy", "c": "Card"}


@pytest.mark.parametrize("data, told", [
    (b'{"a": "x",\n}', "line 2"), (b"[" * 100_000, "nested too deeply"), (b'{"a": ' + b"9" * 5000 + b"}", "number too long"),
    (b"3", "no texts by key"),
])  # fmt: skip
def test_what_is_no_file_of_texts_says_where(data, told):
    with pytest.raises(ContentError, match=told):
        read_content(data, "texts.json")


def test_records_of_the_wrong_shape_cost_themselves_alone():
    content = read_content(
        b'{"landfall": 1, "items": [3, {"key": "a", "source": "Add"}, {"key": []}], "translations": {"x": 1}}', "x.json"
    )
    assert content.items == (Item("a", "Add"),)
    assert len(content.problems) == 2
