"""A chart as one cached specification and the data that fill it.

Building and checking a specification with Altair takes far longer than drawing it, so it is built
once for each shape, language and colour scheme; what moves from run to run is one frame of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

if TYPE_CHECKING:  # the first page does without Altair, which is slow to load
    import altair as alt

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
"""The version of Vega-Lite that Altair writes too."""


@dataclass(frozen=True)
class Drawing:
    """A Vega-Lite specification without data, and its rows."""

    spec: Mapping[str, Any]
    data: pd.DataFrame

    def to_dict(self) -> dict[str, Any]:
        """Return the specification with the rows inside, for a file."""
        rows = self.data.astype(object).where(self.data.notna(), None).to_dict("records")
        return {**self.spec, "data": {"values": rows}}

    def show(self, key: str, alt_text: str, picked: Callable[[], None] | None = None) -> None:
        """Draw it on the page; ``picked`` is called when a mark of the selection ``pick`` is clicked."""
        choice: dict[str, Any] = {"on_select": picked, "selection_mode": ["pick"]} if picked else {}
        st.vega_lite_chart(self.data, dict(self.spec), key=key, theme=None, alt=alt_text, **choice)


def specification(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """Return a chart's checked specification without its data."""
    return _without_rows(chart.to_dict(validate=False))  # the tests validate it


def _without_rows(part: Any) -> Any:
    """Drop every reference to the named data ``rows``, so that the chart's own data take their place."""
    if isinstance(part, dict):
        return {k: _without_rows(v) for k, v in part.items() if not (k == "data" and v == {"name": "rows"})}
    return [_without_rows(item) for item in part] if isinstance(part, list) else part
