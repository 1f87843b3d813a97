"""What happened on a day: a popover to write it down and take it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

import streamlit as st

from components.words import _, date_text, market_name

MOST_SHOWN = 20
MAX_NOTE = 120
_PROBLEM = "lf_note_problem"


class Note(Protocol):
    """A note of the workspace."""

    id: int
    day: dt.date
    text: str
    market: str | None


def editor(
    notes: Sequence[Note], day: dt.date, markets: Sequence[str], added: Callable[[dt.date, str, str | None], str],
    dropped: Callable[[int], str],
) -> None:  # fmt: skip
    """Draw the popover. day: filled in first. added, dropped: keep or remove a note and return what went wrong or ""."""
    with st.popover(_("Notes"), icon=":material/edit_note:", key="lf-kpi-notes"):
        with st.form("kpi_note", clear_on_submit=True, border=False):
            st.date_input(_("Day"), value=day, format="YYYY-MM-DD", key="note_day")
            st.text_input(_("What happened"), max_chars=MAX_NOTE, key="note_text", placeholder=_("Free shipping began"))
            st.selectbox(
                _("Where"), ["", *markets], key="note_market",
                format_func=lambda code: market_name(code) if code else _("All markets"),
            )  # fmt: skip
            st.form_submit_button(
                _("Add the note"), key="note_add", icon=":material/add:", on_click=_add, args=(markets, added)
            )
        if problem := st.session_state.pop(_PROBLEM, ""):
            st.error(problem, icon=":material/report:")
        for note in sorted(notes, key=lambda note: note.day, reverse=True)[:MOST_SHOWN]:
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                st.text(f"{date_text(note.day)} · {told(note)}")
                st.button(
                    _("Remove"), key=f"note_drop_{note.id}", on_click=dropped, args=(note.id,), type="tertiary",
                    icon=":material/delete:",
                )  # fmt: skip


def _add(markets: Sequence[str], added: Callable[[dt.date, str, str | None], str]) -> None:
    day, text, place = (st.session_state.get(f"note_{name}") for name in ("day", "text", "market"))
    if isinstance(day, dt.date):
        st.session_state[_PROBLEM] = added(day, str(text or "")[:MAX_NOTE], place if place in markets else None)


def told(note: Note) -> str:
    """Return a note with its market in front, where it has one."""
    return f"{market_name(note.market)}: {note.text}" if note.market else note.text
