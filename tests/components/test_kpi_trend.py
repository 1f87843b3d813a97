"""Steps of a trend: calendars, true zeros, gaps, and steps cut short."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from components import kpi_trend
from components.period import Period

QUARTER = Period(dt.date(2026, 1, 7), dt.date(2026, 3, 15))


def frame(grain: str, *rows: tuple) -> pd.DataFrame:
    return pd.DataFrame([(pd.Timestamp(day), value, n) for day, value, n in rows], columns=[grain, "value", "n"])


def test_weeks_begin_on_monday_and_months_on_the_first():
    weeks = kpi_trend.steps(QUARTER, "week")
    assert weeks[0].start == dt.date(2026, 1, 5) and weeks[0].start.weekday() == 0
    assert weeks[-1].end == dt.date(2026, 3, 15)
    assert [step.start.day for step in kpi_trend.steps(QUARTER, "month")] == [1, 1, 1]
    assert len(kpi_trend.steps(QUARTER, "day")) == QUARTER.days


def test_an_amount_without_rows_is_zero_and_a_rate_undefined():
    found = frame("month", ("2026-01-01", 10.0, 2))
    assert kpi_trend.series(found, QUARTER, "month", "sum")["value"].tolist() == [10.0, 0.0, 0.0]
    rates = kpi_trend.series(found, QUARTER, "month", "ratio")["value"]
    assert rates.notna().tolist() == [True, False, False]


def test_steps_that_the_period_cuts_short_are_marked():
    assert kpi_trend.series(frame("month"), QUARTER, "month", "sum")["whole"].tolist() == [False, True, False]


def test_a_row_without_a_day_belongs_to_no_step():
    found = pd.concat([frame("week", ("2026-01-12", 5.0, 1)), pd.DataFrame({"week": [pd.NaT], "value": [99.0], "n": [9]})])
    assert kpi_trend.series(found, QUARTER, "week", "sum")["value"].sum() == 5.0


@pytest.mark.parametrize("for_picture", [False, True])
def test_the_chart_lays_the_former_period_over_this_one_and_draws_notes_inside(for_picture):
    now = kpi_trend.series(frame("month", ("2026-01-01", 10.0, 2)), QUARTER, "month", "sum")
    former = Period(dt.date(2025, 10, 30), dt.date(2026, 1, 6))
    before = kpi_trend.series(frame("month", ("2025-11-01", 4.0, 1)), former, "month", "sum")
    notes = [(dt.date(2026, 2, 3), "Sale <b>"), (dt.date(2020, 1, 1), "long ago")]
    drawing = kpi_trend.chart(now, before, notes, "Revenue", "money", "EUR", for_picture=for_picture)
    data = drawing.data
    assert data.loc[data["kind"] == "before", "at"].iloc[0] == "2026-01-01"
    assert data.loc[data["kind"] == "note", "text"].tolist() == ["Sale <b>"]
    assert drawing.to_dict()["data"]["values"]
