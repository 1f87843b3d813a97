"""Cohort cells: immature months stay empty, mature ones count nobody as 0, sums add up."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from frameworks.kpi.cohort_cells import cells, curve


def month(number, year=2026):
    return dt.date(year, number, 1)


COUNTS = pd.DataFrame(
    [
        (month(1), 0, 100, 5000.0, 2000.0),
        (month(1), 1, 20, 800.0, 300.0),
        (month(1), 3, 10, 400.0, 100.0),
        (month(2), 0, 50, 2500.0, 900.0),
        (month(2), 1, 5, 100.0, 50.0),
        (month(4), 0, 40, 1000.0, 400.0),
        (month(5), 0, 7, 100.0, 40.0),
    ],
    columns=["cohort", "months", "customers", "revenue", "margin"],
)
UNTIL = dt.date(2026, 5, 12)


def at(found, cohort, months):
    same = found["cohort"].isna() if cohort is None else found["cohort"] == pd.Timestamp(cohort)
    return found[same & (found["months"] == months)].iloc[0]


def test_shares_of_the_cohort_and_nobody_is_nobody():
    found = cells(COUNTS, "customers", UNTIL)
    assert at(found, month(1), 1)["value"] == 0.2
    assert at(found, month(1), 2)["value"] == 0 and at(found, month(1), 2)["mature"]
    assert at(found, month(1), 3)["value"] == 0.1


def test_months_that_are_not_over_say_nothing():
    found = cells(COUNTS, "customers", UNTIL)
    unfinished = at(found, month(4), 1)
    assert not unfinished["mature"] and np.isnan(unfinished["value"])
    assert pd.Timestamp(month(5)) not in set(found["cohort"])
    on_the_last_day = cells(COUNTS, "customers", dt.date(2026, 5, 31))
    assert at(on_the_last_day, month(4), 1)["value"] == 0
    assert at(on_the_last_day, month(5), 0)["mature"]


def test_money_adds_up_over_the_months_a_customer():
    found = cells(COUNTS, "revenue", UNTIL)
    assert [at(found, month(1), m)["value"] for m in range(4)] == [50, 58, 58, 62]
    assert at(cells(COUNTS, "margin", UNTIL), month(2), 1)["value"] == pytest.approx(19)


def test_all_cohorts_together_count_only_the_mature():
    found = cells(COUNTS, "customers", UNTIL)
    assert at(found, None, 1)["value"] == pytest.approx(25 / 150)  # April's month 1 is not over
    assert at(found, None, 1)["size"] == 150
    assert at(found, None, 3)["value"] == pytest.approx(10 / 100)


def test_a_measure_that_is_not_known_stays_unknown():
    found = cells(COUNTS.assign(margin=np.nan), "margin", UNTIL)
    assert found["value"].isna().all()


def test_a_curve_holds_its_interval():
    points = curve(COUNTS, UNTIL)
    assert list(points["months"]) == [1, 2, 3]
    assert ((points["low"] <= points["value"]) & (points["value"] <= points["high"])).all()
    low, high = points.loc[points["months"] == 3, ["low", "high"]].iloc[0]
    assert (low, high) == (pytest.approx(0.0552, abs=1e-4), pytest.approx(0.1744, abs=1e-4))


def test_nothing_and_nonsense():
    assert cells(COUNTS.iloc[:0], "customers", UNTIL).empty
    assert curve(COUNTS.iloc[:0], UNTIL).empty
    assert cells(COUNTS, "customers", dt.date(2025, 1, 1)).empty
    with pytest.raises(ValueError, match="speed"):
        cells(COUNTS, "speed", UNTIL)


def test_over_a_year_end():
    counts = pd.DataFrame([(dt.date(2025, 12, 1), 0, 10), (dt.date(2025, 12, 1), 1, 3)], columns=["cohort", "months", "customers"])
    assert at(cells(counts, "customers", dt.date(2026, 1, 31)), dt.date(2025, 12, 1), 1)["value"] == 0.3
