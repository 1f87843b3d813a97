"""The calendar: what lies inside, when to prepare, what stays undated, and every market."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from data.catalog import world
from frameworks.calendar.year import COLUMNS, KINDS, OPEN_COLUMNS, CalendarError, calendar, undated

START = dt.date(2026, 11, 22)


def test_black_friday_is_prepared_thirty_days_before(reference):
    row = calendar(reference, "DEU", START).query("name == 'Black Friday'").iloc[0]
    assert (row["start"], row["lead_days"], row["prepare_by"]) == (dt.date(2026, 11, 27), 30, dt.date(2026, 10, 28))
    assert row["kind"] == "sale" and row["checked"] and row["year"] == 2022


def test_holidays_and_events_stand_together_and_holidays_need_no_preparation(reference):
    found = calendar(reference, "JPN", START)
    assert {"public_holiday", "gift", "holiday"} <= set(found["kind"])
    holidays = found[found["kind"] == "public_holiday"]
    assert holidays["lead_days"].isna().all() and holidays["prepare_by"].isna().all()
    assert (holidays["local_name"] != holidays["name"]).all()


def test_every_market_has_a_calendar_in_order_with_sources(reference):
    end = dt.date(2028, 11, 22)
    without = []
    for place, market in enumerate(reference.markets):
        unchecked = bool(place % 4)
        found = calendar(reference, market, START, unchecked=unchecked)
        assert list(found.columns) == list(COLUMNS)
        starts = list(found["start"])
        assert starts == sorted(starts) and set(found["kind"]) <= set(KINDS)
        assert all(start <= last and last >= START and start < end for start, last in zip(starts, found["end"], strict=True))
        assert found["source"].str.len().gt(0).all() and (unchecked or found["checked"].all())
        open_events = undated(reference, market, START, unchecked=unchecked)
        assert list(open_events.columns) == list(OPEN_COLUMNS) and open_events["rule"].str.len().gt(0).all()
        if not (found["kind"] == "public_holiday").any():
            without.append(market)
    assert set(without) == {"BVT", "HMD", "IOT", "UKR"}  # uninhabited, a base, and a country under martial law


def test_no_date_is_made_up_beyond_the_known_ones(reference):
    later = calendar(reference, "USA", dt.date(2030, 1, 1), unchecked=True)
    assert set(later["kind"]) == {"public_holiday"}
    open_events = undated(reference, "USA", dt.date(2030, 1, 1), unchecked=True)
    friday = open_events[open_events["name"] == "Black Friday"].iloc[0]
    assert friday["years"] == (2030, 2031) and "Thursday of November" in friday["rule"]


def test_a_span_that_has_begun_is_still_inside(reference):
    found = calendar(reference, "CHN", dt.date(2026, 11, 5), months=1)
    assert "Singles' Day / Double 11" in set(found["name"])
    assert calendar(reference, "CHN", dt.date(2026, 11, 12), months=1).query("name.str.startswith('Singles')").empty


def test_estimates_are_marked(reference):
    found = calendar(reference, "SAU", START)
    assert not found.loc[found["name"] == "Ramadan", "firm"].any()
    assert found.loc[found["name"] == "Saudi National Day sales", "firm"].all()


@pytest.mark.parametrize("months", [0, -3, 61, 1.5, True, None, "24"])
def test_an_absurd_span_is_refused_in_one_sentence(reference, months):
    with pytest.raises(CalendarError, match="A calendar spans 1 to 60 months"):
        calendar(reference, "DEU", START, months=months)


def test_the_end_of_time_is_refused(reference):
    with pytest.raises(CalendarError, match="no calendar for the year"):
        undated(reference, "DEU", dt.date(9999, 1, 1))


@given(day=some.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31)), months=some.integers(1, 24))
def test_a_longer_calendar_holds_the_shorter_one(day, months):
    short = calendar(world(), "IND", day, months=months)
    longer = calendar(world(), "IND", day, months=months + 6)
    rows = [tuple(row) for row in longer[["start", "end", "name"]].itertuples(index=False)]
    assert all(tuple(row) in rows for row in short[["start", "end", "name"]].itertuples(index=False))
