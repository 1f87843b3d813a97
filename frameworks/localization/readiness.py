"""How ready a team is to sell in a market's own terms: five parts, each known or not, none of them averaged away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from frameworks.labels import N_, Sentence
from frameworks.localization.formats import Formats
from frameworks.localization.languages import main_language, official, spelled
from frameworks.localization.scripts import alpha2, plain
from frameworks.localization.states import Progress
from frameworks.reference import Reference

PARTS = {
    "content": N_("Content approved"),
    "formats": N_("Formats right"),
    "payments": N_("Payments covered"),
    "service": N_("Languages served"),
    "rules": N_("Rules met"),
}
"""The parts by their names, in the order they are shown."""
FORMAT_CHECKS = frozenset({"number_format", "dates", "currency", "units"})
"""Checks whose findings, other than hints, say that a text writes a number, a date or an amount in a foreign way."""


@dataclass(frozen=True)
class Part:
    """One part.

    key:       of ``PARTS``. low, high: 0-100, what is certain and what is possible; both None where unknown.
    reason:    what it is made of, or why it is unknown.
    """

    key: str
    low: float | None
    high: float | None
    reason: Sentence


@dataclass(frozen=True)
class Spoken:
    """What a buyer of a market reads. locale: of the translations, None without any; own: the sources serve her as they are."""

    locale: str | None
    own: bool = False


@dataclass(frozen=True)
class Texts:
    """The texts of a market's locale.

    spoken: what its buyers read. progress: of the locale, None without one. items: texts there are.
    checked: translations that were checked as they stand; wrong: those among them with a finding of ``FORMAT_CHECKS``.
    """

    spoken: Spoken
    items: int
    progress: Progress | None = None
    checked: int = 0
    wrong: int = 0


@dataclass(frozen=True)
class Readiness:
    """The readiness for one market (ISO alpha-3), its parts in the order of ``PARTS``."""

    market: str
    parts: tuple[Part, ...]

    @property
    def known(self) -> int:
        """How many parts are known."""
        return sum(part.low is not None for part in self.parts)

    def part(self, key: str) -> Part:
        """Return the part of a key of ``PARTS``."""
        return next(part for part in self.parts if part.key == key)


def spoken_in(reference: Reference, market: str, locales: Collection[str], source_language: str) -> Spoken:
    """Return which of the team's locales a buyer of the market reads.

    locales: those the team translates into. source_language: of the sources.
    """
    written = {*locales, source_language}
    main = main_language(reference, market, written)
    if main.share is None:
        return Spoken(None)
    territory = alpha2(market)
    locale = spelled(main.language, territory, tuple(locales))
    if locale in locales:
        return Spoken(locale)
    # Many Germans read English: that is no text in their language.
    return Spoken(None, own=plain(source_language) == main.language and official(market, main.language))


def readiness(
    market: str, *, texts: Texts, formats: Formats | None, fit: tuple[float | None, float | None], served: float | None,
    duties: int, met: int,
) -> Readiness:  # fmt: skip
    """Return how ready the team is for a market; what nobody knows is unknown, never 0.

    formats: as the market's locale writes them. fit: low and high end of the payment fit (0-100). served: share (0-1)
    of the people who speak a language that the team serves. duties: those on record that somebody checked; met: those
    the team has seen to.
    """
    return Readiness(market, (
        _content(texts), _formats(texts, formats), _payments(*fit), _service(served), _rules(duties, met),
    ))  # fmt: skip


def _content(texts: Texts) -> Part:
    if not texts.items:
        return _unknown("content", N_("There are no texts yet."))
    if texts.spoken.own:
        return _known("content", 100, 100, N_("Your texts are written in the market's language."))
    progress = texts.progress
    if progress is None or progress.share is None:
        return _unknown("content", N_("You translate into no language of this market yet; choose one on the page Texts."))
    share = 100 * progress.share
    told = N_("{approved} of {items} texts approved; checkout and legal texts weigh most.")
    return _known("content", share, share, told, approved=progress.states.get("approved", 0), items=progress.items)


def _formats(texts: Texts, formats: Formats | None) -> Part:
    if formats is None or not texts.items or (texts.progress is None and not texts.spoken.own):
        return _unknown("formats", N_("No texts for this market, so no formats to look at."))
    shapes = (formats.known, formats.currency is not None, formats.phone is not None, formats.address.known)
    ready = sum(shapes) / len(shapes)
    if texts.spoken.own:
        told = N_("{ready} of {shapes} local forms are known (language, currency, phone, address).")
        return _known("formats", 100 * ready, 100 * ready, told, ready=sum(shapes), shapes=len(shapes))
    states = texts.progress.states if texts.progress else {}
    made = sum(count for state, count in states.items() if state != "missing")
    checked = min(texts.checked, made)
    if not checked:
        return _unknown("formats", N_("The checks have not run over this language; run them on the page Review."))
    right = checked - min(texts.wrong, checked)
    told = N_("{right} of {checked} checked texts write numbers, dates and money as buyers there do; {waiting} not checked.")
    return _known(
        "formats", 100 * ready * right / made, 100 * ready * (right + made - checked) / made, told,
        right=right, checked=checked, waiting=made - checked,
    )  # fmt: skip


def _payments(low: float | None, high: float | None) -> Part:
    if low is None or high is None:
        return _unknown("payments", N_("How people pay here is not published."))
    return _known("payments", low, high, N_("Share of payments that your set-up covers, for certain and at most."))


def _service(served: float | None) -> Part:
    if served is None:
        return _unknown("service", N_("No shares of speakers are published for this market."))
    share = 100 * min(served, 1.0)
    return _known("service", share, share, N_("Share of the people who speak a language that your team serves."))


def _rules(duties: int, met: int) -> Part:
    if not duties:
        return _unknown("rules", N_("No checked duty is on record, which does not mean that there is none."))
    if not met:
        told = N_("Nothing is ticked off yet of what is on record ({duties}); do so on the page On the ground, under Rules & tax.")
        return _unknown("rules", told, duties=duties)
    share = 100 * min(met, duties) / duties
    return _known("rules", share, share, N_("{met} of {duties} duties on record ticked off."), met=min(met, duties), duties=duties)


def _known(key: str, low: float, high: float, told: str, **values: object) -> Part:
    return Part(key, float(low), float(high), Sentence(told, **values))


def _unknown(key: str, told: str, **values: object) -> Part:
    return Part(key, None, None, Sentence(told, **values))
