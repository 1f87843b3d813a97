"""Sliders that the page itself moves, as when one weight makes the others give way.

A browser that is still sending an older move reports the values the other sliders had before they
were pushed; taken for moves of the visitor they would undo what she just did.
"""

from __future__ import annotations

import time

import streamlit as st

_FORMER = "lf_pushed"
_SECONDS = 2.0


def show(key: str, value: float) -> None:
    """Set a slider that does not show ``value`` yet; one that does is left alone, someone may be moving it."""
    former = st.session_state.get(key)
    if former != value:
        if former is not None:
            st.session_state.setdefault(_FORMER, {})[key] = (former, time.monotonic() + _SECONDS)
        st.session_state[key] = value


def echoed(key: str) -> bool:
    """Say whether a slider only repeats the value it had before the page pushed it."""
    former, until = st.session_state.get(_FORMER, {}).get(key, (None, 0.0))
    return st.session_state.get(key) == former and time.monotonic() < until
