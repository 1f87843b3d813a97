from __future__ import annotations

import pytest

from frameworks.localization.items import ContentError, Item, Translation, clean_text, locale_code


def test_an_item_knows_its_places_for_values_each_once():
    assert Item("a", "Hi {name}, {name}: %d of ${n} in {c, plural, other {#}}").placeholders == (
        "{name}", "%d", "${n}", "{c}",
    )  # fmt: skip


def test_the_mark_changes_with_the_source_alone():
    assert Item("a", "Add").digest == Item("b", "Add", "button").digest != Item("a", "Add!").digest


def test_what_no_file_can_carry_is_dropped_and_line_ends_are_one():
    assert Item("a", "x\x00y\r\nz\u2028w").source == "xy\nz\nw"
    assert Translation("a", "de", "\ud800ä\ufffe").text == "ä"
    assert clean_text("e\u0301\t🎁") == "e\u0301\t🎁"


@pytest.mark.parametrize("surface, context, high", [
    ("checkout", "", True), ("legal", "", True), ("reply", "", False), ("reply", "Complaint: late", True),
    ("product", "complaint", False),
])  # fmt: skip
def test_high_impact_is_checkout_legal_and_answers_to_complaints(surface, context, high):
    assert Item("a", "x", context, surface).high_impact is high


@pytest.mark.parametrize("said, told", [
    ({"key": " "}, "needs a key"), ({"surface": "moon"}, "no surface"), ({"max_width": 0}, "must be 1 or more"),
])  # fmt: skip
def test_a_bad_item_is_refused(said, told):
    with pytest.raises(ContentError, match=told):
        Item(**{"key": "a", "source": "x", **said})


@pytest.mark.parametrize("code", ["", "x", "german", "de-DE-DE", "../de", "de\n", "<script>"])
def test_what_is_no_language_code_is_refused(code):
    if code == "de\n":
        assert locale_code(code) == "de"
    else:
        with pytest.raises(ContentError):
            locale_code(code)


def test_codes_are_written_one_way():
    assert locale_code("sr-latn-rs") == "sr_Latn_RS"
    assert locale_code("de_DE.UTF-8") == "de_DE"
    assert locale_code("es-419") == "es_419"
