from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.content.gathering import Gathering
from data.content.table import guarded, key_of, read_table, unguarded
from frameworks.localization.items import ContentError


def read(*rows):
    found = Gathering()
    read_table([list(row) for row in rows], found)
    return found.content()


@given(st.text(max_size=20))
def test_a_guarded_cell_comes_back_and_begins_no_formula(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip(" \t\r\n\"").startswith(("=", "+", "-", "@"))


def test_a_column_per_language_from_elsewhere():
    content = read(("ID", "English", "Description", "de", "pt-BR", "Owner"), ("add", "Add", "button", "Hinzu", "", "Zoe"))
    assert (content.items[0].key, content.items[0].context) == ("add", "button")
    assert [(one.locale, one.text, one.state) for one in content.translations] == [("de", "Hinzu", "needs_review")]


def test_a_column_may_be_called_by_the_name_of_its_language():
    content = read(("Key", "English", "German", "Portuguese (Brazil)", "francés"), ("add", "Add", "Hinzu", "Pôr", "Ajouter"))
    assert (content.items[0].source, content.locales, content.problems) == ("Add", ("de", "fr", "pt_BR"), ())
    found = Gathering("es")
    read_table([["key", "English", "Spanish"], ["add", "Add", "Añadir"]], found)
    assert (found.content().items[0].source, found.content().locales) == ("Añadir", ("en",))


def test_a_column_that_is_not_read_is_told_and_no_language():
    content = read(("key", "text", "SKU", "Owner", "ga", "sku"), ("add", "Add", "SO-1", "Zoe", "Cuir", ""))
    assert content.locales == ("ga",)
    assert [str(told).split(":")[0] for told in content.problems] == ["Column “SKU”", "Column “Owner”"]


def test_the_source_language_may_be_one_of_the_columns():
    content = read(("key", "en", "fr"), ("add", "Add", "Ajouter"))
    assert content.items[0].source == "Add"
    assert content.locales == ("fr",)


def test_a_row_per_text_and_language():
    content = read(
        ("key", "source", "locale", "translation", "status"), ("a", "Add", "de", "Hinzu", "draft"),
        ("a", "Add", "fr", "Ajouter", ""),
    )  # fmt: skip
    assert len(content.items) == 1
    assert {(one.locale, one.state) for one in content.translations} == {("de", "draft"), ("fr", "needs_review")}


def test_rows_without_a_key_take_one_from_their_words():
    content = read(("text",), ("Add to cart",), ("",), ("日本語",))
    assert [item.key for item in content.items] == ["add_to_cart", "日本語"]
    assert key_of("!!!") == "!!!"


def test_a_table_without_texts_says_how_to_name_the_columns():
    with pytest.raises(ContentError, match="No column holds the texts"):
        read(("colour", "price"), ("red", "3"))


def test_a_damaged_cell_about_a_translation_is_told():
    content = read(("key", "source", "de", "de:state", "de:about"), ("a", "Add", "Hinzu", "draft", "{oops"))
    assert "What is said about de cannot be read" in str(content.problems[0])
    assert content.translations[0].text == "Hinzu"
