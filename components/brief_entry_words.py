"""What it takes to sell in a market, in words: payment, channels, rules, tax and dates of a brief."""

from __future__ import annotations

import re
from itertools import groupby

from components.words import (
    MISSING,
    N_,
    _,
    date_text,
    list_text,
    ngettext,
    number,
    percent,
    said,
    source_text,
)
from frameworks.calendar import KINDS as DATES
from frameworks.report.brief import Brief
from frameworks.report.document import Amount, Figure, Point, Points, Section, Table, Text
from frameworks.report.entry import SHOWN, Channel, Duty, Event, Method, Payments, Tax
from frameworks.rules import NOT_ADVICE, TOPICS
from frameworks.rules.taxes import KINDS as TAXES

FIRST_EVENTS = 12
FIRST_NAMES = 5
FIRST_SOURCES = 2

_ASIDE = re.compile(r",\s|\s\(")
"""Where the name of a source ends and what is said about it begins."""

PLATFORMS = {
    "search": N_("Search"),
    "social": N_("Social networks"),
    "messaging": N_("Messaging"),
    "superapp": N_("Super apps"),
    "marketplace": N_("Marketplaces"),
}
STANDINGS = {
    "dominant": N_("leading"),
    "used": N_("used"),
    "ranked": N_("ranked"),
    "available": N_("available"),
    "restricted": N_("restricted"),
    "blocked": N_("blocked"),
    "discontinued": N_("given up"),
}


def sections(brief: Brief) -> tuple[Section, ...]:
    """Return payment, channels, dates, and rules with tax."""
    found = brief.entry
    return (
        Section("payments", _("Payments to add"), _payments(found.payments)),
        Section("channels", _("Where people search, talk and shop"), _channels(found.channels)),
        Section("calendar", _("The next twelve months"), _events(found.events)),
        Section("rules", _("Rules and tax"), (*_tax(found.tax), *_rules(found.duties))),
    )


def fit_figure(found: Payments) -> Figure:
    """Return the payment fit as a range."""
    name = _("Payment fit")
    if found.low is None or found.high is None:
        return Figure(name, MISSING, _("How people pay here is not published."))
    value = f"{number(found.low, 0)}–{number(found.high, 0)}"
    note = _("of 100 with your set-up; confidence {grade}").format(grade=found.confidence or MISSING)
    if found.confirmed is not None and found.confirmed >= found.low + 1:
        note += "; " + _("from {points} once your providers confirm").format(points=number(found.confirmed, 0))
    return Figure(name, value, note, found.low, found.high)


def _payments(found: Payments) -> tuple[Text | Table, ...]:
    told = []
    if found.low is not None and found.high is not None:
        fit = _("Your set-up covers {low} to {high} of 100 by the way people pay ({source}, {year}).")
        told.append(fit.format(low=number(found.low, 0), high=number(found.high, 0), source=found.source, year=found.year))
        if found.confirmed is not None and found.confirmed >= found.low + 1:
            text = _("The low end is {points} once your providers confirm what they do not publish.")
            told.append(text.format(points=number(found.confirmed, 0)))
    if found.offered:
        told.append(_("You can offer {methods}.").format(methods=_some(found.offered)))
    if found.unknown:
        told.append(_("Ask your providers about {methods}.").format(methods=_some(found.unknown)))
    blocks: list[Text | Table] = [Text(" ".join(told))] if told else []
    if found.useful:
        head = (_("Method"), _("Adds up to"), _("How to get it"))
        shown = found.useful[:SHOWN]
        blocks.append(Table(head, tuple(_method(one, found.low is not None) for one in shown), (3, 1.4, 5), (1,)))
        if any(len(one.names) > 1 for one in shown):
            text = _("Methods in one row share one figure: nobody publishes what each brings, so the points are for all of"
                     " them together.")  # fmt: skip
            blocks.append(Text(text, "muted"))
    elif found.low is not None:
        blocks.append(Text(_("No other method would add to the fit.")))
    return tuple(blocks) or (Text(_("No payment methods are known for this market.")),)


def _some(names: tuple[str, ...]) -> str:
    """Return the first names as a list, and how many more there are."""
    more = len(names) - SHOWN
    rest = [ngettext("{count} more", "{count} more", more).format(count=more)] if more > 0 else []
    return list_text([*names[:SHOWN], *rest])


def _method(one: Method, scored: bool) -> tuple[str, ...]:
    points = Amount(number(one.points, 1), one.points) if scored else MISSING
    how = _("with {providers}").format(providers=list_text(one.providers[:3], any_of=True)) if one.providers else said(one.reason)
    if one.same_as:
        how += " " + _("These are the same points as those of {methods}.").format(methods=list_text(one.same_as))
    return list_text(one.names), points, how


def _channels(found: tuple[Channel, ...]) -> tuple[Text | Table, ...]:
    if not found:
        return (Text(_("No checked figures on platforms for this market.")),)
    rows = [_kind(kind, tuple(group)) for kind, group in groupby(found, key=lambda one: one.kind)]
    units = dict.fromkeys((one.unit, one.year) for one in found if one.value is not None and "%" in one.unit)
    blocks: list[Text | Table] = [Table((_("Kind"), _("Platforms"), _("Source")), tuple(rows), (1.9, 4.4, 2.7))]
    if units:
        text = _("Figures: {units}.").format(units="; ".join(f"{_(unit)} ({year})" for unit, year in units))
        blocks.append(Text(text, "muted"))
    return tuple(blocks)


def _kind(kind: str, rows: tuple[Channel, ...]) -> tuple[str, ...]:
    """Return one row for a kind of platform: each once, as its best standing has it, and who says so."""
    known: dict[str, list[Channel]] = {}
    for one in rows:
        known.setdefault(one.name, []).append(one)
    told, sources = [], {}
    for standing, group in groupby(known.values(), key=lambda said_of: said_of[0].standing):
        shown = list(group)[:FIRST_NAMES]
        names = [_platform(next((one for one in each if one.value is not None and "%" in one.unit), each[0])) for each in shown]
        told.append(f"{_(STANDINGS.get(standing, standing))}: {list_text(names)}")
        sources |= {one.source: None for each in shown for one in each}
    cited = list(dict.fromkeys(_ASIDE.split(source_text(name))[0] for name in sources))  # in full among the sources
    more = len(cited) - FIRST_SOURCES
    rest = [ngettext("{count} more", "{count} more", more).format(count=more)] if more > 0 else []
    return _(PLATFORMS.get(kind, kind)), "; ".join(told), "; ".join([*cited[:FIRST_SOURCES], *rest])


def _platform(one: Channel) -> str:
    name = one.name if one.checked else f"{one.name} ({_('not checked')})"
    if one.value is None or "%" not in one.unit:
        return name
    return f"{name} {percent(one.value / 100)}"


def _tax(found: Tax | None) -> tuple[Points | Text, ...]:
    if found is None:
        return (Text(_("No checked tax rate on record; ask a tax adviser.")),)
    named = _(TAXES.get(found.kind, found.kind))
    if found.local_name and found.local_name.casefold() != found.kind:
        named = f"{named} ({found.local_name})"
    facts = []
    if found.standard is not None:
        facts.append(_("{rate} on most goods").format(rate=percent(found.standard / 100, _digits(found.standard))))
    if found.reduced:
        rates = list_text([percent(rate / 100, _digits(rate)) for rate in found.reduced])
        facts.append(_("reduced {rates}").format(rates=rates))
    if found.inclusive is not None:
        facts.append(_("shown prices include it") if found.inclusive else _("shown prices leave it out"))
    for limit, text, none in (
        (found.duty_free, N_("imports free of duty up to {amount}"), N_("duty on imports from the first unit")),
        (found.tax_free, N_("imports free of tax up to {amount}"), N_("tax on imports from the first unit")),
    ):
        if limit is not None:
            amount = f"{number(limit.amount, 0)} {limit.currency}"
            facts.append(_(text).format(amount=amount) if limit.amount > 0 else _(none))
    marks = () if found.checked else (_("not checked"),)
    return (Points((Point("; ".join(facts), _("rates of {year}").format(year=found.year or MISSING), marks, named),)),)


def _digits(rate: float) -> int:
    return 0 if float(rate).is_integer() else 1


def _rules(found: tuple[Duty, ...]) -> tuple[Points | Text, ...]:
    note = Text(said(NOT_ADVICE), "muted")
    if not found:
        return (Text(_("No checked rules on record; ask a lawyer there before you sell.")), note)
    return (Points(tuple(_duty(one) for one in found)), note)


def _duty(one: Duty) -> Point:
    detail = f"{one.law}, {one.year}" if one.year and str(one.year) not in one.law else one.law
    marks = [_("binds from {day}").format(day=date_text(one.binds_from))] if one.binds_from else []
    marks += [] if one.checked else [_("not checked")]
    return Point(_(one.duty), detail, tuple(marks), _(TOPICS.get(one.topic, one.topic)))


def _events(found: tuple[Event, ...]) -> tuple[Text | Table, ...]:
    if not found:
        return (Text(_("No checked dates on record; ask a local partner when people buy.")),)
    selling = [one for one in found if one.kind != "public_holiday"]
    resting = [one for one in found if one.kind == "public_holiday"]
    blocks: list[Text | Table] = []
    if selling:
        head = (_("When"), _("What"), _("Kind"), _("Be ready by"))
        blocks.append(Table(head, tuple(_event(one) for one in selling[:FIRST_EVENTS]), (2.6, 3.3, 1.7, 2.6)))
    if resting:
        days = "; ".join(f"{date_text(one.start)} {one.name}" for one in resting)
        blocks.append(Text(_("Public holidays: {days}.").format(days=days), "muted"))
    return tuple(blocks)


def _event(one: Event) -> tuple[str, ...]:
    when = date_text(one.start) if one.start == one.end else f"{date_text(one.start)} – {date_text(one.end)}"
    name = one.name if one.checked else f"{one.name} ({_('not checked')})"
    if not one.firm:
        when = _("about {day}").format(day=when)
    return when, _(name), _(DATES.get(one.kind, one.kind)), date_text(one.prepare_by)
