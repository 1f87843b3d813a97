"""The library of critical incidents: whole, balanced, cited, and chosen by the gaps of a market."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.culture import trompenaars
from frameworks.culture.cases import by_relevance, cases, chosen, dimension_names, relevance, weights
from frameworks.culture.contrasts import contrasts
from frameworks.culture.gaps import culture_gaps
from frameworks.culture.guidance import FUNCTIONS
from frameworks.culture.phrasing import trait_of_persons
from frameworks.culture.scores import MODELS


def test_there_are_enough_cases_and_each_has_one_best_option(reference):
    found = cases(reference)
    assert len(found) >= 44
    for case in found:
        assert 3 <= len(case.options) <= 4, case.key
        assert sum(option.best for option in case.options) == 1, case.key
        assert [option.key for option in case.options] == list("abcd"[: len(case.options)])
        assert len({option.text for option in case.options}) == len(case.options)
        assert all(option.text and option.why for option in case.options)
        assert case.best.best and case.option("z") is None


def test_every_option_belongs_to_a_case_and_every_case_has_options(reference):
    assert set(reference.table("incident_options")["incident"]) == set(reference.table("incidents")["incident"])


def test_dimensions_functions_and_works_exist(reference):
    names, works = dimension_names(), reference.table("implication_sources").set_index("source")
    for case in cases(reference):
        assert case.function in FUNCTIONS, case.key
        assert 1 <= len(case.dimensions) <= 4 and len(set(case.dimensions)) == len(case.dimensions), case.key
        assert set(case.dimensions) <= set(names), case.key
        assert len(case.ends) == len(case.dimensions) and set(case.ends) <= {-1, 0, 1}
        for work in case.works:
            assert works.at[work, "checked"] == "yes", (case.key, work)


def test_every_dimension_and_function_has_its_cases(reference):
    found = cases(reference)
    count = Counter(key for case in found for key in case.dimensions)
    assert set(count) == {(m.key, d.code) for m in MODELS.values() for d in m.dimensions} | {
        ("trompenaars", d.code) for d in trompenaars.DIMENSIONS
    }
    assert min(count.values()) >= 2
    functions = Counter(case.function for case in found)
    assert set(functions) == set(FUNCTIONS) and min(functions.values()) >= 3
    models = Counter(model for case in found for model in {model for model, _code in case.dimensions})
    assert all(models[key] >= 10 for key in ("hofstede", "globe", "schwartz", "trompenaars"))


def test_both_ends_of_the_great_dimensions_are_told(reference):
    told = {(key, end) for case in cases(reference) for key, end in zip(case.dimensions, case.ends, strict=True)}
    for code in ("pdi", "idv", "mas", "uai", "lto", "ivr"):
        assert {(("hofstede", code), 1), (("hofstede", code), -1)} <= told, code
    for one in trompenaars.DIMENSIONS:
        assert {(("trompenaars", one.code), 1), (("trompenaars", one.code), -1)} <= told, one.code


def test_a_situation_is_short_and_the_best_option_does_not_give_itself_away(reference):
    found = cases(reference)
    for case in found:
        sentences = re.split(r"(?<=[.!?”])\s+(?=[A-Z“])", case.situation)
        assert 3 <= len(sentences) <= 5, (case.key, len(sentences))
        assert len(case.situation) <= 480, (case.key, len(case.situation))
        assert all(len(option.text) <= 140 and len(option.why) <= 200 for option in case.options), case.key
        assert len(case.title) <= 48
    places = Counter(case.best.key for case in found)
    assert all(places[letter] >= 0.15 * len(found) for letter in "abcd")
    longest = sum(max(case.options, key=lambda option: len(option.text)).best for case in found)
    shortest = sum(min(case.options, key=lambda option: len(option.text)).best for case in found)
    assert longest <= 0.35 * len(found) and shortest <= 0.35 * len(found)


def test_no_case_names_a_trait_of_persons_or_a_nation(reference):
    for case in cases(reference):
        for text in (case.title, case.situation, *(part for option in case.options for part in (option.text, option.why))):
            assert trait_of_persons(text) == (), (case.key, text)


def test_persons_of_one_place_differ_in_many_cases(reference):
    words = "another|others?|though|yet|but|while|some|half|three of|two of|few|one of|same (?:town|city|office|street)"
    apart = re.compile(rf"\b(?:{words})\b")
    assert sum(bool(apart.search(case.situation)) for case in cases(reference)) >= 0.5 * len(cases(reference))


# --- choosing ---------------------------------------------------------------------------------------


def wanted(reference, home, market):
    return weights(culture_gaps(reference, home, market).told, contrasts(reference, home, market))


def test_the_chosen_cases_touch_the_largest_gaps_and_differ(reference):
    want = wanted(reference, "USA", "JPN")
    picked = chosen(cases(reference), want, most=4)
    assert len(picked) == len(set(picked)) == 4
    assert all(relevance(case, want) > 0 for case in picked)
    assert len({case.function for case in picked}) >= 2
    assert picked[0] == by_relevance(cases(reference), want)[0]


def test_the_other_direction_brings_other_cases(reference):
    there, back = (
        chosen(cases(reference), wanted(reference, *pair), most=4) for pair in (("USA", "JPN"), ("JPN", "USA"))
    )
    assert set(there) != set(back)


def test_a_story_of_the_other_end_counts_less(reference):
    case = next(one for one in cases(reference) if one.key == "plain_boss")
    assert relevance(case, {("hofstede", "pdi"): -1.0}) == pytest.approx(1.0)
    assert relevance(case, {("hofstede", "pdi"): 1.0}) == pytest.approx(0.4)
    assert relevance(case, {}) == 0
    # by hand: 1.0 in full, 0.8 and 0.4 * 0.5 by half
    want = {("hofstede", "pdi"): -1.0, ("globe", "power_distance_value"): -0.8, ("schwartz", "hierarchy"): 0.5}
    assert relevance(case, want) == pytest.approx(1.0 + 0.5 * (0.8 + 0.2))


def test_weights_halve_contested_scales_and_sign_leans(reference):
    gaps = culture_gaps(reference, "USA", "JPN").told
    found = weights(gaps, contrasts(reference, "USA", "JPN"))
    for gap in gaps:
        assert found[gap.model.key, gap.dimension.code] == pytest.approx(gap.size * (0.5 if gap.dimension.contested else 1))
    for one in contrasts(reference, "USA", "JPN"):
        if one.model == "trompenaars":
            assert found["trompenaars", one.code] == {"A": 1.0, "B": 0.75}[one.grade] * (1 if one.end == "high" else -1)


_SOME = st.dictionaries(st.sampled_from(sorted(dimension_names())), st.floats(-4, 4), max_size=8)


@given(_SOME, st.sets(st.sampled_from(sorted(FUNCTIONS))), st.integers(0, 8))
def test_the_choice_is_a_function_of_its_arguments(reference, want, functions, most):
    one = chosen(cases(reference), want, functions=functions, most=most)
    assert one == chosen(cases(reference), dict(reversed(want.items())), functions=frozenset(functions), most=most)
    assert len(one) == len(set(one)) <= most
    assert all(not functions or case.function in functions for case in one)


def test_tables_without_rows_give_no_case(reference, with_table):
    empty = with_table("incidents", pd.DataFrame(columns=reference.table("incidents").columns))
    assert cases(empty) == () == chosen(cases(empty), {}, most=3)
