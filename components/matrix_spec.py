"""The specification of the matrix chart, built once for each look and language."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt

from components.drawing import specification
from components.theme import BODY_FONT, Palette, dressed, palette
from components.words import _

HEIGHT = 540
WIDE, NARROW = 600, 270
_BREAK = 430
_BUILDING = threading.Lock()
_ROWS = alt.NamedData("rows")


@dataclass(frozen=True)
class Axes:
    """Ends of the two axes."""

    x: tuple[float, float]
    y: tuple[float, float]


def spec(
    span: Axes, scheme: str, height: int, for_picture: bool, glance: bool, spoken: str, place: str
) -> Mapping[str, Any]:
    """Return the specification; ``spoken`` and ``place`` name the language and locale it is written in.

    glance: the small matrix, without bands and without what the quadrants mean.
    """
    with _BUILDING:  # a second session that comes meanwhile waits rather than builds it too
        return _spec(span, scheme, height, for_picture, glance, spoken, place)


@lru_cache(maxsize=64)
def _spec(
    span: Axes, scheme: str, height: int, for_picture: bool, glance: bool, spoken: str, place: str
) -> Mapping[str, Any]:
    colours = palette(scheme)
    everything = alt.Chart(_ROWS)
    points = everything.transform_filter("datum.kind === 'point'")
    areas = everything.transform_filter("datum.kind === 'quadrant'")
    hover = alt.selection_point(name="hover", fields=["iso3"], on="pointerover", clear="pointerout", empty=False)
    pick = alt.selection_point(name="pick", fields=["iso3"], on="click", empty=False)
    bands = [] if glance else _bands(points.transform_filter("datum.marked || datum.picked"), span, colours)
    hovered = [] if glance else _bands(points.transform_filter(hover), span, colours)
    layers = [
        *_areas(areas, span, colours, ("name",) if glance else ("name", "where")),
        *bands,
        _marks(points, span, colours).add_params(hover, pick),
        *hovered,
        *_labels(points, span, colours),
    ]
    chart = alt.layer(*layers).properties(height=height, width=760 if for_picture else "container")
    return specification(dressed(chart, colours, opaque=for_picture))


def _across(field: str, span: Axes) -> alt.X:
    scale = alt.Scale(domain=list(span.x), nice=False, zero=False)
    return alt.X(f"{field}:Q", title=_("Cultural affinity →"), scale=scale, axis=alt.Axis(tickCount=8))


def _up(field: str, span: Axes) -> alt.Y:
    scale = alt.Scale(domain=list(span.y), nice=False, zero=False)
    return alt.Y(f"{field}:Q", title=_("Business potential →"), scale=scale, axis=alt.Axis(tickCount=8))


def _colour(colours: Palette, channel: type = alt.Fill) -> Any:
    scale = alt.Scale(domain=list(colours.quadrants), range=list(colours.quadrants.values()))
    return channel("quadrant:N", scale=scale, legend=None)


def _marks(points: alt.Chart, span: Axes, colours: Palette) -> alt.Chart:
    return points.mark_point(filled=True, strokeWidth=1.5, cursor="pointer").encode(
        _across("affinity", span),
        _up("potential", span),
        size=alt.Size("area:Q", scale=None, legend=None),
        fill=_colour(colours),
        stroke=alt.condition("datum.marked || datum.picked", alt.value(colours.ink), _colour(colours, alt.Stroke)),
        fillOpacity=alt.condition("datum.sure", alt.value(0.78), alt.value(0.18)),
        order=alt.Order("area:Q", sort="descending"),
        tooltip=[
            alt.Tooltip("name:N", title=_("Market")),
            alt.Tooltip("where:N", title=_("Quadrant")),
            alt.Tooltip("place:N", title=_("Rank (5–95 %)")),
            alt.Tooltip("near:N", title=_("Affinity (band)")),
            alt.Tooltip("rich:N", title=_("Potential (band)")),
            alt.Tooltip("grade:N", title=_("Confidence")),
            alt.Tooltip("top:N", title=_("In the top 3")),
        ],
    )


def _bands(points: alt.Chart, span: Axes, colours: Palette) -> list[alt.Chart]:
    faint = "datum.marked && !datum.picked"
    style = {
        "clip": True, "tooltip": None,
        "strokeWidth": {"expr": f"{faint} ? 1 : 2"}, "opacity": {"expr": f"{faint} ? 0.4 : 0.9"},
    }  # fmt: skip
    colour = _colour(colours, alt.Color)
    return [
        points.mark_rule(**style).encode(_across("affinity_low", span), _up("potential", span), colour, x2="affinity_high:Q"),
        points.mark_rule(**style).encode(_across("affinity", span), _up("potential_low", span), colour, y2="potential_high:Q"),
    ]


def _areas(areas: alt.Chart, span: Axes, colours: Palette, texts: tuple[str, ...]) -> list[alt.Chart]:
    style = {"strokeDash": [4, 4], "color": colours.muted, "opacity": 0.7, "tooltip": None}
    one = areas.transform_filter("datum.quadrant === 'lead'")
    layers = [
        areas.mark_rect(opacity=0.07, tooltip=None).encode(
            _across("x0", span), _up("y0", span), _colour(colours), x2="x1:Q", y2="y1:Q"
        ),
        one.mark_rule(**style).encode(_across("cx", span)),
        one.mark_rule(**style).encode(_up("cy", span)),
    ]
    inset = {"expr": "datum.above ? 0 : datum.side === 'left' ? 10 : -10"}
    shapes = {"name": (-24, 12, 700), "where": (-9, 11, 400)}
    for field in texts:
        dy, size, weight = shapes[field]
        hidden = 1 if field == "name" else {"expr": f"width > {_BREAK} ? 1 : 0"}
        layers.append(
            areas.mark_text(
                align={"expr": "datum.side"}, dx=inset, dy=dy, fontSize=size, fontWeight=weight, font=BODY_FONT,
                tooltip=None, color=colours.muted, opacity=hidden,
            ).encode(_across("tx", span), _up("ty", span), text=f"{field}:N")
        )  # fmt: skip
    return layers


def _labels(points: alt.Chart, span: Axes, colours: Palette) -> list[alt.Chart]:
    """Two sets of labels, for a wide and a narrow plot; the plot's own width chooses."""
    return [
        points.transform_filter(f"datum.{name}_side && width {'>' if name == 'wide' else '<='} {_BREAK}")
        .mark_text(
            fontSize=12, font=BODY_FONT, fontWeight=500, color=colours.ink, tooltip=None,
            align={"expr": f"datum.{name}_side"}, dx={"expr": f"datum.{name}_dx"}, dy={"expr": f"datum.{name}_dy"},
        )
        .encode(_across("affinity", span), _up("potential", span), text="name:N")
        for name in ("wide", "narrow")
    ]  # fmt: skip
