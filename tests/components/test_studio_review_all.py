from components.studio_review_all import _tally, table, told
from data.studio.findings import Count

COUNTS = (
    Count("error", "placeholders", "de", 2), Count("error", "placeholders", "ja", 1), Count("hint", "first_letter", "de", 5),
    Count("warning", "numbers", "ja", 4),
)  # fmt: skip


def test_counts_stand_by_check_and_locale_the_gravest_first():
    shown = table(COUNTS)
    assert list(shown.columns) == ["Severity", "Check", "All", "de", "ja"]
    assert shown.values.tolist() == [
        ["Error", "Placeholders", 3, 2, 1], ["Warning", "Numbers", 4, 0, 4], ["Hint", "First letter", 5, 5, 0],
    ]  # fmt: skip


def test_each_choice_counts_what_the_others_leave():
    assert _tally(COUNTS, "locale", {"severity": "error", "check": ""}) == {"de": 2, "ja": 1}
    assert _tally(COUNTS, "severity", {"locale": "ja", "check": ""}) == {"error": 1, "warning": 4}


def test_what_was_checked_is_told():
    assert told(3, 1200, 1) == "3 of 1,200 translations are checked as they stand; 1 finding."
