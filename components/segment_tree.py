"""The tree of markets: a row each, joined where they are alike, the segment's letter beside the name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from components.drawing import Drawing, specification
from components.segment_words import colour
from components.theme import dressed, palette
from components.words import _, language, locale, market_name, number
from frameworks.culture.segments.segmentation import LETTERS, Segmentation
from frameworks.culture.segments.tree import Tree

_ROW = 16
_NONE = "–"


def chart(made: Segmentation, grown: Tree, *, for_picture: bool = False) -> Drawing:
    """Return the tree of a segmentation's markets; ``grown`` is over the same rows."""
    scheme = "light" if for_picture else palette().scheme
    codes, segment = made.place.markets, made.frame["segment"].to_numpy()
    lines: list[dict[str, Any]] = []
    for branch in grown.branches:
        inside = {segment[row] for row in branch.rows}
        shade = inside.pop() if len(inside) == 1 else _NONE
        told = _("distance {far}").format(far=number(branch.height, 2))
        for x, x2, y, y2 in (
            (branch.low_from, branch.height, branch.low, branch.low),
            (branch.high_from, branch.height, branch.high, branch.high),
            (branch.height, branch.height, branch.low, branch.high),
        ):
            lines.append({"x": x, "x2": x2, "y": y, "y2": y2, "segment": shade, "told": told, "leaf": False, "text": ""})
    for place, row in enumerate(grown.order):
        letter, code = segment[row], codes[row]
        mark = f"{letter}?" if made.frame["between"].iloc[row] else letter
        text = f"{mark} · {market_name(code)}"
        lines.append({"x": 0.0, "x2": 0.0, "y": place, "y2": place, "segment": letter, "told": text, "leaf": True, "text": text})
    # Beside a count the specification depends on nothing of the data.
    spec = _spec(scheme, len(codes), for_picture, language(), str(locale()))
    return Drawing(spec, pd.DataFrame(lines).astype({"y": float, "y2": float}))


@lru_cache(maxsize=32)
def _spec(scheme: str, count: int, for_picture: bool, spoken: str, place: str) -> Mapping[str, Any]:
    colours = palette(scheme)
    shades = alt.Scale(
        domain=[*LETTERS, _NONE], range=[*(colour(letter, colours) for letter in LETTERS), colours.muted]
    )  # fmt: skip
    rows = alt.Chart(alt.NamedData("rows"))
    shade = alt.Color("segment:N", scale=shades, legend=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[count - 0.4, -0.6], nice=False), axis=None)
    far = alt.X("x:Q", title=_("Distance"), scale=alt.Scale(nice=False, zero=True, reverse=True))
    far = far.axis(grid=False, tickCount=4, orient="bottom")
    joins = rows.transform_filter("!datum.leaf").mark_rule(strokeWidth=1.6).encode(
        far, y, x2="x2:Q", y2="y2:Q", color=shade, tooltip=alt.Tooltip("told:N", title=_("Joined")),
    )  # fmt: skip
    leaves = rows.transform_filter("datum.leaf")
    dots = leaves.mark_circle(size=38, opacity=1).encode(far, y, color=shade)
    texts = leaves.mark_text(align="left", dx=7, fontSize=11, limit=170)
    texts = texts.encode(far, y, text="text:N", color=alt.value(colours.ink))
    chart = alt.layer(joins, dots, texts).properties(
        height=count * _ROW + 10, width=900 if for_picture else "container",
    )  # fmt: skip
    return specification(dressed(chart, colours, opaque=for_picture))
