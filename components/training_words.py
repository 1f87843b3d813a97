"""A training in words for files: a document to print, and tables of agenda and cases."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from components.training_outline import backing, meaning, name_of
from components.words import _, language, list_text, market_name, number, source_text
from frameworks.culture.cases import Case, dimension_names
from frameworks.culture.guidance import FUNCTIONS
from frameworks.culture.sessions import ROLES
from frameworks.culture.training import Need, Outline
from frameworks.report.document import Document, Point, Points, Section, Table, Text


def documents(outline: Outline, today: dt.date | None = None) -> list[Document]:
    """Return the outline with its cases, and the answers as a second document, so that the first can be handed out."""
    day = (today or dt.date.today()).isoformat()
    seen = _("Team training, as seen from {home}").format(home=market_name(outline.home))
    lead = _("{minutes} minutes for {roles}").format(
        minutes=number(outline.minutes, 0), roles=list_text(_(ROLES[need.role].name) for need in outline.needs)
    )
    foot = (_("Averages of countries; most variation in values lies within countries. Every advice is a test, not a rule."), day)

    def document(title: str, sections: tuple[Section, ...]) -> Document:
        return Document("training", seen, title, lead, "", "", sections, foot, language(), day)

    return [
        document(market_name(outline.market), _outline_sections(outline)),
        document(_("Answers for whoever leads the session"), tuple(_answers(case) for case in outline.cases)),
    ]


def _outline_sections(outline: Outline) -> tuple[Section, ...]:
    gaps = tuple(Point(meaning(one), backing(one), lead=name_of(one)) for one in outline.focus)
    rested = Points(gaps) if gaps else Text(_("No gap is told for this market; the outline holds for any team."), "note")
    steps = agenda(outline)
    table = Table(tuple(steps.columns), tuple(tuple(map(str, row)) for row in steps.itertuples(index=False)), (1, 1, 3, 6, 4))
    exercises = tuple(
        Point(_(one.how), lead=_("{title} ({minutes} min)").format(title=_(one.title), minutes=number(one.minutes, 0)))
        for one in outline.exercises
    )
    reading = tuple(Point(work.reference, lead=source_text(work.source)) for work in outline.reading)
    return (
        Section("gaps", _("What it rests on"), (rested,), True),
        Section("needs", _("Who needs what"), (Points(tuple(_need(need) for need in outline.needs)),), True),
        Section("agenda", _("Agenda"), (table,), True),
        *(_case(case) for case in outline.cases),
        Section("exercises", _("Exercises"), (Points(exercises),), True),
        Section("reading", _("What to read"), (Points(reading),), True),
    )


def _need(need: Need) -> Point:
    role = ROLES[need.role]
    tried = [f"{_(one.text)} ({'; '.join(source_text(work.source) for work in one.works)})" for one in need.advice]
    return Point(_(role.task), " ".join(tried), lead=_(role.name))


def _case(case: Case) -> Section:
    options = tuple(Point(_(option.text), lead=option.key.upper()) for option in case.options)
    return Section("case", _("Case: {title}").format(title=_(case.title)), (Text(_(case.situation)), Points(options)), True)


def _answers(case: Case) -> Section:
    rows = tuple(
        Point(_(option.why), lead=option.key.upper(), marks=(_("best"),) if option.best else ()) for option in case.options
    )
    return Section("answers", _(case.title), (Points(rows),), True)


def agenda(outline: Outline) -> pd.DataFrame:
    """Return the steps with start and length in minutes, one a row."""
    rows, at = [], 0
    for step in outline.steps:
        rows.append((at, step.minutes, _(step.title), _(step.how), _(step.result)))
        at += step.minutes
    return pd.DataFrame(rows, columns=[_("Start"), _("Minutes"), _("Step"), _("How"), _("Leaves behind")])


def case_table(outline: Outline) -> pd.DataFrame:
    """Return the chosen cases with their options, one option a row."""
    names = dimension_names()
    rows = [
        (
            _(case.title), _(FUNCTIONS[case.function]),
            list_text(f"{names[key][0]}: {_(names[key][1])}" for key in case.dimensions),
            _(case.situation), option.key.upper(), _(option.text), _("yes") if option.best else _("no"), _(option.why),
            "; ".join(case.works),
        )
        for case in outline.cases
        for option in case.options
    ]  # fmt: skip
    head = (
        _("Case"), _("Function"), _("Dimensions"), _("Situation"), _("Option"), _("What to do"), _("Best"), _("Why"), _("Source"),
    )  # fmt: skip
    return pd.DataFrame(rows, columns=list(head))
