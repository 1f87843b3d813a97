"""A short quiz on what averages can and cannot say; the same seed gives the same questions in the same order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import zip_longest

from frameworks.labels import N_
from frameworks.reference import Reference

FEWEST, USUAL, MOST = 8, 9, 10
TOPICS = {
    "averages": N_("What averages say"),
    "frameworks": N_("The models"),
    "cases": N_("Dealing with cases"),
}


@dataclass(frozen=True)
class Question:
    """A question with its answers as shown.

    topic:   key of ``TOPICS``. answers: in the order shown; right: place of the right one.
    why:     what explains the right answer. works: keys of works it leans on.
    """

    key: str
    topic: str
    text: str
    answers: tuple[str, ...]
    right: int
    why: str
    works: tuple[str, ...]


def questions(reference: Reference) -> tuple[Question, ...]:
    """Return all questions in the order of the table, the right answer first."""
    return tuple(
        Question(
            row.question, row.topic, row.text, tuple(filter(None, (row.right, row.wrong_1, row.wrong_2, row.wrong_3))), 0,
            row.why, tuple(filter(None, row.source.split("|"))),
        )
        for row in reference.table("quiz_questions").itertuples(index=False)
    )  # fmt: skip


def quiz(reference: Reference, seed: int | str, count: int = USUAL) -> tuple[Question, ...]:
    """Return ``count`` questions (8 to 10), the topics as even as can be, questions and answers shuffled by ``seed``."""
    count = min(max(int(count), FEWEST), MOST)
    piles = [
        sorted((one for one in questions(reference) if one.topic == topic), key=lambda one: _draw(seed, one.key))
        for topic in TOPICS
    ]
    dealt = [one for row in zip_longest(*piles) for one in row if one is not None][:count]
    return tuple(_shuffled(one, seed) for one in sorted(dealt, key=lambda one: _draw(seed, "order", one.key)))


def _shuffled(question: Question, seed: int | str) -> Question:
    right = question.answers[question.right]
    answers = tuple(sorted(question.answers, key=lambda text: _draw(seed, question.key, text)))
    return Question(
        question.key, question.topic, question.text, answers, answers.index(right), question.why, question.works
    )


def _draw(seed: int | str, *parts: str) -> bytes:
    """Return a number out of a hat: the same for the same seed on every machine and version."""
    return hashlib.sha256("\x1f".join((str(seed), *parts)).encode()).digest()
