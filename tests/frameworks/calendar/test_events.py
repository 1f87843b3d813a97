"""Shopping events: known dates, and none for other years."""

import datetime as dt

from frameworks.calendar.events import DATED, events, open_years, spans


def by_name(reference, market, name):
    return next(row for row in events(reference, market, unchecked=True).to_dict("records") if row["event"] == name)


def test_black_friday_is_the_day_after_the_fourth_thursday(reference):
    for first, last in spans(by_name(reference, "USA", "black-friday")):
        thursdays = [day for day in range(1, 31) if dt.date(first.year, 11, day).weekday() == 3]
        assert first == last == dt.date(first.year, 11, thursdays[3]) + dt.timedelta(days=1)


def test_every_date_in_the_table_can_be_read_and_runs_forward(reference):
    for row in reference.table("shopping_events").to_dict("records"):
        found = list(spans(row))
        assert all(first <= last for first, last in found) and found == sorted(found), row["event"]


def test_years_without_a_date_are_named(reference):
    prime = by_name(reference, "DEU", "prime-day")
    assert open_years(prime, dt.date(2026, 11, 1), dt.date(2028, 10, 31)) == (2027, 2028)
    friday = by_name(reference, "DEU", "black-friday")
    assert open_years(friday, dt.date(2027, 6, 1), dt.date(2029, 5, 31)) == (2029,)
    assert max(DATED) == 2028


def test_the_childrens_day_of_each_country_is_its_own(reference):
    assert next(spans(by_name(reference, "BRA", "childrens-day-br")))[0] == dt.date(2025, 10, 12)
    assert next(spans(by_name(reference, "MEX", "childrens-day-mx")))[0] == dt.date(2025, 4, 30)
    assert "childrens-day-ar" not in set(events(reference, "CHL", unchecked=True)["event"])


def test_events_from_memory_wait_until_asked_for(doubted):
    world = doubted("shopping_events", event="singles-day")
    assert set(events(world, "CHN", unchecked=True)["event"]) - set(events(world, "CHN")["event"]) >= {"singles-day"}
    assert events(world, "CHN")["checked"].all()
