"""Advice on culture gaps: which applies, in which order, and what is left out."""

import re

import pandas as pd
import pytest

from frameworks.culture.contrasts import contrasts
from frameworks.culture.gaps import culture_gaps
from frameworks.culture.guidance import FUNCTIONS, READ, STRENGTHS, everywhere, guidance, varied
from frameworks.culture.phrasing import trait_of_persons


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


HEDGE = r"\b(tend|tends|tended|may|might|seem|test|try|consider)\b"
REPORTS = ("all-", "mas-high-product-1")
"""Sentences that report a figure of a study instead of hedging."""


def test_every_shipped_sentence_has_an_evidence_row(reference):
    rows = reference.table("implications")
    works = reference.table("implication_sources").set_index("source")
    for row in rows.to_dict("records"):
        cited = row["source"].split("|")
        assert cited
        assert set(cited) <= set(works.index), row["id"]
        seen = set(works.loc[cited, "seen"])
        assert seen <= set(READ)
        assert (row["checked"] == "yes") == (seen == {"abstract"}), row["id"]
        assert row["strength"] != "study" or seen <= {"abstract", "title", "recalled", "excerpt"}


def test_every_sentence_has_a_name_of_its_own_and_is_told_once(reference):
    rows = reference.table("implications")
    assert rows["id"].is_unique
    assert rows["advice"].is_unique
    assert rows["id"].str.fullmatch(r"[a-z]+-(high|low|any)-[a-z_]+-[0-9]+").all()


def test_no_sentence_speaks_of_persons_and_all_are_tendencies(reference):
    for row in reference.table("implications").to_dict("records"):
        assert trait_of_persons(row["advice"]) == (), row["id"]
        if not row["id"].startswith(REPORTS):
            assert re.search(HEDGE, row["advice"], re.IGNORECASE), row["id"]


def test_every_part_of_the_business_has_advice_and_every_scored_end_has_some(reference):
    rows = reference.table("implications")
    assert set(rows["function"]) == set(FUNCTIONS)
    core = {"marketing", "sales", "service", "product", "web_design"}
    scored = rows[rows["model"].isin(["hofstede", "trompenaars"])]
    for end, inside in scored.groupby(["model", "dimension", "pole"]):
        assert core <= set(inside["function"]), end


def test_trompenaars_and_unsourced_advice_is_off_unless_asked_for(reference):
    gaps, leaning = culture_gaps(reference, "USA", "JPN"), contrasts(reference, "USA", "JPN")
    kept = guidance(reference, gaps, contrasts=leaning)
    everything = guidance(reference, gaps, contrasts=leaning, unchecked=True)
    assert not [one for one in kept if one.contrast and one.contrast.model == "trompenaars"]
    found = [one for one in everything if one.contrast and one.contrast.model == "trompenaars"]
    assert found
    assert all(one.contested and one.works for one in found)
    assert all(one.rests_on == (one.contrast.model, one.contrast.code) and one.because for one in found)


def test_contested_dimensions_are_marked_in_the_table(reference):
    rows = reference.table("implications")
    marked = rows[(rows["model"] == "trompenaars") | rows["dimension"].isin(["mas", "uai"])]
    assert set(marked["contested"]) == {"yes"}
