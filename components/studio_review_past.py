"""What surrounds a translation: how its source changed, what may be taken over, what was said, and how it once was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from components.studio_review import moment, safe, shown
from components.studio_words import action_name, origin_name, state_name, surface_name
from components.words import _, number
from frameworks.labels import N_
from frameworks.localization.memory import EXACT, Span, Suggestion

_TAGS = {"removed": "del", "added": "ins"}
ALARMS = {
    "numbers": N_("The numbers of the two sources differ."), "placeholders": N_("The placeholders of the two sources differ."),
}  # fmt: skip


def changes(spans: Sequence[Span]) -> str:
    """Return what went and what came as markup."""
    tagged = ((_TAGS.get(span.kind), safe(span.text)) for span in spans)
    return "".join(f"<{tag}>{text}</{tag}>" if tag else text for tag, text in tagged)


def stale(before: str | None, spans: Sequence[Span], language: str) -> None:
    """Draw what changed in the source since the translation was made."""
    if before is None:
        told = _("The source has changed since this was translated; the former one is not known.")
        st.html(f'<div class="lf-rv-told lf-rv-bad">{escape(told)}</div>')
        return
    told = _("The source has changed since this was translated:")
    st.html(f'<div class="lf-rv-told lf-rv-bad">{escape(told)}{shown(changes(spans), language)}</div>')


def suggestions(found: Sequence[Suggestion], locale: str, language: str, take: Callable[[str], None]) -> None:
    """Draw texts that may do, each with where it comes from. take: called with the one chosen."""
    for place, one in enumerate(found):
        alike = _("same source") if one.score >= EXACT else _("{share} of 100 alike").format(share=number(one.score, 0))
        domain = surface_name(one.domain) if one.domain else ""
        about = " · ".join(filter(None, (origin_name(one.origin), alike, domain, one.reviewer)))
        parts = [shown(safe(one.text), locale)]
        if one.difference:
            parts.append(f"<small>{escape(_('Its source against this one:'))}</small>{shown(changes(one.difference), language)}")
        parts += [f"<p><b>{escape(_(ALARMS[alarm]))}</b></p>" for alarm in one.alarms if alarm in ALARMS]
        st.html(f'<div class="lf-rv-entry">{"".join(parts)}<small>{safe(about)}</small></div>')
        st.button(
            _("Take over"), key=f"rv_take_{place}", type="tertiary", icon=":material/input:", on_click=take, args=(one.text,)
        )  # fmt: skip


def comments(said: Sequence[Any], add: Callable[[], None], resolve: Callable[[int, bool], None]) -> None:
    """Draw what was said about a text, and a field for more."""
    for one in said:
        state = _("settled") if one.resolved else ""
        about = " · ".join(filter(None, (one.by, moment(one.at), state)))
        st.html(f'<div class="lf-rv-entry"><p class="lf-rv-text" dir="auto">{safe(one.text)}</p><small>{safe(about)}</small></div>')
        label = _("Open again") if one.resolved else _("Mark as settled")
        st.button(
            label, key=f"rv_settle_{one.number}", type="tertiary", on_click=resolve, args=(one.number, not one.resolved)
        )  # fmt: skip
    st.text_area(_("Comment"), key="rv_comment", max_chars=4000, height=80)
    st.button(_("Add the comment"), key="rv_comment_add", icon=":material/add_comment:", on_click=add)


def history(versions: Sequence[Any], locale: str, restore: Callable[[int], None] | None) -> None:
    """Draw the versions of a translation, newest first. restore: called with a version's number, None where it cannot be."""
    for place, one in enumerate(versions):
        held = one.translation
        state = state_name(held.state) if held else _("removed")
        about = " · ".join(filter(None, (action_name(one.action), state, one.by, moment(one.at))))
        why = f"<p>{safe(_('Why: {reason}').format(reason=held.note))}</p>" if held and held.note else ""
        text = shown(safe(held.text), locale) if held else ""
        st.html(f'<div class="lf-rv-entry">{text}{why}<small>{safe(about)}</small></div>')
        if place and held:
            st.button(
                _("Restore"), key=f"rv_restore_{one.number}", type="tertiary", icon=":material/restore:", on_click=restore,
                args=(one.number,), disabled=restore is None,
            )  # fmt: skip
    if restore is None and len(versions) > 1:
        st.caption(_("Save or discard what you typed before you restore an earlier version."))
