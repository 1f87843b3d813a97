"""A guard of phrasing: is a sentence about persons or a nation, where it should be about averages?

Scores of culture are averages of countries, and most variation in values lies within countries (Steel & Taras
2010). So guidance may say "where the average lies higher, buyers tend to ask for more detail"; it may not say what
the people of a country are, always do or want. The guard reads English and knows forms of words, not meaning: it marks
a people as the subject of a sentence, a country that feels like a person, a place whose buyers all want one
thing, words such as "typically" before a nationality, and persons named after a pole of a dimension.

Left alone are questions, shares with a figure, reports of a study, and language or goods of a country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.culture import peoples
from frameworks.culture.phrasing_rules import rules
from frameworks.labels import N_, Sentence
from frameworks.localization.finding import Finding

LONGEST = 20_000
"""Letters of a text that are read."""
CHECK = "trait"

KINDS = {
    "people": (
        N_("“{words}” says of a people what at best is true of an average."),
        N_("Say it of the average: “where the average lies higher, buyers tend to …”, with the dimension and its source."),
    ),
    "named": (
        N_("“{words}” is a tendency, but it is pinned on the people of a place."),
        N_("Name the average, not the people: “where the average lies higher, buyers tend to …”."),
    ),
    "every": (
        N_("“{words}” leaves nobody out; no finding on values holds for everyone of a place."),
        N_("Drop always, never, all and every; say “tend to” or “more often”, and where the average comes from."),
    ),
    "typical": (
        N_("“{words}” turns a place into a character."),
        N_("Say what is meant, a detail, a rule, a habit of trade, and leave the nationality out."),
    ),
    "country": (
        N_("“{words}” lets a country feel and want like one person."),
        N_("A country has an average and a spread: “the average there lies higher on …; buyers tend to …”."),
    ),
    "place": (
        N_("“{words}” speaks for all persons of a place."),
        N_("Add how sure it is and against what: “buyers there tend to …”, “more than at home”, or a share with its source."),
    ),
    "label": (
        N_("“{words}” names persons or countries after one pole of a scale."),
        N_("Name the scale and the end of it: “where the average lies toward the group, …”."),
    ),
    "group": (
        N_("“{words}” says one thing of everybody of a sex, an age or a faith."),
        N_("Speak of what your own customers did, with a number, or of what was asked in a study."),
    ),
}  # fmt: skip
"""Kinds of marks: what is wrong, what to write in its place."""
_HINTS = frozenset({"named", "label"})

_HEDGE = re.compile(
    r"\b(?:tend(?:s|ed)?\s+to|tendency|may|might|could|on\s+average|averages?|seem(?:s|ed)?|appear(?:s|ed)?|likely|perhaps|"
    r"often|sometimes|usually|(?:more|less|higher|lower)\b|some\b|many\b|several|whether|depends?|not\s+(?:all|every|everyone)|partly)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\d\s?(?:%|per\s?cent)|\bn\s?=\s?\d|\b(?:study|studies|survey|surveyed|sample|respondents?|interviewed|asked\s+in|one\s+in\s+\w+|"
    r"experiment|share\s+of)\b|\([^()]{0,60}\b(?:19|20)\d\d[a-z]?\)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?;\n\u2026]+[.!?;\u2026]*")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "‑": "-"})


def trait_of_persons(text: str) -> tuple[Finding, ...]:
    """Return what in an English text is phrased as a trait of persons or of a nation, in the order of the text.

    Each finding has the place in the text, a message, and in ``suggestion`` what to write instead. Severity is
    ``warning``, or ``hint`` where the sentence is hedged but still pinned on a people. Never raises; text beyond
    ``LONGEST`` letters is not read.

    >>> [found.message.values["words"] for found in trait_of_persons("Germans are punctual.")]
    ['Germans are']
    >>> trait_of_persons("Where the average lies higher, buyers tend to ask for more detail.")
    ()
    """
    plain = str(text)[:LONGEST].translate(_QUOTES)
    found: list[Finding] = []
    for sentence in _SENTENCE.finditer(plain):
        taken: list[tuple[int, int]] = []
        for kind, start, end in _marks(sentence[0]):
            if not any(start < other_end and other_start < end for other_start, other_end in taken):
                taken.append((start, end))
                found.append(_finding(kind, plain, sentence.start() + start, sentence.start() + end))
    return tuple(sorted(found, key=lambda one: one.start or 0))


def _finding(kind: str, text: str, start: int, end: int) -> Finding:
    told, instead = KINDS[kind]
    words = " ".join(text[start:end].split())
    return Finding(
        CHECK, "hint" if kind in _HINTS else "warning", Sentence(told, words=f"{words:.80}"), start, end, suggestion=instead,
        source="Landfall", evidence="judgement",
    )  # fmt: skip


def _marks(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of every mark in one sentence, the gravest kinds first."""
    asked = sentence.rstrip().endswith("?")
    reported, hedged = bool(_REPORT.search(sentence)), bool(_HEDGE.search(sentence))
    for kind, pattern, lets_off in rules():
        if asked and kind != "typical":
            continue
        if "report" in lets_off and reported:
            continue
        for match in pattern.finditer(sentence):
            said = kind
            if "hedge" in lets_off and hedged:
                if kind != "people" or re.search(rf"\b(?:{peoples.PERSONS})\b", match["who"], re.IGNORECASE):
                    continue
                said = "named"
            yield said, match.start(), match.end()
