"""What the studio hands out needs nothing said that is not so."""

from __future__ import annotations

from data.studio import ACTIONS, Filter, Listed, Outcome


def test_an_empty_filter_and_outcome_say_nothing():
    assert Filter() == Filter(surfaces=(), states=(), keys=None)
    assert Outcome().step is None and not Outcome().refused
    assert Listed((), 0).states == {}
    assert "undo" in ACTIONS
