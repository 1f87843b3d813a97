"""The way into the texts: paste lines or drop a file, see what it holds and what is wrong, then take it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components import studio_texts
from components.sources import plain
from components.studio_words import locale_name
from components.words import _, list_text, ngettext, number

MEGABYTES = 64
_MOST_PASTED = 2_000_000
_ROUND = "lf_texts_round"


def ways(
    locales: Sequence[str], sources: Sequence[str], read: Callable[[str, bytes, str | None, str], None]
) -> None:  # fmt: skip
    """Draw the ways in. sources: languages that texts may be written in; any other can be typed.

    read: is given a name, the content, its language where somebody says it, and that of the sources.
    """
    count = st.session_state.setdefault(_ROUND, 0)
    first, second = st.columns(2, gap="large")
    written = second.selectbox(
        _("Source texts are written in"), sources, key="texts_door_source", format_func=locale_name, accept_new_options=True,
        help=_("Where the file does not say it. Choose, or type a code such as pt-BR."),
    )  # fmt: skip
    spoken = first.selectbox(
        _("Language of a file that does not say it"), ("", *locales), key="texts_door_locale",
        format_func=lambda code: locale_name(code) if code else _("As the file says, else the source’s"),
    )  # fmt: skip
    left, right = st.columns(2, gap="large")
    with left:
        file = st.file_uploader(
            _("CSV, XLSX, JSON, ARB, PO, XLIFF or TMX, up to {size} MB").format(size=MEGABYTES),
            max_upload_size=MEGABYTES, key=f"texts_file_{count}",
        )  # fmt: skip
    with right, st.form("texts_paste", border=False, clear_on_submit=True):
        text = st.text_area(
            _("Or paste lines: a text each, or key, tab and text; or rows of a sheet with a heading"), key="texts_pasted",
            height=110, max_chars=_MOST_PASTED,
        )  # fmt: skip
        sent = st.form_submit_button(_("Look at it"), icon=":material/search:")
    if file is not None:
        # A new uploader: what was read is kept, and the server's memory lets the file go.
        st.session_state[_ROUND] = count + 1
        read(file.name, file.getvalue(), spoken or None, written)
        st.rerun()
    if sent and text.strip():
        read("pasted.txt", text.encode(), spoken or None, written)
        st.rerun()


def looked_at(
    name: str, content: Any, strangers: int, take: Callable[[], None], remember: Callable[[], None] | None,
    drop: Callable[[], None],
) -> None:  # fmt: skip
    """Draw what a file holds before anything of it is kept.

    content:   ``data.content.Content``. strangers: translations whose text is neither in the file nor here.
    take:      keeps it. remember: keeps its pairs for the memory alone, None where there are none.
    """
    with st.container(border=True, key="lf-texts-look"):
        items, made, wrong = len(content.items), len(content.translations), len(content.problems)
        parts = [ngettext("{count} text", "{count} texts", items).format(count=number(items, 0))]
        if made:
            told = ngettext("{count} translation", "{count} translations", made).format(count=number(made, 0))
            parts.append(f"{told} ({list_text([locale_name(code) for code in content.locales])})")
        st.markdown(f"**{plain(name)}**: {plain(list_text(parts))}")
        st.caption(_("Nothing is kept yet. Approvals in a file do not count here: such texts come in as “Needs review”."))
        if strangers:
            told = ngettext(
                "{count} translation belongs to no text here and would be left out.",
                "{count} translations belong to no text here and would be left out.", strangers,
            )  # fmt: skip
            st.warning(told.format(count=number(strangers, 0)), icon=":material/link_off:")
        if wrong:
            told = ngettext(
                "{count} problem; what it concerns is left out.", "{count} problems; what they concern is left out.", wrong,
            )  # fmt: skip
            st.warning(told.format(count=number(wrong, 0)), icon=":material/warning:")
            studio_texts.problems(content.problems)
        with st.container(horizontal=True):
            st.button(
                _("Take in what is sound") if wrong or strangers else _("Take it in"), key="texts_take", type="primary",
                icon=":material/download_done:", on_click=take, disabled=not (items or made - strangers),
            )  # fmt: skip
            if remember is not None:
                st.button(
                    _("Into the translation memory only"), key="texts_remember", icon=":material/history_edu:", on_click=remember,
                )  # fmt: skip
            st.button(_("Leave it"), key="texts_leave", type="tertiary", icon=":material/close:", on_click=drop)
