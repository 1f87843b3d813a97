"""How ready the team is for a market: its texts, checks, payments, languages and duties put together."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from components import frame, readiness
from components.words import _
from data.duties import Duties
from frameworks.localization.formats import formats_for
from frameworks.localization.readiness import FORMAT_CHECKS, Readiness, Texts, spoken_in
from frameworks.localization.readiness import readiness as worked_out
from frameworks.report.speakers import speakers
from frameworks.rules import duties
from pages import set_up
from pages.desk import Desk

SOURCE = "en"
"""The language that sources are written in where there are none to tell."""


def of(desk: Desk, markets: Sequence[str]) -> tuple[Readiness, ...]:
    """Return the readiness for each market, in their order."""
    studio = desk.workspace.studio
    studio.begin()
    sources = Counter(item.source_language for item in studio.items())
    language = sources.most_common(1)[0][0] if sources else SOURCE
    locales = studio.locales()
    checked, wrong = studio.findings.standing(), studio.findings.affected(FORMAT_CHECKS)

    def texts(market: str) -> Texts:
        spoken = spoken_in(desk.reference, market, locales, language)
        locale = spoken.locale or ""
        progress = studio.progress(locale)[locale] if locale else None
        return Texts(spoken, sources.total(), progress, checked.get(locale, (0, 0))[0], wrong.get(locale, 0))

    return tuple(one(desk, market, texts(market), language) for market in markets)


def one(desk: Desk, market: str, texts: Texts, language: str) -> Readiness:
    """Return the readiness for a market from the texts of its locale."""
    locale = texts.spoken.locale or (language if texts.spoken.own else None)
    formats = formats_for(locale, market=market, today=dt.date.today()) if locale else None
    fit = set_up.fit(desk, market, set_up.current(desk))
    laid = duties(desk.reference, market)
    met = desk.workspace.room(Duties).met(market)
    return worked_out(
        market, texts=texts, formats=formats, fit=(fit.low, fit.high),
        served=speakers(desk.reference, desk.scenario.home, market, desk.scenario.languages).served,
        duties=len(laid), met=sum((row.topic, row.law) in met for row in laid.itertuples()),
    )  # fmt: skip


def show(desk: Desk, market: str) -> None:
    """Draw the readiness for a market and, beside it, for the rest of the shortlist."""
    shortlist = [code for code in desk.scenario.shortlist if code != desk.scenario.home]
    codes = list(dict.fromkeys((market, *shortlist)))
    found = of(desk, codes)
    frame.note(_("What your team has done so far, not what the market is worth. What nobody knows is unknown, never 0."))
    readiness.bars(found[0])
    if len(found) > 1:
        st.subheader(_("Your shortlist side by side"), anchor=False)
        readiness.table(found)

