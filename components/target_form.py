"""Forms for targets: one entered by hand, and some of the list changed or taken out."""

from __future__ import annotations

import calendar
import datetime as dt
import zlib
from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from components import target_words as told
from components.kpi_figures import figure
from components.sources import plain
from components.target_list import Row, state
from components.words import _, ngettext, number
from frameworks.kpi import KPIS
from frameworks.kpi.targets import Target

MOST = 12
"""Targets whose figures can be changed at once."""
OWN = "own"
_PROBLEM, _CHANGE_PROBLEM = "lf_target_problem", "lf_target_change_problem"


def periods(today: dt.date) -> dict[str, tuple[dt.date, dt.date]]:
    """Return the periods on offer, by a name of their own: this year and quarter and month and those around them."""
    starts = [(today.year + step, 1, 12) for step in (0, 1)]
    for length, steps in ((3, range(-1, 4)), (1, range(-1, 6))):
        now = (today.year * 12 + today.month - 1) // length
        starts += [(*_month((now + step) * length), length) for step in steps]
    return {f"{year}-{month}-{length}": stretch(year, month, length) for year, month, length in starts}


def stretch(year: int, month: int, length: int) -> tuple[dt.date, dt.date]:
    """Return the first and last day of ``length`` months from the first of a month on."""
    last_year, last_month = _month(year * 12 + month - 1 + length - 1)
    return dt.date(year, month, 1), dt.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def _month(count: int) -> tuple[int, int]:
    return count // 12, count % 12 + 1


def enter(
    kpis: Sequence[str], markets: Sequence[str], currencies: Sequence[str], today: dt.date, keep: Callable[[Target], str]
) -> None:  # fmt: skip
    """Draw the fields for one target.

    kpis: those that can have one. markets: on offer, the team's own first. currencies: for money, likewise.
    keep: keeps it and returns what went wrong, or "". What was typed stays until it is kept.
    """
    offered = periods(today)
    for key, options in (("kpi", kpis), ("market", ("", *markets)), ("period", (*offered, OWN)), ("currency", currencies)):
        if st.session_state.get(f"target_{key}", options[0]) not in options:  # a session outlives a year, and its data
            del st.session_state[f"target_{key}"]
    with st.grid(3, min_column_width=210, gap="small", key="lf-target-enter"):
        kpi = st.selectbox(
            _("Figure"), kpis, key="target_kpi", format_func=lambda name: _(KPIS[name].title), persist_state="session"
        )
        st.selectbox(
            _("Market"), ("", *markets), key="target_market", format_func=lambda code: told.where(code or None),
            persist_state="session",
        )  # fmt: skip
        chosen = st.selectbox(
            _("Period"), (*offered, OWN), key="target_period", persist_state="session",
            format_func=lambda name: told.period_name(*offered[name]) if name in offered else _("Other days"),
        )  # fmt: skip
        if chosen == OWN:
            st.date_input(_("First day"), key="target_first", value=None, format="YYYY-MM-DD", persist_state="session",
                          min_value=dt.date(2000, 1, 1), max_value=dt.date(2100, 12, 31))  # fmt: skip
            st.date_input(_("Last day"), key="target_last", value=None, format="YYYY-MM-DD", persist_state="session",
                          min_value=dt.date(2000, 1, 1), max_value=dt.date(2100, 12, 31))  # fmt: skip
        money = KPIS[kpi].unit == "money"
        unit = "" if money else told.entry_unit(kpi)
        st.number_input(
            _("Target ({unit})").format(unit=unit) if unit else _("Target"), value=None, key="target_value",
            help=_(KPIS[kpi].meaning), placeholder=_("not entered"), persist_state="session", step=1.0,
        )  # fmt: skip
        if money:
            st.selectbox(_("Money is in"), currencies, key="target_currency", persist_state="session")
    if problem := st.session_state.pop(_PROBLEM, ""):
        st.error(plain(problem), icon=":material/report:")
    st.button(
        _("Keep this target"), key="target_keep", type="primary", icon=":material/flag:", on_click=_entered,
        args=(offered, keep),
    )  # fmt: skip


def _entered(offered: dict[str, tuple[dt.date, dt.date]], keep: Callable[[Target], str]) -> None:
    """Keep what the fields hold; the figure is emptied once it is kept, the rest stays for the next one."""
    held = st.session_state
    kpi, value, chosen = held.get("target_kpi"), held.get("target_value"), held.get("target_period")
    days = offered.get(chosen) or (held.get("target_first"), held.get("target_last"))
    if value is None:
        held[_PROBLEM] = _("Enter the figure you planned.")
        return
    if None in days:
        held[_PROBLEM] = _("Choose the first and the last day.")
        return
    money = kpi in KPIS and KPIS[kpi].unit == "money"
    figured = told.from_typed(kpi, value) if kpi in KPIS else value
    currency = held.get("target_currency") if money else None
    problem = keep(Target(kpi, held.get("target_market") or None, *days, figured, currency))
    if problem:
        held[_PROBLEM] = problem
    else:
        held["target_value"] = None


def edit(
    rows: Sequence[Row], keep: Callable[[list[Target], str], str], drop: Callable[[list[Target], str], None]
) -> None:  # fmt: skip
    """Draw the list as a table whose chosen rows can be changed or taken out.

    keep: keeps changed targets under a label and returns what went wrong, or "". drop: takes targets out.
    """
    with st.expander(_("As a table: change or remove targets"), icon=":material/edit:", key="lf-target-edit"):
        listed = pd.DataFrame([_shown(row) for row in rows])
        # A list that came to hold other rows, or others first, lets go of what was chosen in it.
        held = zlib.crc32(repr([row.entered for row in rows]).encode())
        picked = st.dataframe(
            listed, key=f"target_table_{held}", hide_index=True, on_select="rerun", selection_mode="multi-row",
            height=min(38 + 35 * len(rows), 420), alt=_("Targets; choose rows to change or remove them"),
        )  # fmt: skip
        chosen = [rows[at].entered for at in picked.selection.rows if 0 <= at < len(rows)]
        if not chosen:
            st.caption(_("Choose rows to change their figures or to remove them."))
            return
        if len(chosen) <= MOST:
            _changes(chosen, keep)
        removed = ngettext("Remove {count} target", "Remove {count} targets", len(chosen)).format(count=number(len(chosen), 0))
        st.button(
            removed, key="target_drop", icon=":material/delete:", on_click=drop,
            args=(chosen, _("Removed: {target}").format(target=_named(chosen))),
        )  # fmt: skip


def _shown(row: Row) -> dict[str, str]:
    one = row.standing
    kpi, currency = KPIS[row.entered.kpi], one.target.currency or ""
    return {
        _("Figure"): _(kpi.title), _("Market"): told.where(row.entered.market),
        _("Period"): told.period_name(row.entered.first, row.entered.last), _("Target"): told.value_text(row.entered),
        _("Due by now"): figure(one.due, kpi.unit, currency), _("So far"): figure(one.value, kpi.unit, currency),
        _("Of what is due"): told.gap_text(one), _("State"): state(row),
    }  # fmt: skip


def _named(targets: Sequence[Target]) -> str:
    if len(targets) == 1:
        return told.label(targets[0])
    return ngettext("{count} target", "{count} targets", len(targets)).format(count=number(len(targets), 0))


def _key(target: Target) -> str:
    return f"target_new_{target.kpi}_{target.market or ''}_{target.first}_{target.last}"


def _changes(chosen: Sequence[Target], keep: Callable[[list[Target], str], str]) -> None:
    with st.form("target_change", border=False):
        with st.grid(2, min_column_width=260, gap="small"):
            for target in chosen:
                unit = told.entry_unit(target.kpi, target.currency or "")
                st.number_input(
                    plain(f"{told.label(target)} ({unit})" if unit else told.label(target)), key=_key(target),
                    value=told.typed(target.kpi, target.value), step=1.0,
                )  # fmt: skip
        if problem := st.session_state.pop(_CHANGE_PROBLEM, ""):
            st.error(plain(problem), icon=":material/report:")
        st.form_submit_button(_("Keep the changes"), type="primary", on_click=_changed, args=(chosen, keep))


def _changed(chosen: Sequence[Target], keep: Callable[[list[Target], str], str]) -> None:
    new = []
    for target in chosen:
        value = st.session_state.get(_key(target))
        if value is None:
            st.session_state[_CHANGE_PROBLEM] = _("A field is empty; enter a figure, or remove that target.")
            return
        if value != told.typed(target.kpi, target.value):
            new.append(Target(target.kpi, target.market, target.first, target.last, told.from_typed(target.kpi, value),
                              target.currency))  # fmt: skip
    if new:
        st.session_state[_CHANGE_PROBLEM] = keep(new, _("Changed: {target}").format(target=_named(new)))
