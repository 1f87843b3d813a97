"""Targets in the workspace: kept all or none, replaced by their key, dropped and put back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data import targets
from data.migrations import WorkspaceError
from data.store import Workspace
from data.targets import Targets, key
from frameworks.kpi.targets import Target
from frameworks.labels import Sentence

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
ORDERS = Target("orders", "DEU", *YEAR, 1200.5)
REVENUE = Target("revenue", None, *YEAR, 1e6, "EUR")
NPS = Target("nps", None, *YEAR, -10.0)


@pytest.fixture
def room(tmp_path):
    return Workspace(tmp_path).room(Targets)


def held(room):
    return tuple(kept.target for kept in room.all())


def test_targets_come_in_the_order_of_the_kpis_with_markets_after_all(room, tmp_path):
    whole = Target("orders", None, date(2027, 1, 1), date(2027, 1, 31), 5.0)
    assert room.revision() == 0
    assert room.keep([NPS, ORDERS, whole, REVENUE]) == (4, 0)
    assert held(room) == held(Workspace(tmp_path).room(Targets)) == (REVENUE, whole, ORDERS, NPS)
    assert room.revision() == 1 and room.all()[0].at is not None and room.all()[0].key == key(REVENUE)


def test_the_same_kpi_market_and_period_is_replaced_and_the_last_of_two_counts(room):
    room.keep([ORDERS, REVENUE])
    dollars = Target("revenue", None, *YEAR, 7.0, "USD")
    assert room.keep([dollars, NPS, Target("nps", None, *YEAR, 20.0)]) == (1, 1)
    assert held(room) == (dollars, ORDERS, Target("nps", None, *YEAR, 20.0))


def test_all_or_none_are_kept(room, monkeypatch):
    room.keep([NPS])
    with pytest.raises(Sentence, match="currency"):
        room.keep([ORDERS, Target("revenue", None, *YEAR, 1.0)])
    monkeypatch.setattr(targets, "MOST", 2)
    with pytest.raises(WorkspaceError, match="more than 2 targets"):
        room.keep([ORDERS, REVENUE])
    assert held(room) == (NPS,) and room.keep([]) == (0, 0) and room.revision() == 1


def test_dropped_targets_are_handed_back_for_undo_and_leave_nothing_in_the_file(room, tmp_path):
    room.keep([ORDERS, REVENUE, NPS])
    dropped = room.drop([key(NPS), key(ORDERS), ("orders", None, *YEAR)])
    assert dropped == (ORDERS, NPS) and held(room) == (REVENUE,)
    assert b"ordersDEU" not in (tmp_path / "workspace.sqlite").read_bytes()
    assert room.keep(dropped) == (2, 0) and held(room) == (REVENUE, ORDERS, NPS)
    before = room.revision()
    assert room.drop([]) == () and room.revision() == before


def test_what_was_damaged_from_outside_is_left_out(room):
    room.keep([ORDERS])
    with room._backing.writing() as db:
        for row in (("orders", "", "soon", "2026-12-31", 5, None), ("luck", "", "2026-01-01", "2026-12-31", 5, None)):
            db.execute("INSERT INTO targets VALUES (?, ?, ?, ?, ?, ?, 'never')", row)
    assert held(room) == (ORDERS,)


def test_a_full_workspace_is_read_at_once(room):
    many = [Target("orders", None, YEAR[0] + timedelta(day), YEAR[0] + timedelta(day), 1.0) for day in range(targets.MOST)]
    assert room.keep(many) == (targets.MOST, 0) and len(room.all()) == targets.MOST
