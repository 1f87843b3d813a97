"""Findings of the checks as markup."""

import pytest

from components.studio_review_findings import marked, one
from frameworks.labels import N_, Sentence
from frameworks.localization.checks import check
from frameworks.localization.finding import Finding


def test_the_place_is_marked_and_its_surroundings_shortened():
    text = "a" * 100 + "<b>" + "c" * 100
    assert marked(text, 100, 103) == "…" + "a" * 40 + "<mark>&lt;b&gt;</mark>" + "c" * 40 + "…"


@pytest.mark.parametrize("start, end", [(None, None), (0, None), (3, 2), (0, 99), (-1, 2)])
def test_no_place_no_mark(start, end):
    assert marked("abc", start, end) == ""


def test_a_finding_says_how_grave_it_is_why_and_what_to_try():
    (found, *_others) = check("Pay {amount} now", "Jetzt {betrag} bezahlen", "de", only=["placeholders"])
    text = one(found, "Jetzt {betrag} bezahlen", "de")
    assert "Error" in text and "<b>Placeholders</b>" in text and "must all be kept" in text


def test_an_unknown_check_with_hostile_words_is_escaped():
    hostile = Finding("<i>", '"><b>', Sentence(N_("Write {text}."), text="<script>"), suggestion="<img>")
    text = one(hostile, "x", "de")
    assert "<script>" not in text and "<img>" not in text and "<i>" not in text and "lf-rv-hint" in text
