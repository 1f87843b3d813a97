"""The Channels page: what is missing is named, figures agree with hand counts, claims beside counts."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from tests.app.reading import opened, words

SHELL = str(Path(__file__).parents[2] / "components" / "shell.py")
DAYS = pd.date_range("2026-03-01", "2026-03-30")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    import streamlit as st

    st.cache_resource.clear()
    return tmp_path


def orders(channel="paid_search"):
    rows = []
    for day in DAYS:
        for who, market in enumerate(("JPN", "DEU")):
            number = f"{day:%d}-{who}"
            rows.append((number, day + pd.Timedelta(hours=who), market, channel, "EUR", 60.0, 0.0, "paid", number))
    rows.append(("again", dt.datetime(2026, 3, 30), "DEU", "email", "EUR", 60.0, 0.0, "paid", "01-1"))
    columns = ["order_id", "ordered_at", "market", "channel", "currency", "gross", "refunded", "status", "customer_key"]
    return pd.DataFrame(rows, columns=columns)


def dated(rows, columns):
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(day=frame["period_start"], period_end=frame["period_start"], market_said=frame["market"],
                        channel_said=frame["channel"])  # fmt: skip


def sessions():
    rows = [(day.date(), "DEU", "paid_search", "mobile", "mobile", 100.0, 10.0, 3.0, 180.0, "EUR") for day in DAYS]
    columns = ["period_start", "market", "channel", "device", "device_said", "sessions", "key_events", "transactions"]
    columns += ["revenue", "currency"]
    return dated(rows, columns)


def spend():
    rows = [(day.date(), "DEU", "paid_search", "Brand", "EUR", 30.0, 4.0, 240.0) for day in DAYS]
    return dated(rows, ["period_start", "market", "channel", "campaign", "currency", "spend", "conversions", "conversion_value"])


def filled(**frames):
    from pages.numbers import warehouse

    held = warehouse()
    for name, frame in frames.items():
        held.append_frames({name: frame}, name=f"{name}.csv", platform="generic")
    return held


def test_an_empty_workspace_says_what_to_bring():
    app = opened("channels")
    assert app.title[0].value == "Channels" and "Google, Meta or TikTok" in words(app)


def test_missing_files_are_named():
    filled(orders=orders())
    text = words(opened("channels"))
    assert "needs: ads export" in text and "Not in your files for these days: Sessions" in text
    filled(sessions=sessions())
    assert "Not in your files" not in words(opened("channels"))


def test_sessions_alone_still_draw_a_funnel():
    filled(sessions=sessions())
    text = words(opened("channels"))
    assert "needs: orders export" in text and "Not in your files for these days: Orders, shop" in text


def test_cost_of_a_customer_by_hand():
    held = filled(orders=orders(), sessions=sessions(), spend=spend())
    text = words(opened("channels"))
    assert "€15.00" in text  # 900 spent, 60 won
    assert "under 3" not in text and "Cost of goods" in text  # no costs yet, so no lifetime value
    held.set_costs({"goods_share": 0.5})
    text = words(opened("channels"))
    assert "2.03×" in text and "under 3" in text and "rule of thumb" in text  # 61 orders of 60, half of it, over 900


def test_what_names_no_market_stands_once_and_holds_no_cost_of_a_customer():
    bought = orders()
    filled(orders=bought.assign(market=["DEU", None] * (len(bought) // 2) + ["DEU"] * (len(bought) % 2)),
           sessions=sessions(), spend=spend().assign(market=None))  # fmt: skip
    (table,) = (body for each in opened("channels", worth="market").get("html")
                if "Ad spend</th>" in (body := each.proto.body) and "lf-" in body)  # fmt: skip
    assert table.count("Not stated") == 1
    (row,) = (each for each in table.split("<tr")[1:] if "Not stated" in each)
    assert "€900" in row and "€30" not in row  # 900 spent without a market, and 30 customers won without one


def test_claims_beside_counts():
    filled(orders=orders(), sessions=sessions(), spend=spend())
    assert "claim 120 orders; from the same channels the shop counted 60. 2.0× as many" in words(opened("channels"))


def test_shops_that_know_no_channel_are_held_against_analytics():
    filled(orders=orders(channel="web"), sessions=sessions(), spend=spend())
    text = words(opened("channels"))
    assert "claim 120 orders; analytics saw 90" in text and "name no buyer from Paid search" in text


@pytest.mark.parametrize("by", ["market", "device", "channel"])
def test_the_funnel_by_segment(by):
    filled(orders=orders(), sessions=sessions())
    app = opened("channels", funnel=by)
    frame = next(f.value for f in app.dataframe if "conversion" in f.value)
    assert frame["sessions"].iloc[0] == 3000 and frame["conversion"].iloc[0] == pytest.approx(0.03)


@pytest.mark.parametrize("asked", ["<script>alert(1)</script>", "' OR 1=1 --", "x" * 3000])
def test_a_hostile_address_is_read_with_care(asked):
    filled(orders=orders(), spend=spend())
    text = words(opened("channels", funnel=asked, worth=asked, heat=asked, via=asked))
    assert "<script>alert" not in text and "€15.00" in text


def test_hostile_words_from_a_file_are_escaped():
    filled(spend=spend().assign(campaign="<img src=x onerror=alert(1)>"), orders=orders())
    assert "<img src=x" not in words(opened("channels", worth="market"))


def test_in_spanish_it_runs():
    filled(orders=orders(), spend=spend())
    assert "Japón" in words(opened("channels", lang="es", worth="market"))


def test_what_sets_two_files_against_each_other_counts_the_days_of_both():
    filled(orders=orders(), spend=spend().head(15))  # the ads end in the middle of the month
    app = opened("channels", **{"from": "2026-03-01", "to": "2026-03-30"})
    text = words(app)
    assert "4.00×" in text and "8.13×" not in text  # 2 x 60 a day over 30, not the month's revenue over half its cost
    assert "counts Mar 1, 2026 to Mar 15, 2026 only" in text
