"""Choices about the view that live in the address under their own, language-free names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

_PREFIX = "view_"


def start(name: str, options: Sequence[str], default: str | None) -> str:
    """Return the session key of a single choice, set from the address the first time."""
    key = _PREFIX + name
    if key not in st.session_state:
        asked = st.query_params.get(name)
        st.session_state[key] = asked if asked in options else default
    return key


def start_several(name: str, options: Sequence[str]) -> str:
    """Return the session key of a choice of several, set from the address the first time."""
    key = _PREFIX + name
    if key not in st.session_state:
        asked = st.query_params.get(name, "")[:4000].split(".")
        st.session_state[key] = [part for part in dict.fromkeys(asked) if part in options]
    return key


def choose(name: str, value: str) -> None:
    """Make a choice in the visitor's place, from a callback."""
    st.session_state[_PREFIX + name] = value


def keep(name: str, value: str | Sequence[str] | None, default: str | None = None) -> None:
    """Write a choice into the address; the default stays out of it."""
    text = value if isinstance(value, str) or value is None else ".".join(value)
    if text and text != default:
        if st.query_params.get(name) != text:
            st.query_params[name] = text
    elif name in st.query_params:
        del st.query_params[name]


def single(
    label: str, name: str, options: Sequence[str], default: str, *, names: dict[str, str], collapsed: bool = False
) -> str:
    """Draw a segmented control whose choice lives in the address and return the choice."""
    key = start(name, options, default)
    chosen = st.segmented_control(
        label, options, key=key, required=True, format_func=lambda option: names[option], persist_state="session",
        label_visibility="collapsed" if collapsed else "visible",
    )  # fmt: skip
    chosen = chosen if chosen in options else default
    keep(name, chosen, default)
    return chosen


def several(label: str, name: str, options: Sequence[str], *, names: dict[str, str]) -> list[str]:
    """Draw pills whose choice lives in the address and return the choice; none means all."""
    key = start_several(name, options)
    chosen = st.pills(
        label, options, key=key, selection_mode="multi", format_func=lambda option: names[option], persist_state="session"
    )
    chosen = [option for option in chosen or [] if option in options]
    keep(name, chosen)
    return chosen


def choice(label: str, name: str, options: Sequence[str], *, names: dict[str, str], width: int = 260) -> str:
    """Draw a menu whose choice lives in the address and return the choice; the first option is the default."""
    key = start(name, options, options[0])
    if st.session_state[key] not in options:
        st.session_state[key] = options[0]
    chosen = st.selectbox(
        label, options, key=key, format_func=lambda option: names[option], persist_state="session",
        label_visibility="collapsed", width=width,
    )  # fmt: skip
    chosen = chosen if chosen in options else options[0]
    keep(name, chosen, options[0])
    return chosen
