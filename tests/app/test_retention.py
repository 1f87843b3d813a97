"""The Retention page: empty, without customers, heat map by measure, curves, costs, hostile addresses."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from tests.app.reading import opened, words

SHELL = str(Path(__file__).parents[2] / "components" / "shell.py")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    import streamlit as st

    st.cache_resource.clear()
    return tmp_path


def orders(named=True):
    """40 German and 10 Japanese customers a month from January to June; a quarter come back a month later."""
    rows = []
    for month in range(1, 7):
        for person in range(50):
            market, who = ("JPN" if person < 10 else "DEU"), f"{month}-{person}"
            visits = [dt.datetime(2026, month, 5 + person % 20)]
            visits += [dt.datetime(2026, month + 1, 7)] if person % 4 == 0 else []
            key = who if named else None
            rows += [(f"{who}-{when:%m}", when, market, "direct", "EUR", 50.0, 0.0, "paid", key) for when in visits]
    columns = ["order_id", "ordered_at", "market", "channel", "currency", "gross", "refunded", "status", "customer_key"]
    return pd.DataFrame(rows, columns=columns)


def filled(frame):
    from pages.numbers import warehouse

    held = warehouse()
    held.append_frames({"orders": frame}, name="orders.csv", platform="shopify")
    return held


def test_an_empty_workspace_says_what_to_bring():
    app = opened("retention")
    assert app.title[0].value == "Retention"
    assert "Orders: Shopify" in words(app)


def test_orders_without_customers_are_explained():
    filled(orders(named=False))
    assert "names its customer" in words(opened("retention"))


def test_the_heat_map_holds_shares_counts_and_blanks():
    filled(orders())
    text = words(opened("retention"))
    assert "Jan 2026" in text and "50 customers" in text
    assert "26%<small>13</small>" in text  # 13 of 50 each month
    assert "lf-ht-blank" in text and "This month is not over yet" in text
    assert "Your orders begin on Jan 5, 2026" in text


def test_revenue_adds_up_per_customer():
    filled(orders())
    assert "€63<small>13</small>" in words(opened("retention", measure="revenue"))  # 50 + 13 of 50 again


def test_margin_asks_for_costs_first_and_then_shows():
    held = filled(orders())
    assert "Margin needs your costs" in words(opened("retention", measure="margin"))
    held.set_costs({"goods_share": 0.4})
    text = words(opened("retention", measure="margin"))
    assert "Margin needs" not in text and "€38<small>13</small>" in text


def test_costs_are_entered_checked_and_kept():
    held = filled(orders())
    app = opened("retention")
    app.number_input(key="in_cost_goods_share").set_value(40.0)
    app.number_input(key="in_cost_ticket_cost").set_value(6.5)
    app.get("button")[-1].click().run()
    assert not app.exception
    assert held.costs == {"goods_share": 0.4, "ticket_cost": 6.5} and held.costs_currency == "EUR"
    assert app.number_input(key="in_cost_fulfilment_per_order").value is None


def test_costs_stay_in_their_currency_when_another_is_shown():
    held = filled(orders())
    held.set_costs({"goods_share": 0.4, "ticket_cost": 6.5}, "EUR")
    app = opened("retention", cur="USD")
    assert app.number_input(key="in_cost_ticket_cost").value == 6.5
    assert app.selectbox(key="in_cost_currency").value == "EUR"
    assert "USD for 1 EUR, the rate of" in words(app)


def test_worth_to_date_is_not_held_against_customers_who_had_more_time():
    filled(orders()).set_costs({"goods_share": 0.4})
    app = opened("retention", **{"from": "2026-01-05", "to": "2026-07-07"})
    tiles = [element.proto.body for element in app.get("html") if 'class="lf-figure"' in element.proto.body]
    worth = next(body for body in tiles if "€37.80" in body)  # 63 a customer, less 40 % goods
    assert "lf-spark" not in worth and any("lf-spark" in body for body in tiles)


def test_curves_by_market_with_intervals():
    filled(orders())
    text = words(opened("retention", cohorts="curves"))
    assert "<b>Germany</b><div>200 customers</div>" in text and "<b>Japan</b><div>50 customers</div>" in text
    assert "Shaded: 95 % interval" in text


def test_filters_narrow_the_cohorts():
    filled(orders())
    app = opened("retention", **{"in": "JPN"})
    assert "10 customers" in words(app) and "lf-ht-faint" in words(app)


@pytest.mark.parametrize("asked", ["<script>alert(1)</script>", "' OR 1=1 --", "x" * 3000])
def test_a_hostile_address_is_read_with_care(asked):
    filled(orders())
    text = words(opened("retention", cohorts=asked, measure=asked, reach=asked, via=asked, cur=asked, tz=asked))
    assert "<script>alert" not in text and "Jan 2026" in text


def test_in_spanish_it_runs():
    filled(orders())
    assert "ene 2026" in words(opened("retention", lang="es"))


def test_nobody_new_on_days_that_the_orders_reach_is_none():
    filled(orders())
    july = {"from": "2026-07-01", "to": "2026-07-07"}  # only people from June come back
    drawn = [element.proto.body for element in opened("retention", **july).get("html")]
    assert sum(body.startswith('<div class="lf-figure">0</div>') for body in drawn) == 1  # new customers
