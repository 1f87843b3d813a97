"""Figures of the team's own numbers: units, changes, what is missing."""

from __future__ import annotations

import math

import pytest

from components import words
from components.kpi_figures import change, figure, needs
from frameworks.kpi.definition import UNITS


@pytest.fixture(autouse=True)
def _american():
    with words.using("en", "en-US"):
        yield


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1_234_567.0, "money", "€1.2M"),
        (48.3, "money", "€48.30"),
        (-48.3, "money", "−€48.30"),
        (1234.5, "money", "€1,234"),
        (0.0, "money", "€0.00"),
        (0.0241, "share", "2.4%"),
        (0.0, "share", "0.0%"),
        (1234.0, "count", "1,234"),
        (2_500_000.0, "count", "2.5M"),
        (3.256, "ratio", "3.26×"),
        (4.25, "months", "4.2 months"),
        (0.5, "hours", "30 min"),
        (5.0, "hours", "5.0 h"),
        (96.0, "hours", "4.0 days"),
        (42.4, "points", "+42"),
        (4.567, "stars", "4.57 of 5"),
    ],
)
def test_each_unit_reads_as_people_write_it(value, unit, text):
    assert figure(value, unit, "EUR") == text


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("value", [None, math.nan, math.inf])
def test_undefined_is_a_dash_in_every_unit(unit, value):
    assert figure(value, unit) == words.MISSING


def test_a_change_has_sign_arrow_and_tone():
    up = change(120, 100, "money", "up")
    assert (up.text, up.arrow, up.tone) == ("+20.0%", "▲", "good")
    down = change(0.09, 0.04, "share", "down")
    assert (down.text, down.arrow, down.tone) == ("+5.0 points", "▲", "bad")
    neither = change(80, 100, "count", "neutral")
    assert (neither.arrow, neither.tone) == ("▼", "even")
    assert change(100.0, 100.0, "money", "up").tone == "even"


@pytest.mark.parametrize(("now", "before"), [(None, 1), (1, None), (math.nan, 1), (5, 0)])
def test_no_change_is_made_up(now, before):
    assert change(now, before, "money", "up") is None


def test_what_is_missing_is_named_as_a_file_or_an_entry():
    assert needs(("sessions",)) == "needs: sessions export (GA4 or other analytics)"
    assert needs(("orders", "goods_share")) == "needs: orders export (shop or marketplace) and Cost of goods (you enter it)"
