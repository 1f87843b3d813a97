"""Which language a market is spoken to in."""

from __future__ import annotations

import doctest

import pytest

from data.catalog import world
from frameworks.localization import languages
from frameworks.localization.languages import languages_of, main_language, spelled
from frameworks.localization.phrases import phrase_languages


def test_examples_hold():
    assert doctest.testmod(languages).failed == 0


@pytest.mark.parametrize(
    ("market", "language"),
    [("DEU", "de"), ("JPN", "ja"), ("BRA", "pt_BR"), ("PRT", "pt"), ("TWN", "zh_Hant"), ("CHN", "zh_Hans"), ("IND", "hi"),
     ("SAU", "ar"), ("SRB", "sr_Latn"), ("PRY", "es"), ("RWA", "en")],
)  # fmt: skip
def test_the_national_language_with_texts(market, language):
    written = phrase_languages(world())
    found = main_language(world(), market, written).language
    assert spelled(found, languages.alpha2(market), written) == language


def test_a_regional_language_does_not_stand_for_the_whole_market():
    for market in ("MKD", "ALB", "ISL", "MNG"):
        assert main_language(world(), market, ("tr", "el", "da", "zh_Hans", "en")).language == "en", market


def test_the_largest_language_is_named_where_texts_lack():
    found = main_language(world(), "PRY", ("es", "en"))
    assert (found.language, found.larger) == ("es", "gn")
    assert main_language(world(), "ATA", ("en",)).larger is None


def test_official_languages_come_first():
    assert languages_of(world(), "CHE")[0] == "de"
    assert languages_of(world(), "ATA") == ()
