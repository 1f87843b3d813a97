"""How service does, side by side: one row a market or channel, one column a figure, the weak spots tinted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from components.heat_table import Cell, Row, table
from components.kpi_figures import figure
from components.words import _, number
from frameworks.kpi import Kpi
from frameworks.kpi.moves import base

THIN = 30
"""Figures on fewer rows are drawn faint: one more could turn them."""
_SCALE = {"share": 1.0, "points": 100.0, "stars": 4.0}
"""How far apart the best and the worst can be, for scores that are better the higher they are."""
_DARKEST = 0.75


def side_by_side(
    found: Mapping[str, pd.DataFrame], kpis: Mapping[str, Kpi], by: str, named: Callable[[str], str], currency: str, *,
    corner: str, label: str,
) -> str:  # fmt: skip
    """Return the table as markup.

    found:  each KPI's frame with a column ``by``, value, denominator and n. named: turns a market or channel into
    its name. corner: head of the names. label: what the table is, for screen readers.
    Cells are tinted by how far they are behind the average of the column, figures on few rows not at all.
    """
    counts = pd.concat([frame.set_index(by)["n"] for frame in found.values()], axis=1).max(axis=1)
    order = [key for key in counts.sort_values(ascending=False).index if isinstance(key, str)]
    columns = {name: _column(frame.set_index(by), kpis[name], currency) for name, frame in found.items()}
    rows = [Row(named(key), tuple(column.get(key, Cell()) for column in columns.values())) for key in order]
    return table(rows, [_(kpis[name].title) for name in found], corner=corner, label=label)


def _column(frame: pd.DataFrame, kpi: Kpi, currency: str) -> dict[str, Cell]:
    known = frame[frame["value"].notna()]
    counted = [base(kpi, row) for row in known.to_dict("records")]
    behind = _behind(kpi, known["value"], counted)
    return {
        str(key): Cell(figure(value, kpi.unit, currency), number(n, 0), share, n < THIN)
        for (key, value), n, share in zip(known["value"].items(), counted, behind, strict=True)
    }


def _behind(kpi: Kpi, values: pd.Series, counted: list[float]) -> list[float | None]:
    """How far each value is behind the average of all rows (0-1): of its scale for scores, else of that average.

    Held against the range of the column, a trifle would look like a breach. None: not behind, or on few rows.
    """
    sign = {"up": 1, "down": -1}.get(kpi.direction, 0)
    if not sign or not sum(counted):
        return [None] * len(values)
    average = sum(value * n for value, n in zip(values, counted, strict=True)) / sum(counted)
    scale = (_SCALE.get(kpi.unit) if sign > 0 else None) or abs(average) or 1.0
    shares = [min(sign * (average - value) / scale, 1.0) for value in values]
    return [_DARKEST * at if at > 0.005 and n >= THIN else None for at, n in zip(shares, counted, strict=True)]


def for_export(found: Mapping[str, pd.DataFrame], kpis: Mapping[str, Kpi], by: str) -> pd.DataFrame:
    """Return the same figures as one frame: ``by``, then value and number of rows of each KPI."""
    parts = [
        frame.set_index(by)[["value", "n"]].set_axis([_(kpis[name].title), f"n ({_(kpis[name].title)})"], axis=1)
        for name, frame in found.items()
    ]
    return pd.concat(parts, axis=1).rename_axis(by).reset_index()
