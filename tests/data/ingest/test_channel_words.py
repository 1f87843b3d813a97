"""The tables of channels and devices agree with the vocabulary, and no word has two meanings."""

from __future__ import annotations

from data.ingest.channel_words import CHANNELS, DEVICES
from data.ingest.folding import fold
from frameworks.kpi import vocabulary


def test_the_keys_are_the_vocabulary():
    assert set(CHANNELS) == set(vocabulary.CHANNELS)
    assert set(DEVICES) == set(vocabulary.DEVICES)


def test_no_word_stands_for_two_channels():
    for table in (CHANNELS, DEVICES):
        seen: dict[str, str] = {}
        clashes = [
            (word, key, seen[fold(word)])
            for key, words in table.items()
            for word in words
            if seen.setdefault(fold(word), key) != key
        ]
        assert clashes == []
