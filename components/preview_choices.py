"""What is chosen on the Preview page; every choice lives in the address and is looked at before it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components import view
from components.preview_view import frame_name, scene_name, spoken_name
from components.words import _, market_name

MOST = 4
"""Languages side by side."""
_LOCALES, _MARKETS = "locales", "markets"


def locales(offered: Sequence[str], usual: Sequence[str]) -> list[str]:
    """Draw the choice of languages and return one to four of them."""
    fresh = "view_" + _LOCALES not in st.session_state
    key = view.start_several(_LOCALES, offered)
    if fresh and not st.session_state[key]:
        st.session_state[key] = list(usual)
    st.session_state[key] = [code for code in st.session_state[key] if code in offered][:MOST]
    chosen = st.multiselect(
        _("Languages side by side"), offered, key=key, max_selections=MOST, format_func=spoken_name, persist_state="session",
        placeholder=_("Choose one to four"), select_all=False,
    )  # fmt: skip
    chosen = [code for code in chosen or [] if code in offered][:MOST]
    view.keep(_LOCALES, chosen)
    return chosen


def markets(chosen: Sequence[str], known: Sequence[str], usual: Callable[[str], str]) -> dict[str, str]:
    """Draw the market of each language and return it by language."""
    asked = _asked(st.query_params.get(_LOCALES, "").split("."), known)
    there: dict[str, str] = {}
    for column, code in zip(st.columns(len(chosen), gap="small", vertical_alignment="bottom"), chosen, strict=True):
        key = f"in_preview_market_{code}"
        if st.session_state.get(key) not in known:
            st.session_state[key] = asked.get(code, usual(code))
        picked = column.selectbox(
            _("Market for {language}").format(language=spoken_name(code)), known, key=key, format_func=market_name,
            persist_state="session",
        )  # fmt: skip
        there[code] = picked if picked in known else usual(code)
    view.keep(_MARKETS, list(there.values()), ".".join(map(usual, chosen)))
    return there


def _asked(codes: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    named = st.query_params.get(_MARKETS, "")[:200].upper().split(".")
    return {code: market for code, market in zip(codes, named, strict=False) if market in known}


def surface(kinds: Sequence[str]) -> str:
    """Draw the choice of what is looked at and return it."""
    return view.single(_("What to see"), "surface", kinds, kinds[0], names={kind: scene_name(kind) for kind in kinds})


def frame(frames: Mapping[str, Sequence[str]], kind: str) -> str:
    """Draw the choice of the frame and return it; a surface is looked at in frames of its own."""
    offered = frames[kind]
    key = view.start("frame", offered, offered[0])
    if st.session_state[key] not in offered:
        st.session_state[key] = offered[0]
    chosen = st.segmented_control(
        _("Frame"), offered, key=key, required=True, format_func=frame_name, persist_state="session"
    )
    chosen = chosen if chosen in offered else offered[0]
    view.keep("frame", chosen, offered[0])
    return chosen
