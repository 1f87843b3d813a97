"""Dates, times and weeks."""

import pytest

from frameworks.localization.linting import dates
from frameworks.localization.linting.subject import Subject


def _told(reference, text, market="DEU", home="USA"):
    return [(finding.check, finding.suggestion) for finding in dates.look(Subject(text, market, reference, home))]


@pytest.mark.parametrize("text", ["by 12/15", "until 3/4", "3/4/2027", "on 31/12/26"])
def test_dates_in_figures(reference, text):
    assert [check for check, _ in _told(reference, text)] == ["date"]
    assert _told(reference, text, "DEU", "FRA") == []  # the same order at home


@pytest.mark.parametrize("text", ["1/2 price", "24/7", "50/60 Hz", "16/9", "a/b", "1/2/3/4", "32/13/2020", "12/15", "open on 24/7"])
def test_fractions_and_sizes_pass(reference, text):
    assert _told(reference, text) == []


def test_times_are_put_in_24_hours(reference):
    assert _told(reference, "at 5:30 p.m. or 12 am") == [("time", "17:30"), ("time", "00:00")]
    assert _told(reference, "at 5 pm", "AUS") == [] and _told(reference, "I am 12 am") == [("time", "00:00")]


def test_the_days_of_rest_are_named(reference):
    told = [str(finding.message) for finding in dates.look(Subject("See you at the weekend", "SAU", reference, "USA"))]
    assert told == ["“weekend”: the days of rest there are: Friday, Saturday."] and _told(reference, "weekend") == []
