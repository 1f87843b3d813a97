from __future__ import annotations

from dataclasses import replace

import pytest

from frameworks.localization.items import Item, Translation
from frameworks.localization.states import MOVES, STATES, ReviewError, exportable, move, progress

ITEM = Item("pay", "Pay now", surface="checkout")
DRAFT = Translation("pay", "de", "Jetzt zahlen", by="Ana", source_digest=ITEM.digest)
NOW = "2026-11-22T10:00:00Z"


def test_an_approval_says_who_when_and_why():
    done = move(DRAFT, "approved", by="Ben", at=NOW, why="checked on the phone")
    assert (done.state, done.by, done.at, done.note) == ("approved", "Ben", NOW, "checked on the phone")
    assert not done.self_reviewed


@pytest.mark.parametrize("author, by, own", [(None, "ana ", True), ("Ben", "Ben", True), ("Ben", "Ana", False)])
def test_approving_ones_own_text_is_marked(author, by, own):
    assert move(DRAFT, "approved", by=by, at=NOW, author=author).self_reviewed is own


def test_an_engines_text_approved_by_a_person_is_not_self_reviewed():
    machine = replace(DRAFT, origin="engine:deepl")
    assert not move(machine, "approved", by="Ana", at=NOW).self_reviewed


@pytest.mark.parametrize("translation, to, by, told", [
    (DRAFT, "done", "Ana", "no state"), (DRAFT, "approved", " ", "name of a person"),
    (replace(DRAFT, text=" "), "approved", "Ben", "empty"), (replace(DRAFT, state="rejected"), "approved", "Ben", "cannot"),
    (replace(DRAFT, state="stale"), "approved", "Ben", "present source"),
])  # fmt: skip
def test_a_step_that_may_not_be_taken_is_refused(translation, to, by, told):
    with pytest.raises(ReviewError, match=told):
        move(translation, to, by=by, at=NOW)


def test_a_stale_text_is_approved_against_its_present_source():
    stale = replace(DRAFT, state="stale", source_digest="old")
    done = move(stale, "approved", by="Ben", at=NOW, item=ITEM)
    assert done.source_digest == ITEM.digest
    assert exportable(ITEM, done)


def test_every_state_can_be_left_and_all_are_known():
    assert set(MOVES) == set(STATES)
    assert all(MOVES.values()) and set().union(*MOVES.values()) == set(STATES)


def test_what_costs_money_goes_out_only_with_a_name_and_a_known_source():
    approved = move(DRAFT, "approved", by="Ben", at=NOW)
    assert exportable(ITEM, approved)
    assert not exportable(ITEM, replace(approved, by=""))
    assert not exportable(ITEM, replace(approved, source_digest=""))
    assert exportable(Item("pay", "Pay now"), replace(approved, by="", source_digest=""))


def test_nothing_but_approved_and_fitting_goes_out():
    approved = move(DRAFT, "approved", by="Ben", at=NOW)
    assert not any(exportable(ITEM, replace(approved, state=state)) for state in STATES if state != "approved")
    assert not exportable(Item("pay", "Pay"), approved)
    assert not exportable(Item("other", "Pay now"), approved)


def test_progress_weighs_the_surfaces():
    items = [ITEM, Item("q", "Question", surface="faq"), Item("r", "Other", surface="faq")]
    held = [move(DRAFT, "approved", by="Ben", at=NOW), Translation("q", "de", "Frage"), Translation("q", "fr", "Q")]
    found = progress(items, held, "de")
    assert found.share == pytest.approx(3 / 4)
    assert found.translated == pytest.approx((3 + 0.5) / 4)
    assert found.states == {"missing": 1, "draft": 1, "approved": 1}
    assert found.surfaces == {"checkout": (1, 1), "faq": (0, 2)}


def test_progress_takes_a_text_of_another_source_for_stale():
    approved = move(DRAFT, "approved", by="Ben", at=NOW)
    found = progress([Item("pay", "Pay", surface="checkout")], [approved], "de")
    assert (found.states, found.share) == ({"stale": 1}, 0)


def test_progress_of_nothing_is_unknown():
    assert progress([], [], "de").share is None
