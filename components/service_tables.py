"""How service does, side by side: one row a market or channel, one column a figure, the weak spots tinted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from components.heat_table import Cell, Row, table
from components.kpi_figures import figure
from components.tile import behind
from components.words import _
from frameworks.kpi import Kpi

THIN = 30
"""Figures on fewer rows are drawn faint: one more could turn them."""


def side_by_side(
    found: Mapping[str, pd.DataFrame], kpis: Mapping[str, Kpi], by: str, named: Callable[[str], str], currency: str, corner: str
) -> str:  # fmt: skip
    """Return the table as markup.

    found:  each KPI's frame with a column ``by``, value and n. named: turns a market or channel into its name.
    Cells are tinted from the best of the column (none) to the weakest (full), figures on few rows not at all.
    """
    counts = pd.concat([frame.set_index(by)["n"] for frame in found.values()], axis=1).max(axis=1)
    order = [key for key in counts.sort_values(ascending=False).index if isinstance(key, str)]
    columns = {name: _column(frame.set_index(by), kpis[name], currency) for name, frame in found.items()}
    rows = [Row(named(key), tuple(column.get(key, Cell()) for column in columns.values())) for key in order]
    return table(rows, [_(kpis[name].title) for name in found], corner=corner, label=corner)


def _column(frame: pd.DataFrame, kpi: Kpi, currency: str) -> dict[str, Cell]:
    known = frame[frame["value"].notna()]
    firm = known.loc[known["n"] >= THIN, "value"]
    low, high = (firm.min(), firm.max()) if len(firm) > 1 else (0.0, 0.0)
    cells = {}
    for key, row in known.iterrows():
        thin = row["n"] < THIN
        share = None
        if high > low and not thin and kpi.direction in ("up", "down"):
            at = (row["value"] - low) / (high - low)
            share = 0.75 * (at if kpi.direction == "down" else 1 - at)
        note = behind(int(row["n"]))
        cells[str(key)] = Cell(figure(row["value"], kpi.unit, currency), note, share, thin)
    return cells


def for_export(found: Mapping[str, pd.DataFrame], kpis: Mapping[str, Kpi], by: str) -> pd.DataFrame:
    """Return the same figures as one frame: ``by``, then value and number of rows of each KPI."""
    parts = [
        frame.set_index(by)[["value", "n"]].set_axis([_(kpis[name].title), f"n ({_(kpis[name].title)})"], axis=1)
        for name, frame in found.items()
    ]
    return pd.concat(parts, axis=1).rename_axis(by).reset_index()
