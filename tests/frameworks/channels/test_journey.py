"""The journey: seven steps, facts with sources, advice only from facts."""

import pytest

from frameworks.channels.journey import STAGES, journey
from frameworks.labels import Sentence


def step(points, stage):
    return next(point for point in points if point.stage == stage)


def told(point):
    return " | ".join(str(fact.text) for fact in point.facts)


def advice(point):
    return " | ".join(str(sentence) for sentence in point.adapt)


@pytest.mark.parametrize("unchecked", [False, True])
def test_every_market_has_seven_steps_whose_facts_have_sources(reference, unchecked):
    for market in reference.markets[::10]:
        points = journey(reference, market, unchecked=unchecked)
        assert [point.stage for point in points] == list(STAGES)
        for point in points:
            assert point.facts or not point.adapt
            for fact in point.facts:
                assert isinstance(fact.text, Sentence) and str(fact.text) and fact.source
                assert fact.year is None or 1900 < fact.year < 2100
                assert unchecked or fact.checked


def test_what_is_blocked_is_said_and_left_out_of_the_plan(reference):
    point = step(journey(reference, "CHN"), "discover")
    assert "Google is blocked" in told(point) and "Leave Google" in advice(point)


def test_the_withdrawal_days_reach_the_return_step(reference):
    germany = step(journey(reference, "DEU"), "return")
    assert "within 14 days of delivery" in told(germany) and "for 14 days or more" in advice(germany)
    assert germany.facts[0].checked and germany.facts[0].year == 2026  # with the button since then
    usa = step(journey(reference, "USA", unchecked=True), "return")
    assert "No general right" in advice(usa)


def test_prices_follow_the_tax_display(reference):
    assert "Show every price with tax" in advice(step(journey(reference, "FRA"), "compare"))
    usa = step(journey(reference, "USA"), "compare")
    assert "tax comes on top" in advice(usa) and "with tax, from" not in advice(usa)


def test_duty_limits_reach_the_receive_step_with_their_year(reference):
    point = step(journey(reference, "USA"), "receive")
    fact = next(fact for fact in point.facts if "duty" in str(fact.text))
    assert "29 August 2025" in str(fact.text) and fact.year == 2025
    assert "No import is free of tax" in told(step(journey(reference, "DEU"), "receive"))


def test_practitioner_lore_is_called_that(reference):
    facts = [fact for point in journey(reference, "CHN") for fact in point.facts if "mourning" in str(fact.text)]
    assert facts and all("practitioner lore" in str(fact.text) for fact in facts)


def test_languages_are_named_in_the_language_asked_for(reference):
    assert "speak German" in told(step(journey(reference, "DEU"), "discover"))
    assert "alemán" in told(step(journey(reference, "DEU", language="es"), "discover"))


def test_without_tables_nothing_is_advised(reference, with_table):
    gone = with_table("support_evidence", reference.table("support_evidence").iloc[:0])
    empty = step(journey(gone, "BVT"), "complain")
    assert empty.facts == () and empty.adapt == ()
