"""The communication protocol: every sentence from a named dimension, nothing filled in."""

import pytest

from frameworks.culture.contrasts import contrasts
from frameworks.culture.gaps import culture_gaps
from frameworks.culture.guidance_certainty import firm
from frameworks.culture.protocol import CONFIDENCE, PARTS, STATUSES, Fact, protocol
from frameworks.labels import Sentence


def made(reference, home, market, **how):
    gaps = culture_gaps(reference, home, market)
    return protocol(reference, home, market, gaps, contrasts(reference, home, market), sure=firm(reference, gaps), **how)


def test_every_row_names_a_part_and_advice_that_exists(reference):
    rows = reference.table("protocol")
    assert set(rows["part"]) == set(PARTS)
    assert set(rows["advice"]) <= set(reference.table("implications")["id"])


@pytest.mark.parametrize("market", ["JPN", "BRA", "NGA", "SAU", "ARE", "VAT"])
@pytest.mark.parametrize("unchecked", [False, True])
def test_all_ten_parts_stand_with_status_confidence_and_works(reference, market, unchecked):
    found = made(reference, "DEU", market, unchecked=unchecked)
    assert [part.code for part in found] == list(PARTS)
    for part in found:
        assert part.status in STATUSES
        assert part.confidence in CONFIDENCE
        assert all(one.works for one in part.advice)
        assert part.dimensions
        if not unchecked:
            assert all(one.sure for one in part.advice)
        assert (part.confidence == "D") == all(one.rests_on is None for one in part.advice)


def test_where_no_dimension_is_known_it_says_so(reference):
    found = {part.code: part for part in made(reference, "USA", "ARE", unchecked=True)}
    assert {part.status for part in found.values()} == {"unknown"}
    assert all(part.lacking == part.dimensions for part in found.values())


def test_known_on_both_sides_but_not_far_apart_is_much_as_at_home(reference):
    found = {part.code: part for part in made(reference, "USA", "AUS", unchecked=True)}
    assert "alike" in {part.status for part in found.values()}


def test_unchecked_sentences_are_held_back_counted_and_come_on_request(reference):
    kept, everything = made(reference, "DEU", "BRA"), made(reference, "DEU", "BRA", unchecked=True)
    for few, all_ in zip(kept, everything, strict=True):
        assert len(few.advice) + few.held == len(all_.advice)
        assert all_.held == 0
    assert any(part.held for part in kept)


def test_home_has_no_protocol_and_facts_stand_beside(reference):
    assert made(reference, "USA", "USA") == ()
    fact = Fact(Sentence("Somebody leads."), "A source", 2024)
    found = {part.code: part for part in made(reference, "USA", "ARE", facts={"channels": [fact]})}
    assert (found["channels"].facts, found["channels"].status) == ((fact,), "facts")
