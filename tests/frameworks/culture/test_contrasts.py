"""Differences known as a lean or a place only: which count, and which never do."""

import pandas as pd

from frameworks.culture.contrasts import APART, contrasts, known_for_both
from frameworks.culture.trompenaars import leans


def test_only_leans_of_grade_a_or_b_toward_other_poles_count(reference):
    codes = sorted(reference.table("trompenaars_consensus")["iso3"].unique())
    seen = 0
    for home in codes[:12]:
        for market in codes:
            for one in contrasts(reference, home, market):
                if one.model != "trompenaars":
                    continue
                here, there = ({lean.dimension.code: lean for lean in leans(reference, code)}[one.code] for code in (home, market))
                assert {here.grade, there.grade} <= {"A", "B"}
                assert here.pole != there.pole
                assert one.end == {"first": "high", "second": "low"}[there.pole]
                assert one.grade == max(here.grade, there.grade)
                seen += 1
    assert seen > 10


def test_a_weaker_grade_takes_the_contrast_away(reference, with_table):
    found = [one for one in contrasts(reference, "USA", "JPN") if one.model == "trompenaars"]
    assert found
    rows = reference.table("trompenaars_consensus")
    weak = rows.assign(grade=rows["grade"].where(rows["iso3"] != "JPN", "C"))
    assert [one for one in contrasts(with_table("trompenaars_consensus", weak), "USA", "JPN") if one.model == "trompenaars"] == []


def test_hall_needs_five_places_and_points_to_the_higher_context(reference):
    assert APART == 5
    there = [one for one in contrasts(reference, "USA", "JPN") if one.model == "hall"]
    back = [one for one in contrasts(reference, "JPN", "USA") if one.model == "hall"]
    assert [one.end for one in there] == ["high"]
    assert [one.end for one in back] == ["low"]
    assert not [one for one in contrasts(reference, "USA", "GBR") if one.model == "hall"]  # two places apart


def test_home_against_itself_and_unknown_countries_have_no_contrasts(reference):
    assert contrasts(reference, "USA", "USA") == ()
    assert contrasts(reference, "USA", "VAT") == ()
    assert known_for_both(reference, "USA", "VAT") == frozenset()


def test_the_order_names_each_country_once_and_within_fifteen(reference):
    rows = reference.table("context_order")
    assert rows["iso3"].is_unique
    assert rows["rank"].between(1, 15).all()


def test_empty_tables_give_no_contrasts(reference, with_table):
    empty = with_table("context_order", pd.DataFrame(columns=reference.table("context_order").columns))
    assert all(one.model != "hall" for one in contrasts(empty, "USA", "JPN"))
