"""The rules of the guard: each kind has one, each pattern compiles and is quick on long words."""

import time

import pytest

from frameworks.culture.phrasing import KINDS, trait_of_persons
from frameworks.culture.phrasing_rules import rules


def test_every_kind_of_mark_has_a_rule_or_comes_from_a_hedge():
    assert {kind for kind, _pattern, _lets_off in rules()} | {"named"} == set(KINDS)


def test_a_rule_on_a_people_names_whom_it_means():
    assert all("who" in pattern.groupindex for kind, pattern, _lets_off in rules() if kind == "people")


@pytest.mark.parametrize(
    "text", ["Germans " * 900, "the the " * 900, "people in " * 700, "in this culture " * 500, "no any all " * 600]
)
def test_no_pattern_takes_long_over_repeated_words(text):
    for _kind, pattern, _lets_off in rules():
        begun = time.perf_counter()
        sum(1 for _match in pattern.finditer(text))
        assert time.perf_counter() - begun < 1, pattern.pattern[:80]


@pytest.mark.parametrize(
    "kind, text",
    [
        ("every", "All Danes cycle."), ("typical", "The Dutch mentality helps."), ("people", "Danes love bikes."),
        ("country", "Denmark loves bikes."), ("place", "People in Denmark love bikes."), ("label", "Collectivists share."),
        ("group", "Women prefer blue."), ("named", "Danes tend to cycle."),
    ],
)  # fmt: skip
def test_each_kind_is_told_with_its_own_advice(kind, text):
    (found,) = trait_of_persons(text)
    assert (found.message.template, found.suggestion) == KINDS[kind]
