"""Keeping segments: a form to name them, the list of what is kept, with undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from components.pinned import pinned, release
from components.sources import plain
from components.words import _, list_text, market_name, ngettext, said
from frameworks.labels import Sentence

LONGEST_NAME, LONGEST_MESSAGE = 80, 2000
Texts = Mapping[str, tuple[str, str]]


def form(
    key: str, name: str, texts: Texts, save: Callable[[str, dict[str, tuple[str, str]]], Sentence | None], *, label: str
) -> None:
    """Draw a form for the name of a segmentation and the name and message of each segment.

    texts: what to start with, by letter. save: keeps it; returns what went wrong.
    """
    with st.form(key, border=False):
        called = st.text_input(_("Name of these segments"), name, max_chars=LONGEST_NAME, key=f"{key}_name")
        entered = {}
        for letter, (title, message) in texts.items():
            entered[letter] = (
                st.text_input(
                    _("Name of segment {letter}").format(letter=letter), title, max_chars=LONGEST_NAME, key=f"{key}_{letter}"
                ),
                st.text_area(
                    _("Shared message for {letter}").format(letter=letter), message, max_chars=LONGEST_MESSAGE,
                    key=f"{key}_{letter}_message", height=110,
                ),
            )  # fmt: skip
        if st.form_submit_button(label, type="primary", icon=":material/save:"):
            wrong = save(called, entered)
            if wrong is not None:
                st.error(plain(said(wrong)), icon=":material/report:")
            else:
                st.rerun()


def kept(
    saved: Sequence[Any], deleted: Sequence[Any], *, update: Callable[..., Sentence | None], drop: Callable[[int], None],
    restore: Callable[[int], None], erase: Callable[[int], None], files: Callable[[Any], None],
) -> None:  # fmt: skip
    """Draw the kept segmentations and those deleted.

    saved, deleted: as ``data.segment_names.SavedSegments``. update: (number, name, texts, seen); drop, restore and
    erase take a number; files draws the downloads of one.
    """
    if not saved and not deleted:
        st.caption(_("Nothing is kept yet. Name the segments above and keep them; they then group your own numbers too."))
    for one in saved:
        count = ngettext("{count} segment", "{count} segments", len(one.segments)).format(count=len(one.segments))
        with st.expander(f"{plain(one.name)} · {count}", icon=":material/bubble_chart:", key=f"kept_segments_{one.id}"):
            for segment in one.segments:
                members = list_text([market_name(code) for code in segment.members])
                st.markdown(f"**{plain(segment.letter)} · {plain(segment.name)}**: {members}")
                if segment.message:
                    st.html(f'<p class="lf-note">{escape(segment.message)}</p>')
            _change(one, update)
            files(one)
            st.button(
                _("Delete"), key=f"drop_segments_{one.id}", icon=":material/delete:", on_click=drop, args=(one.id,), type="tertiary"
            )
    for one in deleted:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(_("Deleted: {name}").format(name=plain(one.name)))
            back = {"icon": ":material/undo:", "on_click": restore, "args": (one.id,)}
            st.button(_("Undo"), key=f"undo_segments_{one.id}", type="tertiary", **back)
            st.button(_("Erase for good"), key=f"erase_segments_{one.id}", on_click=erase, args=(one.id,), type="tertiary")


def _change(one: Any, update: Callable[..., Sentence | None]) -> None:
    """Draw the form for names and messages; it keeps what it was opened on, so that a change by another window is noticed."""
    key = f"segments_{one.id}"
    is_open = st.toggle(_("Change names and messages"), key=f"change_{key}")
    begun = pinned(key, one, is_open=is_open)
    if not is_open:
        return

    def save(name: str, entered: dict[str, tuple[str, str]]) -> Sentence | None:
        wrong = update(one.id, name, entered, begun.revision)
        kept_as_copy = wrong is not None and hasattr(wrong, "number")
        if kept_as_copy:
            st.toast(plain(said(wrong)), icon=":material/sync_problem:", duration="long")
        if wrong is None or kept_as_copy:
            release(key)
            return None
        return wrong

    texts = {segment.letter: (segment.name, segment.message) for segment in begun.segments}
    form(f"edit_{key}_{begun.revision}", begun.name, texts, save, label=_("Keep the changes"))
