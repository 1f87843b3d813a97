"""The mapping screen: what a file nobody recognised holds, which column fills which field, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components import upload_names as names
from components.sources import plain
from components.upload import verdict
from components.upload_report import CURRENCIES, details, split
from components.words import _, said

_SHOWN_CELLS = 3


def screen(
    number_of: int,
    seen: Any,
    kinds: Mapping[str, Any],
    start: tuple[str, Mapping[str, str], Mapping[str, Any]],
    attempt: Callable[[str, dict[str, str], dict[str, str]], Any],
    suggested: Callable[[str], Mapping[str, str]],
    done: Callable[[str, dict[str, str], dict[str, str], bool], None],
) -> None:
    """Draw the screen for one file.

    seen:      its headers, first rows and suggestions. kinds: the kinds of plain table with their fields.
    start:     kind, mapping and assumptions to begin with.
    attempt:   tries a mapping on the first rows; raises a Sentence that says what is lacking.
    suggested: a kind to the mapping suggested for it.
    done:      called with kind, mapping, assumptions and whether to remember them, when the person is content.
    """
    kind = st.selectbox(
        _("What does a row of this file tell of?"), tuple(kinds), key=f"map_{number_of}_kind",
        index=list(kinds).index(start[0]) if start[0] in kinds else 0, format_func=lambda name: _(kinds[name].title),
    )  # fmt: skip
    given = dict(start[1]) if kind == start[0] and start[1] else dict(suggested(kind))
    mapping = _fields(number_of, kinds[kind], seen, given)
    assume = _currency(number_of, kinds[kind], mapping, start[2])
    st.html(f'<p class="lf-im-part">{escape(_("What comes of the first rows"))}</p>')
    try:
        tried = attempt(kind, mapping, assume)
    except ValueError as error:
        st.html(verdict("caution", said(error)))
        tried = None
    if tried is not None:
        _preview(tried)
    remember = st.checkbox(
        _("Read files with the same columns like this from now on"), value=True, key=f"map_{number_of}_remember"
    )
    if st.button(
        _("Read the whole file like this"), type="primary", icon=":material/check:", key=f"map_{number_of}_go",
        disabled=tried is None,
    ) and tried is not None:  # fmt: skip
        done(kind, mapping, assume, remember)


def _fields(number_of: int, kind: Any, seen: Any, given: Mapping[str, str]) -> dict[str, str]:
    """Draw a choice of column for each field and return alias to header."""
    needed = {alias for group in kind.needs for one in group for alias in one}
    first = [wanted for wanted in kind.wanted if wanted.alias in needed]
    rest = [wanted for wanted in kind.wanted if wanted.alias not in needed]
    chosen: dict[str, str] = {}
    st.caption(_needs(kind))
    with st.grid(min_column_width=230, gap="small"):
        for wanted in first:
            _one(number_of, kind.name, wanted, seen, given, chosen)
    with st.expander(_("More fields"), expanded=any(wanted.alias in given for wanted in rest)), st.grid(
        min_column_width=230, gap="small"
    ):
        for wanted in rest:
            _one(number_of, kind.name, wanted, seen, given, chosen)
    return chosen


def _one(
    number_of: int, kind: str, wanted: Any, seen: Any, given: Mapping[str, str], chosen: dict[str, str]
) -> None:
    scores = dict(seen.match.suggestions.get(kind, {}).get(wanted.alias, ()))
    options = ("", *sorted(seen.headers, key=lambda header: (-scores.get(header, 0), seen.headers.index(header))))
    start = given.get(wanted.alias, "")
    with st.container(gap=None):
        header = st.selectbox(
            plain(_(wanted.title)), options, key=f"map_{number_of}_{kind}_{wanted.alias}",
            index=options.index(start) if start in options else 0,
            format_func=lambda name: name or _("– no column –"),
        )  # fmt: skip
        if header:
            chosen[wanted.alias] = header
            st.html(f'<p class="lf-source">{escape(_cells(seen, header))}</p>')


def _cells(seen: Any, header: str) -> str:
    """The first filled cells of a column, so that one sees what it holds."""
    place = seen.headers.index(header)
    cells = list(dict.fromkeys(row[place][:40] for row in seen.rows if place < len(row) and row[place].strip()))
    return _("for example {cells}").format(cells=" · ".join(cells[:_SHOWN_CELLS])) if cells else _("no cell is filled")


def _needs(kind: Any) -> str:
    """What the kind cannot do without, in words."""
    parts = []
    for group in kind.needs:
        ways = [" + ".join(_(kind[alias].title) for alias in kind.aliases if alias in one) for one in group]
        parts.append(_(" or ").join(ways))
    return _("Needed: {fields}.").format(fields="; ".join(parts))


def _currency(number_of: int, kind: Any, mapping: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, str]:
    """Ask for the currency where there are amounts and no column says it."""
    kept = {name: str(value) for name, value in before.items() if name != "kind"}
    if "currency" in mapping or not any(wanted.type == "amount" and wanted.alias in mapping for wanted in kind.wanted):
        return {name: value for name, value in kept.items() if name != "currency"}
    options = ("", *dict.fromkeys(code for code in (kept.get("currency", ""), *CURRENCIES) if code))
    chosen = st.selectbox(
        _(names.SETTINGS["currency"]), options, index=options.index(kept.get("currency", "")), key=f"map_{number_of}_currency",
        format_func=lambda code: code or _("as the cells or the header say"), width=260,
    )  # fmt: skip
    return {name: value for name, value in (kept | {"currency": chosen}).items() if value}


def _preview(tried: Any) -> None:
    report = tried.report
    if report.rows_read:
        st.html(split(report))
    for table, frame in tried.tables.items():
        st.dataframe(_shown(frame), hide_index=True, alt=_("First {table} that come of it").format(table=_(names.TABLES[table])))
    if report.reasons or report.assumptions:
        with st.expander(_("Remarks on these rows"), icon=":material/rule:"):
            details(report)


def _shown(frame: pd.DataFrame) -> pd.DataFrame:
    """Keys of customers in short; dates and figures as they are."""
    shown = frame.copy()
    if "customer_key" in shown:
        shown["customer_key"] = shown["customer_key"].astype("string").str.slice(0, 8) + "…"
    return shown


def heads(headers: Sequence[str], most: int = 12) -> str:
    """Return the headers of a file as a sentence part, not too long."""
    shown = [header[:40] for header in headers[:most]]
    return ", ".join(shown) + (" …" if len(headers) > most else "")
