"""What ad platforms claim beside what analytics saw and the shop counted: the same orders, told three times."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components.drawing import Drawing, specification
from components.kpi_figures import figure
from components.kpi_filters import channel_name
from components.theme import dressed, palette
from components.words import MISSING, N_, _, language, list_text, locale, number

TELLERS = ("claimed", "seen", "counted")
NAMES = {"claimed": N_("claimed by the platform"), "seen": N_("seen by analytics"), "counted": N_("counted by the shop")}
FEW = 20
"""Below so many orders on either side the ratio is left out."""


def held_against(claims: pd.DataFrame) -> str:
    """Return who the platforms are held against: the shop where its orders name channels that advertise, else analytics."""
    advertised = claims[claims["claimed"].notna()]
    return "counted" if advertised["counted"].notna().any() else "seen"


def headline(claims: pd.DataFrame) -> str:
    """Return in plain words how far claims and counts lie apart.

    claims: one row a channel with ``channel``, ``claimed``, ``seen`` and ``counted`` (orders), and the same with
    ``_value`` (reporting currency); NaN where that side is silent.
    """
    other = held_against(claims)
    both = claims.dropna(subset=["claimed", other])
    claimed, counted = both["claimed"].sum(), both[other].sum()
    if both.empty or not claimed:
        return _("No channel has both a platform's claim and a count of our own, so there is nothing to compare.")
    told = (
        _("The ad platforms claim {claimed} orders; from the same channels the shop counted {counted}.")
        if other == "counted"
        else _("The ad platforms claim {claimed} orders; analytics saw {counted} from the same channels.")
    ).format(claimed=number(claimed, 0), counted=number(counted, 0))
    if min(claimed, counted) < FEW:
        return told
    ratio = claimed / counted
    if 0.9 <= ratio <= 1.1:
        return told + " " + _("They agree within a tenth.")
    why = (
        _("{times} as many: platforms count views and late clicks, and two of them may count the same order.")
        if ratio > 1
        else _("{times} as many: some buyers refuse tracking, and platforms lose sight of them.")
    )
    return told + " " + why.format(times=_("{value}×").format(value=number(ratio, 1)))


def chart(claims: pd.DataFrame, *, for_picture: bool = False) -> Drawing:
    """Return a line a channel with a mark for each who tells."""
    scheme = "light" if for_picture else palette().scheme
    other = held_against(claims)
    shown = claims[claims["claimed"].notna()].sort_values("claimed", ascending=False)
    parts = [
        {
            "channel": channel_name(row["channel"]),
            "teller": teller,
            "who": _(NAMES[teller]),
            "value": float(row[teller]),
            "told": number(row[teller], 0),
            "area": 220 if teller == "claimed" else 90,  # equal counts must not hide one another
            "ratio": ratio_text(row["claimed"], row[other]) if teller == "claimed" else "",
            "end": float(row[list(TELLERS)].max()),
        }
        for _i, row in shown.iterrows()
        for teller in TELLERS
        if pd.notna(row[teller])
    ]
    columns = ["channel", "teller", "who", "value", "told", "area", "ratio", "end"]
    top = 1.15 * max((part["value"] for part in parts), default=1.0) or 1.0
    return Drawing(_spec(top, scheme, for_picture, language(), str(locale())), pd.DataFrame(parts, columns=columns))


def ratio_text(claimed: float, counted: float) -> str:
    """Return claimed orders over counted ones, ``1.7×``; a dash for too few."""
    if pd.isna(claimed) or pd.isna(counted) or min(claimed, counted) < FEW:
        return MISSING
    return _("{value}×").format(value=number(claimed / counted, 1))


def show(claims: pd.DataFrame, currency: str, *, key: str) -> None:
    """Draw the comparison as chart and table, and name the channels that only the platform knows."""
    st.markdown(f"**{headline(claims)}**")
    drawing = chart(claims)
    if len(drawing.data):
        spoken = "; ".join(f"{row.channel}, {row.who}: {row.told}" for row in drawing.data.itertuples())
        st.html(_legend(set(drawing.data["teller"])))
        drawing.show(f"{key}_chart", _("Orders by channel as different sources tell them. {rows}").format(rows=spoken))
    other = held_against(claims)
    heads = [teller for teller in TELLERS if claims[teller].notna().any()]
    table = pd.DataFrame({"channel": [channel_name(c) for c in claims["channel"]]})
    for teller in heads:
        table[teller] = claims[teller].to_numpy(float)
    table["ratio"] = [ratio_text(*row) for row in claims[["claimed", other]].to_numpy(float)]
    for teller in heads:
        table[f"{teller}_value"] = [figure(v, "money", currency) for v in claims[f"{teller}_value"]]
    st.dataframe(table, key=f"{key}_table", hide_index=True, placeholder="–", column_config=_columns(),  # words: ok
                 alt=_("Orders and their value by channel as different sources tell them"))  # fmt: skip
    silent = [channel_name(c) for c in claims.loc[claims["claimed"].notna() & claims["counted"].isna(), "channel"]]
    if silent:
        st.caption(
            _("The shop's own orders name no buyer from {channels}: shops rarely export where a buyer came from.").format(
                channels=list_text(silent)
            )
        )


def _legend(tellers: set[str]) -> str:
    colours = _colours(palette().scheme)
    signs = "".join(
        f'<span><i class="lf-claim lf-claim-{teller}" style="--sign:{colour}" aria-hidden="true"></i>'
        f"{escape(_(NAMES[teller]))}</span>"
        for teller, colour in zip(TELLERS, colours, strict=True)
        if teller in tellers
    )
    return f'<div class="lf-ht-key">{signs}</div>'


def _colours(scheme: str) -> list[str]:
    colours = palette(scheme)
    return [colours.caution, colours.quadrants["niche"], colours.good]


def _columns() -> dict[str, Any]:
    orders = {"claimed": _("Claimed"), "seen": _("Seen by analytics"), "counted": _("Counted by the shop")}
    values = {"claimed": _("Value claimed"), "seen": _("Value seen"), "counted": _("Revenue counted")}
    return {
        "channel": st.column_config.TextColumn(_("Channel"), pinned=True),
        **{name: st.column_config.NumberColumn(head, format="localized") for name, head in orders.items()},
        "ratio": st.column_config.TextColumn(_("Claimed / counted")),
        **{f"{name}_value": st.column_config.TextColumn(head) for name, head in values.items()},
    }


@lru_cache(maxsize=16)
def _spec(top: float, scheme: str, for_picture: bool, spoken: str, place: str) -> Mapping[str, Any]:
    colours = palette(scheme)
    names = [_(NAMES[teller]) for teller in TELLERS]
    rows = alt.Chart(alt.NamedData("rows"))
    y = alt.Y("channel:N", title=None, sort=None, axis=alt.Axis(labelFontSize=13, labelLimit=170, grid=False))
    x = alt.X("value:Q", title=_("Orders"), scale=alt.Scale(domain=[0, top], nice=False), axis=alt.Axis(tickCount=5))
    tooltip = [alt.Tooltip("channel:N", title=_("Channel")), alt.Tooltip("who:N", title=_("Told by")),
               alt.Tooltip("told:N", title=_("Orders"))]  # fmt: skip
    colour = alt.Scale(domain=names, range=_colours(scheme))
    legend = alt.Legend(title=None, labelLimit=220, symbolOpacity=1) if for_picture else None
    shapes = alt.Scale(domain=names, range=["diamond", "square", "circle"])
    line = rows.mark_line(strokeWidth=2, color=colours.line).encode(x=x, y=y, detail="channel:N")
    marks = rows.mark_point(filled=True, opacity=1).encode(
        x=x, y=y, tooltip=tooltip, size=alt.Size("area:Q", scale=None, legend=None),
        color=alt.Color("who:N", scale=colour, legend=legend),
        shape=alt.Shape("who:N", scale=shapes, legend=legend),
    )  # fmt: skip
    ratios = rows.transform_filter("datum.teller === 'claimed' && datum.ratio !== '–'").mark_text(
        align="left", dx=12, color=colours.ink, fontWeight=600
    ).encode(x=alt.X("end:Q"), y=y, text="ratio:N")  # fmt: skip
    chart = alt.layer(line, marks, ratios).properties(height=alt.Step(36), width=640 if for_picture else "container")
    return specification(dressed(chart, colours, opaque=for_picture))
