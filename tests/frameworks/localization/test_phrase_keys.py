"""The list of what the phrase pack says."""

from __future__ import annotations

import re

import pytest

from frameworks.localization.phrase_keys import KEYS, SURFACES


def test_keys_are_lower_case_names_with_at_most_one_group():
    assert [key for key in KEYS if not re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", key)] == []


def test_each_key_tells_its_surface_and_what_it_is_for():
    assert {about.surface for about in KEYS.values()} <= set(SURFACES)
    assert [key for key, about in KEYS.items() if not about.context.strip()] == []


def test_each_context_explains_the_placeholders_of_the_english_text(reference):
    rows = reference.table("phrases")
    english = rows[rows["language"] == "en"]
    for key, text in zip(english["key"], english["text"], strict=True):
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", KEYS[key].context)), key


def test_the_counted_placeholder_stands_in_the_english_text(reference):
    rows = reference.table("phrases")
    english = rows[(rows["language"] == "en") & (rows["form"] == "other")].set_index("key")["text"]
    counted = {key: about.counted for key, about in KEYS.items() if about.counted}
    assert set(english.index) == set(counted)
    assert [key for key, name in counted.items() if f"{{{name}}}" not in english[[key]].iloc[0]] == []


def test_the_list_cannot_be_changed():
    with pytest.raises(TypeError):
        KEYS["x"] = None
