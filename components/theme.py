"""The look: one palette for each colour scheme, the charts' manners, one small stylesheet.

Drawn like a nautical chart: paper and deep ink by day, deep sea by night, depth tints
for amounts, and one warm accent, the colour of a harbour light, for what can be done.
The quadrant hues differ in lightness as well as hue, so they stay apart under red,
green and blue colour blindness; tests/components/test_theme.py measures it.

Class names for markup given to ``st.html`` (always escape what goes inside):

- ``lf-eyebrow`` small line above a heading; ``lf-lede`` the sentence under a page title
- ``lf-cards`` grid of ``lf-card``; inside ``lf-card-title``, ``lf-figure`` (large number), ``lf-muted``
- ``lf-chips`` row of ``lf-chip``; ``lf-chip lf-lead|lf-adapt|lf-niche|lf-later|lf-unknown`` with a dot
- ``lf-grade lf-grade-a`` to ``-d`` evidence badge for confidence A to D
- ``lf-bar`` with ``style="--share:42%"``; ``lf-band`` with ``--low``, ``--high`` and ``--at`` draws a range
- ``lf-note`` standing note; ``lf-source`` line that names a source; ``lf-num`` aligned figures
- ``lf-table`` plain table; ``lf-gap`` marks a missing figure
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import words

if TYPE_CHECKING:  # the first page does without Altair, which is slow to load
    import altair as alt

BODY_FONT = "Figtree"
HEADING_FONT = "Bricolage Grotesque"
QUADRANTS = ("lead", "adapt", "niche", "later", "unknown")


@dataclass(frozen=True)
class Palette:
    """Colours of one scheme, ``#RRGGBB`` each.

    paper is the page, card a raised surface, panel a sunken one, side the sidebar; ink is
    text, muted secondary text; line draws borders, grid chart grids; accent is for actions
    and what is selected, on_accent the text on it. quadrants has a colour for each of
    ``QUADRANTS``. sequential runs from little to much, diverging from below to above.
    """

    scheme: str
    paper: str
    card: str
    panel: str
    side: str
    ink: str
    muted: str
    line: str
    grid: str
    accent: str
    on_accent: str
    good: str
    caution: str
    bad: str
    quadrants: Mapping[str, str] = field(hash=False)
    categorical: tuple[str, ...]
    sequential: tuple[str, ...]
    diverging: tuple[str, ...]


LIGHT = Palette(
    scheme="light",
    paper="#FBF8F2", card="#FFFFFF", panel="#EFF1EC", side="#E6EEED",
    ink="#10303E", muted="#4F6873", line="#D5DAD6", grid="#E6E6DF",
    accent="#B4441C", on_accent="#FFFFFF", good="#00655F", caution="#8A5A00", bad="#B23A48",
    quadrants=MappingProxyType(
        {"lead": "#00655F", "adapt": "#C27E00", "niche": "#6B5FC7", "later": "#82939C", "unknown": "#C9D1D3"}
    ),
    categorical=("#00655F", "#C27E00", "#6B5FC7", "#B4441C", "#3E8FB0", "#A64D79", "#6E7F2B", "#82939C"),
    sequential=(
        "#E6EFEA", "#CDE2DC", "#B0D2CE", "#91C0C0", "#70ABB0",
        "#50949F", "#347C8B", "#1F6375", "#114A5D", "#0A3344",
    ),
    diverging=(
        "#8F2F10", "#B95530", "#D58463", "#E9B7A0", "#F5E1D6",
        "#DCEAE7", "#AED0CC", "#71ABAA", "#32817F", "#005B56",
    ),
)  # fmt: skip

DARK = Palette(
    scheme="dark",
    paper="#0B1F2A", card="#11303F", panel="#132F3D", side="#081822",
    ink="#E8F0F0", muted="#9DB3BB", line="#2A4857", grid="#1B3543",
    accent="#FF8F66", on_accent="#0B1F2A", good="#4AD6C3", caution="#F6C453", bad="#F58A93",
    quadrants=MappingProxyType(
        {"lead": "#4AD6C3", "adapt": "#F6C453", "niche": "#A79BFA", "later": "#6F8797", "unknown": "#3B5360"}
    ),
    categorical=("#4AD6C3", "#F6C453", "#A79BFA", "#FF8F66", "#7FBCE6", "#E79AC0", "#B7C96A", "#6F8797"),
    sequential=(
        "#143443", "#174353", "#1A5362", "#1F6471", "#287680",
        "#358890", "#489B9F", "#62AFAF", "#86C4C0", "#B5DCD5",
    ),
    diverging=(
        "#FF9A73", "#DD7B57", "#B0604A", "#7E4A41", "#4C3B40",
        "#274451", "#1F5C66", "#25797F", "#35A09C", "#5FD3C3",
    ),
)  # fmt: skip


def palette(scheme: str | None = None) -> Palette:
    """The palette of ``"light"`` or ``"dark"``; by default of the scheme the visitor sees."""
    return DARK if (scheme or _seen_scheme()) == "dark" else LIGHT


def _seen_scheme() -> str | None:
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    try:
        return st.context.theme.type
    except Exception:  # outside a session there is no scheme
        return None


# --- charts -------------------------------------------------------------------------


def altair_config(colours: Palette | None = None, *, opaque: bool = False) -> dict[str, Any]:
    """Vega-Lite ``config`` for a chart: fonts, colours, quiet axes, the visitor's number format.

    opaque: paint the paper behind the chart, for pictures that leave the app.
    """
    p = colours or palette()
    text = {"labelColor": p.muted, "titleColor": p.ink, "labelFontSize": 12, "titleFontSize": 12}
    return {
        "background": p.paper if opaque else "transparent",
        "font": BODY_FONT,
        "view": {"stroke": None},
        "axis": text
        | {
            "titleFontWeight": 600, "labelPadding": 6, "titlePadding": 10, "grid": True, "gridColor": p.grid,
            "domain": False, "ticks": False, "labelOverlap": True,
        },
        "legend": text
        | {"titleFontWeight": 600, "symbolType": "circle", "symbolSize": 90, "orient": "top", "titleOrient": "left"},
        "header": text | {"titleFontWeight": 600},
        "title": {
            "color": p.ink, "subtitleColor": p.muted, "font": BODY_FONT, "fontSize": 15, "fontWeight": 600,
            "subtitleFontSize": 12, "anchor": "start", "offset": 12,
        },
        "text": {"color": p.ink, "fontSize": 12},
        "rule": {"color": p.muted},
        "point": {"filled": True, "color": p.good},
        "circle": {"color": p.good},
        "bar": {"color": p.good, "cornerRadiusEnd": 2},
        "line": {"color": p.good, "strokeWidth": 2},
        "area": {"color": p.good, "opacity": 0.25},
        "geoshape": {"stroke": p.paper, "strokeWidth": 0.4, "fill": p.quadrants["unknown"]},
        "range": {
            "category": list(p.categorical), "ordinal": list(p.sequential), "ramp": list(p.sequential),
            "heatmap": list(p.sequential), "diverging": list(p.diverging),
        },
        "locale": {"number": _number_locale(), "time": _time_locale()},
    }  # fmt: skip


def _number_locale() -> dict[str, Any]:
    """Decimal and thousands marks for Vega's own number labels."""
    symbols = words.locale().number_symbols["latn"]
    return {
        "decimal": symbols["decimal"], "thousands": symbols["group"], "grouping": [3], "currency": ["", ""],
    }  # fmt: skip


def _time_locale() -> dict[str, Any]:
    """Names of months and days for Vega's own time labels."""
    place = words.locale()
    months, days = place.months["format"], place.days["format"]
    sunday_first = (6, 0, 1, 2, 3, 4, 5)
    return {
        "dateTime": "%x, %X", "date": "%Y-%m-%d", "time": "%H:%M:%S", "periods": ["AM", "PM"],
        "days": [days["wide"][i] for i in sunday_first], "shortDays": [days["abbreviated"][i] for i in sunday_first],
        "months": [months["wide"][i] for i in range(1, 13)],
        "shortMonths": [months["abbreviated"][i] for i in range(1, 13)],
    }  # fmt: skip


def dressed(chart: alt.TopLevelMixin, colours: Palette | None = None, *, opaque: bool = False) -> Any:
    """The chart in our theme; show it with ``st.altair_chart(..., theme=None)``."""
    return chart.configure(**altair_config(colours, opaque=opaque))


# --- stylesheet ---------------------------------------------------------------------


def css(colours: Palette | None = None) -> str:
    """The stylesheet as a ``<style>`` element, for ``st.html``."""
    p = colours or palette()
    named = {f.name: getattr(p, f.name) for f in fields(p) if isinstance(getattr(p, f.name), str)}
    named.pop("scheme")
    named |= {f"q-{name}": colour for name, colour in p.quadrants.items()}
    variables = "".join(f"--lf-{name.replace('_', '-')}:{colour};" for name, colour in named.items())
    return f"<style>:root{{{variables}}}\n{STYLESHEET}</style>"


STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "landfall.css").read_text(encoding="utf-8")
