"""What filling in drafts takes: the engines and their secrets, what would leave, the run beside the page, what waits."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.studio_words import locale_name
from data.jobs import Jobs
from data.studio import Filter, Studio
from data.translate import ENGINES, Chain, Engine, Job, Leaving, TranslateError, engine, screened, what_is_sent
from data.translate.chain import PLURAL
from data.translate.drafting import Account, Choice, Drafting, fill
from frameworks.labels import N_, Sentence
from pages.desk import Desk

RUN = "drafts"
_LOOKING, _AT_ONCE = 2.0, 1.5
"""Seconds that a look at what is here already may take, and that the page waits for a run that sends nothing."""

_AT_HAND = N_("A draft is at hand; fill in drafts.")
_NOT_ASKED = N_("{engine} has not been asked yet.")
_NOT_LOOKED = N_(
    "Not tried yet: to keep this page quick, only the first {seen} of {count} were looked at. Press “Fill in drafts” to try all."
)


@dataclass(frozen=True)
class Asking:
    """A filling that waits for a yes: exactly these texts, through these engines, None where no engine is on."""

    locales: tuple[str, ...]
    jobs: tuple[Job, ...]
    engines: Mapping[str, Engine | None]
    leavings: tuple[Leaving, ...] = ()
    here: int = 0


def secrets() -> dict[str, str]:
    """Return the secrets of engines by name; none where there is no file of secrets."""
    names = {name for about in ENGINES.values() for name in (about.key, *about.extras) if name}
    try:
        return {name: str(st.secrets[name]) for name in names if name in st.secrets}
    except (OSError, ValueError):
        return {}


@dataclass(frozen=True)
class Filling:
    """Drafts for the texts of a workspace. by: who fills them in."""

    desk: Desk
    by: str

    @property
    def studio(self) -> Studio:
        """The texts of the workspace."""
        return self.desk.workspace.studio

    @property
    def drafting(self) -> Drafting:
        """Which engines are on, and what is left of a run that was broken off."""
        return self.desk.workspace.room(Drafting)

    @property
    def jobs(self) -> Jobs:
        """The work beside the page; a run is there as ``RUN``."""
        return self.desk.workspace.room(Jobs)

    def wrong(self, name: str, choice: Choice) -> TranslateError | None:
        """Return why an engine cannot be asked, None where it can."""
        try:
            engine(name, self.desk.reference, secrets=secrets(), url=choice.url)
        except TranslateError as error:
            return error
        return None

    def _engines(self, locales: Iterable[str]) -> dict[str, Engine | None]:
        """Return the engine of each locale, one for all that share it; raises TranslateError."""
        choice, known = self.drafting.choice(), secrets()
        made: dict[str, Engine | None] = {"": None}
        for locale in locales:
            name = choice.engine(locale)
            if name not in made:
                made[name] = engine(name, self.desk.reference, secrets=known, url=choice.url)
        return {locale: made[choice.engine(locale)] for locale in locales}

    def asking(self, locales: tuple[str, ...]) -> Asking:
        """Return what filling these languages in takes, and what of it would leave; raises TranslateError."""
        engines = self._engines(locales)
        jobs = [job for locale in locales for job in self._missing(locale)]
        terms, leavings, left = self.studio.glossary.all(), [], 0
        until = time.monotonic() + _LOOKING
        for made in {id(one): one for one in engines.values() if one is not None}.values():
            mine = [job for job in jobs if engines[job.locale] is made]
            rest = screened(self._chain(made), mine, lambda: time.monotonic() > until)
            leaving = what_is_sent(made, rest, terms, locale_name)
            left += len(rest)
            if leaving.texts:
                leavings.append(leaving)
        return Asking(locales, tuple(jobs), engines, tuple(leavings), len(jobs) - left)

    def start(self, asking: Asking, engines: Mapping[str, Engine | None]) -> bool:
        """Begin a run beside the page; False where one is at work.

        One that sends nothing is often over before the page is drawn.
        """
        if (held := self.jobs.state(RUN)) is not None and held.running:
            return False
        sent = bool(asking.leavings) and any(engines.values())
        chains = {id(one): self._chain(one) for one in engines.values()}
        account = Account(asking.locales, sent)
        studio, drafting, by = self.studio, self.drafting, self.by

        def work(progress, cancelled):  # type: ignore[no-untyped-def]
            drafting.begin(asking.locales, sent=sent)
            fill(studio, account, {locale: chains[id(one)] for locale, one in engines.items()}, asking.jobs, by=by,
                 progress=progress, cancelled=cancelled)  # fmt: skip
            if account.over and account.halted is None:
                drafting.end()
            return account

        run = self.jobs.start(RUN, work, account)
        if not sent:
            run.wait(_AT_ONCE)
        return True

    def _chain(self, one: Engine | None) -> Chain:
        return Chain(
            self.desk.reference, self.studio.memory, engine=one, cache=self.studio.answers,
            glossary=self.studio.glossary.all(),
        )  # fmt: skip

    def _missing(self, locale: str) -> Sequence[Job]:
        rows = self.studio.list(locale, Filter(states=("missing",)), limit=10**6).rows
        return [Job(row.item, locale) for row in rows]

    def reasons(self, missing: Mapping[str, int], choice: Choice) -> list[tuple[str, int, Mapping[Sentence, int]]]:
        """Return why texts of each language have no draft, and how many."""
        run = self.jobs.state(RUN)
        told = {(key, locale): why for key, locale, why in run.about.problems} if run and run.about else {}
        chain, rows = self._chain(None), []
        for locale, count in missing.items():
            reasons: Counter[str] = Counter()
            words: dict[str, Sentence] = {}
            name, until = choice.engine(locale), time.monotonic() + _LOOKING / len(missing)
            for job in self._missing(locale):
                draft = chain.here(job.item, locale)
                why = Sentence(_AT_HAND) if draft.waiting is None else draft.waiting
                if name and draft.waiting is not None and not draft.wordless:
                    asked = Sentence(_NOT_ASKED, engine=ENGINES[name].title)
                    why = Sentence(PLURAL) if job.item.plural else told.get((job.item.key, locale)) or asked
                words.setdefault(str(why), why)
                reasons[str(why)] += 1
                if time.monotonic() > until:
                    break
            if rest := count - reasons.total():
                words[_NOT_LOOKED] = Sentence(_NOT_LOOKED, seen=count - rest, count=count)
                reasons[_NOT_LOOKED] = rest
            rows.append((locale, count, {words[one]: times for one, times in reasons.items()}))
        return rows
