"""The shop's texts on the page: how far each locale is, the list, what may travel badly, what went wrong in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from components import words as locale_words
from components.studio_words import locale_name, origin_name, state_name, surface_name
from components.words import MISSING, _, list_text, market_name, ngettext, number, percent, said, source_text
from frameworks.labels import Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.linting import EVIDENCE, LINTS
from frameworks.localization.states import Progress

STYLESHEET = (locale_words.LOCALE_DIR.parents[1] / "static" / "texts.css").read_text(encoding="utf-8")
_MEETING = re.compile(r"([._/:-])")
_LONGEST = 400
"""Characters of a text in the list; the whole is in its own window."""


def apply() -> None:
    """Put the shapes into the page; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def bars(standings: Iterable[Progress]) -> None:
    """Draw how far each locale is."""
    st.html(f'<div class="lf-tx-bars">{"".join(map(bar, standings))}</div>')


def bar(standing: Progress) -> str:
    """Return one locale's standing as markup: what is approved, and what has a text, weighted by surface."""
    done, made = standing.share or 0.0, standing.translated or 0.0
    told = _("{approved} approved · {made} with a text").format(approved=percent(done), made=percent(made))
    missing, stale = standing.states.get("missing", 0), standing.states.get("stale", 0)
    parts = [told]
    if missing:
        parts.append(ngettext("{count} missing", "{count} missing", missing).format(count=number(missing, 0)))
    if stale:
        parts.append(ngettext("{count} stale", "{count} stale", stale).format(count=number(stale, 0)))
    name = locale_name(standing.locale)
    return (
        f'<div class="lf-tx-loc"><b>{escape(name)}</b>'
        f'<div class="lf-tx-two" role="img" aria-label="{escape(f"{name}: {told}")}">'
        f'<i style="--share:{100 * made:.1f}%"></i><i style="--share:{100 * done:.1f}%"></i></div>'
        f"<span>{escape(' · '.join(parts))}</span></div>"
    )


def row(one: Any) -> str:
    """Return a row of the list as markup: key and surface, source, translation, state and origin."""
    item, made = one.item, one.translation
    target = f'<span class="lf-tx-none" aria-hidden="true">{MISSING}</span>'
    origin = ""
    if made is not None:
        tag = escape(made.locale.replace("_", "-"))
        target = f'<span class="lf-tx-text" lang="{tag}" dir="auto">{escape(_short(made.text))}</span>'
        origin = f"<small>{escape(origin_name(made.origin))}</small>"
    spoken = escape(item.source_language.replace("_", "-"))
    return (
        f'<div class="lf-tx-row"><span class="lf-tx-key">{_key(item.key)}<small>{escape(surface_name(item.surface))}'
        f'</small></span><span class="lf-tx-text" lang="{spoken}" dir="auto">{escape(_short(item.source))}</span>{target}'
        f'<span class="lf-tx-state">{escape(state_name(one.state))}{origin}</span></div>'
    )


def _key(key: str) -> str:
    """Return a key as markup that breaks where its parts meet."""
    return _MEETING.sub(r"\1<wbr>", escape(_short(key)))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def findings(found: Mapping[str, Sequence[Finding]]) -> None:
    """Draw what may travel badly, by market; the same thing said of several markets stands once."""
    st.html(f'<ul class="lf-tx-points">{"".join(points(found))}</ul>')


def points(found: Mapping[str, Sequence[Finding]]) -> list[str]:
    """Return the findings as markup, each with its markets, why, what to try, and who says so."""
    grouped: dict[tuple[object, ...], tuple[Finding, list[str]]] = {}
    for market, told in found.items():
        for one in told:
            alike = (one.check, one.start, one.end, str(one.message), one.suggestion, one.source)
            grouped.setdefault(alike, (one, []))[1].append(market)
    return [_point(one, markets) for one, markets in grouped.values()]


def _point(one: Finding, markets: Sequence[str]) -> str:
    title = _(LINTS[one.check].title) if one.check in LINTS else one.check
    try_this = _("Try: {what}").format(what=_(one.suggestion)) if one.suggestion else ""
    by = [source_text(one.source), _(EVIDENCE[one.evidence]) if one.evidence in EVIDENCE else "", str(one.year or "")]
    lines = [said(one.message), try_this]
    return (
        f"<li><b>{escape(title)}</b> · {escape(list_text([market_name(code) for code in markets]))}<br>"
        f"{'<br>'.join(escape(line) for line in lines if line)}<small>{escape(' · '.join(filter(None, by)))}</small></li>"
    )


def problems(told: Iterable[Sentence | str]) -> None:
    """Draw what was left out of a file, each with its place."""
    st.html(f'<ul class="lf-tx-problems">{"".join(f"<li>{escape(said(one))}</li>" for one in told)}</ul>')


def drafted(summary: Any) -> str:
    """Return what filling in drafts came to, for ``data.translate.Summary``."""
    made = sum(summary.drafted.values())
    parts = [ngettext("{count} draft filled in.", "{count} drafts filled in.", made).format(count=number(made, 0))]
    if made:
        each = [f"{number(count, 0)} {origin_name(origin)}" for origin, count in summary.drafted.items()]
        parts = [parts[0].rstrip(".") + f" ({list_text(each)})."]
    if summary.waiting:
        told = ngettext("{count} waits for a person or an engine.", "{count} wait for a person or an engine.", summary.waiting)
        parts.append(told.format(count=number(summary.waiting, 0)))
    return " ".join(parts)
