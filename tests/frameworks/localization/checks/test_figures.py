"""Numbers kept, and written as the locale writes them."""

from decimal import Decimal

import pytest

from frameworks.localization.checks import figures
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale="de"):
    return [found.check for found in figures.check(Pair(source, target, locale))]


@pytest.mark.parametrize("source, target, locale", [
    ("1,299.50", "1.299,50", "de"), ("1,299.50", "1\u202f299,50", "fr"), ("1,299.50", "1 299,50", "ru"),
    ("1,299", "1299", "es"),
    ("1,299.50", "1’299.50", "de_CH"), ("1,299.50", "1,299.50", "es_MX"), ("12,34,567", "12,34,567", "hi"),
    ("30 days", "٣٠ يومًا", "ar"), ("10,000", "1万", "ja"), ("20,000", "2만", "ko"), ("2 days", "zwei Tage", "de"),
    ("two days", "2 Tage", "de"), ("5 PM", "17 Uhr", "de"), ("5:30 pm", "17:30", "de"), ("12 AM", "0 Uhr", "de"),
    ("25 Dec 2026", "25.12.2026", "de"), ("12/25/2026", "25 décembre 2026", "fr"), ("5 miles", "8 km", "de"),
    ("70 °F", "21 °C", "de"), ("USB 3.2", "USB 3.2", "de"), ("v1.2.3", "v1.2.3", "de"), ("A4", "A4", "de"),
    ("+1 800 555 0199", "+1-800-555-0199", "de"), ("50%", "%50", "tr"), ("1st", "1.", "de"),
    ("No digits", "Keine", "de"),
])  # fmt: skip
def test_the_same_said_otherwise_is_left_alone(source, target, locale):
    assert seen(source, target, locale) == []


@pytest.mark.parametrize("source, target, locale", [
    ("30 days", "14 Tage", "de"), ("30 days", "Tage", "de"), ("days", "30 Tage", "de"),
    ("Buy 3, pay 2", "4 kaufen, 2 zahlen", "de"),
    ("5 PM", "5 Uhr 30", "de"), ("10,000", "10万", "ja"), ("5 miles", "80 km", "de"),
    ("+1 800 555 0199", "+1 800 555 0198", "de"),
    ("15%", "50 %", "es"), ("4 May", "am 5. Mai", "de"),
])  # fmt: skip
def test_changed_numbers_are_found(source, target, locale):
    assert "numbers" in seen(source, target, locale)


@pytest.mark.parametrize("source, target, locale", [
    ("1,299.50", "1,299.50", "de"), ("1,299", "1,299", "de"), ("2.5 kg", "2.5 kg", "fr"), ("4.8", "4,8", "zh_Hans"),
    ("1,299.50", "1.299,50", "es_MX"),
])  # fmt: skip
def test_marks_of_another_country_are_found(source, target, locale):
    assert seen(source, target, locale) == ["number_format"]


def test_huge_numbers_do_no_harm():
    assert seen("9" * 5000, "9" * 5000) == []
    assert figures.numbers("1" * 100, "de")[0].value < Decimal(10) ** 25
