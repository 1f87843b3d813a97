"""Number words in many languages."""

import pytest

from frameworks.localization.checks.number_words import WORDS, spelled


def test_every_language_counts_to_ten():
    assert {language: len(words.split()) for language, words in WORDS.items()} == dict.fromkeys(WORDS, 10)


@pytest.mark.parametrize("language, number, text", [
    ("fr", 2, "en deux jours"), ("ru", 3, "через три дня"), ("ar", 2, "خلال يومين"), ("ja", 2, "二日"),
    ("pl", 5, "pięciu dni"),
])  # fmt: skip
def test_words_are_found(language, number, text):
    assert spelled(language, number).search(text)


def test_short_words_stand_alone():
    assert not spelled("es", 1).search("unir")
    assert spelled("de", 0) is None and spelled("de", 11) is None
