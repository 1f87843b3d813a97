"""Holidays: by religion where there are figures, by the shopping days known, and by the day itself."""

import pytest

from frameworks.localization.linting import holidays
from frameworks.localization.linting.subject import Subject


def _told(reference, text, market, home="USA"):
    return [str(finding.message) for finding in holidays.look(Subject(text, market, reference, home))]


def test_the_share_is_told_with_its_year(reference):
    finding = next(holidays.look(Subject("Merry Christmas", "JPN", reference, "USA")))
    assert "1 % of the people" in str(finding.message) and finding.year == 2021 and finding.evidence == "statistics"
    assert "not in the tables" in _told(reference, "Merry Christmas", "SAU")[0]


@pytest.mark.parametrize(("text", "market"), [
    ("Merry Christmas", "DEU"), ("Easter eggs", "POL"), ("Ramadan offers", "SAU"), ("Diwali lights", "IND"),
    ("Black Friday", "DEU"),
    ("Mother's Day", "DEU"), ("Holiday shipping", "GBR"), ("On holiday in June", "JPN"), ("A holiday home", "SAU"),
])  # fmt: skip
def test_what_is_kept_there_passes(reference, text, market):
    assert _told(reference, text, market) == []


def test_another_day_is_named(reference):
    assert "falls on another day there" in _told(reference, "Mother's Day", "GBR")[0]
    assert _told(reference, "Thanksgiving", "USA") == []
