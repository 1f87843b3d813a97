"""Dates and times in figures."""

import pytest

from frameworks.localization.checks import dates
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale):
    return [found.check for found in dates.check(Pair(source, target, locale))]


@pytest.mark.parametrize("source, target, locale", [
    ("12/31/2026", "31.12.2026", "de"), ("12/31/2026", "2026/12/31", "ja"), ("2026-12-31", "2026-12-31", "de"),
    ("12/31/2026", "12/31/2026", "en_US"), ("at 5 PM", "um 17:00", "de"), ("at 5 PM", "a las 5 p. m.", "es_MX"),
    ("1/2", "1/2", "de"),
    ("5/5/2026", "5/5/2026", "de"),
])  # fmt: skip
def test_dates_of_the_locale_are_left_alone(source, target, locale):
    assert seen(source, target, locale) == []


@pytest.mark.parametrize("source, target, locale", [
    ("12/31/2026", "12/31/2026", "de"), ("4/5/2026", "4/5/2026", "fr"), ("31/12", "31/12/2026", "en_US"),
    ("5 PM", "5 PM", "de"),
    ("12/31/2026", "12/31/2026", "ja"), ("5:30 p.m.", "5:30 p.m.", "fr"),
])  # fmt: skip
def test_dates_of_another_country_are_found(source, target, locale):
    assert seen(source, target, locale) == ["dates"]


def test_the_24_hour_time_is_suggested():
    assert next(dates.check(Pair("by 5:30 PM", "bis 5:30 PM", "de"))).suggestion == "bis 17:30"
