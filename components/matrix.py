"""The matrix: affinity across, potential up, four quadrants, uncertainty drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from components.drawing import Drawing
from components.labelling import Spot, place
from components.matrix_spec import HEIGHT, NARROW, WIDE, Axes, spec
from components.theme import palette
from components.words import _, language, locale, market_name, number, percent
from frameworks.scoring.matrix import MEANINGS, NAMES, Cuts

_GLANCE = 300
_FIELDS = [
    "affinity", "potential", "affinity_low", "affinity_high", "potential_low", "potential_high",
]  # fmt: skip
_RANKS = ("rank", "rank_low", "rank_high")


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
    glance: bool = False,
) -> Drawing:
    """Return the scatter of ``frame`` (rows of a scored frame; those without both scores are left out).

    size:   series by market for the bubble area, None for equal bubbles.
    marked: shortlisted markets; drawn with a ring and their bands.
    picked: the market whose detail is open; its bands are drawn too.
    for_picture: fixed width and opaque paper, for PNG and SVG.
    glance: a small matrix with fewer labels and without bands.
    """
    scheme = "light" if for_picture else palette().scheme
    points = _points(frame, size, marked, picked)
    height, labels = (_GLANCE, 9) if glance else (HEIGHT, 26)
    for name, width, most in (("wide", WIDE, labels), ("narrow", NARROW, min(10, labels))):
        points |= _labels(points, name, span, (width, height), most)
    data = pd.concat([pd.DataFrame(points), _quadrants(cuts, span)], ignore_index=True)
    return Drawing(spec(span, scheme, height, for_picture, glance, language(), str(locale())), data)


def _points(
    frame: pd.DataFrame, size: pd.Series | None, marked: Sequence[str], picked: str | None
) -> dict[str, Any]:
    """The columns of the points, shortlisted ones first, then by rank."""
    both = (frame["affinity"].notna() & frame["potential"].notna()).to_numpy()
    rank = np.where(frame.index.isin(list(marked)), -1000, 0) + frame["rank"].to_numpy(float, na_value=np.nan)
    rank = np.where(frame.index == picked, -2000, rank)
    rows = np.argsort(rank, kind="stable")
    rows = rows[both[rows]]
    codes = frame.index.to_numpy()[rows]
    numbers = {name: frame[name].to_numpy(float, na_value=np.nan)[rows] for name in (*_FIELDS, *_RANKS, "p_top3")}
    quadrant, grade = frame["quadrant"].to_numpy()[rows], frame["affinity_confidence"].to_numpy()[rows]
    named = {key: _(name) for key, name in NAMES.items()}
    return {
        **{name: numbers[name] for name in _FIELDS},
        "kind": ["point"] * len(rows),
        "iso3": codes,
        "quadrant": quadrant,
        "name": [market_name(code) for code in codes],
        "marked": np.isin(codes, list(marked)),
        "picked": codes == picked,
        "sure": np.isin(grade, ["A", "B"]),
        "area": _areas(codes, size),
        "where": [named[key] for key in quadrant],
        "near": _banded(numbers, "affinity"),
        "rich": _banded(numbers, "potential"),
        "place": [rank_text(*ends) for ends in zip(*(numbers[name] for name in _RANKS), strict=True)],
        "grade": grade,
        "top": [percent(value) for value in numbers["p_top3"]],
    }


def _banded(numbers: dict[str, np.ndarray], axis: str) -> list[str]:
    ends = zip(numbers[axis], numbers[f"{axis}_low"], numbers[f"{axis}_high"], strict=True)
    return [_band(*values) for values in ends]


def _band(middle: float, low: float, high: float) -> str:
    return f"{number(middle)}  ({number(low)} – {number(high)})"


def rank_text(rank: float, low: float, high: float) -> str:
    """Return a rank with its band, ``4 (4–8)``, or a dash."""
    if pd.isna(rank):
        return "–"
    return f"{number(rank, 0)}  ({number(low, 0)}–{number(high, 0)})"


def _areas(codes: np.ndarray, size: pd.Series | None) -> np.ndarray:
    if size is None:
        return np.full(len(codes), 90.0)
    known = size.reindex(codes).to_numpy(float)
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


def _labels(
    points: dict[str, Any], name: str, span: Axes, size: tuple[float, float], most: int
) -> dict[str, list[Any]]:
    """Where the label of each point goes on a plot of this size; the side is "" where none fits."""
    plot = _Plot(span, *size)
    columns = (points[column] for column in ("iso3", "name", "affinity", "potential", "area", "marked", "picked"))
    spots = [
        Spot(iso3, text, plot.x(affinity), plot.y(potential), math.sqrt(area / math.pi), bool(marked or picked))
        for iso3, text, affinity, potential, area, marked, picked in zip(*columns, strict=True)
    ]
    placed = {label.key: label for label in place(spots[:most], *size, spots[most : most + 60])}
    found = [placed.get(spot.key) for spot in spots]
    return {
        f"{name}_side": [label.align if label else "" for label in found],
        f"{name}_dx": [label.dx if label else 0.0 for label in found],
        f"{name}_dy": [label.dy if label else 0.0 for label in found],
    }
