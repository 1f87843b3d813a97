"""The words for how long an answer took."""

from data.ingest.folding import fold
from data.ingest.header_words_times import WORDS


def test_each_concept_is_told_in_many_languages_without_empty_words():
    for concept, text in WORDS.items():
        words = [word.strip().removeprefix("~") for word in text.replace("\n", ",").split(",") if word.strip()]
        assert len(text.strip().splitlines()) >= 13, concept
        assert all(fold(word) for word in words), concept
