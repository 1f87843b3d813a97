"""Clocks and cities of the markets."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from data.catalog import world
from frameworks.localization.scenes.local_time import area_of, city_of, moment, town_of, zone_of
from frameworks.localization.scripts import alpha2


def test_every_market_has_a_moment():
    day = date(2026, 11, 22)
    for market in world().markets:
        assert moment(day, alpha2(market)).utcoffset() is not None
    assert moment(day, "JP").hour == 21 and moment(day, "US").hour == 7 and moment(day, None).hour == 12


@pytest.mark.parametrize(
    ("territory", "locale", "city"), [("EG", "ar", "القاهرة"), ("DE", "de", "Berlin"), ("TH", "th", "กรุงเทพ"),
                                      ("IN", "hi", "कोलकाता")]
)
def test_cities_in_the_language(territory, locale, city):
    assert city_of(territory, Locale.parse(locale)) == city


def test_the_town_of_an_address_is_a_district_where_the_city_is_a_state():
    assert [town_of(code, Locale.parse(name)) for code, name in (("TW", "zh_Hant"), ("KR", "ko"), ("DE", "de"))] == [
        "中正區", "중구", "Berlin"
    ]  # fmt: skip


def test_the_area_of_a_city():
    assert area_of(("北海道", "東京都"), "東京", "JP") == "東京都" and area_of(("a",), "", None) == "" and zone_of("XX") is None
