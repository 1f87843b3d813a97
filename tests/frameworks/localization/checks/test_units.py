"""Units kept."""

import pytest

from frameworks.localization.checks import units
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale):
    return [found.check for found in units.check(Pair(source, target, locale))]


@pytest.mark.parametrize("source, target, locale", [
    ("2-4 working days", "2–4 Werktage", "de"), ("3 days", "3 дня", "ru"), ("3 days", "3日", "ja"),
    ("2 weeks", "2週間", "ja"),
    ("24 hours", "24 horas", "es"), ("2 years", "2 anni", "it"), ("30 days", "30 dias", "pt_BR"),
    ("500 ml", "500 ml", "de"),
    ("5 items", "5 Tage", "de"), ("3 months", "3개월", "ko"), ("1 hour", "1 Stunde", "de"),
])  # fmt: skip
def test_kept_units_are_left_alone(source, target, locale):
    assert seen(source, target, locale) == []


@pytest.mark.parametrize("source, target, locale", [
    ("2-4 working days", "2–4 Wochen", "de"), ("3 days", "3 недели", "ru"), ("3 days", "3週間", "ja"),
    ("24 hours", "24 días", "es"),
    ("2 years", "2 mesi", "it"), ("5 kg", "5 Gramm", "de"), ("2 hours", "2분", "ko"), ("10 minutes", "10 uur", "nl"),
])  # fmt: skip
def test_changed_units_are_found(source, target, locale):
    assert seen(source, target, locale) == ["units"]
