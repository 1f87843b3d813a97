"""Dilemmas: how does our team see its own culture and a market's, and how far apart are they?"""

from functools import partial

import streamlit as st

from components import dilemma_licence, dilemma_questions, dilemma_results, dilemma_sheets, dotplot, frame, market, view
from components.words import _, market_name, settle
from data.placement_files import licensed_template, read_answers, read_licensed, write_answers, write_licensed
from frameworks.culture.dilemmas import items
from frameworks.culture.trompenaars import leans
from frameworks.culture.trompenaars_scores import KEY, NEEDED, shared
from pages import answering, files
from pages.desk import open_desk
from pages.placing import view_of

PARTS = ("answer", "result", "sheets", "licensed")
desk = open_desk()
reference, home = desk.reference, desk.scenario.home
questions = items(reference)
room = answering.room(desk)


def answer(chosen: str) -> None:
    """Draw the questions about home or the market for one person."""
    dilemma_questions.in_a_room(answering.room_link(home, chosen))
    if chosen == home:
        one_sheet(home)
        return
    names = {"home": _("Our company, {home}").format(home=market_name(home)), "market": market_name(chosen)}
    about = view.single(_("About"), "about", ("home", "market"), "home", names=names)
    one_sheet(home if about == "home" else chosen)
    other = "market" if about == "home" else "home"
    dilemma_questions.go_on(names[other], partial(view.choose, "about", other), partial(view.choose, "step", "result"))


@st.fragment
def one_sheet(about: str) -> None:
    """Draw one person's sheet; a fragment, so that an answer redraws nothing else."""
    settle()
    person = answering.person()
    sheet = room.sheet(person, about)
    dilemma_questions.who(
        sheet.name or answering.name(), bool(sheet.answers), f"dl_name_{person}",
        partial(answering.rename, room, person), answering.next_person,
    )  # fmt: skip
    if answering.gone(person, about):
        dilemma_questions.deleted_meanwhile(partial(answering.keep_again, room, person, about, questions))
    answering.seen(person, about, bool(sheet.answers))
    dilemma_questions.progress(len(sheet.answers), len(questions))
    lead = (
        _("Think of your own company ({market}). Which answer is more usual there?") if about == home
        else _("Think of business in this market ({market}). Which answer would you expect to be more usual?")
    ).format(market=market_name(about))  # fmt: skip
    dilemma_questions.ask(questions, f"{person}_{about}", sheet.answers, lead, partial(answering.answer, room, person, about))


def result(chosen: str) -> None:
    """Draw home against the market with spread, and whether it counts."""
    codes = tuple(dict.fromkeys((home, chosen)))
    sheets = room.sheets(*codes)
    rows = {row.market: row for row in desk.placed}
    both = [rows[code] for code in codes if code in rows]
    if chosen != home and both:
        models = desk.everything.affinity.models
        near = models.at[chosen, KEY] if KEY in models else float("nan")
        own = any(row.basis == "own" for row in both)
        dilemma_results.counts(shared(*both) if len(both) == 2 else 0, NEEDED, near, own, chosen)
    if not sheets:
        dilemma_results.nobody()
        return
    places = [(code, view_of(reference, sheets, code), leans(reference, code)) for code in codes]
    dilemma_results.chart(places)
    table = dilemma_results.table(places)
    with st.expander(_("The figures"), icon=":material/table_chart:"):
        dilemma_results.figures(table)
    dilemma_results.method()
    files.offer(files.of_table("dilemmas", lambda: table), *codes)


def sheets(chosen: str) -> None:
    """Draw the sheets about home and the market, and files of them."""
    codes = tuple(dict.fromkeys((home, chosen)))
    found = room.sheets(*codes)
    picked = dilemma_sheets.listing(found, len(questions))
    if picked is not None:
        dilemma_sheets.doings(
            partial(answering.open_sheet, picked, home), partial(answering.delete, room, [picked]),
            partial(answering.delete, room, found), len(found),
        )  # fmt: skip
    answering.offer_undo(room)
    order = [item.code for item in questions]
    st.subheader(_("As a file"))
    every = room.sheets()
    if every:
        csv = files.File(_("All answers CSV"), lambda: write_answers(every, order), "dilemma-answers", "csv")
        files.offer([csv])
    dilemma_sheets.upload(
        _("Answers as CSV: iso3 and a column a question (UP1 … IE2), 0 to 100"), "answers",
        partial(read_answers, items=order), dilemma_sheets.answers_found, partial(answering.add, room), _("Add these sheets"),
    )  # fmt: skip
    blank = files.File(_("Template (CSV)"), lambda: write_answers((), order), "dilemma-template", "csv")
    files.offer([blank], key="dilemma-template")


def licensed() -> None:
    """Draw licensed scores: template, schema, upload, what is loaded."""
    dilemma_licence.intro()
    dilemma_licence.schema()
    files.offer([files.File(_("Template (CSV)"), licensed_template, "trompenaars-licensed", "csv")])
    dilemma_sheets.upload(
        _("Your licensed scores as CSV"), "licensed-scores", read_licensed, dilemma_licence.found,
        partial(answering.keep_licensed, room), _("Use these scores"),
    )  # fmt: skip
    rows = room.licensed()
    dilemma_licence.loaded(rows, partial(answering.drop_licensed, room))
    answering.offer_undo_licensed(room)
    if rows:
        every = files.File(_("All licensed scores CSV"), lambda: write_licensed(rows), "trompenaars-scores", "csv")
        files.offer([every], key="licensed-scores")


st.html(dotplot.style() + dilemma_results.style())
st.title(_("Dilemmas"))
frame.lede(_("How does our team see its own culture and a market's, and how far apart are they?"))
default = next((code for code in (*desk.scenario.shortlist, desk.first_choice) if code != home), desk.first_choice)
chosen = market.choose(reference.markets, default)
market.picker(reference.markets, chosen)
frame.note(
    _(
        "This is your team's view, not a measurement: the fourteen dilemmas are our own and no study has validated them."
        " They follow Trompenaars' seven dimensions and speak of what is usual in business there, never of a person."
    )
)
titles = {"answer": _("Answer"), "result": _("Result"), "sheets": _("Sheets"), "licensed": _("Licensed scores")}
part = view.single(_("Part"), "step", PARTS, "answer", names=titles, collapsed=True)
if not questions and part != "licensed":
    st.info(_("The table of dilemmas is switched off under Sources & method, so your team's view counts nowhere."),
            icon=":material/toggle_off:")  # fmt: skip
elif part == "answer":
    answer(chosen)
elif part == "result":
    result(chosen)
elif part == "sheets":
    sheets(chosen)
else:
    licensed()
