"""Drafts on the Texts page: which engines are on, asking before anything leaves, the run beside the page, what waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from components import job, state, studio_engines
from components.sources import plain
from components.studio_words import locale_name
from components.words import _, list_text, said
from data.jobs import STOPPED
from data.jobs import Job as Run
from data.translate import ENGINES, Engine, TranslateError
from data.translate.drafting import Account, Choice
from frameworks.localization.states import Progress
from pages import texts_filling
from pages.desk import Desk
from pages.text_window import doing
from pages.texts_filling import RUN, Asking, Filling

_ASKING, _WHY = "lf_texts_asking", "lf_texts_why"
@dataclass(frozen=True)
class Drafts:
    """The part of the page that fills in drafts. standings: how far each locale is."""

    desk: Desk
    by: str
    standings: Mapping[str, Progress]

    @property
    def _filling(self) -> Filling:
        return Filling(self.desk, self.by)

    def draw(self, current: str) -> None:
        """Draw all of it. current: the locale shown."""
        choice, run = self._filling.drafting.choice(), self._filling.jobs.state(RUN)
        at_work = run is not None and run.running
        shown = {code: ENGINES[name].title for code, name in choice.engines.items() if name in ENGINES}
        studio_engines.links(shown)
        with st.expander(_("Network engines"), icon=":material/cloud_upload:", expanded=self._lacks_something(choice)):
            self._switches(choice, current, at_work)
        if at_work:
            job.watched([run], self._progress)
        elif (asked := st.session_state.get(_ASKING)) is not None:
            studio_engines.asking(asked.leavings, asked.here, partial(self._answer, True), partial(self._answer, False), drop)
        else:
            self._buttons(current)
            if run is not None and isinstance(run.about, Account):
                studio_engines.over(run.about, run.state == STOPPED, run.error, partial(self._filling.jobs.put_away, RUN))
            self._broken_off()
        self._waiting(choice)

    # --- engines --------------------------------------------------------------------------------

    def _switches(self, choice: Choice, current: str, locked: bool) -> None:
        studio_engines.switches(ENGINES, choice.engines, choice.url, current, locked, self._switch, self._at)
        known = texts_filling.secrets()
        for name in sorted({name for name in choice.engines.values() if name in ENGINES}):
            about = ENGINES[name]
            missing = [about.key] if about.key and not known.get(about.key, "").strip() else []
            studio_engines.key_wanted(about.title, missing, [extra for extra in about.extras if not known.get(extra)])
            if not missing and (wrong := self._filling.wrong(name, choice)):
                st.warning(plain(said(wrong)), icon=":material/link_off:")

    def _lacks_something(self, choice: Choice) -> bool:
        return any(self._filling.wrong(name, choice) for name in choice.engines.values() if name in ENGINES)

    def _switch(self, locale: str, name: str) -> None:
        doing(lambda: self._filling.drafting.choose(self._filling.drafting.choice().set(locale, name)))
        drop()

    def _at(self, url: str) -> None:
        doing(lambda: self._filling.drafting.choose(Choice(self._filling.drafting.choice().engines, url.strip())))
        drop()

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
            asking = self._filling.asking(locales)
        except TranslateError as error:
            state.say(plain(said(error)))
            return
        if asking.leavings:
            st.session_state[_ASKING] = asking
        else:
            self._start(asking, dict(asking.engines))

    def _answer(self, yes: bool) -> None:
        asking: Asking | None = st.session_state.pop(_ASKING, None)
        if asking is not None:
            self._start(asking, dict(asking.engines) if yes else dict.fromkeys(asking.locales))

    def _start(self, asking: Asking, engines: Mapping[str, Engine | None]) -> None:
        if not self._filling.start(asking, engines):
            state.say(_("Drafts are being filled in already; wait for them or cancel."))

    def _progress(self, run: Run) -> None:
        cancel = partial(self._filling.jobs.cancel, RUN)
        studio_engines.running(run.done, run.total, run.about, run.stopping, cancel)

    def _broken_off(self) -> None:
        """Draw what is left of a run that did not end: cancelled, halted by its engine, or killed with the server."""
        left = self._filling.drafting.left()
        if left is None:
            return
        locales = tuple(one for one in left.locales if one in self.standings and self.standings[one].states.get("missing"))
        if not locales:
            doing(self._filling.drafting.end)
            return
        count = sum(self.standings[one].states["missing"] for one in locales)
        told = _("A filling with drafts was broken off. Without a text: {count}, in {languages}.")
        names = list_text([locale_name(one) for one in locales])
        studio_engines.left(told.format(count=count, languages=names), partial(self._ask, locales), self._let_rest)

    def _let_rest(self) -> None:
        doing(self._filling.drafting.end)

    # --- what waits -------------------------------------------------------------------------------

    def _waiting(self, choice: Choice) -> None:
        """Draw how many texts have no draft in which language, and on demand why."""
        missing = {locale: one.states["missing"] for locale, one in self.standings.items() if one.states.get("missing")}
        if missing and st.toggle(_("Show what is waiting, and why"), key="texts_why"):
            mark = (self._filling.studio.steps(1), tuple(missing.items()), choice)
            run = self._filling.jobs.state(RUN)
            if (held := st.session_state.get(_WHY)) is None or held[0] != mark or (run and run.running):
                st.session_state[_WHY] = held = (mark, self._filling.reasons(missing, choice))
            studio_engines.waiting(held[1])


def drop() -> None:
    """Forget a filling that was asked about."""
    st.session_state.pop(_ASKING, None)
