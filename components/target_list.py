"""Targets and how far they are: by KPI, worst first, with a bar of what is due, and the same as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from components import words
from components.kpi_figures import figure
from components.target_words import SIGNS, between, gap_text, period_name, state_tone, state_word, value_text, where
from components.words import _, date_text, ngettext, number
from frameworks.kpi import KPIS
from frameworks.kpi.targets import Standing, Target

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "targets.css").read_text(encoding="utf-8")
PARTS = ("running", "over", "to_come")
SHOWN = 60
"""Targets drawn before one asks for more."""
FULL = 1.5
"""The share of what is due at which a bar ends."""
_MORE = "targets_more"
_WORST = ("missed", "behind", "near", "ahead", "met", "no_data", "to_come")


@dataclass(frozen=True)
class Row:
    """One target of the list.

    entered:  as it is kept. standing: how far it is, money in the currency shown.
    apart:    why it is not compared, translated; "" where it is.
    exchange: the rate by which its money was brought into the currency shown, in words.
    """

    entered: Target
    standing: Standing
    apart: str = ""
    exchange: str = ""


def style() -> None:
    """Put the shapes of the page into it; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def part_of(target: Target, covered: tuple[dt.date, dt.date] | None, today: dt.date) -> str:
    """Return whether a target runs, is over or is to come. covered: the days that the data of its KPI reach."""
    now = max(today, covered[1]) if covered else today
    if target.last < today or (covered and target.last <= covered[1]):
        return "over"
    return "to_come" if target.first > now else "running"


def part_names(counts: dict[str, int]) -> dict[str, str]:
    """Return the names of the parts of the list with how many targets are in each."""
    names = {"running": _("Running"), "over": _("Over"), "to_come": _("To come")}
    return {part: f"{names[part]} ({number(counts.get(part, 0), 0)})" for part in PARTS}


def ordered(rows: Sequence[Row]) -> list[Row]:
    """Return rows by KPI in the order people read them, the worst first within."""
    places = {name: place for place, name in enumerate(KPIS)}
    return sorted(rows, key=lambda row: (places[row.entered.kpi], *_worst(row.standing), row.entered.first))


def _worst(standing: Standing) -> tuple[int, float]:
    kpi = KPIS[standing.target.kpi]
    if standing.value is None or not standing.due:
        return _WORST.index(standing.state), 0.0
    off = (standing.value - standing.due) / abs(standing.due)
    return _WORST.index(standing.state), -off if kpi.direction == "down" else off


def state(row: Row) -> str:
    """Return how a row stands, in a word."""
    return _("not compared") if row.apart else state_word(row.standing)


def summary(rows: Sequence[Row]) -> None:
    """Draw how many targets stand how."""
    counts: dict[tuple[str, str, str], int] = {}
    for row in rows:
        told = (row.standing.state, state(row), state_tone(row.standing))
        counts[told] = counts.get(told, 0) + 1
    chips = "".join(
        f'<span class="lf-chip lf-tg-{tone}"><i aria-hidden="true">{SIGNS[name]}</i>{escape(word)}: {escape(number(n, 0))}</span>'
        for (name, word, tone), n in sorted(counts.items(), key=lambda item: _WORST.index(item[0][0]))
    )
    st.html(f'<div class="lf-chips">{chips}</div>')


def listing(rows: Sequence[Row]) -> None:
    """Draw the targets, in the order they come in, under the name of their KPI."""
    most = int(st.session_state.get(_MORE, SHOWN))
    shown = rows[:most]
    until = _usual(shown)
    parts = [_heads(until if any(_due(row.standing) for row in shown) else None)]
    for name in dict.fromkeys(row.entered.kpi for row in shown):
        items = "".join(markup(row, until) for row in shown if row.entered.kpi == name)
        parts.append(f'<h3>{escape(_(KPIS[name].title))}</h3><ul class="lf-tg-rows">{items}</ul>')
    st.html(f'<div class="lf-tg">{"".join(parts)}</div>')
    if len(rows) > most:
        label = _("Show more ({count} left)").format(count=number(len(rows) - most, 0))
        st.button(label, key="targets_show_more", on_click=_show_more, args=(most,))
    if told := [*_reading(shown), *_rates(shown)]:
        st.caption(" ".join(told))


def _show_more(most: int) -> None:
    st.session_state[_MORE] = most + SHOWN


def _usual(rows: Sequence[Row]) -> dt.date | None:
    """The last day counted of most of the targets that run."""
    days = [row.standing.until for row in rows if row.standing.until and not row.standing.whole]
    return max(set(days), key=lambda day: (days.count(day), day), default=None)


def _reading(rows: Sequence[Row]) -> list[str]:
    """How to read the rows."""
    told = []
    if any(_due(row.standing) for row in rows):
        told.append(_("Sums are due evenly, day by day."))
    if any(row.standing.state == "near" for row in rows):
        told.append(_("Near: the difference may be chance."))
    return told


def _rates(rows: Sequence[Row]) -> list[str]:
    """The rates by which money was brought into the currency shown."""
    rates = list(dict.fromkeys(row.exchange for row in rows if row.exchange))
    return [_("Targets in other currencies are counted at {rates}.").format(rates=words.list_text(rates))] if rates else []


def _heads(until: dt.date | None) -> str:
    names = ("", _("Target"), _due_head(until) if until else "", _("So far"), _("Of what is due"), "")
    inside = "".join(f"<span>{escape(name)}</span>" for name in names)
    return f'<div class="lf-tg-row lf-tg-heads" aria-hidden="true">{inside}</div>'


def _due_head(day: dt.date) -> str:
    return _("Due by {day}").format(day=date_text(day))


def _due(standing: Standing) -> bool:
    """Whether less than the whole target is due yet."""
    return standing.due is not None and not standing.whole and KPIS[standing.target.kpi].aggregate == "sum"


def markup(row: Row, usual: dt.date | None = None) -> str:
    """Return a target as an item of the list, escaped. usual: the last day counted that the heads name."""
    one, kpi = row.standing, KPIS[row.entered.kpi]
    tone, gap, currency = state_tone(one), gap_text(one), one.target.currency or ""
    due, until = _due(one), ""
    if one.until and not one.whole and one.until != usual:
        until = _("until {day}").format(day=date_text(one.until))
    cells = (
        ("target", _("Target"), value_text(one.target), ()),
        ("due", _due_head(one.until) if due else "", figure(one.due, kpi.unit, currency) if due else "", (until if due else "",)),
        ("so", _("So far"), figure(one.value, kpi.unit, currency), (between(one), "" if due else until)),
    )
    figures = "".join(
        f'<div class="lf-tg-{name}{"" if text else " lf-tg-none"}"><span class="lf-tg-name">{escape(label)}</span> '
        f"<b>{escape(text)}</b>{''.join(f'<small>{escape(line)}</small>' for line in more if line)}</div>"
        for name, label, text, more in cells
    )
    apart = row.apart or _late(one)
    below = f'<p class="lf-tg-apart">{escape(apart)}</p>' if apart else ""
    return (
        f'<li class="lf-tg-row lf-tg-{tone}"><div class="lf-tg-what"><b>{escape(where(one.target.market))}</b>'
        f"<span>{escape(period_name(one.target.first, one.target.last))}</span></div>{figures}"
        f'<div class="lf-tg-bar">{bar(one)}</div>'
        f'<div class="lf-tg-state"><b><i aria-hidden="true">{SIGNS[one.state]}</i> {escape(state(row))}</b>'
        f"<small>{escape(gap)}</small></div>{below}</li>"
    )


def _late(standing: Standing) -> str:
    """Say that the data begin after the period does, "" where they do not."""
    if standing.until is None or standing.whole:
        return ""
    begun = standing.until - dt.timedelta(days=standing.days - 1)
    if begun <= standing.target.first:
        return ""
    return _("Your data begin on {day}: {days} of {all} days are counted, and due is counted alike.").format(
        day=date_text(begun), days=number(standing.days, 0), all=number(standing.of_days, 0)
    )


def bar(standing: Standing) -> str:
    """Return what share of what is due there is as a bar with a mark where it is all; for the eye only."""
    share = standing.share
    if share is None or share < 0:
        return ""
    filled = f"--share:{100 * min(share, FULL) / FULL:.1f}%"
    return f'<span class="lf-tg-track" style="{filled};--mark:{100 / FULL:.1f}%" aria-hidden="true"></span>'


def table(rows: Sequence[Row]) -> pd.DataFrame:
    """Return the rows as a table, figures as figures: shares 0-1, money in the currency of its row."""
    listed = [
        (
            _(KPIS[row.entered.kpi].title), where(row.entered.market), row.entered.first, row.entered.last,
            row.standing.target.value, row.standing.target.currency or "", row.standing.due, row.standing.value,
            row.standing.low, row.standing.high, row.standing.share, state(row), row.standing.until,
        )
        for row in rows
    ]  # fmt: skip
    names = (
        _("Figure"), _("Market"), _("First day"), _("Last day"), _("Target"), _("Currency"), _("Due by now"), _("So far"),
        _("Low (95 %)"), _("High (95 %)"), _("Share of what is due"), _("State"), _("Counted until"),
    )  # fmt: skip
    return pd.DataFrame(listed, columns=list(names))


def hidden(count: int) -> None:
    """Say how many targets the choice of markets leaves out."""
    if count:
        told = ngettext(
            "{count} target of other markets, or of all together, is not shown.",
            "{count} targets of other markets, or of all together, are not shown.",
            count,
        )
        st.caption(told.format(count=number(count, 0)))

