"""How English names the people of a place: nouns, adjectives and places, as patterns for the guard of our phrasing.

The lists are for finding words in a text; they say nothing of anybody. Names that are also common words
(``Polish``, ``Turkey``, ``China``) count only with a capital letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale

_ONE = """
German Italian American Canadian Mexican Brazilian Argentinian Argentine Argentinean Chilean Colombian Peruvian Venezuelan
Cuban Ecuadorian Bolivian Uruguayan Guatemalan Briton Brit Scot Belgian Austrian Dane Swede Norwegian Finn Icelander Pole
Czech Slovak Slovene Slovenian Hungarian Romanian Bulgarian Serb Serbian Croat Croatian Bosnian Albanian Macedonian Greek
Cypriot Turk Russian Ukrainian Belarusian Lithuanian Latvian Estonian Georgian Armenian Azerbaijani Kazakh Uzbek Iranian
Persian Iraqi Syrian Jordanian Israeli Palestinian Saudi Emirati Qatari Kuwaiti Omani Yemeni Bahraini Egyptian Libyan
Tunisian Algerian Moroccan Nigerian Ghanaian Kenyan Ethiopian Tanzanian Ugandan Zambian Indian Pakistani Bangladeshi Nepali
Thai Malaysian Malay Singaporean Indonesian Filipino Filipina Korean Mongolian Cambodian Australian Aussie Kiwi European
Asian African Arab Latino Latina Hispanic Westerner Easterner Scandinavian Slav Muslim Christian Hindu Jew Buddhist
Catholic Protestant Gringo Yankee Bavarian Prussian Catalan Basque Sicilian Parisian Spaniard Mediterranean Asiatic
""".split()  # noqa: SIM905
_ONE_IN_TWO = ["South African", "Sri Lankan", "Latin American", "South Korean", "New Zealander", "North American", "East Asian"]
_TOGETHER = """
French Dutch English British Irish Scottish Welsh Spanish Danish Swedish Finnish Polish Turkish Japanese Chinese Portuguese
Vietnamese Taiwanese Swiss Burmese Maltese Lebanese Sudanese Senegalese Congolese Nepalese Maori Luxembourgish Flemish
Icelandic Slavic Arabic Jewish Latin Western Eastern Nordic Oriental Balkan Anglo-Saxon
""".split()  # noqa: SIM905
_NO_PEOPLE = frozenset(
    ("Latin", "Western", "Eastern", "Nordic", "Oriental", "Balkan", "Arabic", "Slavic", "Icelandic", "Jewish", "Flemish",
     "Luxembourgish")
)  # fmt: skip
_MEN = "Englishm Frenchm Irishm Dutchm Scotsm Welshm Norsem Chinam".split()  # noqa: SIM905
_PLACES = (
    "Britain", "England", "Scotland", "Holland", "America", "Latin America", "South America", "North America",
    "Asia", "Europe", "Africa", "Scandinavia", "the Middle East", "the Gulf", "the West", "the East", "the Far East",
    "the Orient", "the US", "the USA", "the UK", "the States", "Southern Europe", "Northern Europe",
    "Eastern Europe", "the Balkans", "Arabia", "Korea", "Türkiye", "Turkey", "Burma", "Ivory Coast",
    "Czech Republic", "East Asia", "Southeast Asia", "the Arab world", "the Mediterranean", "Bavaria", "Catalonia",
    "Hong Kong", "Taiwan",
)  # fmt: skip
_COMMON = frozenset(
    ("polish", "turkey", "china", "chad", "jordan", "georgia", "guinea", "togo", "poles", "finn", "pole", "dane", "latin",
     "turk", "mali", "niger", "welsh")
)  # fmt: skip
PERSONS = (
    "people|persons|customers|buyers|shoppers|consumers|users|clients|visitors|guests|men|women|families|parents|mothers|"
    "fathers|managers|bosses|employees|workers|colleagues|suppliers|partners|sellers|merchants|founders|engineers|executives|"
    "negotiators|businessmen|businesswomen|business people|businesspeople|teenagers|youngsters|students|audiences|households|"
    "citizens|tourists|folks?|teams|staff|wives|husbands|girls|boys|ladies|gentlemen|readers|patients|drivers|souls|locals|natives"
)
"""Nouns for persons in the plural, as part of a pattern."""
PERSON = (
    "customer|buyer|shopper|consumer|user|client|visitor|guest|man|woman|family|manager|boss|employee|worker|colleague|supplier|"
    "partner|seller|merchant|founder|engineer|executive|negotiator|businessman|businesswoman|person|mother|father|citizen"
)
"""Nouns for one person, as part of a pattern."""


def _either(names: Iterable[str]) -> str:
    """Return an alternation, the longest first, in any case except for words that also mean something else."""
    found = sorted(set(names), key=lambda name: (-len(name), name))
    free = "|".join(re.escape(name) for name in found if name.casefold() not in _COMMON)
    fixed = "|".join(re.escape(name) for name in found if name.casefold() in _COMMON)
    return f"(?:(?i:{free})|{fixed})" if fixed else f"(?i:{free})"


@cache
def many() -> str:
    """Return the pattern of nouns for several people of a place: ``Germans``, ``Englishmen``."""
    return _either([*(f"{name}s" for name in (*_ONE, *_ONE_IN_TWO)), *(f"{stem}en" for stem in _MEN)])


@cache
def together() -> str:
    """Return the pattern of adjectives that stand for a people with an article: (the) ``Japanese``."""
    return _either(name for name in _TOGETHER if name not in _NO_PEOPLE)


@cache
def one() -> str:
    """Return the pattern of nouns for one person of a place: ``German``, ``Frenchman``."""
    return _either([*_ONE, *_ONE_IN_TWO, *(f"{stem}an" for stem in _MEN)])


@cache
def adjective() -> str:
    """Return the pattern of adjectives of a place or people: ``German``, ``Japanese``."""
    return _either([*_ONE, *_ONE_IN_TWO, *_TOGETHER])


@cache
def place() -> str:
    """Return the pattern of names of countries and regions in English."""
    listed = Locale.parse("en").territories
    countries = [name for code, name in listed.items() if len(code) == 2 and code not in ("EU", "UN", "EZ", "QO", "ZZ")]
    return r"(?:(?i:the)\s+)?" + _either([*countries, *(name.removeprefix("the ") for name in _PLACES)])
