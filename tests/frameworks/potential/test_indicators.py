"""Indicators on the fixed world scale, and the traps of their tables."""

import numpy as np
import pytest

from data.catalog import world
from frameworks.potential.indicators import SCALING_POPULATION, indicator_list, indicator_scores, latest, wide


@pytest.fixture(scope="module")
def scores(reference):
    return indicator_scores(reference)


def test_the_newest_figure_counts(reference):
    rows = reference.table("indicators")
    inflation = rows[(rows["iso3"] == "USA") & (rows["indicator"] == "inflation_cpi")].sort_values("year")
    found = latest(reference).set_index(["iso3", "indicator"]).loc[("USA", "inflation_cpi")]
    assert len(inflation) > 5 and found["year"] == inflation["year"].iloc[-1]
    assert found["value"] == inflation["value"].iloc[-1]


def test_scores_follow_the_good_direction(reference, scores):
    about = indicator_list(reference)
    for code in scores.score:
        known = scores.value[code].dropna()
        known = known[known > 0] if about.at[code, "log"] else known
        steps = scores.score[code][known.sort_values().index].diff().dropna()
        assert ((steps >= 0) if about.at[code, "direction"] == "higher" else (steps <= 0)).all(), code
    assert scores.score.min().min() >= 0 and scores.score.max().max() <= 100


def test_only_markets_of_a_million_people_set_the_scale(reference, scores):
    people = wide(reference)["population"]
    big = scores.value["gdp_pc_ppp"][people >= SCALING_POPULATION].dropna()
    low, high = np.exp(np.percentile(np.log(big), [2.5, 97.5]))
    assert scores.scale.loc["gdp_pc_ppp"].tolist() == pytest.approx([low, high])


def test_a_figure_of_a_small_market_moves_no_other_score(thin, with_figure):
    assert wide(thin).at["ISL", "population"] < SCALING_POPULATION
    before, after = indicator_scores(thin), indicator_scores(with_figure("ISL", "internet_pct", 1.0))
    assert after.score.at["ISL", "internet_pct"] < before.score.at["ISL", "internet_pct"]
    assert after.score.drop(index="ISL").equals(before.score.drop(index="ISL"))


def test_a_missing_figure_is_missing_and_a_zero_is_the_end_of_the_scale(thin, with_figure):
    code = "internet_pct"
    assert np.isnan(indicator_scores(with_figure("ISL", code, None)).score.at["ISL", code])
    assert indicator_scores(with_figure("ISL", code, 0.0)).score.at["ISL", code] == 0


def test_published_errors_are_on_the_scale_of_the_score(reference, scores):
    low, high = scores.scale.loc["wgi_rl"]
    error = wide(reference)["wgi_rl_se"]["DEU"]
    assert scores.error.at["DEU", "wgi_rl"] == pytest.approx(100 * error / (high - low))
    assert (scores.error["internet_pct"] == 0).all()


def test_what_is_never_scored(scores):
    assert not [code for code in scores.score if code.startswith(("db_", "fdi")) or code.endswith("_se")]
    assert len(scores.score.columns) == 31


def test_consumer_prices_are_not_the_deflator(reference):
    rows = reference.table("indicators")
    iraq = rows[(rows["iso3"] == "IRQ") & (rows["year"] == 2023)].set_index("indicator")["value"]
    assert 0 < iraq["inflation_cpi"] < 10  # the swapped source file says -18


def test_zeros_of_questions_not_asked_are_gone(reference):
    rows = reference.table("indicators")
    for code in ("paid_online_digitally_pct", "paid_cod_pct", "efw_nontariff"):
        assert not (rows["value"][rows["indicator"] == code] == 0).any(), code
    taxes = rows[rows["indicator"] == "corp_tax"]
    assert (taxes["value"] == 0).any()  # no corporate tax is a published figure


def test_without_figures_nothing_is_scored():
    scores = indicator_scores(world(off=["indicators"]))
    assert scores.score.isna().all().all() and len(scores.score) == 249
    assert indicator_scores(world(off=["indicator_list"])).score.shape == (249, 0)
