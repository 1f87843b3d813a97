"""Calendars against days that are known."""

from datetime import date

import pytest
from babel import Locale

from frameworks.localization.calendars import CALENDARS, calendars_of, local_days


def _day(day, code, territory, calendar):
    return next(one for one in local_days(day, Locale.parse(code), territory) if one.calendar == calendar)


@pytest.mark.parametrize(("day", "code", "territory", "calendar", "numbers"), [
    (date(2026, 3, 21), "fa", "IR", "persian", (1405, 1, 1)), (date(2025, 3, 20), "fa", "IR", "persian", (1403, 12, 30)),
    (date(2026, 2, 18), "ar", "SA", "islamic", (1447, 9, 1)), (date(2026, 3, 20), "ar", "AE", "islamic", (1447, 10, 1)),
    (date(2026, 1, 1), "th", "TH", "buddhist", (2569, 1, 1)), (date(2019, 4, 30), "ja", "JP", "japanese", (31, 4, 30)),
    (date(2019, 5, 1), "ja", "JP", "japanese", (1, 5, 1)), (date(1989, 1, 7), "ja", "JP", "japanese", (64, 1, 7)),
    (date(1912, 7, 29), "ja", "JP", "japanese", (45, 7, 29)), (date(2026, 10, 10), "zh_Hant", "TW", "roc", (115, 10, 10)),
])  # fmt: skip
def test_known_days(day, code, territory, calendar, numbers):
    found = _day(day, code, territory, calendar)
    assert (found.year, found.month, found.day) == numbers and found.text


def test_words_and_digits_of_the_language():
    assert _day(date(2019, 5, 1), "ja", "JP", "japanese").text == "令和元年5月1日"
    assert _day(date(2026, 3, 21), "fa", "IR", "persian").text == "۱ فروردین ۱۴۰۵"
    assert _day(date(2026, 1, 1), "en", "TH", "buddhist").text == "1 January 2569 BE"


def test_days_beyond_a_calendar_are_left_out():
    assert [one.calendar for one in local_days(date(2090, 1, 1), Locale.parse("ar"), "SA")] == ["gregorian"]
    assert [one.calendar for one in local_days(date(1860, 1, 1), Locale.parse("ja"), "JP")] == ["gregorian"]
    assert [one.calendar for one in local_days(date(1900, 1, 1), Locale.parse("zh"), "TW")] == ["gregorian"]


def test_everyday_calendars_are_known_ones():
    for territory in ("TH", "IR", "SA", "JP", "TW", "DE", "", None):
        assert set(calendars_of(territory)) <= set(CALENDARS)
