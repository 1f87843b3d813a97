"""How a locale writes what every shop has: dates, times, numbers, measures, lists, a phone number and the week."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

from babel.dates import get_day_names
from babel.lists import format_list

from frameworks.localization.calendars import local_days
from frameworks.localization.clock import clock_text
from frameworks.localization.measures import local_measure
from frameworks.localization.phone import phone_example
from frameworks.localization.scenes.examples import DELIVERY_DAYS
from frameworks.localization.scenes.stage import Stage
from frameworks.localization.scripts import local_digits

_OPENS, _SHUTS = time(9, 0), time(17, 30)
_WEEKS = 2


def calendar(stage: Stage) -> None:
    """Put two weeks on the page, from the day the week starts with there; the day of delivery is marked."""
    there = stage.setting
    arrives = there.today + timedelta(days=DELIVERY_DAYS)
    first = there.today - timedelta(days=(there.today.weekday() - there.place.first_week_day) % 7)
    names = get_day_names("short", context="stand-alone", locale=there.place)
    if max(len(name) for name in names.values()) > 4:
        names = get_day_names("narrow", context="stand-alone", locale=there.place)
    stage.add(there.sample("month", stage.examples.day(DELIVERY_DAYS)))
    stage.add(*(there.sample("weekday", names[(there.place.first_week_day + step) % 7], step) for step in range(7)))
    for step in range(7 * _WEEKS):
        day = first + timedelta(days=step)
        number = local_days(day, there.place, there.territory)[0].day
        role = "arrival" if day == arrives else "today" if day == there.today else "day"
        stage.add(there.sample(role, local_digits(str(number), there.place), step))


def facts(stage: Stage) -> None:
    """Put the rest on the page: hours of service, weight, size, warmth, a large number, a list, a phone number."""
    there = stage.setting
    names = get_day_names("wide", context="stand-alone", locale=there.place)
    rest = {(there.place.weekend_start + step) % 7 for step in range((there.place.weekend_end - there.place.weekend_start) % 7 + 1)}
    working = [(there.place.first_week_day + step) % 7 for step in range(7)]
    working = [day for day in working if day not in rest] or working
    start = min(working, key=lambda day: (day - there.place.weekend_end - 1) % 7)
    end = max(working, key=lambda day: (day - there.place.weekend_end - 1) % 7)
    stage.add(there.sample("hours.days", f"{names[start]} – {names[end]}"))
    stage.add(there.sample("hours.times", " – ".join(_clock(stage, one) for one in (_OPENS, _SHUTS))))
    for place, (unit, value) in enumerate((("mass-gram", 500), ("length-centimeter", 30), ("temperature-celsius", 25))):
        stage.add(there.sample("measure", local_measure(Decimal(value), unit, there.place, there.territory), place))
    number = phone_example(there.territory)
    if number is not None:
        stage.add(there.sample("phone", number.national, ltr=True))
    if stage.examples.methods:
        stage.add(there.sample("methods", format_list(list(stage.examples.methods[:4]), "standard", there.place)))


def _clock(stage: Stage, one: time) -> str:
    then = datetime.combine(stage.setting.today, one)
    return stage.setting.digits(clock_text(then, stage.setting.place))

