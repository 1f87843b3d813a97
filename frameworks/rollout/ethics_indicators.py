"""Indicators beside the ethical review: what the workspace itself can tell, as shares and counts with their reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frameworks.culture.phrasing import trait_of_persons
from frameworks.labels import N_, Sentence
from frameworks.localization.states import Progress
from frameworks.rollout.ethics import Review

UNEVEN = 2.0
"""From this ratio on, answer times of markets count as uneven (a rule of ours)."""


@dataclass(frozen=True)
class Indicator:
    """One figure.

    key, topic: of the indicator and of the checklist's topic. name: what it measures, in plain words.
    value: a share (0-1), a count or a ratio, by ``kind``; None where nothing is known, and ``told`` says why.
    fine:  whether it is as it should be; None where that cannot be said. told: what the figure rests on.
    """

    key: str
    topic: str
    name: str
    kind: str
    value: float | None
    fine: bool | None
    told: Sentence


@dataclass(frozen=True)
class Words:
    """Texts of the team's own that may speak of people: what they are, and how many read like a trait of persons."""

    looked_at: int
    marked: tuple[str, ...]


def own_words(texts: Iterable[str]) -> Words:
    """Look for sentences that pin a trait on persons or a nation; English only (``frameworks.culture.phrasing``)."""
    every = [text for text in texts if text.strip()]
    return Words(len(every), tuple(text for text in every if trait_of_persons(text)))


def indicators(
    *, words: Words, progress: Mapping[str, Progress], readers: tuple[int, int], reviews: Mapping[str, Review],
    answer_hours: Mapping[str, float], kept_days: int | None, uploads: bool,
) -> tuple[Indicator, ...]:  # fmt: skip
    """Return the indicators in the order of the checklist's topics.

    words: see ``own_words``. progress: of the texts, by locale. readers: approved texts, and how many of them were
    approved by the person who wrote them. reviews: by market of the shortlist. answer_hours: mean hours to a first
    answer, by market. kept_days: after which rows of uploads go, None for never. uploads: whether there are any.
    """
    return (
        _own_words(words),
        _kept(kept_days, uploads),
        _answers(answer_hours),
        _approved(progress),
        _second(readers),
        _reviewed(reviews),
    )


def _own_words(words: Words) -> Indicator:
    name = N_("Sentences of ours that read like a trait of persons")
    if not words.looked_at:
        told = Sentence(N_("There are no texts, tasks or notes of your own yet."))
        return Indicator("own_words", "stereotyping", name, "count", None, None, told)
    told = Sentence(N_("{count} texts, tasks and notes in English were looked at; others are not."), count=words.looked_at)
    return Indicator("own_words", "stereotyping", name, "count", float(len(words.marked)), not words.marked, told)


def _kept(days: int | None, uploads: bool) -> Indicator:
    name = N_("Days after which rows of uploads are deleted")
    if not uploads:
        return Indicator("kept_days", "privacy", name, "count", None, None, Sentence(N_("Nothing was uploaded yet.")))
    if days is None:
        told = Sentence(N_("No retention period is set: rows stay until somebody deletes them. Set one on the page Import."))
        return Indicator("kept_days", "privacy", name, "count", None, False, told)
    return Indicator("kept_days", "privacy", name, "count", float(days), True, Sentence(N_("As set on the page Import.")))


def _answers(hours: Mapping[str, float]) -> Indicator:
    name = N_("Slowest first answer, as a multiple of the fastest market's")
    known = {market: value for market, value in hours.items() if value > 0}
    if len(known) < 2:
        told = Sentence(N_("Two markets with support exports are needed; import tickets."))
        return Indicator("answers", "automation", name, "ratio", None, None, told)
    slow, fast = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    ratio = known[slow] / known[fast]
    told = Sentence(
        N_("{slow}: {hours} hours; {fast}: {least} hours to a first answer. Look whether language or staffing explains it."),
        slow=slow, hours=round(known[slow], 1), fast=fast, least=round(known[fast], 1),
    )  # fmt: skip
    return Indicator("answers", "automation", name, "ratio", ratio, ratio < UNEVEN, told)


def _approved(progress: Mapping[str, Progress]) -> Indicator:
    name = N_("Texts for buyers that a person has approved, surfaces weighed")
    shares = {locale: found.share for locale, found in progress.items() if found.share is not None}
    if not shares:
        return Indicator("approved", "human_review", name, "share", None, None, Sentence(N_("No texts are translated yet.")))
    least = min(shares, key=shares.__getitem__)
    told = Sentence(N_("The mean of {count} locales; the lowest is {locale}."), count=len(shares), locale=least)
    mean = sum(shares.values()) / len(shares)
    return Indicator("approved", "human_review", name, "share", mean, mean >= 1, told)


def _second(readers: tuple[int, int]) -> Indicator:
    name = N_("Approved texts that somebody else than the author approved")
    approved, alone = readers
    if not approved:
        return Indicator("second", "human_review", name, "share", None, None, Sentence(N_("Nothing is approved yet.")))
    told = Sentence(N_("{alone} of {count} approved texts: by the person who wrote them."), alone=alone, count=approved)
    return Indicator("second", "human_review", name, "share", 1 - alone / approved, not alone, told)


def _reviewed(reviews: Mapping[str, Review]) -> Indicator:
    name = N_("Markets on the shortlist with a signed review")
    if not reviews:
        return Indicator("reviewed", "local_benefit", name, "share", None, None, Sentence(N_("The shortlist is empty.")))
    signed = sum(review.state == "signed" for review in reviews.values())
    told = Sentence(N_("{signed} of {count} markets are signed off as they stand."), signed=signed, count=len(reviews))
    return Indicator("reviewed", "local_benefit", name, "share", signed / len(reviews), signed == len(reviews), told)
