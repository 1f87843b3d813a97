"""A market's own figures from the team's uploads, beside those of all its markets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from components.kpi_figures import figure
from components.period import Period
from components.words import _, market_name, number
from frameworks.kpi import KPIS


def show(
    found: Mapping[str, pd.DataFrame], currency: str, days: tuple[dt.date, dt.date] | None, market: str
) -> None:  # fmt: skip
    """Draw the figures as a table; say what to upload where there are none.

    found: KPI name to value and n (what it counts) by market ("" for all markets together). days: first and last day they count.
    """
    st.subheader(_("Your own numbers"), anchor=False)
    if not found:
        told = (
            _("Your uploads say nothing about {market} yet.").format(market=market_name(market))
            if days
            else _("Upload your exports on the page Import, and your own figures for this market stand here.")
        )
        st.caption(told)
        return
    head = "".join(
        f'<th scope="col">{escape(text)}</th>'
        for text in (_("Figure"), market_name(market), _("All your markets"), "n")
    )
    rows = "".join(_row(name, rows, market, currency) for name, rows in found.items())
    st.html(
        f'<div class="lf-scroll" tabindex="0" role="region" aria-label="{escape(_("Your own numbers"))}">'
        f'<table class="lf-table lf-own"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )
    st.caption(_("From your uploads, {days}. n: what the market's figure counts.").format(days=Period(*days).text))


def for_export(found: Mapping[str, pd.DataFrame], market: str) -> pd.DataFrame:
    """Return the same figures in full: name, unit, the market's value, that of all markets, and n."""
    rows = [
        {
            _("Figure"): _(KPIS[name].title), _("Unit"): KPIS[name].unit, market: rows.at[market, "value"],
            _("All your markets"): rows.at["", "value"], "n": rows.at[market, "n"],
        }
        for name, rows in found.items()
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _row(name: str, rows: pd.DataFrame, market: str, currency: str) -> str:
    kpi = KPIS[name]
    here, everywhere = rows.loc[market], rows.loc[""]
    cells = [figure(each["value"], kpi.unit, currency) for each in (here, everywhere)]
    values = "".join(f'<td class="lf-num">{escape(text)}</td>' for text in cells)
    return (
        f'<tr><th scope="row">{escape(_(kpi.title))}</th>{values}'
        f'<td class="lf-num lf-muted">{escape(number(here["n"], 0))}</td></tr>'
    )
