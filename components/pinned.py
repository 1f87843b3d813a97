"""What a form was opened on, kept until it is saved or closed, so that a change by another window is noticed."""

from __future__ import annotations

from typing import TypeVar

import streamlit as st

Thing = TypeVar("Thing")


def pinned(key: str, thing: Thing, *, is_open: bool) -> Thing:
    """Return ``thing`` as it was when the form opened; forget it when the form is closed."""
    if not is_open:
        st.session_state.pop(f"lf_pin_{key}", None)
        return thing
    return st.session_state.setdefault(f"lf_pin_{key}", thing)


def release(key: str) -> None:
    """Forget what a form was opened on, once it is saved."""
    st.session_state.pop(f"lf_pin_{key}", None)
