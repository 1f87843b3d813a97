import pytest

from data.catalog import world
from data.studio import sources
from data.studio.sources import Ground, SourceFindings
from frameworks.localization.items import Item

ITEMS = (Item("ad.1", "This is a piece of cake", surface="ad"), Item("ad.2", "Pay now"), Item("ad.3", "Click here"))
GROUND = Ground(world(), "USA", ("DEU", "JPN"))


@pytest.fixture
def looked():
    made = SourceFindings()
    made.run(ITEMS, GROUND)
    return made


def test_each_finding_stands_once_with_its_markets(looked):
    first, last = looked.cautions(ITEMS, GROUND)
    assert (first.item.key, first.finding.check, first.markets) == ("ad.1", "idiom", ("DEU", "JPN"))
    assert (last.item.key, last.finding.check) == ("ad.3", "link_text") and first.finding.suggestion
    only = looked.cautions(ITEMS, GROUND, aside={("ad.1", "DEU", "idiom"), ("ad.3", "DEU", "link_text"),
                                                ("ad.3", "JPN", "link_text")})  # fmt: skip
    assert [(one.item.key, one.markets) for one in only] == [("ad.1", ("JPN",))]


def test_a_source_is_looked_at_once_a_market(looked, monkeypatch):
    seen = []
    monkeypatch.setattr(sources, "lint", lambda text, market, **_how: seen.append((text, market)) or ())
    assert looked.waiting(ITEMS, GROUND) == 0
    looked.run(ITEMS, GROUND)
    assert seen == []
    wider = Ground(world(), "USA", ("DEU", "FRA"))
    assert looked.waiting(ITEMS, wider) == 3
    looked.run([*ITEMS, Item("new", "Pay now", "elsewhere")], wider)
    assert seen == [(item.source, "FRA") for item in ITEMS]


def test_it_tells_how_far_it_is_and_stops(monkeypatch):
    monkeypatch.setattr(sources, "_AT_A_TIME", 1)
    made, told = SourceFindings(), []
    made.run(ITEMS, GROUND, lambda done, total: told.append((done, total)), lambda: len(told) > 2)
    assert told == [(0, 3), (1, 3), (2, 3)] and made.waiting(ITEMS, GROUND) == 1


def test_it_forgets_rather_than_grow_without_end(monkeypatch):
    monkeypatch.setattr(sources, "MOST_KEPT", 4)
    made = SourceFindings()
    made.run(ITEMS, GROUND)
    assert made.waiting(ITEMS, GROUND) == 2
