"""What moved beyond noise, market by market, in plain sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape

import streamlit as st

from components import kpi_figures
from components.kpi_figures import figure
from components.period import Period
from components.words import _, date_text, language, market_name, number


@dataclass(frozen=True)
class Moved:
    """A figure of one market that differs between two periods. rows: facts now and before."""

    market: str
    title: str
    unit: str
    direction: str
    now: float
    before: float
    rows: tuple[int, int]


@dataclass(frozen=True)
class Unusual:
    """A figure of one market whose last week lies outside ``low`` to ``high``, its usual range."""

    market: str
    title: str
    unit: str
    direction: str
    value: float
    low: float
    high: float
    week: dt.date


@dataclass(frozen=True)
class News:
    """What moved, and what it was judged by.

    asked: comparisons between periods. weekly: whether the data reach far enough to know usual weeks.
    before: the period compared with, None for none.
    """

    told: tuple[Moved | Unusual, ...]
    asked: int
    weekly: bool
    before: Period | None


def show(news: News, currency: str) -> None:
    """Draw the sentences, or say that nothing stands out."""
    if news.told:
        st.html(f'<ul class="lf-news">{"".join(_item(each, currency) for each in news.told)}</ul>')
    elif news.asked or news.weekly:
        st.text(_("Nothing moved more than chance explains."))
    st.caption(" ".join(_judged(news)))


def sentence(each: Moved | Unusual, currency: str) -> str:
    """Return one move as a sentence: ``Germany: refund rate rose from 4.1% to 9.3% (+5.2 points).``"""
    kpi, market = _inside(each.title), market_name(each.market)
    if isinstance(each, Unusual):
        template = (
            _("{market}: {kpi} of {value} in the week of {day} is unusually high; {low} to {high} is usual.")
            if each.value > each.high
            else _("{market}: {kpi} of {value} in the week of {day} is unusually low; {low} to {high} is usual.")
        )
        value, low, high = (figure(end, each.unit, currency) for end in (each.value, each.low, each.high))
        return template.format(market=market, kpi=kpi, value=value, day=date_text(each.week), low=low, high=high)
    rose = each.now > each.before
    template = _("{market}: {kpi} rose from {before} to {now}") if rose else _("{market}: {kpi} fell from {before} to {now}")
    before, now = (figure(end, each.unit, currency) for end in (each.before, each.now))
    told = template.format(market=market, kpi=kpi, before=before, now=now)
    change = kpi_figures.change(each.now, each.before, each.unit, each.direction)
    return f"{told} ({change.text})." if change else f"{told}."


def _judged(news: News) -> list[str]:
    said = []
    if news.asked:
        said.append(
            _("{count} comparisons with {period}, judged together: 5 in 100 such lists hold a false alarm.").format(
                count=number(news.asked, 0), period=news.before.text if news.before else "")
        )  # fmt: skip
    elif news.before is None:
        said.append(_("Choose a period to compare with to see which rates moved."))
    else:
        said.append(_("The data do not reach back over the period compared with, so rates are not compared."))
    if news.weekly:
        said.append(_("The last whole week is held against up to 26 before it (limits of three usual deviations)."))
    return said


def _item(each: Moved | Unusual, currency: str) -> str:
    if isinstance(each, Unusual):
        middle = (each.low + each.high) / 2
        change, rows = kpi_figures.change(each.value, middle, "count", each.direction), ""
    else:
        change = kpi_figures.change(each.now, each.before, each.unit, each.direction)
        rows = _("n = {now}, before {before}").format(now=number(each.rows[0], 0), before=number(each.rows[1], 0))
    tone, arrow = (change.tone, change.arrow) if change else ("even", "·")
    return (
        f'<li class="lf-news-{tone}"><i aria-hidden="true">{arrow}</i><div>{escape(sentence(each, currency))}'
        f' <span class="lf-muted">{escape(rows)}</span></div></li>'
    )


def _inside(title: str) -> str:
    """A KPI's title within a sentence: small, except for abbreviations and where nouns keep their capitals."""
    return title if language().startswith("de") or not title[1:2].islower() else title[:1].lower() + title[1:]
