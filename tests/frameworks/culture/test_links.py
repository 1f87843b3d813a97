import pytest

from data.catalog import world
from frameworks.culture.links import links


@pytest.fixture(scope="module")
def reference():
    return world()


def test_a_close_pair_shows_its_ties(reference):
    found = links(reference, "USA", "CAN")
    assert found.flags["contig"] is True
    assert found.flags["common_currency"] is False
    assert found.agreement == "FTA"
    assert found.serving == ("en",)
    assert found.languages.at["en", "served"]
    assert not found.languages.at["fr", "served"]
    assert 0 < found.km < 5000


def test_trade_is_seen_from_both_sides(reference):
    found = links(reference, "USA", "JPN")
    looks = {(trade.of, trade.flow): trade for trade in found.trade}
    assert len(looks) == 4
    assert looks["JPN", "export"].share > looks["USA", "export"].share > 0


def test_what_is_unknown_is_none_not_zero(reference):
    found = links(reference, "USA", "ATA")
    assert found.km is found.hours is found.agreement is found.served is found.nearness is None
    assert set(found.flags.values()) == {None}
    assert found.languages.empty
    assert not next(trade for trade in found.trade if trade.of == "ATA").known


def test_a_partner_outside_the_top_five_has_no_share(reference):
    trade = next(t for t in links(reference, "USA", "NGA").trade if (t.of, t.flow) == ("USA", "import"))
    assert trade.known
    assert trade.share is None


def test_the_team_serves_what_it_says(reference):
    assert links(reference, "USA", "BRA", ("pt",)).served > 90 > links(reference, "USA", "BRA").served


def test_an_unknown_market_is_refused(reference):
    with pytest.raises(KeyError):
        links(reference, "USA", "XXX")
