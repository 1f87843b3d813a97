"""What the memory may suggest, and what it must own up to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.localization.memory import (
    EXACT,
    FLOOR,
    MOST_ALIKE,
    MOST_LETTERS,
    Remembered,
    alarms,
    difference,
    lengths,
    score,
    suggestions,
)  # fmt: skip


@given(st.text(), st.text())
def test_spans_make_up_both_texts(before, after):
    spans = difference(before, after)
    assert "".join(span.text for span in spans if span.kind != "added") == before
    assert "".join(span.text for span in spans if span.kind != "removed") == after


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_score_is_the_same_both_ways_and_full_only_for_the_same_text(first, second):
    assert score(first, second) == pytest.approx(score(second, first))
    assert 0 <= score(first, second) <= EXACT
    assert score(first, first) == EXACT


@pytest.mark.parametrize(
    "first, second",
    [("Add to cart", "ADD TO CART"), ("not new but used", "not used but new"), ("Add to cart", "Add to cart ")],
)
def test_nearly_the_same_is_not_the_same(first, second):
    assert score(first, second) <= MOST_ALIKE


def test_what_is_below_the_floor_is_no_suggestion():
    pairs = [Remembered("Your order has been placed", "x"), Remembered("You haven't placed any orders", "y")]
    assert [found.text for found in suggestions("Your order has been placed", pairs)] == ["x"]
    assert score(pairs[0].source, pairs[1].source) < FLOOR
    assert suggestions("Your order has been placed", pairs, floor=0)[1].text == "y"


def test_a_hit_tells_what_differs_and_that_a_number_does():
    [found] = suggestions(
        "Delivered in 3 working days by our partner",
        [Remembered("Delivered in 2 working days by our partner", "…", domain="checkout", reviewer="Ana")],
    )
    assert FLOOR <= found.score <= MOST_ALIKE
    assert [(span.kind, span.text) for span in found.difference if span.kind != "same"] == [
        ("removed", "2"), ("added", "3"),
    ]  # fmt: skip
    assert (found.alarms, found.domain, found.reviewer) == (("numbers",), "checkout", "Ana")


def test_same_numbers_and_placeholders_raise_no_alarm():
    assert alarms("{a} of 3, %d", "3 times %d {a}") == ()


def test_reviewed_goes_first_then_the_newest_and_each_text_once():
    pairs = [
        Remembered("Checkout", "Zahlung", at="2026-01-01"),
        Remembered("Checkout", "Kasse", at="2025-01-01", reviewer="Ana"),
        Remembered("Checkout", "Abreise", at="2026-02-01"),
        Remembered("Checkout", "Kasse", at="2024-01-01"),
        Remembered("Check-out", "Auschecken"),
    ]
    assert [found.text for found in suggestions("Checkout", pairs)] == ["Kasse", "Abreise", "Zahlung", "Auschecken"]
    assert len(suggestions("Checkout", pairs, limit=2)) == 2


def test_a_book_is_not_compared_letter_by_letter():
    book = "word " * MOST_LETTERS
    assert score(book, book) == EXACT
    assert score(book, book + "x") == 0
    assert [span.kind for span in difference(book, book + "x")] == ["removed", "added"]


@given(st.text("ab c", max_size=30), st.text("ab c", max_size=30))
def test_no_text_outside_the_lengths_reaches_the_floor(first, second):
    low, high = lengths(first)
    if first != second and score(first, second, FLOOR):
        assert low <= len(" ".join(second.split())) <= high


@given(st.text("abc ", min_size=1, max_size=12), st.lists(st.text("abc ", max_size=12), max_size=6))
def test_suggestions_are_those_whose_score_reaches_the_floor(source, others):
    found = suggestions(source, [Remembered(other, f"{number}") for number, other in enumerate(others)], limit=99)
    assert sorted(one.score for one in found) == pytest.approx(
        sorted(reached for other in others if (reached := score(other, source, FLOOR)) >= FLOOR)
    )
