"""The door of the Import page: drop files, or name a path on this machine; and what is being read right now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from components import words
from components.sources import plain
from components.words import _, compact, number, said

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "import.css").read_text(encoding="utf-8")
MEGABYTES = 200
"""What the browser may send as one file; larger ones are read from their path."""

_ROUND = "lf_import_round"
LOCAL = ("127.0.0.1", "localhost", "::1")


def style() -> None:
    """Put the shapes of the page into it; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def door(take: Callable[[str, Any], str], take_path: Callable[[str], str]) -> None:
    """Draw the ways in. take: keeps a file (name, its content) and returns what went wrong, or "".

    take_path: the same for a path of this machine; offered only to somebody who sits at it.
    """
    count = st.session_state.setdefault(_ROUND, 0)
    with st.container(key="lf-door"):
        files = st.file_uploader(
            _("Exports: CSV, TSV, Excel, Parquet, or zipped. Up to {size} MB each.").format(size=MEGABYTES),
            accept_multiple_files=True, max_upload_size=MEGABYTES, key=f"import_files_{count}",
        )  # fmt: skip
        if at_this_machine():
            with st.expander(_("Larger files, or a whole folder: read them where they lie"), icon=":material/folder_open:"):
                _path(take_path)
    for problem in st.session_state.pop("lf_import_problems", []):
        st.error(plain(problem), icon=":material/error:")
    if files:
        problems = [problem for file in files if (problem := take(file.name, file))]
        # A new uploader: the files are ours now, and the server's memory lets them go.
        st.session_state[_ROUND] = count + 1
        st.session_state["lf_import_problems"] = problems
        st.rerun()


def _path(take_path: Callable[[str], str]) -> None:
    with st.form("import_path", border=False, clear_on_submit=False):
        text = st.text_input(
            _("Path of a file or folder on this machine"), key="import_path_text", max_chars=4096,
            placeholder="/home/ana/exports/orders-2025.csv",  # words: ok
        )  # fmt: skip
        sent = st.form_submit_button(_("Read it"), icon=":material/upload_file:")
    if sent:
        problem = take_path(text)
        if problem:
            st.error(plain(problem), icon=":material/error:")
        else:
            st.rerun()


def at_this_machine() -> bool:
    """Whether the server answers this machine alone, and the visitor sits at it."""
    try:
        visitor = st.context.ip_address
    except Exception:  # not filled in every kind of run
        visitor = None
    return st.get_option("server.address") in LOCAL and visitor in (None, *LOCAL)


def running(delivery: Any, cancel: Callable[[int], None]) -> None:
    """Draw a file that is being read or waits for it."""
    saying = delivery.job.saying
    beside = _("waits for its turn") if saying is None else ""
    with st.container(border=True, key=f"lf-running-{delivery.number}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.html(head(delivery.name, _("{size}B").format(size=compact(delivery.size)), beside))
            st.button(
                _("Cancel"), key=f"cancel_{delivery.number}", icon=":material/close:", type="tertiary",
                on_click=cancel, args=(delivery.number,),
            )  # fmt: skip
        if saying is not None:
            st.progress(delivery.job.share, text=plain(said(saying)))


def head(name: str, *more: str) -> str:
    """Return a file's name, and what is known of it beside it, as markup."""
    beside = "".join(f"<span>{escape(text)}</span>" for text in more if text)
    return f'<div class="lf-im-head"><b>{escape(name)}</b>{beside}</div>'


def verdict(tone: str, text: str) -> str:
    """Return a sentence with a sign in front; tone: good, caution, bad or even."""
    sign = {"good": "✓", "caution": "!", "bad": "✕", "even": "–"}[tone]
    return f'<p class="lf-im-verdict lf-im-{tone}"><i aria-hidden="true">{sign}</i>{escape(text)}</p>'


def said_list(items: Sequence[str]) -> str:
    """Return texts as chips."""
    return '<div class="lf-chips">' + "".join(f'<span class="lf-chip">{escape(item)}</span>' for item in items) + "</div>"


def rows_text(count: int) -> str:
    """Return a number of rows in words."""
    return words.ngettext("{count} row", "{count} rows", count).format(count=number(count, 0))
