"""Scores that a team holds a licence for: the schema of the file, what is loaded, erasing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.words import _, date_text, market_name, ngettext, number
from frameworks.culture.trompenaars import DIMENSIONS


def intro() -> None:
    """Say what this is for and on what terms."""
    st.markdown(
        _(
            "Full scores on the seven dimensions belong to Trompenaars Hampden-Turner, and none are published. If your"
            " team holds a licence, load them here: they stay in your workspace, take the place of the chips on the"
            " Culture page, go before your team's own view, and count in the affinity like any other model."
        )
    )


def schema() -> None:
    """Draw the columns that a file needs."""
    rows = [
        ("iso3", _("country, three letters (ISO 3166-1 alpha-3)")),
        *((d.code, _("0 to 100; 100 = “{first}”, 0 = “{second}”; empty where unknown").format(
            first=_(d.first), second=_(d.second))) for d in DIMENSIONS),
        ("source", _("where the scores come from, at most 300 characters")),
        ("licence", _("on what terms you hold them, at most 300 characters")),
        ("date", _("of the scores, year-month-day")),
    ]  # fmt: skip
    with st.expander(_("Columns of the file"), icon=":material/view_column:"):
        lines = "".join(
            f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{escape(told)}</td></tr>' for name, told in rows
        )
        st.html(f'<div class="lf-scroll"><table class="lf-table"><tbody>{lines}</tbody></table></div>')
        st.caption(_("UTF-8, comma, semicolon or tab, a decimal point. A file is taken whole or not at all."))


def found(rows: Sequence[Any]) -> str:
    """Return what a file of scores holds."""
    told = ngettext("The file fits: scores of {count} country.", "The file fits: scores of {count} countries.", len(rows))
    return told.format(count=number(len(rows), 0))


def loaded(rows: Sequence[Any], drop: Callable[[str], object]) -> None:
    """Draw the licensed scores in use and ways to erase them.

    rows: with ``market``, ``scores``, ``source``, ``licence`` and ``day``. drop: erases a market's, "" for all.
    """
    if not rows:
        st.info(_("No licensed scores are loaded."), icon=":material/inbox:")
        return
    table = pd.DataFrame([
        {
            _("Country"): market_name(row.market),
            **{_(d.name): row.scores.get(d.code) for d in DIMENSIONS},
            _("Source"): row.source, _("Licence"): row.licence, _("Date"): date_text(row.day),
        }
        for row in rows
    ])  # fmt: skip
    st.dataframe(
        table, hide_index=True, alt=_("Licensed scores by country and dimension with source, licence and date"),
        column_config={_(d.name): st.column_config.NumberColumn(format="%.0f") for d in DIMENSIONS},
    )  # fmt: skip
    codes = [row.market for row in rows]
    chosen = st.selectbox(_("Scores of"), codes, format_func=market_name, key="licensed_market")
    with st.container(horizontal=True):
        st.button(_("Delete these scores"), icon=":material/delete:", on_click=drop, args=(chosen,), key="licensed_delete")
        if len(rows) > 1:
            st.button(
                _("Delete all licensed scores"), icon=":material/delete_sweep:", on_click=drop, args=("",),
                key="licensed_delete_all", type="tertiary",
            )  # fmt: skip
