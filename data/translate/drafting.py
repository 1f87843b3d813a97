"""A filling with drafts: what it came to so far, and what the workspace remembers of it, so that it can be taken up.

Each draft is kept as it comes; a run that ends early, however it ends, has lost nothing but the text it was at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.studio import Studio
from data.translate.batch import Job, run
from data.translate.chain import Chain, Draft
from data.translate.engines import ENGINES
from data.translate.pace import Cancelled
from data.workspace_file import Backing
from frameworks.labels import Sentence
from frameworks.localization.items import ContentError, Translation, locale_code
from frameworks.localization.memory import Suggestion

OFF, ALL = "off", ""
"""An engine that a language goes without though all have one; and the name under which all have theirs."""
_CHOICE, _OPEN = ".engines", ".drafting"
_AT_ONCE = 500
"""Drafts from this machine are kept so many at once; an engine's are kept one by one, they were waited for."""
_MOST_TOLD = 300


@dataclass
class Account:
    """What a run came to so far; the thread that fills it in is the only one to change it.

    locales:  asked for. sent: whether an engine was on. locale: the one at work.
    drafted:  number of texts by origin. lacking: by locale, the reasons with their numbers.
    problems: key, locale and reason of texts that an engine or the workspace refused, some hundreds at most.
    close:    drafts from texts of the memory that are alike, not the same, with their difference.
    halted:   why an engine was left alone. step: of the journal, to undo. over: whether it ran to its end.
    """

    locales: tuple[str, ...] = ()
    sent: bool = False
    locale: str = ""
    drafted: Counter[str] = field(default_factory=Counter)
    lacking: dict[str, Counter[Sentence]] = field(default_factory=dict)
    problems: list[tuple[str, str, Sentence]] = field(default_factory=list)
    close: list[tuple[str, str, Suggestion]] = field(default_factory=list)
    halted: Sentence | None = None
    step: int | None = None
    over: bool = False

    @property
    def waiting(self) -> int:
        """How many texts it found no draft for."""
        return sum(reasons.total() for reasons in self.lacking.values())

    def note(self, draft: Draft) -> None:
        """Count a draft, or why there is none."""
        self.locale = draft.locale
        if draft.translation is not None:
            self.drafted[draft.translation.origin] += 1
            if draft.taken is not None and draft.taken.difference and len(self.close) < _MOST_TOLD:
                self.close.append((draft.item.key, draft.locale, draft.taken))
        elif draft.waiting is not None:
            reasons = self.lacking.setdefault(draft.locale, Counter())
            reasons[next((one for one in reasons if str(one) == str(draft.waiting)), draft.waiting)] += 1
            if draft.fault:
                self.refuse(draft.item.key, draft.locale, draft.waiting)

    def refuse(self, key: str, locale: str, why: Sentence) -> None:
        """Note a text that came to nothing, and why."""
        if len(self.problems) < _MOST_TOLD:
            self.problems.append((key, locale, why))


def fill(
    studio: Studio, account: Account, chains: Mapping[str, Chain], jobs: Sequence[Job], *, by: str,
    progress: Callable[[int, int], None], cancelled: Cancelled,
) -> Account:  # fmt: skip
    """Draft the jobs, each by the chain of its locale, and keep what comes; return the account.

    What somebody has written meanwhile stays. Locales with one chain share what it learns of its engine.
    """
    made: list[Translation] = []
    done = 0
    progress(0, len(jobs))

    def keep() -> None:
        if made:
            outcome = studio.put_drafts(made, by=by, step=account.step)
            account.step = outcome.step or account.step
            for refused in outcome.refused:
                account.refuse(*refused)
            made.clear()

    def took(draft: Draft) -> None:
        account.note(draft)
        if draft.translation is not None:
            made.append(draft.translation)
            if draft.taken is None or len(made) >= _AT_ONCE:
                keep()

    for chain in {id(chain): chain for chain in chains.values()}.values():
        mine = [job for job in jobs if chains.get(job.locale) is chain]
        before = done

        def tell(count: int, _of: int, before: int = before) -> None:
            progress(before + count, len(jobs))

        try:
            summary = run(mine, chain, took, progress=tell, cancelled=cancelled)
        finally:
            keep()
        done += summary.done
        account.halted = account.halted or summary.halted
    account.over = done >= len(jobs)
    return account


@dataclass(frozen=True)
class Left:
    """A run that did not come to its end. sent: whether an engine was on; at: when it began (ISO 8601, UTC)."""

    locales: tuple[str, ...]
    sent: bool
    at: str = ""


@dataclass(frozen=True)
class Choice:
    """Which engines are switched on. engines: names by locale, ``ALL`` for every other; url: of one's own server."""

    engines: Mapping[str, str] = field(default_factory=dict)
    url: str = ""

    def engine(self, locale: str) -> str:
        """Return the engine that a locale goes to, empty for none."""
        name = self.engines.get(locale) or self.engines.get(ALL, "")
        return "" if name == OFF else name

    def set(self, locale: str, name: str) -> Choice:
        """Return the choice with another engine for a locale; an empty name takes it back."""
        rest = {code: held for code, held in self.engines.items() if code != locale}
        return Choice(rest | ({locale: name} if name else {}), self.url)


class Drafting:
    """What a workspace remembers of drafts: the engines switched on, and a run not ended. Keys never come here."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now = backing, now

    def choice(self) -> Choice:
        """Return which engines are switched on; none are until somebody does."""
        held = self._read(_CHOICE)
        engines = held.get("engines")
        sound = {
            str(code): name for code, name in (engines.items() if isinstance(engines, dict) else ())
            if name in ENGINES or (name == OFF and code != ALL)
        }  # fmt: skip
        return Choice(sound, str(held.get("url") or "")[:500])

    def choose(self, choice: Choice) -> None:
        """Keep which engines are switched on."""
        self._write(_CHOICE, {"engines": dict(choice.engines), "url": choice.url[:500]})

    def begin(self, locales: Iterable[str], *, sent: bool) -> None:
        """Note that a run begins; until ``end`` it counts as broken off."""
        self._write(_OPEN, {"locales": list(locales), "sent": sent, "at": self._now()})

    def end(self) -> None:
        """Note that a run came to its end, or that nobody wants the rest."""
        self._write(_OPEN, None)

    def left(self) -> Left | None:
        """Return the run that did not come to its end, None where all did."""
        held = self._read(_OPEN)
        locales = held.get("locales")
        sound = tuple(filter(None, map(_locale, locales if isinstance(locales, list) else ())))
        if not sound:
            return None
        return Left(sound, held.get("sent") is True, str(held.get("at") or "")[:40])

    def _read(self, key: str) -> dict[str, Any]:
        with self._backing.reading() as db:
            found = db.execute("SELECT value FROM settings WHERE key = ?", [key]).fetchone()
        try:
            held = json.loads(found[0]) if found else {}
        except ValueError:
            held = {}
        return held if isinstance(held, dict) else {}

    def _write(self, key: str, value: dict[str, Any] | None) -> None:
        with self._backing.writing() as db:
            if value is None:
                db.execute("DELETE FROM settings WHERE key = ?", [key])
            else:
                db["settings"].upsert({"key": key, "value": json.dumps(value)}, pk="key")


def _locale(code: object) -> str:
    try:
        return locale_code(str(code))
    except ContentError:
        return ""
