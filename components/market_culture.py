"""Culture of a market against home: nearness by model, and the largest gaps in plain words."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from components import evidence
from components.card import card, listed
from components.words import _, list_text, market_name, ngettext, number
from frameworks.culture.affinity import AffinityParts
from frameworks.culture.gaps import CultureGaps, Gap
from frameworks.culture.scores import MODELS
from frameworks.culture.trompenaars_scores import KEY as TROMPENAARS
from frameworks.culture.trompenaars_scores import NEEDED, TITLE

FIRST = 6


def standing_note() -> None:
    """Say once what averages of countries can and cannot tell."""
    text = _(
        "These are averages of countries. Most variation in values lies within countries,"
        " so treat a gap as a question to ask your buyers, never as a fact about a person."
    )
    st.html(f'<p class="lf-note">{escape(text)}</p>')


def models(near: AffinityParts, market: str, without: dict[str, str]) -> None:
    """Draw how near the market is to home in each culture model, stand-ins and estimates marked."""
    rows = []
    titles = {key: model.title for key, model in MODELS.items()} | {TROMPENAARS: TITLE}
    for key, title in titles.items():
        value = near.models.at[market, key] if key in near.models else float("nan")
        if pd.isna(value):
            why = escape(_no_numbers() if key == TROMPENAARS else _lack(without.get(key), near.home, market))
            rows.append(f'<li><span>{escape(title)}</span><span class="lf-gap">{why}</span></li>')
            continue
        mark = evidence.basis_chip(near.basis.at[market, key])
        rows.append(
            f"<li><span>{escape(title)} {mark}</span><strong>{number(value)}</strong>"
            f'<div class="lf-bar" style="--share:{value:.1f}%"></div></li>'
        )
    note = _("100 means nearer than all pairs of countries in that model, 50 the middle pair.")
    if TROMPENAARS in near.models and pd.notna(near.models.at[market, TROMPENAARS]):
        note += " " + _("For Trompenaars it is pairs placed at random on the scales: there is no public table to rank in.")
    st.html(card(_("Shared values, model by model"), listed(rows), f"{note} {_spread(near, market)}"))


def _spread(near: AffinityParts, market: str) -> str:
    known = near.models.loc[market].dropna()
    if len(known) < 2:
        return ""
    apart = known.max() - known.min()
    if apart >= 40:
        return _("The models disagree by {points} points, which is why the band is wide.").format(
            points=number(apart, 0)
        )
    return _("The models lie within {points} points.").format(points=number(apart, 0))


def _no_numbers() -> str:
    return _("no numbers of yours for both on {count} dimensions (see Dilemmas)").format(count=NEEDED)


def _lack(reason: str | None, home: str, market: str) -> str:
    if reason == "off":
        return _("switched off")
    if reason == "both":
        return _("knows neither market")
    if reason in ("home", "market"):
        return _("does not know {market}").format(market=market_name(home if reason == "home" else market))
    return _("too few shared dimensions")


def gaps(found: CultureGaps, home: str, market: str) -> None:
    """Draw the largest differences in plain words, with both places on the scale and what backs each."""
    if not found.told and not found.small:
        st.info(
            _(
                "No culture model in use knows both {home} and {market}, so there are no gaps to tell."
                " Switch on the country-tool estimates on the Sources page, or load a licensed table there."
            ).format(home=market_name(home), market=market_name(market)),
            icon=":material/info:",
        )
        return
    names = (
        f'<span class="lf-mk-key lf-mk-home">{escape(market_name(home))}</span> '
        f'<span class="lf-mk-key">{escape(market_name(market))}</span>'
    )
    if not found.told:
        st.html(f'<p class="lf-muted">{escape(_("No difference reaches half a standard deviation of the world."))}</p>')
    st.html(
        f'<div style="display:flex;gap:1rem">{names}</div>'
        + "".join(_gap(gap, home, market) for gap in found.told[:FIRST])
    )
    more = found.told[FIRST:]
    if more:
        label = ngettext("{count} further difference", "{count} further differences", len(more)).format(count=len(more))
        with st.expander(label):
            st.html("".join(_gap(gap, home, market) for gap in more))
    if found.small:
        count = len(found.small)
        st.caption(
            ngettext(
                "{count} dimension differs by less than half a standard deviation and is left out.",
                "{count} dimensions differ by less than half a standard deviation and are left out.", count,
            ).format(count=count)
        )  # fmt: skip


def _gap(gap: Gap, home: str, market: str) -> str:
    word = _("large") if gap.word == "large" else _("moderate")
    chips = f'<span class="lf-chip"><strong>{escape(word)}</strong></span>'
    if gap.dimension.contested:
        title = escape(_("Later studies could not confirm this scale."))
        chips += f'<span class="lf-chip" title="{title}">{escape(_("contested"))}</span>'
    chips += evidence.basis_chip(gap.basis)
    return (
        f'<article class="lf-mk-gap"><div><h4>{escape(_(gap.dimension.name))} {chips}</h4>'
        f"<p>{escape(_(gap.dimension.higher if gap.size > 0 else gap.dimension.lower))}</p>"
        f'<p class="lf-mk-small">{escape(_backing(gap))}</p></div>{_strip(gap, home, market)}</article>'
    )


def _backing(gap: Gap) -> str:
    way = (
        _("{model}: {home} at home, {market} there, {size} standard deviations higher")
        if gap.size > 0
        else _("{model}: {home} at home, {market} there, {size} standard deviations lower")
    )
    digits = _digits(gap)
    here, there = number(gap.home, digits), number(gap.market, digits)
    said = [way.format(model=gap.model.title, home=here, market=there, size=number(abs(gap.size)))]
    said.append(_("data of {years}").format(years=list_text([str(year) for year in sorted(set(gap.years))])))
    if gap.same:
        said.append(
            ngettext(
                "{count} related scale of other models agrees", "{count} related scales of other models agree", gap.same
            ).format(count=gap.same)
        )
    if gap.opposite:
        said.append(
            ngettext("{count} points the other way", "{count} point the other way", gap.opposite).format(
                count=gap.opposite
            )
        )
    if not gap.same and not gap.opposite:
        said.append(_("no related scale to check it against"))
    return "; ".join(said)


def _strip(gap: Gap, home: str, market: str) -> str:
    low, high = gap.model.span
    here, there = (100 * min(max((value - low) / (high - low), 0), 1) for value in (gap.home, gap.market))
    digits = _digits(gap)
    label = _("{home} {first}, {market} {second}").format(
        home=market_name(home),
        first=number(gap.home, digits),
        market=market_name(market),
        second=number(gap.market, digits),
    )
    return (
        f'<div role="img" aria-label="{escape(label)}" title="{escape(label)}"><div class="lf-mk-strip">'
        f'<b style="left:{min(here, there):.1f}%;width:{abs(here - there):.1f}%"></b>'
        f'<i class="lf-mk-home" style="left:{here:.1f}%"></i><i style="left:{there:.1f}%"></i></div>'
        f'<div class="lf-mk-poles"><span>{escape(_(gap.dimension.low))}</span>'
        f"<span>{escape(_(gap.dimension.high))}</span></div>"
        "</div>"
    )


def _digits(gap: Gap) -> int:
    return 0 if gap.model.key == "hofstede" else 1
