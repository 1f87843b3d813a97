"""Scenarios side by side: what was put in, who comes out on top."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.words import MISSING, _, language_name, list_text, market_name, number
from frameworks.scoring.criteria import BLOCK_NAMES, PRESET_NAMES
from frameworks.scoring.scenario import Scenario
from frameworks.weights import AFFINITY_BLOCKS, POTENTIAL_BLOCKS, PRESETS, by_block

TOP = 10


def inputs(scenarios: Mapping[str, Scenario]) -> None:
    """Draw a table of what differs in the inputs, one column a scenario."""
    rows = {
        _("Home market"): [market_name(s.home) for s in scenarios.values()],
        _("Languages"): [list_text([language_name(c) for c in s.languages]) or MISSING for s in scenarios.values()],
        _("Weights"): [_preset(s) for s in scenarios.values()],
    }
    for axis, blocks in (("affinity", AFFINITY_BLOCKS), ("potential", POTENTIAL_BLOCKS)):
        for block in blocks:
            rows[_(BLOCK_NAMES[block])] = [_share(s, axis, blocks, block) for s in scenarios.values()]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=list(scenarios))
    st.dataframe(table, alt=_("Inputs of the scenarios side by side"))


def rankings(frames: Mapping[str, pd.DataFrame]) -> None:
    """Draw the ranks of the leading markets in each scenario; a dash where a market is not ranked."""
    leading = dict.fromkeys(code for frame in frames.values() for code in frame.index[:TOP])
    table = pd.DataFrame({name: frame["rank"].reindex(list(leading)) for name, frame in frames.items()})
    table = table.loc[table.astype("Float64").mean(axis=1).sort_values().index]
    table.index = pd.Index([market_name(code) for code in table.index], name=_("Market"))
    st.dataframe(table, alt=_("Ranks of the leading markets in each scenario"), placeholder=MISSING)


def _preset(scenario: Scenario) -> str:
    named = next((name for name, preset in PRESETS.items() if preset == scenario.weights), None)
    return _(PRESET_NAMES[named].name) if named else _("Own weights")


def _share(scenario: Scenario, axis: str, blocks: Mapping[str, tuple[str, ...]], block: str) -> str:
    points = getattr(scenario.weights, axis)
    return f"{number(100 * by_block(points, blocks)[block] / sum(points.values()), 0)} %"
