"""The specification of the matrix chart, built once for each look and language.

Written out as Vega-Lite: the first page draws it, and loading Altair would take longer than all else there.
The tests hold it against Altair's schema.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from components.drawing import SCHEMA
from components.theme import BODY_FONT, Palette, altair_config, palette
from components.words import _

HEIGHT = 540
WIDE, NARROW = 600, 270
_BREAK = 430
_BUILDING = threading.Lock()
_POINTS = {"filter": "datum.kind === 'point'"}
_QUADRANTS = {"filter": "datum.kind === 'quadrant'"}
_MARKED = {"filter": "datum.marked || datum.picked"}
_HOVERED = {"filter": {"param": "hover", "empty": False}}
_LAYER = "points"
_SELECTIONS = [
    {"name": name, "select": {"type": "point", "fields": ["iso3"], **when}, "views": [_LAYER]}
    for name, when in (("hover", {"on": "pointerover", "clear": "pointerout"}), ("pick", {"on": "click"}))
]


@dataclass(frozen=True)
class Axes:
    """Ends of the two axes."""

    x: tuple[float, float]
    y: tuple[float, float]


def spec(
    span: Axes, scheme: str, height: int, for_picture: bool, glance: bool, spoken: str, place: str
) -> Mapping[str, Any]:
    """Return the specification; ``spoken`` and ``place`` name the language and locale it is written in.

    glance: the small matrix to look at, without bands, selections and what the quadrants mean.
    """
    with _BUILDING:  # a second session that comes meanwhile waits rather than builds it too
        return _spec(span, scheme, height, for_picture, glance, spoken, place)


@lru_cache(maxsize=64)
def _spec(
    span: Axes, scheme: str, height: int, for_picture: bool, glance: bool, spoken: str, place: str
) -> Mapping[str, Any]:
    colours = palette(scheme)
    bands = [] if glance else _bands(_MARKED, span, colours)
    hovered = [] if glance else _bands(_HOVERED, span, colours)
    return {
        "$schema": SCHEMA,
        "config": altair_config(colours, opaque=for_picture),
        "height": height,
        "width": 760 if for_picture else "container",
        "params": [] if glance else _SELECTIONS,
        "layer": [
            *_areas(span, colours, ("name",) if glance else ("name", "where")),
            *bands,
            _marks(span, colours, "default" if glance else "pointer"),
            *hovered,
            *_labels(span, colours),
        ],
    }


def _across(field: str, span: Axes) -> dict[str, Any]:
    return _along(field, span.x, _("Cultural affinity →"))


def _up(field: str, span: Axes) -> dict[str, Any]:
    return _along(field, span.y, _("Business potential →"))


def _along(field: str, ends: tuple[float, float], title: str) -> dict[str, Any]:
    scale = {"domain": list(ends), "nice": False, "zero": False}
    return {"field": field, "type": "quantitative", "title": title, "scale": scale, "axis": {"tickCount": 8}}


def _colour(colours: Palette) -> dict[str, Any]:
    scale = {"domain": list(colours.quadrants), "range": list(colours.quadrants.values())}
    return {"field": "quadrant", "type": "nominal", "scale": scale, "legend": None}


def _marks(span: Axes, colours: Palette, cursor: str) -> dict[str, Any]:
    shown = (
        ("name", _("Market")), ("where", _("Quadrant")), ("place", _("Rank (5–95 %)")), ("near", _("Affinity (band)")),
        ("rich", _("Potential (band)")), ("grade", _("Confidence")), ("top", _("In the top 3")),
    )  # fmt: skip
    ringed = {"condition": {"test": "datum.marked || datum.picked", "value": colours.ink}}
    return {
        "name": _LAYER,
        "transform": [_POINTS],
        "mark": {"type": "point", "filled": True, "strokeWidth": 1.5, "cursor": cursor},
        "encoding": {
            "x": _across("affinity", span),
            "y": _up("potential", span),
            "size": {"field": "area", "type": "quantitative", "scale": None, "legend": None},
            "fill": _colour(colours),
            "stroke": _colour(colours) | ringed,
            "fillOpacity": {"condition": {"test": "datum.sure", "value": 0.78}, "value": 0.18},
            "order": {"field": "area", "type": "quantitative", "sort": "descending"},
            "tooltip": [{"field": field, "type": "nominal", "title": title} for field, title in shown],
        },
    }


def _bands(which: dict[str, Any], span: Axes, colours: Palette) -> list[dict[str, Any]]:
    faint = "datum.marked && !datum.picked"
    mark = {
        "type": "rule", "clip": True, "tooltip": None,
        "strokeWidth": {"expr": f"{faint} ? 1 : 2"}, "opacity": {"expr": f"{faint} ? 0.4 : 0.9"},
    }  # fmt: skip
    ends = (
        {"x": _across("affinity_low", span), "y": _up("potential", span), "x2": {"field": "affinity_high"}},
        {"x": _across("affinity", span), "y": _up("potential_low", span), "y2": {"field": "potential_high"}},
    )
    return [
        {"transform": [_POINTS, which], "mark": mark, "encoding": {**along, "color": _colour(colours)}} for along in ends
    ]


def _areas(span: Axes, colours: Palette, texts: tuple[str, ...]) -> list[dict[str, Any]]:
    cut = {"type": "rule", "strokeDash": [4, 4], "color": colours.muted, "opacity": 0.7, "tooltip": None}
    one = [_QUADRANTS, {"filter": "datum.quadrant === 'lead'"}]
    corners = {
        "x": _across("x0", span), "y": _up("y0", span), "x2": {"field": "x1"}, "y2": {"field": "y1"},
        "fill": _colour(colours),
    }  # fmt: skip
    layers = [
        {"transform": [_QUADRANTS], "mark": {"type": "rect", "opacity": 0.07, "tooltip": None}, "encoding": corners},
        {"transform": one, "mark": cut, "encoding": {"x": _across("cx", span)}},
        {"transform": one, "mark": cut, "encoding": {"y": _up("cy", span)}},
    ]
    inset = {"expr": "datum.above ? 0 : datum.side === 'left' ? 10 : -10"}
    shapes = {"name": (-24, 12, 700), "where": (-9, 11, 400)}
    place = {"x": _across("tx", span), "y": _up("ty", span)}
    for field in texts:
        dy, size, weight = shapes[field]
        mark = {
            "type": "text", "align": {"expr": "datum.side"}, "dx": inset, "dy": dy, "fontSize": size,
            "fontWeight": weight, "font": BODY_FONT, "tooltip": None, "color": colours.muted,
            "opacity": 1 if field == "name" else {"expr": f"width > {_BREAK} ? 1 : 0"},
        }  # fmt: skip
        encoding = {**place, "text": {"field": field, "type": "nominal"}}
        layers.append({"transform": [_QUADRANTS], "mark": mark, "encoding": encoding})
    return layers


def _labels(span: Axes, colours: Palette) -> list[dict[str, Any]]:
    """Two sets of labels, for a wide and a narrow plot; the plot's own width chooses."""
    place = {"x": _across("affinity", span), "y": _up("potential", span), "text": {"field": "name", "type": "nominal"}}
    return [
        {
            "transform": [_POINTS, {"filter": f"datum.{name}_side && width {'>' if name == 'wide' else '<='} {_BREAK}"}],
            "mark": {
                "type": "text", "fontSize": 12, "font": BODY_FONT, "fontWeight": 500, "color": colours.ink,
                "tooltip": None, "align": {"expr": f"datum.{name}_side"},
                "dx": {"expr": f"datum.{name}_dx"}, "dy": {"expr": f"datum.{name}_dy"},
            },
            "encoding": place,
        }
        for name in ("wide", "narrow")
    ]  # fmt: skip
