"""The days of a market as a table, for the screen and for files, and what to prepare next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from components.ground_facts import source
from components.ground_facts import table as as_table
from components.words import _, date_text, list_text, source_text

_NEXT = 4


def coming(days: pd.DataFrame, today: dt.date) -> None:
    """Draw the next days to prepare for, those whose preparation should be under way first."""
    ahead = days[days["prepare_by"].notna() & pd.Series([start >= today for start in days["start"]], index=days.index)]
    if ahead.empty:
        return
    ahead = ahead.loc[ahead["prepare_by"].map(lambda day: day.toordinal()).sort_values(kind="stable").index]
    ahead = ahead.drop_duplicates("name").head(_NEXT)
    items = ""
    for row in ahead.itertuples():
        late = row.prepare_by < today
        told = _("should be under way since {day}") if late else _("prepare by {day}")
        about = "≈ " if not row.firm else ""
        items += (
            f'<li class="{"lf-gr-late" if late else ""}"><strong>{escape(_(row.name))}</strong>'
            f"{escape(about + date_text(row.start))}<br>{escape(told.format(day=date_text(row.prepare_by)))}</li>"
        )
    st.subheader(_("Prepare next"), anchor=False)
    st.html(f'<ul class="lf-gr-next">{items}</ul>')
    told = _("Lead times are a planning hint of ours, no published figures. ≈ marks days that are set or sighted each year.")
    st.caption(told)


def table(days: pd.DataFrame, kinds: Mapping[str, str]) -> None:
    """Draw all days. days: as from ``frameworks.calendar.calendar``. kinds: names of the kinds."""
    shown = for_export(days, kinds)
    st.dataframe(
        shown, hide_index=True, alt=_("All days with kind, lead time, source and year"),
        column_config={name: st.column_config.DateColumn() for name in (_("Start"), _("End"), _("Prepare by"))},
    )  # fmt: skip


def for_export(days: pd.DataFrame, kinds: Mapping[str, str]) -> pd.DataFrame:
    """Return the days with headings in the visitor's language, one row a day or span."""
    return pd.DataFrame(
        {
            _("Start"): days["start"],
            _("End"): days["end"],
            _("Name"): days["name"].map(_),
            _("Local name"): [own if own != name else "" for own, name in zip(days["local_name"], days["name"], strict=True)],
            _("Kind"): [_(kinds[kind]) for kind in days["kind"]],
            _("Day is"): [_("fixed") if firm else _("estimated") for firm in days["firm"]],
            _("Prepare by"): days["prepare_by"],
            _("Note"): [_(note) for note in days["note"]],
            _("Source"): [source_text(name) for name in days["source"]],
            _("Year of source"): days["year"],
            _("Checked"): [_("yes") if checked else _("no") for checked in days["checked"]],
        }
    )


def undated(rows: pd.DataFrame) -> None:
    """Draw the events without a date. rows: as from ``frameworks.calendar.undated``."""
    if rows.empty:
        return
    st.subheader(_("Not dated yet"), anchor=False)
    body = "".join(
        f'<tr><th scope="row">{escape(_(row.name))}</th><td>{escape(_(row.rule))}'
        f"{f' <small>{escape(_(row.note))}</small>' if row.note else ''}</td>"
        f'<td class="lf-num">{escape(list_text([str(year) for year in row.years]))}</td>'
        f"<td>{source(row.source, row.year, url=row.url, checked=row.checked)}</td></tr>"
        for row in rows.itertuples()
    )
    heads = "".join(
        f'<th scope="col">{escape(text)}</th>' for text in (_("Event"), _("Rule"), _("Without a date"), _("Source and year"))
    )
    st.html(as_table(heads, body, _("Not dated yet")))
