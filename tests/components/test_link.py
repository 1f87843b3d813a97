"""A view survives the trip through the address; a hostile address changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from components import link
from data.catalog import infos, world
from frameworks.scoring.scenario import Scenario
from frameworks.weights import CRITERIA, Weights

MARKETS = sorted(world().markets)
KNOWN = link.Known(
    frozenset(MARKETS), frozenset({"en", "es", "de", "zh"}), frozenset(infos()) - {"hofstede_estimates"}, {"hofstede_estimates"}
)
CODES = st.lists(st.sampled_from(MARKETS), max_size=12, unique=True).map(tuple)
POINTS = st.floats(0, 100).map(lambda value: round(value, 2))
WEIGHTS = st.dictionaries(st.sampled_from(CRITERIA), POINTS, max_size=6).map(
    lambda given: Weights.of({**given, "values": 45, "size": 25})
)
SCENARIOS = st.builds(
    Scenario,
    home=st.sampled_from(MARKETS),
    languages=st.lists(st.sampled_from(["en", "es", "de"]), unique=True).map(tuple),
    candidates=CODES, shortlist=CODES, weights=WEIGHTS,
    affinity_cut=st.none() | POINTS, potential_cut=st.none() | POINTS,
    tables_on=st.sampled_from([(), ("hofstede_estimates",)]),
    competition=st.dictionaries(st.sampled_from(MARKETS), POINTS, max_size=4),
    tables_off=st.sampled_from([(), ("globe",), ("globe", "schwartz")]),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(SCENARIOS)
def test_round_trip(scenario):
    read, problems = link.decode(link.encode(scenario), Scenario(home="USA"), KNOWN)
    assert problems == []
    assert read == scenario
    assert read.fingerprint("v") == scenario.fingerprint("v")


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(link.NAMES), st.text(max_size=60)))
def test_any_text_is_survived_and_named(params):
    former = Scenario(home="DEU", shortlist=("JPN",))
    read, problems = link.decode(params, former, KNOWN)
    assert read.home in MARKETS
    assert all(isinstance(sentence, str) and sentence.endswith(".") for sentence in problems)


def test_private_words_stay_out_of_the_address():
    scenario = Scenario(home="USA", name="Secret plan", product="Rocket", category="Space")
    assert not any("ecret" in text or "ocket" in text or "pace" in text for text in link.encode(scenario).values())


def test_plain_scenario_needs_no_more_than_its_home():
    assert link.encode(Scenario(home="USA")) == {"home": "USA"}
