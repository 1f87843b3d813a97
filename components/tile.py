"""KPI tiles: value, change, course, how many rows stand behind it; a click opens definition, SQL and rows."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from components import kpi_figures, words
from components.kpi_figures import figure
from components.theme import palette
from components.words import _, compact, number

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "numbers.css").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Tile:
    """One KPI as a tile shows it.

    title:      as people read it, translated.
    value:      in ``unit``, None where it is undefined.
    rows:       how many things it counts: visits or orders of a share, else facts.
    before:     the value in the period of comparison; None for none.
    course:     values over time for the small line, None where undefined.
    missing:    canonical tables that no upload fills yet, or settings not entered; the tile then only says so.
    undefined:  what there is none of, where the value is undefined, translated.
    benchmark:  the range of others, in words.
    until:      the last day of its data, in words, where the period goes on after it.
    plan:       how it stands against the team's target, in words.
    """

    name: str
    title: str
    unit: str
    direction: str = ""
    value: float | None = None
    rows: float = 0
    before: float | None = None
    course: tuple[float | None, ...] = ()
    missing: tuple[str, ...] = ()
    undefined: str = ""
    benchmark: str = ""
    until: str = ""
    plan: str = ""


def style() -> None:
    """Put the shapes of the pages of numbers into the page; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def grid(tiles: Sequence[Tile], currency: str, opened: Callable[[str], None], *, key: str = "tiles") -> None:
    """Draw tiles side by side; ``opened`` is called with the name of the one that is clicked."""
    with st.grid(4, min_column_width=160, gap="xsmall", key=f"lf-{key}"):
        for tile in tiles:
            with st.container(key=f"lf-tile-{key}-{tile.name}", gap=None):
                if st.button(tile.title, key=f"{key}_{tile.name}", type="tertiary", help=None):
                    opened(tile.name)
                st.html(markup(tile, currency))


def markup(tile: Tile, currency: str = "EUR") -> str:
    """Return what stands under a tile's title."""
    if tile.missing:
        return f'<p class="lf-gap">{escape(kpi_figures.needs(tile.missing))}</p>'
    if not _there(tile.value):
        reason = tile.undefined or _("nothing to count in this period")
        return f'<p class="lf-gap">{escape(_("undefined: {reason}").format(reason=reason))}</p>'
    line = spark(tile.course) if sum(map(_there, tile.course)) > 2 else ""
    foot = [behind(tile.rows)]
    foot += [_("data to {day}").format(day=tile.until)] if tile.until else []
    foot += [_("others: {range}").format(range=tile.benchmark)] if tile.benchmark else []
    foot += [tile.plan] if tile.plan else []
    return (
        f'<div class="lf-figure">{escape(figure(tile.value, tile.unit, currency))}</div>'
        f'<div class="lf-tile-line">{moved(tile)}{line}</div>'
        f'<div class="lf-tile-foot">{"".join(f"<span>{escape(text)}</span>" for text in foot if text)}</div>'
    )


def moved(tile: Tile) -> str:
    """Return the change against the period of comparison as markup, with sign and arrow beside the colour."""
    change = kpi_figures.change(tile.value, tile.before, tile.unit, tile.direction)
    if change is None:
        return '<span class="lf-change lf-change-even"></span>'
    spoken = {"good": _("better"), "bad": _("worse"), "even": ""}[change.tone]
    hidden = f'<span class="lf-unseen"> ({escape(spoken)})</span>' if spoken else ""
    return (
        f'<span class="lf-change lf-change-{change.tone}"><i aria-hidden="true">{change.arrow}</i> '
        f"{escape(change.text)}{hidden}</span>"
    )


def behind(rows: float | None) -> str:
    """Return how many things a figure counts, ``n = 1,204``; "" where that is unknown."""
    if not _there(rows):
        return ""
    return _("n = {count}").format(count=number(rows, 0) if rows < 100_000 else compact(rows))


def spark(course: Sequence[float | None], width: int = 84, height: int = 26) -> str:
    """Return a small line as markup: gaps where undefined, a dot at the end; for the eye only."""
    colours = palette()
    known = [v for v in course if _there(v)]
    low, high = min(known), max(known)
    step, pad = (width - 6) / max(len(course) - 1, 1), 4
    points = [
        (3 + i * step, height - pad - (height - 2 * pad) * ((v - low) / (high - low) if high > low else 0.5))
        if _there(v) else None
        for i, v in enumerate(course)
    ]  # fmt: skip
    path, pen = [], False
    for point in points:
        if point is not None:
            path.append(f"{'L' if pen else 'M'}{point[0]:.1f} {point[1]:.1f}")
        pen = point is not None
    last = next(p for p in reversed(points) if p is not None)
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<path d="{"".join(path)}" fill="none" stroke="{colours.muted}" stroke-width="1.5" stroke-linejoin="round"/>'
        f'<circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="2.6" fill="{colours.good}"/></svg>'
    )
    data = base64.b64encode(drawn.encode()).decode()
    return f'<img class="lf-spark" alt="" width="{width}" height="{height}" src="data:image/svg+xml;base64,{data}">'


def waiting(tiles: Sequence[Tile]) -> None:
    """List compactly the KPIs that still wait for a file, by the file."""
    by_file: dict[tuple[str, ...], list[str]] = {}
    for tile in tiles:
        if tile.missing:
            by_file.setdefault(tile.missing, []).append(tile.title)
    if by_file:
        rows = "".join(
            f"<li><b>{escape(words.list_text(titles))}</b> <span>{escape(kpi_figures.needs(missing))}</span></li>"
            for missing, titles in by_file.items()
        )
        st.html(f'<ul class="lf-waiting">{rows}</ul>')


def _there(value: float | None) -> bool:
    return value is not None and math.isfinite(value)
