"""The coming months of a market: public holidays and shopping events, and by when to prepare."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from frameworks.calendar.events import events, open_years, spans
from frameworks.calendar.public_holidays import SOURCE, URL, YEAR, public_holidays
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

KINDS = {
    "sale": N_("Sale days"), "gift": N_("Gift days"), "season": N_("Seasons"), "holiday": N_("Holiday weeks"),
    "public_holiday": N_("Public holidays"),
}  # fmt: skip
"""Kinds of days by their names, in the order of their weight for a shop."""
MOST_MONTHS = 60
COLUMNS = (
    "start", "end", "name", "local_name", "kind", "firm", "rule", "note", "lead_days", "prepare_by", "source", "url",
    "year", "checked",
)  # fmt: skip
OPEN_COLUMNS = ("name", "kind", "rule", "note", "years", "lead_days", "source", "url", "year", "checked")


class CalendarError(Sentence):
    """The calendar asked for cannot be drawn up; the message is a sentence for the user."""


def calendar(
    reference: Reference, market: str, start: dt.date, *, months: int = 24, language: str = "en", unchecked: bool = False
) -> pd.DataFrame:
    """Return public holidays and dated shopping events of ``market`` that touch the months from ``start``.

    Columns ``COLUMNS``: start and end (dates, both included), name (in ``language`` where the package of
    holidays has it, else English), local_name, kind (key of ``KINDS``), firm (bool: False where the day is
    sighted or set each year and therefore an estimate), rule (how the date is found, "" for public holidays), note,
    lead_days (Int64: days to prepare, a planning hint; NA for public holidays), prepare_by (date, None
    without lead time), source, url, year (Int64, of the source), checked (bool). In order of start.

    Events without a known date are no rows here; see ``undated``. Holidays of states and towns are left out.

    months: 1 to 60. Raises CalendarError for others. unchecked: include events from memory or weak sources.
    Source: package ``holidays`` and table ``shopping_events``.
    """
    end = _end(start, months)
    rows = [_holiday(day) for day in public_holidays(market, _years(start, end), language)]
    for event in events(reference, market, unchecked=unchecked).to_dict("records"):
        rows += [_event(event, first, last) for first, last in spans(event)]
    inside = [row for row in rows if row["end"] >= start and row["start"] < end]
    inside.sort(key=lambda row: (row["start"], list(KINDS).index(row["kind"]), row["name"]))
    frame = pd.DataFrame(inside, columns=list(COLUMNS))
    whole = {"lead_days": "Int64", "year": "Int64", "firm": bool, "checked": bool}
    frame = frame.astype(whole)
    frame["prepare_by"] = pd.Series([row["prepare_by"] for row in inside], dtype=object)
    return frame


def undated(
    reference: Reference, market: str, start: dt.date, *, months: int = 24, unchecked: bool = False
) -> pd.DataFrame:
    """Return the shopping events of ``market`` that have no date in some year of the months from ``start``.

    Columns ``OPEN_COLUMNS``: as in ``calendar``, and years (tuple of the years without a date). No date is
    worked out for them: the rule says when to look. Raises CalendarError as ``calendar`` does.
    """
    last = _end(start, months) - dt.timedelta(days=1)
    rows = [
        {**event, "years": years}
        for event in events(reference, market, unchecked=unchecked).to_dict("records")
        if (years := open_years(event, start, last))
    ]
    return pd.DataFrame(rows, columns=list(OPEN_COLUMNS)).astype({"lead_days": "Int64", "year": "Int64", "checked": bool})


def _end(start: dt.date, months: int) -> dt.date:
    """Return the first day after the months asked for."""
    if not isinstance(months, int) or isinstance(months, bool) or not 1 <= months <= MOST_MONTHS:
        raise CalendarError(N_("A calendar spans 1 to {most} months, not {months}."), most=MOST_MONTHS, months=f"{months}")
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > dt.MAXYEAR - 1:
        raise CalendarError(N_("There is no calendar for the year {year}."), year=str(year))
    return (dt.date(year, month + 1, 1) + dt.timedelta(days=start.day - 1)) if start.day <= 28 else dt.date(year, month + 1, 28)


def _years(start: dt.date, end: dt.date) -> tuple[int, ...]:
    return tuple(range(start.year, end.year + 1))


def _holiday(day: Any) -> dict[str, Any]:
    return {
        "start": day.start, "end": day.end, "name": day.name, "local_name": day.local_name, "kind": "public_holiday",
        "firm": day.firm, "rule": "", "note": "", "lead_days": None, "prepare_by": None, "source": SOURCE, "url": URL,
        "year": YEAR, "checked": True,
    }  # fmt: skip


def _event(event: dict[str, Any], start: dt.date, end: dt.date) -> dict[str, Any]:
    lead = None if pd.isna(event["lead_days"]) else int(event["lead_days"])
    return {
        "start": start, "end": end, "name": event["name"], "local_name": event["name"], "kind": event["kind"],
        "firm": event["firm"], "rule": event["rule"], "note": event["note"], "lead_days": lead,
        "prepare_by": None if lead is None else start - dt.timedelta(days=lead), "source": event["source"],
        "url": event["url"], "year": event["year"], "checked": event["checked"],
    }  # fmt: skip
