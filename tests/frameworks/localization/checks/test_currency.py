"""Currencies kept."""

import pytest

from frameworks.localization.checks import currency
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale):
    return [found.check for found in currency.check(Pair(source, target, locale))]


@pytest.mark.parametrize("source, target, locale", [
    ("€10", "10 €", "de"), ("€10", "10 EUR", "de"), ("€10", "10 Euro", "de"), ("$10", "10 долларов", "ru"),
    ("€10", "10ユーロ", "ja"),
    ("¥500", "500円", "ja"), ("R$ 20", "R$ 20", "pt_BR"), ("50 zł", "50 zł", "pl"), ("$10", "US$ 10", "es"),
    ("10", "10 €", "de"),
    ("CHF 5", "5 CHF", "fr"), ("10 EUR", "10 €", "de"),
])  # fmt: skip
def test_kept_currencies_are_left_alone(source, target, locale):
    assert seen(source, target, locale) == []


@pytest.mark.parametrize("source, target, locale", [
    ("€10", "10 $", "de"), ("$10", "10 €", "fr"), ("£5", "5 €", "nl"), ("¥800", "800ドル", "ja"),
    ("R$ 20", "US$ 20", "pt_BR"),
    ("€10", "10", "de"), ("5 CHF", "5 EUR", "de"),
])  # fmt: skip
def test_changed_currencies_are_found(source, target, locale):
    assert seen(source, target, locale) == ["currency"]
