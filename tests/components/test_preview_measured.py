"""What the browser says of the preview is taken in as a stranger's word."""

from __future__ import annotations

import math

import pytest

from components.preview_measured import MOST_FINDINGS, Sheet, measured, stamp
from frameworks.localization.layout import Overrun

HTML = '<html><body><span data-lf-key="cart.add">Add</span><span data-lf-key="a &amp; &quot;b&quot;">x</span></body></html>'
SHEETS = (Sheet("one", "German", HTML, 375, "de"), Sheet("two", "Arabic", "<p>", 1100, "ar"))
OVER = {"key": "cart.add", "role": "button", "kind": "clipped", "axis": "x", "needed": 200.04, "room": 120, "fit": True}


def told(over=(OVER,), missing=(), sheets=SHEETS, **more):
    first = {"id": "one", "mark": sheets[0].mark, "height": 900, "wide": 3, "over": list(over), "missing": list(missing)}
    return {"stamp": stamp(sheets), "sheets": [{**first, **more}, {"id": "two", "mark": sheets[1].mark}]}


def test_a_sound_answer_is_taken_in():
    missing = {"script": "Thai", "letters": ["ก", "ข"], "count": 2, "keys": ["cart.add", "stranger"]}
    found = measured(told(missing=[missing], scripts=["Thai", "Tibt"]), SHEETS)
    assert found.sheets["one"].over == (("cart.add", Overrun("clipped", "x", 200.0, 120.0, True, "button")),)
    assert (found.sheets["one"].height, found.sheets["one"].wide) == (900.0, 3.0)
    assert found.sheets["one"].missing[0].letters == ("ก", "ข") and found.sheets["one"].missing[0].keys == ("cart.add",)
    assert found.scripts == ("Thai", "Tibt") and not found.blind
    assert found.sheets["two"].over == ()


def test_keys_are_read_as_the_document_means_them():
    assert SHEETS[0].keys == {"cart.add", 'a & "b"'}


@pytest.mark.parametrize(
    "answer", [None, 3, "x", [], {}, {"stamp": "other", "sheets": []}, {**told(), "stamp": "other"}, {**told(), "sheets": 5},
               {**told(), "sheets": told()["sheets"][:1]}, {**told(), "sheets": [None, "x"]}],
)  # fmt: skip
def test_an_answer_of_other_documents_or_another_shape_does_not_count(answer):
    assert measured(answer, SHEETS) is None


def test_an_answer_of_a_document_since_changed_does_not_count():
    changed = (Sheet("one", "German", HTML + " ", 375, "de"), SHEETS[1])
    assert measured({**told(), "stamp": stamp(changed)}, changed) is None


@pytest.mark.parametrize(
    "wrong", [
        {"key": "stranger"}, {"key": ["cart.add"]}, {"key": None}, {"kind": "<b>"}, {"kind": None}, {"axis": "z"},
        {"needed": math.inf}, {"needed": math.nan}, {"needed": "200"}, {"needed": True}, {"needed": -1}, {"needed": 1e9},
        {"room": None}, {"room": 300},
    ],
)  # fmt: skip
def test_a_finding_that_does_not_hold_together_is_left_out(wrong):
    found = measured(told(over=[{**OVER, **wrong}, OVER]), SHEETS)
    assert len(found.sheets["one"].over) == 1


def test_a_role_that_is_none_is_left_empty_and_findings_are_bounded():
    found = measured(told(over=[{**OVER, "role": "<script>"}] * (MOST_FINDINGS + 50)), SHEETS)
    assert len(found.sheets["one"].over) == MOST_FINDINGS
    assert found.sheets["one"].over[0][1].role == ""


@pytest.mark.parametrize(
    "gap", [{"script": "thai"}, {"script": "<b>x"}, {"letters": ["\u202e"]}, {"letters": ["ab"]}, {"letters": "ก"}, {"count": "3"}]
)
def test_letters_that_are_none_are_left_out(gap):
    assert measured(told(missing=[{"script": "Thai", "letters": ["ก"], "count": 1, **gap}]), SHEETS).sheets["one"].missing == ()


def test_a_document_that_could_not_be_read_says_so():
    found = measured(told(failed=True), SHEETS)
    assert found.sheets["one"].failed and found.sheets["one"].over == ()


def test_the_role_of_one_of_landfall_s_own_words_may_have_a_dot():
    found = measured(told(over=[{**OVER, "key": "", "role": "newsletter.button"}]), SHEETS)
    assert [seen.role for _key, seen in found.sheets["one"].over] == ["newsletter.button"]
