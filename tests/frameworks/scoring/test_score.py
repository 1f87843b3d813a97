"""The front door: what it promises, what it refuses, what it says of ten homes."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalog import world
from frameworks.reference import Reference
from frameworks.scoring import score_markets
from frameworks.scoring.matrix import QUADRANTS
from frameworks.scoring.score import MarketError, scoring
from frameworks.weights import AFFINITY_PARTS, POTENTIAL_DIMENSIONS, TEAM_DIMENSIONS, WeightError

FAST = {"draws": 60}
MOVES_WITH_THE_FIELD = [
    "rank", "rank_low", "rank_high", "p_top3",
]  # fmt: skip
"""Places are among the markets ranked; everything else is measured against the fixed world."""


@pytest.fixture(scope="module")
def usa(reference):
    return score_markets("USA", reference=reference)


def by_affinity(frame: pd.DataFrame) -> list[str]:
    return list(frame["affinity"].dropna().sort_values(ascending=False).index)


# --- what the frame holds -------------------------------------------------------------------------


def test_the_documented_columns(usa):
    promised = [
        "affinity", "affinity_low", "affinity_high", "affinity_confidence", "potential", "potential_low",
        "potential_high", "coverage", "oldest_year", "overall", "quadrant", "rank", "rank_low", "rank_high", "p_top3",
        *AFFINITY_PARTS, *POTENTIAL_DIMENSIONS, *TEAM_DIMENSIONS, *(f"p_{name}" for name in QUADRANTS),
        "model_hofstede", "model_globe", "model_schwartz", "model_world_values",
    ]  # fmt: skip
    assert set(promised) == set(usa.columns)
    assert usa.index.name == "iso3" and len(usa) == 248 and "USA" not in usa.index


def test_three_lines_are_enough():
    assert not score_markets("USA", reference=world()).empty


def test_ranks_run_from_one_in_the_order_of_the_overall_score(usa):
    ranked = usa.dropna(subset=["rank"])
    assert ranked["overall"].is_monotonic_decreasing and ranked["rank"].iloc[0] == 1
    assert (ranked["rank"] == ranked["overall"].rank(ascending=False, method="min")).all()
    assert (ranked["rank_low"] <= ranked["rank"]).all() and (ranked["rank"] <= ranked["rank_high"]).all()
    assert ranked["rank_low"].min() >= 1 and ranked["rank_high"].max() <= len(ranked)
    assert (usa["rank"].isna() == usa["overall"].isna()).all()
    assert list(usa.index[: len(ranked)]) == list(ranked.index)  # markets without a rank stand last


def test_the_overall_score_is_the_shown_axes_in_balance(reference):
    frame = score_markets("USA", reference=reference, weights={"balance": 30}, **FAST)
    blend = 0.3 * frame["affinity"] + 0.7 * frame["potential"]
    assert (frame["overall"] - blend).abs().max() <= 0.05 + 1e-9


def test_shares_are_shares(usa):
    shares = usa[[f"p_{name}" for name in QUADRANTS]]
    known = usa["quadrant"] != "unknown"
    assert np.allclose(shares[known].sum(axis=1), 1) and shares[~known].isna().all().all()
    assert usa["p_top3"].dropna().between(0, 1).all() and usa["p_top3"].sum() == pytest.approx(3)
    assert usa["coverage"].between(0, 1).all()


def test_bands_contain_the_scores(usa):
    for axis in ("affinity", "potential"):
        known = usa.dropna(subset=[axis])
        assert (known[f"{axis}_low"] <= known[axis]).all() and (known[axis] <= known[f"{axis}_high"]).all()
        assert usa.loc[usa[axis].isna(), [f"{axis}_low", f"{axis}_high"]].isna().all().all()


def test_quadrants_follow_the_cuts_it_reports(usa):
    near, rich = usa["affinity"] >= usa.attrs["affinity_cut"], usa["potential"] >= usa.attrs["potential_cut"]
    known = usa["affinity"].notna() & usa["potential"].notna()
    assert (usa["quadrant"][known & near & rich] == "lead").all()
    assert (usa["quadrant"][known & ~near & rich] == "adapt").all()
    assert (usa["quadrant"][known & near & ~rich] == "niche").all()
    assert (usa["quadrant"][known & ~near & ~rich] == "later").all()
    assert (usa["quadrant"][~known] == "unknown").all()


def test_same_inputs_give_the_same_frame_to_the_digit(usa):
    again = score_markets("USA", reference=world())
    pd.testing.assert_frame_equal(usa, again, check_exact=True)
    assert again.attrs == usa.attrs


def test_results_do_not_share_memory(reference):
    first = score_markets("USA", reference=reference, **FAST)
    first.loc[:, "values"] = -1.0
    assert (score_markets("USA", reference=reference, **FAST)["values"].dropna() >= 0).all()


# --- properties -----------------------------------------------------------------------------------


@settings(max_examples=12)
@given(st.sets(st.integers(0, 248), max_size=249))
def test_leaving_markets_out_moves_no_score_no_quadrant_and_no_cut(reference, which):
    everything = score_markets("USA", reference=reference, **FAST)
    chosen = [reference.markets[i] for i in which]
    some = score_markets("USA", reference=reference, markets=chosen, **FAST)
    assert set(some.index) == set(chosen) - {"USA"}
    fixed = [column for column in everything if column not in MOVES_WITH_THE_FIELD and not column.startswith("p_")]
    pd.testing.assert_frame_equal(some[fixed], everything.loc[some.index, fixed], check_exact=True)
    for cut in ("affinity_cut", "potential_cut"):
        assert some.attrs[cut] == everything.attrs[cut]


@settings(max_examples=10)
@given(st.floats(0.01, 1000), st.floats(0.01, 1000))
def test_scaling_the_weights_of_an_axis_changes_nothing(usa, reference, first, second):
    from frameworks.weights import DEFAULT

    flat = {name: points * first for name, points in DEFAULT.affinity.items()}
    flat |= {name: points * second for name, points in DEFAULT.potential.items()}
    scaled = score_markets("USA", reference=reference, weights=flat)
    moved = (scaled["overall"] - usa["overall"].reindex(scaled.index)).abs()
    assert moved.max() <= 0.1 + 1e-9 and (moved > 1e-9).sum() <= 4  # a half may round to either side


def test_the_order_of_markets_and_repeats_do_not_matter(reference):
    one = score_markets("USA", reference=reference, markets=["JPN", "CAN", "DEU"], **FAST)
    other = score_markets("USA", reference=reference, markets=["DEU", "JPN", "CAN", "CAN", "USA"], **FAST)
    pd.testing.assert_frame_equal(one, other)


# --- what it says ---------------------------------------------------------------------------------


def test_the_founding_example(usa):
    assert usa.loc[["CAN", "GBR"], "affinity"].min() > usa.loc[["JPN", "BRA"], "affinity"].max()
    assert usa.loc["CAN", "quadrant"] == usa.loc["GBR", "quadrant"] == "lead"
    assert usa.loc["JPN", "quadrant"] == "adapt"


SENSIBLE = {
    # home: (must be among the n nearest, n, must not be among the 50 nearest)
    "DEU": (("AUT", "CHE", "NLD"), 8, ("JPN", "IDN", "NGA", "CHN")),
    "JPN": (("KOR", "TWN"), 5, ("NGA", "BRA", "MEX", "SAU")),
    "BRA": (("ARG", "CHL", "PRT"), 12, ("JPN", "CHN", "EGY", "KOR")),
    "IND": (("NPL", "BGD", "PAK"), 8, ("SWE", "NOR", "ISL", "CHL")),
    "NGA": (("GHA", "UGA"), 10, ("JPN", "CHN", "SWE", "KOR")),
    "SGP": (("MYS", "HKG"), 5, ("ECU", "GTM", "SWE", "URY")),
    "POL": (("HRV", "UKR", "CZE"), 15, ("JPN", "CHN", "JAM", "TZA")),
    "MEX": (("GTM", "ECU", "VEN", "COL"), 15, ("JPN", "CHN", "KOR", "JOR")),
    "ZAF": (("NAM", "ZMB", "ZWE"), 8, ("JPN", "CHN", "SWE", "KOR")),
}


@pytest.mark.parametrize("home", SENSIBLE)
def test_it_is_sensible_from_other_homes(reference, home):
    near, places, far = SENSIBLE[home]
    frame = score_markets(home, reference=reference, **FAST)
    order = by_affinity(frame)
    assert set(near) <= set(order[:places]), order[:places]
    assert not set(far) & set(order[:50])
    rich = frame["potential"].sort_values(ascending=False).index
    assert len({"USA", "DEU", "NLD", "GBR"} - {home} - set(rich[:12])) == 0, rich[:12]
    assert frame.loc[["AFG", "HTI", "YEM", "SDN"], "potential"].max() < frame.attrs["potential_cut"]
    assert frame["affinity_confidence"].isin(list("ABCD")).all()


def test_germanys_nearest_is_austria(reference):
    assert by_affinity(score_markets("DEU", reference=reference, **FAST))[0] == "AUT"


def test_serving_english_brings_english_speaking_markets_nearer(reference):
    own = score_markets("IND", reference=reference, **FAST)
    english = score_markets("IND", reference=reference, languages=["hi", "en"], **FAST)
    assert english.at["GBR", "affinity"] > own.at["GBR", "affinity"] + 5
    assert english.at["JPN", "affinity"] - own.at["JPN", "affinity"] < 5


@pytest.mark.parametrize("home", ["ARE", "SAU"])
def test_a_home_without_culture_data_ranks_by_potential_and_says_so(reference, home):
    frame = score_markets(home, reference=reference, **FAST)
    assert not frame.attrs["affinity_known"]
    assert frame["affinity"].isna().all() and (frame["affinity_confidence"] == "D").all()
    assert (frame["quadrant"] == "unknown").all() and frame["p_lead"].isna().all()
    ranked = frame.dropna(subset=["rank"])
    assert len(ranked) > 150 and ranked["potential"].is_monotonic_decreasing
    assert ranked["overall"].equals(ranked["potential"])


def test_with_estimates_the_emirates_have_a_cautious_affinity(estimated):
    frame = score_markets("ARE", reference=estimated, **FAST)
    assert frame.attrs["affinity_known"]
    assert set(by_affinity(frame)[:3]) == {"QAT", "SAU", "KWT"}
    assert set(frame["affinity_confidence"][frame["affinity"].notna()]) == {"C"}
    assert frame.at["JPN", "affinity"] < 50


def test_every_market_can_be_home(thin):
    """Homes of all kinds: whatever the gaps, some markets are ranked and the total is defined."""
    for home in ("ATA", "TWN", "PRI", "AND", "NAM", "SAU"):
        frame = score_markets(home, reference=thin, draws=5)
        assert len(frame) == 248 and frame["rank"].notna().sum() > 50, home


# --- bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize("home", ["", "us", "usa", "XKX", "XXX", "<script>", None, 7, ["USA"], "USA ", "A" * 5000])
def test_an_unknown_home_is_one_clear_sentence(reference, home):
    with pytest.raises(MarketError, match="is no market we know; give an ISO 3166-1 alpha-3 code") as caught:
        score_markets(home, reference=reference)
    assert len(str(caught.value)) < 150 and isinstance(caught.value, ValueError)


@pytest.mark.parametrize("markets", [["CAN", "XKX"], ["can"], "CAN", [None], [["CAN"]], ["=1+1"]])
def test_an_unknown_market_is_one_clear_sentence(reference, markets):
    with pytest.raises(MarketError, match="is no market we know; give ISO 3166-1 alpha-3 codes"):
        score_markets("USA", reference=reference, markets=markets)


@pytest.mark.parametrize(
    "weights",
    [
        dict.fromkeys(AFFINITY_PARTS, 0), dict.fromkeys(POTENTIAL_DIMENSIONS, 0), {"size": -1}, {"size": float("nan")},
        {"size": float("inf")}, {"luck": 1}, {"balance": 200}, {"size": "a lot"}, [1, 2], 7,
    ],
)  # fmt: skip
def test_unusable_weights_are_one_clear_sentence(reference, weights):
    with pytest.raises(WeightError) as caught:
        score_markets("USA", reference=reference, weights=weights)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 400


@pytest.mark.parametrize("axis", ["affinity", "potential"])
@pytest.mark.parametrize("cut", [-0.1, 100.1, float("nan"), float("inf"), "high", [50]])
def test_a_cut_out_of_range_is_one_clear_sentence(reference, axis, cut):
    with pytest.raises(ValueError, match=f"the {axis} cut must lie between 0 and 100"):
        score_markets("USA", reference=reference, **{f"{axis}_cut": cut})


def test_fewer_than_one_draw_is_refused(reference):
    with pytest.raises(ValueError, match="draws must be 1 or more"):
        score_markets("USA", reference=reference, draws=0)


def test_cuts_move_quadrants_and_nothing_else(usa, reference):
    moved = score_markets("USA", reference=reference, affinity_cut=100, potential_cut=0)
    assert set(moved["quadrant"]) <= {"lead", "adapt", "unknown"}
    assert moved["overall"].equals(usa["overall"])


def test_one_market(reference):
    frame = score_markets("USA", reference=reference, markets=["JPN"], **FAST)
    assert frame.loc["JPN", ["rank", "rank_low", "rank_high"]].tolist() == [1, 1, 1]
    assert frame.at["JPN", "p_top3"] == 1 and frame.at["JPN", "quadrant"] == "adapt"


def test_one_market_without_any_score(reference):
    frame = score_markets("USA", reference=reference, markets=["ATA"], **FAST)
    assert len(frame) == 1 and frame["rank"].isna().all() and frame.at["ATA", "quadrant"] == "unknown"


@pytest.mark.parametrize("markets", [[], ["USA"]])
def test_no_market_is_an_empty_frame_with_all_columns(usa, reference, markets):
    frame = score_markets("USA", reference=reference, markets=markets, **FAST)
    assert frame.empty and list(frame.columns) == list(usa.columns)


def test_all_249_codes(usa, reference):
    frame = score_markets("USA", reference=reference, markets=list(reference.markets))
    pd.testing.assert_frame_equal(frame, usa)


def test_a_country_without_data_is_listed_with_its_gaps(usa):
    assert usa.loc["ATA", ["affinity", "potential", "overall"]].isna().all()
    assert usa.at["ATA", "coverage"] == 0 and usa.at["ATA", "affinity_confidence"] == "D"


def test_languages_are_taken_as_one_text_or_many_and_unknown_ones_reach_nobody(reference):
    one = score_markets("USA", reference=reference, languages="ja", **FAST)
    many = score_markets("USA", reference=reference, languages=("ja",), **FAST)
    nobody = score_markets("USA", reference=reference, languages=["xx", "<b>", ""], **FAST)
    pd.testing.assert_frame_equal(one, many)
    assert one.at["JPN", "language"] > 90 > nobody.at["JPN", "language"]


@pytest.mark.parametrize("balance, axis", [(0, "potential"), (100, "affinity")])
def test_the_balance_at_an_end_needs_that_axis_alone(reference, balance, axis):
    frame = score_markets("USA", reference=reference, weights={"balance": balance}, **FAST)
    assert (frame["rank"].isna() == frame[axis].isna()).all()
    assert frame["overall"].dropna().equals(frame[axis].dropna())
    one_axis_only = frame["rank"].notna() & (frame["quadrant"] == "unknown")
    assert one_axis_only.any() == (balance == 0) or balance == 100
    assert frame.loc[one_axis_only, "p_lead"].isna().all()


def without(reference: Reference, *names: str) -> Reference:
    return Reference(reference.tables, f"without {names}", reference.off | set(names))


@pytest.mark.filterwarnings("error")
def test_without_figures_there_is_affinity_and_no_potential(thin):
    for name in ("indicators", "indicator_list"):
        frame = score_markets("POL", reference=without(thin, name), draws=5)
        assert frame["potential"].isna().all() and frame["affinity"].notna().sum() > 80


def test_all_culture_tables_off_ranks_by_potential():
    frame = score_markets("USA", reference=world(off=["hofstede", "globe", "schwartz", "world_values"]), draws=5)
    assert frame["affinity"].isna().all() and frame["rank"].notna().sum() > 150


def test_the_parts_behind_a_result_come_with_it(reference):
    result = scoring("USA", reference=reference, **FAST)
    assert result.affinity.home == result.potential.home == "USA"
    assert result.draws.ranks.shape == (60, len(result.ranked))
    assert set(result.ranked) == set(result.frame.index[result.frame["rank"].notna()])
