"""The Targets page: entered, wrong, changed, undone, from a file, begun from last year; and the plan on the Overview."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from data.targets import Targets
from data.warehouse import Warehouse
from data.workspace_file import default_folder
from frameworks.kpi.targets import Target
from pages.desk import workspace
from tests.app.reading import SHELL, opened, words
from tests.app.test_overview import drawn, orders

LONG = (dt.date(2026, 1, 1), dt.date(2035, 12, 31))
"""A period that runs whenever the tests do; the data reach its first 240 days."""
DAYS = 3652


@pytest.fixture
def kept():
    return workspace().room(Targets)


@pytest.fixture
def filled():
    warehouse = Warehouse(default_folder())
    warehouse.append_frames({"orders": orders()}, platform="shopify")
    return warehouse


def pick(app, rows):
    """Choose rows of the table of targets, as a click in it would."""
    table = next(frame for frame in app.dataframe if "target_table_" in frame.proto.id)
    key = table.proto.id[table.proto.id.index("target_table_") :]
    app.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    return app.run()


def all_of(kept):
    return [one.target for one in kept.all()]


def enter(app, value, kpi="orders", market="DEU"):
    app.selectbox(key="target_kpi").set_value(kpi)
    app.selectbox(key="target_market").set_value(market)
    app.run()
    app.number_input(key="target_value").set_value(value)
    return app.button(key="target_keep").click().run()


def test_without_data_or_targets_it_says_what_to_do_and_a_target_can_be_entered(kept):
    app = opened("targets")
    assert "No targets yet" in words(app) and app.button(key="load_samples")
    assert "target_currency" in {box.key for box in app.selectbox}  # revenue is money
    enter(app, 3.5, "conversion_rate", "")
    year = dt.date.today().year
    assert all_of(kept) == [Target("conversion_rate", None, dt.date(year, 1, 1), dt.date(year, 12, 31), 0.035)]
    assert app.number_input(key="target_value").value is None
    assert "no data" in words(app) and "Kept: Conversion rate" in words(app)
    app.button(key="plan_undo").click().run()
    assert not all_of(kept) and not app.exception


def test_what_cannot_be_a_target_is_refused_and_stays_in_its_field(kept):
    app = opened("targets")
    enter(app, 350.0, "conversion_rate")
    assert not all_of(kept)
    assert any("between 0 % and 100 %" in error.value for error in app.error)
    assert app.number_input(key="target_value").value == 350.0
    app.selectbox(key="target_period").set_value("own").run()
    app.button(key="target_keep").click().run()
    assert any("first and the last day" in error.value for error in app.error)


def test_a_sum_is_held_against_what_is_due_by_now_and_kept_apart_without_a_rate(kept, filled):
    kept.keep([
        Target("orders", None, *LONG, 10.0 * DAYS), Target("orders", "DEU", *LONG, 6.0 * DAYS),
        Target("orders", "JPN", *LONG, 1.0 * DAYS), Target("revenue", "USA", *LONG, 1e6, "XTS"),
        Target("orders", "USA", dt.date(2026, 2, 1), dt.date(2026, 2, 28), 140.0),
    ])  # fmt: skip
    app = opened("targets")
    said = words(app)
    assert "2,400" in said and "100% of what is due" in said  # ten a day, 240 days
    assert said.index("50% of what is due") < said.index("100% of what is due") < said.index("200% of what is due")
    assert "there is no rate from XTS" in said and "not compared" in said
    over = opened("targets", when="over", figure="orders")
    assert "✓" in words(over) and "United States" in words(over) and "Germany" not in words(over)
    assert "4 targets of other markets, or of all together, are not shown." in words(opened("targets", **{"in": "DEU"}))


def test_a_hostile_address_and_what_a_session_kept_from_elsewhere_do_no_harm(kept):
    kept.keep([Target("orders", "ZZZ", *LONG, 10.0)])
    app = AppTest.from_file(SHELL, default_timeout=60)
    for name, value in {"when": "<script>", "figure": "nope", "way": "'--", "each": "day"}.items():
        app.query_params[name] = value
    app.session_state["target_period"], app.session_state["target_kpi"] = "1999-1-12", "payback_months"
    app.switch_page("../pages/targets.py").run()
    assert not app.exception and "ZZZ" in words(app) and app.session_state["view_when"] == "running"
    year = dt.date.today().year
    assert (app.selectbox(key="target_period").value, app.selectbox(key="target_kpi").value) == (f"{year}-1-12", "revenue")


def test_chosen_rows_are_changed_removed_and_put_back(kept, filled):
    kept.keep([Target("orders", None, *LONG, 100.0), Target("orders", "DEU", *LONG, 50.0)])
    app = opened("targets")
    pick(app, [0])
    field = next(field for field in app.number_input if field.key.startswith("target_new_"))
    field.set_value(-5.0)
    next(button for button in app.button if button.label == "Keep the changes").click().run()
    assert any("cannot be below 0" in error.value for error in app.error)
    field = next(field for field in app.number_input if field.key.startswith("target_new_"))
    assert field.value == -5.0
    field.set_value(77.0)
    next(button for button in app.button if button.label == "Keep the changes").click().run()
    assert 77.0 in [target.value for target in all_of(kept)]
    pick(app, [0, 1])
    app.button(key="target_drop").click().run()
    assert not all_of(kept)
    app.button(key="plan_undo").click().run()
    app.button(key="plan_undo").click().run()
    assert [target.value for target in all_of(kept)] == [100.0, 50.0]


def test_a_plan_comes_as_a_file_with_its_faults_by_line(kept):
    kept.keep([Target("orders", "DEU", dt.date(2027, 1, 1), dt.date(2027, 12, 31), 5.0)])
    app = opened("targets", way="file")
    app.file_uploader[0].upload("plan.csv", b"kpi,market,period,target\norders,DEU,2027,ten\n", "text/csv").run()
    assert any("1 fault" in error.value for error in app.error)
    good = b"kpi,market,period,target\norders,DEU,2027,900\nconversion_rate,,2027-Q1,3.5%\n"
    app.file_uploader[0].upload("plan.csv", good, "text/csv").run()
    assert "1 new, 1 replaces" in words(app)
    app.button(key="target_keep_file").click().run()
    assert [target.value for target in all_of(kept)] == [900.0, 0.035]
    app.button(key="plan_undo").click().run()
    assert [target.value for target in all_of(kept)] == [5.0]


def test_last_year_is_moved_by_what_is_typed_and_looked_through_before_it_is_kept(kept, filled):
    app = opened("targets", way="last", each="month")
    assert app.selectbox(key="target_growth_year").value == 2027
    app.multiselect(key="target_growth_kpis").set_value(["orders"])
    app.multiselect(key="target_growth_markets").set_value(["", "DEU"])
    app.number_input(key="target_growth").set_value(10.0).run()
    assert not all_of(kept)
    assert "September 2027" in words(app)  # left out: the data end in August 2026
    app.button(key="target_keep_growth").click().run()
    months = all_of(kept)
    assert not app.exception and len(months) == 2 * 7  # August ends with a day without data
    assert months[0] == Target("orders", None, dt.date(2027, 1, 1), dt.date(2027, 1, 31), 341.0)


def test_the_overview_holds_its_tiles_and_its_trend_against_the_plan(kept, filled):
    kept.keep([Target("orders", None, *LONG, 20.0 * DAYS), Target("revenue", "DEU", *LONG, 5e6, "EUR")])
    app = opened("overview", kpi="orders", grain="week")
    said = words(app)
    assert "2035: 50% of what is due" in said
    line = drawn(app, 2).query("kind == 'plan'")
    assert set(line["value"].round(6).iloc[1:-1]) == {140.0} and line["short"].iloc[-1] == "plan"
    assert "what is due" not in words(opened("overview", **{"in": "JPN"}))
    app.button(key="tiles_orders").click().run()
    assert "Held against the plan" in words(app) and not app.exception
