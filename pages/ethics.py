"""Ethics: may we enter this market the way we plan to, and who answers for it?"""

from functools import partial
from itertools import chain

import streamlit as st

from components import ethics_list, frame
from components import market as head
from components.sources import plain
from components.words import _, market_name, said
from data.ethics import EthicsBook
from data.journeys import Journeys
from data.plans import Plans
from data.studio.readers import Readers
from frameworks.rollout.ethics import QUESTIONS, Answer, EthicsError, SignOff, mark
from frameworks.rollout.ethics_indicators import indicators, own_words
from pages import files, review_work
from pages.desk import open_desk
from pages.own import answering

UNDO, SHOWN = "lf_ethics_undo", "lf_ethics_shown"
MOST_SOURCES = 2000  # texts that are looked at for traits of persons


def doing(what: partial[Answer | SignOff | int]) -> bool:
    """Change the review; what goes wrong is said where the page stands."""
    try:
        what()
    except EthicsError as error:
        st.toast(plain(said(error)), icon=":material/error:", duration="long")
        return False
    return True


def team_words() -> list[str]:
    """The team's own sentences that may speak of people: texts, guidance put anew, tasks and notes of the journey."""
    kept, home = desk.workspace.room(Plans), desk.scenario.home
    sources = (item.source for item in desk.workspace.studio.items()[:MOST_SOURCES] if item.source_language == "en")
    choices = (choice.words for choice in kept.choices(home, market).values() if choice.words)
    tasks = (f"{task.title} {task.note}" for task in kept.tasks(market) if task.kind == "own")
    notes = (edit.text for edit in desk.workspace.room(Journeys).edits(market))
    return list(chain(sources, choices, tasks, notes))


def detach(number: int) -> None:
    """Take a file off; until the visit ends it can be put back."""
    question = next(key for key, held in attached.items() if number in dict(held))
    found = book.file(number)
    book.detach(number)
    if found is not None:
        st.session_state[UNDO] = (number, market, question, *found)


def put_back() -> None:
    """Attach the file that was taken off last."""
    if UNDO not in st.session_state:
        return
    number, place, question, name, content = st.session_state[UNDO]
    if doing(partial(book.attach, place, question, name, content, by=by, number=number)):
        del st.session_state[UNDO]


def sign(by: str, note: str) -> None:
    """Sign the review as the visitor saw it."""
    if shown != (market, mark(found.answers)):
        told = _("Answers changed while you were reading; read them and sign again.")
        st.toast(told, icon=":material/history:", duration="long")
    elif doing(partial(book.sign, market, by=by, note=note)):
        st.rerun()


desk = open_desk()
book = desk.workspace.room(EthicsBook)
ethics_list.apply()
by = review_work.me()
market = head.choose(desk.reference.markets, desk.first_choice)
name, controls = st.columns([5, 3], gap="small", vertical_alignment="bottom")
with name:
    frame.eyebrow(_("Ethics"))
    st.title(market_name(market), anchor=False)
with controls:
    head.picker(desk.reference.markets, market)
frame.lede(_("May we enter this market the way we plan to, and who answers for it?"))
frame.note(_("A checklist helps a team think; it is no certificate and no legal advice."))
found = book.review(market)
shown = st.session_state.get(SHOWN)
st.session_state[SHOWN] = (market, mark(found.answers))
reviews = {code: book.review(code) for code in desk.scenario.shortlist}
tabs = st.tabs([_("Checklist"), _("Indicators"), _("Shortlist")])
with tabs[0]:
    ethics_list.standing(found)
    st.text_input(_("Your name"), key=review_work.NAME, max_chars=80, persist_state="session", width=240, autocomplete="name")
    attached = {question.key: book.files(market, question.key) for question in QUESTIONS}
    __, place, question, taken_off, __ = st.session_state.get(UNDO, (0, "", "", "", b""))
    ethics_list.checklist(
        market, found, attached, (question, taken_off) if place == market else ("", ""),
        ethics_list.Actions(
            lambda answer: doing(partial(book.answer, market, answer, by=by)),
            lambda question, file, content: doing(partial(book.attach, market, question, file, content, by=by)),
            detach, book.file, put_back,
        ),
    )  # fmt: skip
    past = book.signed(market)
    ethics_list.signing(found, past, sign, by)
    table = partial(ethics_list.for_export, found, market_name(market))
    files.offer(files.of_table("ethics", table, partial(ethics_list.about, found, past, market_name(market))), market)
with tabs[1]:
    hours, days, uploads = answering()
    said_by_us = own_words(team_words())
    ethics_list.figures(
        indicators(
            words=said_by_us, progress=desk.workspace.studio.progress(),
            readers=desk.workspace.room(Readers).counted(), reviews=reviews, answer_hours=hours, kept_days=days,
            uploads=uploads,
        )
    )  # fmt: skip
    ethics_list.marked(said_by_us.marked)
with tabs[2]:
    if reviews:
        ethics_list.overview(reviews)
    else:
        frame.note(_("The shortlist is empty; put markets on it on the Market page or the Matrix."))
