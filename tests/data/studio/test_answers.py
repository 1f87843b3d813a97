"""An engine's answer is kept for its text, languages and engine, and for no other."""

from __future__ import annotations


def test_answers_are_kept_and_erased(workspace):
    answers = workspace.studio.answers
    answers.put("google", "en", "de", "Cart", "Wagen")
    answers.put("google", "en", "de", "Cart", "Warenkorb")
    assert answers.get("google", "en", "de", "Cart") == "Warenkorb"
    assert [answers.get(*asked) for asked in (
        ("deepl", "en", "de", "Cart"), ("google", "es", "de", "Cart"), ("google", "en", "fr", "Cart"),
        ("google", "en", "de", "cart"),
    )] == [None] * 4  # fmt: skip
    assert answers.count() == 1
    answers.erase()
    assert answers.count() == 0
