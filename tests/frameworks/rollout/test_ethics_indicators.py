"""The indicators beside the ethical review, by hand."""

from __future__ import annotations

import pytest

from frameworks.localization.states import Progress
from frameworks.rollout.ethics import QUESTIONS, TOPICS, Answer, review
from frameworks.rollout.ethics_indicators import Words, indicators, own_words

NOTHING = {"words": Words(0, ()), "progress": {}, "readers": (0, 0), "reviews": {}, "answer_hours": {}, "kept_days": None,
           "uploads": False}  # fmt: skip


def found(**change):
    return {one.key: one for one in indicators(**{**NOTHING, **change})}


def test_nothing_known_is_said_and_is_no_zero():
    for one in found().values():
        assert one.value is None and one.fine is None and str(one.told).endswith(".") and one.topic in TOPICS


def test_answer_times_are_compared_as_a_ratio():
    one = found(answer_hours={"DEU": 4.0, "NGA": 10.0, "FRA": 5.0})["answers"]
    assert one.value == pytest.approx(2.5) and one.fine is False and "NGA: 10.0" in str(one.told).replace("NGA: 10 ", "NGA: 10.0 ")
    assert found(answer_hours={"DEU": 4.0, "FRA": 5.0})["answers"].fine is True
    assert found(answer_hours={"DEU": 4.0, "FRA": 0.0})["answers"].value is None


def test_approval_shares():
    half = Progress("de", 4, 0.5, 1.0, {}, {})
    whole = Progress("fr", 4, 1.0, 1.0, {}, {})
    one = found(progress={"de": half, "fr": whole}, readers=(8, 2))
    assert one["approved"].value == pytest.approx(0.75) and one["approved"].fine is False
    assert one["second"].value == pytest.approx(0.75) and "2 of 8" in str(one["second"].told)


def test_reviews_and_retention():
    answers = [Answer(question.key, "yes", evidence="x") for question in QUESTIONS]
    one = found(reviews={"DEU": review(answers), "FRA": review([])}, uploads=True, kept_days=90)
    assert one["reviewed"].value == 0 and one["kept_days"].value == 90
    assert found(uploads=True)["kept_days"].fine is False


def test_own_words_are_looked_at_for_traits_of_persons():
    words = own_words(["Germans are punctual.", "Where the average lies higher, buyers tend to ask more.", " "])
    assert words.looked_at == 2 and words.marked == ("Germans are punctual.",)
    assert found(words=words)["own_words"].fine is False
