import numpy as np
import pytest

from data.catalog import world
from frameworks.potential.history import past, sheet, world_percentiles
from frameworks.potential.indicators import indicator_scores


@pytest.fixture(scope="module")
def reference():
    return world()


def test_the_past_is_in_order_of_years(reference):
    rows = reference.table("indicators")
    rows = rows[(rows["iso3"] == "JPN") & (rows["indicator"] == "gdp_usd")].sort_values("year")
    row = past(reference, "JPN").loc["gdp_usd"]
    assert row["values"] == rows["value"].tolist()
    assert (row["first_year"], row["last_year"], row["years"]) == (rows["year"].min(), rows["year"].max(), len(rows))


def test_a_market_without_figures_has_no_past(reference):
    assert past(reference, "ATA").empty


def test_percentiles_lie_inside_0_to_100_and_are_turned_to_the_better_end(reference):
    places = world_percentiles(reference)
    assert places.min().min() >= 0
    assert places.max().max() <= 100
    assert places.at["USA", "gdp_usd"] > 99
    assert places.at["TUR", "inflation_cpi"] < 10  # high inflation is the worse end


def test_the_sheet_lists_every_indicator_known_or_not(reference):
    rich, empty = sheet(reference, "DEU"), sheet(reference, "ATA")
    assert list(rich.index) == list(empty.index)
    assert empty["value"].isna().all()
    assert empty["score"].isna().all()
    assert (empty["producer"] == "").all()
    assert not (rich["dimension"] == "uncertainty").any()


def test_the_sheet_agrees_with_the_scores(reference):
    rows = sheet(reference, "JPN")
    scores = indicator_scores(reference).score.loc["JPN"]
    np.testing.assert_array_equal(rows.loc[scores.index, "score"], scores)
    assert rows.loc[~rows["scored"], "score"].isna().all()
    assert rows.at["wgi_rl", "error"] > 0
    assert rows.at["inflation_cpi", "licence"] == "CC BY 4.0"


def test_the_newest_value_ends_the_history(reference):
    rows = sheet(reference, "JPN").dropna(subset=["value"])
    assert all(row["values"][-1] == row["value"] and row["last_year"] == row["year"] for _code, row in rows.iterrows())


def test_an_unknown_market_is_refused(reference):
    with pytest.raises(KeyError):
        sheet(reference, "XXX")
