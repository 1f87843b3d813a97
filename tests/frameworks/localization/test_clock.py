"""Times of day: the twelve-hour clock in the words of the language."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from babel import Locale

from frameworks.localization.clock import clock_text


@pytest.mark.parametrize(
    ("code", "said"),
    [("ko_KR", "오후 9:40"), ("en_US", "9:40\u202fPM"), ("de_DE", "21:40"), ("ja_JP", "21:40"), ("hi_IN", "9:40 pm")],
)
def test_the_evening_in_the_words_of_the_language(code, said):
    assert clock_text(time(21, 40), Locale.parse(code)) == said


def test_the_clock_is_the_one_it_is_given_in():
    seoul = datetime(2026, 11, 20, 12, 40, tzinfo=UTC).astimezone(timezone(timedelta(hours=9)))
    assert clock_text(seoul, Locale.parse("ko_KR")) == "오후 9:40"
    assert clock_text(seoul, Locale.parse("ko_KR"), "medium") == "오후 9:40:00"
