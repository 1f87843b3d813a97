"""The stems of words in cells: sound patterns, and no stem that says two things."""

import re

import pytest

from data.ingest.layouts import generic_words as words

GROUPS = {
    "paid": words.PAID, "cancelled": words.CANCELLED, "partly": words.PARTLY, "refunded": words.REFUNDED,
    "pending": words.PENDING,
}  # fmt: skip


@pytest.mark.parametrize("pattern", [*GROUPS.values(), *words.FINE, *words.TICKET_STATUSES.values()])
def test_patterns_are_sound_and_need_no_escaping(pattern):
    re.compile(pattern)
    assert "'" not in pattern and pattern == pattern.lower()


def test_refunds_in_part_are_asked_for_before_refunds():
    assert re.search(words.PARTLY, "partially_refunded") and re.search(words.REFUNDED, "partially_refunded")
    assert not re.search(words.PARTLY, "refunded") and not re.search(words.CANCELLED, "completed")
