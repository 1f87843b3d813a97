"""What the checks found in a translation: how grave, why, where in the text, and setting it aside with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from components.sources import plain
from components.studio_review import moment, safe, shown
from components.studio_words import severity_name
from components.words import _, ngettext, number, said
from frameworks.localization.checks import CHECKS
from frameworks.localization.finding import SEVERITIES, Finding

AROUND = 40
"""Letters shown before and after the place of a finding."""


def marked(text: str, start: int | None, end: int | None) -> str:
    """Return the part of ``text`` around a place as markup, the place marked; empty without a place."""
    if start is None or end is None or not 0 <= start < end <= len(text):
        return ""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before = ("…" if first else "") + text[first:start]
    after = text[end:last] + ("…" if last < len(text) else "")
    return f"{safe(before)}<mark>{safe(text[start:end])}</mark>{safe(after)}"


def one(finding: Finding, text: str, locale: str, *, explained: bool = True) -> str:
    """Return a finding as markup. explained: with what the check looks for and why."""
    about = CHECKS.get(finding.check)
    severity = finding.severity if finding.severity in SEVERITIES else "hint"
    title = _(about.title) if about else finding.check
    place = marked(text, finding.start, finding.end)
    parts = [
        f'<p><span class="lf-rv-severity lf-rv-{severity}">{escape(severity_name(severity))}</span><b>{escape(title)}</b></p>',
        f"<p>{safe(said(finding.message))}</p>",
        shown(place, locale) if place else "",
        f"<p>{safe(_('Try: {suggestion}').format(suggestion=finding.suggestion))}</p>" if finding.suggestion else "",
        f"<small>{escape(_(about.explanation))}</small>" if about and explained else "",
    ]
    return f'<div class="lf-rv-finding">{"".join(parts)}</div>'


def show(
    findings: Sequence[Finding], ignored: Mapping[str, Any], text: str, locale: str, *,
    ignore: Callable[[str], None] | None, heed: Callable[[str], None],
    spot: Callable[[tuple[int, int]], None] | None = None,
) -> None:  # fmt: skip
    """Draw findings, then those set aside.

    ignored: what was set aside, by check. ignore, heed: called with a check; no ``ignore`` where the text is not saved.
    spot:    called with a place in the text that is to be selected there.
    """
    standing = [finding for finding in findings if finding.check not in ignored]
    if not standing:
        st.caption(_("The checks found nothing to look at."))
    last: dict[str, int] = {finding.check: place for place, finding in enumerate(standing)}
    for place, finding in enumerate(standing):
        st.html(one(finding, text, locale))
        with st.container(horizontal=True):
            if spot is not None and marked(text, finding.start, finding.end):
                st.button(
                    _("Show it in the text"), key=f"rv_spot_{place}", type="tertiary", icon=":material/text_select_start:",
                    on_click=spot, args=((finding.start, finding.end),),
                )  # fmt: skip
            if last[finding.check] == place:
                _setting_aside(finding.check, ignore)
    aside = [check for check in dict.fromkeys(finding.check for finding in findings) if check in ignored]
    if aside:
        told = ngettext("{count} finding set aside", "{count} findings set aside", len(aside))
        with st.expander(told.format(count=number(len(aside), 0))):
            for check in aside:
                _aside(check, ignored[check], heed)


def _setting_aside(check: str, ignore: Callable[[str], None] | None) -> None:
    if ignore is None:
        return
    with st.popover(_("Set aside"), type="tertiary", icon=":material/visibility_off:", key=f"rv_aside_{check}"):
        st.caption(_("It stays set aside until the text or its source changes."))
        st.text_input(_("Why"), key=f"rv_aside_why_{check}", max_chars=1000)
        st.button(_("Set aside"), key=f"rv_aside_do_{check}", on_click=ignore, args=(check,))


def _aside(check: str, held: Any, heed: Callable[[str], None]) -> None:
    title = _(CHECKS[check].title) if check in CHECKS else check
    who = ", ".join(filter(None, (held.by, moment(held.at))))
    st.html(f'<div class="lf-rv-entry"><b>{escape(title)}</b><br>{safe(held.why)}<br><small>{safe(who)}</small></div>')
    st.button(
        _("Heed it again"), key=f"rv_heed_{check}", type="tertiary", on_click=heed, args=(check,), help=plain(title)
    )  # fmt: skip
