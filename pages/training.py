"""Team training: what should the team practise before it sells there?"""

from functools import partial

import streamlit as st

from components import frame, training_cases, training_outline, training_quiz, training_words, view
from components import market as head
from components.words import _, market_name
from data.export.brief_html import brief_html
from data.export.spreadsheet import table_csv
from frameworks.culture.cases import by_relevance, cases, weights
from frameworks.culture.contrasts import contrasts
from frameworks.culture.gaps import culture_gaps
from frameworks.culture.guidance_certainty import firm
from frameworks.culture.quiz import quiz
from frameworks.culture.sessions import AGENDAS, ROLES
from frameworks.culture.training import Outline, outline
from pages import files
from pages.desk import open_desk

TAB, START = "training_part", "lf_training_start"
USUAL = "75"


def asked() -> Outline:
    """Draw the choice of roles and length and return the outline."""
    names = {key: _(role.name) for key, role in ROLES.items()}
    lengths = {str(minutes): _("{minutes} min").format(minutes=minutes) for minutes in AGENDAS}
    roles = view.several(_("Who takes part"), "roles", tuple(ROLES), names=names)
    minutes = view.single(_("Length"), "minutes", tuple(lengths), USUAL, names=lengths)
    return outline(reference, home, market, roles=roles or ("everyone",), minutes=int(minutes))


def plan() -> None:
    """Draw the outline and its files."""
    found = asked()
    training_outline.show(found)
    title = _("Team training: {market}").format(market=market_name(market))
    files.offer(
        [
            files.File(_("HTML to print"), lambda: brief_html(training_words.documents(found), title), "training", "html"),
            files.File(_("Agenda CSV"), partial(as_csv, training_words.agenda, found), "training-agenda", "csv"),
            files.File(_("Cases CSV"), partial(as_csv, training_words.case_table, found), "training-cases", "csv"),
        ],
        home, market, key="lf-files-training",
    )  # fmt: skip


def as_csv(table, found: Outline) -> bytes:  # type: ignore[no-untyped-def]
    """Return a table of the outline as a file."""
    return table_csv(table(found), index=False)


def practice() -> None:
    """Draw the cases, those that fit this market's gaps first."""
    told = () if home == market else firm(reference, culture_gaps(reference, home, market)).told
    wanted = weights(told, contrasts(reference, home, market))
    found = training_cases.filtered(by_relevance(cases(reference), wanted), wanted, market)
    training_cases.show(found, keys=True)


def test() -> None:
    """Draw the quiz."""
    number = training_quiz.chosen_number()
    training_quiz.show(quiz(reference, number), number, keys=True)


desk = open_desk()
reference, home = desk.reference, desk.scenario.home
training_outline.apply()
market = head.choose(reference.markets, desk.first_choice)
name, controls = st.columns([5, 3], gap="small", vertical_alignment="bottom")
with name:
    frame.eyebrow(_("Team training, as seen from {home}").format(home=market_name(home)))
    st.title(market_name(market), anchor=False)
with controls:
    head.picker(reference.markets, market)
frame.lede(_("What should the team practise before it sells there, and how would you notice that you were wrong?"))
parts = {"outline": (_("Outline"), plan), "cases": (_("Cases"), practice), "quiz": (_("Quiz"), test)}
first = parts.get(st.session_state.setdefault(START, st.query_params.get("part", "")), parts["outline"])
tabs = st.tabs([title for title, __ in parts.values()], key=TAB, on_change="rerun", default=first[0])
# Only the open part is drawn: the keys 1 to 4 answer what is in sight.
for (part, (__, draw)), tab in zip(parts.items(), tabs, strict=True):
    if tab.open:
        view.keep("part", part, "outline")
        with tab:
            draw()
