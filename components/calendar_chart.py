"""Two years of a market on one sheet: months across, a lane for each kind of day, today's line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from components.drawing import Drawing, specification
from components.theme import dressed, palette
from components.words import N_, _, date_text, language, locale

LANES = {
    "sale": N_("Sale days"), "gift": N_("Gift days"), "season": N_("Seasons, breaks"), "public_holiday": N_("Public holidays"),
}  # fmt: skip
_LANE_OF = {"holiday": "season"}
_HUES = {"sale": 3, "gift": 2, "season": 1, "public_holiday": 0}
"""Place of each lane's colour in the palette."""
_SHAPES = {"sale": "diamond", "gift": "circle", "season": "square", "public_holiday": "triangle-up"}
_LETTER, _GAP = 5.8, 8.0
_WIDE, _NARROW = 780.0, 225.0
"""Widths in pixels for which labels are chosen so that none runs into another."""
_HEIGHT = 27


def chart(days: pd.DataFrame, start: dt.date, today: dt.date, *, for_picture: bool = False) -> Drawing:
    """Return the chart of 24 months from ``start`` (the first of a month): two sheets of twelve months.

    days: as from ``frameworks.calendar.calendar``. Days of one kind share a lane, a shape and a colour; hollow
    ones are estimates; spans are bars. The longest-prepared days that have room are named in place.
    """
    blocks = [(start, _later(start, 12)), (_later(start, 12), _later(start, 24))]
    rows = _marks(days, blocks)
    rows += _today(blocks, today)
    scheme = "light" if for_picture else palette().scheme
    heads = tuple(_span(first, last - dt.timedelta(days=1)) for first, last in blocks)
    spec = _spec(scheme, start.isoformat(), heads, for_picture, language(), str(locale()))
    return Drawing(spec, pd.DataFrame(rows, columns=_COLUMNS).astype(object))


_COLUMNS = ["what", "row", "at", "until", "lane", "firm", "label", "wide", "narrow", "name", "when", "kind"]


def _marks(days: pd.DataFrame, blocks: Sequence[tuple[dt.date, dt.date]]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for block, (first, after) in enumerate(blocks):
        inside = days[[end >= first and start < after for start, end in zip(days["start"], days["end"], strict=True)]]
        for lane in LANES:
            these = [row for row in inside.itertuples() if _LANE_OF.get(row.kind, row.kind) == lane]
            rows += _lane(these, lane, block, first, after)
    return rows


def _lane(these: Sequence[Any], lane: str, block: int, first: dt.date, after: dt.date) -> list[dict[str, Any]]:
    whole = (after - first).days
    marks = []
    for row in these:
        begin, end = max(row.start, first), min(row.end, after - dt.timedelta(days=1))
        marks.append(
            {
                "what": "span" if end > begin else "day", "row": f"{block}{lane}", "lane": lane, "firm": bool(row.firm),
                "at": _shift(begin, block), "until": _shift(end, block), "label": _(row.name).split(" (")[0], "name": _(row.name),
                "when": date_text(row.start) if row.start == row.end else f"{date_text(row.start)} – {date_text(row.end)}",
                "kind": _(LANES[lane]), "wide": "", "narrow": "",
                "_from": (begin - first).days / whole, "_to": ((end - first).days + 1) / whole,
                "_weight": 0 if pd.isna(row.lead_days) else int(row.lead_days),
            }
        )  # fmt: skip
    _name(marks, "wide", _WIDE)
    _name(marks, "narrow", _NARROW)
    return [{key: value for key, value in mark.items() if not key.startswith("_")} for mark in marks]


def _name(marks: list[dict[str, Any]], field: str, width: float) -> None:
    """Choose whose name is written and on which side: the longest-prepared first, touching no mark and no name."""
    taken = [[(mark["_from"] * width - 5, mark["_to"] * width + 5)] for mark in marks]
    for place in sorted(range(len(marks)), key=lambda i: (-marks[i]["_weight"], marks[i]["_from"])):
        mark = marks[place]
        long = _LETTER * len(mark["label"])
        after, before = mark["_to"] * width + 7, mark["_from"] * width - 7
        others = [span for i, spans in enumerate(taken) if i != place for span in spans]
        for side, begin, end in (("right", after, after + long), ("left", before - long, before)):
            inside = begin >= 0 and end <= width + 20
            if inside and all(end + _GAP <= low or begin - _GAP >= high for low, high in others):
                mark[field] = side
                taken[place].append((begin, end))
                break


def _today(blocks: Sequence[tuple[dt.date, dt.date]], today: dt.date) -> list[dict[str, Any]]:
    for block, (first, after) in enumerate(blocks):
        if first <= today < after:
            told = dict.fromkeys(_COLUMNS) | {"at": _shift(today, block), "name": _("Today"), "when": date_text(today)}
            label = told | {"what": "today-label", "row": f"{block}head", "label": _("Today")}
            return [label, *(told | {"what": "today", "row": f"{block}{lane}", "kind": ""} for lane in LANES)]
    return []


def _shift(day: dt.date, block: int) -> str:
    """Lay the second twelve months over the first; a leap day falls on the day before."""
    try:
        return day.replace(year=day.year - block).isoformat()
    except ValueError:
        return day.replace(year=day.year - block, day=28).isoformat()


def _later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, 1)


def _span(first: dt.date, last: dt.date) -> str:
    names = locale().months["stand-alone"]["abbreviated"]
    return f"{names[first.month]} {first.year} – {names[last.month]} {last.year}"


@lru_cache(maxsize=32)
def _spec(
    scheme: str, start: str, heads: tuple[str, ...], for_picture: bool, spoken: str, place: str
) -> Mapping[str, Any]:
    colours = palette(scheme)
    first = dt.date.fromisoformat(start)
    rows = [f"{block}{lane}" for block in range(2) for lane in ("head", *LANES)]
    names = {f"{block}head": head for block, head in enumerate(heads)}
    names |= {f"{block}{lane}": _(name) for block in range(2) for lane, name in LANES.items()}
    named = "{" + ",".join(f"'{key}': {_quoted(name)}" for key, name in names.items()) + "}"
    head = " || ".join(f"datum.value == '{block}head'" for block in range(2))
    base = alt.Chart(alt.NamedData("rows"))
    domain = [f"{day.isoformat()}T00:00:00Z" for day in (first, _later(first, 12))]
    months = alt.Axis(orient="top", format="%b", tickCount="month", labelAlign="left", labelPadding=2, labelOverlap="greedy")
    across = alt.Scale(type="utc", domain=domain, nice=False)
    x = alt.X("at:T", title=None, scale=across, axis=months)
    y = alt.Y("row:N", title=None, sort=rows, scale=alt.Scale(domain=rows),
              axis=alt.Axis(grid=False, labelExpr=f"({named})[datum.value]", labelLimit=150, labelPadding=8,
                            labelFontWeight=alt.condition(head, alt.value(600), alt.value(400)),
                            labelColor=alt.condition(head, alt.value(colours.ink), alt.value(colours.muted))))  # fmt: skip
    hues = [colours.categorical[_HUES[lane]] for lane in LANES]
    colour = alt.Color("lane:N", scale=alt.Scale(domain=list(LANES), range=hues), legend=None)
    shape = alt.Shape("lane:N", scale=alt.Scale(domain=list(LANES), range=[_SHAPES[lane] for lane in LANES]), legend=None)
    tips = [alt.Tooltip("name:N", title=_("Name")), alt.Tooltip("when:N", title=_("Day")), alt.Tooltip("kind:N", title=_("Kind"))]
    spans, days = base.transform_filter("datum.what == 'span'"), base.transform_filter("datum.what == 'day'")
    fill = alt.condition("datum.firm", colour, alt.value(colours.paper))
    widths = (("wide", "true"),) if for_picture else (("wide", "width >= 640"), ("narrow", "width < 640"))
    sides = (("right", "datum.what == 'span' ? datum.until : datum.at", "left", 8), ("left", "datum.at", "right", -8))
    layers = [
        spans.mark_bar(height=9, cornerRadius=4, strokeWidth=1.5).encode(
            x, y, x2="until:T", fill=fill, stroke=colour, tooltip=tips),
        days.mark_point(size=62, strokeWidth=1.5, filled=False).encode(
            x, y, shape=shape, fill=fill, stroke=colour, tooltip=tips),
        *(
            base.transform_filter(f"datum.{field} == '{side}'").transform_calculate(beside=place).mark_text(
                align=align, dx=dx, fontSize=11, color=colours.ink
            ).encode(alt.X("beside:T", scale=across), y, text="label:N", tooltip=tips,
                     opacity=alt.condition(shown, alt.value(1), alt.value(0)))
            for field, shown in widths
            for side, place, align, dx in sides
        ),
        base.transform_filter("datum.what == 'today'").mark_tick(
            orient="vertical", color=colours.accent, thickness=1.5, size=_HEIGHT).encode(x, y),
        base.transform_filter("datum.what == 'today-label'").mark_text(
            color=colours.accent, fontSize=11, fontWeight=600, dy=5).encode(x, y, text="label:N"),
    ]  # fmt: skip
    layered = alt.layer(*layers).properties(height=alt.Step(_HEIGHT), width=1000 if for_picture else "container")
    return specification(dressed(layered, colours, opaque=for_picture))


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
