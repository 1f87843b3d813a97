"""Joins the targets of the workspace and the numbers: how far each is, and steps on them with a way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st

from components import plan_told, target_words
from components.sources import plain
from components.target_list import Row
from components.words import _, date_text, number, said
from data.targets import Kept, Key, Targets, key
from frameworks.kpi import KPIS
from frameworks.kpi.kept import stored
from frameworks.kpi.targets import Standing, Target, choose, counted, parts, stand
from frameworks.kpi.where import Where
from frameworks.labels import Sentence
from pages.desk import Desk
from pages.numbers import Numbers, answered

_WORK = "lf_target_work"
_STEPS_KEPT = 50


def room(desk: Desk) -> Targets:
    """Return the targets of the workspace."""
    return desk.workspace.room(Targets)


def plan(desk: Desk) -> tuple[Target, ...]:
    """Return every target, read once a change."""
    held = room(desk)
    return tuple(kept.target for kept in _all(held, held.revision()))


@lru_cache(maxsize=4)
def _all(held: Targets, revision: int) -> tuple[Kept, ...]:
    return held.all()


# How far


def covered(here: Numbers, kpi: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day the data of a KPI reach; None where something it needs is missing."""
    if here.empty or here.need(kpi):
        return None
    found = here.covered(kpi)
    return (found.start, found.end) if found else None


Asked = dict[tuple[str, tuple[dt.date, dt.date], bool], dict[str | None, Mapping[str, Any]]]
"""What was asked already: KPI, days, whether by market; the rows by market. A plan asks the same for many markets."""


def rows(here: Numbers, targets: Iterable[Target], today: dt.date) -> list[Row]:
    """Return targets and how far each is."""
    asked: Asked = {}
    return [row(here, target, today, asked=asked) for target in targets]


def row(here: Numbers, target: Target, today: dt.date, until: dt.date | None = None, asked: Asked | None = None) -> Row:
    """Return a target and how far it is, its money in the currency of the filters where a rate leads there.

    until: count no day after this one.
    """
    own, shown, rate = target.currency, *_exchanged(here, target)
    if shown is None:
        apart = _("Not compared: there is no rate from {own} to {shown}.").format(own=own, shown=here.filters.currency)
        return Row(target, stand(target, KPIS[target.kpi], None, None, today), apart)
    return Row(target, _standing(here, shown, today, until, {} if asked is None else asked), "", rate)


def _exchanged(here: Numbers, target: Target) -> tuple[Target | None, str]:
    """Return a target in the currency of the filters and the rate in words; None where no rate leads there."""
    own = target.currency
    if own is None or here.empty or own == (currency := here.filters.currency):
        return target, ""
    found = answered(here.warehouse.worth)(own, currency)
    if found is None:
        return None, ""
    rate = _("{rate} {shown} for 1 {own} (the rate of {day})").format(
        own=own, rate=number(found.factor, 4), shown=currency, day=date_text(found.day)
    )
    return replace(target, value=target.value * found.factor, currency=currency), rate


def _standing(here: Numbers, target: Target, today: dt.date, until: dt.date | None, asked: Asked) -> Standing:
    kpi, reach = KPIS[target.kpi], covered(here, target.kpi)
    if reach and until and until < reach[1]:
        reach = (reach[0], until) if reach[0] <= until else None
    days = counted(target, reach)
    return stand(target, kpi, _figures(here, target, days, asked) if days else None, days, today)


def _figures(here: Numbers, target: Target, days: tuple[dt.date, dt.date], asked: Asked) -> Mapping[str, Any] | None:
    """Return the KPI on these days in the target's market, all channels; a sum without a row is 0."""
    kpi, split = KPIS[target.kpi], target.market is not None
    if (kpi.name, days, split) not in asked:
        found = here.at(Where(*days), kpi.name, ("market",) if split else (), moments=True).to_dict("records")
        asked[kpi.name, days, split] = {each.get("market"): each for each in found if pd.notna(each["value"])}
    if known := asked[kpi.name, days, split].get(target.market):
        return known
    none = kpi.aggregate == "sum" and (not stored(kpi.sql) or here.matched().customers > 0)
    return {"value": 0.0} if none else None


# What is in view on other pages


def in_view(here: Numbers, kpi: str) -> Row | None:
    """Return the target that runs on the last day of the period in view; None without one that can be compared.

    A target is for all channels, and for one market or all together: under another choice none applies.
    """
    reach, market = covered(here, kpi), _market(here)
    if reach is None or market is None:
        return None
    day = min(here.filters.period.end, reach[1])
    target = choose(plan(here.desk), kpi, market or None, day)
    found = row(here, target, dt.date.today(), day) if target else None
    return None if found is None or found.apart or found.standing.value is None else found


def _market(here: Numbers) -> str | None:
    """The market whose targets are in view, "" for all together, None where no target is."""
    chosen = here.filters
    return None if chosen.channels or len(chosen.markets) > 1 else next(iter(chosen.markets), "")


def foot(here: Numbers, kpi: str) -> str:
    """Return how a KPI stands against its target in the few words that fit under a tile; "" without one."""
    found = in_view(here, kpi)
    return target_words.foot(found.standing) if found else ""


def told(here: Numbers, kpi: str) -> list[tuple[str, str]]:
    """Return what was planned for a KPI and how far it is, names and texts; empty without a target in view."""
    found = in_view(here, kpi)
    return target_words.pairs(found.standing) if found else []


def course(here: Numbers, kpi: str, steps: Iterable[tuple[dt.date, dt.date]]) -> list[float | None]:
    """Return the plan for each step of a trend, for its days in the period in view; empty without a plan.

    None for a step of which not every day is planned.
    """
    market, period = _market(here), here.filters.period
    held = [target for target in plan(here.desk) if target.kpi == kpi and target.market == (market or None)]
    if market is None or not held:
        return []
    found = [_planned(here, held, max(first, period.start), min(last, period.end)) for first, last in steps]
    return found if any(value is not None for value in found) else []


def _planned(here: Numbers, held: Sequence[Target], first: dt.date, last: dt.date) -> float | None:
    kpi, market = KPIS[held[0].kpi], held[0].market
    days = [first + dt.timedelta(days=step) for step in range((last - first).days + 1)]
    if kpi.aggregate != "sum":
        days = days[len(days) // 2 :][:1]  # what is due on each day does not add up
    found = 0.0
    for target, run in groupby(days, lambda day: choose(held, kpi.name, market, day)):
        shown = _exchanged(here, target)[0] if target else None
        if shown is None:
            return None
        inside = list(run)
        found += parts(shown, [(inside[0], inside[-1])])[0] or 0.0
    return found


# Steps


@dataclass
class Step:
    """What one step did: what to put back and what to take out to undo it. label: what to call it."""

    label: str
    back: tuple[Target, ...]
    out: tuple[Key, ...]


@dataclass
class Work:
    """What this session did to the targets, and the last thing told (text, whether it is bad)."""

    steps: list[Step] = field(default_factory=list)
    told: tuple[str, bool] | None = None


def work() -> Work:
    """Return this session's work."""
    return st.session_state.setdefault(_WORK, Work())


def keep(desk: Desk, targets: Sequence[Target], label: str) -> str:
    """Keep targets and tell ``label``; return what went wrong, or ""."""
    now, held = work(), room(desk)
    try:
        before = {kept.key: kept.target for kept in held.all()}
        held.keep(targets)
    except Sentence as error:
        return said(error)
    keys = [key(target) for target in targets]
    back = tuple(before[one] for one in keys if one in before)
    now.steps = [*now.steps, Step(label, back, tuple(one for one in keys if one not in before))][-_STEPS_KEPT:]
    _tell(now, label)
    return ""


def drop(desk: Desk, targets: Iterable[Target], label: str) -> None:
    """Take targets out and tell ``label``."""
    now = work()
    try:
        gone = room(desk).drop(map(key, targets))
    except Sentence as error:
        now.told = (said(error), True)
        return
    now.steps = [*now.steps, Step(label, gone, ())][-_STEPS_KEPT:]
    _tell(now, label)


def _tell(now: Work, label: str) -> None:
    """Tell what was done at the top of the page and, as that may be out of sight, in passing."""
    now.told = (label, False)
    st.toast(plain(label), icon=":material/check:")


def undo(desk: Desk) -> None:
    """Undo this session's last step."""
    now = work()
    if not now.steps:
        return
    step = now.steps.pop()
    try:
        room(desk).drop(step.out)
        room(desk).keep(step.back)
        now.told = (_("Undone: {step}").format(step=step.label), False)
    except Sentence as error:
        now.told = (said(error), True)


def show(desk: Desk) -> None:
    """Draw what came of the last step with the way back."""
    now = work()
    if now.told is not None or now.steps:
        plan_told.told(now.told, now.steps[-1].label if now.steps else "", lambda: undo(desk))
