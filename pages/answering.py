"""What the Dilemmas page does to the workspace: answers kept one by one, sheets opened, deleted and put back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components import dilemma_sheets, state, view
from components.words import ngettext, number, said
from data.placements import Gone, Licensed, Placements, Sheet, new_person
from frameworks.culture.dilemmas import Item
from frameworks.labels import Sentence
from pages.desk import Desk

PARAM = "me"
_ME, _NAME, _SEEN, _GONE = "lf_dl_me", "lf_dl_name", "lf_dl_seen", "lf_dl_gone"
_ERASED, _ERASED_SCORES = "lf_dl_erased", "lf_dl_erased_scores"
_PERSON = re.compile(r"[0-9a-f]{16}")


def room(desk: Desk) -> Placements:
    """Return the placements of the workspace."""
    return desk.workspace.room(Placements)


def person() -> str:
    """Return who is answering: whom the address names, so that a reload goes on, else a new person."""
    if _ME not in st.session_state:
        asked = st.query_params.get(PARAM, "")
        st.session_state[_ME] = asked if _PERSON.fullmatch(asked) else new_person()
    return st.session_state[_ME]


def name() -> str:
    """Return the name typed before the first answer."""
    return st.session_state.get(_NAME, "")


def next_person() -> None:
    """Begin an empty sheet; the one on show stays kept."""
    st.session_state[_ME] = new_person()
    for key in (_NAME, _GONE):
        st.session_state.pop(key, None)
    if PARAM in st.query_params:
        del st.query_params[PARAM]


def room_link(home: str, market: str) -> str:
    """Return the address of this page for others, without the person who is answering here."""
    base = (st.context.url or "/dilemmas").split("?")[0]
    return f"{base}?{urlencode({'home': home, 'market': market})}"


def seen(who: str, market: str, answered: bool) -> None:
    """Note that the person has seen answers of their own about the market."""
    marks = st.session_state.setdefault(_SEEN, set())
    if answered:
        marks.add((who, market))


def gone(who: str, market: str) -> bool:
    """Say whether the sheet on show was deleted elsewhere."""
    return st.session_state.get(_GONE) == (who, market)


def answer(kept: Placements, who: str, market: str, item: str, value: float | None) -> None:
    """Keep an answer; what goes wrong is said."""
    known = (who, market) in st.session_state.get(_SEEN, ())
    try:
        kept.answer(who, market, item, value, name=name(), seen=known)
    except Gone:
        st.session_state[_GONE] = (who, market)
        return
    except Sentence as error:
        st.toast(said(error), icon=":material/error:")
        return
    if value is None:
        st.session_state.get(_SEEN, set()).discard((who, market))
    if st.query_params.get(PARAM) != who:
        st.query_params[PARAM] = who


def keep_again(kept: Placements, who: str, market: str, questions: Sequence[Item]) -> None:
    """Keep what stands on the screen after the sheet was deleted elsewhere."""
    on_screen = {item.code: st.session_state.get(f"dl_{who}_{market}_{item.code}") for item in questions}
    _doing(lambda: kept.add([Sheet(who, market, name(), {code: v for code, v in on_screen.items() if v is not None})]))
    st.session_state.pop(_GONE, None)


def rename(kept: Placements, who: str, new: str) -> None:
    """Take another name for whoever is answering."""
    st.session_state[_NAME] = new
    _doing(lambda: kept.rename(who, new))


def open_sheet(sheet: Sheet, home: str) -> None:
    """Show a sheet to go on with it."""
    st.session_state[_ME] = sheet.person
    st.session_state.pop(_NAME, None)
    for key in [key for key in st.session_state if str(key).startswith((f"dl_{sheet.person}", f"dl_name_{sheet.person}"))]:
        del st.session_state[key]
    st.query_params[PARAM] = sheet.person
    view.choose("step", "answer")
    view.choose("about", "home" if sheet.market == home else "market")


def delete(kept: Placements, sheets: Sequence[Sheet]) -> None:
    """Erase sheets for good; this session remembers them for an undo."""
    erased = _doing(lambda: [kept.delete(sheet.person, sheet.market) for sheet in sheets])
    if erased:
        st.session_state[_ERASED] = erased
        for sheet in erased:
            for key in [key for key in st.session_state if str(key).startswith(f"dl_{sheet.person}_{sheet.market}")]:
                del st.session_state[key]
            st.session_state.get(_SEEN, set()).discard((sheet.person, sheet.market))


def offer_undo(kept: Placements) -> None:
    """Draw the way back after a deletion."""
    if erased := st.session_state.get(_ERASED):
        dilemma_sheets.undo(len(erased), lambda: _back(_ERASED, kept.add), "sheets")


def add(kept: Placements, sheets: Sequence[Sheet]) -> bool:
    """Add the sheets of a file and say how many were new."""
    done = _doing(lambda: kept.add(sheets))
    if not done:
        return False
    told = ngettext("{count} sheet added.", "{count} sheets added.", done[0]).format(count=number(done[0], 0))
    if done[1]:
        more = ngettext("{count} was here already and stays as it is.", "{count} were here already and stay as they are.", done[1])
        told += " " + more.format(count=number(done[1], 0))
    st.toast(told, icon=":material/check:")
    return True


def keep_licensed(kept: Placements, rows: Sequence[Licensed]) -> bool:
    """Keep the licensed scores of a file."""
    return _doing(lambda: kept.keep_licensed(rows) or True) is not None


def drop_licensed(kept: Placements, market: str) -> None:
    """Erase a market's licensed scores, or all, for good; this session remembers them for an undo."""
    erased = _doing(lambda: kept.drop_licensed(*([market] if market else [])))
    if erased:
        st.session_state[_ERASED_SCORES] = erased


def offer_undo_licensed(kept: Placements) -> None:
    """Draw the way back after licensed scores were erased."""
    if erased := st.session_state.get(_ERASED_SCORES):
        dilemma_sheets.undo(len(erased), lambda: _back(_ERASED_SCORES, kept.keep_licensed), "scores")


def _back(key: str, keep: Any) -> None:
    rows = st.session_state.pop(key, ())
    _doing(lambda: keep(rows))


def _doing(what: Any) -> Any:
    """Do something to the workspace; what goes wrong is said at the top of the page and None returned."""
    try:
        return what()
    except Sentence as error:
        state.say(said(error))
        return None
