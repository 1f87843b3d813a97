"""The sheets of answers: who has answered what, going on with one, deleting for good with a way back, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components import sources_own
from components.words import _, date_text, market_name, ngettext, number

_ROUND = "lf_dilemma_round"
MEGABYTES = 1


def listing(sheets: Sequence[Any], questions: int) -> Any:
    """Draw the sheets and the choice of one; return it, None where there are none.

    sheets: with ``person``, ``market``, ``name``, ``answers`` and ``changed_at``. questions: how many there are.
    """
    if not sheets:
        st.info(_("There are no sheets of answers about these two yet."), icon=":material/inbox:")
        return None
    people = list(dict.fromkeys(one.person for one in sheets))
    who = [one.name or _nameless(people.index(one.person) + 1) for one in sheets]
    rows = pd.DataFrame(
        {
            _("Who"): who,
            _("About"): [market_name(one.market) for one in sheets],
            _("Answered"): [f"{number(len(one.answers), 0)}/{number(questions, 0)}" for one in sheets],
            _("Last"): [_day(one) for one in sheets],
        }
    )
    st.dataframe(rows, hide_index=True, alt=_("Sheets of answers: who, about which market, how many, when"))
    names = [f"{name} · {market_name(one.market)}" for name, one in zip(who, sheets, strict=True)]
    place = st.selectbox(_("One sheet"), range(len(sheets)), format_func=lambda at: names[at], key="dilemma_sheet")
    return sheets[place] if place is not None and place < len(sheets) else None


def _nameless(place: int) -> str:
    return _("Respondent {number}").format(number=number(place, 0))


def _day(sheet: Any) -> str:
    return date_text(sheet.changed_at.date().isoformat()) if sheet.changed_at else date_text(None)


def doings(go_on: Callable[[], object], delete: Callable[[], object], delete_all: Callable[[], object], count: int) -> None:
    """Draw what can be done with the chosen sheet, and deleting all of them."""
    with st.container(horizontal=True):
        st.button(_("Open and change"), icon=":material/edit:", on_click=go_on, key="dilemma_open")
        st.button(_("Delete this sheet"), icon=":material/delete:", on_click=delete, key="dilemma_delete")
        told = ngettext("Delete {count} sheet", "Delete all {count} sheets", count).format(count=number(count, 0))
        if count > 1:
            st.button(told, icon=":material/delete_sweep:", on_click=delete_all, key="dilemma_delete_all", type="tertiary")


def undo(count: int, back: Callable[[], object], key: str) -> None:
    """Say that something was erased for good and offer to put it back while this window is open."""
    told = ngettext("{count} entry was erased for good.", "{count} entries were erased for good.", count)
    with st.container(horizontal=True, vertical_alignment="center", key=f"undo_{key}"):
        st.caption(told.format(count=number(count, 0)), width="content")
        st.button(_("Undo"), icon=":material/undo:", on_click=back, key=f"{key}_undo", type="tertiary")


def upload(
    label: str, file: str, read: Callable[[bytes], Sequence[Any]], fits: Callable[[Sequence[Any]], str],
    keep: Callable[[Sequence[Any]], bool], button: str,
) -> None:  # fmt: skip
    """Draw the upload of a CSV file: its faults by line, or what is in it and a button to take it.

    file: short name for keys and files. read: raises a ValueError with ``problems``. fits: says what a good file
    holds. keep: takes it and returns whether that worked.
    """
    turn = st.session_state.get(f"{_ROUND}_{file}", 0)
    sent = st.file_uploader(label, type="csv", max_upload_size=MEGABYTES, key=f"upload_{file}_{turn}")
    if sent is None:
        return
    raw = sent.getvalue()
    try:
        rows = read(raw)
    except ValueError as error:
        sources_own.faults(file, error)
        return
    st.success(fits(rows), icon=":material/task_alt:")

    def take() -> None:
        if keep(rows):
            st.session_state[f"{_ROUND}_{file}"] = turn + 1

    st.button(button, type="primary", on_click=take, key=f"take_{file}_{turn}", icon=":material/check:")


def answers_found(sheets: Sequence[Any]) -> str:
    """Return what a file of answers holds."""
    told = ngettext("The file fits: {count} sheet of answers.", "The file fits: {count} sheets of answers.", len(sheets))
    markets = list(dict.fromkeys(market_name(one.market) for one in sheets))
    return told.format(count=number(len(sheets), 0)) + " " + ", ".join(markets[:8]) + ("…" if len(markets) > 8 else "")
