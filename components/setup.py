"""The company's set-up: where it sells from, what it offers, whom it can serve."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import streamlit as st

from components import state
from components.words import _, language_name, market_name, said
from frameworks.scoring.scenario import Scenario, ScenarioError

TEXT_LENGTH = 200
CATEGORIES = 60


def form(scenario: Scenario, markets: Sequence[str], languages: Collection[str], spoken_at_home: Sequence[str]) -> None:
    """Draw the set-up; each field counts at once and is kept in the session.

    markets: codes of all markets. languages: codes that some market speaks.
    spoken_at_home: what counts as served while no language is named.
    """
    by_name = sorted(markets, key=market_name)
    left, right = st.columns(2, gap="medium")
    with left:
        _field(st.selectbox, "home", scenario.home, _("Home market"), by_name, format_func=_coded, help=_(
            "Where you sell from. Every market is seen from here."))
        _field(st.text_input, "product", scenario.product, _("What you sell"), max_chars=TEXT_LENGTH,
               placeholder=_("for example: botanical soap gift set"))
        _field(st.text_input, "category", scenario.category, _("Category"), max_chars=TEXT_LENGTH,
               placeholder=_("for example: beauty and personal care"))
    with right:
        names = sorted(languages, key=language_name)
        _field(
            st.multiselect, "languages", list(scenario.languages), _("Languages your team serves"), names,
            format_func=language_name, select_all=False,
            placeholder=_("None named: {languages} count").format(
                languages=", ".join(language_name(code) for code in spoken_at_home) or "–"
            ),
        )  # fmt: skip
        _field(st.multiselect, "current", list(scenario.current), _("Markets you already serve"), by_name,
               format_func=market_name, placeholder=_("None yet"), select_all=False)
        _field(st.multiselect, "candidates", list(scenario.candidates), _("Candidate markets"), by_name,
               format_func=market_name, placeholder=_("All markets of the world"), select_all=False)


def _coded(code: str) -> str:
    return f"{market_name(code)} ({code})"


def _field(widget: Any, name: str, value: Any, label: str, *args: Any, **kwargs: Any) -> None:
    key = f"in_{name}"
    st.session_state[key] = value

    def changed() -> None:
        new = st.session_state.get(key)
        try:
            state.change(**{name: tuple(new) if isinstance(new, list) else (new or "")})
        except (ScenarioError, TypeError) as error:
            state.say(said(error))

    widget(label, *args, key=key, on_change=changed, **kwargs)
