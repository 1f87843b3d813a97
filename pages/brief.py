"""Market brief: what do we know for this decision, on one page to print and act on?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from components import brief_comparison_words, brief_view, brief_words, evidence, payment_form, view
from components import market as head
from components.words import _, language, market_name, said
from data.catalog import infos
from data.export.brief_html import brief_html, fragment
from data.export.brief_pdf import brief_pdf
from data.export.brief_sheet import brief_sheet
from data.export.brief_slides import brief_slides
from data.plans import Plans
from frameworks.payments import providers
from frameworks.potential.indicators import indicator_list
from frameworks.report import Brief, ReportError, brief, comparison
from frameworks.report.comparison import MOST
from frameworks.report.document import Document
from frameworks.rollout.tasks import Task
from pages import files, ready
from pages import set_up as team
from pages.desk import Desk, open_desk

LEADING = 3
READY = "lf_brief_ready"


def shortlist(here: Desk) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the shortlist as far as briefs can be made on it, and the markets to show: the leading ones without it."""
    known = tuple(code for code in here.scenario.shortlist if code != here.scenario.home)
    ranked = here.scoring.frame[here.scoring.frame["rank"].notna()]
    return known, known[:MOST] or tuple(ranked.index[:LEADING])


@st.cache_data(max_entries=200, show_spinner=False)
def _made(
    fingerprint: str, market: str, world: bool, set_up: str, today: dt.date, unchecked: bool, spoken: str,
    plan: tuple[Task, ...], notes: tuple[tuple[str, str], ...], _here: Desk,
) -> Brief:  # fmt: skip
    scores = _here.everything if world else _here.scoring
    return brief(
        _here.reference, _here.scenario, market, scoring=scores, set_up=team.current(_here), today=today,
        unchecked=unchecked, fingerprint=fingerprint, language=spoken, plan=plan, notes=dict(notes),
    )  # fmt: skip


def made(here: Desk, unchecked: bool, world: bool, market: str) -> Brief:
    """Return the brief on a market for today; the same inputs are worked out once.

    world: rank among all markets, not only the candidates.
    """
    kept = team.current(here).to_json()
    decided = here.workspace.room(Plans)
    notes = tuple((part, note.text) for part, note in decided.notes(here.scenario.home, market).items())
    found = _made(
        here.fingerprint, market, world, kept, dt.date.today(), unchecked, language(), decided.tasks(market), notes, here
    )
    return replace(found, readiness=ready.of(here, [market])[0])


def off_list(here: Desk, codes: Sequence[str]) -> bool:
    """Say whether some of the markets are not among the candidates, so that all must be ranked in the world."""
    return not all(code in here.scoring.frame.index for code in codes)


def worded(here: Desk, one: Brief) -> Document:
    """Return a brief in the visitor's language."""
    return brief_words.document(one, sources(), indicator_list(here.reference)["name"].to_dict())


def sources() -> dict[str, evidence.Source]:
    """Return the reference tables' own sources by name."""
    return {name: evidence.Source.of(info) for name, info in infos().items()}


def side_by_side(here: Desk, unchecked: bool, codes: Sequence[str]) -> list[Document]:
    """Return the comparison of markets and then the brief on each, the best ranked first; shows progress."""
    world = off_list(here, codes)
    found = brief_view.with_progress(codes, partial(made, here, unchecked, world))
    ordered = comparison(here.everything if world else here.scoring, found)
    return [brief_comparison_words.document(ordered, sources()), *(worded(here, one) for one in ordered.briefs)]


def offer(documents: Sequence[Document], title: str, stem: str, *parts: str) -> None:
    """Draw the downloads of some documents."""
    words = brief_view.sheet_words()
    files.offer(
        [
            files.File(_("PDF"), lambda: brief_pdf(documents), stem, "pdf"),
            files.File(_("Slides"), lambda: brief_slides(documents, title, documents[0].eyebrow), stem, "pptx"),
            files.File(_("XLSX"), lambda: brief_sheet(documents, words), stem, "xlsx"),
            files.File(_("HTML"), lambda: brief_html(documents, title), stem, "html"),
        ],
        *parts,
    )


def offer_all(here: Desk, unchecked: bool, codes: Sequence[str]) -> None:
    """Draw the button that makes the whole shortlist's files, then their downloads."""
    kept, home = here.workspace.room(Plans), here.scenario.home
    decided = tuple((kept.tasks(code), tuple(kept.notes(home, code).items())) for code in codes)
    inputs = (here.fingerprint, tuple(codes), unchecked, language(), team.current(here).to_json(), decided)
    label = _("Make the files of the whole shortlist")
    if st.session_state.get(READY) == inputs or brief_view.prepared(label, "brief_all"):
        st.session_state[READY] = inputs
        several(here, side_by_side(here, unchecked, codes))


def several(here: Desk, documents: Sequence[Document]) -> None:
    """Draw the downloads of the shortlist."""
    offer(documents, _("Market briefs: the shortlist"), "briefs", here.scenario.home)


desk = open_desk()
brief_view.apply()
brief_view.heading()
listed, shown = shortlist(desk)
asked = st.query_params.get(head.PARAM, "")[:3].upper()
extra = (asked,) if asked in desk.reference.markets and asked != desk.scenario.home else ()
codes = tuple(dict.fromkeys((*shown, *extra)))
if not codes:
    brief_view.nothing()
    st.stop()
brief_view.told(listed, len(listed) - len(shown) if listed else 0, shown)
kind, pick = st.columns([4, 3], gap="medium", vertical_alignment="bottom")
with kind:
    what = view.single(
        _("Brief"), "brief", ("market", "shortlist"), "market", collapsed=True,
        names={"market": _("One market"), "shortlist": _("Shortlist side by side")},
    )  # fmt: skip
with pick:
    market = head.choose(pd.Index(codes), codes[0]) if what == "market" else ""
    if market:
        head.picker(pd.Index(codes), market)
unchecked = st.toggle(
    _("Show unchecked figures"), key="in_brief_unchecked", persist_state="session",
    help=_("Rows written from memory, unverified or of low confidence; they are marked."),
)  # fmt: skip
names = providers(desk.reference, unchecked=True)["name"].to_dict()
st.caption(payment_form.summary(team.current(desk), names))
try:
    if what == "market":
        page = worded(desk, made(desk, unchecked, off_list(desk, [market]), market))
        offer([page], _("Market brief: {market}").format(market=market_name(market)), "brief", market)
        brief_view.article(fragment(page, 2))
        if len(shown) > 1:
            offer_all(desk, unchecked, shown)
    else:
        documents = side_by_side(desk, unchecked, shown)
        several(desk, documents)
        brief_view.article(fragment(documents[0], 2))
except ReportError as error:
    st.warning(said(error), icon=":material/info:")
