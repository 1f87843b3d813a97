from __future__ import annotations

import json

import pytest

from data.content import Content, read_content, write_content
from frameworks.localization.items import ContentError, Item, Translation


def test_a_template_from_elsewhere_gives_items_with_their_description():
    content = read_content(
        b'{"@@locale": "en", "bags": "{n, plural, one {# bag} other {# bags}}", "@bags": {"description": "cart"}}',
        "app_en.arb",
    )
    item = content.items[0]
    assert (item.key, item.context, item.plural) == ("bags", "cart", True)


def test_a_language_from_elsewhere_gives_translations_alone():
    content = read_content(b'{"add": "Hinzu", "@add": {"description": "button"}}', "app_de.arb")
    assert content.items == ()
    assert (content.translations[0].locale, content.translations[0].state) == ("de", "needs_review")


def test_a_bundle_holds_places_for_values_and_no_text_where_there_is_none():
    content = Content((Item("hi", "Hi {name}"), Item("bye", "Bye")), (Translation("hi", "de", "Hallo {name}"),))
    told = json.loads(write_content(content, "arb"))
    assert told["@@locale"] == "de"
    assert told["@hi"]["placeholders"] == {"name": {}}
    assert "bye" not in told and "@bye" not in told


def test_what_is_no_text_is_told():
    content = read_content(b'{"a": "Add", "b": 3, "@a": 5}', "app.arb")
    assert "“b”: It is no text" in str(content.problems[0])
    with pytest.raises(ContentError):
        read_content(b"[]", "app.arb")
