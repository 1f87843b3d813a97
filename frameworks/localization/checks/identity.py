"""Checks that a text is in the language it should be in (py3langid; texts of more than 20 letters)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import MASK, Pair, found, quoted
from frameworks.localization.finding import Finding
from frameworks.localization.scripts import plain

SHORTEST = 20
"""Letters above which a language can be told with some sureness."""
_SURE = 0.9
_FAINT = 0.02
_TWINS = (
    frozenset({"nb", "nn", "no", "da"}), frozenset({"id", "ms", "jv"}), frozenset({"hr", "sr", "bs"}),
    frozenset({"zh", "ja"}), frozenset({"gl", "pt"}), frozenset({"nl", "af", "nds"}), frozenset({"de", "lb", "nds", "als"}),
    frozenset({"hi", "mr", "ne"}), frozenset({"tr", "az", "ku", "tk"}), frozenset({"fil", "ceb"}), frozenset({"fr", "wa"}),
)  # fmt: skip
"""Languages that short texts do not tell apart."""
_KIN = (
    frozenset({"nb", "da", "sv", "nn"}), frozenset({"cs", "sk"}), frozenset({"pt", "gl", "es", "ca", "oc", "an"}),
    frozenset({"ru", "uk", "bg", "be", "mk", "sr", "kk", "ky"}), frozenset({"fr", "oc", "wa", "ca"}),
    frozenset({"it", "oc", "es"}), frozenset({"ar", "fa", "ur", "ps", "ug"}), frozenset({"fi", "et"}),
    frozenset({"hr", "sr", "bs", "sl"}),
)  # fmt: skip
"""Languages so close that only a longer text tells them apart, and only when it is quite sure."""
_LONG, _QUITE_SURE = 40, 0.95
_OWN_SCRIPT = frozenset({"el", "he", "th", "ko", "ka", "hy", "ja", "km", "lo", "my", "ta", "te", "gu", "kn", "ml", "pa", "si"})
"""Languages alone with their script: the script tells."""
_SENTENCE = re.compile(r"[^.!?。！？\n]+")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a third of a second, only when it is needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=4096)
def seen_language(text: str) -> tuple[str, float, tuple[tuple[str, float], ...]]:
    """Return the likeliest language of a text, its probability and those of the ten likeliest."""
    ranked = tuple((plain(code), float(chance)) for code, chance in _identifier().rank(text)[:10])
    return (*ranked[0], ranked)


def check(pair: Pair) -> Iterator[Finding]:
    """Find texts, or sentences in them, that are in another language."""
    if pair.language == pair.source_language or len(pair.target_plain) <= SHORTEST:
        return
    if pair.language in _OWN_SCRIPT:
        return
    text = pair.target_plain
    for name in pair.protected:
        text = text.replace(name, MASK * len(name))
    if pair.source.strip().casefold() == pair.target.strip().casefold():
        return  # that it was not translated is said already
    whole = _letters(text)
    if len(whole) <= SHORTEST or (len(_WORD.findall(whole)) < 3 and pair.language != "zh"):
        return
    if (other := _other(whole, pair)) is not None:
        message = Sentence(N_("The text seems to be in another language ({language})."), language=other)
        yield found("mixed_language", message)
        return
    sentences = list(_SENTENCE.finditer(text))
    if len(sentences) < 2:
        return
    for hit in sentences[:50]:
        part = _letters(hit[0])
        if len(part) > SHORTEST and len(_WORD.findall(part)) > 3 and _other(part, pair) == pair.source_language:
            message = Sentence(N_("{text} seems to be in the source language."), text=quoted(hit[0]))
            yield found("mixed_language", message, hit.start(), hit.end())


def _letters(text: str) -> str:
    return " ".join(re.sub(r"[\x00\d]+", " ", text[:1000]).split())


def _other(text: str, pair: Pair) -> str | None:
    """Return the language of a text where it is surely neither the wanted one nor close to it."""
    code, chance, ranked = seen_language(text)
    wanted = _near(pair.language, _TWINS)
    if code in wanted or (code == pair.source_language and chance < 0.6):
        return None
    if code in _near(pair.language, _KIN):
        return code if len(text) >= _LONG and chance >= _QUITE_SURE else None
    sure = 0.6 if code == pair.source_language else _SURE
    ours = max((p for name, p in ranked if name in wanted), default=0.0)
    return code if chance >= sure and ours < (0.2 if code == pair.source_language else _FAINT) else None


def _near(language: str, groups: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset({language}).union(*(group for group in groups if language in group))
