"""Public holidays: local and English names, spans, estimates, and markets without any."""

import datetime as dt

import holidays

from frameworks.calendar.public_holidays import EDITION, covered, public_holidays


def test_the_edition_named_is_the_one_installed():
    assert holidays.__version__ == EDITION


def test_japan_by_hand():
    found = {day.start: day for day in public_holidays("JPN", (2027,))}
    first = found[dt.date(2027, 1, 1)]
    assert (first.name, first.local_name, first.firm) == ("New Year's Day", "元日", True)


def test_names_come_in_the_language_asked_for_else_in_english():
    assert {day.name for day in public_holidays("UKR", (2021,), "uk")} & {day.local_name for day in public_holidays("UKR", (2021,))}
    assert any(day.name == "Navidad" for day in public_holidays("MEX", (2027,), "es"))
    assert any(day.name == "Christmas Day" for day in public_holidays("IDN", (2027,), "es"))


def test_days_of_one_name_in_a_row_are_one_span():
    spring = [day for day in public_holidays("CHN", (2027,)) if day.local_name == "春节"]
    assert [(day.start, day.end) for day in spring] == [(dt.date(2027, 2, 6), dt.date(2027, 2, 8))]


def test_a_day_that_waits_for_the_moon_is_not_firm():
    eid = [day for day in public_holidays("IDN", (2027,)) if "Eid al-Fitr" in day.name]
    assert eid and not any(day.firm for day in eid)
    assert all(day.firm for day in public_holidays("DEU", (2027,)))


def test_two_holidays_on_a_day_stand_apart():
    names = [day.name for day in public_holidays("IND", (2027,)) if day.start == dt.date(2027, 8, 15)]
    assert len(names) == 2 and "Independence Day" in names


def test_a_market_that_is_not_there_has_none():
    assert not covered("XXX") and public_holidays("XXX", (2027,)) == ()
    assert covered("DEU")
