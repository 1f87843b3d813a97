"""Cohorts: customers by the month of their first order, followed month by month."""

from __future__ import annotations

import datetime as dt
import math
from html import escape
from typing import Any

import pandas as pd
import streamlit as st
from babel.dates import format_skeleton

from components import heat_table
from components.drawing import Drawing
from components.heat_table import Cell, Row
from components.theme import palette
from components.words import MISSING, N_, _, compact, locale, ngettext, number, percent

MEASURES = ("customers", "revenue", "margin")
NAMES = {"customers": N_("Customers kept"), "revenue": N_("Revenue"), "margin": N_("Margin")}
READINGS = {
    "customers": N_("Share of each month's new customers who bought again that many months later."),
    "revenue": N_("What a customer had brought in by then, first order included, refunds taken off."),
    "margin": N_("What a customer had left by then, first order included, after the costs you entered."),
}
FEW = 30
"""Below so many customers in a cohort one person more or less moves the figure too far to read."""


def month_name(month: dt.date) -> str:
    """Return a month as the visitor writes it, such as "Mar 2026"."""
    return format_skeleton("yMMM", month, locale=locale())


def figure(value: float, measure: str, currency: str) -> str:
    """Return a cell's value in its unit; a dash where it is missing."""
    if value is None or not math.isfinite(value):
        return MISSING
    if measure == "customers":
        return percent(value, 1 if 0 < round(value, 3) < 0.1 else 0)
    return compact(value if abs(value) >= 1000 else round(value), currency)


def first_column(measure: str) -> int:
    """Return the first month worth a column: in month 0 all customers are there by definition."""
    return 1 if measure == "customers" else 0


def table(cells: pd.DataFrame, measure: str, currency: str) -> None:
    """Draw the heat map.

    cells: one row a cohort and month since, with ``cohort`` (first day of the month), ``months`` (0 up), ``size``
    (customers in the cohort), ``n`` (of whom bought in that month), ``value`` (NaN where nothing can be said),
    ``mature`` (the month is over for the whole cohort); and, with ``cohort`` missing, the rows of all cohorts.
    """
    months = list(range(first_column(measure), int(cells["months"].max()) + 1))
    ends = _ends(cells, measure)
    rows = [
        _row(cohort, part, months, measure, currency, ends)
        for cohort, part in cells.groupby("cohort", sort=True, dropna=False)
    ]
    st.html(
        _key(ends, measure, currency, bool((cells["size"] < FEW).any()))
        + heat_table.table(
            rows, [_month_head(m, months[0]) for m in months], corner=_("First order"), narrow=True,
            label=_("{measure} by month of first order and months since").format(measure=_(NAMES[measure])),
        )
    )  # fmt: skip


def _month_head(month: int, first: int) -> str:
    return _("Month {number}").format(number=number(month, 0)) if month == first else number(month, 0)


def _ends(cells: pd.DataFrame, measure: str) -> tuple[float, float]:
    """Return the values that take the palest and the deepest tint; cohorts of a few do not set them.

    Shares begin at nothing. Money does not: what a customer brings moves little from month to month, and from
    nothing up all cells would look the same.
    """
    seen = cells["mature"] & cells["cohort"].notna() & (cells["months"] >= first_column(measure))
    trusted = cells.loc[seen & (cells["size"] >= FEW), "value"].dropna()
    if trusted.empty:
        return 0.0, 1.0
    low = 0.0 if measure == "customers" else float(trusted.min())
    return low, max(float(trusted.max()), low + 1e-9)


def _share(value: float, ends: tuple[float, float]) -> float:
    return min(max((value - ends[0]) / (ends[1] - ends[0]), 0.0), 1.0)


def _row(cohort: Any, part: pd.DataFrame, months: list[int], measure: str, currency: str, ends: tuple[float, float]) -> Row:
    total = pd.isna(cohort)
    by_month = part.set_index("months")
    size = int(part["size"].max())
    cells = tuple(
        _cell(by_month.loc[m] if m in by_month.index else None, m, cohort, measure, currency, ends) for m in months
    )
    aside = ngettext("{count} customer", "{count} customers", size).format(count=number(size, 0))
    return Row(_("All") if total else month_name(cohort), cells, aside, total)


def _cell(cell: pd.Series | None, month: int, cohort: Any, measure: str, currency: str, ends: tuple[float, float]) -> Cell:
    if cell is None or not cell["mature"]:
        return Cell(told="" if pd.isna(cohort) else _("This month is not over yet for this cohort."))
    if pd.isna(cell["value"]):
        return Cell(MISSING)
    few, total = cell["size"] < FEW, pd.isna(cohort)
    told = _("{count} of {size} customers bought again in month {month}.").format(
        count=number(cell["n"], 0), size=number(cell["size"], 0), month=number(month, 0)
    ) if month else _("{size} customers placed their first order.").format(size=number(cell["size"], 0))  # fmt: skip
    if few:
        told += " " + _("Too few to read much into it.")
    return Cell(
        figure(cell["value"], measure, currency), number(cell["n"], 0), None if total else _share(cell["value"], ends),
        faint=bool(few) and not total, told=told,
    )  # fmt: skip


def _key(ends: tuple[float, float], measure: str, currency: str, some_few: bool) -> str:
    ramp = "".join(f'<i style="background:{colour}"></i>' for colour in palette().sequential)
    parts = [
        f'<span>{escape(figure(ends[0], measure, currency))}<span class="lf-ht-ramp" aria-hidden="true">{ramp}</span>'
        f"{escape(figure(ends[1], measure, currency))}</span>",
        f"<span>{escape(_('Small: customers who bought that month'))}</span>",
        f"<span>{escape(_('Empty: not over yet'))}</span>",
    ]
    if some_few:
        text = _("Faint: a cohort of fewer than {count}").format(count=number(FEW, 0))
        parts.append(f'<span><span class="lf-ht-swatch" aria-hidden="true"></span><em>{escape(text)}</em></span>')
    return f'<div class="lf-ht-key">{"".join(parts)}</div>'


# --- for files ------------------------------------------------------------------------


def picture(cells: pd.DataFrame, measure: str, currency: str) -> Drawing:
    """Return the heat map as a chart for a picture, in the light scheme."""
    known = cells[cells["mature"] & cells["value"].notna() & (cells["months"] >= first_column(measure))]
    known = known[known["cohort"].notna()]
    colours, ends = palette("light"), _ends(cells, measure)
    tints = [heat_table.tint(_share(value, ends), colours) for value in known["value"]]
    few = known["size"].to_numpy() < FEW
    data = pd.DataFrame(
        {
            "row": [f"{month_name(c)} · {number(s, 0)}" for c, s in zip(known["cohort"], known["size"], strict=True)],
            "column": known["months"].to_numpy(int),
            "text": [figure(value, measure, currency) for value in known["value"]],
            "fill": [colours.panel if rare else ground for (ground, _ink), rare in zip(tints, few, strict=True)],
            "ink": [colours.muted if rare else ink for (_ground, ink), rare in zip(tints, few, strict=True)],
        }
    )
    return heat_table.picture(data, title=_(NAMES[measure]), corner=_("Months since the first order"))


def for_export(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the cells for a file; immature ones stay empty."""
    shown = cells.copy()
    shown["cohort"] = [_("All") if pd.isna(c) else c.isoformat()[:7] for c in shown["cohort"]]
    shown["value"] = shown["value"].where(shown["mature"])
    shown["n"] = shown["n"].where(shown["mature"])
    return shown
