"""Checks against the glossary: protected names, settled words and forbidden ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, found, quoted
from frameworks.localization.finding import Finding
from frameworks.localization.glossary import Term

_UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my"})


@lru_cache(maxsize=4096)
def _word(term: str, exact: bool, ending: bool, apart: bool) -> re.Pattern[str]:
    """Return what finds a term: as a word of its own unless ``apart`` is False, with endings if ``ending``."""
    body = re.escape(term.strip())
    body = re.sub(r"(?:\\\s)+", r"\\s+", body)
    if not apart:
        return re.compile(body, 0 if exact else re.I)
    tail = r"(?:['’]?[^\W\d_]{0,3})" if ending else r"(?:['’]s|s|es)?"
    return re.compile(rf"(?<![^\W_]){body}{tail}(?![^\W_])", 0 if exact else re.I)


def _stem(text: str) -> str:
    """Return a settled word without its last letters, which change with case and number."""
    words = text.strip().split()
    return " ".join(word[: max(4, len(word) - 2)] if len(word) > 4 else word for word in words)


def check(pair: Pair) -> Iterator[Finding]:
    """Find terms that are missing, changed or not to be used."""
    if not pair.glossary or not pair.target.strip():
        return
    for term in pair.glossary:
        there = not term.term or _word(term.term, term.exact, False, True).search(pair.source_plain)
        if not there:
            continue
        if term.kind == "protected":
            yield from _protected(pair, term)
        elif term.kind == "preferred":
            if not _has(pair, term):
                message = Sentence(
                    N_("{term} is called {text} here, and that is not in the translation."),
                    term=quoted(term.term), text=quoted(term.text),
                )  # fmt: skip
                yield found("glossary", message)
        else:
            hit = _word(term.text, term.exact, True, pair.language not in _UNSPACED).search(pair.target)
            if hit:
                message = Sentence(N_("{text} must not be used here."), text=quoted(hit[0]))
                yield found("glossary", message, hit.start(), hit.end())


def _protected(pair: Pair, term: Term) -> Iterator[Finding]:
    name = term.term.strip()
    text = pair.target_plain
    if name in text:
        return
    hit = re.search(re.escape(name), text, re.I)
    if hit and not term.exact and hit[0].isupper():
        return  # a headline in capitals
    if hit:
        message = Sentence(N_("{name} must be written just so."), name=quoted(name))
        fixed = pair.target[: hit.start()] + name + pair.target[hit.end() :]
        yield found("glossary", message, hit.start(), hit.end(), suggestion=fixed, severity="error")
    else:
        message = Sentence(N_("{name} stays as it is in every language, and it is missing."), name=quoted(name))
        yield found("glossary", message, severity="error")


def _has(pair: Pair, term: Term) -> bool:
    if pair.language in _UNSPACED:
        return term.text.strip() in pair.target
    text, stem = pair.target.casefold(), _stem(term.text).casefold()
    if stem in text:
        return True
    return all(part in text for part in stem.split())  # words set apart or turned around
