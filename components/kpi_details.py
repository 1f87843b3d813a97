"""What a tile opens: what the KPI means, how it is worked out, its SQL, the rows behind it, and what others reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import pandas as pd
import streamlit as st

from components import benchmark, kpi_figures, tile
from components.tile import Tile
from components.words import _, ngettext, number
from frameworks.kpi import Kpi
from frameworks.kpi.benchmarks import Benchmark

MOST_ROWS = 1000
"""How many rows are fetched to look at."""


def show(
    kpi: Kpi, shown: Tile, currency: str, *, periods: tuple[str, str], sql: str,
    rows: Callable[[], pd.DataFrame], csv: Callable[[], bytes], filename: str, benchmarks: Sequence[Benchmark] = (),
    plan: Sequence[tuple[str, str]] = (),
) -> None:  # fmt: skip
    """Draw the details of a KPI.

    periods: the period on show and the one compared with, in words. sql: as run. rows: fetches up to
    ``MOST_ROWS`` of the rows that count. csv: writes them, called when the file is asked for.
    plan: what the team planned and how far it is, names and texts.
    """
    st.html(_standing(shown, currency, periods))
    if plan:
        st.html(f'<p class="lf-card-title">{escape(_("Held against the plan"))}</p>{_pairs(plan)}')
    st.html(_facts(kpi))
    if benchmarks:
        st.html(f'<p class="lf-card-title">{escape(_("What others reach"))}</p>')
        st.html(benchmark.markup(benchmarks, shown.value, kpi.unit, currency))
        st.caption(_("The mark is your own figure. A benchmark is others' average, not a target."))
    if shown.missing:
        return
    as_file, as_run, as_rows = st.tabs([_("SQL"), _("SQL as run"), _("Rows")])
    with as_file:
        st.code(kpi.text, language="sql", wrap_lines=True)
    with as_run:
        st.code(sql, language="sql", wrap_lines=True)
    with as_rows:
        _rows(rows(), csv, filename, kpi.name)


def _standing(shown: Tile, currency: str, periods: tuple[str, str]) -> str:
    if shown.missing or shown.value is None:
        return tile.markup(shown, currency)
    former = ""
    if shown.before is not None:
        before = kpi_figures.figure(shown.before, shown.unit, currency)
        former = _("{value} in {period}").format(value=before, period=periods[1])
    return (
        f'<div class="lf-figure">{escape(kpi_figures.figure(shown.value, shown.unit, currency))}</div>'
        f'<p class="lf-muted">{escape(periods[0])} · {escape(tile.behind(shown.rows))}</p>'
        f'<p>{tile.moved(shown)} <span class="lf-muted">{escape(former)}</span></p>'
    )


def _facts(kpi: Kpi) -> str:
    wish = {"up": _("more is better"), "down": _("less is better")}.get(kpi.direction, "")
    rows = [
        (_("What it tells"), _(kpi.meaning)),
        (_("Formula"), _(kpi.formula)),
        (_("Direction"), wish),
        (_("Source"), _(kpi.source)),
    ]
    return _pairs(rows)


def _pairs(rows: Sequence[tuple[str, str]]) -> str:
    cells = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in rows if text)
    return f'<dl class="lf-definition">{cells}</dl>'


def _rows(found: pd.DataFrame, csv: Callable[[], bytes], filename: str, name: str) -> None:
    if found.empty:
        st.caption(_("No row counts in this period under these filters."))
        return
    told = ngettext("{count} row", "{count} rows", len(found)).format(count=number(len(found), 0))
    if len(found) >= MOST_ROWS:
        told = _("the first {count} rows").format(count=number(MOST_ROWS, 0))
    st.dataframe(found, key=f"rows_{name}", hide_index=True, height=320, alt=_("Rows behind the figure"))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(told, width="content")
        st.download_button(
            _("Rows CSV"), csv, file_name=filename, mime="text/csv", on_click="ignore", key=f"rows_csv_{name}",
            icon=":material/download:", type="tertiary",
        )  # fmt: skip
