"""The funnel: how many come, act, buy and buy again, and where they are lost."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components.drawing import Drawing, specification
from components.theme import dressed, palette
from components.words import MISSING, N_, _, language, list_text, locale, number, percent
from frameworks.kpi.vocabulary import DEVICES

STEPS = ("sessions", "key_events", "transactions", "orders", "repeat")
NAMES = {
    "sessions": N_("Sessions"),
    "key_events": N_("Key events"),
    "transactions": N_("Purchases, analytics"),
    "orders": N_("Orders, shop"),
    "repeat": N_("Repeat orders"),
}
_BASE = {"key_events": "sessions", "transactions": "sessions", "orders": "sessions", "repeat": "orders"}


@dataclass(frozen=True)
class Funnel:
    """Counts of the steps; None where no file tells, which is not 0."""

    counts: Mapping[str, float | None]

    @property
    def known(self) -> tuple[str, ...]:
        """The steps that have a count, in order."""
        return tuple(step for step in STEPS if _there(self.counts.get(step)))

    def share(self, step: str) -> float | None:
        """Return a step as a share of what it follows from; None where either is unknown or nothing came."""
        count, base = self.counts.get(step), self.counts.get(_BASE.get(step, ""))
        return count / base if _there(count) and _there(base) and base else None  # type: ignore[operator]


def chart(funnel: Funnel, *, for_picture: bool = False) -> Drawing:
    """Return the funnel as bars, longest step full width."""
    scheme = "light" if for_picture else palette().scheme
    known = funnel.known
    most = max((float(funnel.counts[step] or 0) for step in known), default=1.0) or 1.0
    data = pd.DataFrame(
        {
            "step": [_(NAMES[step]) for step in known],
            "count": [float(funnel.counts[step] or 0) for step in known],
            "start": 0.0,
            "end": most,
            "text": [_label(funnel, step) for step in known],
        }
    )
    return Drawing(_spec(most, scheme, for_picture, language(), str(locale())), data)


def show(funnel: Funnel, *, key: str) -> None:
    """Draw the funnel and say how its steps are counted."""
    spoken = "; ".join(f"{_(NAMES[step])}: {_label(funnel, step)}" for step in funnel.known)
    chart(funnel).show(key, _("Funnel. {steps}").format(steps=spoken))


def told(funnel: Funnel) -> None:
    """Say who counts which step, and which steps no file tells for the days on show."""
    sentences = [_("Visits, key events and purchases are what the analytics tool saw; orders are what the shop sold, on every"
                   " channel. So the shop may count more than analytics saw.")]  # fmt: skip
    if funnel.counts.get("key_events") is not None:
        sentences.append(_("One visit can hold several key events."))
    unknown = [_(NAMES[step]) for step in STEPS if step not in funnel.known]
    if unknown:
        sentences.append(_("Not in your files for these days: {steps}.").format(steps=list_text(unknown)))
    st.caption(" ".join(sentences))


def device_name(device: str) -> str:
    """Return a device's name in the visitor's language; the key itself where it has none."""
    return _(DEVICES[device]) if device in DEVICES else device


def _label(funnel: Funnel, step: str) -> str:
    text = number(funnel.counts[step], 0)
    share = funnel.share(step)
    if share is None:
        return text
    if step == "repeat":
        return f"{text} · {_('{share} of orders').format(share=percent(share, 1))}"
    return f"{text} · {_('{count} per 100 sessions').format(count=number(100 * share, 1))}"


def segments(frame: pd.DataFrame, names: Sequence[str], head: str, *, key: str) -> None:
    """Draw the steps and their rates by segment, as a table.

    frame: one row a segment with ``sessions``, ``key_events``, ``orders``, ``repeat`` and ``conversion``, ``low``,
    ``high`` (shares with a 95 % interval). names: what to call the rows. head: what a row is.
    """
    shown = pd.DataFrame({"segment": list(names)})
    for step in STEPS:
        if step in frame and frame[step].notna().any():
            shown[step] = frame[step].to_numpy(float)
    if "conversion" in frame and frame["conversion"].notna().any():
        shown["conversion"] = frame["conversion"].to_numpy(float)
        shown["range"] = [
            MISSING if pd.isna(low) else f"{percent(low, 1)} – {percent(high, 1)}"
            for low, high in frame[["low", "high"]].to_numpy(float)
        ]
    whole = {step: st.column_config.NumberColumn(_(NAMES[step]), format="localized") for step in STEPS}
    config = {
        "segment": st.column_config.TextColumn(head, pinned=True),
        "conversion": st.column_config.NumberColumn(_("Conversion"), format="percent", help=_("Orders a session")),
        "range": st.column_config.TextColumn(_("95 % interval")),
        **whole,
    }
    st.dataframe(shown, key=key, hide_index=True, column_config=config, placeholder="–",  # words: ok
                 alt=_("Funnel by {head}").format(head=head))  # fmt: skip


def _there(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


@lru_cache(maxsize=16)
def _spec(most: float, scheme: str, for_picture: bool, spoken: str, place: str) -> Mapping[str, Any]:
    colours = palette(scheme)
    rows = alt.Chart(alt.NamedData("rows"))
    y = alt.Y("step:N", title=None, sort=None, axis=None)
    scale = alt.Scale(domain=[0, most], nice=False)
    x, start, end = (alt.X(f"{field}:Q", title=None, axis=None, scale=scale) for field in ("count", "start", "end"))
    bar = {"cornerRadius": 3, "height": 10, "yOffset": 8}
    # Words stand above the bars, where they fit a phone whatever the length of the bar.
    words = {"dy": -8, "fontSize": 13}
    layers = [
        rows.mark_bar(color=colours.grid, **bar).encode(end, y),
        rows.mark_bar(color=colours.good, **bar).encode(x, y),
        rows.mark_text(align="left", color=colours.ink, fontWeight=600, **words).encode(start, y, text="step:N"),
        rows.mark_text(align="right", color=colours.muted, **words).encode(end, y, text="text:N"),
    ]
    chart = alt.layer(*layers).properties(height=alt.Step(46), width=640 if for_picture else "container")
    return specification(dressed(chart, colours, opaque=for_picture))
