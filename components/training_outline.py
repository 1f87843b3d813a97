"""The outline of a team's training: what it rests on, who needs what, the agenda, exercises, cases, reading."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import phrasing_marks, words
from components.card import card, listed
from components.words import _, list_text, market_name, ngettext, number, said, source_text
from frameworks.culture.cases import Case
from frameworks.culture.contrasts import Contrast
from frameworks.culture.gaps import Gap
from frameworks.culture.guidance import FUNCTIONS, Advice, Work
from frameworks.culture.sessions import ROLES, Exercise, Step
from frameworks.culture.training import Need, Outline

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "training.css").read_text(encoding="utf-8")
_SENTENCE = "training_sentence"


def apply() -> None:
    """Put the shapes of this page into it; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def show(outline: Outline) -> None:
    """Draw the whole outline."""
    basis(outline)
    if outline.focus:
        st.html(f'<div class="lf-tr-focus">{"".join(_focus(one) for one in outline.focus)}</div>')
    st.subheader(_("Who needs what"), anchor=False)
    st.html(listed([_need(need) for need in outline.needs], "lf-tr-needs"))
    st.subheader(_("Agenda of {minutes} minutes").format(minutes=number(outline.minutes, 0)), anchor=False)
    st.html(listed(_steps(outline.steps), "lf-tr-steps"))
    st.subheader(_("Cases chosen"), anchor=False)
    st.html(listed([_case_line(case) for case in outline.cases], "lf-tr-marks"))
    st.caption(_("Options and explanations stand under Cases, the cases that fit this market's gaps first."))
    st.subheader(_("Exercises"), anchor=False)
    for exercise in outline.exercises:
        _exercise(exercise)
    st.subheader(_("What to read"), anchor=False)
    st.html(listed([_work(work) for work in outline.reading], "lf-tr-marks"))
    st.caption(_("Works behind the advice and cases above, of which at least the abstract was read here."))


def basis(outline: Outline) -> None:
    """Say what the outline rests on; what to do where that is nothing."""
    home, market = market_name(outline.home), market_name(outline.market)
    if outline.kind == "gaps":
        told = _(
            "The largest differences between the averages of {home} and {market}. Hints on what to practise, not on whom"
            " you will meet."
        )
        st.html(f'<p class="lf-note">{escape(told.format(home=home, market=market))}</p>')
        return
    text = {
        "home": _(
            "{market} is your home market, so there is no gap to train for. The outline holds for any team: buyers at home"
            " differ more among themselves than countries do on average."
        ),
        "alike": _(
            "No difference between the averages of {home} and {market} is beyond uncertainty. Train dealing with"
            " differences between persons; the cases are chosen for variety."
        ),
        "unknown": _(
            "No culture model in use knows both {home} and {market}, so nothing is said of gaps. The cases are chosen for"
            " variety; talk with buyers there first."
        ),
    }[outline.kind]
    st.info(text.format(home=home, market=market), icon=":material/info:")


def name_of(one: Gap | Contrast) -> str:
    """Return the dimension's name in the visitor's language."""
    return _(one.name) if isinstance(one, Contrast) else _(one.dimension.name)


def meaning(one: Gap | Contrast) -> str:
    """Return what a gap tends to mean, or where home and market lean."""
    if isinstance(one, Contrast):
        return _("At home texts say: {home}. There: {market}.").format(home=said(one.home), market=said(one.market))
    return _(one.sentence)


def backing(one: Gap | Contrast) -> str:
    """Return model and size of a gap, or model and grade of a contrast."""
    if isinstance(one, Contrast):
        return _("{model}, grade {grade}").format(model=one.title, grade=one.grade) if one.grade else one.title
    way = _("{model}: {size} standard deviations higher") if one.size > 0 else _("{model}: {size} standard deviations lower")
    text = way.format(model=one.model.title, size=number(abs(one.size)))
    return text + "; " + _("contested scale") if one.dimension.contested else text


def _focus(one: Gap | Contrast) -> str:
    return card(name_of(one), f"<p>{escape(meaning(one))}</p>{_small(backing(one))}")


def _small(text: str) -> str:
    return f'<p class="lf-source">{escape(text)}</p>'


def _need(need: Need) -> str:
    role = ROLES[need.role]
    names = [name_of(one) for one in need.bases]
    because = _small(_("Look at: {dimensions}").format(dimensions=list_text(names))) if names else ""
    none = f'<p class="lf-gap">{escape(_("No checked finding for this role."))}</p>'
    advice = "".join(_advice(one) for one in need.advice) or none
    case = _small(_("Case: {title}").format(title=_(need.case.title))) if need.case else ""
    label = _("To try") if any(one.rests_on for one in need.advice) else _("To keep in mind")
    return (
        f"<li><h4>{escape(_(role.name))}</h4>"
        f"<div><p>{escape(_(role.task))}</p>{because}{case}</div>"
        f'<div><p class="lf-tr-label">{escape(label)}</p>{advice}</div></li>'
    )


def _advice(one: Advice) -> str:
    cited = "; ".join(source_text(work.source) for work in one.works)
    return f'<p>{escape(_(one.text))} <span class="lf-source">{escape(cited)}</span></p>'


def _steps(steps: Sequence[Step]) -> list[str]:
    rows, at = [], 0
    for step in steps:
        clock = f"{at // 60}:{at % 60:02d}"
        length = _("{minutes} min").format(minutes=number(step.minutes, 0))
        rows.append(
            f'<li><div class="lf-tr-clock"><b>{clock}</b>{escape(length)}</div><div><h4>{escape(_(step.title))}</h4>'
            f"<p>{escape(_(step.how))}</p><p>{escape(_('Leaves behind: {result}').format(result=_(step.result)))}</p></div></li>"
        )
        at += step.minutes
    return rows


def _case_line(case: Case) -> str:
    return f"<li><b>{escape(_(case.title))}</b> <span class='lf-chip'>{escape(_(FUNCTIONS[case.function]))}</span></li>"


def _work(work: Work) -> str:
    return f'<li>{escape(source_text(work.source))}<br><span class="lf-source">{escape(work.reference)}</span></li>'


def _exercise(exercise: Exercise) -> None:
    title = _("{title} ({minutes} min)").format(title=_(exercise.title), minutes=number(exercise.minutes, 0))
    with st.expander(title, icon=":material/group_work:"):
        st.html(f"<p>{escape(_(exercise.how))}</p>")
        if exercise.key == "rewrite":
            sentence()


def sentence() -> None:
    """Draw a field for a sentence of the team and what the guard of phrasing marks in it."""
    text = st.text_area(
        _("A sentence of your own"), key=_SENTENCE, max_chars=2000, height=96, persist_state="session",
        help=_("Reads English. It knows forms of words, not their meaning; it can miss some and mark others wrongly."),
    )  # fmt: skip
    if not text.strip():
        return
    found = phrasing_marks.items(text)
    if not found:
        st.success(_("Nothing is marked."), icon=":material/check:")
        return
    count = ngettext("{count} place to rewrite", "{count} places to rewrite", len(found)).format(count=number(len(found), 0))
    st.html(f'<p class="lf-tr-said">{escape(count)}</p><ul class="lf-tr-marks">{"".join(found)}</ul>')
