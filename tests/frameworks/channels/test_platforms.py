"""Platforms: standings, order, what is left out, and no ranking from referrals in Korea."""

import pandas as pd
import pytest

from frameworks.channels.platforms import COLUMNS, KINDS, STANDINGS, named, platforms, worldwide


def test_the_columns_are_as_promised_and_every_row_has_a_source_and_a_known_standing(reference):
    for market in reference.markets:
        rows = platforms(reference, market, unchecked=True)
        assert list(rows.columns) == list(COLUMNS)
        assert set(rows["kind"]) <= set(KINDS) and set(rows["standing"]) <= set(STANDINGS)
        assert rows["source"].str.len().gt(0).all()


def test_unchecked_rows_are_left_out_unless_asked_for(reference, doubted):
    world = doubted("platforms", iso3="BRA", platform="whatsapp")
    every, checked = platforms(world, "BRA", unchecked=True), platforms(world, "BRA")
    assert len(checked) < len(every) and checked["checked"].all()
    every = platforms(reference, "ETH", unchecked=True)
    assert every.loc[every["source"].str.contains("from memory"), "checked"].eq(False).all()
    assert every.loc[every["confidence"] == "low", "checked"].eq(False).all()


def test_korea_keeps_the_names_but_not_the_referral_shares(reference):
    rows = platforms(reference, "KOR", unchecked=True)
    facebook = rows[rows["platform"] == "facebook"].iloc[0]
    assert facebook["standing"] == "used" and pd.isna(facebook["value"]) and facebook["unit"] == ""
    assert rows["value"].isna().all() and rows["note"].str.contains("left out").any()


def test_a_figure_always_has_a_unit_and_a_rank_is_a_place(reference):
    table = reference.table("platforms")
    assert (table["unit"] != "").eq(table["value"].notna()).all()
    ranked = table[table["standing"] == "ranked"]
    assert len(ranked) and ranked["value"].isin([1, 2, 3, 4, 5]).all()
    assert table.loc[~table["standing"].isin(["used", "ranked"]), "value"].isna().all()


def test_within_a_kind_the_leader_comes_first_and_what_is_shut_last(reference):
    rows = platforms(reference, "CHN", unchecked=True)
    for _kind, found in rows.groupby("kind", sort=False):
        places = [STANDINGS.index(standing) for standing in found["standing"]]
        assert places == sorted(places)
    assert "Google" in named(rows, "blocked", "search") and "WeChat" in named(rows, "dominant", "superapp")


@pytest.mark.parametrize("market", ["BVT", "XXX", ""])
def test_a_market_without_rows_gives_an_empty_frame(reference, market):
    assert platforms(reference, market, unchecked=True).empty


def test_worldwide_shares_are_context_with_a_unit(reference):
    rows = worldwide(reference)
    assert len(rows) == 8 and rows["value"].between(0, 100).all() and rows["unit"].nunique() == 1
