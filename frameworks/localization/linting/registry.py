"""Every lint of a source text: its name, how grave a finding is, and what it looks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from frameworks.labels import N_
from frameworks.localization.cautions import EVIDENCE as CAUTION_EVIDENCE

EVIDENCE: Mapping[str, str] = MappingProxyType({
    "judgement": N_("judgement of Landfall's writers"),
    "standard": N_("published standard or locale data"),
    "statistics": N_("published statistics"),
    "study": N_("single study"),
    **CAUTION_EVIDENCE,
})  # fmt: skip
"""What stands behind a finding."""


@dataclass(frozen=True)
class Lint:
    """One thing looked for in a source. title: a few words; explanation: what it looks for and why."""

    key: str
    severity: str
    title: str
    explanation: str


_ALL = (
    Lint("idiom", "warning", N_("Figure of speech"), N_("Sayings that make no sense word for word.")),
    Lint("sport", "warning", N_("Picture from sport"),
         N_("Baseball, boxing and other games as a picture for something else.")),
    Lint("sea", "hint", N_("Picture from the sea"), N_("Boats and sailing as a picture for something else.")),
    Lint("war", "hint", N_("Picture of fighting"), N_("Weapons and war as a picture for a price or a plan.")),
    Lint("humour", "hint", N_("Joke"),
         N_("Jokes, irony, play on words, and winking faces where money or rights are at stake.")),
    Lint("slang", "hint", N_("Slang"), N_("Words of the day and abbreviations of chats.")),
    Lint("gendered", "warning", N_("Gendered address"), N_("One gender named where all are meant.")),
    Lint("stereotype", "warning", N_("Stereotype"), N_("Sentences about all people of a country or group.")),
    Lint("place", "hint", N_("Takes a country for granted"), N_("Offices, schools and chains of one country.")),
    Lint("direction", "hint", N_("Left and right"),
         N_("Places on the page that change sides where writing runs from right to left.")),
    Lint("link_text", "hint", N_("Link that names the hand"), N_("“Click here” tells nothing out of its sentence.")),
    Lint("season", "hint", N_("Season"), N_("Seasons and months that do not go together everywhere.")),
    Lint("holiday", "hint", N_("Holiday taken for granted"), N_("Holidays that few keep there, or on another day.")),
    Lint("unit", "hint", N_("Unit"), N_("Measures that the market does not use.")),
    Lint("date", "warning", N_("Date in figures"), N_("Dates whose day and month can be mistaken for each other.")),
    Lint("time", "hint", N_("Time and week"), N_("Times with am or pm, zones by letters, another weekend.")),
    Lint("money", "hint", N_("Currency in the text"), N_("Amounts in a currency that buyers there do not pay in.")),
    Lint("name_form", "hint", N_("Names of people"),
         N_("Forms and greetings that take one order of names for granted.")),
    Lint("address_form", "hint", N_("Addresses and phone numbers"),
         N_("Parts of an address, or a shape of phone number, of one country.")),
    Lint("sign", "hint", N_("Colour, number or symbol"),
         N_("Colours, numbers, animals, gestures and gifts that can mean something else there.")),
    Lint("hard_sell", "hint", N_("Pressure to buy"),
         N_("Urgent calls, where the culture gap speaks for reasons first.")),
    Lint("superlative", "hint", N_("Claim to be the best"),
         N_("Superlatives, where the culture gap speaks for proof or modesty.")),
    Lint("casual", "hint", N_("Familiar tone"),
         N_("Speaking as to a friend, where the culture gap speaks for a polite form.")),
    Lint("individual", "hint", N_("Praise of the individual"),
         N_("Standing apart as a gain, where the group weighs more.")),
    Lint("direct", "hint", N_("Blunt wording"), N_("Bare refusals and orders, where more is said between the lines.")),
    Lint("playful", "hint", N_("Playful tone"), N_("Joking, where the culture gap speaks for certainty.")),
    Lint("shouting", "hint", N_("Shouting"), N_("Rows of exclamation marks and of words in capitals.")),
)  # fmt: skip

LINTS: Mapping[str, Lint] = MappingProxyType({lint.key: lint for lint in _ALL})
"""All lints by key, the order they are shown in."""
