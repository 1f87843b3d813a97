"""The head of the Market page: which market, its verdict and how firm it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from math import isnan

import pandas as pd
import streamlit as st

from components import evidence
from components.card import card, small
from components.words import MISSING, _, list_text, market_name, ngettext, number, percent
from frameworks.scoring.criteria import NAMES as CRITERIA
from frameworks.scoring.matrix import MEANINGS, NAMES, QUADRANTS
from frameworks.scoring.score import Scoring

PARAM = "market"
_PICK = "market_pick"
_LAST = "lf_market"
_MANY = 3


def choose(markets: pd.Index, default: str) -> str:
    """Return the market the address asks for, else the last one looked at, else ``default``; fix the address."""
    asked = st.query_params.get(PARAM)
    wanted = str(asked)[:3].upper() if asked is not None and len(asked) == 3 else None
    chosen = next((code for code in (wanted, st.session_state.get(_LAST), default) if code in markets), markets[0])
    if asked is not None and wanted not in markets:
        st.warning(
            _(
                "The link asks for a market that Landfall does not know. {market} is shown instead; pick another below."
            ).format(market=market_name(chosen)),
            icon=":material/info:",
        )
    if asked != chosen:
        st.query_params[PARAM] = chosen
    st.session_state[_LAST] = chosen
    return chosen


def picker(markets: pd.Index, chosen: str) -> None:
    """Draw the list of all markets by name; picking one puts it into the address."""
    codes = sorted(markets, key=lambda code: market_name(code).casefold())
    if st.session_state.get(_PICK) != chosen:
        st.session_state[_PICK] = chosen

    def picked() -> None:
        code = st.session_state.get(_PICK)
        if code in markets:  # the browser's word is not enough
            st.session_state[_LAST] = st.query_params[PARAM] = code

    st.selectbox(_("Market"), codes, format_func=market_name, key=_PICK, on_change=picked)


def title(market: str, home: str) -> None:
    """Draw the name of the market and from where it is seen."""
    seen = _("Market, as seen from {home}").format(home=market_name(home))
    st.html(f'<p class="lf-eyebrow">{escape(seen)}</p>')
    st.title(market_name(market), anchor=False)


def shortlist_button(market: str, shortlist: Sequence[str], change: Callable[[tuple[str, ...]], object]) -> None:
    """Draw the button that puts the market on the shortlist or takes it off."""
    there = market in shortlist

    def toggle() -> None:
        kept = tuple(code for code in shortlist if code != market)
        change(kept if there else (*kept, market))

    st.button(
        _("Remove from shortlist") if there else _("Add to shortlist"),
        icon=":material/bookmark_remove:" if there else ":material/bookmark_add:",
        type="secondary" if there else "primary", on_click=toggle, key="market_shortlist", width="stretch",
    )  # fmt: skip


def verdict(scoring: Scoring, market: str) -> None:
    """Draw the quadrant, what it means, and four cards: rank, both axes with bands, chances by quadrant."""
    row = scoring.frame.loc[market]
    quadrant = row["quadrant"]
    said = _sentence(scoring, market)
    st.html(
        f'<p class="lf-mk-verdict"><span class="lf-chip lf-{quadrant}">{escape(_(NAMES[quadrant]))}</span>'
        f"<span>{escape(said)}</span></p>"
        f'<div class="lf-mk-cards">{_rank_card(scoring, row)}{_axis_card(scoring, row, "affinity")}'
        f"{_axis_card(scoring, row, 'potential')}{_chance_card(row)}</div>" + _why(scoring, market, row)
    )


def at_home(market: str) -> None:
    """Say that the market is home, and what to do."""
    st.info(
        _(
            "{market} is your home market: every other market is measured from here, so it has no affinity and no rank."
            " Pick another market, or change home on the Start page."
        ).format(market=market_name(market)),
        icon=":material/home:",
    )


def _sentence(scoring: Scoring, market: str) -> str:
    row = scoring.frame.loc[market]
    name, quadrant = market_name(market), row["quadrant"]
    if quadrant in QUADRANTS:
        share = row[f"p_{quadrant}"]
        firm = (
            _("It stays there in {share} of draws.") if share >= 0.8 else _("It stays there in only {share} of draws.")
        ).format(share=evidence.chance(share))
        return f"{_capital(_(MEANINGS[quadrant]))}. {firm}"
    if not scoring.affinity.models.shape[1]:
        return _(
            "No culture model in use knows {home}, so there is no affinity from there and no quadrant;"
            " markets are ranked by potential alone."
        ).format(home=market_name(scoring.affinity.home))
    if pd.isna(row["affinity"]) and pd.isna(row["potential"]):
        return _("Too little is published about {market} to score it. “Gaps” below says what is missing.").format(
            market=name
        )
    if pd.isna(row["affinity"]):
        return _(
            "{market} has a potential but no affinity: no culture model knows it."
            " “Gaps” below says what would fill that."
        ).format(market=name)
    return _("{market} has an affinity but no potential: too few of its figures are published.").format(market=name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rank_card(scoring: Scoring, row: pd.Series) -> str:
    last = len(scoring.ranked)
    if pd.isna(row["rank"]):
        inside = _no_figure(_("Only markets with an overall score are ranked."))
    else:
        low, high, at = (100 * (row[name] - 1) / max(last - 1, 1) for name in ("rank_low", "rank_high", "rank"))
        of = ngettext("of {count} market", "of {count} markets", last).format(count=number(last, 0))
        band = _("{low}–{high} in nine of ten draws").format(
            low=number(row["rank_low"], 0), high=number(row["rank_high"], 0)
        )
        top = _("in the top three in {share}").format(share=evidence.chance(row["p_top3"]))
        inside = _figure(number(row["rank"], 0), of) + _range(low, high, at) + small(f"{band}; {top}")
    return card(_("Rank"), inside)


def _axis_card(scoring: Scoring, row: pd.Series, axis: str) -> str:
    name = _("Cultural affinity") if axis == "affinity" else _("Business potential")
    badge = evidence.grade(str(row["affinity_confidence"])) if axis == "affinity" else ""
    if isnan(row[axis]):
        if axis == "affinity":
            why = _("No score: no culture model knows both markets.")
        else:
            why = _("No score: fewer than six of nine dimensions are known.")
        return card(name, _no_figure(why), badge=badge)
    low, high, cut = row[f"{axis}_low"], row[f"{axis}_high"], getattr(scoring.cuts, axis)
    text = (
        _("{low}–{high} over models, weights and gaps; dotted: the cut at {cut}")
        if axis == "affinity"
        else _("{low}–{high} over weights, errors and gaps; dotted: the cut at {cut}")
    )
    said = text.format(low=number(low), high=number(high), cut=number(cut))
    inside = _figure(number(row[axis]), _("of 100")) + _range(low, high, row[axis], cut) + small(said)
    return card(name, inside, badge=badge)


def _chance_card(row: pd.Series) -> str:
    shares = {name: row[f"p_{name}"] for name in QUADRANTS}
    if any(isnan(share) for share in shares.values()):
        return card(_("Quadrant chances"), _no_figure(_("It takes both scores to place a market on the matrix.")))
    bars = "".join(
        f'<span class="lf-{name}" style="flex:{share:.4f}"></span>' for name, share in shares.items() if share > 0
    )
    named = {name: escape(f"{_(NAMES[name])} {evidence.chance(share)}") for name, share in shares.items()}
    legend = "".join(f'<span class="lf-{name}">{text}</span>' for name, text in named.items())
    return card(
        _("Quadrant chances"),
        f'<div class="lf-mk-split" aria-hidden="true">{bars}</div><div class="lf-mk-legend">{legend}</div>',
    )


def _why(scoring: Scoring, market: str, row: pd.Series) -> str:
    letter = str(row["affinity_confidence"])
    reasons = list_text([reason for reason in confidence_reasons(scoring, market) if reason])
    text = f"{evidence.grade(letter)}{escape(evidence.grade_words(letter))} "
    if reasons and letter != "D":
        text += escape(_("Here: {reasons}.").format(reasons=reasons)) + " "
    if row["coverage"] > 0:
        text += escape(
            _("Potential rests on {share} of its indicators, the oldest from {year}.").format(
                share=percent(row["coverage"]), year=MISSING if pd.isna(row["oldest_year"]) else int(row["oldest_year"])
            )
        )
    else:
        text += escape(_("None of the indicators behind potential is published."))
    return f'<p class="lf-mk-why">{text}</p>'


def confidence_reasons(scoring: Scoring, market: str) -> list[str]:
    """Return what decides the confidence in a market's affinity, in a few words each."""
    near = scoring.affinity
    basis = near.basis.loc[market] if near.basis.shape[1] else pd.Series(dtype=object)
    measured = int(basis.isin(["measured", "licensed"]).sum())
    others = int(basis.isin(["stand_in", "estimate"]).sum())
    dated = measured >= _MANY and not near.recent[market]
    lacking = [
        _(CRITERIA[part].name).lower()
        for part, points in scoring.weights.affinity.items()
        if part != "values" and points > 0 and pd.isna(near.parts.at[market, part])
    ]
    return [
        ngettext("{count} model measured", "{count} models measured", measured).format(count=measured),
        ngettext("{count} on a stand-in or estimate", "{count} on stand-ins or estimates", others).format(count=others)
        if others else "",
        _("your team's own view, which does not raise it") if (basis == "own").any() else "",
        _("no World Values survey since 2010 in both countries") if dated else "",
        _("{parts} missing").format(parts=list_text(lacking)) if lacking else "",
    ]  # fmt: skip


def _figure(value: str, of: str) -> str:
    return f'<div class="lf-figure">{escape(value)}<span class="lf-mk-of">{escape(of)}</span></div>'


def _no_figure(why: str) -> str:
    return f'<div class="lf-figure lf-muted">{MISSING}</div>{small(why)}'


def _range(low: float, high: float, at: float, cut: float | None = None) -> str:
    mark = "" if cut is None else f'<span class="lf-mk-cut" style="left:{cut:.1f}%"></span>'
    return (
        f'<div class="lf-mk-range" aria-hidden="true"><div class="lf-band"'
        f' style="--low:{low:.1f}%;--high:{high:.1f}%;--at:{at:.1f}%"></div>{mark}</div>'
    )
