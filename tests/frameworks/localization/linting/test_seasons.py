"""Seasons: turned around in the south, other ones in the tropics."""

import pytest

from frameworks.localization.linting import seasons
from frameworks.localization.linting.subject import Subject


def _severities(reference, text, market, home):
    return [finding.severity for finding in seasons.look(Subject(text, market, reference, home))]


@pytest.mark.parametrize(("text", "market", "home", "found"), [
    ("Summer in July", "AUS", "USA", ["warning"]), ("Summer in July", "DEU", "USA", []), ("Summer in January", "DEU",
    "AUS", ["warning"]),
    ("Summer in January", "NZL", "AUS", []), ("This summer", "AUS", "USA", ["hint"]), ("This summer", "AUS", "NZL", []),
    ("This summer", "SGP", "DEU", ["hint"]), ("This summer", "SGP", "MYS", []), ("This summer", "DEU", "USA", []),
    ("Spring water from May", "AUS", "USA", []), ("Prices will fall in July", "AUS", "USA", []), ("A winter coat",
    "AUS", "USA", []),
])  # fmt: skip
def test_seasons(reference, text, market, home, found):
    assert _severities(reference, text, market, home) == found


def test_no_market_lies_in_two_belts(reference):
    assert not seasons.SOUTH & seasons.TROPICS
    assert set(reference.markets) >= seasons.SOUTH | seasons.TROPICS
