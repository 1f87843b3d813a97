"""Checks of brackets, ends of sentences and the marks that a language sets its own way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import MASK, TAG, Pair, found, masked, places, quoted
from frameworks.localization.finding import Finding

_PAIRS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「", "』": "『", "】": "【", "》": "《", "〉": "〈"}
_OPEN = frozenset(_PAIRS.values())
_BRACKET = re.compile(r"[()\[\]{}（）「」『』【】《》〈〉]")
_NOT_BRACKETS = re.compile(r"[:;=][-']?[()\]\[]|^\s*[0-9A-Za-z]{1,2}\)", re.M)

_ENDS = {
    "stop": ".。।۔։።．｡", "question": "?？؟;", "exclamation": "!！", "colon": ":：", "ellipsis": "…⋯",
}  # fmt: skip
_END_OF = {letter: kind for kind, letters in _ENDS.items() for letter in letters if letter != ";"}
_CLOSERS = " \t\n\u00a0\u202f\u200f\u200e\"'”’»)）」』】*_"
_NO_STOPS = frozenset({"th", "lo", "km", "my"})
END_LABELS = {
    "stop": N_("a full stop"), "question": N_("a question mark"), "exclamation": N_("an exclamation mark"),
    "colon": N_("a colon"), "ellipsis": N_("an ellipsis"), "none": N_("no mark"),
}  # fmt: skip

_FRENCH_TIGHT = re.compile(r"(?<=[^\s\x00:/?!;])([?!;])(?=[\s\x00]|$)|(?<=[^\W\d]):(?=\s|$)")
_FRENCH_SPACE = re.compile(r"[^\S\u00a0\u202f\n]([?!;:»])|«([^\S\u00a0\u202f])")
_SPACED = re.compile(r"(?<=[\w\x00)])[ \u00a0\u202f]+([?!,;:.])(?=[\s\x00]|$)")
_HALF = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff])([,!?;:]|\.(?=\s|$|[\u3040-\u30ff\u3400-\u9fff]))")
_FULL = {",": "，", "!": "！", "?": "？", ";": "；", ":": "：", ".": "。"}
_ARABIC = re.compile(r"(?<=[\u0600-\u06ff])\s?([,;?])")
_ARABIC_FULL = {",": "،", ";": "؛", "?": "؟"}
_SPANISH = re.compile(r"[?!]+(?=[\s\x00\"”»)]|$)")
_FOREIGN_FULL = re.compile(r"[，。！？；：、]")
_ABBREVIATED = re.compile(r"\d\s?[^\W\d_]{1,4}\.\s*$|(?<![^\W_])[^\W\d_](?:\.\s?[^\W\d_])+\.\s*$")
"""An end such as "17:00 ч." or "p. m.", whose stop belongs to the word."""
_CJK = frozenset({"zh", "ja"})
_FRENCH_HABIT = frozenset({"fr"})


def check(pair: Pair) -> Iterator[Finding]:
    """Find marks that do not pair up, that differ from the source, or that the language sets otherwise."""
    if not pair.target.strip():
        return
    if _BRACKET.search(pair.target_plain):
        yield from _brackets(pair)
    if not pair.branching:
        yield from _end(pair)
    yield from _language(pair)


def _brackets(pair: Pair) -> Iterator[Finding]:
    here = _unpaired(pair.target_plain)
    if not here or len(_unpaired(pair.source_plain)) >= len(here):
        return
    for at in here[:3]:
        message = Sentence(N_("The bracket {bracket} has no partner."), bracket=quoted(pair.target[at]))
        yield found("brackets", message, at, at + 1)


def _unpaired(text: str) -> list[int]:
    text = _NOT_BRACKETS.sub(lambda hit: " " * len(hit[0]), text)
    opened: list[int] = []
    alone: list[int] = []
    for hit in _BRACKET.finditer(text):
        if hit[0] in _OPEN:
            opened.append(hit.start())
        elif opened and text[opened[-1]] == _PAIRS[hit[0]]:
            opened.pop()
        else:
            alone.append(hit.start())
    return sorted(alone + opened)


def ending(text: str, language: str) -> str:
    """Return how a text ends: stop, question, exclamation, colon, ellipsis or none.

    >>> ending("Τι θέλεις;", "el"), ending("Warum?!", "de"), ending("Wait...", "en")
    ('question', 'question', 'ellipsis')
    """
    text = text.rstrip(_CLOSERS)
    if not text:
        return "none"
    if text.endswith("..."):
        return "ellipsis"
    last = text[-1]
    if language == "el" and last in ";;":
        return "question"
    if last in "!！" and text[-2:-1] in ("?", "？", "؟"):
        return "question"
    return _END_OF.get(last, "none")


def _end(pair: Pair) -> Iterator[Finding]:
    there, here = (TAG.sub("", text) if "<" in text else "" for text in (pair.source, pair.target))
    wanted = ending(masked(there, places(there)) if there else pair.source_plain, pair.source_language)
    got = ending(masked(here, places(here)) if here else pair.target_plain, pair.language)
    if pair.source_plain.rstrip()[-1:] in (",", "，"):
        return  # a greeting: each language closes it in its own way
    if wanted == got or (pair.language in _NO_STOPS and {wanted, got} == {"stop", "none"}):
        return
    if got == "stop" and wanted == "none" and _ABBREVIATED.search(pair.target_plain):
        return
    if got == "none" and wanted == "question" and pair.language in ("ja", "th", "zh"):
        particle = pair.target_plain.rstrip(_CLOSERS + "。")[-1:]
        if pair.language == "th" or particle in "か吗呢嗎":
            return
    if wanted == "question" and pair.language == "ja" and got == "stop" and pair.target.rstrip("。 ").endswith("か"):
        return
    if wanted in ("stop", "exclamation") and got in ("stop", "exclamation"):
        severity = "hint"  # how loudly a language speaks is a matter of taste
    else:
        severity = ""
    message = Sentence(
        N_("The source ends with {wanted}, the translation with {got}."),
        wanted=Sentence(END_LABELS[wanted]), got=Sentence(END_LABELS[got]),
    )  # fmt: skip
    place = len(pair.target.rstrip())
    yield found("end_punctuation", message, max(0, place - 1), place, severity=severity)


def _language(pair: Pair) -> Iterator[Finding]:
    text, language = pair.target_plain, pair.language
    if language in _FRENCH_HABIT:
        yield from _french(text, str(pair.cldr))
    elif hit := _spaced(text, pair.source_plain):
        message = Sentence(N_("No space belongs before {mark} here."), mark=quoted(hit[1]))
        yield _mark(message, hit, hit[1], text)
    if language in _CJK:
        for hit in _HALF.finditer(text):
            full = "、" if hit[1] == "," and language == "ja" else _FULL[hit[1]]
            yield _mark(Sentence(N_("Write {full} for {mark} here."), full=quoted(full), mark=quoted(hit[1])), hit, full, text)
    elif hit := _FOREIGN_FULL.search(text):
        yield _mark(Sentence(N_("{mark} is a mark of Chinese and Japanese."), mark=quoted(hit[0])), hit, "", text)
    if language in ("ar", "fa", "ur"):
        for hit in _ARABIC.finditer(text):
            full = "۔" if hit[1] == "." else _ARABIC_FULL[hit[1]]
            yield _mark(Sentence(N_("Write {full} for {mark} here."), full=quoted(full), mark=quoted(hit[1])), hit, full, text)
    if language == "es":
        yield from _spanish(text)
    if language == "el" and (hit := re.search(r"\?", text)):
        yield _mark(Sentence(N_("Write {full} for {mark} here."), full=quoted(";"), mark=quoted("?")), hit, ";", text)


def _spaced(text: str, source: str) -> re.Match[str] | None:
    hit = _SPACED.search(text)
    return hit if hit and (hit[1] == ":" or not _SPACED.search(source)) and not text[hit.start(1) :].startswith("...") else None


def _french(text: str, locale: str) -> Iterator[Finding]:
    canada = locale.endswith("_CA")
    for hit in _FRENCH_TIGHT.finditer(text):
        mark = hit[0]
        if canada and mark in "?!;":
            continue
        message = Sentence(N_("French sets a no-break space before {mark}."), mark=quoted(mark))
        yield _mark(message, hit, "\u202f" + mark if mark in "?!;" else "\u00a0:", text)
    for hit in _FRENCH_SPACE.finditer(text):
        mark = hit[1] or "«"
        if canada and mark in "?!;":
            continue
        message = Sentence(N_("The space beside {mark} must not break the line; make it a no-break space."), mark=quoted(mark))
        fixed = hit[0].replace(hit[0].strip("?!;:»«"), "\u00a0")
        yield _mark(message, hit, fixed, text, severity="hint")


def _spanish(text: str) -> Iterator[Finding]:
    counted = Counter(text)
    for mark, opener in (("?", "¿"), ("!", "¡")):
        closing = [hit for hit in _SPANISH.finditer(text) if mark in hit[0]]
        if len(closing) > counted[opener] and not (mark == "?" and counted["¡"] > counted["!"]):
            hit = closing[0]
            message = Sentence(N_("Spanish opens with {mark} what {closing} closes."), mark=quoted(opener), closing=quoted(mark))
            yield found("language_punctuation", message, hit.start(), hit.end())


def _mark(message: Sentence, hit: re.Match[str], fixed: str, text: str, severity: str = "") -> Finding:
    whole = text[: hit.start()] + fixed + text[hit.end() :] if fixed else ""
    suggestion = "" if MASK in whole else whole
    return found("language_punctuation", message, hit.start(), hit.end(), suggestion=suggestion, severity=severity)
