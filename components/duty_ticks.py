"""A list to tick off: which duties of a market's law the team has seen to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.sources import plain
from components.words import _, date_text, number, said
from frameworks.rules.duties import dated


def show(
    rows: pd.DataFrame, met: Mapping[tuple[str, str], Any], topics: Mapping[str, str], market: str,
    tick: Callable[[str, str, bool], None],
) -> None:  # fmt: skip
    """Draw the duties with a box each. met: ``data.duties.Met`` by topic and law. tick: called with topic, law, and whether."""
    if rows.empty:
        return
    done = sum((row.topic, row.law) in met for row in rows.itertuples())
    title = _("What we have seen to: {done} of {total}").format(done=number(done, 0), total=number(len(rows), 0))
    with st.expander(title, icon=":material/checklist:", key=f"ground_ticks_{market}"):
        st.caption(_("Your own list: it feeds the readiness on the Market page and in the brief, and is no legal judgement."))
        for place, row in enumerate(rows.itertuples()):
            key, held = f"ground_tick_{market}_{place}_{row.law}", met.get((row.topic, row.law))
            st.session_state[key] = held is not None
            who = ", ".join(filter(None, (held.by, date_text(held.at)))) if held else ""
            label = f"{_(topics.get(row.topic, row.topic))}: {row.law}"
            st.checkbox(
                plain(f"{label} ({who})" if who else label), key=key, on_change=_changed, args=(key, row.topic, row.law, tick),
                help=plain(said(dated(row.duty, row.binds_from))),
            )  # fmt: skip


def _changed(key: str, topic: str, law: str, tick: Callable[[str, str, bool], None]) -> None:
    tick(topic, law, bool(st.session_state[key]))
