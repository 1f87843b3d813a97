from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.content import KINDS, Content, read_content, write_content
from data.content.reading import locale_of_name
from data.samples.shop_texts import shop_texts
from frameworks.localization.items import ContentError, Item, Translation

SAMPLE = Content(shop_texts(), tuple(Translation(item.key, "de", item.source) for item in shop_texts()))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "json_flat"])
def test_the_format_is_told_by_what_a_file_holds(kind):
    found = read_content(write_content(SAMPLE, kind), "upload")
    assert found.items == SAMPLE.items
    assert found.translations == SAMPLE.translations


def test_a_path_is_read_and_a_missing_one_told(tmp_path):
    path = tmp_path / "texts.csv"
    path.write_text("key,source\na,Add\n")
    assert read_content(path, path.name).items == (Item("a", "Add"),)
    with pytest.raises(ContentError, match="cannot be opened"):
        read_content(tmp_path / "none.csv", "none.csv")


def test_a_name_with_a_path_is_a_name():
    with pytest.raises(ContentError, match=r"^passwd\.csv is empty"):
        read_content(b"", "..\\..\\etc/passwd.csv")


@pytest.mark.parametrize("name, locale", [
    ("de.json", "de"), ("app_pt-BR.arb", "pt_BR"), ("messages.zh-Hant-TW.po", "zh_Hant_TW"), ("app.json", None),
    ("texts.csv", None), ("shop_de_old.json", None),
])  # fmt: skip
def test_the_language_of_a_file_may_stand_in_its_name(name, locale):
    assert locale_of_name(name) == locale


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)),
    st.sampled_from([b"", b"<?xml version='1.0'?>", b"<xliff>", b"{", b'msgid "', b"key,source\n", b"PK\x03\x04"]),
    st.sampled_from(["csv", "json", "arb", "po", "xlf", "tmx", "txt"]),
)
def test_any_bytes_are_read_or_refused(data, start, ending):
    with suppress(ContentError):
        read_content(start + data, f"x.{ending}")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("xlsx", "json_flat")])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(kind, data):
    whole = write_content(Content(SAMPLE.items[:4], SAMPLE.translations[:4]), kind)
    at = data.draw(st.integers(0, len(whole)))
    damage = data.draw(st.binary(max_size=6))
    with suppress(ContentError):
        read_content(whole[:at] + damage + whole[at + len(damage) :], f"x.{KINDS[kind].extension}")
