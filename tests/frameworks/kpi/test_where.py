"""Filters: what they take, how they are said, what they refuse."""

from datetime import date, datetime

import pytest

from frameworks.kpi.where import Where, checked_currency, checked_zone
from frameworks.labels import Sentence


def test_the_ways_to_say_a_filter():
    wanted = Where(date(2025, 1, 1), date(2025, 1, 31), ("DEU", "FRA"), ("email",), ("mobile",))
    assert (
        Where.of(
            {"period": ("2025-01-01", "2025-01-31"), "market": ["DEU", "FRA"], "channel": "email", "device": ["mobile"]}
        )
        == wanted
    )
    assert Where.of({"from": date(2025, 1, 1), "to": datetime(2025, 1, 31, 12), "markets": ("DEU", "FRA", "DEU"),
                     "channels": ["email"], "devices": {"mobile"}}) == wanted  # fmt: skip
    assert Where.of(wanted) is wanted
    assert Where.of(None) == Where.of({}) == Where.of({"period": None, "market": None}) == Where()


def test_unknown_rows_can_be_asked_for():
    assert Where.of({"market": [None, "DEU"]}).markets == (None, "DEU")


@pytest.mark.parametrize(
    "given, told",
    [
        ({"period": ("2025-02-01", "2025-01-01")}, "ends before it starts"),
        ({"period": ("yesterday", None)}, "'yesterday' is not a day"),
        ({"market": "Germany"}, "'Germany' is not a market code"),
        ({"channel": "carrier pigeon"}, "is not a channel"),
        ({"device": ["fridge"]}, "is not a device"),
        ({"market": 5}, "5 is not a list"),
        ({"colour": "red"}, "There is no filter colour"),
    ],
)
def test_what_it_refuses(given, told):
    with pytest.raises(Sentence, match=told):
        Where.of(given)


def test_currencies_and_zones():
    assert (
        checked_currency("JPY") == "JPY" and checked_zone("Asia/Tokyo") == "Asia/Tokyo" and checked_zone("UTC") == "UTC"
    )
    for bad in ("euro", None, "EU", "EUR\n"):
        with pytest.raises(Sentence, match="is not a currency code"):
            checked_currency(bad)
    for bad in ("Mars/Base", None, "../etc/passwd", ""):
        with pytest.raises(Sentence, match="is not the name of a time zone"):
            checked_zone(bad)
