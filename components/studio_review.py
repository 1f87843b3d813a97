"""One text under review: its source, how its translation stands, the field to work in and the list it stands in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from components import words as locale_words
from components.sources import plain
from components.studio_words import STATE_ICONS, locale_name, origin_name, share, state_name, surface_name
from components.words import _, date_text, ngettext, number
from frameworks.localization.checks.length import columns
from frameworks.localization.items import SURFACES, Item, Translation
from frameworks.localization.scripts import direction
from frameworks.localization.states import STATE_LABELS

STYLESHEET = (locale_words.LOCALE_DIR.parents[1] / "static" / "review.css").read_text(encoding="utf-8")
SHORTCUTS: Mapping[str, str] = {
    "approve": "A", "edit": "E", "save": "S", "needs_review": "V", "reject": "X", "next": "J", "previous": "K",
}  # fmt: skip
"""Letters without Ctrl or Alt: they do nothing while someone types, so that no half-typed text is judged."""
MOST_LETTERS = 20_000
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]")
_SHORT = 44


def apply() -> None:
    """Put the shapes into the page; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def safe(text: str) -> str:
    """Return a foreign text as markup, letters that cannot be seen shown by their code."""
    return _UNSEEN.sub(lambda found: f'<span class="lf-rv-unseen">U+{ord(found[0]):04X}</span>', escape(text))


def shown(markup: str, locale: str) -> str:
    """Return the markup of a text in the direction of its language, apart from what stands around it."""
    tag = escape(locale.replace("_", "-"))
    return f'<bdi class="lf-rv-text" dir="{direction(locale)}" lang="{tag}">{markup}</bdi>'


def moment(at: str) -> str:
    """Return a time as it is stored, in words; empty without one."""
    return f"{date_text(at)}, {at[11:16]} UTC" if len(at) >= 16 else date_text(at) if at else ""


def told(sentence: str, *, bad: bool = False, extra: str = "") -> None:
    """Draw what came of a step. extra: markup under it."""
    st.html(f'<div role="status" class="lf-rv-told{" lf-rv-bad" if bad else ""}">{escape(sentence)}{extra}</div>')


def source(item: Item) -> None:
    """Draw the source with where it is used and how much room there is."""
    room = ""
    if item.max_width is not None:
        room = ngettext("at most {count} column", "at most {count} columns", item.max_width)
        room = room.format(count=number(item.max_width, 0))
    about = " · ".join(filter(None, (surface_name(item.surface), locale_name(item.source_language), room)))
    lines = [f"<p>{safe(text)}</p>" for text in (item.context, item.note) if text]
    st.html(
        f'<section class="lf-rv-source"><h2 class="lf-rv-key">{safe(item.key)}</h2><p class="lf-muted">{escape(about)}</p>'
        f"{shown(safe(item.source), item.source_language)}{''.join(lines)}</section>"
    )


def standing(translation: Translation | None, state: str) -> str:
    """Return how a translation stands: state, origin, who and when, and why."""
    parts = [f'<span class="lf-rv-state lf-rv-{escape(state)}">{escape(state_name(state))}</span>']
    if translation is not None:
        who = _("{name}, {time}").format(name=translation.by, time=moment(translation.at)) if translation.by else ""
        parts += [f"<span>{safe(part)}</span>" for part in (origin_name(translation.origin), who or moment(translation.at)) if part]
        if translation.self_reviewed:
            parts.append(f'<span class="lf-rv-state">{escape(_("self-reviewed"))}</span>')
        if translation.note:
            parts.append(f"<span>{safe(_('Why: {reason}').format(reason=translation.note))}</span>")
    return f'<div class="lf-rv-standing">{"".join(parts)}</div>'


def field(locale: str, key: str, typed: Callable[[], None]) -> str:
    """Draw the text area of the translation and return what stands in it."""
    with st.container(key=f"lf-rv-{direction(locale)}"), st.container(key="lf-rv-text"):
        label = _("Translation into {locale}").format(locale=plain(locale_name(locale)))
        return st.text_area(label, key=key, on_change=typed, max_chars=MOST_LETTERS, height=120) or ""


def room(text: str, item: Item) -> str:
    """Return how much of the room a text takes; empty where it may run on."""
    if item.max_width is None:
        return ""
    return _("{share} columns taken").format(share=share(columns(text), item.max_width))


def buttons(act: Callable[[str], None], *, empty: bool) -> None:
    """Draw the steps of a review, each with its key. act: called with ``"approve"``, ``"save"`` and so on."""
    drawn = (
        ("approve", _("Approve"), "check", "primary"), ("save", _("Save"), "save", "secondary"),
        ("needs_review", _("Needs review"), "rate_review", "secondary"), ("edit", _("Edit"), "edit", "tertiary"),
    )  # fmt: skip
    with st.container(horizontal=True, key="lf-rv-steps"):
        for name, label, icon, kind in drawn:
            st.button(
                label, key=f"rv_{name}", icon=f":material/{icon}:", type=kind, on_click=act, args=(name,),
                shortcut=SHORTCUTS[name], disabled=empty and name in ("approve", "needs_review"),
            )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(_("Why it is rejected"), key="rv_why", max_chars=1000, width=320)
        st.button(
            _("Reject"), key="rv_reject", icon=":material/block:", on_click=act, args=("reject",),
            shortcut=SHORTCUTS["reject"], disabled=empty,
        )  # fmt: skip
    st.caption(_("The letters on the buttons work as keys whenever you are not typing; Tab leaves the text."))


def turning(act: Callable[[str], None], place: int, total: int) -> None:
    """Draw the ways to the text before and after. place: of the one on screen, from 0."""
    with st.container(horizontal=True, vertical_alignment="center", key="lf-rv-turning"):
        for name, label, icon in (("previous", _("Previous"), "arrow_back"), ("next", _("Next"), "arrow_forward")):
            st.button(
                label, key=f"rv_{name}", icon=f":material/{icon}:", on_click=act, args=(name,), shortcut=SHORTCUTS[name],
            )  # fmt: skip
        st.caption(share(min(place + 1, total), total))


def focus(times: int, text: str = "", spot: tuple[int, int] | None = None) -> None:
    """Put the cursor into the text area, with a place in its text selected where one is given.

    times: how often it was asked for, so that the browser does it anew. text: what stands in the area.
    """
    length = _units(text)
    start, end = (_units(text[:place]) for place in spot) if spot else (length, length)
    # The area may still hold the text before, which is waited for, but not for long.
    script = f"""/* {times:d} */ (function look(left) {{
      const area = document.querySelector('.st-key-lf-rv-text textarea');
      if (left && area?.value.length !== {length:d}) return setTimeout(look, 50, left - 1);
      area?.focus(); area?.setSelectionRange({start:d}, {end:d}); area?.scrollIntoView({{block: 'center'}});
    }})(40)"""
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def _units(text: str) -> int:
    """Return the length as a browser counts it: letters beyond the first plane are two, line ends one."""
    return len(text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")) // 2


def filters(changed: Callable[[], None]) -> dict[str, Any]:
    """Draw what narrows the list and return it by the names of the store's filter."""
    left, middle, right, last = st.columns([1.8, 1.8, 1.9, 1.6], vertical_alignment="bottom")
    states = left.multiselect(
        _("States"), tuple(STATE_LABELS), key="rv_states", format_func=state_name, on_change=changed,
        placeholder=_("All states"), persist_state="session",
    )  # fmt: skip
    surfaces = middle.multiselect(
        _("Surfaces"), SURFACES, key="rv_surfaces", format_func=surface_name, on_change=changed,
        placeholder=_("All surfaces"), persist_state="session",
    )  # fmt: skip
    text = right.text_input(
        _("Search"), key="rv_search", on_change=changed, max_chars=200, icon=":material/search:",
        placeholder=_("Key, source, context or translation"), persist_state="session",
    )  # fmt: skip
    found = last.toggle(
        _("With findings"), key="rv_found", on_change=changed, persist_state="session",
        help=_("Of the last run of the checks over everything, those set aside left out."),
    )  # fmt: skip
    return {
        "states": tuple(state for state in states if state in STATE_LABELS),
        "surfaces": tuple(surface for surface in surfaces if surface in SURFACES), "text": text or "",
        "found": bool(found),
    }  # fmt: skip


def queue(rows: Sequence[Any], total: int, start: int, current: str, go: Callable[[int, str], None]) -> None:
    """Draw a stretch of the list. start: place of its first row. go: called with place and key of the one chosen."""
    if rows:
        span = _("{first} to {last} of {total}").format(
            first=number(start + 1, 0), last=number(start + len(rows), 0), total=number(total, 0)
        )
        st.caption(span)
    with st.container(key="lf-rv-queue", gap=None):
        for place, row in enumerate(rows, start):
            label = plain(row.item.key if len(row.item.key) <= _SHORT else row.item.key[: _SHORT - 1] + "…")
            st.button(
                f"**{label}**" if row.item.key == current else label, key=f"rv_go_{place}", type="tertiary", width="stretch",
                icon=STATE_ICONS.get(row.state), on_click=go, args=(place, row.item.key),
                help=f"{state_name(row.state)} · {surface_name(row.item.surface)}",
            )  # fmt: skip


def readable(name: str) -> str:
    """Return a person's name as it was typed, on one line, without letters that cannot be seen."""
    seen = "".join(letter for letter in name if unicodedata.category(letter) not in ("Cc", "Cf"))
    return " ".join(seen.split())[:80]
