"""The list of uploads: what came when and holds how much; take out, put back, erase; how long rows are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from components import upload_names as names
from components.sources import plain
from components.upload_report import days
from components.words import _, date_text, ngettext, number

PAGE = 15
REPORT, UNDO, RESTORE, ERASE = "report", "undo", "restore", "erase"


def table(uploads: Sequence[Any], act: Callable[[str, int], None]) -> None:
    """Draw the uploads, latest first; ``act`` is called with report, undo, restore or erase and the upload's number."""
    pages = max(1, -(-len(uploads) // PAGE))
    page = min(max(int(st.session_state.get("uploads_page") or 1), 1), pages)
    for upload in uploads[(page - 1) * PAGE : page * PAGE]:
        _row(upload, act)
    if pages > 1:
        st.pagination(pages, key="uploads_page")


def _row(upload: Any, act: Callable[[str, int], None]) -> None:
    active = upload.state == "active"
    labels = {
        REPORT: _("Show the report"),
        **({UNDO: _("Take its rows out")} if active else {}),
        **({RESTORE: _("Put its rows back")} if upload.state == "undone" else {}),
        ERASE: _("Erase for good"),
    }
    key = f"upload_menu_{upload.import_id}"

    def chosen() -> None:
        action = st.session_state.get(key)
        if action in labels:
            act(action, upload.import_id)

    with st.container(key=f"lf-upload-{upload.import_id}", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(row(upload))
        st.menu_button(
            _("Actions"), tuple(labels), key=key, type="tertiary", icon=":material/more_horiz:", on_click=chosen,
            format_func=labels.__getitem__, help=plain(upload.name),
        )  # fmt: skip


def row(upload: Any) -> str:
    """Return one upload as markup."""
    states = {"undone": _("taken out"), "replaced": _("read again since")}
    source = names.source(upload.platform, upload.kind) + (f" · {upload.account}" if upload.account else "")
    came = _("added {date}").format(date=date_text(_day(upload.added_at)))
    state = states.get(upload.state, "")
    counted = ngettext("{count} row", "{count} rows", upload.rows).format(count=number(upload.rows, 0))
    rows = counted if upload.state == "active" else state
    spare = "" if upload.state == "active" else " lf-im-out"
    return (
        f'<div class="lf-im-upload{spare}"><b>{escape(upload.name)}</b><span>{escape(source)}</span>'
        f"<span>{escape(days(upload.first_day, upload.last_day) or '–')}<br>{escape(came)}</span><span>{escape(rows)}</span></div>"
    )


def _day(moment: Any) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def confirm_erasing(upload: Any, erase: Callable[[], None]) -> None:
    """Ask before an upload is erased, in a dialog."""
    _dialog(_("Erase this upload for good?"))(_ask_one)(upload, erase)


def confirm_everything(count: int, erase: Callable[[], None]) -> None:
    """Ask before everything is erased, in a dialog. count: uploads there are."""
    _dialog(_("Erase everything?"))(_ask_all)(count, erase)


def _dialog(title: str) -> Any:
    return st.dialog(title, icon=":material/delete_forever:")


def _ask_one(upload: Any, erase: Callable[[], None]) -> None:
    told = ngettext(
        "**{name}**: its {count} row, its report and our copy of the file are deleted from the disk. No one can bring them back.",
        "**{name}**: its {count} rows, its report and our copy of the file are deleted from the disk. No one can bring them back.",
        upload.rows,
    )
    st.markdown(told.format(name=plain(upload.name), count=number(upload.rows, 0)))
    st.caption(_("To leave it out of the figures only, take its rows out instead; that can be undone for 30 days."))
    _yes_no("one", _("Erase it"), erase)


def _ask_all(count: int, erase: Callable[[], None]) -> None:
    told = ngettext(
        "{count} upload with all its rows and reports, and every template, exchange rate, cost, note and target.",
        "{count} uploads with all their rows and reports, and every template, exchange rate, cost, note and target.",
        count,
    )
    st.markdown(told.format(count=number(count, 0)))
    st.caption(_("Scenarios, weights and shortlists stay. Exports uploaded later cannot be joined with buyers known before."))
    sure = st.checkbox(_("Yes, all of it"), key="erase_all_sure")
    _yes_no("all", _("Erase everything"), erase, ready=sure)


def _yes_no(key: str, label: str, erase: Callable[[], None], ready: bool = True) -> None:
    with st.container(horizontal=True):
        if st.button(label, type="primary", key=f"erase_{key}_yes", icon=":material/delete_forever:", disabled=not ready) and ready:
            erase()
            st.rerun()
        if st.button(_("Keep"), key=f"erase_{key}_no"):
            st.rerun()


def retention(days_kept: int | None, keep: Callable[[int | None], None]) -> None:
    """Draw how long rows are kept, counted from their own day, and let it be changed."""
    titles = {
        None: _("for good"), 90: _("90 days"), 183: _("6 months"), 365: _("1 year"), 730: _("2 years"), 1095: _("3 years"),
        1825: _("5 years"),
    }  # fmt: skip
    options = tuple(titles) if days_kept in titles else (*titles, days_kept)
    with st.form("retention", border=False):
        chosen = st.selectbox(
            _("Keep rows"), options, index=options.index(days_kept), key="retention_days",
            format_func=lambda one: titles.get(one) or ngettext("{count} day", "{count} days", one).format(count=number(one, 0)),
        )  # fmt: skip
        st.caption(_("Older rows are erased from the disk at once, after each import and whenever Landfall starts."))
        if st.form_submit_button(_("Apply"), icon=":material/event_busy:") and chosen in options and chosen != days_kept:
            keep(chosen)
