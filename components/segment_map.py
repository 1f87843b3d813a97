"""The world map of segments: each in its colour with its letter on it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from components.drawing import Drawing, specification
from components.segment_words import colour, member
from components.theme import dressed, palette
from components.words import _, language, locale, number
from components.worldmap import HEIGHT, outline
from frameworks.culture.segments.segmentation import LETTERS, Segmentation

_ROOM = 0.019
"""Markets with less ground than this (steradians, about 770,000 square kilometres) carry no letter on the map."""


def chart(made: Segmentation, names: Mapping[str, str], *, outline_url: str, for_picture: bool = False) -> Drawing:
    """Return the map. names: of the segments by letter. outline_url: where the browser finds the outline."""
    scheme = "light" if for_picture else palette().scheme
    frame = made.frame
    data = pd.DataFrame(
        {
            "iso3": frame.index.to_numpy(),
            "name": [member(made, code) for code in frame.index],
            "segment": frame["segment"].to_numpy(),
            "mark": [f"{s}?" if b else s for s, b in zip(frame["segment"], frame["between"], strict=True)],
            "called": [names[letter] for letter in frame["segment"]],
            "fit": [number(value, 2) for value in frame["silhouette"]],
            "faint": frame["between"].astype(bool).to_numpy(),
        }
    )
    return Drawing(_spec(scheme, outline_url, for_picture, language(), str(locale())), data)


@lru_cache(maxsize=16)
def _spec(scheme: str, outline_url: str, for_picture: bool, spoken: str, place: str) -> Mapping[str, Any]:
    colours = palette(scheme)
    shapes = outline(outline_url, inside=for_picture)
    land = alt.Chart(shapes).mark_geoshape(fill=colours.grid, stroke=colours.paper, strokeWidth=0.4, tooltip=None, aria=False)
    rows = (
        alt.Chart(alt.NamedData("rows"))
        .transform_lookup("iso3", alt.LookupData(shapes, "id", ["type", "geometry", "id"]))
        .transform_filter("isValid(datum.geometry)")
    )
    scale = alt.Scale(domain=list(LETTERS), range=[colour(letter, colours) for letter in LETTERS])
    filled = rows.mark_geoshape(stroke=colours.paper, strokeWidth=0.4).encode(
        alt.Fill("segment:N", scale=scale, legend=None),
        fillOpacity=alt.condition("datum.faint", alt.value(0.4), alt.value(1)),
        tooltip=[
            alt.Tooltip("name:N", title=_("Market")),
            alt.Tooltip("called:N", title=_("Segment")),
            alt.Tooltip("fit:N", title=_("Silhouette")),
        ],
    )
    letters = (
        rows.transform_filter(f"geoArea(null, datum) > {_ROOM}")
        .transform_calculate(middle="geoCentroid(null, datum)")
        .transform_calculate(lon="datum.middle[0]", lat="datum.middle[1]")
        .mark_text(fontSize=11, fontWeight=700, stroke=colours.paper, strokeWidth=3, strokeOpacity=0.85, tooltip=None, aria=False)
        .encode(longitude="lon:Q", latitude="lat:Q", text="mark:N", color=alt.value(colours.ink))
    )
    over = letters.mark_text(fontSize=11, fontWeight=700, tooltip=None, aria=False).encode(color=alt.value(colours.ink))
    layered = alt.layer(land, filled, letters, over).project("equalEarth")
    layered = layered.properties(height=HEIGHT, width=960 if for_picture else "container")
    return specification(dressed(layered, colours, opaque=for_picture))
