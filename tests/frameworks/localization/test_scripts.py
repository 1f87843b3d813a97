"""Direction, digits, locales and what is taken out of a text."""

from __future__ import annotations

import doctest

import pytest
from babel import Locale

from frameworks.localization import scripts
from frameworks.localization.scripts import alpha2, direction, harmless, known, local_digits, locale_for


def test_examples_hold():
    assert doctest.testmod(scripts).failed == 0


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "ps", "uz_Arab", "az-Arab"])
def test_right_to_left(language):
    assert direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "ja", "hi", "th", "zh_Hant", "ku_Latn", "und", ""])
def test_left_to_right(language):
    assert direction(language) == "ltr"


def test_directions_agree_with_cldr():
    for tag in ("ar", "de", "dv", "fa", "he", "hi", "ja", "ps", "sd", "th", "ug", "ur", "yi", "zh"):
        if known(tag):
            assert direction(tag) == Locale.parse(tag).text_direction, tag


def test_every_numbering_system_with_own_digits_has_ten():
    for zero in scripts._ZEROS.values():
        assert [int(chr(ord(zero) + step)) for step in range(10)] == list(range(10))


def test_digits_follow_the_locale():
    assert local_digits("2026", Locale.parse("fa_IR")) == "۲۰۲۶"
    assert local_digits("2026", Locale.parse("th_TH")) == "2026"


def test_an_unknown_pair_takes_the_language_alone_and_an_unknown_language_english():
    assert str(locale_for("de", "US")) == "de"
    assert str(locale_for("tkl", "TK")) == "en"
    assert str(locale_for("sr_Latn", "RS")) == "sr_Latn_RS"
    assert locale_for("no", "NO").language == "nb"


def test_codes():
    assert alpha2("XKX") == "XK"
    assert alpha2("ZZZ") is None


def test_overrides_and_controls_go_joiners_and_accents_stay():
    assert harmless("a\u202eb\x00c\n d") == ("abc d", True)
    assert harmless("क्\u200dष é 茶") == ("क्\u200dष é 茶", False)
    assert harmless("\ud800x")[0] == "x"
