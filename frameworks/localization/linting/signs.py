"""Finds colours, numbers, animals, gestures, flowers and gifts that the cautions name for the market.

Cautions that are careful ones only (negative or mixed), and only where the text is about what the caution is
about: white in a wrapping, four in a bundle, a clock as a gift.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from frameworks.labels import N_, Sentence
from frameworks.localization.cautions import cautions
from frameworks.localization.finding import Finding
from frameworks.localization.linting.subject import Subject
from frameworks.reference import Reference

_WRAP = r"wrap\w*|packag\w*|gifts?|ribbons?|envelopes?|bags?|box(?:es)?|tissue|paper|sleeves?"
_CUES = {
    "packaging": _WRAP,
    "gift wrap": _WRAP,
    "gifts": r"gifts?|presents?|gifting|wedding|birthday|housewarming",
    "flower gifts": _WRAP + r"|bouquets?|flowers?",
    "campaigns": r"sales?|campaign|offers?|deals?|theme",
    "promotions": r"sales?|offers?|deals?|promo\w*",
    "fashion": r"wedding|bride|funeral|sari|gown",
    "gift envelopes": r"envelopes?|wedding",
    "weddings": r"wedding|bride",
    "events": r"party|event|stage|theatre|concert",
    "national themes": r"national|flag|parade",
    "hats": r"hats?|caps?|beanies?",
    "hats, gifts": r"hats?|caps?|beanies?",
    "naming": r"name|edition|line",
}  # fmt: skip
"""Words that show that a text is about what a colour's caution is about, by its context."""

_ITEMS = {
    "black (naming)": r"black friday",
    "yellow flowers": r"yellow (?:flowers?|roses?|tulips?|mums?)",
    "white flowers": r"white (?:flowers?|roses?|tulips?)",
    "white lilies": r"(?:white )?lil(?:y|ies)",
    "purple flowers": r"(?:purple|violet) (?:flowers?|roses?|tulips?)",
    "chrysanthemum": r"chrysanthemums?|mums bouquet",
    "carnation": r"carnations?",
    "thumbs up": r"thumbs?[- ]up|\U0001f44d",
    "OK ring": r"ok sign|\U0001f44c",
    "open palm (moutza)": r"high[- ]five|open palm|\U0001f590",
    "left hand": r"left hand\b",
    "soles of the feet": r"soles? of (?:the|your) (?:foot|feet)",
    "touching the head": r"pat on the head|head pat",
    "beckoning with one finger": r"beckon\w*",
    "V sign palm inward": r"v[- ]sign",
    "chopsticks upright": r"chopsticks? (?:standing )?upright",
    "handkerchief": r"handkerchiefs?|hankies|hanky",
    "knife or scissors": r"(?:knife|knives|scissors)",
    "clock": r"clocks?",
    "umbrella": r"umbrellas?",
    "alcohol imagery": r"wine|beer|whisk(?:e)?y|champagne|cocktails?|rum|gin|vodka",
    "pig": r"pigs?|piggy|bacon|pork|ham",
    "dog": r"dogs?|pupp(?:y|ies)",
    "owl": r"owls?",
    "black cat": r"black cats?",
    "red ink": r"red ink",
    "swastika": r"swastika",
    "cross": r"crucifix|cross necklace",
    "Tuesday 13": r"tuesday,? (?:the )?13(?:th)?|tuesday 13",
    "black and white pair": r"black[- ]and[- ]white",
    "even bouquets": (
        r"(?:2|4|6|8|10|12|two|four|six|eight|ten|twelve|a dozen) (?:\w+ )?(?:roses|tulips|flowers|stems|lilies)"
    ),
    "44.44": r"44\.44",
    "saffron": r"saffron (?:robe|colou?r|yellow)",
    "marigold": r"marigolds?",
    "tortoise": r"tortoises?|turtles?",
    "dragon": r"dragons?",
}  # fmt: skip
_GIFT_ONLY = frozenset({"handkerchief", "knife or scissors", "clock", "umbrella", "shoes", "books"})
_IMAGERY_ONLY = frozenset({"dog", "pig", "owl", "dragon", "tortoise", "left hand"})
_MASCOT = r"mascot|logo|character|icon|picture|photo|image|print(?:ed)?"
_COUNTED = {
    "4": "four", "9": "nine", "7": "seven", "13": "thirteen", "17": "seventeen", "49": "forty-nine", "250": "250",
    "88": "88", "3": "three", "40": "forty", "666": "666",
}  # fmt: skip


def look(subject: Subject) -> Iterator[Finding]:
    """Yield the careful cautions of the market whose sign, and what it is about, both stand in the text."""
    if subject.language != "en" or subject.market == subject.home:
        return
    text = subject.text
    for pattern, cue, row in _rules(subject.reference, subject.market, subject.unchecked):
        hit = pattern.search(text)
        if hit is None or (cue is not None and not cue.search(text)):
            continue
        told = Sentence(
            N_("{words}: said of {culture}: {meaning}."), words=subject.said(*hit.span()),
            culture=Sentence(row["culture"]), meaning=Sentence(row["meaning"]),
        )  # fmt: skip
        yield subject.finding(
            "sign", told, *hit.span(), source=row["source"], evidence=row["evidence"],
            year=None if pd.isna(row["year"]) else int(row["year"]),
            suggestion=N_("Ask people on the spot; choose another colour, number or picture where they frown."),
        )  # fmt: skip


def expression(kind: str, item: str, context: str) -> tuple[str, str | None] | None:
    """Return the expression for a caution's sign and for what the text must be about; None where words cannot show it.

    >>> expression("gesture", "nod meaning no", "video") is None
    True
    """
    if kind == "number" and item in _COUNTED:
        word = _COUNTED[item]
        either = rf"(?:{item}|{word})"
        told = (
            rf"\b(?:set|pack|box|bundle|bouquet|case|group) of {either}\b|\b{either}[- ](?:pack|piece|bottle)s?\b"
            rf"|[$€£¥]\s?{item}(?![\d,]|\.\d*[1-9])|\b(?:model|series|edition|version|floor|no\.) {either}\b"
        )
        return told, None
    if item in _ITEMS:
        cue = None
        if item in _GIFT_ONLY:
            cue = _CUES["gifts"]
        elif item in _IMAGERY_ONLY:
            cue = _MASCOT
        elif item == "black and white pair":
            cue = _CUES["gift envelopes"]
        return rf"(?<!\w)(?:{_ITEMS[item]})(?!\w)", cue
    if kind == "colour" and item.isalpha():
        cues = [_CUES[part.strip()] for part in (context, *context.split(",")) if part.strip() in _CUES]
        return (rf"\b{item}\b(?![- ](?:friday|tea|bread|wine))", "|".join(cues)) if cues else None
    return None


Rule = tuple[re.Pattern[str], re.Pattern[str] | None, dict]


def _rules(reference: Reference, market: str, unchecked: bool) -> list[Rule]:
    kept = reference.derived(_kept)
    if (market, unchecked) not in kept:
        rows = cautions(reference, market, unchecked=unchecked)
        careful = rows[rows["valence"].isin(["negative", "mixed"])].to_dict("records")
        found = []
        for row in careful:
            told = expression(row["kind"], row["item"], row["context"])
            if told is not None:
                cue = None if told[1] is None else re.compile(rf"\b(?:{told[1]})\b", re.IGNORECASE)
                found.append((re.compile(told[0], re.IGNORECASE), cue, row))
        kept[market, unchecked] = found
    return kept[market, unchecked]


def _kept(reference: Reference) -> dict:
    return {}
