"""The two-year chart: a valid drawing, leap days, labels that touch nothing, today."""

import datetime as dt

import altair as alt
import pandas as pd
import pytest

from components import calendar_chart, calendar_table
from data.catalog import world
from data.export.charts import chart_svg
from frameworks.calendar import KINDS, calendar

START, TODAY = dt.date(2026, 11, 1), dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def days() -> pd.DataFrame:
    return calendar(world(), "CHN", START, unchecked=True)


@pytest.mark.parametrize("for_picture", [False, True])
def test_the_drawing_is_valid_and_every_day_is_in_it(days, for_picture):
    drawing = calendar_chart.chart(days, START, TODAY, for_picture=for_picture)
    alt.LayerChart.from_dict(drawing.to_dict(), validate=True)
    drawn = drawing.data[drawing.data["what"].isin(["day", "span"])]
    assert set(drawn["name"]) == set(days["name"])


def test_it_can_be_taken_away_as_a_picture(days):
    drawn = chart_svg(calendar_chart.chart(days, START, TODAY, for_picture=True).to_dict())
    assert "618 mid-year festival" in drawn and "Nov 2027" in drawn


def test_names_touch_no_other_name(days):
    rows = calendar_chart.chart(days, START, TODAY).data
    for _row, lane in rows[rows["wide"].isin(["left", "right"])].groupby("row"):
        assert len(lane) < 12
    assert (rows["narrow"].isin(["left", "right"])).sum() < (rows["wide"].isin(["left", "right"])).sum()


def test_a_leap_day_in_the_second_year_stays_on_the_sheet():
    leap = pd.DataFrame(
        [{"start": dt.date(2028, 2, 29), "end": dt.date(2028, 2, 29), "name": "Leap day", "kind": "sale", "firm": True,
          "lead_days": 10}]
    )  # fmt: skip
    rows = calendar_chart.chart(leap, dt.date(2026, 3, 1), TODAY).data
    assert rows.loc[rows["what"] == "day", "at"].tolist() == ["2027-02-28"]


def test_today_is_drawn_in_the_year_it_belongs_to_and_only_there(days):
    rows = calendar_chart.chart(days, START, dt.date(2027, 12, 24)).data
    assert set(rows.loc[rows["what"] == "today", "row"].str[0]) == {"1"}
    assert "today" not in set(calendar_chart.chart(days, START, dt.date(2031, 1, 1)).data["what"])


def test_an_empty_calendar_draws_empty_lanes():
    none = calendar(world(), "BVT", START)
    alt.LayerChart.from_dict(calendar_chart.chart(none, START, TODAY).to_dict(), validate=True)


def test_the_table_names_what_is_estimated_and_unchecked(days):
    shown = calendar_table.for_export(days.assign(checked=[False, *days["checked"].iloc[1:]]), KINDS)
    assert len(shown) == len(days) and list(shown["Checked"][:2]) == ["no", "yes"]
    assert set(shown.loc[shown["Name"].str.startswith("618"), "Day is"]) == {"estimated"}
    assert "春节" in set(shown["Local name"])
