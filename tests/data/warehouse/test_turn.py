"""The lock is one holder's at a time and falls when it is given back."""

from __future__ import annotations

import pytest

from data.warehouse.refusals import WarehouseBusy
from data.warehouse.turn import Turn, fcntl


@pytest.mark.skipif(fcntl is None, reason="Windows has no such locks")
def test_one_holds_it_and_the_next_waits_for_it_to_be_given_back(tmp_path):
    one, two = Turn(tmp_path / "kpi.lock"), Turn(tmp_path / "kpi.lock")
    one.take()
    one.take()
    with pytest.raises(WarehouseBusy):
        two.take()
    one.give_back()
    two.take()
    two.give_back()
    two.give_back()
