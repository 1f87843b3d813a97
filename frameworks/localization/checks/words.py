"""Checks of the words: empty, untranslated, doubled, and how the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import LETTER, MARKS, Pair, found, quoted
from frameworks.localization.finding import Finding
from frameworks.localization.scripts import plain

_WORD = re.compile(rf"{LETTER}+(?:['’]{LETTER}+)*")
_DOUBLED = re.compile(rf"(?<![^\W_])({LETTER}{{2,40}})[ \u00a0\n]+\1(?![^\W_])(?!{MARKS})", re.I)
_DOUBLING = frozenset({"vi", "th", "lo", "km", "my", "zh", "ja", "id", "ms", "jv", "fil", "sw", "hi", "bn", "ta", "te", "ur"})
"""Languages that double words on purpose, or that are written without spaces."""
_ALLOWED = {
    "de": {"die", "der", "das", "sie", "den", "dem"}, "nl": {"die", "dat", "ze", "u"}, "fr": {"nous", "vous"},
    "tr": {"tek", "yavaş", "sık", "güzel", "kolay", "hızlı", "ayrı", "adım", "az", "bire", "hemen"},
    "en": {"that", "had"}, "it": {"piano", "via", "mano"}, "es": {"muy"}, "pt": {"já"}, "fa": {"کم", "تک"},
    "ru": {"чуть", "еле"}, "ko": {"하나"}, "he": {"לאט", "מהר"}, "ar": {"شيئا"},
}  # fmt: skip
_SHARED_WORDS = """
    newsletter email e-mail total online shop service menu blog app ok code pdf sms wi-fi wifi login cookies
    cookie chat club design set box top import export format status standard original premium basic pro plus
    mini info video audio software hardware internet web link tag sale style fan outlet gratis normal global
    local digital no pin paypal visa mastercard klarna faq version modern sport hotel bar
"""
_SHARED = frozenset(_SHARED_WORDS.split())
"""Words that shops write alike in many languages."""
_LATIN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_UNSPACED = frozenset({"ja", "zh", "th", "ko", "lo", "km", "my"})
_CASED = re.compile(r"[^\W\d_]")
_FEW = 3
"""Source words in a row that are no accident any more; two where the script differs."""


def check(pair: Pair) -> Iterator[Finding]:
    """Find texts that are empty, that are the source or hold parts of it, and words said twice."""
    if not pair.target.strip():
        if pair.source.strip():
            yield found("empty", Sentence(N_("There is no text.")))
        return
    if pair.language != pair.source_language:
        yield from _untranslated(pair)
    yield from _doubled(pair)
    yield from _first(pair)


def _untranslated(pair: Pair) -> Iterator[Finding]:
    theirs = {word.casefold() for name in pair.protected for word in _WORD.findall(name)}
    words = _WORD.findall(pair.source_plain)
    telling = [word for word in words if len(word) > 1 and not word.isupper() and word.casefold() not in theirs]
    if pair.source.strip().casefold() == pair.target.strip().casefold():
        telling = [word for word in telling if word.casefold() not in _SHARED]
        if telling:
            sure = len(telling) > 1 or plain(pair.locale) in _OTHER_SCRIPT
            message = Sentence(N_("The text is the same as the source."))
            yield found("same_as_source", message, 0, len(pair.target), severity="" if sure else "hint")
        return
    if len(telling) > 1:
        yield from _part(pair, theirs)


_OTHER_SCRIPT = frozenset(
    {"ar", "bg", "bn", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko", "ky", "lo", "mk", "mn", "my", "ne",
     "ru", "ta", "te", "th", "uk", "ur", "zh"}
)  # fmt: skip


def _part(pair: Pair, theirs: set[str]) -> Iterator[Finding]:
    """Find the longest row of words that stands in the translation as it does in the source."""
    source = [word.casefold() for word in _WORD.findall(pair.source_plain)]
    shape = _LATIN if pair.language in _UNSPACED else _WORD
    hits = list(shape.finditer(pair.target_plain))
    if not hits or len(source) > 400 or len(hits) > 400:
        return
    known = set(source) - theirs
    folded = [hit[0].casefold() for hit in hits]
    if len(known.intersection(folded)) < 2:
        return
    rows: list[list[re.Match[str]]] = [[]]
    for hit, word in zip(hits, folded, strict=True):
        if word in known and (not rows[-1] or _beside(rows[-1][-1], hit, pair.target_plain)):
            rows[-1].append(hit)
        elif rows[-1]:
            rows.append([hit] if word in known else [])
    row = max(rows, key=len)
    least = 2 if pair.language in _OTHER_SCRIPT else _FEW
    words = [hit[0].casefold() for hit in row]
    telling = [word for word in words if word not in _SHARED and len(word) > 1]
    if len(row) < least or len(telling) < 2 or (all(hit[0][0].isupper() for hit in row) and len(row) == least):
        return  # a name has capitals throughout
    joined = f" {' '.join(source)} "
    if f" {' '.join(words)} " in joined:
        message = Sentence(N_("{text} stands as in the source."), text=quoted(pair.target[row[0].start() : row[-1].end()]))
        yield found("untranslated_part", message, row[0].start(), row[-1].end())


def _beside(one: re.Match[str], other: re.Match[str], text: str) -> bool:
    return not text[one.end() : other.start()].strip(" ,\u00a0-")


def _doubled(pair: Pair) -> Iterator[Finding]:
    if pair.language in _DOUBLING or " " not in pair.target:
        return
    for hit in _DOUBLED.finditer(pair.target_plain):
        word = hit[1].casefold()
        if word in _ALLOWED.get(pair.language, ()) or _DOUBLED.search(pair.source_plain):
            continue
        if hit[0].split()[0] != hit[0].split()[-1] and hit[0].split()[0][0].islower():
            continue  # "sie Sie", "vous Vous": another word
        fixed = pair.target[: hit.start()] + hit[1] + pair.target[hit.end() :]
        message = Sentence(N_("{word} stands twice in a row."), word=quoted(hit[1]))
        yield found("doubled_word", message, hit.start(), hit.end(), suggestion=fixed)


def _first(pair: Pair) -> Iterator[Finding]:
    there, here = _CASED.search(pair.source.lstrip()[:1]), _CASED.search(pair.target.lstrip()[:1])
    if not there or not here or here[0].upper() == here[0].lower() or len(pair.target.strip()) < 2:
        return
    target = pair.target.lstrip()
    if there[0].isupper() == here[0].isupper() or not (there[0].isupper() or there[0].islower()):
        return
    if pair.target_plain.lstrip().startswith("\x00") or pair.source_plain.lstrip().startswith("\x00"):
        return
    if here[0].isupper() and not there[0].isupper() and (pair.language == "de" or target.split()[0].isupper()):
        return  # German nouns
    if target[1:2].isupper() or any(target.startswith(name) for name in pair.protected):
        return  # eBay, iPhone
    told = N_("The source begins with a capital, the translation does not.")
    message = Sentence(told if there[0].isupper() else N_("The translation begins with a capital, the source does not."))
    start = len(pair.target) - len(target)
    fixed = here[0].upper() if there[0].isupper() else here[0].lower()
    suggestion = pair.target[:start] + fixed + target[1:]
    yield found("first_letter", message, start, start + 1, suggestion=suggestion)
