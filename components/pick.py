"""Pick a market on the chart or in the table, see its detail, put it on the shortlist."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components import state, view
from components.drawing import Drawing
from components.matrix import rank_text
from components.words import _, list_text, market_name, number, percent
from frameworks.scoring.criteria import NAMES
from frameworks.scoring.matrix import MEANINGS
from frameworks.scoring.matrix import NAMES as QUADRANT_NAMES
from frameworks.scoring.scenario import Scenario
from frameworks.scoring.score import Scoring
from frameworks.scoring.swap import Change
from frameworks.scoring.swap import duel as held_against
from frameworks.weights import AFFINITY_PARTS, POTENTIAL_DIMENSIONS, TEAM_DIMENSIONS

_PICKED = "lf_picked"
_CLEARED = "in_shortlist_cleared"
"""The shortlist that was just cleared; forgotten with the scenario it belongs to."""
MAX_SHORTLIST = 12
MARKET_PAGE = Path(__file__).resolve().parents[1] / "pages" / "market.py"


def current(markets: pd.Index) -> str | None:
    """Return the picked market; before any pick the address's, then the leading one."""
    if _PICKED not in st.session_state:
        st.session_state[_PICKED] = st.query_params.get("pick")
    picked = st.session_state[_PICKED]
    if picked not in markets:
        picked = markets[0] if len(markets) else None
    view.keep("pick", picked, markets[0] if len(markets) else None)
    return picked


def chart(drawing: Drawing, markets: pd.Index, name: str) -> None:
    """Draw a chart whose click picks a market."""
    key = f"{name}-chart"

    def clicked() -> None:
        rows = (st.session_state.get(key) or {}).get("selection", {}).get("pick") or []
        code = rows[0].get("iso3") if rows and isinstance(rows[0], dict) else None
        st.session_state[_PICKED] = code if code in markets else st.session_state.get(_PICKED)

    words = _("Markets by cultural affinity and business potential; the table below holds the same figures")
    drawing.show(key, words, clicked)


def nothing_to_draw(scoring: Scoring) -> None:
    """Say why no point stands on the matrix and what to do."""
    if not scoring.affinity.models.shape[1]:
        st.info(
            _(
                "No culture model has scores for {home}, so there is no affinity and the markets are ranked by potential"
                " alone. On the page Sources & method you can switch on the country-tool estimates (not for commercial"
                " use) or add your own licensed scores."
            ).format(home=market_name(scoring.affinity.home)),
            icon=":material/explore_off:",
        )
    else:
        st.info(_("No market on show has both scores. Loosen the filter or choose more candidates."))


def detail(scoring: Scoring, market: str | None, scenario: Scenario) -> None:
    """Draw the card of the picked market, or say how to pick one."""
    if market is None:
        st.caption(_("No market to show."))
        return
    row = scoring.frame.loc[market]
    with st.container(border=True, key="picked-market"):
        st.html(_headline(market, row))
        st.html(_contributions(scoring, market))
        with st.container(horizontal=True):
            inside = market in scenario.shortlist
            st.button(
                _("Take off the shortlist") if inside else _("Put on the shortlist"), key="pick_shortlist",
                icon=":material/star:", on_click=_toggle, args=(market,), type="secondary" if inside else "primary",
            )  # fmt: skip
            st.page_link(
                str(MARKET_PAGE), label=_("Open the market"), icon=":material/location_on:", query_params={"market": market}
            )


def _toggle(market: str) -> None:
    shortlist = state.scenario().shortlist
    if market in shortlist:
        state.change(shortlist=tuple(code for code in shortlist if code != market))
    else:
        state.change(shortlist=(*shortlist, market)[-MAX_SHORTLIST:])


def _headline(market: str, row: pd.Series) -> str:
    quadrant = str(row["quadrant"])
    facts = (
        (_("Rank (5–95 %)"), rank_text(row["rank"], row["rank_low"], row["rank_high"])),
        (_("Affinity"), _banded(row, "affinity")),
        (_("Potential"), _banded(row, "potential")),
        (_("Confidence"), str(row["affinity_confidence"])),
        (_("In the top 3"), percent(row["p_top3"])),
    )
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    return (
        f'<div class="lf-picked"><h3>{escape(market_name(market))} '
        f'<span class="lf-chip lf-{quadrant}">{escape(_(QUADRANT_NAMES[quadrant]))}</span></h3>'
        f'<p class="lf-muted">{escape(_(MEANINGS[quadrant]))}</p><dl class="lf-facts">{cells}</dl></div>'
    )


def _banded(row: pd.Series, axis: str) -> str:
    if pd.isna(row[axis]):
        return "–"
    return f"{number(row[axis])}  ({number(row[axis + '_low'], 0)}–{number(row[axis + '_high'], 0)})"


def _contributions(scoring: Scoring, market: str) -> str:
    frame = scoring.frame.loc[market]
    axes = (
        (_("Affinity"), AFFINITY_PARTS, scoring.weights.affinity),
        (_("Potential"), POTENTIAL_DIMENSIONS + TEAM_DIMENSIONS, scoring.weights.potential),
    )
    columns = []
    for title, parts, points in axes:
        bars = "".join(_bar(_(NAMES[part].name), frame[part]) for part in parts if points[part] > 0)
        columns.append(f'<div class="lf-parts"><p class="lf-eyebrow">{escape(title)}</p>{bars}</div>')
    return f'<div class="lf-axes">{"".join(columns)}</div>'


def _bar(name: str, value: float) -> str:
    gap = " lf-gap" if pd.isna(value) else ""
    share = 0.0 if pd.isna(value) else float(value)
    return (
        f'<div class="lf-part{gap}"><span>{escape(name)}</span><span class="lf-bar" style="--share:{share:.1f}%"></span>'
        f'<span class="lf-num">{escape(number(value))}</span></div>'
    )


def rows(codes: Sequence[str], scenario: Scenario) -> None:
    """Offer the rows selected in the table for the shortlist."""
    new = [code for code in codes if code not in scenario.shortlist]
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(codes) == 1:
            st.button(
                _("Show {market} on the chart").format(market=market_name(codes[0])), key="pick_row",
                on_click=lambda: st.session_state.update({_PICKED: codes[0]}), icon=":material/my_location:",
            )  # fmt: skip
        if new:
            st.button(
                _("Put on the shortlist: {markets}").format(markets=list_text([market_name(code) for code in new[:4]])
                + (" …" if len(new) > 4 else "")), key="rows_shortlist", icon=":material/star:",
                on_click=lambda: state.change(shortlist=(*scenario.shortlist, *new)[-MAX_SHORTLIST:]),
            )  # fmt: skip
        if scenario.shortlist:
            names = list_text([market_name(code) for code in scenario.shortlist])
            st.caption(_("Shortlist: {markets}").format(markets=names))
            st.button(_("Clear"), key="shortlist_clear", on_click=_clear, type="tertiary")
            st.session_state.pop(_CLEARED, None)
            return
        if not codes:
            st.caption(_("Tick rows to put markets on the shortlist."), width="content")
        if _CLEARED in st.session_state:
            st.caption(_("The shortlist was cleared."), width="content")
            st.button(_("Undo"), key="shortlist_undo", icon=":material/undo:", type="tertiary", on_click=_put_back)


def _clear() -> None:
    st.session_state[_CLEARED] = state.scenario().shortlist
    state.change(shortlist=())


def _put_back() -> None:
    state.change(shortlist=st.session_state.pop(_CLEARED, ()))


def duel(scoring: Scoring, scenario: Scenario) -> None:
    """Ask what would have to change for one market to beat another."""
    ranked = list(scoring.frame.index[scoring.frame["overall"].notna()])
    if len(ranked) < 2:
        return
    listed = [code for code in scenario.shortlist if code in ranked] + ranked[:2]
    first, second = list(dict.fromkeys(listed))[:2]
    box = st.expander(_("What would have to change for one market to beat another?"), key="in_duel", on_change="rerun")
    if not box.open:
        return
    with box:
        left, right = st.columns(2)
        one = left.selectbox(_("Market"), ranked, index=ranked.index(second), format_func=market_name, key="in_duel_one")
        other = right.selectbox(_("to beat"), ranked, index=ranked.index(first), format_func=market_name, key="in_duel_other")
        if one not in ranked or other not in ranked or one == other:
            st.caption(_("Choose two different markets."))
            return
        _answer(held_against(scoring, one, other))


def _answer(found: Any) -> None:
    names = {"ahead": market_name(found.ahead), "behind": market_name(found.behind)}
    st.markdown(
        _("{ahead} leads {behind} by {gap} points and wins in {share} of the draws: {verdict}.").format(
            ahead=f"**{names['ahead']}**", behind=f"**{names['behind']}**", gap=number(found.gap),
            share=percent(found.win_share),
            verdict=_("a clear order") if found.clear else _("no clear order"),
        )
    )  # fmt: skip
    if not found.clear:
        st.caption(
            _(
                "Draws vary the weights, the published errors and the culture models."
                " No clear order: the rank bands overlap by more than half."
            )
        )
    ways = [change for change in found.changes if change.weight_needed is not None or change.score_needed is not None]
    if not ways:
        st.caption(_("No single weight and no single score would change their order."))
        return
    st.dataframe(
        pd.DataFrame([_way(change) for change in ways[:8]]), hide_index=True,
        alt=_("Single changes that would put the two level"),
        column_config={
            "criterion": st.column_config.TextColumn(_("Change one thing")),
            "weight": st.column_config.TextColumn(_("Weight, from → to")),
            "score": st.column_config.TextColumn(_("Score of {market}, from → to").format(market=names["behind"])),
        },
    )  # fmt: skip


def _way(change: Change) -> dict[str, str]:
    name = _("Balance: share of affinity") if change.criterion == "balance" else _(NAMES[change.criterion].name)
    weight = _("no weight does it")
    if change.weight_needed is not None:
        weight = f"{number(change.weight_now)} % → {number(change.weight_needed)} %"
    score = "–"
    if change.score_needed is not None:
        score = f"{number(change.score_now)} → {number(change.score_needed)}"
    return {"criterion": name, "weight": weight, "score": score}
