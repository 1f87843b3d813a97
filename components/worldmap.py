"""The world map of scores, drawn from an outline shipped with the app."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd

from components.drawing import Drawing, specification
from components.theme import dressed, palette
from components.words import MISSING, _, language, locale, market_name, number
from frameworks.scoring.matrix import NAMES

OUTLINE = Path(__file__).resolve().parents[1] / "static" / "world.json"
HEIGHT = 400


def chart(
    frame: pd.DataFrame, measure: str, *, outline_url: str, picked: str | None = None, for_picture: bool = False
) -> Drawing:
    """Return the map of ``frame`` coloured by ``quadrant``, ``overall``, ``affinity`` or ``potential``.

    outline_url: where the browser finds the outline; pictures carry it inside.
    Markets that are not in ``frame`` stay blank, those without a score are marked as unknown.
    """
    scheme = "light" if for_picture else palette().scheme
    named = {quadrant: _(name) for quadrant, name in NAMES.items()}
    data = pd.DataFrame(
        {
            "iso3": frame.index.to_numpy(),
            "name": [market_name(code) for code in frame.index],
            "quadrant": frame["quadrant"].to_numpy(),
            "where": [named[q] for q in frame["quadrant"]],
            "near": [number(v) for v in frame["affinity"]],
            "rich": [number(v) for v in frame["potential"]],
            "place": [MISSING if pd.isna(rank) else number(rank, 0) for rank in frame["rank"]],
            "value": frame[measure].to_numpy(float) if measure != "quadrant" else 0.0,
            "picked": frame.index == picked,
        }
    ).sort_values("picked", kind="stable", ignore_index=True)
    return Drawing(_spec(measure, scheme, outline_url, for_picture, language(), str(locale())), data)


@lru_cache(maxsize=32)
def _spec(
    measure: str, scheme: str, outline_url: str, for_picture: bool, spoken: str, place: str
) -> Mapping[str, Any]:
    colours = palette(scheme)
    shapes = outline(outline_url, inside=for_picture)
    if measure == "quadrant":
        scale = alt.Scale(domain=list(colours.quadrants), range=list(colours.quadrants.values()))
        fill = alt.Fill("quadrant:N", scale=scale, legend=None)
    else:
        legend = alt.Legend(title=None, orient="bottom", gradientLength=200, format=".0f")
        fill = alt.Fill("value:Q", scale=alt.Scale(range=list(colours.sequential), domain=[0, 100]), legend=legend)
    pick = alt.selection_point(name="pick", fields=["iso3"], on="click", empty=False)
    land = alt.Chart(shapes).mark_geoshape(fill=colours.grid, stroke=colours.paper, strokeWidth=0.4, tooltip=None)
    scored = (
        alt.Chart(alt.NamedData("rows"))
        .transform_filter("isValid(datum.value)")
        .transform_lookup("iso3", alt.LookupData(shapes, "id", ["type", "geometry", "id"]))
        .transform_filter("isValid(datum.geometry)")
        .mark_geoshape(cursor="pointer")
        .encode(
            fill,
            stroke=alt.condition("datum.picked", alt.value(colours.ink), alt.value(colours.paper)),
            strokeWidth=alt.condition("datum.picked", alt.value(2), alt.value(0.4)),
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
    layered = layered.properties(height=HEIGHT, width=960 if for_picture else "container")
    return specification(dressed(layered, colours, opaque=for_picture))


def outline(url: str, *, inside: bool) -> alt.Data:
    """Return the outline of the world as data for a chart; ``inside`` puts it into a picture instead of its address."""
    topology = alt.DataFormat(feature=_feature(), type="topojson")
    return alt.InlineData(values=_outline(), format=topology) if inside else alt.UrlData(url=url, format=topology)


@cache
def _outline() -> dict[str, Any]:
    return json.loads(OUTLINE.read_text("utf-8"))


@cache
def _feature() -> str:
    return next(iter(_outline()["objects"]))
