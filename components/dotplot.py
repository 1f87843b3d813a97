"""Dot plots as plain markup: a line with two named ends, and marks on it that differ in colour and shape.

Markup instead of a chart, because the words at the ends must wrap on a phone and be read aloud.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components import theme, words

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "culture.css").read_text(encoding="utf-8")
_NEAR = 0.045  # marks closer than this share of the line would cover each other

MOST = 6
"""How many shapes there are (static/culture.css)."""


@dataclass(frozen=True)
class Mark:
    """One mark: ``at`` 0-1 along the line, ``sign`` its markup, ``code`` a short name, ``words`` the tooltip.

    leads: keeps the line and its ranges to itself, all others stand below.
    """

    at: float
    sign: str
    code: str
    words: str
    leads: bool = False


@dataclass(frozen=True)
class Row:
    """One line of a dot plot. Positions are shares 0-1 of the line; texts are plain and get escaped here.

    low, high: what the ends stand for. tag: a warning beside the title. aside: figures under the title.
    world, half, span: ranges to shade (all countries, their middle half, lowest to highest mark).
    gap: who is missing.
    """

    title: str
    marks: tuple[Mark, ...]
    low: str = ""
    high: str = ""
    tag: str = ""
    aside: str = ""
    world: tuple[float, float] | None = None
    half: tuple[float, float] | None = None
    span: tuple[float, float] | None = None
    gap: str = ""


def style() -> str:
    """Return the style sheet as markup."""
    return f"<style>{STYLESHEET}</style>"


def symbol(place: int, basis: str = "measured") -> str:
    """Return the colour and shape of the country at ``place``; hollow where the figure is not measured."""
    colour = theme.palette().categorical[place % MOST]
    hollow = " lf-sign-hollow" if basis not in ("measured", "") else ""
    return f'<span class="lf-sign lf-sign-{place % MOST}{hollow}" style="--sign:{colour}" aria-hidden="true"></span>'


def letter(text: str, basis: str = "measured") -> str:
    """Return a letter in a disc."""
    kind = {"own": "estimate"}.get(basis, basis) if basis in ("estimate", "stand_in", "own") else "measured"
    return f'<span class="lf-letter lf-letter-{kind}" aria-hidden="true">{escape(text)}</span>'


def key(entries: Sequence[tuple[str, str]], aside: Sequence[str] = ()) -> str:
    """Return the key: pairs of sign (markup) and name (plain), and plain explanations after them."""
    parts = [f"<span>{sign}{escape(name)}</span>" for sign, name in entries]
    parts += [f'<span class="lf-muted">{escape(text)}</span>' for text in aside]
    return f'<div class="lf-key">{"".join(parts)}</div>'


def plot(rows: Sequence[Row], *, ends: bool = True, axis: tuple[str, str] | None = None) -> str:
    """Return the dot plot.

    ends: write the short name beside the outermost marks. axis: what the two ends stand for in every row,
    said once above instead of in the rows.
    """
    if axis is None:
        return f'<div class="lf-dots">{"".join(_row(row, ends) for row in rows)}</div>'
    low, high = (escape(text) for text in axis)
    head = (
        '<div class="lf-dots-row lf-dots-axis"><div class="lf-dots-title"></div>'
        f'<div class="lf-dots-scale"><span>{low}</span><span>{high}</span></div></div>'
    )
    return f'<div class="lf-dots lf-dots-wide">{head}{"".join(_row(row, ends) for row in rows)}</div>'


def share(value: float, low: float, high: float) -> float:
    """Return where ``value`` stands between ``low`` and ``high``, held within 0 and 1."""
    return min(max((value - low) / (high - low), 0.0), 1.0) if high > low else 0.5


def _row(row: Row, ends: bool) -> str:
    marks = sorted((m for m in row.marks if not math.isnan(m.at)), key=lambda m: (not m.leads, m.at))
    first = sum(m.leads for m in marks)
    lanes = [*[0] * first, *(lane + bool(first) for lane in _lanes([m.at for m in marks[first:]]))]
    tag = f'<span class="lf-tag">{escape(row.tag)}</span>' if row.tag else ""
    aside = f'<span class="lf-dots-aside">{escape(row.aside)}</span>' if row.aside else ""
    gap = f'<div class="lf-dots-gap">{escape(row.gap)}</div>' if row.gap else ""
    ranges = "".join(
        _range(name, at) for name, at in (("world", row.world), ("half", row.half), ("range", row.span)) if at
    )
    dots = "".join(
        _dot(mark, lane, ends and i == 0 and len(marks) > 1, ends and i == len(marks) - 1)
        for i, (mark, lane) in enumerate(zip(marks, lanes, strict=True))
    )
    spoken = "; ".join([row.title, *(m.words for m in marks), *([row.gap] if row.gap else [])])
    named = (("low", row.low), ("high", row.high))
    poles = "".join(f'<div class="lf-dots-{side}">{escape(text)}</div>' for side, text in named if text)
    track = f'role="img" aria-label="{escape(spoken)}" style="--lanes:{max(lanes, default=0) + 1}"'
    return (
        f'<div class="lf-dots-row"><div class="lf-dots-title">{escape(row.title)}{tag}{aside}</div>'
        f"{poles}"
        f'<div class="lf-dots-track" {track}>{ranges}{dots}</div>{gap}</div>'
    )


def _range(name: str, ends: tuple[float, float]) -> str:
    return f'<span class="lf-dots-{name}" style="--from:{100 * ends[0]:.1f}%;--to:{100 * ends[1]:.1f}%"></span>'


def _dot(mark: Mark, lane: int, first: bool, last: bool) -> str:
    end = "".join(
        f'<span class="lf-dot-end lf-dot-end-{side}">{escape(mark.code)}</span>'
        for side, wanted in (("low", first), ("high", last))
        if wanted
    )
    return (
        f'<span class="lf-dot" style="--at:{100 * mark.at:.1f}%;--lane:{lane}" title="{escape(mark.words)}">'
        f"{mark.sign}{end}</span>"
    )


def _lanes(places: Sequence[float]) -> list[int]:
    """Put marks that would cover each other on lanes below one another; places are in rising order."""
    last: list[float] = []
    lanes = []
    for at in places:
        lane = next((k for k, end in enumerate(last) if at - end >= _NEAR), len(last))
        last[lane : lane + 1] = [at]
        lanes.append(lane)
    return lanes
