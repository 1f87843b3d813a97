"""Touchpoint notes in the workspace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.journeys import MOST, Journeys
from data.store import Workspace
from frameworks.rollout.touchpoint_edits import Edit, TouchpointError

NEW = Edit(0, "DEU", "", "pay", "payments", "web", "Offer two dates")


@pytest.fixture
def book(tmp_path):
    return Workspace(tmp_path).room(Journeys)


def test_a_note_is_kept_changed_and_removed_for_good(book, tmp_path):
    kept = book.keep(NEW, by="Ana")
    assert book.edits("DEU") == (kept,) and book.edits("FRA") == () and kept.by == "Ana"
    again = book.keep(replace(kept, text="Ofrezca dos fechas zzqq"), by="Bo")
    assert again.revision == 2 and book.edits("DEU") == (again,)
    removed = book.remove(again.number, again.revision)
    assert removed.text == "Ofrezca dos fechas zzqq" and book.edits("DEU") == ()
    for file in tmp_path.iterdir():
        assert b"zzqq" not in file.read_bytes()
    assert book.keep(removed, by="Bo").text == removed.text


def test_two_people_do_not_overwrite_each_other(book):
    kept = book.keep(replace(NEW, key="abc"), by="Ana")
    book.keep(replace(kept, text="first"), by="Ana")
    for stale in (replace(kept, text="second"), replace(NEW, key="abc", text="third")):
        with pytest.raises(TouchpointError, match="Somebody else"):
            book.keep(stale, by="Bo")
    with pytest.raises(TouchpointError, match="Somebody else"):
        book.remove(kept.number, kept.revision)
    assert [one.text for one in book.edits("DEU")] == ["first"]


def test_a_market_holds_so_many_notes(book, monkeypatch):
    monkeypatch.setattr("data.journeys.MOST", 2)
    book.keep(NEW, by="")
    book.keep(NEW, by="")
    with pytest.raises(TouchpointError, match="2 notes"):
        book.keep(NEW, by="")
    assert MOST == 500
