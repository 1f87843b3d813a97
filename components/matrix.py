"""The matrix: affinity across, potential up, four quadrants, uncertainty drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.drawing import Drawing
from components.labelling import Spot, place
from components.matrix_spec import HEIGHT, NARROW, WIDE, Axes, spec
from components.theme import palette
from components.words import _, language, locale, market_name, number, percent
from frameworks.scoring.matrix import MEANINGS, NAMES, Cuts

_FIELDS = [
    "affinity", "potential", "affinity_low", "affinity_high", "potential_low", "potential_high",
]  # fmt: skip
_LABELS = ("wide", "narrow")


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
) -> Drawing:
    """Return the scatter of ``frame`` (rows of a scored frame; those without both scores are left out).

    size:   series by market for the bubble area, None for equal bubbles.
    marked: shortlisted markets; drawn with a ring and their bands.
    picked: the market whose detail is open; its bands are drawn too.
    for_picture: fixed width and opaque paper, for PNG and SVG.
    labels: how many points, best rank first, may get a label where there is room.
    """
    scheme = "light" if for_picture else palette().scheme
    points = _points(frame, size, marked, picked)
    for name, width, most in (("wide", WIDE, labels), ("narrow", NARROW, min(10, labels))):
        _label(points, name, span, (width, height), most)
    data = pd.concat([_quadrants(cuts, span), points], ignore_index=True)
    return Drawing(spec(span, scheme, height, for_picture, language(), str(locale())), data)


def _points(
    frame: pd.DataFrame, size: pd.Series | None, marked: Sequence[str], picked: str | None
) -> pd.DataFrame:
    known = frame[frame["affinity"].notna() & frame["potential"].notna()]
    order = known["rank"].astype(float).to_numpy()
    order = np.where(known.index.isin(list(marked)), order - 1000, order)
    order = np.where(known.index == picked, -2000, order)
    known = known.iloc[np.argsort(order, kind="stable")]
    data = known[_FIELDS].reset_index(drop=True)
    data["kind"] = "point"
    data["iso3"] = known.index.to_numpy()
    data["quadrant"] = known["quadrant"].to_numpy()
    data["name"] = [market_name(code) for code in known.index]
    data["marked"] = known.index.isin(list(marked))
    data["picked"] = known.index == picked
    data["sure"] = known["affinity_confidence"].isin(["A", "B"]).to_numpy()
    data["area"] = _areas(known.index, size)
    data["where"] = [_(NAMES[q]) for q in known["quadrant"]]
    data["near"] = [_band(*row) for row in known[["affinity", "affinity_low", "affinity_high"]].to_numpy()]
    data["rich"] = [_band(*row) for row in known[["potential", "potential_low", "potential_high"]].to_numpy()]
    data["place"] = [rank_text(*row) for row in known[["rank", "rank_low", "rank_high"]].to_numpy(float, na_value=np.nan)]
    data["grade"] = known["affinity_confidence"].to_numpy()
    data["top"] = [percent(value) for value in known["p_top3"]]
    return data


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


def _quadrants(cuts: Cuts, span: Axes) -> pd.DataFrame:
    (x0, x1), (y0, y1) = span.x, span.y
    cx, cy = min(max(cuts.affinity, x0), x1), min(max(cuts.potential, y0), y1)
    rows = [
        ("lead", cx, x1, cy, y1, x1, y1, "right", True),
        ("adapt", x0, cx, cy, y1, x0, y1, "left", True),
        ("niche", cx, x1, y0, cy, x1, y0, "right", False),
        ("later", x0, cx, y0, cy, x0, y0, "left", False),
    ]
    areas = pd.DataFrame(rows, columns=["quadrant", "x0", "x1", "y0", "y1", "tx", "ty", "side", "above"])
    areas["kind"] = "quadrant"
    areas["name"] = [_(NAMES[name]).upper() for name in areas["quadrant"]]
    areas["where"] = [_(MEANINGS[name]) for name in areas["quadrant"]]
    areas["cx"], areas["cy"] = cx, cy
    return areas


@dataclass(frozen=True)
class _Plot:
    """Turns scores into pixels from the top left."""

    span: Axes
    width: float
    height: float

    def x(self, affinity: float) -> float:
        return self.width * (affinity - self.span.x[0]) / (self.span.x[1] - self.span.x[0])

    def y(self, potential: float) -> float:
        return self.height * (self.span.y[1] - potential) / (self.span.y[1] - self.span.y[0])


def _label(points: pd.DataFrame, name: str, span: Axes, size: tuple[float, float], most: int) -> None:
    """Add where the label of each point goes on a plot of this size; the side is "" where none fits."""
    plot = _Plot(span, *size)
    spots = [
        Spot(iso3, text, plot.x(affinity), plot.y(potential), math.sqrt(area / math.pi), marked or picked)
        for iso3, text, affinity, potential, area, marked, picked in points[
            ["iso3", "name", "affinity", "potential", "area", "marked", "picked"]
        ].itertuples(index=False, name=None)
    ]
    placed = {label.key: label for label in place(spots[:most], *size, spots[most : most + 60])}
    found = [placed.get(code) for code in points["iso3"]]
    points[f"{name}_side"] = [label.align if label else "" for label in found]
    points[f"{name}_dx"] = [label.dx if label else 0.0 for label in found]
    points[f"{name}_dy"] = [label.dy if label else 0.0 for label in found]
