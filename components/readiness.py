"""How ready the team is for a market, as a bar a part, and several markets side by side."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import words as locale_words
from components.words import MISSING, _, market_name, number, said
from frameworks.localization.readiness import PARTS, Part, Readiness

STYLESHEET = (locale_words.LOCALE_DIR.parents[1] / "static" / "readiness.css").read_text(encoding="utf-8")


def figure(part: Part) -> str:
    """Return a part in figures, ``40–70`` where it is a range."""
    if part.low is None or part.high is None:
        return MISSING
    low, high = number(part.low, 0), number(part.high, 0)
    return low if low == high else f"{low}–{high}"


def bars(found: Readiness) -> None:
    """Draw a bar for each part, with what it is made of or why it is unknown."""
    st.html(f"<style>{STYLESHEET}</style>")
    st.html(f'<div class="lf-rd-bars">{"".join(map(bar, found.parts))}</div>')


def bar(part: Part) -> str:
    """Return a part as markup."""
    name, value = _(PARTS[part.key]), figure(part)
    told = _("unknown") if part.low is None else _("{value} of 100").format(value=value)
    low, high = part.low or 0.0, part.high or 0.0
    state = ' class="lf-rd-unknown"' if part.low is None else ""
    return (
        f'<div class="lf-rd-part"><b>{escape(name)}</b>'
        f'<div{state} data-bar role="img" aria-label="{escape(f"{name}: {told}")}">'
        f'<i style="--share:{high:.1f}%"></i><i style="--share:{low:.1f}%"></i></div>'
        f'<span class="lf-rd-value">{escape(value)}</span><small>{escape(said(part.reason))}</small></div>'
    )


def table(found: Sequence[Readiness]) -> None:
    """Draw markets side by side, a row each."""
    head = "".join(f'<th scope="col">{escape(_(name))}</th>' for name in PARTS.values())
    rows = "".join(
        f'<tr><th scope="row">{escape(market_name(one.market))}</th>{"".join(map(_cell, one.parts))}</tr>' for one in found
    )
    st.html(
        f'<div class="lf-rd-scroll" tabindex="0" role="region" aria-label="{escape(_("Readiness of your shortlist"))}">'
        f'<table class="lf-rd-table"><thead><tr><th scope="col">{escape(_("Market"))}</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cell(part: Part) -> str:
    if part.low is None or part.high is None:
        return f'<td title="{escape(said(part.reason))}">{MISSING}</td>'
    return f'<td title="{escape(said(part.reason))}" style="--share:{part.low:.1f}%">{escape(figure(part))}</td>'
