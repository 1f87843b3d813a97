"""How alike two source texts are, what differs between them, and what a translation memory may suggest for one.

A suggestion is never an approval: the closest hit may still say the opposite (with and without a "not").
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from frameworks.localization.items import clean_text
from frameworks.localization.placeholders import find_placeholders

FLOOR = 85.0
"""Below it suggestions mislead: between 60 and 76 every hit of a trial on 9,804 shop texts was wrong."""
EXACT = 100.0
MOST_ALIKE = 99.0
"""What texts that are not the same can reach at most."""
MOST_LETTERS = 10_000
"""Longer texts are compared for being the same only."""

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Remembered:
    """A pair the memory holds.

    domain: where it was used, such as a surface; reviewer: who approved it, empty where no person has.
    """

    source: str
    text: str
    domain: str = ""
    reviewer: str = ""
    at: str = ""


@dataclass(frozen=True)
class Span:
    """A piece of two texts laid side by side: ``same``, ``removed`` (first only) or ``added`` (second only)."""

    kind: str
    text: str


@dataclass(frozen=True)
class Suggestion:
    """A text that may do.

    score:      0-100; 100 is the same source to the letter.
    origin:     as in ``items.ORIGINS``.
    difference: from the remembered source to the present one; empty for the same.
    alarms:     ``"numbers"``, ``"placeholders"`` where those of the two sources differ.
    """

    source: str
    text: str
    score: float
    origin: str = "memory"
    domain: str = ""
    reviewer: str = ""
    difference: tuple[Span, ...] = ()
    alarms: tuple[str, ...] = ()


class Memory(Protocol):
    """What drafts ask of a translation memory."""

    def suggest(
        self, source: str, source_language: str, locale: str, *, floor: float = FLOOR, limit: int = 5
    ) -> Sequence[Suggestion]:
        """Return what may do for ``source``, best first; the same source has score 100."""
        ...


def score(first: str, second: str, floor: float = 0.0) -> float:
    """Return how alike two source texts are, 0-100; 0 for anything below ``floor``.

    100 only for the same text; otherwise the likeness of their words in alphabetical order (rapidfuzz
    token_sort_ratio), 99 at most: the same words in another order, or another letter case, may mean another thing.

    >>> score("Free shipping", "Free shipping"), score("Free shipping", "Shipping, free", 85)
    (100.0, 0.0)
    """
    one, other = clean_text(first), clean_text(second)
    if one == other:
        return EXACT
    if max(len(one), len(other)) > MOST_LETTERS:
        return 0.0
    return min(MOST_ALIKE, fuzz.token_sort_ratio(one, other, score_cutoff=floor))


def lengths(source: str, floor: float = FLOOR) -> tuple[int, int]:
    """Return the fewest and most letters of a text that can reach ``floor`` with ``source``; for an index.

    Letters are counted with runs of spaces as one and none at the ends.

    >>> lengths("Add to cart")
    (9, 14)
    """
    own, share = len(" ".join(source.split())), floor / (200 - floor)
    return math.ceil(own * share), math.floor(own / share) if share else MOST_LETTERS


def difference(before: str, after: str) -> tuple[Span, ...]:
    """Return both texts as spans of whole words: what stayed, what went, what came.

    The texts of ``same`` and ``removed`` make up ``before``, those of ``same`` and ``added`` make up ``after``.

    >>> [(span.kind, span.text) for span in difference("in 2 days", "in 3 days")]
    [('same', 'in '), ('removed', '2'), ('added', '3'), ('same', ' days')]
    """
    if max(len(before), len(after)) > MOST_LETTERS:
        return tuple(span for span in (Span("removed", before), Span("added", after)) if span.text)
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    spans: list[Span] = []
    removed: list[str] = []
    added: list[str] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            spans += [*_changed(removed, added), Span("same", "".join(old[step.src_start : step.src_end]))]
            removed, added = [], []
        else:
            removed += old[step.src_start : step.src_end]
            added += new[step.dest_start : step.dest_end]
    return (*spans, *_changed(removed, added))


def _changed(removed: list[str], added: list[str]) -> list[Span]:
    spans = (Span("removed", "".join(removed)), Span("added", "".join(added)))
    return [span for span in spans if span.text]


def alarms(remembered: str, source: str) -> tuple[str, ...]:
    """Return what a likeness hides: ``"numbers"`` and ``"placeholders"`` that are not the same in both texts.

    >>> alarms("Free from {amount} in 2 days", "Free from {sum} in 3 days")
    ('numbers', 'placeholders')
    """
    places = [sorted(found.text for found in find_placeholders(text)) for text in (remembered, source)]
    numbers = [sorted(_NUMBER.findall(text)) for text in (remembered, source)]
    found = {"numbers": numbers[0] != numbers[1], "placeholders": places[0] != places[1]}
    return tuple(alarm for alarm, differs in found.items() if differs)


def suggestions(
    source: str, pairs: Iterable[Remembered], *, floor: float = FLOOR, limit: int = 5
) -> tuple[Suggestion, ...]:
    """Return the pairs whose source is alike enough, as suggestions, best first.

    pairs: of the right languages. Of equal scores one with a reviewer goes first, then the newest; a text is
    suggested once.
    """
    held = [pair for pair in pairs if len(pair.source) <= MOST_LETTERS or pair.source == source]
    near = process.extract(
        source, [pair.source for pair in held], scorer=fuzz.token_sort_ratio, score_cutoff=max(floor, 1.0), limit=None
    )
    scored = [(EXACT if same == source else min(MOST_ALIKE, reached), held[place]) for same, reached, place in near]
    hits = [hit for hit in scored if hit[0] >= floor and (hit[0] == EXACT or len(source) <= MOST_LETTERS)]
    hits.sort(key=lambda hit: hit[1].at, reverse=True)
    hits.sort(key=lambda hit: (-hit[0], not hit[1].reviewer))
    once: dict[str, tuple[float, Remembered]] = {}
    for reached, pair in hits:
        once.setdefault(pair.text, (reached, pair))
    return tuple(_suggestion(source, reached, pair) for reached, pair in list(once.values())[:limit])


def _suggestion(source: str, reached: float, pair: Remembered) -> Suggestion:
    if reached == EXACT:
        return Suggestion(pair.source, pair.text, reached, "memory", pair.domain, pair.reviewer)
    return Suggestion(
        pair.source, pair.text, reached, "memory", pair.domain, pair.reviewer,
        difference(pair.source, source), alarms(pair.source, source),
    )  # fmt: skip
