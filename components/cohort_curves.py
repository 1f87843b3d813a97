"""Who is still buying: one small curve a market, each against all markets, with its interval."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components.drawing import Drawing, specification
from components.theme import dressed, palette
from components.words import _, language, list_text, locale, market_name, ngettext, number, percent

MOST = 9
"""So many panels; further markets are in the table."""
_HEIGHT = 150


def panels(curves: pd.DataFrame, *, key: str) -> list[str]:
    """Draw a panel a market and return the markets drawn, those with most customers first.

    curves: one row a market and month since the first order, with ``market`` (alpha-3; missing for all markets
    together), ``months`` (1 up), ``value``, ``low``, ``high`` (shares 0-1, 95 % interval), ``n`` and ``size``.
    """
    everyone = curves[curves["market"].isna()]
    markets = order(curves)
    top = _top(curves)
    drawn = markets[:MOST]
    with st.grid(3, min_column_width=230, gap="medium"):
        for code in drawn or [None]:
            own = curves[curves["market"] == code] if code else everyone
            with st.container(gap=None):
                st.html(_head(market_name(code) if code else _("All markets"), own))
                rows = _rows(own, everyone if code else own.iloc[:0])
                drawing = Drawing(_spec(top, palette().scheme, False, language(), str(locale())), rows)
                drawing.show(f"{key}_{code or 'all'}", _spoken(code, own))
    if len(markets) > MOST:
        st.caption(
            _("The {count} markets with most customers; the others are in the table: {names}.").format(
                count=number(MOST, 0), names=list_text([market_name(code) for code in markets[MOST:]])
            )
        )
    return drawn


def order(curves: pd.DataFrame) -> list[str]:
    """Return the markets, those with most customers first."""
    sizes = curves.dropna(subset=["market"]).groupby("market")["size"].max()
    return list(sizes.sort_values(ascending=False, kind="stable").index)


def picture(curves: pd.DataFrame) -> Drawing:
    """Return all panels as one chart for a picture, in the light scheme."""
    everyone = curves[curves["market"].isna()]
    parts = [
        _rows(curves[curves["market"] == code], everyone).assign(panel=market_name(code))
        for code in order(curves)[:MOST]
    ] or [_rows(everyone, everyone.iloc[:0]).assign(panel=_("All markets"))]
    return Drawing(_spec(_top(curves), "light", True, language(), str(locale())), pd.concat(parts, ignore_index=True))


def _top(curves: pd.DataFrame) -> float:
    """Return the end of the share axis: the highest curve with a little air; wide intervals may leave it."""
    highest = curves["value"].max()
    return min(1.0, float(highest) * 1.35 + 0.01) if pd.notna(highest) else 1.0


def _rows(own: pd.DataFrame, everyone: pd.DataFrame) -> pd.DataFrame:
    parts = [own.assign(kind="own"), everyone.assign(kind="all")]
    rows = pd.concat(parts, ignore_index=True)[["kind", "months", "value", "low", "high", "n", "size"]]
    rows = rows[rows["value"].notna()].reset_index(drop=True)
    rows["share"] = [percent(v, 1) for v in rows["value"]]
    rows["between"] = [f"{percent(a, 1)} – {percent(b, 1)}" for a, b in rows[["low", "high"]].to_numpy(float)]
    rows["people"] = [
        _("{count} of {size}").format(count=number(n, 0), size=number(size, 0)) for n, size in rows[["n", "size"]].to_numpy()
    ]
    return rows


def _head(name: str, own: pd.DataFrame) -> str:
    lines = "".join(f"<div>{escape(line)}</div>" for line in (_size(own), _third(own) or "\u00a0"))
    return f'<div class="lf-curve-head"><b>{escape(name)}</b>{lines}</div>'


def _size(own: pd.DataFrame) -> str:
    size = int(own["size"].max()) if len(own) else 0
    return ngettext("{count} customer", "{count} customers", size).format(count=number(size, 0))


def _third(own: pd.DataFrame) -> str:
    third = own[own["months"] == 3].dropna(subset=["value"])
    if third.empty:
        return ""
    row = third.iloc[0]
    return _("month 3: {value} ({low} – {high})").format(
        value=percent(row["value"], 1), low=percent(row["low"], 1), high=percent(row["high"], 1)
    )


def _spoken(code: str | None, own: pd.DataFrame) -> str:
    name = market_name(code) if code else _("All markets")
    return _("Share of customers who bought again by months since the first order: {name}. {sentence}").format(
        name=name, sentence=f"{_size(own)}. {_third(own)}"
    )


@lru_cache(maxsize=32)
def _spec(top: float, scheme: str, for_picture: bool, spoken: str, place: str) -> Mapping[str, Any]:
    colours = palette(scheme)
    rows = alt.Chart(alt.NamedData("rows"))
    title = _("Months since the first order") if for_picture else None
    x = alt.X("months:Q", title=title, axis=alt.Axis(tickMinStep=1, tickCount=6, grid=False))
    y = alt.Y("value:Q", title=None, scale=alt.Scale(domain=[0, top]), axis=alt.Axis(format="~%", tickCount=4))
    own, everyone = rows.transform_filter("datum.kind === 'own'"), rows.transform_filter("datum.kind === 'all'")
    tooltip = [
        alt.Tooltip("months:Q", title=_("Month")), alt.Tooltip("share:N", title=_("Bought again")),
        alt.Tooltip("between:N", title=_("95 % interval")), alt.Tooltip("people:N", title=_("Customers")),
    ]  # fmt: skip
    layers = [
        everyone.mark_line(color=colours.muted, strokeWidth=1.25, strokeDash=[3, 3]).encode(x, y),
        own.mark_area(opacity=0.2, color=colours.good, clip=True).encode(x, alt.Y("low:Q", title=None), alt.Y2("high:Q")),
        own.mark_line(color=colours.good, strokeWidth=2).encode(x, y),
        own.mark_point(filled=True, size=26, opacity=1, color=colours.good).encode(x, y, tooltip=tooltip),
    ]
    chart = alt.layer(*layers).properties(height=_HEIGHT, width=230 if for_picture else "container")
    if for_picture:
        header = alt.Header(labelAnchor="start", labelFontWeight=600)
        chart = chart.facet(alt.Facet("panel:N", title=None, sort=None, header=header), columns=3)
    return specification(dressed(chart, colours, opaque=for_picture))


def table(curves: pd.DataFrame) -> None:
    """Draw the points of all curves as a table."""
    shown = pd.DataFrame(
        {
            "market": [_("All markets") if pd.isna(code) else market_name(code) for code in curves["market"]],
            "months": curves["months"].to_numpy(int),
            "value": curves["value"].to_numpy(float),
            "between": [f"{percent(a, 1)} – {percent(b, 1)}" for a, b in curves[["low", "high"]].to_numpy(float)],
            "n": curves["n"].to_numpy(float),
            "size": curves["size"].to_numpy(float),
        }
    )
    config = {
        "market": st.column_config.TextColumn(_("Market"), pinned=True),
        "months": st.column_config.NumberColumn(_("Months since")),
        "value": st.column_config.NumberColumn(_("Bought again"), format="percent"),
        "between": st.column_config.TextColumn(_("95 % interval")),
        "n": st.column_config.NumberColumn(_("Customers who did"), format="localized"),
        "size": st.column_config.NumberColumn(_("Of"), format="localized"),
    }
    st.dataframe(shown, hide_index=True, column_config=config, alt=_("Points of the retention curves by market"))
