"""Journey: what does this market change at each step of a buyer's way?"""

import datetime as dt
from dataclasses import replace
from functools import partial

import streamlit as st

from components import frame, ground_facts, journey_map, state, view
from components import market as head
from components.sources import plain
from components.words import _, language, market_name, said, settle
from data.journeys import Journeys
from frameworks.payments import fit_for
from frameworks.rollout.touchpoint_edits import Edit, Kept, TouchpointError, kept
from frameworks.rollout.touchpoints import CHANNELS, STAGES, SUBJECTS, touchpoints
from pages import files, review_work
from pages.desk import open_desk
from pages.guidance_work import Pair
from pages.set_up import current

OPEN, UNDO = "lf_journey_open", "lf_journey_undo"


def doing(what: partial[Edit | None]) -> Edit | None:
    """Change a note; what goes wrong is said at the top of the page."""
    try:
        return what()
    except TouchpointError as error:
        state.say(plain(said(error)))
        return None


def save(one: Kept, text: str, hidden: bool) -> bool:
    """Keep the team's words on a note and say whether that worked; words that are the note's own are none."""
    own = said(one.note.text) if one.note else None
    text = "" if own is not None and text.strip() in ("", own) else text
    if one.edit is not None and one.note is not None and not text and not hidden:
        return back(one)
    key = one.note.key if one.note else one.edit.key
    edit = one.edit or Edit(0, market, key, one.stage, one.subject, one.channel, "")
    done = doing(partial(book.keep, replace(edit, text=text, hidden=hidden), by=by))
    if done is not None:
        st.session_state[UNDO] = (done, one.edit)
    elif one.note is None and one.edit.number not in {edit.number for edit in book.edits(market)}:
        journey_map.start_anew(one.stage, text)
        state.say(_("It was removed; your words stand below as a new note."))
    return done is not None


def back(one: Kept) -> bool:
    """Take the team's words off a note, or remove its own note; say whether that worked."""
    removed = doing(partial(book.remove, one.edit.number, one.edit.revision))
    if removed is not None:
        st.session_state[UNDO] = (None, removed)
    return removed is not None


def add(stage: str, subject: str, channel: str, text: str) -> bool:
    """Keep a note of the team's own."""
    done = doing(partial(book.keep, Edit(0, market, "", stage, subject, channel, text), by=by))
    if done is not None:
        st.session_state[UNDO] = (done, None)
    return done is not None


def undo() -> None:
    """Take the last change back."""
    made, former = st.session_state.pop(UNDO, (None, None))
    if made is not None and former is None:
        doing(partial(book.remove, made.number, made.revision))
    elif made is not None:
        doing(partial(book.keep, replace(former, revision=made.revision), by=by))
    elif former is not None:
        doing(partial(book.keep, former, by=by))


def opened(code: str) -> None:
    """Open the window of a touchpoint."""
    st.session_state[OPEN] = code


def closed() -> None:
    """Close the window."""
    st.session_state.pop(OPEN, None)


def window(code: str) -> None:
    """Draw the window of a touchpoint."""
    settle()
    state.show_sayings()  # the top of the page is behind the window
    notes = [one for one in whole() if one.stage == code]
    subject = about[0] if about else next(iter(SUBJECTS))  # a new note shows under the filter in force
    journey_map.window(market, code, notes, save, back, partial(add, code), subject)


def whole() -> tuple[Kept, ...]:
    """Every note of the market with what the team made of it."""
    return kept(notes, book.edits(market))


desk = open_desk()
journey_map.apply()
ground_facts.apply()
book = desk.workspace.room(Journeys)
by = review_work.me()
market = head.choose(desk.reference.markets, desk.first_choice)
name, controls = st.columns([5, 3], gap="small", vertical_alignment="bottom")
with name:
    frame.eyebrow(_("Journey"))
    st.title(market_name(market), anchor=False)
with controls:
    head.picker(desk.reference.markets, market)
frame.lede(_("What does this market change at each step of a buyer's way?"))
fit = fit_for(market, current(desk), reference=desk.reference)
advice = () if market == desk.scenario.home else Pair(desk.reference, desk.scenario.home, market).advice
tell = partial(touchpoints, desk.reference, market, today=dt.date.today(), fit=fit, advice=advice, language=language())
every = tell(unchecked=True)
unchecked = ground_facts.unchecked_toggle(sum(not note.checked for note in every))
notes = every if unchecked else tell()
about = view.several(_("About"), "about", list(SUBJECTS), names=journey_map.names_of(SUBJECTS))
where = view.several(_("Channel"), "channel", list(CHANNELS), names=journey_map.names_of(CHANNELS))
everything = whole()
away = sum(one.hidden for one in everything)
with_away = bool(away) and st.toggle(_("Show what is put away"), key="journey_away", persist_state="session")
shown = [
    one for one in everything
    if (with_away or not one.hidden) and (not about or one.subject in about)
    and (not where or not one.channel or one.channel in where)
]  # fmt: skip
with st.container(horizontal=True, vertical_alignment="center"):
    st.caption(journey_map.counted(shown, away), width="content")
    if any(edit is not None and edit.market == market for edit in st.session_state.get(UNDO, ())):
        st.button(_("Undo"), key="journey_undo", icon=":material/undo:", type="tertiary", on_click=undo)
journey_map.grid(shown)
if market == desk.scenario.home:
    st.caption(_("This is your home market: there is no gap in culture to tell."))
for place, code in enumerate(STAGES, start=1):
    journey_map.stage(place, code, [one for one in shown if one.stage == code], opened)
st.caption(_("Facts come from the pages Payments, On the ground and Culture, with their sources; advice follows from them."
             " You can change every note."))  # fmt: skip
files.offer(files.of_table("journey", partial(journey_map.for_export, shown, market_name(market))), market)
if (code := st.session_state.get(OPEN)) in STAGES:
    st.dialog(_(STAGES[code]), width="large", icon=":material/edit:", on_dismiss=closed)(partial(window, code))()
