"""A reviewer's session: where in the list, what is typed, what came of the last step. Nothing typed is ever lost.

What is typed lies in the session until it is saved or discarded, by key and locale, with the version of the
translation that was on screen when the typing began.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from components.studio_review import readable
from components.words import _, said
from data.studio import Filter, Overtaken, Studio
from frameworks.labels import Sentence

NAME, WHY, COMMENT = "rv_name", "rv_why", "rv_comment"
NO_FILTERS = {"rv_states": [], "rv_surfaces": [], "rv_search": "", "rv_found": False}
_WORK = "lf_review"


@dataclass
class Work:
    """A reviewer's session.

    place, key: of the text on screen. typed: unsaved texts; seen: the version each text was shown in.
    told:       what came of the last step: whether it failed, in words. steps: its numbers, to take back.
    judged:     place and key of the text that the last step left behind, to turn back to.
    edits:      how often the text area was asked for; editing: whether just now.
    spot:       the place in the text to be selected there, first letter and the one after the last.
    """

    place: int = 0
    key: str | None = None
    typed: dict[tuple[str, str], str] = field(default_factory=dict)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)
    told: tuple[bool, str] | None = None
    steps: tuple[int, ...] = ()
    judged: tuple[int, str] | None = None
    edits: int = 0
    editing: bool = False
    spot: tuple[int, int] | None = None


def work() -> Work:
    """Return the work of this session."""
    return st.session_state.setdefault(_WORK, Work())


def me() -> str:
    """Return the name of who reviews; empty until given."""
    return readable(st.session_state.get(NAME) or "")


def say(sentence: str, *, bad: bool = False, steps: Sequence[int | None] = ()) -> None:
    """Keep what came of a step to be shown, with the steps that may be taken back."""
    now = work()
    now.told, now.steps, now.judged = (bad, sentence), tuple(step for step in steps if step is not None), None


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


def look_at(spot: tuple[int, int] | None) -> None:
    """Ask for the text area, with a place in the text selected where one is given."""
    now = work()
    now.edits, now.editing, now.spot = now.edits + 1, True, spot


# --- where in the list ------------------------------------------------------------------------


def go(place: int, key: str | None) -> None:
    """Turn to a text."""
    now = work()
    now.place, now.key, now.told, now.steps = place, key, None, ()


def jump(studio: Studio, key: str, locale: str, spot: tuple[int, int] | None = None) -> None:
    """Turn to a text in a locale from elsewhere, with the list as a whole around it and a place in the text selected."""
    st.session_state.update({"view_part": "texts", "view_locale": locale, **NO_FILTERS})
    go(studio.place(key), key)
    look_at(spot)


def arrive(studio: Studio) -> None:
    """Turn to the text that the address names, once; call before anything is drawn."""
    key, locale = st.query_params.get("key"), st.query_params.get("locale", "")
    if key is None:
        return
    del st.query_params["key"]
    if locale in studio.locales() and studio.item(key) is not None:
        jump(studio, key, locale)


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
