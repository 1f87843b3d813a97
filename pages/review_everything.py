"""The part of Review that checks everything: run in the background, list what was found, lead to each text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components import frame, job, studio_review, studio_review_all
from components.words import _, ngettext, number
from data.jobs import STOPPED, Jobs
from data.studio import Studio
from data.studio.findings import Found
from pages import review_work
from pages.desk import Desk

NAME = "checks"
PAGE = 25
_ASIDE, _PAGE = "lf_review_aside", "rv_all_page"


def show(desk: Desk, locales: Sequence[str]) -> None:
    """Draw the part. locales: those of the studio."""
    studio, jobs = desk.workspace.studio, desk.workspace.room(Jobs)
    running = jobs.state(NAME)
    standing = studio.findings.standing()
    done, total = (sum(one[place] for one in standing.values()) for place in (0, 1))
    if not total:
        frame.note(_("There are no translations yet. Fill in drafts on the page Texts."))
        return
    if running is not None and running.running:
        job.watch(running, partial(jobs.cancel, NAME))
    else:
        with st.container(horizontal=True, vertical_alignment="center"):
            left = total - done
            label = _("Check everything") if not done else _("Check again")
            if done and left:
                label = ngettext("Check the {count} that changed", "Check the {count} that changed", left)
            st.button(
                label.format(count=number(left, 0)), key="rv_all_start", icon=":material/fact_check:",
                type="primary" if left else "secondary", on_click=start, args=(desk, jobs, locales),
                help=_("Runs beside the pages; what was checked before and has not changed is not looked at again."),
            )  # fmt: skip
            if running is not None and running.state == STOPPED:
                st.caption(_("Stopped; what was found until then is kept."))
        job.failed(running)
    findings(studio, done, total)


def start(desk: Desk, jobs: Jobs, locales: Sequence[str]) -> None:
    """Begin to check everything."""
    studio = desk.workspace.studio
    jobs.start(NAME, lambda progress, cancelled: studio.findings.run(desk.reference, locales, progress, cancelled))


def first() -> None:
    """Go to the first page of the list."""
    st.session_state[_PAGE] = 1


def findings(studio: Studio, done: int, total: int) -> None:
    """Draw what was found so far."""
    counts = studio.findings.counts()
    every = sum(one.count for one in counts)
    st.caption(studio_review_all.told(done, total, every))
    said = review_work.work().told
    if said is not None:
        studio_review.told(said[1], bad=said[0])
        review_work.work().told = None
    if not every:
        return
    with st.expander(_("Counts by check and locale"), icon=":material/table_chart:"):
        st.dataframe(studio_review_all.table(counts), hide_index=True, width="stretch")
    narrow, left = studio_review_all.narrowing(counts, first)
    pages = max(1, -(-left // PAGE))
    page = min(max(1, int(st.session_state.get(_PAGE) or 1)), pages)
    if page != st.session_state.get(_PAGE, page):
        st.session_state[_PAGE] = page
    found = studio.findings.list(**narrow, start=(page - 1) * PAGE, limit=PAGE)
    studio_review_all.listed(found, partial(go, studio), ask)
    if pages > 1:
        st.pagination(pages, key=_PAGE)
    asked: Found | None = st.session_state.get(_ASIDE)
    if asked is not None:
        name = f"{studio_review_all.title(asked.finding.check)} · {asked.key}"
        studio_review_all.why(name, partial(set_aside, studio, asked), close)


def go(studio: Studio, one: Found) -> None:
    """Turn to the text of a finding, with its place selected."""
    place = (one.finding.start, one.finding.end)
    review_work.jump(studio, one.key, one.locale, None if None in place else place)


def ask(one: Found) -> None:
    """Ask why a finding is set aside."""
    st.session_state[_ASIDE] = one


def close() -> None:
    """Set nothing aside."""
    st.session_state.pop(_ASIDE, None)


def set_aside(studio: Studio, one: Found, why: str) -> None:
    """Set a finding aside with a reason."""
    close()
    review_work.attempt(
        lambda: studio.remarks.ignore(one.key, one.finding.check, why=why, by=review_work.me(), locale=one.locale)
    )
