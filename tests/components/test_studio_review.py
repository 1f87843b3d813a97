"""Pieces of the review: foreign text made safe, directions, room and times."""

import pytest

from components.studio_review import moment, readable, room, safe, shown, standing
from frameworks.localization.items import Item, Translation


def test_foreign_text_is_escaped_and_what_cannot_be_seen_is_named():
    assert safe("<b>&\u200b\u202e") == (
        '&lt;b&gt;&amp;<span class="lf-rv-unseen">U+200B</span><span class="lf-rv-unseen">U+202E</span>'
    )


@pytest.mark.parametrize("locale, way, tag", [("ar", "rtl", "ar"), ("pt_BR", "ltr", "pt-BR"), ('x"><b', "ltr", "x&quot;&gt;&lt;b")])
def test_a_text_stands_in_the_direction_of_its_language(locale, way, tag):
    assert f'dir="{way}" lang="{tag}"' in shown("x", locale)


def test_room_counts_columns_of_wide_letters_twice():
    assert room("カート", Item("a", "Cart", max_width=10)) == "6 / 10 columns taken"
    assert room("Korb", Item("a", "Cart")) == ""


def test_times_are_in_words():
    assert moment("2026-01-02T03:04:05+00:00") == "Jan 2, 2026, 03:04 UTC"
    assert moment("2026-01-02") == "Jan 2, 2026" and moment("") == ""


def test_how_a_translation_stands():
    text = standing(Translation("a", "de", "x", "approved", "engine:<i>", "Ann <b>", self_reviewed=True, note="</div>"), "approved")
    assert "Ann &lt;b&gt;" in text and "&lt;i&gt;" in text and "self-reviewed" in text and "Why: &lt;/div&gt;" in text
    assert "Missing" in standing(None, "missing")


def test_a_name_is_one_line_without_hidden_letters():
    assert readable("  Ann\u202e \n Lee\x00 ") == "Ann Lee" and len(readable("x" * 500)) == 80
