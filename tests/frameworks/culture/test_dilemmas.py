"""Scores of the dilemmas: examples worked out by hand, and what must hold for any answers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalog import world
from frameworks.culture.dilemmas import STEPS, UNCLEAR, AnswerError, checked, items, numbers, views
from frameworks.culture.trompenaars import DIMENSIONS

ITEMS = items(world())
CODES = [item.code for item in ITEMS]
PAIRS = {d.code: [item.code for item in ITEMS if item.dimension == d.code] for d in DIMENSIONS}
respondents = st.lists(
    st.dictionaries(st.sampled_from(CODES), st.floats(0, 100, allow_subnormal=False), max_size=14), max_size=8
)


def rules(*answers):
    """The view on rules or relationships from pairs of answers."""
    return views(ITEMS, [dict(zip(("UP1", "UP2"), pair, strict=False)) for pair in answers])[0]


def test_fourteen_questions_two_a_dimension_in_our_words():
    assert len(ITEMS) == len(set(CODES)) == 14
    assert [len(PAIRS[d.code]) for d in DIMENSIONS] == [2] * 7
    assert all(item.prompt and item.first and item.second for item in ITEMS)
    assert items(world(off=["dilemmas"])) == ()


def test_one_respondent_by_hand():
    view = rules((100, 75))
    assert (view.score, view.low, view.high, view.gap) == (87.5, 87.5, 87.5, 25)
    assert (view.respondents, view.partly, view.clear) == (1, 0, True)
    assert math.isnan(view.spread)


def test_three_respondents_by_hand():
    # Scores 87.5, 50 and 25: mean 162.5 / 3; deviations 33.33, -4.17, -29.17 give 1979.17 / 2 under the root.
    # Question means 175 / 3 and 150 / 3, so 8.33 apart.
    view = rules((100, 75), (50, 50), (25, 25))
    assert view.score == pytest.approx(54.1666667)
    assert (view.low, view.high, view.respondents) == (25, 87.5, 3)
    assert view.spread == pytest.approx(31.4576, abs=1e-4)
    assert view.gap == pytest.approx(8.3333, abs=1e-4)


def test_who_answered_one_of_two_is_counted_apart():
    view = rules((100, 100), (0,))
    assert (view.score, view.respondents, view.partly) == (100, 1, 1)
    assert rules((0,)).respondents == 0 and math.isnan(rules((0,)).score)


def test_forty_points_between_the_questions_are_clear_and_more_are_not():
    assert UNCLEAR == 40
    assert rules((90, 50)).clear
    unclear = rules((90, 49))
    assert not unclear.clear and numbers([unclear]) == (None,)
    assert numbers([rules((90, 50))]) == (70,)
    assert rules((100, 0), (0, 100)).clear  # the means agree, the people do not: the range tells
    assert (rules((100, 40), (20, 80)).low, rules((100, 40), (20, 80)).high) == (50, 70)


def test_nobody_answered():
    assert numbers(views(ITEMS, [])) == (None,) * 7
    assert numbers(views((), [{"UP1": 50.0, "UP2": 50.0}])) == (None,) * 7


@given(respondents)
def test_scores_stay_between_the_extremes(answers):
    for view, dimension in zip(views(ITEMS, answers), DIMENSIONS, strict=True):
        assert view.dimension == dimension.code
        assert view.respondents + view.partly == sum(any(c in one for c in PAIRS[view.dimension]) for one in answers)
        if view.respondents:
            assert 0 <= view.low <= view.score + 1e-9 and view.score - 1e-9 <= view.high <= 100
            assert 0 <= view.gap <= 100


@given(respondents, st.randoms())
def test_the_order_of_respondents_does_not_matter(answers, chance):
    mixed = chance.sample(answers, len(answers))
    assert repr(views(ITEMS, mixed)) == repr(views(ITEMS, answers)) or all(
        a.score == pytest.approx(b.score, nan_ok=True) and a.gap == pytest.approx(b.gap, abs=1e-9, nan_ok=True)
        for a, b in zip(views(ITEMS, mixed), views(ITEMS, answers), strict=True)
    )


@given(respondents)
def test_swapping_the_options_mirrors_the_scores(answers):
    mirrored = [{code: 100 - value for code, value in one.items()} for one in answers]
    for there, back in zip(views(ITEMS, answers), views(ITEMS, mirrored), strict=True):
        assert back.score == pytest.approx(100 - there.score, nan_ok=True)
        assert back.gap == pytest.approx(there.gap, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("value", [-0.1, 100.1, "much", None, math.nan, math.inf, True, [], "1e400"])
def test_what_is_no_answer_is_refused(value):
    with pytest.raises(AnswerError, match="0 to 100"):
        checked(value)


def test_what_is_an_answer():
    assert [checked(step) for step in STEPS] == list(STEPS)
    assert checked("62.5") == 62.5
