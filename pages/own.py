"""The team's own numbers for the pages on markets, without loading the warehouse where there are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data.workspace_file import default_folder


def demand(home: str) -> tuple[tuple[str, float], ...]:
    """Return own demand by market, see ``pages.storeroom``; empty where the team has no numbers."""
    if not _any():
        return ()
    from pages import storeroom

    return storeroom.demand(home)


def own_figures(market: str) -> tuple[Mapping[str, pd.DataFrame], str, tuple[dt.date, dt.date] | None]:
    """Return a market's own figures, see ``pages.storeroom``; none where the team has no numbers."""
    if not _any():
        return {}, "", None
    from pages import storeroom

    return storeroom.own_figures(market)


def _any() -> bool:
    """Say whether there are uploads, or a database of the team's own that the secrets name."""
    if any(default_folder().glob("kpi.duckdb*")):
        return True
    try:
        return st.secrets.get("warehouse") is not None
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True  # a file of secrets that cannot be read: the pages of numbers say so


def answering() -> tuple[dict[str, float], int | None, bool]:
    """Return hours to a first answer by market, the retention period in days, and whether the team has numbers."""
    if not _any():
        return {}, None, False
    from pages import storeroom

    return storeroom.answer_hours(), storeroom.retention(), True
