"""All findings of the checks: how many by check and locale, and a list that leads to each text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components import studio_review_findings
from components.sources import plain
from components.studio_review import safe
from components.studio_words import locale_name, severity_name
from components.words import _, ngettext, number
from frameworks.localization.checks import CHECKS
from frameworks.localization.finding import SEVERITIES

SEVERITY, CHECK, LOCALE = "rv_all_severity", "rv_all_check", "rv_all_locale"
_SHORT = 60


def title(check: str) -> str:
    """Return the name of a check."""
    return _(CHECKS[check].title) if check in CHECKS else check


def narrowing(counts: Sequence[Any], changed: Callable[[], None]) -> tuple[dict[str, str], int]:
    """Draw what narrows the list, each choice with its count, and return it with how many findings are left.

    counts: ``data.studio.findings.Count``. changed: called when another choice is made.
    """
    chosen = {"severity": st.session_state.get(SEVERITY) or "", "check": st.session_state.get(CHECK) or "",
              "locale": st.session_state.get(LOCALE) or ""}  # fmt: skip
    left, middle, right = st.columns([1.4, 1.6, 1.4], vertical_alignment="bottom")
    drawn = (
        ("severity", left, _("Severity"), SEVERITY, severity_name), ("check", middle, _("Check"), CHECK, title),
        ("locale", right, _("Locale"), LOCALE, locale_name),
    )  # fmt: skip
    for name, column, label, key, shown in drawn:
        by = _tally(counts, name, {other: value for other, value in chosen.items() if other != name})
        most = [one for one, _count in by.most_common()]
        options = ["", *(sorted(by, key=SEVERITIES.index) if name == "severity" else most)]
        if chosen[name] not in options:
            options.append(chosen[name])
        names = {one: f"{shown(one) if one else _('All')} ({number(by[one] if one else by.total(), 0)})" for one in options}
        column.selectbox(label, options, key=key, format_func=names.__getitem__, on_change=changed, persist_state="session")
    return chosen, _tally(counts, "severity", chosen).total()


def _tally(counts: Sequence[Any], name: str, narrow: dict[str, str]) -> Counter[str]:
    """Return how many findings there are by one field, of those that the other choices leave."""
    found: Counter[str] = Counter()
    for one in counts:
        if all(value in ("", getattr(one, other)) for other, value in narrow.items()):
            found[getattr(one, name)] += one.count
    return found


def table(counts: Sequence[Any]) -> pd.DataFrame:
    """Return the counts with a row for each check, the gravest first, and a column for each locale."""
    rows = [(one.severity, title(one.check), one.locale, one.count) for one in counts]
    flat = pd.DataFrame(rows, columns=["severity", "check", "locale", "count"])
    wide = flat.pivot_table(index=["severity", "check"], columns="locale", values="count", aggfunc="sum", fill_value=0)
    wide = wide.loc[sorted(wide.index, key=lambda place: (SEVERITIES.index(place[0]), -wide.loc[place].sum()))]
    wide.insert(0, _("All"), wide.sum(axis=1))
    shown = wide.reset_index()
    shown["severity"] = shown["severity"].map(severity_name)
    return shown.rename(columns={"severity": _("Severity"), "check": _("Check")})


def listed(found: Sequence[Any], go: Callable[[Any], None], aside: Callable[[Any], None]) -> None:
    """Draw findings, each with the way to its text. go, aside: called with the finding."""
    for place, one in enumerate(found):
        with st.container(key=f"lf-rv-all-{place}", horizontal=True, vertical_alignment="center"):
            key = one.key if len(one.key) <= _SHORT else one.key[: _SHORT - 1] + "…"
            where = f'<small class="lf-rv-where">{safe(key)} · {escape(locale_name(one.locale))}</small>'
            st.html(where + studio_review_findings.one(one.finding, one.text, one.locale, explained=False))
            with st.container(horizontal=True, width="content"):
                st.button(
                    _("Open"), key=f"rv_all_go_{place}", icon=":material/arrow_forward:", on_click=go, args=(one,),
                    help=plain(one.key[:80]),
                )  # fmt: skip
                st.button(
                    _("Set aside"), key=f"rv_all_aside_{place}", icon=":material/visibility_off:", type="tertiary",
                    on_click=aside, args=(one,),
                )  # fmt: skip


def told(looked: int, total: int, findings: int) -> str:
    """Return how much was checked and what came of it."""
    checked = _("{done} of {total} translations are checked as they stand").format(
        done=number(looked, 0), total=number(total, 0)
    )
    found = ngettext("{count} finding", "{count} findings", findings).format(count=number(findings, 0))
    return f"{checked}; {found}."


def why(what: str, keep: Callable[[str], None], closed: Callable[[], None]) -> None:
    """Open a window that asks why something is set aside. what: its name. keep: called with the reason."""

    def body() -> None:
        st.caption(plain(what))
        st.caption(_("It stays set aside until the text or its source changes."))
        with st.form("rv_aside_form", border=False):
            reason = st.text_input(_("Why"), key="rv_aside_reason", max_chars=1000)
            if st.form_submit_button(_("Set aside"), type="primary") and reason.strip():
                keep(reason)
                st.rerun()

    st.dialog(_("Set aside"), on_dismiss=closed)(body)()
