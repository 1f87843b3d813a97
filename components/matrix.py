"""The matrix: affinity across, potential up, four quadrants, uncertainty drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np
import pandas as pd

from components.labelling import Spot, place
from components.theme import BODY_FONT, Palette, dressed, palette
from components.words import _, market_name, number, percent
from frameworks.scoring.matrix import MEANINGS, NAMES, Cuts

HEIGHT = 540
_WIDE, _NARROW = 600, 270
_BREAK = 430
_FIELDS = [
    "affinity", "potential", "affinity_low", "affinity_high", "potential_low", "potential_high",
]  # fmt: skip


@dataclass(frozen=True)
class Axes:
    """Ends of the two axes."""

    x: tuple[float, float]
    y: tuple[float, float]


def axes(frame: pd.DataFrame) -> Axes:
    """Return round axis ends around all scored markets of ``frame``."""

    def ends(column: str) -> tuple[float, float]:
        known = frame[column].dropna()
        if known.empty:
            return 0.0, 100.0
        return max(0.0, 10 * math.floor((known.min() - 2) / 10)), min(100.0, 10 * math.ceil((known.max() + 2) / 10))

    return Axes(ends("affinity"), ends("potential"))


def chart(
    frame: pd.DataFrame,
    cuts: Cuts,
    span: Axes,
    *,
    size: pd.Series | None = None,
    marked: Sequence[str] = (),
    picked: str | None = None,
    for_picture: bool = False,
    height: int = HEIGHT,
    labels: int = 26,
) -> alt.LayerChart:
    """Return the scatter of ``frame`` (rows of a scored frame; those without both scores are left out).

    size:   series by market for the bubble area, None for equal bubbles.
    marked: shortlisted markets; drawn with a ring and their bands.
    picked: the market whose detail is open; its bands are drawn too.
    for_picture: fixed width and opaque paper, for PNG and SVG.
    labels: how many points, best rank first, may get a label where there is room.
    """
    colours = palette("light") if for_picture else palette()
    data = _points(frame, span, size, marked, picked)
    base = alt.Chart(data)
    x, y = _across("affinity", span), _up("potential", span)
    hover = alt.selection_point(
        name="hover", fields=["iso3"], on="pointerover", clear="pointerout", nearest=False, empty=False
    )
    pick = alt.selection_point(name="pick", fields=["iso3"], on="click", empty=False)
    points = (
        base.mark_point(filled=True, strokeWidth=1.5)
        .encode(
            x, y,
            size=alt.Size("area:Q", scale=None, legend=None),
            fill=_colour("quadrant:N", colours),
            stroke=alt.condition("datum.marked || datum.picked", alt.value(colours.ink), _colour("quadrant:N", colours)),
            fillOpacity=alt.condition("datum.sure", alt.value(0.78), alt.value(0.18)),
            order=alt.Order("area:Q", sort="descending"),
            tooltip=_tooltip(),
        )
        .add_params(hover, pick)
    )  # fmt: skip
    layers = [
        *_quadrants(cuts, span, colours),
        _bands(base.transform_filter("datum.marked && !datum.picked"), span, colours, 0.4, 1),
        _bands(base.transform_filter("datum.picked"), span, colours, 0.9, 2),
        points,
        _bands(base.transform_filter(hover), span, colours, 1.0, 2),
        *_labels(data, span, colours, height, labels),
    ]
    layered = alt.layer(*layers).properties(height=height, width=760 if for_picture else "container")
    return dressed(layered, colours, opaque=for_picture)


def _across(field: str, span: Axes) -> alt.X:
    scale = alt.Scale(domain=list(span.x), nice=False, zero=False)
    return alt.X(f"{field}:Q", title=_("Cultural affinity →"), scale=scale, axis=alt.Axis(tickCount=8))


def _up(field: str, span: Axes) -> alt.Y:
    scale = alt.Scale(domain=list(span.y), nice=False, zero=False)
    return alt.Y(f"{field}:Q", title=_("Business potential →"), scale=scale, axis=alt.Axis(tickCount=8))


def _points(
    frame: pd.DataFrame, span: Axes, size: pd.Series | None, marked: Sequence[str], picked: str | None
) -> pd.DataFrame:
    known = frame[frame["affinity"].notna() & frame["potential"].notna()]
    data = known[_FIELDS].copy()
    data["iso3"] = known.index
    data["quadrant"] = known["quadrant"].astype(str)
    data["name"] = [market_name(code) for code in known.index]
    data["marked"] = known.index.isin(list(marked))
    data["picked"] = known.index == picked
    data["sure"] = known["affinity_confidence"].isin(["A", "B"]).to_numpy()
    data["area"] = _areas(known.index, size)
    data["where"] = [_(NAMES[q]) for q in known["quadrant"]]
    data["near"] = [_band(*row) for row in known[["affinity", "affinity_low", "affinity_high"]].to_numpy()]
    data["rich"] = [_band(*row) for row in known[["potential", "potential_low", "potential_high"]].to_numpy()]
    data["place"] = [rank_text(*row) for row in known[["rank", "rank_low", "rank_high"]].to_numpy()]
    data["grade"] = known["affinity_confidence"].to_numpy()
    data["top"] = [percent(value) for value in known["p_top3"]]
    order = known["rank"].astype(float)
    order = order.where(~data["marked"], order - 1000).where(~data["picked"], -2000)
    return data.loc[order.sort_values().index].reset_index(drop=True)


def _band(middle: float, low: float, high: float) -> str:
    return f"{number(middle)}  ({number(low)} – {number(high)})"


def rank_text(rank: float, low: float, high: float) -> str:
    """Return a rank with its band, ``4 (4–8)``, or a dash."""
    if pd.isna(rank):
        return "–"
    return f"{number(rank, 0)}  ({number(low, 0)}–{number(high, 0)})"


def _areas(index: pd.Index, size: pd.Series | None) -> np.ndarray:
    if size is None:
        return np.full(len(index), 90.0)
    known = size.reindex(index).to_numpy(float)
    top = np.nanmax(size.to_numpy(float)) if size.notna().any() else 1.0
    return 30 + 1100 * np.nan_to_num(known / top)


def _colour(field: str, colours: Palette, channel: type = alt.Fill) -> alt.Fill:
    names = list(colours.quadrants)
    return channel(field, scale=alt.Scale(domain=names, range=list(colours.quadrants.values())), legend=None)


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=_("Market")),
        alt.Tooltip("where:N", title=_("Quadrant")),
        alt.Tooltip("place:N", title=_("Rank (5–95 %)")),
        alt.Tooltip("near:N", title=_("Affinity (band)")),
        alt.Tooltip("rich:N", title=_("Potential (band)")),
        alt.Tooltip("grade:N", title=_("Confidence")),
        alt.Tooltip("top:N", title=_("In the top 3")),
    ]


def _bands(base: alt.Chart, span: Axes, colours: Palette, opacity: float, stroke: float) -> alt.LayerChart:
    style = {"strokeWidth": stroke, "opacity": opacity, "clip": True, "tooltip": None}
    colour = _colour("quadrant:N", colours, alt.Color)
    across = base.mark_rule(**style).encode(_across("affinity_low", span), _up("potential", span), colour, x2="affinity_high:Q")
    up = base.mark_rule(**style).encode(_across("affinity", span), _up("potential_low", span), colour, y2="potential_high:Q")
    return across + up


def _quadrants(cuts: Cuts, span: Axes, colours: Palette) -> list[alt.Chart]:
    (x0, x1), (y0, y1) = span.x, span.y
    cx, cy = min(max(cuts.affinity, x0), x1), min(max(cuts.potential, y0), y1)
    rows = [
        ("lead", cx, x1, cy, y1, x1, y1, "right", "top"),
        ("adapt", x0, cx, cy, y1, x0, y1, "left", "top"),
        ("niche", cx, x1, y0, cy, x1, y0, "right", "bottom"),
        ("later", x0, cx, y0, cy, x0, y0, "left", "bottom"),
    ]
    areas = pd.DataFrame(rows, columns=["quadrant", "x0", "x1", "y0", "y1", "tx", "ty", "align", "side"])
    areas["label"] = [_(NAMES[name]).upper() for name in areas["quadrant"]]
    areas["tells"] = [_(MEANINGS[name]) for name in areas["quadrant"]]
    fields = alt.Chart(areas).mark_rect(opacity=0.07, tooltip=None).encode(
        x=_across("x0", span), x2="x1:Q", y=_up("y0", span), y2="y1:Q", fill=_colour("quadrant:N", colours)
    )
    words = []
    for row in areas.itertuples():
        above = row.side == "top"
        one = alt.Chart(areas[areas["quadrant"] == row.quadrant])
        side = {"left": 0 if above else 10, "right": 0 if above else -10}[row.align]
        for field, dy, size, weight in (("label", -24, 12, 700), ("tells", -9, 11, 400)):
            mark = one.mark_text(
                align=row.align, dx=side, dy=dy, fontSize=size, fontWeight=weight, font=BODY_FONT, tooltip=None,
                color=colours.muted, opacity=1 if field == "label" else {"expr": f"width > {_BREAK} ? 1 : 0"},
            )  # fmt: skip
            words.append(mark.encode(_across("tx", span), _up("ty", span), text=f"{field}:N"))
    lines = pd.DataFrame({"x": [cx], "y": [cy]})
    style = {"strokeDash": [4, 4], "color": colours.muted, "opacity": 0.7, "tooltip": None}
    return [
        fields,
        alt.Chart(lines).mark_rule(**style).encode(_across("x", span)),
        alt.Chart(lines).mark_rule(**style).encode(_up("y", span)),
        *words,
    ]


def _labels(data: pd.DataFrame, span: Axes, colours: Palette, height: int, most: int) -> list[alt.Chart]:
    """Two sets of labels, for a wide and a narrow plot; the plot's own width chooses."""
    layers = []
    for width, few, shown in ((_WIDE, most, f"width > {_BREAK}"), (_NARROW, 10, f"width <= {_BREAK}")):
        labels = _placed(data, span, (width, height), min(few, most))
        if labels.empty:
            continue
        layers += [
            alt.Chart(part)
            .transform_filter(shown)
            .mark_text(
                align=align, fontSize=12, font=BODY_FONT, fontWeight=500, color=colours.ink, tooltip=None,
                dx={"expr": "datum.dx"}, dy={"expr": "datum.dy"},
            )
            .encode(_across("affinity", span), _up("potential", span), text="name:N")
            for align, part in labels.groupby("align")
        ]  # fmt: skip
    return layers


def _placed(data: pd.DataFrame, span: Axes, plot: tuple[float, float], most: int) -> pd.DataFrame:
    (x0, x1), (y0, y1) = span.x, span.y
    width, height = plot
    spots = [
        Spot(
            row.iso3, row.name, width * (row.affinity - x0) / (x1 - x0),
            height * (y1 - row.potential) / (y1 - y0), math.sqrt(row.area / math.pi),
        )
        for row in data[["iso3", "name", "affinity", "potential", "area"]].itertuples(index=False, name="Row")
    ]  # fmt: skip
    placed = {label.key: label for label in place(spots[:most], width, height, spots[most : most + 60])}
    rows = data[data["iso3"].isin(placed)][["iso3", "name", "affinity", "potential"]].copy()
    for field in ("dx", "dy", "align"):
        rows[field] = [getattr(placed[code], field) for code in rows["iso3"]]
    return rows
