"""Agreement with the distance that managers feel, and its interval."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import rankdata, spearmanr

from data.catalog import world
from frameworks.culture.affinity import affinity_parts
from frameworks.culture.validation import _mid_ranks, _spearman, validate
from frameworks.weights import AFFINITY_PARTS, PRESETS

BLENDS = {"balanced": PRESETS["balanced"], "culture_alone": PRESETS["culture_alone"]}


@pytest.fixture(scope="module")
def found(reference):
    return validate(reference, BLENDS).set_index("measure")


def test_the_measured_agreement(found):
    assert found["spearman"].round(2)[["balanced", "culture_alone", "values", "model_hofstede"]].tolist() == [
        0.78, 0.64, 0.58, 0.35,
    ]  # fmt: skip
    assert found.loc["balanced", "pairs"] == 312


def test_one_row_a_measure_in_order(found, reference):
    models = ["model_hofstede", "model_globe", "model_schwartz", "model_world_values"]
    assert list(found.index) == [*BLENDS, *AFFINITY_PARTS, *models]
    assert list(found.columns) == ["spearman", "low", "high", "pairs"]


def test_intervals_contain_the_figure_and_are_honestly_wide(found):
    assert (found["low"] < found["spearman"]).all() and (found["spearman"] < found["high"]).all()
    assert (found["high"] - found["low"]).between(0.2, 0.7).all()


def test_the_correlation_is_scipys(found, reference):
    rated = reference.table("psychic_distance")
    near = {home: affinity_parts(reference, home).parts for home in rated["from_iso3"].unique()}
    for part in ("values", "religion"):
        figures = pd.Series([near[a].at[b, part] for a, b in zip(rated["from_iso3"], rated["to_iso3"], strict=True)])
        known = figures.notna()
        theirs = spearmanr(figures[known], -rated["psychic_distance"][known]).statistic
        assert found.at[part, "spearman"] == pytest.approx(theirs)
        assert found.at[part, "pairs"] == known.sum()


def test_counted_ranks_are_those_of_the_repeated_sample():
    rng = np.random.default_rng(4)
    a, b = rng.integers(0, 9, 30).astype(float), rng.integers(0, 9, 30).astype(float)
    counts = rng.integers(0, 4, (3, 30))
    for row, found in zip(counts, _spearman(a, b, counts.astype(float)), strict=True):
        assert found == pytest.approx(spearmanr(np.repeat(a, row), np.repeat(b, row)).statistic)
        repeated = np.repeat(_mid_ranks(a, row[None, :].astype(float))[0], row) + 0.5
        assert np.allclose(repeated, rankdata(np.repeat(a, row)))


def test_the_same_call_gives_the_same_figures(reference, found):
    again = validate(reference, BLENDS, resamples=50)
    pd.testing.assert_frame_equal(again, validate(reference, BLENDS, resamples=50))
    assert again["spearman"].tolist() == found["spearman"].tolist()


def test_switched_off_tables_are_left_out():
    assert validate(world(off=["psychic_distance"]), BLENDS).empty
    without = validate(world(off=["psychic_distance", "globe"]), {})
    assert without.empty and list(without.columns) == ["measure", "spearman", "low", "high", "pairs"]


def test_a_blend_may_not_take_the_name_of_a_part(reference):
    with pytest.raises(ValueError, match="'values' names a part"):
        validate(reference, {"values": PRESETS["balanced"]})
