"""Months by name."""

import pytest

from frameworks.localization.checks.months import month_numbers


@pytest.mark.parametrize("text, language, months", [
    ("bis 5. Dezember", "de", {12}), ("le 14 juillet", "fr", {7}), ("до 5 марта", "ru", {3}), ("on May 4", "en", {5}),
    ("You may return it", "en", set()), ("no month", "en", set()),
])  # fmt: skip
def test_months_are_read(text, language, months):
    assert month_numbers(text, language) == months
