"""Judge.me and Trustpilot: what counts as a review."""

from __future__ import annotations

from data.ingest.layouts.reviews import JUDGE_ME, TRUSTPILOT
from tests.data.ingest.layouts.running import column, outcomes


def test_spam_and_ratings_off_the_scale_do_not_count():
    rows = ({"rating": 5, "curated": "spam"}, {"rating": 6}, {}, {"rating": 1, "curated": "ok"})
    assert outcomes(JUDGE_ME, *rows) == ["left_out", "set_aside", "left_out", "kept"]


def test_a_review_without_a_number_is_known_by_what_it_says():
    row = {"handle": "scarf", "rating": 5, "title": "Warm", "body": "Lovely", "reviewed_at": "2026-10-02"}
    first, again, other = column(JUDGE_ME, "review_id", row, row, {**row, "body": "Less lovely"})
    assert first == again != other


def test_title_and_body_are_the_text():
    assert column(TRUSTPILOT, "text", {"title": "Great", "body": "Good shop"}, {"body": "x"}) == ["Great: Good shop", "x"]
