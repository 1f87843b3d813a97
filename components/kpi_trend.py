"""A KPI over time: by day, week or month, beside the period of comparison, with what the team noted."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st
from babel.dates import format_skeleton

from components.drawing import Drawing, specification
from components.kpi_figures import figure
from components.period import Period
from components.theme import dressed, palette
from components.tile import behind
from components.words import _, date_text, language, locale

GRAINS = ("day", "week", "month")
ADDITIVE = ("sum",)
"""Aggregates for which a step without rows is a true zero."""


def grain_for(days: int) -> str:
    """Return the step a period opens with: some ten to thirty of them."""
    return "day" if days <= 31 else "week" if days <= 210 else "month"


def steps(period: Period, grain: str) -> list[Period]:
    """Return the steps of a period; weeks begin on Monday, and the first and last step may be cut short."""
    found, day = [], _start(period.start, grain)
    while day <= period.end:
        after = _next(day, grain)
        found.append(Period(day, after - dt.timedelta(days=1)))
        day = after
    return found


def series(
    frame: pd.DataFrame, period: Period, grain: str, aggregate: str, covered: Period | None = None
) -> pd.DataFrame:  # fmt: skip
    """Return one row a step: start, end, value (None where undefined), n, whole (False where cut short).

    frame: a KPI by ``grain``. aggregate: as the KPI says; amounts and counts are 0 where no row lies, but
    only on days that the data reach: the days ``covered``, None for all.
    """
    reach = covered or period
    at = {_date(day): (value, n) for day, value, n in frame[[grain, "value", "n"]].itertuples(index=False) if not pd.isna(day)}
    rows = []
    for step in steps(period, grain):
        known = aggregate in ADDITIVE and reach.start <= step.end and step.start <= reach.end
        value, n = at.get(step.start, (0.0 if known else None, 0))
        whole = max(period.start, reach.start) <= step.start and step.end <= min(period.end, reach.end)
        rows.append((step.start, step.end, None if pd.isna(value) else float(value), int(n), whole))
    return pd.DataFrame(rows, columns=["start", "end", "value", "n", "whole"])


def chart(
    now: pd.DataFrame, before: pd.DataFrame | None, notes: Sequence[tuple[dt.date, str]], title: str, unit: str,
    currency: str, *, plan: Sequence[float | None] = (), for_picture: bool = False,
) -> Drawing:  # fmt: skip
    """Return the chart. now, before: as from ``series``; before is laid over now step by step.

    notes: (day, words) that the team wrote down; those outside the period are not drawn.
    plan: what was planned for each step of now, None where nothing was; empty for no plan.
    """
    data = pd.concat([_points(now, now, "now", unit, currency), _points(before, now, "before", unit, currency),
                      _planned(plan, now, unit, currency), _notes(notes, now)], ignore_index=True)  # fmt: skip
    scheme = "light" if for_picture else palette().scheme
    spec = _spec(scheme, title, unit, before is not None, bool(plan), for_picture, language(), str(locale()))
    return Drawing(spec, data.astype(object).where(data.notna(), None))


def nothing(now: pd.DataFrame, before: pd.DataFrame | None) -> bool:
    """Say so where no step has a value, and return whether that is so: an empty frame reads like a fault."""
    if any(part is not None and part["value"].notna().any() for part in (now, before)):
        return False
    st.info(_("This figure has no value in this period, so there is nothing to draw. Take a longer period or another figure."))
    return True


def told(now: pd.DataFrame, before: Period | None) -> None:
    """Say how to read the chart."""
    said = [_("dashed: {period}").format(period=before.text)] if before else []
    if not now["whole"].all():
        said.append(_("hollow: a step that the period or the data cut short"))
    if now["value"].isna().any():
        said.append(_("gaps: nothing to count or to divide by"))
    if said:
        st.caption(" · ".join(said))


def _points(rows: pd.DataFrame | None, on: pd.DataFrame, kind: str, unit: str, currency: str) -> pd.DataFrame:
    if rows is None:
        return pd.DataFrame()
    rows = rows.head(len(on))
    return pd.DataFrame(
        {
            "kind": kind,
            "at": [day.isoformat() for day in on["start"][: len(rows)]],
            "step": _labels(on)[: len(rows)],
            "value": rows["value"].to_numpy(float),
            "text": [figure(value, unit, currency) for value in rows["value"]],
            "when": [date_text(a) if a == b else Period(a, b).text for a, b in zip(rows["start"], rows["end"], strict=True)],
            "many": [behind(n) for n in rows["n"]],
            "whole": rows["whole"].to_numpy(bool),
        }
    )


def _planned(plan: Sequence[float | None], on: pd.DataFrame, unit: str, currency: str) -> pd.DataFrame:
    """The points of the plan, named at the last of them."""
    known = [place for place, value in enumerate(plan) if value is not None]
    if not known:
        return pd.DataFrame()
    points = _points(on.assign(value=list(plan), n=0), on, "plan", unit, currency)
    points["short"] = [_("plan") if place == known[-1] else None for place in range(len(points))]
    return points


def _notes(notes: Sequence[tuple[dt.date, str]], on: pd.DataFrame) -> pd.DataFrame:
    first, last = on["start"].iloc[0], on["end"].iloc[-1]
    inside = [(day, text) for day, text in notes if first <= day <= last]
    starts, labels = list(on["start"]), _labels(on)
    places = [bisect.bisect_right(starts, day) - 1 for day, _text in inside]
    return pd.DataFrame(
        {
            "kind": "note",
            "at": [starts[place].isoformat() for place in places],
            "step": [labels[place] for place in places],
            "text": [text for _day, text in inside],
            "short": [text if len(text) <= 24 else f"{text[:23]}…" for _day, text in inside],
            "when": [date_text(day) for day, _text in inside],
        }
    )


def _labels(on: pd.DataFrame) -> list[str]:
    """The steps as the axis names them; with the year where it would be missed."""
    starts = list(on["start"])
    monthly = len(starts) > 1 and all(day.day == 1 for day in starts)
    long = (starts[-1] - starts[0]).days > 330
    skeleton = "yMMM" if monthly else "yMMMd" if long else "MMMd"
    return [format_skeleton(skeleton, day, locale=locale()) for day in starts]


@lru_cache(maxsize=64)
def _spec(
    scheme: str, title: str, unit: str, compared: bool, planned: bool, for_picture: bool, spoken: str, place: str
) -> Mapping[str, Any]:
    colours = palette(scheme)
    base = alt.Chart(alt.NamedData("rows"))
    x = alt.X("step:N", title=None, scale=alt.Scale(type="point", padding=0.25), sort=alt.EncodingSortField("at", op="min"),
              axis=alt.Axis(grid=False, labelAngle=0, labelOverlap="greedy", labelSeparation=8))  # fmt: skip
    style = {"share": "~%", "money": "~s", "count": "~s"}.get(unit, "~r")
    y = alt.Y("value:Q", title=None, axis=alt.Axis(format=style, tickCount=5, labelExpr="datum.value === 0 ? '0' : datum.label"),
              scale=alt.Scale(zero=unit in ("money", "count", "share")))  # fmt: skip
    tips = [alt.Tooltip("when:N", title=_("Period")), alt.Tooltip("text:N", title=title), alt.Tooltip("many:N", title=_("Counted"))]
    gaps = {"invalid": "break-paths-show-domains"}
    now = base.transform_filter("datum.kind == 'now'")
    layers = [
        now.mark_line(color=colours.good, strokeWidth=2.25, **gaps).encode(x, y),
        now.transform_filter("isValid(datum.value)").mark_point(size=42, filled=True, strokeWidth=1.5).encode(
            x, y, tooltip=tips, stroke=alt.value(colours.good),
            fill=alt.condition("datum.whole", alt.value(colours.good), alt.value(colours.paper)),
        ),
    ]  # fmt: skip
    if compared:
        past = base.transform_filter("datum.kind == 'before'")
        layers.insert(0, past.mark_line(color=colours.muted, strokeDash=[4, 4], strokeWidth=1.5, opacity=0.8, **gaps).encode(
            x, y, tooltip=tips))  # fmt: skip
    if planned:
        course = base.transform_filter("datum.kind == 'plan'")
        of = [alt.Tooltip("when:N", title=_("Period")), alt.Tooltip("text:N", title=_("Plan"))]
        line = {"color": colours.ink, "strokeDash": [8, 4], "strokeWidth": 1.5}
        layers += [
            course.mark_line(**line, **gaps).encode(x, y, tooltip=of),
            course.transform_filter("datum.short").mark_text(color=colours.ink, align="right", dy=-9, fontWeight=600).encode(
                x, y, text="short:N", tooltip=of),
        ]  # fmt: skip
    noted = base.transform_filter("datum.kind == 'note'")
    told = [alt.Tooltip("when:N", title=_("Day")), alt.Tooltip("text:N", title=_("Note"))]
    layers += [
        noted.mark_rule(color=colours.accent, strokeDash=[2, 3]).encode(x, tooltip=told),
        noted.mark_text(color=colours.accent, align="left", dx=5, dy=8, baseline="top").encode(
            x, y=alt.value(0), text="short:N", tooltip=told),
    ]  # fmt: skip
    layered = alt.layer(*layers).properties(height=280, width=900 if for_picture else "container")
    if for_picture:
        layered = layered.properties(title=title)
    return specification(dressed(layered, colours, opaque=for_picture))


def _start(day: dt.date, grain: str) -> dt.date:
    if grain == "week":
        return day - dt.timedelta(days=day.weekday())
    return day.replace(day=1) if grain == "month" else day


def _next(day: dt.date, grain: str) -> dt.date:
    if grain == "month":
        return (day + dt.timedelta(days=32)).replace(day=1)
    return day + dt.timedelta(days=7 if grain == "week" else 1)


def _date(day: Any) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day
