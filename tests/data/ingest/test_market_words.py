"""The tables of market names hold what they promise."""

from __future__ import annotations

import pycountry
from babel import Locale

from data.ingest.market_words import EVERYDAY, LANGUAGES, MARKETPLACES, NOT_SAID

CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}


def test_every_name_leads_to_a_code():
    assert set(EVERYDAY.values()) <= CODES
    assert set(MARKETPLACES.values()) <= CODES


def test_the_languages_are_at_least_twenty_five_and_known():
    assert len({language.split("_")[0] for language in LANGUAGES}) >= 25
    assert all(Locale.parse(language).territories for language in LANGUAGES)


def test_words_for_nothing_are_lower_case_as_compared():
    assert "(not set)" in NOT_SAID and not {word for word in NOT_SAID if not word.strip()}
