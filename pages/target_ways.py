"""Ways to come to targets besides the form: a plan as a file, and what was reached a year earlier."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from components import target_file, target_growth, target_words
from components.words import _
from data.target_files import read_plan, template, write_plan
from data.targets import Key, key
from frameworks.kpi import KPIS
from frameworks.kpi.targets import Target, checked, targetable
from frameworks.kpi.where import Where
from frameworks.labels import Sentence
from pages import files, target_work
from pages.numbers import CURRENCIES, Numbers

FIRST_MARKETS = 3
"""How many markets the year earlier begins with, where the filters name none."""


def currencies(here: Numbers) -> tuple[str, ...]:
    """Return the currencies on offer for money, the one shown first."""
    shown = (here.filters.currency,) if here.filters else ()
    return tuple(dict.fromkeys((*shown, *here.coverage.currencies, *CURRENCIES)))


def known(here: Numbers) -> dict[Key, Target]:
    """Return the targets that are kept, by what tells them apart."""
    return {key(target): target for target in target_work.plan(here.desk)}


def from_last_year(here: Numbers, today: dt.date) -> None:
    """Draw the targets that last year's figures give, to look through and keep."""
    kpis = [name for name in targetable() if target_work.covered(here, name)]
    if not kpis:
        st.info(_("There are no figures of your own yet to begin from. Import your exports first."), icon=":material/upload_file:")
        return
    markets = here.filters.markets or here.coverage.markets[:FIRST_MARKETS]
    reach = {name: target_work.covered(here, name) for name in kpis}
    asked = target_growth.ask(kpis, here.coverage.markets, _years(reach[kpis[0]], today), markets)
    if asked is None:
        return
    proposed, left = [], {}
    with st.spinner(_("Working out the figures …")):
        for kpi in asked.kpis:
            for days in asked.steps():
                if _held(reach[kpi], _year_before(days)):
                    proposed += _proposed(here, asked, kpi, days)
                else:
                    left[target_words.period_name(*days)] = None
    target_growth.review(proposed, known(here), tuple(left), partial(target_work.keep, here.desk))


def _proposed(
    here: Numbers, asked: target_growth.Asked, kpi: str, days: tuple[dt.date, dt.date]
) -> list[tuple[Target, float]]:  # fmt: skip
    """Return the targets of one KPI and period with the figures a year earlier, those that can be targets."""
    where, found = Where(*_year_before(days)), {}
    if any(asked.markets):
        rows = here.at(where, kpi, ("market",))
        found = dict(zip(rows["market"], rows["value"], strict=True))
    if None in asked.markets:
        whole = here.at(where, kpi)
        found[None] = whole["value"].iloc[0] if len(whole) else None
    currency = here.filters.currency if KPIS[kpi].unit == "money" else None
    proposed = []
    for market in asked.markets:
        before = found.get(market)
        if before is None or before != before:  # not a number: nothing counted
            continue
        value = target_growth.moved(kpi, float(before), asked.growth)
        try:
            proposed.append((checked(Target(kpi, market, *days, value, currency)), float(before)))
        except Sentence:  # a loss, or a share beyond 1: no plan to begin from
            continue
    return proposed


def _year_before(days: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    """Return the same months a year earlier: the last day of February is the last day of February."""
    first, last = days
    after = last + dt.timedelta(days=1)
    return first.replace(year=first.year - 1), after.replace(year=after.year - 1) - dt.timedelta(days=1)


def _years(reach: tuple[dt.date, dt.date], today: dt.date) -> list[int]:
    """Return the years to plan, those first that the data know most months of a year earlier."""
    known = {
        year: sum(_held(reach, _year_before(days)) for days in target_growth.steps(year, "month"))
        for year in {today.year, today.year + 1, reach[1].year, reach[1].year + 1}
    }
    return sorted(known, key=lambda year: (-known[year], year))


def _held(reach: tuple[dt.date, dt.date] | None, days: tuple[dt.date, dt.date]) -> bool:
    return reach is not None and reach[0] <= days[0] and days[1] <= reach[1]


def from_file(here: Numbers) -> None:
    """Draw the way to bring a plan as a file, with a template and the plan there is as files."""
    target_file.columns()
    plan = target_work.plan(here.desk)
    offered = [files.File(_("Template (CSV)"), template, "targets-template", "csv")]
    if plan:
        offered.append(files.File(_("Your plan (CSV)"), partial(write_plan, plan), "targets-plan", "csv"))
    files.offer(offered, key="lf-files-target-plan")
    target_file.upload(read_plan, known(here), partial(target_work.keep, here.desk))
