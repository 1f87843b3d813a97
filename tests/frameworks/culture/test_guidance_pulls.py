"""Advice that pulls in opposite directions: found where both sides rest on different dimensions."""

from hypothesis import given
from hypothesis import strategies as st

from frameworks.culture.contrasts import contrasts
from frameworks.culture.gaps import culture_gaps
from frameworks.culture.guidance import Advice, guidance
from frameworks.culture.guidance_certainty import firm
from frameworks.culture.guidance_pulls import PULLS, tradeoffs


def advised(reference, home, market):
    gaps = firm(reference, culture_gaps(reference, home, market))
    return guidance(reference, gaps, unchecked=True, contrasts=contrasts(reference, home, market))


def test_every_pull_of_the_table_is_a_known_way_with_a_side(reference):
    for pulls in reference.table("implications")["pull"].dropna():
        for pull in filter(None, pulls.split("|")):
            assert pull[:-1] in PULLS
            assert pull[-1] in "+-"


def test_facts_at_once_and_trust_first_are_a_trade_off(reference):
    found = {one.pull: one for one in tradeoffs(advised(reference, "USA", "JPN"))}
    one = found["directness"]
    assert {each.rests_on for each in one.plus} != {each.rests_on for each in one.minus}


def test_both_sides_are_shown_and_rest_on_different_dimensions(reference):
    for home, market in (("USA", "JPN"), ("DEU", "BRA"), ("FRA", "IND"), ("USA", "DEU")):
        for one in tradeoffs(advised(reference, home, market)):
            assert one.plus
            assert one.minus
            for side, sign in ((one.plus, "+"), (one.minus, "-")):
                assert all(f"{one.pull}{sign}" in each.pulls for each in side)
            assert all(any(each.rests_on != other.rests_on for other in one.minus) for each in one.plus)


def test_one_side_alone_is_no_trade_off(reference):
    found = advised(reference, "USA", "JPN")
    slow = [one for one in found if "directness-" not in one.pulls]
    assert "directness" in {one.pull for one in tradeoffs(found)}
    assert "directness" not in {one.pull for one in tradeoffs(slow)}


PIECES = st.lists(
    st.builds(
        Advice, gap=st.none(), function=st.sampled_from(["sales", "service"]), text=st.text(max_size=5), strength=st.just("study"),
        works=st.just(()), contested=st.booleans(), checked=st.booleans(), id=st.text(max_size=5),
        pulls=st.lists(st.sampled_from(["detail+", "detail-", "speed+", "speed-"]), max_size=3, unique=True).map(tuple),
    ),
    max_size=8,
)  # fmt: skip


@given(PIECES)
def test_advice_on_one_and_the_same_basis_never_pulls_apart(pieces):
    assert tradeoffs(pieces) == ()  # all rest on nothing, so on the same
