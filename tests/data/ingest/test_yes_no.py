"""Ticks in many languages."""

from data.ingest.yes_no import NO, YES


def test_no_word_says_both_and_all_are_in_lower_case():
    assert not set(YES) & set(NO)
    assert all(word == word.lower() for word in (*YES, *NO))
