"""A KPI by market: ranked bars with their intervals, the same on the world map, and as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components.drawing import Drawing, specification
from components.kpi_figures import figure
from components.theme import dressed, palette
from components.tile import behind
from components.words import MISSING, _, language, list_text, locale, market_name, ngettext, number
from components.worldmap import outline

MOST = 14
"""Bars beyond this are in the table alone."""
STEP = 27
THIN = 30
"""Fewer rows than this are drawn pale: one more could turn the figure."""


def rows(frame: pd.DataFrame, unit: str, currency: str, picked: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return what both charts draw, best first.

    frame: market, value, n, base (what a share is a share of, else n), low and high (the interval; equal where
           there is none). Markets without a value are left out.
    """
    known = frame[frame["value"].notna() & frame["market"].notna()].sort_values("value", ascending=False, kind="stable")
    low, high = (known[name].to_numpy(float) for name in ("low", "high"))
    drawn = pd.DataFrame(
        {
            "iso3": known["market"].to_numpy(),
            "name": [market_name(code) for code in known["market"]],
            "value": known["value"].to_numpy(float),
            "text": [figure(value, unit, currency) for value in known["value"]],
            "low": low,
            "high": high,
            "between": [_between(*ends, unit, currency) for ends in zip(low, high, strict=True)],
            "many": [behind(n) for n in known["base"]],
            "thin": known["base"].to_numpy(float) < THIN,
            "picked": known["market"].isin(picked).to_numpy(),
            "order": range(len(known)),
        }
    )  # fmt: skip
    drawn["end"] = drawn[["value", "high"]].max(axis=1).clip(lower=0)
    return drawn.where(drawn.notna(), None)


def _between(low: float, high: float, unit: str, currency: str) -> str:
    return f"{figure(low, unit, currency)} – {figure(high, unit, currency)}" if low < high else MISSING


def bars(drawn: pd.DataFrame, title: str, *, for_picture: bool = False) -> Drawing:
    """Return the ranked bars of the first ``MOST`` markets; ``drawn`` as from ``rows``."""
    shown = drawn.head(MOST)
    scheme = "light" if for_picture else palette().scheme
    return Drawing(_bars(scheme, max(len(shown), 1), title, for_picture, language(), str(locale())), shown)


@lru_cache(maxsize=64)
def _bars(scheme: str, count: int, title: str, for_picture: bool, spoken: str, place: str) -> Mapping[str, Any]:
    colours = palette(scheme)
    pick = alt.selection_point(name="pick", fields=["iso3"], on="click", empty=False)
    y = alt.Y("name:N", sort=alt.EncodingSortField("order", op="min"), title=None,
              axis=alt.Axis(labelColor=colours.ink, labelLimit=130, grid=False))  # fmt: skip
    scale = alt.Scale(nice=False, zero=True, range=[0, {"expr": "width - 118"}])  # room for the figure and its n
    tips = [
        alt.Tooltip("name:N", title=_("Market")), alt.Tooltip("text:N", title=title),
        alt.Tooltip("between:N", title=_("95 % interval")), alt.Tooltip("many:N", title=_("Counted")),
    ]  # fmt: skip
    base = alt.Chart(alt.NamedData("rows"))
    bar = (
        base.mark_bar(height=14, cursor="pointer")
        .encode(
            alt.X("value:Q", axis=None, scale=scale), y, tooltip=tips,
            color=alt.condition("datum.picked", alt.value(colours.accent), alt.value(colours.good)),
            opacity=alt.condition("datum.thin", alt.value(0.4), alt.value(0.9)),
        )
        .add_params(pick)
    )  # fmt: skip
    whisker = (
        base.transform_filter("datum.low < datum.high").mark_rule(color=colours.ink, strokeWidth=1.25)
        .encode(alt.X("low:Q"), alt.X2("high:Q"), y)
    )  # fmt: skip
    words = base.mark_text(align="left", dx=6, fontWeight=600).encode(alt.X("end:Q"), y, text="text:N")
    many = base.mark_text(align="right", color=colours.muted, fontSize=11).encode(x=alt.value("width"), y=y, text="many:N")
    layered = alt.layer(bar, whisker, words, many)
    layered = layered.properties(height=alt.Step(STEP) if count > 1 else STEP * 2, width=560 if for_picture else "container")
    if for_picture:
        layered = layered.properties(title=title)
    return specification(dressed(layered, colours, opaque=for_picture))


def world(drawn: pd.DataFrame, title: str, unit: str, *, outline_url: str, for_picture: bool = False) -> Drawing:
    """Return the map of every market with a value; ``drawn`` as from ``rows``."""
    scheme = "light" if for_picture else palette().scheme
    return Drawing(_world(scheme, title, unit, outline_url, for_picture, language(), str(locale())), drawn)


@lru_cache(maxsize=64)
def _world(
    scheme: str, title: str, unit: str, outline_url: str, for_picture: bool, spoken: str, place: str
) -> Mapping[str, Any]:
    colours = palette(scheme)
    shapes = outline(outline_url, inside=for_picture)
    pick = alt.selection_point(name="pick", fields=["iso3"], on="click", empty=False)
    # Amounts differ by orders of magnitude between markets; on a plain scale only the largest would have a tint.
    scale = alt.Scale(type="sqrt" if unit in ("money", "count") else "linear", range=list(colours.sequential[1:]))
    style = {"share": ".0%", "money": "~s", "count": "~s"}.get(unit, "~r")
    legend = alt.Legend(title=None, orient="bottom", gradientLength=200, format=style, tickCount=4)
    land = alt.Chart(shapes).mark_geoshape(fill=colours.grid, stroke=colours.paper, strokeWidth=0.4, tooltip=None)
    known = (
        alt.Chart(alt.NamedData("rows"))
        .transform_lookup("iso3", alt.LookupData(shapes, "id", ["type", "geometry", "id"]))
        .transform_filter("isValid(datum.geometry)")
        .mark_geoshape(cursor="pointer")
        .encode(
            alt.Fill("value:Q", scale=scale, legend=legend),
            stroke=alt.condition("datum.picked", alt.value(colours.accent), alt.value(colours.paper)),
            strokeWidth=alt.condition("datum.picked", alt.value(1.4), alt.value(0.4)),
            tooltip=[
                alt.Tooltip("name:N", title=_("Market")), alt.Tooltip("text:N", title=title),
                alt.Tooltip("between:N", title=_("95 % interval")), alt.Tooltip("many:N", title=_("Counted")),
            ],
        )
        .add_params(pick)
    )  # fmt: skip
    layered = alt.layer(land, known).project("equalEarth")
    layered = layered.properties(height=270, width=960 if for_picture else "container")
    return specification(dressed(layered, colours, opaque=for_picture))


def told(found: pd.DataFrame, drawn: pd.DataFrame, picked: tuple[str, ...], shown_all: Callable[[], None]) -> None:
    """Say what the charts leave out, and offer every market again where a filter is set."""
    said = []
    more = len(drawn) - MOST
    if more > 0:
        said.append(ngettext("{count} more market in the table", "{count} more markets in the table", more).format(count=more))
    nameless = int(found.loc[found["market"].isna(), "n"].sum())
    if nameless:
        said.append(ngettext("{count} row without a known market", "{count} rows without a known market", nameless).format(
            count=number(nameless, 0)))  # fmt: skip
    if drawn["thin"].any():
        said.append(_("pale: fewer than {count} rows").format(count=THIN))
    if (drawn["low"] < drawn["high"]).any():
        said.append(_("lines: 95 % intervals"))
    with st.container(horizontal=True, vertical_alignment="center"):
        if picked:
            st.button(_("Show all markets"), key="kpi_widen", on_click=shown_all, icon=":material/public:", type="tertiary")
            said.insert(0, _("the page counts {markets} alone").format(markets=list_text(map(market_name, picked))))
        else:
            said.insert(0, _("click a market to see it alone"))
        st.caption(" · ".join(said))


def table(drawn: pd.DataFrame, title: str, key: str, picked: Callable[[], None]) -> None:
    """Draw the same figures as a table; choosing a row picks the market."""
    with st.expander(_("As a table")):
        st.dataframe(
            drawn[["name", "value", "text", "between", "many"]], key=key, hide_index=True, on_select=picked,
            selection_mode="single-row", height=min(38 + 35 * len(drawn), 420), alt=_("Markets by {kpi}").format(kpi=title),
            column_config={
                "name": st.column_config.TextColumn(_("Market"), pinned=True),
                "value": st.column_config.NumberColumn(title, format="localized"),
                "text": st.column_config.TextColumn(_("In short")),
                "between": st.column_config.TextColumn(_("95 % interval")),
                "many": st.column_config.TextColumn(_("Counted")),
            },
        )  # fmt: skip
