"""What came of a step on a plan: done with a way back, or refused with both versions side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from components import words
from components.sources import plain
from components.words import MISSING, _

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "guidance.css").read_text(encoding="utf-8")


def apply() -> None:
    """Put the shapes of guidance and plan into the page; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def told(last: tuple[str, bool] | None, step: str, undo: Callable[[], None]) -> None:
    """Draw the last message (text, and whether it is bad) and the button that takes the last step back."""
    with st.container(horizontal=True, vertical_alignment="center", key="lf-plan-told"):
        if last is not None:
            bad = " lf-gd-bad" if last[1] else ""
            st.html(f'<div role="status" class="lf-gd-told{bad}">{escape(last[0])}</div>', width="content")
        if step:
            st.button(
                _("Undo"), key="plan_undo", icon=":material/undo:", type="tertiary", on_click=undo,
                help=_("Takes back: {step}").format(step=plain(step)),
            )  # fmt: skip


def refused(
    name: str, title: str, mine: Mapping[str, str], theirs: Mapping[str, str] | None, put: Callable[[], None],
    leave: Callable[[], None],
) -> None:  # fmt: skip
    """Draw what was entered beside what stands there now, with a button for each. name: of the thing, for keys."""
    with st.container(border=True, key=f"lf-refused-{name}"):
        st.html(f'<p class="lf-card-title">{escape(_("Not saved, another window was first: {title}").format(title=title))}</p>')
        ours, other = st.columns(2, gap="medium")
        with ours:
            st.html(_versions(_("Yours"), mine))
            st.button(_("Put mine in its place"), key=f"mine_{name}", on_click=put, disabled=theirs is None)
        with other:
            st.html(_versions(_("Theirs"), theirs) if theirs is not None else f"<p>{escape(_('It was removed.'))}</p>")
            st.button(_("Leave theirs"), key=f"theirs_{name}", on_click=leave)


def _versions(head: str, fields: Mapping[str, str]) -> str:
    rows = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text) or MISSING}</dd>" for label, text in fields.items())
    return f'<h3 class="lf-gd-side">{escape(head)}</h3><dl class="lf-gd-fields">{rows}</dl>'
