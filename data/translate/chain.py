"""Where a draft comes from: the team's memory, then Landfall's phrases, then an engine if one is switched on.

No draft is ever approved here, and each says where it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from data.translate.engines import Engine
from data.translate.engines.engine import wordy
from data.translate.faults import OWN, TranslateError
from data.translate.masks import masked
from data.translate.pace import Cancelled, never
from frameworks.labels import N_, Sentence
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item, Translation
from frameworks.localization.memory import EXACT, Memory, Suggestion
from frameworks.localization.phrase_match import phrase_suggestions
from frameworks.localization.placeholders import find_placeholders
from frameworks.reference import Reference

_NO_ENGINE = N_("Neither the memory nor the phrase pack has it. Write it, or switch on an engine.")
PLURAL = N_("A plural message is not sent to an engine, which would break its forms. Write it.")
_WORDLESS = N_("It has no word to translate. Take it over as it is, or write it.")


class AnswerCache(Protocol):
    """Where answers of engines are kept, so that a text is paid and waited for once."""

    def get(self, engine: str, source_language: str, locale: str, source: str) -> str | None:
        """Return the answer kept for a source text, None without one."""
        ...

    def put(self, engine: str, source_language: str, locale: str, source: str, text: str) -> None:
        """Keep an answer. ``engine`` tells engine, server and formality apart and holds no secret."""
        ...


class AnswersInMemory:
    """An ``AnswerCache`` that lasts as long as its process."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, str, str], str] = {}

    def get(self, engine: str, source_language: str, locale: str, source: str) -> str | None:
        return self._kept.get((engine, source_language, locale, source))

    def put(self, engine: str, source_language: str, locale: str, source: str, text: str) -> None:
        self._kept[engine, source_language, locale, source] = text


@dataclass(frozen=True)
class Draft:
    """What the chain found for an item in a locale.

    translation: a draft, None where there is no text yet; then ``waiting`` says why.
    suggestions: all that the memory and the phrase pack offer, best first, the one taken among them.
    taken:       the suggestion that became the draft, with its score and difference; None for an engine's text.
    fault:       kind of the engine's fault, as in ``data.translate.faults``; empty without one.
    lost:        placeholders of the item that the text does not have.
    sent:        whether a request left this machine or was tried to.
    """

    item: Item
    locale: str
    translation: Translation | None = None
    suggestions: tuple[Suggestion, ...] = ()
    taken: Suggestion | None = None
    waiting: Sentence | None = None
    fault: str = ""
    lost: tuple[str, ...] = ()
    sent: bool = False

    @property
    def wordless(self) -> bool:
        """Whether there is no word to translate in it."""
        return self.waiting is not None and self.waiting.template == _WORDLESS


@dataclass(frozen=True)
class Chain:
    """The links that drafts come from.

    memory:  the workspace's; None goes without. phrases: whether the phrase pack is asked.
    engine:  None, the default, sends nothing.
    cache:   for answers of the engine. glossary: whose protected terms no engine sees or changes.
    formality: neutral, formal or informal. now: gives the time, aware and in UTC.
    """

    reference: Reference
    memory: Memory | None = None
    phrases: bool = True
    engine: Engine | None = None
    cache: AnswerCache = field(default_factory=AnswersInMemory)
    formality: str = "neutral"
    glossary: Collection[Term] = ()
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def draft(
        self, item: Item, locale: str, *, cancelled: Cancelled = never, halted: Sentence | None = None
    ) -> Draft:
        """Return a draft, or why there is none yet; a fault of the engine is told, not raised.

        halted: why the engine is left alone for the time being; memory, phrases and kept answers go on.

        An exact hit of the memory is taken first, then a fuzzy one of 85 or more, then a phrase, then the
        engine's answer. A fuzzy hit whose numbers or placeholders differ is taken only where no engine is on and
        no phrase fits.
        """
        if not wordy(item.source) and not item.plural:
            return Draft(item, locale, waiting=Sentence(_WORDLESS))
        offered = self._offered(item, locale)
        taken = next((one for one in offered if not one.alarms), None)
        if taken is None and self.engine is None and offered:
            taken = offered[0]
        if taken is not None:
            made = self._translation(item, locale, taken.text, taken.origin)
            return Draft(item, locale, made, offered, taken, lost=_lost(item, taken.text))
        if self.engine is None or item.plural:
            return Draft(item, locale, None, offered, waiting=Sentence(PLURAL if self.engine else _NO_ENGINE))
        return self._asked(self.engine, item, locale, offered, cancelled, halted)

    def here(self, item: Item, locale: str) -> Draft:
        """Return the draft that can be had without sending anything: kept answers of the engine count too."""
        return self.draft(item, locale, halted=Sentence(_NO_ENGINE))

    def _offered(self, item: Item, locale: str) -> tuple[Suggestion, ...]:
        known = tuple(self.memory.suggest(item.source, item.source_language, locale)) if self.memory else ()
        ours = phrase_suggestions(self.reference, item, locale, formality=self.formality) if self.phrases else ()
        exact = tuple(one for one in known if one.score == EXACT)
        return (*exact, *(one for one in known if one.score < EXACT), *ours)

    def _asked(
        self, engine: Engine, item: Item, locale: str, offered: tuple[Suggestion, ...], cancelled: Cancelled,
        halted: Sentence | None,
    ) -> Draft:  # fmt: skip
        terms = [term for term in self.glossary if term.holds_in(locale)]
        sent = masked(item.source, terms, item.source_language)
        if not wordy(sent.rest):
            return Draft(item, locale, None, offered, waiting=Sentence(_WORDLESS))
        # An answer given with other protected words is another answer.
        marks = "".join(f"\ue000{word}" for word in sorted(set(sent.kept)))
        about = (engine.identity, item.source_language, locale, item.source + marks)
        text = self.cache.get(*about)
        fresh = text is None
        if text is None:
            if halted is not None:
                return Draft(item, locale, None, offered, waiting=halted, fault=getattr(halted, "kind", ""))
            try:
                text = engine.translate(item.source, item.source_language, locale, cancelled, terms)
            except TranslateError as error:
                error.__traceback__ = None  # it is kept and shown, its frames hold the engine
                return Draft(item, locale, None, offered, waiting=error, fault=error.kind, sent=error.kind not in OWN)
            self.cache.put(*about, text)
        made = self._translation(item, locale, text, f"engine:{engine.about.name}")
        return Draft(item, locale, made, offered, lost=_lost(item, text), sent=fresh)

    def _translation(self, item: Item, locale: str, text: str, origin: str) -> Translation:
        at = self.now().isoformat(timespec="seconds")
        return Translation(item.key, locale, text, "draft", origin, at=at, source_digest=item.digest)


def _lost(item: Item, text: str) -> tuple[str, ...]:
    there = {found.text for found in find_placeholders(text)}
    return tuple(place for place in item.placeholders if place not in there)
