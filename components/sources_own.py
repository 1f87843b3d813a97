"""Put a user's licensed file in the place of a shipped table: template, check, faults, removal."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from components import state
from components.sources import plain
from components.words import _, date_text, ngettext, number, said

MEGABYTES = 20
_ROUND, _FORMER = "lf_own_round", "lf_own_former"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def draw(
    info: Any,
    own: Any,
    template: bytes,
    check: Callable[[bytes], pd.DataFrame],
    keep: Callable[[bytes], str],
    drop: Callable[[], str],
) -> None:
    """Draw upload, check result and removal for one table.

    info: description of the table. own: the file in use (``saved_at``, ``content``) or None.
    template: CSV with the header only. check: returns the checked frame or raises a ValueError with
    ``problems``. keep, drop: do it and return what went wrong, or "".
    """
    st.markdown(
        _("Have a licensed or newer copy? Give it in the same columns; it stays on this machine and takes the place of"
          " the shipped table in every scenario.")
    )  # fmt: skip
    if own is not None:
        _in_use(info, own, drop)
    if former(info.name) is not None:
        _way_back(info, own, keep)
    st.download_button(
        _("Template (CSV)"), template, file_name=f"{info.name}-template.csv", mime="text/csv", on_click="ignore",
        icon=":material/download:", key=f"template_{info.name}", help=_("A file with the columns this table needs."),
    )  # fmt: skip
    count = st.session_state.setdefault(_ROUND, 0)
    sent = st.file_uploader(
        _("Your CSV file, UTF-8, at most {size} MB").format(size=MEGABYTES), type="csv", max_upload_size=MEGABYTES,
        key=f"own_{info.name}_{count}",
    )  # fmt: skip
    if sent is not None:
        _checked(info, own, sent, check, keep)


def former(table: str) -> bytes | None:
    """Return the file of the user's that was replaced or removed in this session, None for none."""
    return st.session_state.get(_FORMER, {}).get(table)


def _past(table: str, own: Any) -> None:
    st.session_state.setdefault(_FORMER, {})[table] = None if own is None else bytes(own.content)


def _way_back(info: Any, own: Any, keep: Callable[[bytes], str]) -> None:
    """Offer to put the file back that was replaced or removed."""

    def back() -> None:
        problem = keep(former(info.name) or b"")
        if not problem:
            _past(info.name, own)
        state.say(plain(problem) if problem else _("Your file is in use now; every score counts with it."))

    with st.container(horizontal=True, vertical_alignment="center"):
        told = _("Your earlier file was taken away; until this visit ends it can be put back.")
        st.caption(told, width="content")
        st.button(_("Undo"), icon=":material/undo:", key=f"back_{info.name}", on_click=back, type="tertiary")


def _in_use(info: Any, own: Any, drop: Callable[[], str]) -> None:
    told = _("Your own file of {date} is in use ({size} kB).")
    day = own.saved_at.date().isoformat() if hasattr(own.saved_at, "date") else str(own.saved_at)
    st.success(told.format(date=date_text(day), size=number(len(own.content) / 1000, 0)), icon=":material/task_alt:")

    def remove() -> None:
        problem = drop()
        if not problem:
            _past(info.name, own)
        state.say(plain(problem) if problem else _("Your file was removed; the shipped table counts again."))

    st.button(_("Remove my file"), icon=":material/delete:", key=f"drop_{info.name}", on_click=remove)


def _checked(info: Any, own: Any, sent: Any, check: Callable[[bytes], pd.DataFrame], keep: Callable[[bytes], str]) -> None:
    raw = sent.getvalue()
    if len(raw) > MEGABYTES * 1_000_000:
        told = _("The file has {size} MB, more than the {most} MB allowed; nothing was changed.")
        st.error(told.format(size=number(len(raw) / 1e6), most=MEGABYTES), icon=":material/error:")
        return
    try:
        frame = check(raw)
    except ValueError as error:
        faults(info.name, error)
        return
    told = ngettext("The file fits: {count} row.", "The file fits: {count} rows.", len(frame))
    st.success(told.format(count=number(len(frame), 0)), icon=":material/task_alt:")

    def use() -> None:
        problem = keep(raw)
        if not problem:
            _past(info.name, own)
            st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        state.say(plain(problem) if problem else _("Your file is in use now; every score counts with it."))

    st.button(_("Use it"), type="primary", key=f"use_{info.name}", on_click=use, icon=":material/check:")


def faults(table: str, error: ValueError) -> None:
    """Say why a file cannot be used, with a table of the faults and a download of it."""
    problems = tuple(getattr(error, "problems", ()))
    if not problems:
        st.error(plain(said(error)) + " " + _("Nothing was changed."), icon=":material/error:")
        return
    told = ngettext(
        "The file cannot be used: {count} fault. Nothing was changed.",
        "The file cannot be used: {count} faults. Nothing was changed.",
        len(problems),
    )
    st.error(told.format(count=number(len(problems), 0)), icon=":material/error:")
    rows = pd.DataFrame([(p.line, p.column, said(p.message)) for p in problems], columns=["line", "column", "fault"])
    st.dataframe(
        rows, hide_index=True, alt=_("Faults of the file by line and column"),
        column_config={
            "line": st.column_config.NumberColumn(_("Line"), format="%d"), "column": _("Column"), "fault": _("Fault"),
        },
    )  # fmt: skip
    st.download_button(
        _("Download the faults"), _as_csv(rows), file_name=f"{table}-faults.csv", mime="text/csv", on_click="ignore",
        icon=":material/download:", key=f"faults_{table}",
    )  # fmt: skip


def _as_csv(rows: pd.DataFrame) -> bytes:
    """Return CSV whose cells no spreadsheet takes for a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(rows.columns)
    for row in rows.itertuples(index=False):
        writer.writerow("'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row)
    return text.getvalue().encode("utf-8-sig")
