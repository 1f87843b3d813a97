"""Countries by any name."""

from __future__ import annotations

import pytest
from babel import Locale

from data.ingest.markets import market, says_something


@pytest.mark.parametrize(
    ("said", "code"),
    [("DE", "DEU"), ("deu", "DEU"), ("276", "DEU"), ("Deutschland", "DEU"), ("Allemagne", "DEU"), ("ドイツ", "DEU"),
     ("UK", "GBR"), ("England", "GBR"), ("Great Britain", "GBR"), ("United Kingdom (UK)", "GBR"), ("USA", "USA"),
     ("United States of America", "USA"), ("EE. UU.", "USA"), ("США", "USA"), ("Holland", "NLD"), ("Türkei", "TUR"),
     ("Korea, Republic of", "KOR"), ("Amazon.de", "DEU"), ("Amazon.co.uk", "GBR"), ("amazon.com.be", "BEL"),
     ("Amazon.com", "USA"), ("Germany (DE)", "DEU"), ("de-AT", "AUT"), ("Cote d’Ivoire", "CIV"), ("Czechia", "CZE"),
     ("Hamburg, Germany", "DEU"), ("Österreich", "AUT")],
)  # fmt: skip
def test_a_name_is_known(said, code):
    assert market(said) == code


@pytest.mark.parametrize("said", ["(not set)", "", "Narnia", "EU", "(nicht festgelegt)", "Non-Amazon", "-", "12"])
def test_no_market_is_made_up(said):
    assert market(said) is None


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "zh", "ko", "ru", "tr", "ar"])
def test_every_large_market_is_known_in_each_language(language):
    names = Locale.parse(language).territories
    for alpha_2, code in (("DE", "DEU"), ("US", "USA"), ("GB", "GBR"), ("JP", "JPN"), ("BR", "BRA"), ("CN", "CHN"), ("FR", "FRA")):
        assert market(names[alpha_2]) == code


def test_not_set_says_nothing():
    assert not says_something(" (not set) ")
    assert says_something("Berlin")
