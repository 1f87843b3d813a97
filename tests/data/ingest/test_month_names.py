"""Month names in many languages."""

from __future__ import annotations

import pytest

from data.ingest.month_names import month, words


@pytest.mark.parametrize(
    ("word", "number"),
    [("March", 3), ("mar", 3), ("März", 3), ("août", 8), ("Dez.", 12), ("junio", 6), ("Sept", 9), ("января", 1), ("luty", 2)],
)
def test_a_word_is_a_month(word, number):
    assert month(word) == number


def test_other_words_are_none():
    assert month("lunes") is None
    assert set(words().values()) == set(range(1, 13))
