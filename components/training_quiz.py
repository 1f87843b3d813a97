"""The quiz: one question at a time with its explanation, then the score with all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from components.sources import plain
from components.words import _, list_text, number
from frameworks.culture.quiz import TOPICS, Question

PARAM = "quiz"
HIGHEST = 999
_NUMBER = "training_quiz_number"
_STATE = "lf_training_quiz"


def chosen_number() -> int:
    """Draw the choice of the quiz's number and return it: the same number gives everyone the same questions."""
    if _NUMBER not in st.session_state:
        asked = st.query_params.get(PARAM, "1")[:3]
        st.session_state[_NUMBER] = min(max(int(asked), 1), HIGHEST) if asked.isascii() and asked.isdigit() else 1
    picked = st.number_input(
        _("Quiz number"), 1, HIGHEST, key=_NUMBER, step=1, width=180, persist_state="session",
        help=_("The same number gives everyone in the room the same questions in the same order."),
    )  # fmt: skip
    picked = min(max(int(picked or 1), 1), HIGHEST)
    if picked != 1:
        st.query_params[PARAM] = str(picked)
    elif PARAM in st.query_params:
        del st.query_params[PARAM]
    return picked


def show(questions: Sequence[Question], number_of: int, *, keys: bool = True) -> None:
    """Draw the question at hand, its explanation once answered, and at the end the score.

    number_of: the quiz's number; its answers are kept for the session. keys: whether 1 to 4 answer and N goes on.
    """
    state = _kept(number_of)
    given: dict[str, int] = state["given"]
    at = min(int(state["at"]), len(questions))
    if at == len(questions):
        _score(questions, given, number_of)
        return
    question = questions[at]
    left = _("Question {at} of {count}").format(at=number(at + 1, 0), count=number(len(questions), 0))
    st.progress(at / len(questions), text=left)
    st.html(
        f'<article class="lf-tr-case"><span class="lf-chip lf-niche">{escape(_(TOPICS[question.topic]))}</span>'
        f"<h2>{escape(_(question.text))}</h2></article>"
    )
    if question.key in given:
        _explained(question, given[question.key], number_of, at + 1 == len(questions), keys)
        return
    with st.container(key="lf-tr-options-quiz", gap="xsmall"):
        for place, text in enumerate(question.answers):
            st.button(
                plain(_(text)), key=f"training_q_{question.key}_{place}", width="stretch", wrap=True, on_click=_answer,
                args=(number_of, question.key, place), shortcut=str(place + 1) if keys else None,
            )  # fmt: skip


def result(questions: Sequence[Question], given: Mapping[str, int]) -> tuple[int, int]:
    """Return how many questions were answered right, and how many at all."""
    answered = [one for one in questions if one.key in given]
    return sum(given[one.key] == one.right for one in answered), len(answered)


def _kept(number_of: int) -> dict:  # type: ignore[type-arg]
    return st.session_state.setdefault(_STATE, {}).setdefault(number_of, {"given": {}, "at": 0})


def _answer(number_of: int, key: str, place: int) -> None:
    _kept(number_of)["given"].setdefault(key, place)


def _on(number_of: int) -> None:
    _kept(number_of)["at"] += 1


def _restart(number_of: int) -> None:
    st.session_state.get(_STATE, {}).pop(number_of, None)


def _another(number_of: int) -> None:
    following = number_of % HIGHEST + 1
    _restart(following)
    st.session_state[_NUMBER] = following


def _explained(question: Question, place: int, number_of: int, last: bool, keys: bool) -> None:
    right = place == question.right
    told = _("Right.") if right else _("Not this one.")
    st.html(
        f'<p class="lf-tr-said" role="status">{escape(told)}</p><ol class="lf-tr-answers">'
        + "".join(_row(question, number_, text, place) for number_, text in enumerate(question.answers))
        + f"</ol>{_why(question)}"
    )
    st.button(
        _("See the score") if last else _("Next question"), type="primary", on_click=_on, args=(number_of,),
        key="training_q_next", icon=":material/arrow_forward:", shortcut="N" if keys else None,
    )  # fmt: skip


def _row(question: Question, place: int, text: str, chosen: int) -> str:
    marks = ([_("right")] if place == question.right else []) + ([_("your answer")] if place == chosen else [])
    chips = "".join(f'<span class="lf-chip lf-tr-mark">{escape(mark)}</span>' for mark in marks)
    names = (("lf-tr-best", place == question.right), ("lf-tr-yours", place == chosen))
    return f'<li class="{" ".join(name for name, on in names if on)}">{chips}{escape(_(text))}</li>'


def _why(question: Question) -> str:
    cited = f' <span class="lf-source">{escape(list_text(question.works))}</span>' if question.works else ""
    return f'<p class="lf-tr-case" style="margin:.75rem 0">{escape(_(question.why))}{cited}</p>'


def _score(questions: Sequence[Question], given: Mapping[str, int], number_of: int) -> None:
    right, __answered = result(questions, given)
    figure = _("{right} of {count}").format(right=number(right, 0), count=number(len(questions), 0))
    topics = []
    for topic, name in TOPICS.items():
        mine = [one for one in questions if one.topic == topic]
        share = _("{right} of {count}").format(right=number(result(mine, given)[0], 0), count=number(len(mine), 0))
        topics.append(f"<span>{escape(_(name))}: <b>{escape(share)}</b></span>")
    st.html(f'<div class="lf-tr-score" role="status"><span class="lf-figure">{escape(figure)}</span>{"".join(topics)}</div>')
    with st.container(horizontal=True, gap="small"):
        st.button(_("Another quiz"), type="primary", on_click=_another, args=(number_of,), key="training_q_another")
        st.button(_("Take this one again"), on_click=_restart, args=(number_of,), key="training_q_again")
    st.subheader(_("Answers explained"), anchor=False)
    rows = "".join(
        f"<li><p><b>{escape(_(one.text))}</b></p><p>{_mark(one, given)} {escape(_(one.answers[one.right]))}</p>{_why(one)}</li>"
        for one in questions
    )
    st.html(f'<ul class="lf-tr-marks">{rows}</ul>')


def _mark(question: Question, given: Mapping[str, int]) -> str:
    right = given.get(question.key) == question.right
    return f'<span class="lf-chip lf-{"lead" if right else "adapt"}">{escape(_("right") if right else _("missed"))}</span>'
