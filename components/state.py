"""What this visitor is working on: one scenario a session, mirrored in the address."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from components import link
from frameworks.scoring.scenario import Scenario

_SCENARIO = "lf_scenario"
_SAVED = "lf_saved"
_SAYINGS = "lf_sayings"


def begun() -> bool:
    """Say whether this session has a scenario yet."""
    return _SCENARIO in st.session_state


def begin(scenario: Scenario, known: link.Known, saved: tuple[Any, int] | None = None) -> None:
    """Start the session from ``scenario`` and what the address asks for.

    saved: id and revision under which the workspace keeps the scenario, None for a new one.
    """
    params = {name: st.query_params[name] for name in link.NAMES if name in st.query_params}
    asked, problems = link.decode(params, scenario, known)
    st.session_state[_SCENARIO] = asked
    st.session_state[_SAVED] = saved
    for problem in problems:
        say(problem)


def scenario() -> Scenario:
    """Return the scenario this session works on."""
    return st.session_state[_SCENARIO]


def change(**changes: Any) -> Scenario:
    """Replace parts of the scenario and return it."""
    st.session_state[_SCENARIO] = replace(scenario(), **changes)
    return scenario()


def take_up(new: Scenario, saved: tuple[Any, int] | None) -> None:
    """Work on another scenario from now on."""
    st.session_state[_SCENARIO] = new
    st.session_state[_SAVED] = saved
    for key in [key for key in st.session_state if str(key).startswith("in_") or key == "keep_name"]:
        del st.session_state[key]


def saved() -> tuple[Any, int] | None:
    """Return id and revision of the saved scenario this one came from, or None."""
    return st.session_state.get(_SAVED)


def mark_saved(identity: Any, revision: int) -> None:
    """Remember under which id and revision the scenario now lies in the workspace."""
    st.session_state[_SAVED] = (identity, revision)


def write_address() -> None:
    """Bring the address in line with the scenario, leaving other parameters alone."""
    wanted = link.encode(scenario())
    for name in link.NAMES:
        if name in wanted:
            if st.query_params.get(name) != wanted[name]:
                st.query_params[name] = wanted[name]
        elif name in st.query_params:
            del st.query_params[name]


def say(sentence: str) -> None:
    """Keep a sentence to show at the top of the next page drawn."""
    st.session_state.setdefault(_SAYINGS, []).append(sentence)


def show_sayings() -> None:
    """Show and forget what was kept to be said.

    The place is there also when nothing is said: else what stands below would move, and what is open in it close.
    """
    place = st.empty()
    if sentences := st.session_state.pop(_SAYINGS, []):
        with place.container():
            for sentence in sentences:
                st.warning(sentence, icon=":material/info:")
