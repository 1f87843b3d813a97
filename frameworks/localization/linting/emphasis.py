"""Finds shouting (rows of exclamation marks or capitals) and winking faces where money or rights are at stake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.labels import N_, Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.items import HIGH_IMPACT
from frameworks.localization.linting.subject import Subject
from frameworks.localization.linting.words import tone_finding, wanted_gap

_ROW = re.compile(r"!(?:\s*[!?]){1,}|\?!")
_CAPITALS = re.compile(r"\b(?:[A-Z]{3,}[\s,!-]+){2,}[A-Z]{2,}\b")
_WINK = re.compile("[\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a]|[;:]-?[)P](?!\\w)")
_QUIET = (("hofstede", "uai", 1), ("hofstede", "idv", -1), ("hofstede", "mas", -1))


def look(subject: Subject) -> Iterator[Finding]:
    """Yield rows of exclamation marks and of capitals; and faces in checkout, legal texts and replies."""
    for pattern, why in (
        (_ROW, Sentence(N_("Several exclamation marks in a row sound like shouting."))),
        (_CAPITALS, Sentence(N_("Capitals sound like shouting, and most scripts have none."))),
    ):
        for hit in pattern.finditer(subject.text):
            if gap := wanted_gap(subject, _QUIET):
                yield tone_finding(subject, "shouting", hit.span(), why, N_("One mark or none."), gap)
            else:
                told = Sentence(N_("{words}: {why}"), words=subject.said(*hit.span()), why=why)
                yield subject.finding("shouting", told, *hit.span(), suggestion=N_("One mark or none."))
    if subject.surface in HIGH_IMPACT or subject.surface == "reply":
        for hit in _WINK.finditer(subject.text):
            why = Sentence(N_("A face can be read as irony or as not serious where money or rights are at stake."))
            told = Sentence(N_("{words}: {why}"), words=subject.said(*hit.span()), why=why)
            yield subject.finding("humour", told, *hit.span(), suggestion=N_("Leave it out."))
