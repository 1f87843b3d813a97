"""Finds, among a hundred thousand texts, the few that may be alike enough to compare.

Two texts that are alike share most of their letters, whatever their order. How often each letter occurs is
counted once a text, and what differs too much in its counts or its length is never compared: exact, no text
that reaches the floor is missed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

from frameworks.localization.memory import FLOOR, MOST_LETTERS

BUCKETS = 32
"""Letters share 32 counters; sharing can only make texts look more alike."""
_FULL = 255
_AT_A_TIME = 8192
_ROUNDING = 0.01


class LikenessIndex:
    """Texts by number; grows at its end and forgets nothing, so whoever asks must look whether a number still stands.

    Texts of more than ``MOST_LETTERS`` letters are left out.
    """

    def __init__(self) -> None:
        # One tuple, replaced as a whole: a look-up in another thread sees it before or after, never between.
        self._held: tuple[np.ndarray, np.ndarray, np.ndarray, list[str]] = (
            np.empty(0, np.int64), np.empty(0, np.int64), np.empty((0, BUCKETS), np.uint8), [],
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self._held[3])

    def add(self, numbers: Sequence[int], texts: Sequence[str]) -> None:
        """Take in texts under their numbers."""
        kept = [(number, _ordered(text)) for number, text in zip(numbers, texts, strict=True) if len(text) <= MOST_LETTERS]
        if not kept:
            return
        old_numbers, old_lengths, old_counts, old_texts = self._held
        new = [text for _, text in kept]
        ordered = [*old_texts, *new]
        lengths = np.concatenate([old_lengths, np.array([len(text) for text in new], np.int64)])
        by_length = np.argsort(lengths, kind="stable")
        joined = np.concatenate([old_numbers, np.array([number for number, _ in kept], np.int64)])
        parts = [_counted(new[start : start + _AT_A_TIME]) for start in range(0, len(new), _AT_A_TIME)]
        counts = np.concatenate([old_counts, *parts])
        self._held = joined[by_length], lengths[by_length], counts[by_length], [ordered[place] for place in by_length]

    def nearest(self, text: str, floor: float = FLOOR, limit: int = 50) -> list[int]:
        """Return the numbers of the texts whose score against ``text`` reaches ``floor`` (0-100), best first."""
        numbers, lengths, counted, texts = self._held
        if len(text) > MOST_LETTERS or not texts:
            return []
        asked = _ordered(text)
        length, apart = len(asked), 1 - max(0.0, min(floor, 100.0)) / 100
        # Likeness is 1 - edits / (sum of lengths), and edits are at least the difference of the lengths.
        least, most = length * (1 - apart) / (1 + apart), length * (1 + apart) / max(1 - apart, 1e-9)
        first = int(np.searchsorted(lengths, int(least), "left"))
        last = int(np.searchsorted(lengths, most + 1, "right"))
        counts, mine = counted[first:last], _counted([asked])[0]
        differing = (np.maximum(counts, mine) - np.minimum(counts, mine)).sum(axis=1, dtype=np.int64)
        near = np.nonzero(differing <= apart * (lengths[first:last] + length) + _ROUNDING)[0] + first
        tried = [texts[place] for place in near]
        found = process.extract(asked, tried, scorer=fuzz.ratio, score_cutoff=max(0.0, floor - _ROUNDING), limit=limit)
        return [int(numbers[near[place]]) for _, _, place in found]


def _ordered(text: str) -> str:
    """Return the words in alphabetical order, as ``frameworks.localization.memory.score`` compares them."""
    return " ".join(sorted(text.split()))


def _counted(texts: Sequence[str]) -> np.ndarray:
    lengths = [len(text) for text in texts]
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    places = np.repeat(np.arange(len(texts)), lengths) * BUCKETS + letters % BUCKETS
    counted = np.bincount(places, minlength=len(texts) * BUCKETS).reshape(len(texts), BUCKETS)
    return np.minimum(counted, _FULL).astype(np.uint8)
