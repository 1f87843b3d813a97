"""Conditions on words are worked out once a word."""

from __future__ import annotations

from dataclasses import replace

from data.ingest.layouts.phrases import among, matches
from data.ingest.memo import memoised
from data.ingest.model import Rule
from tests.data.ingest.made import ORDERS

LAYOUT = replace(
    ORDERS,
    rules=(
        Rule(f"{matches('status', 'refund|it''s')} OR {among('status', ('Paid', 'Bezahlt'))}", "noted", "One."),
        Rule(f"{matches('status', 'refund|it''s')} AND total > 0", "noted", "Two."),
        Rule(matches("name", "x"), "noted", "Three."),
    ),
)


def test_phrases_on_a_column_of_few_words_become_columns():
    changed, memo = memoised(LAYOUT, frozenset({"status"}))
    assert memo.aliases == ("status",)
    assert [rule.when for rule in changed.rules[:2]] == [
        '"memo status 0" OR "memo status 1" IN (\'bezahlt\', \'paid\')',
        '"memo status 0" AND total > 0',
    ]
    assert changed.rules[2].when == LAYOUT.rules[2].when
    assert "lower(word)" in memo.table_columns("status", "word")
    assert "status)" not in memo.table_columns("status", "word")


def test_other_columns_are_left_alone():
    changed, memo = memoised(LAYOUT, frozenset())
    assert (changed.rules, memo.phrases) == (LAYOUT.rules, {})
