"""The ethical review: when it can be signed, and when a sign-off goes stale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from frameworks.rollout.ethics import (
    LONGEST,
    QUESTIONS,
    STATUSES,
    TOPICS,
    Answer,
    EthicsError,
    checked,
    lacks,
    mark,
    review,
    signing,
)  # fmt: skip

WHOLE = [Answer(question.key, "yes", evidence="seen") for question in QUESTIONS]


def test_the_checklist_is_short_and_covers_every_topic():
    assert {question.topic for question in QUESTIONS} == set(TOPICS)
    assert 10 <= len(QUESTIONS) <= 20 and len({question.key for question in QUESTIONS}) == len(QUESTIONS)
    assert all(question.text.endswith("?") and question.evidence.endswith(".") for question in QUESTIONS)


def test_a_review_goes_from_empty_to_signed_to_outdated():
    assert review([]).state == "empty"
    assert review(WHOLE[:1]).state == "begun"
    ready = review(WHOLE)
    assert ready.state == "ready" and not ready.lacking
    signed = signing(ready, by=" Ana  B ", at="2026-11-22T10:00:00+00:00", note="ok")
    assert signed.by == "Ana B" and review(WHOLE, [signed]).state == "signed"
    changed = [Answer(WHOLE[0].question, "no", action="we stop"), *WHOLE[1:]]
    assert review(changed, [signed]).state == "outdated"
    assert review(WHOLE, [signed]).state == "signed"  # put back as it was


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (Answer("reach"), "not answered yet"),
        (Answer("reach", "yes"), "add evidence: a sentence, a link or a file"),
        (Answer("reach", "no"), "say what you do about it"),
        (Answer("reach", "not_applicable"), "say why it does not apply"),
        (Answer("reach", "partly", action="x"), "add evidence: a sentence, a link or a file"),
        (Answer("reach", "yes", files=("1 a.pdf",)), None),
        (Answer("reach", "no", action="we add alt texts"), None),
    ],
)
def test_what_an_answer_lacks(answer, what):
    assert (str(lacks(answer)) if lacks(answer) else None) == what


def test_nobody_signs_an_unfinished_review_or_without_a_name():
    with pytest.raises(EthicsError, match="still lack"):
        signing(review(WHOLE[1:]), by="Ana", at="")
    with pytest.raises(EthicsError, match="name"):
        signing(review(WHOLE), by=" ", at="")


@pytest.mark.parametrize("answer", [Answer("x"), Answer("reach", "maybe"), Answer("reach", evidence="x" * (LONGEST + 1))])
def test_what_cannot_be_kept_is_refused(answer):
    with pytest.raises(EthicsError):
        checked(answer)


@given(some.lists(some.tuples(some.sampled_from(QUESTIONS), some.sampled_from(list(STATUSES)), some.text(max_size=20)),
                  unique_by=lambda row: row[0].key))  # fmt: skip
def test_the_mark_does_not_depend_on_order_and_changes_with_any_answer(rows):
    answers = [Answer(question.key, status, evidence=text) for question, status, text in rows]
    assert mark(answers) == mark(answers[::-1])
    for place, answer in enumerate(answers):
        other = Answer(answer.question, answer.status, answer.evidence + "x")
        assert mark([*answers[:place], other, *answers[place + 1 :]]) != mark(answers)
    found = review(answers)
    assert len(found.answers) == len(QUESTIONS) and (not found.lacking) == (found.state in ("ready", "signed"))
