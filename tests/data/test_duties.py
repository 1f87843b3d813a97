import threading

import pytest

from data.duties import Duties
from data.store import Workspace


@pytest.fixture
def duties(tmp_path):
    return Workspace(tmp_path).room(Duties)


def test_a_tick_is_kept_with_who_made_it_first_and_can_be_taken_back(duties):
    duties.tick("DEU", "withdrawal", "BGB", by=" Ann  B ")
    duties.tick("DEU", "withdrawal", "BGB", by="Cem")
    assert duties.met("DEU")["withdrawal", "BGB"].by == "Ann B" and not duties.met("FRA")
    duties.untick("DEU", "withdrawal", "BGB")
    duties.untick("DEU", "withdrawal", "BGB")
    assert not duties.met("DEU")


def test_two_who_tick_at_once_lose_nothing(tmp_path):
    def ticks(name):
        mine = Workspace(tmp_path).room(Duties)
        for number in range(20):
            mine.tick("DEU", name, f"law {number}", by=name)

    Workspace(tmp_path)
    both = [threading.Thread(target=ticks, args=(name,)) for name in ("cookies", "invoicing")]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert len(Workspace(tmp_path).room(Duties).met("DEU")) == 40
