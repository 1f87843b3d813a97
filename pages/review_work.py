"""What a reviewer does to a text: keep what is typed, save, judge, take back. Nothing typed is ever lost.

What is typed lies in the session until it is saved or discarded, by key and locale, with the version of the
translation that was on screen when the typing began.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from components.studio_review import readable
from components.words import _, ngettext, number, said
from data.studio import Filter, Outcome, Overtaken, Row, Studio
from frameworks.labels import Sentence
from frameworks.localization.checks import check_many
from frameworks.reference import Reference

MOST_AT_ONCE = 500
"""Texts that a bulk approval looks at; more take another go."""
NAME, WHY, COMMENT = "rv_name", "rv_why", "rv_comment"
_WORK = "lf_review"


@dataclass
class Work:
    """A reviewer's session.

    place, key: of the text on screen. typed: unsaved texts; seen: the version each text was shown in.
    told:       what came of the last step: whether it failed, in words. steps: its numbers, to take back.
    edits:      how often the text area was asked for; editing: whether just now.
    """

    place: int = 0
    key: str | None = None
    typed: dict[tuple[str, str], str] = field(default_factory=dict)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)
    told: tuple[bool, str] | None = None
    steps: tuple[int, ...] = ()
    edits: int = 0
    editing: bool = False


def work() -> Work:
    """Return the work of this session."""
    return st.session_state.setdefault(_WORK, Work())


def me() -> str:
    """Return the name of who reviews; empty until given."""
    return readable(st.session_state.get(NAME) or "")


def say(sentence: str, *, bad: bool = False, steps: Sequence[int | None] = ()) -> None:
    """Keep what came of a step to be shown, with the steps that may be taken back."""
    now = work()
    now.told, now.steps = (bad, sentence), tuple(step for step in steps if step is not None)


def attempt(what: Callable[[], None]) -> None:
    """Do something that needs a name; what goes wrong is said and nothing typed is lost."""
    if not me():
        say(_("Write your name first, so that others see who judged."), bad=True)
        return
    try:
        what()
    except Overtaken:
        say(_("Someone else changed this translation in the meantime. Theirs is shown below; nothing you typed is lost."),
            bad=True)  # fmt: skip
    except Sentence as error:
        say(said(error), bad=True)


# --- where in the list ------------------------------------------------------------------------


def go(place: int, key: str | None) -> None:
    """Turn to a text."""
    now = work()
    now.place, now.key, now.told, now.steps = place, key, None, ()


def first() -> None:
    """Turn to the first text of the list."""
    go(0, None)


def onward(studio: Studio, locale: str, narrow: Filter, by: int) -> None:
    """Turn to the next text of the list or the one before; what was judged may have left the list."""
    now, place = work(), work().place
    here = studio.list(locale, narrow, start=place, limit=1)
    still = bool(here.rows) and here.rows[0].item.key == now.key
    wanted = place + by if by < 0 or still else place
    wanted = min(max(0, wanted), max(0, here.total - 1))
    there = studio.list(locale, narrow, start=wanted, limit=1).rows
    now.place, now.key = wanted, there[0].item.key if there else None


# --- one text ---------------------------------------------------------------------------------


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
            work().edits, work().editing = work().edits + 1, True
        else:
            attempt({"save": self._save, "approve": self._approve, "needs_review": self._ask, "reject": self._reject}[name])

    def _written(self, state: str) -> Outcome:
        outcome = self.studio.write(*self.pair, work().typed[self.pair], by=me(), state=state, seen=work().seen[self.pair])
        self.discard()
        return outcome

    def _unchanged(self) -> None:
        """Raise Overtaken where what is to be judged is no longer what was on screen."""
        current = self.studio.row(*self.pair)
        if current is None or current.version != work().seen.get(self.pair, 0):
            raise Overtaken("", current.translation if current else None)

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
        if self.pair in work().typed:
            steps.append(self._written("needs_review").step)
        else:
            self._unchanged()
        outcome = self.studio.move([self.pair], to, by=me(), why=why)
        steps.append(outcome.step)
        if outcome.refused:
            say(said(outcome.refused[0][2]), bad=True, steps=steps)
            return
        if to != "needs_review":
            onward(self.studio, self.locale, self.narrow, 1)
        say(sentence.format(key=self.row.item.key), steps=steps)

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
            self._unchanged()
            say(_("The earlier text is back."), steps=(self.studio.restore(*self.pair, version, by=me()).step,))

        attempt(brought)


# --- many texts -------------------------------------------------------------------------------


def approve_shown(studio: Studio, locale: str, narrow: Filter, reference: Reference) -> None:
    """Approve what the list shows as drafts or waiting for review, where the checks find nothing.

    Checkout and legal texts, replies to complaints, stale texts and what someone has typed on wait for a look each.
    """

    def approved() -> None:
        shown = studio.list(locale, narrow, limit=MOST_AT_ONCE).rows
        typed = work().typed
        open_rows = [
            row for row in shown
            if row.state in ("draft", "needs_review") and row.translation and not row.item.high_impact
            and (row.item.key, locale) not in typed
        ]  # fmt: skip
        found = check_many(
            [(row.item, row.translation) for row in open_rows if row.translation],
            glossary=studio.glossary.all(locale), reference=reference,
        ).findings  # fmt: skip
        ignored = studio.remarks.ignored(locale)
        clean = [
            (row.item.key, locale) for row in open_rows
            if all((row.item.key, locale, "", one.check) in ignored for one in found.get((row.item.key, locale), ()))
        ]  # fmt: skip
        outcome = studio.move(clean, "approved", by=me())
        told = ngettext("{count} text was approved.", "{count} texts were approved.", outcome.done)
        left = len(open_rows) - len(clean)
        if left:
            told += " " + ngettext("{left} has findings and waits.", "{left} have findings and wait.", left)
        first()
        say(told.format(count=number(outcome.done, 0), left=number(left, 0)), steps=(outcome.step,))

    attempt(approved)


def take_back(studio: Studio) -> None:
    """Undo the last step of this session."""
    steps = work().steps

    def undone() -> None:
        left = sum(studio.undo(step, by=me())[1] for step in reversed(steps))
        told = _("Undone.")
        if left:
            told += " " + ngettext(
                "{count} text was left as it is: someone has worked on it since.",
                "{count} texts were left as they are: someone has worked on them since.", left,
            ).format(count=number(left, 0))  # fmt: skip
        say(told)

    attempt(undone)
