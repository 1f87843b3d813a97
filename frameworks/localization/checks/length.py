"""Checks of how long and how wide a translation is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import MASK, Pair, found
from frameworks.localization.finding import Finding
from frameworks.localization.layout import finding
from frameworks.localization.scripts import plain
from frameworks.reference import Reference

ANY = "mul"
"""The language of the rows that hold where a language has none of its own."""
_FEWEST = 100
"""Pairs that a measured ratio rests on at least."""
_ROOM = 4
"""Characters that a text may grow by beyond the ratio: a letter or two over is nothing to act on."""
_LITTLE, _LONG_ENOUGH = 0.4, 30
"""A translation below this share of the median is short; sources of fewer characters are left aside."""


def columns(text: str) -> int:
    """Return how many columns a text takes: two for a wide East Asian letter, none for a mark above or below.

    >>> columns("Tee"), columns("お茶"), columns("e\u0301")
    (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(_width(letter) for letter in text)


@lru_cache(maxsize=8192)
def _width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _ratios(reference: Reference) -> dict[str, list[tuple[int, float | None, float]]]:
    """Return (shortest source, median, high ratio) by language, longest sources first."""
    rows = reference.table("expansion")
    rows = rows[~(rows["pairs"] < _FEWEST)]
    listed: dict[str, list[tuple[int, float | None, float]]] = {}
    shown = rows[["language", "chars_min", "ratio_median", "ratio_high"]]
    for language, least, median, high in shown.itertuples(index=False):
        listed.setdefault(language, []).append((int(least), None if median != median else float(median), float(high)))
    return {language: sorted(told, reverse=True) for language, told in listed.items()}


def growth(reference: Reference, locale: str, source_length: int) -> tuple[float | None, float] | None:
    """Return (median, high) ratio of target to source characters, from English.

    source_length: characters of the source. The high ratio is the 90th percentile of human translations;
    without measured rows, the upper end of the W3C's table and no median. None where the table is off.
    """
    ratios = reference.derived(_ratios)
    locale = locale.replace("-", "_")
    script = "zh_Hant" if plain(locale) == "zh" and any(part in locale for part in ("Hant", "TW", "HK", "MO")) else "zh_Hans"
    for name in (locale, script if plain(locale) == "zh" else plain(locale), ANY):
        for least, median, high in ratios.get(name, ()):
            if source_length >= least:
                return median, high
    return None


def check(pair: Pair) -> Iterator[Finding]:
    """Find texts that did not fit in the preview, or not their place; without one, those far longer or shorter than others."""
    if not pair.target.strip():
        return
    yield from map(finding, pair.overruns)
    if pair.branching:
        return
    most = pair.item.max_width if pair.item else None
    wide = columns(pair.target.strip()) if most else 0
    if most and wide > most:
        message = Sentence(N_("The text takes {wide} columns, its place has {most}."), wide=wide, most=most)
        yield found("too_wide", message, _cut(pair.target, most), len(pair.target))
    if most or pair.reference is None or pair.source_language != "en" or pair.language == "en":
        return
    there = len(pair.source_plain.replace(MASK, "").strip())
    here = len(pair.target_plain.replace(MASK, "").strip())
    same = pair.source.strip().casefold() == pair.target.strip().casefold()  # has a check of its own
    told = growth(pair.reference, pair.locale, there) if there and not same else None
    if told is None:
        return
    median, high = told
    if here > there * high + _ROOM:
        message = Sentence(
            N_("{here} characters for {there} of the source; nine in ten translations have at most {most}."),
            here=here, there=there, most=int(there * high),
        )  # fmt: skip
        yield found("too_long", message)
    elif median and there >= _LONG_ENOUGH and here < there * median * _LITTLE:
        message = Sentence(
            N_("{here} characters for {there} of the source; half of all translations have {usual} or more."),
            here=here, there=there, usual=int(there * median),
        )  # fmt: skip
        yield found("too_short", message)


def _cut(text: str, most: int) -> int:
    taken = 0
    for at, letter in enumerate(text):
        taken += _width(letter)
        if taken > most:
            return at
    return len(text)
