"""What may travel badly in the sources: a list with market, why, who says so and what to try."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from components.sources import plain
from components.studio_review import safe, shown
from components.studio_review_findings import marked
from components.studio_words import severity_name, surface_name
from components.words import _, list_text, market_name, number, said, source_text
from frameworks.localization.linting import EVIDENCE, LINTS

MARKET, LINT = "rv_sources_market", "rv_sources_lint"
_SHORT = 60


def title(lint: str) -> str:
    """Return the name of a lint."""
    return _(LINTS[lint].title) if lint in LINTS else lint


def narrowing(cautions: Sequence[Any], changed: Callable[[], None]) -> tuple[Any, ...]:
    """Draw what narrows the list, each choice with its count, and return what is left of it."""
    left, right = st.columns(2)
    by_market = Counter(market for one in cautions for market in one.markets)
    by_lint = Counter(one.finding.check for one in cautions)
    drawn = ((left, _("Market"), MARKET, by_market, market_name), (right, _("What"), LINT, by_lint, title))
    chosen = []
    for column, label, key, counted, name in drawn:
        options = ["", *(one for one, _count in counted.most_common())]
        if st.session_state.get(key) not in (None, *options):
            st.session_state[key] = ""
        names = {one: f"{name(one) if one else _('All')} ({number(counted[one] if one else len(cautions), 0)})" for one in options}
        chosen.append(column.selectbox(label, options, key=key, format_func=names.__getitem__, on_change=changed) or "")
    market, lint = chosen
    return tuple(
        one for one in cautions if (not market or market in one.markets) and (not lint or one.finding.check == lint)
    )  # fmt: skip


def listed(cautions: Sequence[Any], opened: Callable[[Any], None], aside: Callable[[Any], None]) -> None:
    """Draw cautions, each with the way to its text. opened, aside: called with the caution."""
    for place, one in enumerate(cautions):
        with st.container(key=f"lf-rv-source-{place}", horizontal=True, vertical_alignment="center"):
            st.html(caution(one))
            with st.container(horizontal=True, width="content"):
                key = plain(one.item.key[:80])
                if st.button(_("Open"), key=f"rv_sources_go_{place}", icon=":material/arrow_forward:", help=key):
                    opened(one)
                st.button(
                    _("Set aside"), key=f"rv_sources_aside_{place}", icon=":material/visibility_off:", type="tertiary",
                    on_click=aside, args=(one,),
                )  # fmt: skip


def caution(one: Any) -> str:
    """Return a caution as markup: text, market, why, what to try, and who says so."""
    item, finding = one.item, one.finding
    key = item.key if len(item.key) <= _SHORT else item.key[: _SHORT - 1] + "…"
    markets = list_text([market_name(code) for code in one.markets])
    evidence = _(EVIDENCE[finding.evidence]) if finding.evidence in EVIDENCE else ""
    by = [source_text(finding.source), evidence, str(finding.year or "")]
    place = marked(item.source, finding.start, finding.end)
    parts = [
        f'<small>{safe(key)} · {escape(surface_name(item.surface))}</small>',
        f'<p><span class="lf-rv-severity lf-rv-{escape(finding.severity)}">{escape(severity_name(finding.severity))}</span>'
        f"<b>{escape(title(finding.check))}</b> · {escape(markets)}</p>",
        shown(place or safe(item.source[:200]), item.source_language),
        f"<p>{safe(said(finding.message))}</p>",
        f"<p>{safe(_('Try: {suggestion}').format(suggestion=_(finding.suggestion)))}</p>" if finding.suggestion else "",
        f"<small>{escape(' · '.join(filter(None, by)))}</small>",
    ]
    return f'<div class="lf-rv-finding">{"".join(parts)}</div>'


def kept_aside(held: Mapping[tuple[str, str, str], Any], heed: Callable[[str, str, str], None]) -> None:
    """Draw what was set aside, by key, market and lint, with the way back."""
    for place, ((key, market, lint), one) in enumerate(sorted(held.items())):
        who = ", ".join(filter(None, (one.by, one.at[:10])))
        st.html(
            f'<div class="lf-rv-entry"><b>{escape(title(lint))}</b> · {safe(key)} · {escape(market_name(market))}<br>'
            f"{safe(one.why)}<br><small>{safe(who)}</small></div>"
        )
        st.button(
            _("Heed it again"), key=f"rv_sources_heed_{place}", type="tertiary", on_click=heed, args=(key, market, lint)
        )
