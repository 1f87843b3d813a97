"""Roles, agendas and exercises: the minutes add up, every role has something to do."""

import pytest

from frameworks.culture.guidance import FUNCTIONS
from frameworks.culture.phrasing import trait_of_persons
from frameworks.culture.sessions import AGENDAS, EXERCISES, GAPS_AT, ROLES, exercises_for, without_gaps


@pytest.mark.parametrize("minutes", AGENDAS)
def test_the_steps_fill_the_session(minutes):
    assert 60 <= minutes <= 90
    assert sum(step.minutes for step in AGENDAS[minutes].steps) == minutes
    working = next(step.minutes for step in AGENDAS[minutes].steps if step.title == "Cases in pairs")
    assert working / AGENDAS[minutes].cases >= 8


def test_roles_look_after_known_parts_and_together_after_all():
    functions = [function for role in ROLES.values() for function in role.functions]
    assert set(functions) == set(FUNCTIONS)
    assert not ROLES["everyone"].functions


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_an_exercise(role):
    assert exercises_for((role,))


def test_exercises_come_once_and_none_for_nobody():
    assert len(exercises_for(tuple(ROLES))) == len(EXERCISES) == len({one.key for one in EXERCISES})
    assert exercises_for(()) == ()
    assert {role for one in EXERCISES for role in one.roles} == set(ROLES)


@pytest.mark.parametrize("minutes", AGENDAS)
def test_without_gaps_only_the_step_on_gaps_is_another(minutes):
    before, after = AGENDAS[minutes].steps, without_gaps(AGENDAS[minutes].steps)
    assert "gaps" in before[GAPS_AT].title and not any("gap" in f"{step.title} {step.how}" for step in after)
    assert [step.minutes for step in before] == [step.minutes for step in after]
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_no_text_speaks_of_what_persons_are():
    steps = [step for agenda in AGENDAS.values() for step in (*agenda.steps, *without_gaps(agenda.steps))]
    said = [text for step in steps for text in (step.title, step.how, step.result)]
    texts = [*said, *(one.how for one in EXERCISES), *(role.task for role in ROLES.values())]
    assert [text for text in texts if trait_of_persons(text)] == []
