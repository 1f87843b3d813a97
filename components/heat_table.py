"""Tables whose cells are tinted by amount, as markup: figures stay readable, spoken and selectable.

Markup instead of a chart, because rows and columns must stay in sight while a phone scrolls sideways.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import altair as alt
import pandas as pd

from components import theme, words
from components.drawing import Drawing, specification

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "heat.css").read_text(encoding="utf-8")
_READABLE = 4.5


@dataclass(frozen=True)
class Cell:
    """One cell. Texts are plain and get escaped here.

    share: where it lies between least and most (0-1), None for no tint. faint: rests on too few to be trusted.
    told: the whole story, for the pointer. tag: a word that marks the cell, such as a rule it meets.
    """

    text: str = ""
    note: str = ""
    share: float | None = None
    faint: bool = False
    told: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Row:
    """One row: its name, a small line under it, its cells; ``total`` sets it apart."""

    title: str
    cells: tuple[Cell, ...]
    aside: str = ""
    total: bool = False


def style() -> str:
    """Return the style sheet as markup."""
    return f"<style>{STYLESHEET}</style>"


def table(rows: Sequence[Row], columns: Sequence[str], *, corner: str, label: str, narrow: bool = False) -> str:
    """Return the table.

    columns: heads of the cells. corner: head of the row names. label: what the table is, for screen readers.
    narrow: columns of a few figures each, many of them.
    """
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in columns)
    body = "".join(_row(row) for row in rows)
    kind = "lf-ht lf-ht-narrow" if narrow else "lf-ht"
    return (
        f'<div class="lf-ht-scroll" tabindex="0" role="region" aria-label="{escape(label)}"><table class="{kind}">'
        f'<thead><tr><th scope="col" class="lf-ht-corner">{escape(corner)}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def tint(share: float, colours: theme.Palette | None = None) -> tuple[str, str]:
    """Return background and ink for a share of 0 to 1; the ink is readable on the background."""
    p = colours or theme.palette()
    steps = p.sequential
    ground = steps[min(int(max(share, 0.0) * len(steps)), len(steps) - 1)]
    # The middle of the ramp reads with neither ink nor paper; there the extremes step in.
    inks = (p.ink, p.paper, "#000000", "#FFFFFF")
    return ground, next(ink for ink in inks if _contrast(ground, ink) >= _READABLE)


def picture(data: pd.DataFrame, *, title: str, corner: str, step: int = 50) -> Drawing:
    """Return a heat table as a chart for a picture, in the light scheme.

    data: a row a cell in the order of rows and columns, with ``row``, ``column``, ``text``, ``fill`` and ``ink``.
    corner: title of the columns. step: width of a column in pixels.
    """
    return Drawing(_spec(title, corner, step, str(words.locale())), data)


@lru_cache(maxsize=32)
def _spec(title: str, corner: str, step: int, place: str) -> Mapping[str, Any]:
    rows = alt.Chart(alt.NamedData("rows"))
    gaps = alt.Scale(paddingInner=0.05)
    axis = alt.Axis(orient="top", labelAngle=0, grid=False, labelLimit=step)
    x = alt.X("column:O", title=corner or None, sort=None, axis=axis, scale=gaps)
    y = alt.Y("row:O", title=None, sort=None, axis=alt.Axis(grid=False), scale=gaps)
    tiles = rows.mark_rect(cornerRadius=3).encode(x, y, fill=alt.Fill("fill:N", scale=None))
    texts = rows.mark_text(fontSize=11).encode(x, y, text="text:N", color=alt.Color("ink:N", scale=None))
    chart = alt.layer(tiles, texts).properties(width=alt.Step(step), height=alt.Step(28), title=title)
    return specification(theme.dressed(chart, theme.palette("light"), opaque=True))


def _row(row: Row) -> str:
    aside = f"<small>{escape(row.aside)}</small>" if row.aside else ""
    cells = "".join(_cell(cell) for cell in row.cells)
    kind = ' class="lf-ht-total"' if row.total else ""
    return f'<tr{kind}><th scope="row">{escape(row.title)}{aside}</th>{cells}</tr>'


def _cell(cell: Cell) -> str:
    if not cell.text:
        told = f' title="{escape(cell.told)}"' if cell.told else ""
        return f'<td class="lf-ht-blank"{told}></td>'
    kinds = ["lf-ht-faint"] if cell.faint else []
    paint = ""
    if cell.share is not None and not cell.faint:
        ground, ink = tint(cell.share)
        paint = f' style="background:{ground};color:{ink}"'
    told = f' title="{escape(cell.told)}"' if cell.told else ""
    name = f' class="{" ".join(kinds)}"' if kinds else ""
    small = f"<small>{escape(cell.note)}</small>" if cell.note else ""
    tag = f' <span class="lf-ht-tag">{escape(cell.tag)}</span>' if cell.tag else ""
    return f"<td{name}{paint}{told}>{escape(cell.text)}{tag}{small}</td>"


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
