"""Drafts on the Texts page: which engines are on, asking before anything leaves, the run beside the page, what waits."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from components import state, studio_engines
from components.sources import plain
from components.studio_words import locale_name
from components.words import _, list_text, said, settle
from data.jobs import STOPPED, Jobs
from data.studio import Filter
from data.translate import ENGINES, Chain, Engine, Job, Leaving, TranslateError, engine, screened, what_is_sent
from data.translate.chain import PLURAL
from data.translate.drafting import Account, Choice, Drafting, fill
from frameworks.labels import N_, Sentence
from frameworks.localization.states import Progress
from pages.desk import Desk
from pages.text_window import doing

RUN = "drafts"
_ASKING, _WHY = "lf_texts_asking", "lf_texts_why"
_LOOKING, _AT_ONCE = 2.0, 1.5
"""Seconds that a look at what is here already may take, and that the page waits for a run that sends nothing."""

_AT_HAND = N_("A draft is at hand; fill in drafts.")
_NOT_ASKED = N_("{engine} has not been asked yet.")
_NOT_LOOKED = N_("Not looked at: there are many texts.")


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
class Drafts:
    """The part of the page that fills in drafts. standings: how far each locale is."""

    desk: Desk
    by: str
    standings: Mapping[str, Progress]

    @property
    def _studio(self):  # type: ignore[no-untyped-def]
        return self.desk.workspace.studio

    @property
    def _drafting(self) -> Drafting:
        return self.desk.workspace.room(Drafting)

    @property
    def _jobs(self) -> Jobs:
        return self.desk.workspace.room(Jobs)

    def draw(self, current: str) -> None:
        """Draw all of it. current: the locale shown."""
        choice, run = self._drafting.choice(), self._jobs.state(RUN)
        at_work = run is not None and run.running
        shown = {code: ENGINES[name].title for code, name in choice.engines.items() if name in ENGINES}
        studio_engines.links(shown)
        with st.expander(_("Network engines"), icon=":material/cloud_upload:", expanded=self._lacks_something(choice)):
            self._switches(choice, current, at_work)
        if at_work:
            st.fragment(self._progress, run_every=0.7)()
        elif (asked := st.session_state.get(_ASKING)) is not None:
            studio_engines.asking(asked.leavings, asked.here, partial(self._answer, True), partial(self._answer, False), drop)
        else:
            self._buttons(current)
            if run is not None and isinstance(run.about, Account):
                studio_engines.over(run.about, run.state == STOPPED, run.error, partial(self._jobs.put_away, RUN))
            self._broken_off()
        self._waiting(choice)

    # --- engines --------------------------------------------------------------------------------

    def _switches(self, choice: Choice, current: str, locked: bool) -> None:
        studio_engines.switches(ENGINES, choice.engines, choice.url, current, locked, self._switch, self._at)
        known = secrets()
        for name in sorted({name for name in choice.engines.values() if name in ENGINES}):
            about = ENGINES[name]
            missing = [about.key] if about.key and not known.get(about.key, "").strip() else []
            studio_engines.key_wanted(about.title, missing, [extra for extra in about.extras if not known.get(extra)])
            if not missing:
                try:
                    engine(name, self.desk.reference, secrets=known, url=choice.url)
                except TranslateError as error:
                    st.warning(plain(said(error)), icon=":material/link_off:")

    def _lacks_something(self, choice: Choice) -> bool:
        known = secrets()
        return any(
            bool(ENGINES[name].key and not known.get(ENGINES[name].key)) or (ENGINES[name].own_server and not choice.url)
            for name in choice.engines.values() if name in ENGINES
        )  # fmt: skip

    def _switch(self, locale: str, name: str) -> None:
        doing(lambda: self._drafting.choose(self._drafting.choice().set(locale, name)))
        drop()

    def _at(self, url: str) -> None:
        doing(lambda: self._drafting.choose(Choice(self._drafting.choice().engines, url.strip())))
        drop()

    def _engines(self, locales: Iterable[str]) -> dict[str, Engine | None]:
        """Return the engine of each locale, one for all that share it; raises TranslateError."""
        choice, known = self._drafting.choice(), secrets()
        made: dict[str, Engine | None] = {"": None}
        for locale in locales:
            name = choice.engine(locale)
            if name not in made:
                made[name] = engine(name, self.desk.reference, secrets=known, url=choice.url)
        return {locale: made[choice.engine(locale)] for locale in locales}

    # --- asking and running -----------------------------------------------------------------------

    def _buttons(self, current: str) -> None:
        lacking = [locale for locale, standing in self.standings.items() if standing.states.get("missing")]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                _("Fill in drafts: {language}").format(language=plain(locale_name(current))), key="texts_fill",
                icon=":material/edit_note:", disabled=current not in lacking, on_click=self._ask, args=((current,),),
            )  # fmt: skip
            if len(self.standings) > 1:
                st.button(
                    _("Fill in drafts: all languages"), key="texts_fill_all", icon=":material/edit_note:", disabled=not lacking,
                    on_click=self._ask, args=(tuple(lacking),),
                )  # fmt: skip

    def _ask(self, locales: tuple[str, ...]) -> None:
        """Look at what would leave, and ask; where nothing would, begin."""
        try:
            engines = self._engines(locales)
        except TranslateError as error:
            state.say(plain(said(error)))
            return
        jobs = [job for locale in locales for job in self._missing(locale)]
        terms, leavings, left = self._studio.glossary.all(), [], 0
        until = time.monotonic() + _LOOKING
        for made in {id(one): one for one in engines.values() if one is not None}.values():
            mine = [job for job in jobs if engines[job.locale] is made]
            rest = screened(self._chain(made), mine, lambda: time.monotonic() > until)
            leaving = what_is_sent(made, rest, terms, locale_name)
            left += len(rest)
            if leaving.texts:
                leavings.append(leaving)
        asking = Asking(locales, tuple(jobs), engines, tuple(leavings), len(jobs) - left)
        if leavings:
            st.session_state[_ASKING] = asking
        else:
            self._start(asking, dict(engines))

    def _answer(self, yes: bool) -> None:
        asking: Asking | None = st.session_state.pop(_ASKING, None)
        if asking is not None:
            self._start(asking, dict(asking.engines) if yes else dict.fromkeys(asking.locales))

    def _start(self, asking: Asking, engines: Mapping[str, Engine | None]) -> None:
        """Begin a run beside the page; one that sends nothing is often over before the page is drawn."""
        if (held := self._jobs.state(RUN)) is not None and held.running:
            state.say(_("Drafts are being filled in already; wait for them or cancel."))
            return
        sent = bool(asking.leavings) and any(engines.values())
        chains = {id(one): self._chain(one) for one in engines.values()}
        account = Account(asking.locales, sent)
        studio, drafting, by = self._studio, self._drafting, self.by

        def work(progress, cancelled):  # type: ignore[no-untyped-def]
            drafting.begin(asking.locales, sent=sent)
            fill(studio, account, {locale: chains[id(one)] for locale, one in engines.items()}, asking.jobs, by=by,
                 progress=progress, cancelled=cancelled)  # fmt: skip
            if account.over and account.halted is None:
                drafting.end()
            return account

        run = self._jobs.start(RUN, work, account)
        if not sent:
            run.wait(_AT_ONCE)

    def _chain(self, one: Engine | None) -> Chain:
        return Chain(
            self.desk.reference, self._studio.memory, engine=one, cache=self._studio.answers,
            glossary=self._studio.glossary.all(),
        )  # fmt: skip

    def _missing(self, locale: str) -> Sequence[Job]:
        rows = self._studio.list(locale, Filter(states=("missing",)), limit=10**6).rows
        return [Job(row.item, locale) for row in rows]

    def _progress(self) -> None:
        settle()
        run = self._jobs.state(RUN)
        if run is None or not run.running:
            st.rerun()
        studio_engines.running(run.done, run.total, run.about, run.stopping, partial(self._jobs.cancel, RUN))

    def _broken_off(self) -> None:
        """Draw what is left of a run that did not end: cancelled, halted by its engine, or killed with the server."""
        left = self._drafting.left()
        if left is None:
            return
        locales = tuple(one for one in left.locales if one in self.standings and self.standings[one].states.get("missing"))
        if not locales:
            doing(self._drafting.end)
            return
        count = sum(self.standings[one].states["missing"] for one in locales)
        told = _("A filling with drafts was broken off. Without a text: {count}, in {languages}.")
        names = list_text([locale_name(one) for one in locales])
        studio_engines.left(told.format(count=count, languages=names), partial(self._ask, locales), self._let_rest)

    def _let_rest(self) -> None:
        doing(self._drafting.end)

    # --- what waits -------------------------------------------------------------------------------

    def _waiting(self, choice: Choice) -> None:
        """Draw how many texts have no draft in which language, and on demand why."""
        missing = {locale: one.states["missing"] for locale, one in self.standings.items() if one.states.get("missing")}
        if missing and st.toggle(_("Show what is waiting, and why"), key="texts_why"):
            mark = (self._studio.steps(1), tuple(missing.items()), choice)
            run = self._jobs.state(RUN)
            if (held := st.session_state.get(_WHY)) is None or held[0] != mark or (run and run.running):
                st.session_state[_WHY] = held = (mark, self._reasons(missing, choice))
            studio_engines.waiting(held[1])

    def _reasons(self, missing: Mapping[str, int], choice: Choice) -> list[tuple[str, int, Mapping[Sentence, int]]]:
        run = self._jobs.state(RUN)
        told = {(key, locale): why for key, locale, why in run.about.problems} if run and run.about else {}
        until, chain, rows = time.monotonic() + _LOOKING, self._chain(None), []
        for locale, count in missing.items():
            reasons: Counter[str] = Counter()
            words: dict[str, Sentence] = {}
            name = choice.engine(locale)
            for job in self._missing(locale):
                if time.monotonic() > until:
                    break
                draft = chain.here(job.item, locale)
                why = Sentence(_AT_HAND) if draft.waiting is None else draft.waiting
                if name and draft.waiting is not None and not draft.wordless:
                    asked = Sentence(_NOT_ASKED, engine=ENGINES[name].title)
                    why = Sentence(PLURAL) if job.item.plural else told.get((job.item.key, locale)) or asked
                words.setdefault(str(why), why)
                reasons[str(why)] += 1
            if rest := count - reasons.total():
                words[_NOT_LOOKED] = Sentence(_NOT_LOOKED)
                reasons[_NOT_LOOKED] = rest
            rows.append((locale, count, {words[one]: times for one, times in reasons.items()}))
        return rows


def drop() -> None:
    """Forget a filling that was asked about."""
    st.session_state.pop(_ASKING, None)
