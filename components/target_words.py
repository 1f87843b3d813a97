"""How targets are written: their period, their unit where they are typed, and how they stand."""

from __future__ import annotations

import calendar
import datetime as dt

from babel.dates import format_skeleton

from components.kpi_figures import change, figure
from components.period import Period
from components.words import N_, _, date_text, locale, market_name, number, percent
from frameworks.kpi import KPIS
from frameworks.kpi.targets import Standing, Target

SIGNS = {"met": "✓", "missed": "✕", "ahead": "▲", "near": "≈", "behind": "▼", "to_come": "○", "no_data": "–"}
TONES = {"met": "good", "missed": "bad", "ahead": "good", "near": "even", "behind": "bad"}
_STATES = {
    "met": N_("met"), "missed": N_("not met"), "ahead": N_("ahead"), "near": N_("near"), "behind": N_("behind"),
    "to_come": N_("to come"), "no_data": N_("no data"),
}  # fmt: skip
_UNJUDGED = {"ahead": N_("above"), "behind": N_("below")}
_UNITS = {
    "share": "%", "hours": N_("hours"), "months": N_("months"), "points": N_("points"), "stars": N_("of 5"), "ratio": "×",
}  # fmt: skip


def state_word(standing: Standing) -> str:
    """Return how a target stands, in a word."""
    names = _STATES if standing.judged else {**_STATES, **_UNJUDGED}
    return _(names[standing.state])


def state_tone(standing: Standing) -> str:
    """Return whether that is good, bad or neither (even)."""
    return TONES.get(standing.state, "even") if standing.judged else "even"


def period_name(first: dt.date, last: dt.date) -> str:
    """Return a stretch of days as people call it: a year, a quarter, a month, else its first and last day."""
    begins, ends = first.day == 1, last.day == calendar.monthrange(last.year, last.month)[1]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if begins and ends:
        if months == 12 and first.month == 1:
            return format_skeleton("y", first, locale=locale())
        if months == 3 and first.month % 3 == 1:
            return format_skeleton("yQQQ", first, locale=locale())
        if months == 1:
            return format_skeleton("yMMMM", first, locale=locale())
    return Period(first, last).text


def where(market: str | None) -> str:
    """Return the market of a target in words."""
    return market_name(market) if market else _("All markets")


def label(target: Target) -> str:
    """Return a target's KPI, market and period in one line."""
    return f"{_(KPIS[target.kpi].title)} · {where(target.market)} · {period_name(target.first, target.last)}"


def value_text(target: Target) -> str:
    """Return the figure of a target in its unit."""
    return figure(target.value, KPIS[target.kpi].unit, target.currency or "EUR")


def between(standing: Standing) -> str:
    """Return the 95 % interval of the figure so far; "" where it has none."""
    low, high, unit = standing.low, standing.high, KPIS[standing.target.kpi].unit
    if low is None or high is None or low >= high:
        return ""
    ends = [number(end, 2) if unit == "stars" else figure(end, unit, standing.target.currency or "") for end in (low, high)]
    return " – ".join(ends)


def entry_unit(kpi: str, currency: str = "") -> str:
    """Return what a KPI's target is typed in, for the label of a field; "" for a plain number."""
    unit = KPIS[kpi].unit
    if unit == "money":
        return currency
    return _(_UNITS[unit]) if unit in _UNITS else ""


def entry_factor(kpi: str) -> float:
    """Return by what a KPI's figure is multiplied where it is typed: shares are typed in per cent."""
    return 100.0 if KPIS[kpi].unit == "share" else 1.0


def typed(kpi: str, value: float) -> float:
    """Return a figure as it stands in its field."""
    return round(value * entry_factor(kpi), 8)


def from_typed(kpi: str, value: float) -> float:
    """Return the figure that a field holds, in the KPI's unit."""
    return round(value / entry_factor(kpi), 12)


def gap_text(standing: Standing) -> str:
    """Return how far a target is from what is due: as a share of a sum, else as a difference; "" where unknown."""
    kpi = KPIS[standing.target.kpi]
    share = standing.share
    if kpi.aggregate == "sum" and share is not None:
        return _("{share} of what is due").format(share=percent(share, 0))
    moved = change(standing.value, standing.due, kpi.unit, kpi.direction)
    return moved.text if moved else ""


def foot(standing: Standing) -> str:
    """Return how a target stands in the few words that fit under a tile."""
    target = standing.target
    period = period_name(target.first, target.last)
    if standing.state in ("met", "missed"):
        return _("plan {period}: {state}").format(period=period, state=state_word(standing))
    if KPIS[target.kpi].aggregate == "sum" and standing.share is not None:
        return _("plan {period}: {share} of what is due").format(period=period, share=percent(standing.share, 0))
    return _("plan {period}: {value}, {state}").format(period=period, value=value_text(target), state=state_word(standing))


def pairs(standing: Standing) -> list[tuple[str, str]]:
    """Return a target and how far it is, names and texts."""
    target, unit = standing.target, KPIS[standing.target.kpi].unit
    currency = target.currency or ""
    rows = [(_("Target"), f"{value_text(target)} · {where(target.market)} · {period_name(target.first, target.last)}")]
    if not standing.whole and standing.until and KPIS[target.kpi].aggregate == "sum":
        rows.append((_("Due by {day}").format(day=date_text(standing.until)), figure(standing.due, unit, currency)))
    so = figure(standing.value, unit, currency)
    if sure := between(standing):
        so += " " + _("(95 % interval {range})").format(range=sure)
    until = "" if standing.until is None else _("until {day}").format(day=date_text(standing.until))
    rows.append((_("So far"), f"{so} · {until}" if until else so))
    gap = gap_text(standing)
    rows.append((_("State"), f"{state_word(standing)}, {gap}" if gap else state_word(standing)))
    return rows
