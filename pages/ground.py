"""On the ground: where do people there shop and talk, which rules bite, and when do they buy?"""

import datetime as dt
from functools import partial

import pandas as pd
import streamlit as st

from components import (
    calendar_chart,
    calendar_table,
    duty_ticks,
    frame,
    ground_cautions,
    ground_channels,
    ground_facts,
    ground_journey,
    ground_rules,
    market_style,
    state,
)
from components import market as head
from components.words import _, language, market_name, said, source_text
from data.duties import Duties
from data.export.calendar_file import Entry, calendar_ics
from frameworks.calendar import KINDS, calendar, covered, undated
from frameworks.calendar.events import events
from frameworks.channels import STAGES, devices, journey, platforms, service
from frameworks.channels.platforms import worldwide
from frameworks.channels.service import NO_SOURCE
from frameworks.labels import Sentence
from frameworks.localization import cautions as symbols
from frameworks.rules import NOT_ADVICE, TOPICS, duties, tax
from frameworks.rules.taxes import KINDS as TAXES
from pages import files, review_work
from pages.desk import open_desk


def hidden() -> int:
    """Count the unchecked facts on record for the market."""
    tables = (platforms, duties, symbols.cautions, events, service)
    count = sum(int((~read(reference, market, unchecked=True)["checked"]).sum()) for read in tables)
    found = tax(reference, market)
    if found is not None:
        limits = (found.duty_free, found.tax_free)
        count += (not found.checked) + bool(found.changes) + sum(limit is not None and not limit.checked for limit in limits)
    return count


def channels() -> None:
    """Draw platforms and device habits."""
    every = platforms(reference, market, unchecked=True)
    ground_channels.platforms(every if unchecked else every[every["checked"]], every, worldwide(reference), market)
    st.subheader(_("Devices and online habits"), anchor=False)
    ground_channels.devices(devices(reference, market))


def served() -> None:
    """Draw the journey and the evidence on service."""
    ground_journey.steps(journey(reference, market, unchecked=unchecked, language=language()), STAGES)
    st.subheader(_("Service channels"), anchor=False)
    ground_journey.service(service(reference, market, unchecked=unchecked), NO_SOURCE)


def rules() -> None:
    """Draw tax and duties."""
    st.subheader(_("Tax on a sale"), anchor=False)
    ground_rules.tax(tax(reference, market), TAXES, unchecked, market)
    st.subheader(_("Duties of an online shop"), anchor=False)
    every = duties(reference, market, unchecked=True)
    checked = every[every["checked"]]
    ground_rules.duties(every if unchecked else checked, every, TOPICS, NOT_ADVICE, market)
    duty_ticks.show(checked, desk.workspace.room(Duties).met(market), TOPICS, market, tick)


def tick(topic: str, law: str, done: bool) -> None:
    """Tick a duty off, or take the tick back."""
    held = desk.workspace.room(Duties)
    try:
        if done:
            held.tick(market, topic, law, by=review_work.me())
        else:
            held.untick(market, topic, law)
    except Sentence as error:
        state.say(said(error))


def days() -> None:
    """Draw two years of days, as a chart, a table and files."""
    today = dt.date.today()
    start = today.replace(day=1)
    found = calendar(reference, market, start, language=language(), unchecked=unchecked)
    if not covered(market) or not (found["kind"] == "public_holiday").any():
        told = _("The package of public holidays lists none for {market} in these two years; ask someone there.")
        st.info(told.format(market=market_name(market)), icon=":material/event_busy:")
    if found.empty:
        st.caption(_("No shopping event with a date is on record either."))
    else:
        calendar_table.coming(found, today)
        st.subheader(_("Two years ahead"), anchor=False)
        draw = partial(calendar_chart.chart, found, start, today)
        draw().show("ground-calendar", _("Two years of public holidays and shopping events; the table below holds the same days"))
        st.caption(_("Bars are spans, hollow marks are estimated days. Holidays of single states or towns are left out."))
        offered = [
            files.File("ICS", partial(as_calendar, found, today), "calendar", "ics"),
            *files.of_table("calendar", partial(calendar_table.for_export, found, KINDS)),
            *files.of_picture("calendar", partial(draw, for_picture=True)),
        ]
        files.offer(offered, market, key="lf-files-calendar")
        with st.expander(_("All days as a table"), icon=":material/table_rows:"):
            calendar_table.table(found, KINDS)
    calendar_table.undated(undated(reference, market, start, unchecked=unchecked))


def as_calendar(found: pd.DataFrame, today: dt.date) -> bytes:
    """Return the days, and by when to prepare for them, as an iCalendar file."""
    entries = []
    for row in found.itertuples():
        year = row.year if pd.notna(row.year) else _("undated")
        about = [_("Source: {source}, {year}").format(source=source_text(row.source), year=year)]
        about += [_("The day is an estimate.")] if not row.firm else []
        about += [_("Unchecked: from memory or a weak source.")] if not row.checked else []
        name = row.name if row.local_name == row.name else f"{_(row.name)} ({row.local_name})"
        entries.append(Entry(row.start, row.end, name, "\n".join(about), _(KINDS[row.kind])))
        if row.prepare_by is not None:
            told = _("Prepare: {name}").format(name=_(row.name))
            entries.append(Entry(row.prepare_by, row.prepare_by, told, _("A planning hint."), _("Preparation")))
    title = _("{market}: holidays and shopping days").format(market=market_name(market))
    return calendar_ics(entries, title, today)


def careful() -> None:
    """Draw the cautions."""
    every = symbols.cautions(reference, market, unchecked=True)
    ground_cautions.show(
        every if unchecked else every[every["checked"]], every, symbols.KINDS, symbols.EVIDENCE, symbols.STANDING_NOTE, market
    )


desk = open_desk()
reference = desk.reference
market_style.apply()
ground_facts.apply()
market = head.choose(reference.markets, desk.first_choice)
name, controls = st.columns([5, 3], gap="small", vertical_alignment="bottom")
with name:
    frame.eyebrow(_("On the ground"))
    st.title(market_name(market), anchor=False)
with controls:
    head.picker(reference.markets, market)
frame.lede(_("Where do people there shop and talk, which rules bite, and when do they buy?"))
unchecked = ground_facts.unchecked_toggle(hidden())
names = [_("Channels"), _("Service & journey"), _("Rules & tax"), _("Calendar"), _("Cautions")]
for tab, draw in zip(st.tabs(names), (channels, served, rules, days, careful), strict=True):
    with tab:
        draw()
