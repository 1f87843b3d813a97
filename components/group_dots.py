"""Shares by group of markets: the pooled figure with its interval, and the markets it is pooled from."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from components import dotplot
from components.dotplot import Mark, Row, share
from components.kpi_figures import figure
from components.tile import behind
from components.words import _, market_name, ngettext, number, percent, signed
from frameworks.kpi.group_difference import FEWEST_MARKETS, Difference, Spread

_MARKET = '<span class="lf-letter lf-letter-estimate" style="transform:scale(.5)" aria-hidden="true"></span>'


def plot(pooled: pd.DataFrame, shares: pd.DataFrame, names: dict[str, str]) -> str:
    """Return the plot as markup.

    pooled: by group, as from ``frameworks.kpi.group_difference.pooled``.
    shares: market, group, numerator, denominator. names: group to its name, in the order of the rows.
    """
    groups = [group for group in names if group in pooled.index]
    by_market = shares.assign(value=shares["numerator"] / shares["denominator"])
    most = max(pooled["high"].max(), by_market["value"].max())
    rows = [_row(names[group], pooled.loc[group], by_market[by_market["group"] == group], most) for group in groups]
    return dotplot.plot(rows, ends=False, axis=(percent(0, 0), figure(most, "share")))


def _row(title: str, found: pd.Series, markets: pd.DataFrame, most: float) -> Row:
    between = f"{figure(found['low'], 'share')} – {figure(found['high'], 'share')}"
    told = _("{value}, 95 % interval {between}").format(value=figure(found["value"], "share"), between=between)
    span = (share(found["low"], 0, most), share(found["high"], 0, most))
    if len(markets) == 1:
        name = market_name(markets["market"].iloc[0])
        mark = Mark(share(found["value"], 0, most), _MARKET, "", f"{name} {told}")
        alone = _("{market} alone").format(market=name)
        return Row(title, (mark,), aside=_aside(found, alone), span=span)
    marks = [
        Mark(share(value, 0, most), _MARKET, market_name(code), f"{market_name(code)} {figure(value, 'share')}, n = {number(n, 0)}")
        for code, value, n in zip(markets["market"], markets["value"], markets["denominator"], strict=True)
    ]  # fmt: skip
    marks.append(Mark(share(found["value"], 0, most), dotplot.symbol(0), "", told, leads=True))
    count = ngettext("{count} market", "{count} markets", int(found["markets"])).format(count=int(found["markets"]))
    return Row(
        title, tuple(marks), aside=_aside(found, count), span=span,
        tag=_("few markets") if found["markets"] < FEWEST_MARKETS else "",
    )  # fmt: skip


def _aside(found: pd.Series, count: str) -> str:
    parts = (figure(found["value"], "share"), count, behind(found["n"]))
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)  # a phone breaks between the parts only


def key() -> None:
    """Explain the signs once."""
    st.html(
        dotplot.key(
            [(dotplot.symbol(0), _("all markets of the group together")), (_MARKET, _("one market"))],
            [_("bar: 95 % interval, which counts how far the markets lie apart")],
        )
    )


def verdict(found: Difference | Spread | None, names: dict[str, str]) -> None:
    """Say in a sentence whether groups differ, or why nothing can be said."""
    if found is None:
        st.caption(_("Only one group has figures, so there is nothing to compare."))
    elif not found.claim:
        told = _("Too few markets to compare groups: two of them need {least} each. Read these as single markets.")
        st.caption(told.format(least=FEWEST_MARKETS))
    else:
        st.html(f'<p class="lf-note">{escape(_how(found, names))} <b>{escape(_judged(found.chance))}</b></p>')


def _how(found: Difference | Spread, names: dict[str, str]) -> str:
    alike, splits = number(round(found.chance * found.splits), 0), number(found.splits, 0)
    if isinstance(found, Difference):
        return _(
            "{one}: {points} points against {other}. Of {splits} ways to deal these {markets} markets into two such"
            " groups, {alike} lie as far apart."
        ).format(
            one=names[found.one], other=names[found.other], points=signed(100 * found.apart, 1), splits=splits,
            markets=sum(found.markets), alike=alike,
        )  # fmt: skip
    return _(
        "Highest is {one}, {points} points above the lowest, {other}. Of {splits} random ways to deal these {markets}"
        " markets into such groups, {alike} differ as much."
    ).format(
        one=names[found.highest],
        other=names[found.lowest],
        points=number(100 * found.apart, 1),
        splits=splits,
        markets=found.markets,
        alike=alike,
    )


def _judged(chance: float) -> str:
    if chance < 0.05:
        return _("That is more than chance usually does; it may still come from prices, delivery or channels.")
    return _("Chance does that easily: no difference to act on.")
