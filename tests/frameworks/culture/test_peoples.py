"""Names of peoples and places: what the patterns find and what they leave alone."""

import re

import pytest

from frameworks.culture import peoples


@pytest.mark.parametrize(
    "pattern, found, left",
    [
        (peoples.many, ("Germans", "south africans", "Frenchmen", "Poles", "Turks"), ("German", "poles", "Frenchman")),
        (peoples.together, ("Japanese", "dutch", "Swiss", "Polish"), ("polish", "Western", "Nordic")),
        (peoples.one, ("German", "Frenchman", "Sri Lankan"), ("Japanese", "finn")),
        (peoples.adjective, ("German", "Japanese", "western", "Polish"), ("polish", "Germany")),
        (peoples.place, ("Germany", "the Gulf", "Hong Kong", "Turkey", "south korea"), ("turkey", "China plates", "Madrid")),
    ],
)
def test_a_pattern_finds_names_and_leaves_words_alone(pattern, found, left):
    for text in found:
        assert re.fullmatch(pattern(), text), text
    for text in left:
        assert not re.fullmatch(pattern(), text), text


def test_every_market_with_a_name_in_english_is_a_place(reference):
    import pycountry
    from babel import Locale

    names = Locale.parse("en").territories
    codes = [country.alpha_2 for code in reference.markets if (country := pycountry.countries.get(alpha_3=code))]
    assert [code for code in codes if not re.fullmatch(peoples.place(), names[code])] == []
