"""The quiz: whole questions, the same for the same number, the topics even."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from frameworks.culture.phrasing import trait_of_persons
from frameworks.culture.quiz import FEWEST, MOST, TOPICS, questions, quiz


def test_there_are_enough_questions_and_each_is_whole(reference):
    found = questions(reference)
    assert len(found) >= 30
    assert Counter(one.topic for one in found).keys() == TOPICS.keys()
    works = set(reference.table("implication_sources").query("checked == 'yes'")["source"])
    for one in found:
        assert len(one.answers) == 4 == len(set(one.answers)), one.key
        assert one.text and one.why and len(one.why) <= 300 and len(one.text) <= 160
        assert set(one.works) <= works


def test_the_right_answer_does_not_give_itself_away(reference):
    found = questions(reference)
    longest = sum(len(one.answers[0]) >= max(map(len, one.answers[1:])) for one in found)
    assert longest <= 0.35 * len(found)
    places = Counter(one.right for seed in range(60) for one in quiz(reference, seed))
    assert set(places) == {0, 1, 2, 3} and min(places.values()) > 0.8 * places.total() / 4


def test_questions_explanations_and_right_answers_speak_of_averages(reference):
    for one in questions(reference):
        assert [text for text in (one.text, one.answers[0], one.why) if trait_of_persons(text)] == [], one.key


@given(st.integers() | st.text(max_size=20), st.integers(-5, 50))
def test_the_same_number_gives_the_same_quiz(reference, seed, count):
    one = quiz(reference, seed, count)
    assert one == quiz(reference, seed, count)
    assert len(one) == len({question.key for question in one}) == min(max(count, FEWEST), MOST)
    by_key = {question.key: question for question in questions(reference)}
    for question in one:
        assert question.answers[question.right] == by_key[question.key].answers[0]
        assert sorted(question.answers) == sorted(by_key[question.key].answers)
    share = Counter(question.topic for question in one)
    assert max(share.values()) - min(share[topic] for topic in TOPICS) <= 1


def test_other_numbers_give_other_quizzes(reference):
    assert len({tuple(one.key for one in quiz(reference, seed)) for seed in range(50)}) == 50


def test_over_many_numbers_every_question_is_asked(reference):
    assert {one.key for seed in range(60) for one in quiz(reference, seed)} == {one.key for one in questions(reference)}
