"""The fit of several markets side by side: a range each, on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components.drawing import Drawing, specification
from components.payment_words import range_text
from components.theme import dressed, palette
from components.words import _, list_text, locale, market_name
from frameworks.payments import PaymentFit


def show(fits: Sequence[PaymentFit]) -> None:
    """Draw the ranges, best low end first, and name the markets without a published mix."""
    scored = [fit for fit in fits if fit.low is not None]
    if scored:
        drawing = chart(scored)
        drawing.show("payment_compare", _("Payment fit of the shortlisted markets"))
        st.caption(_("The letter is the confidence in the figures, from A, firm, to D, a hint."))
        if any((fit.low_confirmed or 0) > (fit.low or 0) for fit in scored):
            st.caption(_("Each line runs from the low to the high end; its dark part is what remains once your providers confirm."))
    without = [market_name(fit.market) for fit in fits if fit.low is None]
    if without:
        st.caption(_("No payment mix is published for {markets}.").format(markets=list_text(without)))


def chart(fits: Sequence[PaymentFit]) -> Drawing:
    """Return the chart of markets that have a score."""
    ordered = sorted(fits, key=lambda fit: (-(fit.low_confirmed or 0), -(fit.high or 0), market_name(fit.market)))
    rows = [
        {
            "market": market_name(fit.market), "low": fit.low, "middle": fit.low_confirmed, "high": fit.high,
            "shown": range_text(fit.low or 0, fit.high or 0), "grade": fit.confidence,
            "label": f"{range_text(fit.low or 0, fit.high or 0)} · {fit.confidence}",
            "source": f"{fit.mix.source} {fit.mix.year}" if fit.mix else "",
        }
        for fit in ordered
    ]  # fmt: skip
    return Drawing(_spec(tuple(row["market"] for row in rows), palette().scheme, str(locale())), pd.DataFrame(rows))


@lru_cache(maxsize=64)
def _spec(markets: tuple[str, ...], scheme: str, spoken: str) -> Mapping[str, Any]:
    colours = palette(scheme)
    rows = alt.Chart(alt.NamedData("rows"))
    y = alt.Y("market:N", sort=list(markets), title=None, axis=alt.Axis(grid=False, labelLimit=150, labelPadding=12))
    ends = alt.Scale(domain=[0, 100])
    axis = alt.Axis(values=list(range(0, 101, 25)))
    tooltip = [
        alt.Tooltip("market:N", title=_("Market")), alt.Tooltip("shown:N", title=_("Payment fit")),
        alt.Tooltip("grade:N", title=_("Confidence")), alt.Tooltip("source:N", title=_("Source")),
    ]  # fmt: skip
    whole = rows.mark_rule(strokeWidth=7, strokeCap="round", color=colours.good, opacity=0.3).encode(
        y, x=alt.X("low:Q", title=None, scale=ends, axis=axis), x2="high:Q", tooltip=tooltip
    )
    sure = rows.mark_rule(strokeWidth=7, strokeCap="round", color=colours.good).encode(
        y, x=alt.X("middle:Q", scale=ends), x2="high:Q", tooltip=tooltip
    )
    dots = [
        rows.mark_point(filled=True, size=90, stroke=colours.good, fill=fill, opacity=1).encode(
            y, x=alt.X(f"{end}:Q", scale=ends), tooltip=tooltip
        )
        for end, fill in (("low", colours.paper), ("high", colours.good))
    ]  # fmt: skip
    texts = rows.mark_text(align="left", dx=12, fontSize=12, color=colours.ink).encode(
        y, x=alt.X("high:Q", scale=ends), text="label:N"
    )
    room = {"left": 4, "right": 62, "top": 4, "bottom": 4}
    chart = alt.layer(whole, sure, *dots, texts).properties(width="container", height=alt.Step(34), padding=room)
    return specification(dressed(chart, colours))
