"""The week, the clock, measures and lists as the locale has them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("locale", "market", "first", "hours"),
    [
        ("de", "DEU", "Mo.", "09:00 – 17:30"),
        ("en", "USA", "Su", "9:00\u202fAM – 5:30\u202fPM"),
        ("ar", "EGY", "س", "٩:٠٠ ص – ٥:٣٠ م"),
    ],
)
def test_week_and_hours(made, locale, market, first, hours):
    there = made("product", locale, market)
    assert there.all("weekday")[0].text == first and there.first("hours.times").text.replace("\xa0", " ") == hours
    assert len(there.all("weekday")) == 7 and len(there.all("day", "today", "arrival")) == 14
    assert there.first("arrival") is not None and there.first("today") is not None


def test_working_days_follow_the_weekend_there(made):
    assert made("product", "en", "GBR").first("hours.days").text == "Monday – Friday"
    assert made("product", "ar", "SAU").first("hours.days").text == "الأحد – الخميس"


def test_units_of_the_market(made):
    def shown(locale, market):
        return [part.text.replace("\xa0", " ") for part in made("product", locale, market).all("measure")]

    assert shown("en", "USA") == ["17.6 ounces", "11.8 inches", "77°F"]
    assert shown("de", "DEU") == ["500 Gramm", "30 Zentimeter", "25 °C"]


def test_days_of_another_calendar(made):
    there = made("product", "fa", "IRN")
    assert there.first("today").text == "۱" and there.first("month").text == "۶ آذر ۱۴۰۵"
