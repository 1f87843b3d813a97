"""How a fact stands on the page: its words, its source and year, and a mark where it is unchecked."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from components import words
from components.words import _, ngettext, number, source_text
from frameworks.reference import own_knowledge

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "ground.css").read_text(encoding="utf-8")
_TOGGLE = "ground_unchecked"
PARAM = "unchecked"


def apply() -> None:
    """Put the shapes of this page into it; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def unchecked_toggle(hidden: int) -> bool:
    """Draw the switch that lets unchecked facts in, say how many there are, and return the choice."""
    if _TOGGLE not in st.session_state:
        st.session_state[_TOGGLE] = st.query_params.get(PARAM) == "1"
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        on = st.toggle(_("Show unchecked facts"), key=_TOGGLE, persist_state="session")
        st.caption(_told(on, hidden), width="content")
    if on:
        st.query_params[PARAM] = "1"
    elif PARAM in st.query_params:
        del st.query_params[PARAM]
    return bool(on)


def _told(on: bool, hidden: int) -> str:
    if not hidden:
        return _("Nothing unchecked is on record here.")
    if on:
        told = ngettext("{count} unchecked fact is marked.", "{count} unchecked facts are marked.", hidden)
    else:
        told = ngettext(
            "{count} unchecked fact is hidden: written from memory or from a weak source.",
            "{count} unchecked facts are hidden: written from memory or from weak sources.", hidden,
        )  # fmt: skip
    return told.format(count=number(hidden, 0))


def source(name: str, year: object, *, url: str = "", checked: bool = True, rule: bool = False) -> str:
    """Return the line under a fact: a mark where it is unchecked, source, year; markup, everything escaped.

    The year of a source whose name holds it already is not told again. rule: the year is that of the rule, not of the
    source.
    """
    text = escape(source_text(name))
    if url.startswith(("https://", "http://")):
        text = f'<a href="{escape(url, quote=True)}" target="_blank" rel="noopener noreferrer nofollow">{text}</a>'
    known = None if year is None or pd.isna(year) else str(int(year))  # type: ignore[call-overload]
    words = _("undated") if known is None else _("rule of {year}").format(year=known) if rule else known
    own = known is None and own_knowledge(name)
    dated = "" if own or (known and not rule and f"({known})" in name) else f", {escape(words)}"
    mark = "" if checked else f'<span class="lf-gr-unchecked">{escape(_("unchecked"))}</span> '
    return f'<span class="lf-source">{mark}{text}{dated}</span>'


def missing(text: str) -> str:
    """Return a line that says what is not known; markup, escaped."""
    return f'<p class="lf-gap">{escape(text)}</p>'


def nothing(hidden: int) -> str:
    """Return the words for an empty place behind which ``hidden`` unchecked facts wait."""
    return _("Nothing checked on record.") + more_unchecked(hidden) if hidden else _("Nothing on record.")


def more_unchecked(count: int) -> str:
    """Return a hint that unchecked facts exist where no checked one does; "" when there are none."""
    if not count:
        return ""
    told = ngettext("One unchecked fact would stand here.", "{count} unchecked facts would stand here.", count)
    return " " + told.format(count=number(count, 0))


def table(heads: str, body: str, label: str) -> str:
    """Return a plain table that a narrow screen can scroll. heads, body: ready cells and rows. label: what it holds."""
    return (
        f'<div class="lf-scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
        f'<table class="lf-table lf-gr-table"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )
