"""SurveyMonkey and Delighted: which question is which, and what an answer scores."""

from __future__ import annotations

import re

import pytest

from data.ingest.layouts.surveys import DELIGHTED, RECOMMEND, SATISFIED, SURVEYMONKEY
from tests.data.ingest.layouts.running import column, outcomes


@pytest.mark.parametrize(
    "question",
    [
        "How likely is it that you would recommend us to a friend or colleague?",
        "How likely are you to recommend our shop? | Response",
        "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
        "Quelle est la probabilité que vous nous recommandiez ?",
        "¿Qué probabilidad hay de que nos recomiende?",
        "NPS",
    ],
)
def test_a_question_for_a_recommendation(question):
    assert re.fullmatch(RECOMMEND, question, re.IGNORECASE | re.DOTALL)


@pytest.mark.parametrize("question", ["What would you recommend we change?", "Why?", "How satisfied are you?"])
def test_other_questions(question):
    assert not re.fullmatch(RECOMMEND, question, re.IGNORECASE | re.DOTALL)


@pytest.mark.parametrize("question", ["Overall, how satisfied are you?", "Wie zufrieden sind Sie?", "CSAT"])
def test_a_question_for_satisfaction(question):
    assert re.fullmatch(SATISFIED, question, re.IGNORECASE | re.DOTALL)


def test_answers_in_words_score():
    said = ("Very satisfied", "Satisfied", "Neither satisfied nor dissatisfied", "Dissatisfied", "Very dissatisfied", "4", "what")
    assert column(SURVEYMONKEY, "score", *({"satisfied": word} for word in said), target=1) == [5, 4, 3, 2, 1, 4, None]
    said = ("10 - Extremely likely", "0 - Not at all likely", "7")
    assert column(SURVEYMONKEY, "score", *({"recommend": word} for word in said)) == [10, 0, 7]


def test_answers_off_the_scale_are_set_aside_and_missing_ones_left_out():
    rows = ({"recommend": "11"}, {"recommend": "yes"}, {}, {"recommend": "9"}, {"satisfied": "Satisfied"})
    numbered = [{"response_id": "1", **row} for row in rows]
    assert outcomes(SURVEYMONKEY, *numbered) == ["set_aside", "set_aside", "left_out", "kept", "kept"]
    scores = [{"response_id": "1", "score": score} for score in (0, 10, 11, None)]
    assert outcomes(DELIGHTED, *scores) == ["kept", "kept", "set_aside", "left_out"]
