"""A team's training for a market: what it rests on, who needs what, and markets of which little is known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks.culture.contrasts import Contrast
from frameworks.culture.gaps import Gap, culture_gaps
from frameworks.culture.guidance_certainty import firm
from frameworks.culture.sessions import AGENDAS, ROLES
from frameworks.culture.training import key_of, outline


def test_it_follows_the_largest_gaps(reference):
    found = outline(reference, "USA", "JPN", roles=("marketing", "service"), minutes=75)
    assert found.kind == "gaps" and 1 < len(found.focus) <= 4
    told = {(gap.model.key, gap.dimension.code) for gap in firm(reference, culture_gaps(reference, "USA", "JPN")).told}
    for one in found.focus:
        assert isinstance(one, Contrast) or key_of(one) in told
    sizes = [abs(one.size) for one in found.focus if isinstance(one, Gap) and not one.dimension.contested]
    assert sizes == sorted(sizes, reverse=True)


def test_each_role_gets_advice_for_its_own_work(reference):
    found = outline(reference, "USA", "JPN", roles=tuple(ROLES), minutes=90)
    assert [need.role for need in found.needs] == list(ROLES)
    for need in found.needs:
        functions = ROLES[need.role].functions
        assert all(one.checked and not one.contested for one in need.advice)
        assert all(not functions or one.function in functions for one in need.advice)
        assert need.case is None or not functions or need.case.function in functions
        assert need.bases


def test_the_cases_fit_the_roles_and_the_time(reference):
    for minutes, agenda in AGENDAS.items():
        found = outline(reference, "DEU", "BRA", roles=("leadership",), minutes=minutes)
        assert len(found.cases) == agenda.cases and {case.function for case in found.cases} == {"leadership"}
        assert found.minutes == minutes == sum(step.minutes for step in found.steps)


@pytest.mark.parametrize("minutes, taken", [(0, 60), (61, 60), (70, 75), (74, 75), (1000, 90), (-3, 60)])
def test_another_length_counts_as_the_nearest(reference, minutes, taken):
    assert outline(reference, "USA", "JPN", minutes=minutes).minutes == taken


@pytest.mark.parametrize("roles", [(), ("nobody",), ("nobody", "<script>")])
def test_unknown_roles_mean_everyone(reference, roles):
    assert [need.role for need in outline(reference, "USA", "JPN", roles=roles).needs] == ["everyone"]


@pytest.mark.parametrize("home, market, kind", [("USA", "USA", "home"), ("USA", "VAT", "unknown"), ("VAT", "USA", "unknown")])
def test_where_nothing_is_known_it_says_so_and_still_trains(reference, home, market, kind):
    found = outline(reference, home, market, roles=tuple(ROLES))
    assert found.kind == kind and found.focus == () and all(need.bases == () for need in found.needs)
    assert found.cases and found.steps and found.exercises and found.reading
    assert all(one.gap is None for need in found.needs for one in need.advice)


@pytest.mark.parametrize("market", ["ARE", "SAU", "NGA"])
def test_sparse_markets_have_an_outline(reference, market):
    found = outline(reference, "USA", market, roles=tuple(ROLES))
    assert found.kind in ("gaps", "alike", "unknown") and len(found.cases) == AGENDAS[75].cases
    assert bool(found.focus) == (found.kind == "gaps")


def test_the_reading_names_only_works_that_were_read_each_once(reference):
    read = set(reference.table("implication_sources").query("checked == 'yes'")["source"])
    for market in ("JPN", "VAT", "BRA"):
        named = [work.source for work in outline(reference, "USA", market, roles=tuple(ROLES)).reading]
        assert named and set(named) <= read and len(named) == len(set(named))


def test_an_unknown_market_is_refused(reference):
    with pytest.raises(KeyError):
        outline(reference, "USA", "QQQ")


@settings(max_examples=15)
@given(st.data(), st.sets(st.sampled_from(sorted(ROLES))), st.integers(40, 120))
def test_the_same_arguments_give_the_same_outline(reference, data, roles, minutes):
    markets = st.sampled_from(list(reference.markets))
    home, market = data.draw(markets), data.draw(markets)
    one = outline(reference, home, market, roles=sorted(roles), minutes=minutes)
    assert one == outline(reference, home, market, roles=frozenset(roles), minutes=minutes)
    assert len(one.cases) == len({case.key for case in one.cases})
