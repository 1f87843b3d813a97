"""Advice on culture gaps: which applies, in which order, and what is left out."""

import pandas as pd
import pytest

from frameworks.culture.gaps import culture_gaps
from frameworks.culture.guidance import FUNCTIONS, STRENGTHS, everywhere, guidance, varied


def advised(reference, market, **how):
    return guidance(reference, culture_gaps(reference, "USA", market), **how)


def test_advice_follows_the_direction_of_the_gap(reference):
    rows = reference.table("implications")
    for market in ("JPN", "DEU", "BRA", "DNK"):
        for one in advised(reference, market, unchecked=True):
            hit = rows[(rows["advice"] == one.text) & (rows["dimension"] == one.gap.dimension.code)]
            assert ("high" if one.gap.size > 0 else "low") in set(hit["pole"])


def test_contested_and_unread_findings_are_left_out_unless_asked_for(reference):
    kept, everything = advised(reference, "JPN"), advised(reference, "JPN", unchecked=True)
    assert kept
    assert all(one.checked and not one.contested for one in kept)
    assert any(one.contested for one in everything)
    assert any(not one.checked for one in everything)
    assert set(kept) < set(everything)


def test_the_strongest_evidence_comes_first_then_the_largest_gap(reference):
    found = advised(reference, "KOR")
    keys = [(STRENGTHS.index(one.strength), -abs(one.gap.size)) for one in found]
    assert keys == sorted(keys)


def test_three_are_varied_and_keep_the_order(reference):
    found = advised(reference, "CHN")
    chosen = varied(found)
    assert len(chosen) == 3
    assert len({one.gap for one in chosen}) == 3 or len({one.function for one in chosen}) == 3
    assert [one for one in found if one in chosen] == list(chosen)
    assert varied(found[:1]) == found[:1]
    assert varied(()) == ()


def test_a_market_without_scores_gets_no_advice(reference):
    assert advised(reference, "VAT") == ()


def test_every_row_names_a_known_function_strength_and_work(reference):
    rows, works = reference.table("implications"), set(reference.table("implication_sources")["source"])
    assert set(rows["function"]) <= set(FUNCTIONS)
    assert set(rows["strength"]) <= set(STRENGTHS)
    assert set().union(*(source.split("|") for source in rows["source"])) == works


def test_a_switched_off_table_gives_no_advice(reference, with_table):
    empty = with_table("implications", pd.DataFrame(columns=reference.table("implications").columns))
    assert advised(empty, "JPN") == () == everywhere(empty)


def test_what_holds_everywhere_begins_with_the_summaries(reference):
    found = everywhere(reference)
    assert found[0].strength == "meta-analysis"
    assert all(one.gap is None and one.checked for one in found)


@pytest.mark.parametrize("function", ["service", "pricing"])
def test_one_part_of_the_business_can_be_asked_for(reference, function):
    assert {one.function for one in advised(reference, "CHN", functions=[function])} <= {function}
