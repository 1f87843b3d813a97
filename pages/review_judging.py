"""What a reviewer does to the text on screen: keep what is typed, save, judge, set findings aside."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.words import _, said
from data.studio import Filter, Outcome, Overtaken, Row, Studio
from pages.review_work import COMMENT, WHY, attempt, look_at, me, onward, say, work


@dataclass(frozen=True)
class Judging:
    """One text on screen and what may be done to it; each method answers a button."""

    studio: Studio
    locale: str
    narrow: Filter
    row: Row

    @property
    def pair(self) -> tuple[str, str]:
        """Key and locale."""
        return self.row.item.key, self.locale

    @property
    def field(self) -> str:
        """The session key of the text area."""
        return f"rv_text_{self.locale}_{self.row.item.key}"

    @property
    def held(self) -> str:
        """The text as it is saved."""
        return self.row.translation.text if self.row.translation else ""

    @property
    def overtaken(self) -> bool:
        """Whether someone else has saved another text since the typing began."""
        return self.pair in work().typed and work().seen[self.pair] != self.row.version

    def begin(self) -> None:
        """Put the right text into the area: what is typed, else what is saved; call before it is drawn."""
        now = work()
        if self.pair not in now.typed and now.seen.get(self.pair) != self.row.version:
            st.session_state[self.field] = self.held
            now.seen[self.pair] = self.row.version
        st.session_state.setdefault(self.field, now.typed.get(self.pair, self.held))

    def keep(self) -> None:
        """Keep what is typed."""
        text = st.session_state.get(self.field) or ""
        if text != self.held:
            work().typed[self.pair] = text
        else:
            work().typed.pop(self.pair, None)

    def take(self, text: str) -> None:
        """Put a suggestion into the area; it is saved only by the reviewer."""
        st.session_state[self.field] = text
        self.keep()

    def discard(self) -> None:
        """Forget what is typed and show what is saved."""
        work().typed.pop(self.pair, None)
        work().seen.pop(self.pair, None)

    def mine_after_all(self) -> None:
        """Go on with what is typed, on top of what someone else saved."""
        work().seen[self.pair] = self.row.version
        work().told = None

    def act(self, name: str) -> None:
        """Do what a button stands for."""
        if name in ("next", "previous"):
            work().told, work().steps = None, ()
            onward(self.studio, self.locale, self.narrow, 1 if name == "next" else -1)
        elif name == "edit":
            look_at(None)
        else:
            attempt({"save": self._save, "approve": self._approve, "needs_review": self._ask, "reject": self._reject}[name])

    def _written(self, state: str) -> Outcome:
        outcome = self.studio.write(*self.pair, work().typed[self.pair], by=me(), state=state, seen=work().seen[self.pair])
        self.discard()
        return outcome

    def _save(self) -> None:
        if self.pair not in work().typed:
            say(_("There is nothing new to save."))
            return
        blank = not work().typed[self.pair].strip()
        state = "draft" if self.row.state in ("missing", "draft") else "needs_review"
        outcome = self._written(state)
        say(_("The translation was removed.") if blank else _("Saved."), steps=(outcome.step,))

    def _moved(self, to: str, sentence: str, why: str = "") -> None:
        steps: list[int | None] = []
        seen, typed = work().seen.get(self.pair, 0), work().typed.get(self.pair)
        if typed is not None:
            steps.append(self._written("needs_review").step)
            current = self.studio.row(*self.pair)
            if current is None or current.translation is None or current.translation.text != typed:
                raise Overtaken("", current.translation if current else None)
            seen = current.version
        outcome = self.studio.move([self.pair], to, by=me(), why=why, seen={self.pair: seen})
        steps.append(outcome.step)
        if outcome.refused:
            why_not = outcome.refused[0][2]
            if isinstance(why_not, Overtaken):
                raise why_not
            say(said(why_not), bad=True, steps=steps)
            return
        judged = work().place, self.row.item.key
        if to != "needs_review":
            onward(self.studio, self.locale, self.narrow, 1)
        say(sentence.format(key=self.row.item.key), steps=steps)
        work().judged = judged

    def _approve(self) -> None:
        self._moved("approved", _("{key} was approved."))

    def _ask(self) -> None:
        self._moved("needs_review", _("{key} needs review."))

    def _reject(self) -> None:
        why = (st.session_state.get(WHY) or "").strip()
        if not why:
            say(_("Say why it is rejected, so that whoever translates can do better."), bad=True)
            return
        if self.pair in work().typed:
            say(_("Save or discard what you typed before you reject what is saved."), bad=True)
            return
        self._moved("rejected", _("{key} was rejected."), why)
        if work().told and not work().told[0]:
            st.session_state[WHY] = ""

    def ignore(self, check: str) -> None:
        """Set a finding aside with the reason given."""
        why = st.session_state.get(f"rv_aside_why_{check}") or ""
        attempt(lambda: self.studio.remarks.ignore(self.pair[0], check, why=why, by=me(), locale=self.locale))

    def heed(self, check: str) -> None:
        """Take a finding up again."""
        attempt(lambda: self.studio.remarks.heed(self.pair[0], check, locale=self.locale))

    def comment(self) -> None:
        """Keep the comment that was typed."""

        def kept() -> None:
            self.studio.remarks.comment(self.pair[0], st.session_state.get(COMMENT) or "", by=me(), locale=self.locale)
            st.session_state[COMMENT] = ""

        attempt(kept)

    def settle(self, number_of: int, resolved: bool) -> None:
        """Close a comment, or open it again."""
        attempt(lambda: self.studio.remarks.resolve(number_of, resolved=resolved))

    def restore(self, version: int) -> None:
        """Bring an earlier version back."""

        def brought() -> None:
            done = self.studio.restore(*self.pair, version, by=me(), seen=work().seen.get(self.pair, 0))
            say(_("The earlier text is back."), steps=(done.step,))

        attempt(brought)
