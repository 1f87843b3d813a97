"""The world map of scores, drawn from an outline shipped with the app."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd

from components.theme import dressed, palette
from components.words import MISSING, _, market_name, number
from frameworks.scoring.matrix import NAMES, UNKNOWN

OUTLINE = Path(__file__).resolve().parents[1] / "static" / "world.json"
HEIGHT = 540


def chart(
    frame: pd.DataFrame, measure: str, *, outline_url: str, picked: str | None = None, for_picture: bool = False
) -> alt.LayerChart:
    """Return the map of ``frame`` coloured by ``quadrant``, ``overall``, ``affinity`` or ``potential``.

    outline_url: where the browser finds the outline; pictures carry it inside.
    Markets that are not in ``frame`` stay blank, those without a score are marked as unknown.
    """
    colours = palette("light") if for_picture else palette()
    data = pd.DataFrame(
        {
            "iso3": frame.index,
            "name": [market_name(code) for code in frame.index],
            "quadrant": frame["quadrant"].astype(str).to_numpy(),
            "where": [_(NAMES[q]) for q in frame["quadrant"]],
            "near": [number(v) for v in frame["affinity"]],
            "rich": [number(v) for v in frame["potential"]],
            "place": [MISSING if pd.isna(rank) else number(rank, 0) for rank in frame["rank"]],
            "value": frame[measure].to_numpy() if measure != "quadrant" else 0.0,
        }
    )
    if for_picture:
        shapes = alt.InlineData(values=_outline(), format=alt.DataFormat(feature=_feature(), type="topojson"))
    else:
        shapes = alt.UrlData(url=outline_url, format=alt.TopoDataFormat(feature=_feature(), type="topojson"))
    if measure == "quadrant":
        names = list(colours.quadrants)
        fill = alt.Color(
            "quadrant:N", scale=alt.Scale(domain=names, range=list(colours.quadrants.values())), legend=None
        )
    else:
        fill = alt.Color(
            "value:Q",
            scale=alt.Scale(range=list(colours.sequential), domain=[0, 100]),
            legend=alt.Legend(title=None, orient="bottom", gradientLength=200, format=".0f"),
        )
    pick = alt.selection_point(name="pick", fields=["iso3"], on="click", empty=False)
    land = alt.Chart(shapes).mark_geoshape(fill=colours.grid, stroke=colours.paper, strokeWidth=0.4, tooltip=None)
    scored = (
        alt.Chart(shapes)
        .transform_calculate(iso3="datum.id")
        .transform_lookup(
            "id", alt.LookupData(data, "iso3", ["name", "quadrant", "where", "near", "rich", "place", "value"])
        )
        .transform_filter("isValid(datum.name)" if measure == "quadrant" else "isValid(datum.value)")
        .mark_geoshape(strokeWidth=0.4)
        .encode(
            fill,
            stroke=alt.condition(f"datum.id === {json.dumps(picked)}", alt.value(colours.ink), alt.value(colours.paper)),
            strokeWidth=alt.condition(f"datum.id === {json.dumps(picked)}", alt.value(2), alt.value(0.4)),
            tooltip=[
                alt.Tooltip("name:N", title=_("Market")),
                alt.Tooltip("where:N", title=_("Quadrant")),
                alt.Tooltip("place:N", title=_("Rank")),
                alt.Tooltip("near:N", title=_("Affinity")),
                alt.Tooltip("rich:N", title=_("Potential")),
            ],
        )
        .add_params(pick)
    )
    layered = alt.layer(land, scored).project("equalEarth")
    return dressed(layered.properties(height=HEIGHT, width=960 if for_picture else "container"), colours, opaque=for_picture)


def legend() -> list[str]:
    """Return the quadrants in the order of the legend."""
    return [name for name in NAMES if name != UNKNOWN]


@cache
def _outline() -> dict[str, Any]:
    return json.loads(OUTLINE.read_text("utf-8"))


@cache
def _feature() -> str:
    return next(iter(_outline()["objects"]))
