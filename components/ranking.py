"""The ranking as a table: rank with its band, both scores, quadrant, confidence."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.matrix import rank_text
from components.theme import palette
from components.words import _, market_name, number, tenths
from frameworks.scoring.matrix import NAMES


def table(frame: pd.DataFrame, shortlist: tuple[str, ...], *, key: str) -> list[str]:
    """Draw the ranking of ``frame`` and return the codes of the rows that are selected."""
    named = {quadrant: _(name) for quadrant, name in NAMES.items()}
    shown = pd.DataFrame(
        {
            "rank": [rank_text(*row) for row in frame[["rank", "rank_low", "rank_high"]].to_numpy()],
            "market": [("★ " if code in shortlist else "") + market_name(code) for code in frame.index],
            "overall": frame["overall"].round(1).to_numpy(),
            "affinity": frame["affinity"].round(1).to_numpy(),
            "near": [_band(low, high) for low, high in frame[["affinity_low", "affinity_high"]].to_numpy()],
            "potential": frame["potential"].round(1).to_numpy(),
            "rich": [_band(low, high) for low, high in frame[["potential_low", "potential_high"]].to_numpy()],
            "quadrant": [named[name] for name in frame["quadrant"]],
            "confidence": frame["affinity_confidence"].to_numpy(),
            "coverage": 100 * frame["coverage"].to_numpy(),
            "top": 100 * frame["p_top3"].to_numpy(),
        },
        index=frame.index,
    )
    tall = min(430, 40 + 35 * max(len(shown), 1))
    state = st.dataframe(
        shown, key=key, hide_index=True, height=tall, on_select="rerun", selection_mode="multi-row",
        column_config=columns(), alt=_("Ranking of markets with rank bands, scores, quadrant and confidence"),
        placeholder="–",  # words: ok
    )  # fmt: skip
    rows: list[int] = state["selection"]["rows"] if state else []
    return [frame.index[row] for row in rows if 0 <= row < len(frame)]


def columns() -> dict[str, Any]:
    """Return how the columns look."""
    bar = {"min_value": 0, "max_value": 100, "format": tenths(), "color": palette().good}
    return {
        "rank": st.column_config.TextColumn(_("Rank"), pinned=True, help=_("Rank, and the ranks of 5 to 95 % of the draws")),
        "market": st.column_config.TextColumn(_("Market"), pinned=True),
        "overall": st.column_config.NumberColumn(_("Overall"), format=tenths(), help=_("Affinity and potential by balance")),
        "affinity": st.column_config.ProgressColumn(_("Affinity"), **bar),
        "near": st.column_config.TextColumn(_("Affinity band")),
        "potential": st.column_config.ProgressColumn(_("Potential"), **bar),
        "rich": st.column_config.TextColumn(_("Potential band")),
        "quadrant": st.column_config.TextColumn(_("Quadrant")),
        "confidence": st.column_config.TextColumn(_("Confidence"), help=_("A is best, D means no culture model at all")),
        "coverage": st.column_config.NumberColumn(_("Coverage"), format="%.0f %%", help=_("Share of the indicators known")),
        "top": st.column_config.NumberColumn(_("In top 3"), format="%.0f %%", help=_("Share of draws")),
    }  # fmt: skip


def for_export(frame: pd.DataFrame) -> pd.DataFrame:
    """Return ``frame`` with the market's name in front, for a file."""
    named = frame.copy()
    named.insert(0, "market", [market_name(code) for code in frame.index])
    named.index.name = "iso3"
    return named.reset_index()


def _band(low: float, high: float) -> str:
    return "–" if pd.isna(low) else f"{number(low, 0)} – {number(high, 0)}"
