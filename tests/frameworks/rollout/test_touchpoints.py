"""The touchpoints of a market: nothing invented, everything from the room that knows."""

from __future__ import annotations

import datetime as dt

import pytest

from data.catalog import world
from frameworks.culture.gaps import culture_gaps
from frameworks.culture.guidance import guidance
from frameworks.payments import SetUp, fit_for
from frameworks.rollout.touchpoints import CHANNELS, FUNCTION_STAGES, STAGES, SUBJECTS, touchpoints

TODAY = dt.date(2026, 11, 22)
ISSUE = ("discover", "compare", "buy", "pay", "receive", "use", "complain", "return", "recommend")


def found(market, **how):
    reference = world()
    fit = fit_for(market, SetUp(providers=("stripe",), currencies=("EUR",)), reference=reference)
    advice = guidance(reference, culture_gaps(reference, "USA", market)) if market != "USA" else ()
    return touchpoints(reference, market, today=TODAY, fit=fit, advice=advice, **how)


def test_the_stages_are_the_nine_of_the_buyers_way():
    assert set(STAGES) == set(ISSUE)
    assert set(FUNCTION_STAGES.values()) <= set(STAGES)


@pytest.mark.parametrize("market", ["DEU", "JPN", "BRA", "ARE", "SAU", "NGA", "ATA", "USA"])
def test_notes_are_in_order_known_by_name_and_sourced(market):
    notes = found(market, unchecked=True)
    stages, subjects = list(STAGES), list(SUBJECTS)
    places = [(stages.index(n.stage), subjects.index(n.subject), n.kind != "fact") for n in notes]
    assert places == sorted(places)
    assert all(note.channel in ("", *CHANNELS) and note.kind in ("fact", "advice") for note in notes)
    assert all(note.source for note in notes if note.kind == "fact")
    assert len({note.key for note in notes}) == len(notes)
    assert all(note.checked for note in found(market))


def test_each_room_that_knows_something_of_germany_is_heard():
    assert {note.subject for note in found("DEU")} == set(SUBJECTS)
    texts = [str(note.text) for note in found("DEU")]
    assert any("91 % of the people speak German" in text for text in texts)
    assert any("of payments: Wallets" in text for text in texts)
    assert any("2026-12-25" in text for text in texts)


def test_without_a_set_up_and_without_gaps_these_rooms_are_silent():
    notes = touchpoints(world(), "DEU", today=TODAY)
    assert not [note for note in notes if note.subject == "payments" or note.stage == "pay"]


def test_advice_that_rests_on_a_work_names_it_and_leading_a_team_is_no_touchpoint():
    reference = world()
    advice = guidance(reference, culture_gaps(reference, "USA", "JPN"), unchecked=True)
    notes = touchpoints(reference, "JPN", today=TODAY, advice=advice)
    told = {str(note.text): note for note in notes if note.subject == "culture" and note.kind == "advice" and note.source}
    leading = {one.text for one in advice if one.function == "leadership"}
    assert told and not leading & set(told)
    assert {one.text for one in advice} >= set(told)


def test_keys_do_not_depend_on_the_language_of_names():
    one, other = found("DEU"), found("DEU")
    assert [note.key for note in one] == [note.key for note in other]


@pytest.mark.parametrize("market", ["DEU", "MEX"])
def test_a_note_has_one_key_in_every_language(market):
    english, spanish = found(market, unchecked=True), found(market, unchecked=True, language="es")
    assert [note.key for note in english] == [note.key for note in spanish]
    assert [str(note.text) for note in english] != [str(note.text) for note in spanish]
