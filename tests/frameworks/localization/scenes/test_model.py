"""A scene is asked for its parts by role."""

from __future__ import annotations

from frameworks.localization.scenes.model import SCENE_LABELS, SCENES, Part, Run, Scene


def test_parts_by_role():
    there = Scene("ad", "DEU", "de", "de-DE", "ltr", (Part("a", "1"), Part("b", "2"), Part("a", "3", "k", "source")))
    assert [part.text for part in there.all("a")] == ["1", "3"] and there.first("b").text == "2"
    assert there.first("c") is None and [part.key for part in there.untranslated] == ["k"]


def test_a_part_without_pieces_is_one_piece():
    assert Part("a", "text").pieces == (Run("text"),) and set(SCENE_LABELS) == set(SCENES)
