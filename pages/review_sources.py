"""The part of Review that looks at the sources before translation: what may travel badly to the chosen markets."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from components import frame, job, studio_review, studio_review_all, studio_review_sources
from components.words import _, list_text, market_name, ngettext, number
from data.jobs import Jobs
from data.studio.sources import Caution, Ground, SourceFindings
from pages import review_work
from pages.desk import Desk
from pages.text_window import opening

NAME = "sources"
TEXTS = str(Path(__file__).with_name("texts.py"))
PAGE = 25
MOST_MARKETS = 12
AT_ONCE = 0.4
"""Seconds in which the sample shop is looked at, so that no progress flashes by."""
_ASIDE, _PAGE = "lf_review_source_aside", "rv_sources_page"


def show(desk: Desk) -> None:
    """Draw the part."""
    studio, markets = desk.workspace.studio, desk.scenario.shortlist[:MOST_MARKETS]
    st.caption(_("What may travel badly, before money is spent on translating it. None of this blocks; a person weighs it."))
    if not markets:
        frame.note(_("Put markets on your shortlist, on the Matrix or Market page, to see what your texts may meet there."))
        return
    unchecked = st.toggle(
        _("Show unchecked cautions"), key="rv_sources_unchecked", persist_state="session", on_change=first,
        help=_("Cautions written from memory, that nobody has checked against a source."),
    )  # fmt: skip
    items, ground = studio.items(), Ground(desk.reference, desk.scenario.home, markets, unchecked)
    found, jobs = desk.workspace.room(SourceFindings), desk.workspace.room(Jobs)
    waiting = found.waiting(items, ground)
    if waiting:
        running = jobs.state(NAME)
        if running is None or not running.running:
            running = jobs.start(NAME, lambda progress, cancelled: found.run(items, ground, progress, cancelled))
        if not running.wait(AT_ONCE):
            job.watch(running, partial(jobs.cancel, NAME))
        job.failed(running)
    ignored = desk.workspace.studio.remarks.ignored("")
    held = {(key, market, name): one for (key, _locale, market, name), one in ignored.items() if market in markets}
    cautions = found.cautions(items, ground, held)
    counted = ngettext("{count} caution in {texts} texts for {markets}.", "{count} cautions in {texts} texts for {markets}.",
                       len(cautions))  # fmt: skip
    st.caption(
        counted.format(
            count=number(len(cautions), 0), texts=number(len(items), 0), markets=list_text(map(market_name, markets))
        )
    )
    listing(desk, cautions)
    if held:
        told = ngettext("{count} caution set aside", "{count} cautions set aside", len(held))
        with st.expander(told.format(count=number(len(held), 0))):
            studio_review_sources.kept_aside(held, partial(heed, desk))


def listing(desk: Desk, cautions: tuple[Caution, ...]) -> None:
    """Draw the cautions, a page at a time."""
    said = review_work.work().told
    if said is not None:
        studio_review.told(said[1], bad=said[0])
        review_work.work().told = None
    if not cautions:
        return
    left = studio_review_sources.narrowing(cautions, first)
    pages = max(1, -(-len(left) // PAGE))
    page = min(max(1, int(st.session_state.get(_PAGE) or 1)), pages)
    if page != st.session_state.get(_PAGE, page):
        st.session_state[_PAGE] = page
    studio_review_sources.listed(left[(page - 1) * PAGE : page * PAGE], go, ask)
    if pages > 1:
        st.pagination(pages, key=_PAGE)
    asked: Caution | None = st.session_state.get(_ASIDE)
    if asked is not None:
        name = f"{studio_review_sources.title(asked.finding.check)} · {asked.item.key}"
        studio_review_all.why(name, partial(set_aside, desk, asked), close)


def first() -> None:
    """Go to the first page of the list."""
    st.session_state[_PAGE] = 1


def go(one: Caution) -> None:
    """Open the text on the page Texts, where it can be changed."""
    opening(one.item.key)
    st.switch_page(TEXTS)


def ask(one: Caution) -> None:
    """Ask why a caution is set aside."""
    st.session_state[_ASIDE] = one


def close() -> None:
    """Set nothing aside."""
    st.session_state.pop(_ASIDE, None)


def set_aside(desk: Desk, one: Caution, why: str) -> None:
    """Set a caution aside in the markets it was told for."""
    close()

    def kept() -> None:
        for market in one.markets:
            desk.workspace.studio.remarks.ignore(
                one.item.key, one.finding.check, why=why, by=review_work.me(), market=market
            )

    review_work.attempt(kept)


def heed(desk: Desk, key: str, market: str, check: str) -> None:
    """Take a caution up again."""
    review_work.attempt(lambda: desk.workspace.studio.remarks.heed(key, check, market=market))
