"""What each channel or market costs and is worth, as a table with intervals; the rule of three marked as a rule."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components import heat_table
from components.drawing import Drawing
from components.heat_table import Cell, Row
from components.kpi_figures import figure
from components.theme import palette
from components.words import N_, _, number
from frameworks.kpi import KPIS, Kpi

TARGET = 3.0
"""A customer should be worth three times what it cost to win: a rule of thumb, not a measured figure."""


COLUMNS = (
    "ad_spend", "new_customers", "customer_acquisition_cost", "return_on_ad_spend", "customer_lifetime_value", "ltv_to_cac",
    "payback_months",
)  # fmt: skip
"""KPIs of the table of costs and worth."""
HEAT = (
    "conversion_rate", "sessions", "orders", "revenue", "ad_spend", "customer_acquisition_cost", "return_on_ad_spend",
)  # fmt: skip
"""KPIs of the heat table of channels by markets."""
BEHIND = {"conversion_rate": N_("visits"), "customer_acquisition_cost": N_("new customers")}
"""What the small figure of a cell counts; rows where nothing is said."""
_RESTS = ("customer_acquisition_cost", "customer_lifetime_value", "ltv_to_cac", "payback_months")


def headline(ltv_to_cac: float | None) -> str:
    """Return in plain words whether customers have brought in what it took to win them; "" where nothing can be said."""
    if ltv_to_cac is None or not math.isfinite(ltv_to_cac):
        return ""
    times = figure(ltv_to_cac, "ratio")
    if ltv_to_cac >= TARGET:
        return _("The customers won have left {times} what it cost to win them, above the rule of thumb of {target}.").format(
            times=times, target=number(TARGET, 0)
        )
    return _(
        "So far the customers won have left {times} what it cost to win them; the rule of thumb asks for more than {target},"
        " over their whole life."
    ).format(times=times, target=number(TARGET, 0))


def table(frame: pd.DataFrame, names: Sequence[str], head: str, currency: str, *, few: int) -> None:
    """Draw the table.

    frame: one row a segment; for each of ``COLUMNS`` its value under its name (NaN where undefined) and, where there
    is an interval, ``<name>_low`` and ``<name>_high``. names: what to call the rows. few: new customers below which
    the figures that rest on them are drawn faint.
    """
    shown = [KPIS[name] for name in COLUMNS if name in frame and frame[name].notna().any()]
    rows = [
        Row(name, tuple(_cell(segment, kpi, currency, few) for kpi in shown), total=name == _("All"))
        for name, (_i, segment) in zip(names, frame.iterrows(), strict=True)
    ]
    label = _("Costs and worth: {head}").format(head=head)
    st.html(heat_table.table(rows, [_(kpi.title) for kpi in shown], corner=head, label=label))
    held = {kpi.name for kpi in shown}
    notes = [_("Small: 95 % interval.")] if "customer_acquisition_cost" in held else []
    if "ltv_to_cac" in held:
        notes.append(
            _("Over {target} is a rule of thumb of the trade, not a measured benchmark.").format(target=number(TARGET, 0))
        )
    if any(cell.faint for row in rows for cell in row.cells):
        notes.append(_("Faint: fewer than {count} new customers.").format(count=number(few, 0)))
    st.caption(" ".join(notes))


def _cell(segment: pd.Series, kpi: Kpi, currency: str, few: int) -> Cell:
    value = segment[kpi.name]
    low, high = (segment.get(f"{kpi.name}_{end}", float("nan")) for end in ("low", "high"))
    note = ""
    if pd.notna(value) and pd.notna(low) and pd.notna(high):
        note = f"{figure(low, kpi.unit, currency)} – {figure(high, kpi.unit, currency)}"
    tag = ""
    if kpi.name == "ltv_to_cac" and pd.notna(value):
        tag = (_("over {target}") if value >= TARGET else _("under {target}")).format(target=number(TARGET, 0))
    won = segment.get("new_customers", few)
    faint = kpi.name in _RESTS and pd.notna(value) and not won >= few
    return Cell(figure(value, kpi.unit, currency), note, faint=faint, tag=tag)


@dataclass(frozen=True)
class Grid:
    """A KPI by channel and market, ready to draw: names of rows and columns, and a cell for each pair that has a figure."""

    channels: tuple[str, ...]
    markets: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]


def grid(frame: pd.DataFrame, name: str, currency: str, naming: Callable[[str, object], str], few: int) -> Grid:
    """Return the grid.

    frame: one row a channel and market with ``channel``, ``market``, ``value`` (NaN where undefined), ``n`` and
    ``denominator``. naming: what to call a ``channel`` or ``market``. few: below so many behind it a cell is faint.
    """
    kpi = KPIS[name]
    known = frame[frame["value"].notna()].copy()
    known["n"] = known["denominator" if name in BEHIND else "n"].fillna(0).astype(float)
    for side in ("channel", "market"):
        known[side] = [naming(side, code) for code in known[side]]
    if kpi.unit == "count":
        few = 0  # a count is no estimate
    trusted = known.loc[known["n"] >= few, "value"]
    low, high = (min(float(trusted.min()), 0.0), float(trusted.max())) if len(trusted) else (0.0, 0.0)
    cells = {
        (row.channel, row.market): Cell(
            figure(row.value, kpi.unit, currency), "" if kpi.unit == "count" else number(row.n, 0),
            min(max((row.value - low) / (high - low), 0.0), 1.0) if high > low else 0.5, faint=row.n < few,
        )
        for row in known.itertuples()
    }  # fmt: skip
    order = {
        side: tuple(known.groupby(side)["n"].sum().sort_values(ascending=False, kind="stable").index)
        for side in ("channel", "market")
    }
    return Grid(order["channel"], order["market"], cells)


def heat(drawn: Grid, name: str, few: int) -> None:
    """Draw the grid as a tinted table."""
    rows = [Row(c, tuple(drawn.cells.get((c, m), Cell()) for m in drawn.markets)) for c in drawn.channels]
    label = _("{kpi} by channel and market").format(kpi=_(KPIS[name].title))
    st.html(heat_table.table(rows, drawn.markets, corner=_("Channel"), label=label))
    if KPIS[name].unit != "count":
        behind = _(BEHIND[name]) if name in BEHIND else _("rows")
        st.caption(
            _("Small: {behind} behind the figure. Faint: fewer than {count}. Empty: none.").format(
                behind=behind, count=number(few, 0)
            )
        )


def picture(drawn: Grid, name: str) -> Drawing:
    """Return the grid as a chart for a picture, in the light scheme."""
    colours = palette("light")
    rows = []
    for channel in drawn.channels:
        for market in drawn.markets:
            cell = drawn.cells.get((channel, market))
            if cell is not None:
                ground, ink = (colours.panel, colours.muted) if cell.faint else heat_table.tint(cell.share or 0.0, colours)
                rows.append({"row": channel, "column": market, "text": cell.text, "fill": ground, "ink": ink})
    data = pd.DataFrame(rows, columns=["row", "column", "text", "fill", "ink"])
    return heat_table.picture(data, title=_(KPIS[name].title), corner="", step=74)
