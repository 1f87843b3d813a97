"""A plan as a file: faults by line, or what is in it before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

import pandas as pd
import streamlit as st

from components import sources_own
from components import target_words as told
from components.target_growth import keep_button
from components.words import MISSING, _, ngettext, number
from frameworks.kpi import KPIS
from frameworks.kpi.targets import Target

MEGABYTES = 5
_ROUND, _PROBLEM = "lf_target_file_round", "lf_target_file_problem"


def upload(
    read: Callable[[bytes, str], Sequence[Target]], known: Mapping[object, Target], keep: Callable[[list[Target], str], str]
) -> None:  # fmt: skip
    """Draw the upload of a plan.

    read: returns the targets of a file or raises a ValueError, with ``problems`` where it knows the lines.
    known: targets kept already, by KPI, market, first and last day. keep: keeps targets under a label, returns what went wrong.
    """
    turn = st.session_state.get(_ROUND, 0)
    sent = st.file_uploader(
        _("Your plan as CSV or Excel"), type=["csv", "tsv", "txt", "xlsx"], max_upload_size=MEGABYTES, key=f"target_file_{turn}"
    )
    if sent is None:
        return
    try:
        found = read(sent.getvalue(), sent.name)
    except ValueError as error:
        sources_own.faults("targets", error)
        return
    told_found = ngettext("The file fits: {count} target.", "The file fits: {count} targets.", len(found))
    st.success(told_found.format(count=number(len(found), 0)), icon=":material/task_alt:")
    st.dataframe(
        pd.DataFrame([_row(target, known) for target in found]), hide_index=True, height=min(38 + 35 * len(found), 320),
        alt=_("Targets of the file, before they are kept"),
    )  # fmt: skip

    def kept(targets: list[Target], label: str) -> str:
        problem = keep(targets, label)
        if not problem:  # a new uploader: the file is done with
            st.session_state[_ROUND] = turn + 1
        return problem

    keep_button(found, known, "file", _PROBLEM, kept)


def _row(target: Target, known: Mapping[object, Target]) -> dict[str, str]:
    before = known.get((target.kpi, target.market, target.first, target.last))
    return {
        _("Figure"): _(KPIS[target.kpi].title), _("Market"): told.where(target.market),
        _("Period"): told.period_name(target.first, target.last), _("Target"): told.value_text(target),
        _("Replaces"): told.value_text(before) if before else MISSING,
    }  # fmt: skip


def columns() -> None:
    """Say how a plan is laid out."""
    rows = [
        ("kpi", _("the figure, by its name here or its key: Revenue, conversion_rate")),
        ("market", _("a country by name or code; empty for all markets together")),
        ("from, to", _("first and last day; or one column period: 2026, 2026-Q1, March 2026")),
        ("target", _("the figure planned; shares with a per cent sign")),
        ("currency", _("of money, three letters: EUR; empty for anything else")),
    ]
    with st.expander(_("Columns of the file"), icon=":material/view_column:"):
        lines = "".join(f'<tr><th scope="row"><code>{name}</code></th><td>{escape(text)}</td></tr>' for name, text in rows)
        st.html(f'<div class="lf-scroll"><table class="lf-table"><tbody>{lines}</tbody></table></div>')
        st.caption(
            _("Months or quarters side by side work too: a row for each figure and market, a column for each period. A file is"
              " taken whole or not at all.")
        )  # fmt: skip
