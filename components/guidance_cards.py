"""Advice on culture as cards that the team keeps, words anew, assigns or rejects; and its trade-offs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from components import guidance_words, phrasing_marks
from components.pinned import pinned, release
from components.words import _, list_text
from frameworks.culture.guidance import FUNCTIONS, Advice
from frameworks.culture.guidance_pulls import PULLS, Tradeoff

LONGEST = 400


@dataclass(frozen=True)
class Actions:
    """What can be done to a piece of advice; each takes it, ``reword`` also the new words and the owner."""

    keep: Callable[[Advice], None]
    reword: Callable[[Advice, str, str], None]
    reject: Callable[[Advice], None]
    reopen: Callable[[Advice], None]


def by_function(
    advice: Sequence[Advice], choices: Mapping[str, Any], tasks: Mapping[int, Any], actions: Actions, hidden: Mapping[str, int],
    wanted: Sequence[str] = tuple(FUNCTIONS),
) -> None:  # fmt: skip
    """Draw the advice on the wanted parts of the business. hidden: how many are held back, by part."""
    for code, name in FUNCTIONS.items():
        inside = [one for one in advice if one.function == code]
        if inside:
            st.subheader(_(name), anchor=False)
        for one in inside:
            choice = choices.get(one.id)
            task = tasks.get(choice.task) if choice is not None and choice.task is not None else None
            card(one, choice, task, actions)
    told = {one.function for one in advice}
    silent = [code for code in FUNCTIONS if code in wanted and code not in told]
    for codes, text in (
        ([code for code in silent if hidden.get(code)], _("Nothing checked fits for: {parts}. The switch above shows the rest.")),
        ([code for code in silent if not hidden.get(code)], _("No finding on record fits for: {parts}.")),
    ):
        if codes:
            parts = list_text([_(FUNCTIONS[code]) for code in codes])
            st.html(f'<p class="lf-gap">{escape(text.format(parts=parts))}</p>')


def card(one: Advice, choice: Any, task: Any, actions: Actions) -> None:
    """Draw one piece of advice with its evidence and what the team decided.

    choice: with ``decision``, ``words`` and ``revision``, None for none. task: what came of it, None for none.
    """
    with st.container(border=True, key=f"lf-gd-{one.id}"):
        ours = _("In our words: {words}").format(words=choice.words) if choice and choice.words else ""
        own = f'<p class="lf-gd-own">{escape(ours)}</p>{phrasing_marks.hint(choice.words)}' if ours else ""
        st.html(
            f'<div class="lf-gd-advice"><p class="lf-gd-text">{escape(_(one.text))}</p>{own}{guidance_words.chips(one)}'
            f"{guidance_words.backing(one)}</div>"
        )
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if choice is not None:
                st.html(f'<p class="lf-gd-done">{escape(_decided(choice, task))}</p>', width="content")
            if choice is None or choice.decision == "rejected" or task is None:
                st.button(_("Keep"), key=f"keep_{one.id}", icon=":material/check:", on_click=actions.keep, args=(one,))
            _words_of(one, choice, task, actions)
            if choice is None or choice.decision == "kept":
                st.button(
                    _("Reject"), key=f"reject_{one.id}", icon=":material/close:", type="tertiary", on_click=actions.reject,
                    args=(one,),
                )  # fmt: skip
            if choice is not None:
                st.button(_("Open again"), key=f"reopen_{one.id}", type="tertiary", on_click=actions.reopen, args=(one,))


def _decided(choice: Any, task: Any) -> str:
    if choice.decision == "rejected":
        return _("Rejected")
    if task is None:
        return _("Kept, its task was deleted")
    return _("Kept, {owner} does it").format(owner=task.owner) if task.owner else _("Kept as a task")


def _words_of(one: Advice, choice: Any, task: Any, actions: Actions) -> None:
    pop = st.popover(_("Edit or assign"), key=f"lf_edit_{one.id}", on_change="rerun", icon=":material/edit:")
    choice, task, actions = pinned(f"edit_{one.id}", (choice, task, actions), is_open=bool(pop.open))
    if not pop.open:
        return

    def save() -> None:
        actions.reword(one, str(st.session_state.get(f"words_{one.id}") or ""), str(st.session_state.get(f"owner_{one.id}") or ""))
        release(f"edit_{one.id}")

    with pop, st.form(f"form_{one.id}", border=False):
        start = task.title if task is not None else (choice.words if choice and choice.words else _(one.text))
        st.text_area(_("In our words"), value=start, key=f"words_{one.id}", max_chars=LONGEST, height=110)
        st.caption(_("The advice as it was stays beside your words."))
        st.text_input(_("Owner"), value=task.owner if task is not None else "", key=f"owner_{one.id}", max_chars=80)
        st.form_submit_button(_("Keep in these words"), type="primary", on_click=save)


def tradeoffs(found: Sequence[Tradeoff]) -> None:
    """Draw the advice that pulls in opposite directions, both sides with what they rest on."""
    st.subheader(_("Trade-offs"), anchor=False)
    if not found:
        st.html(f'<p class="lf-gap">{escape(_("None of this advice pulls in opposite directions."))}</p>')
        return
    st.caption(
        _(
            "These pieces of advice pull in opposite directions. Neither wins by rule:"
            " test both with local buyers before you choose."
        )
    )
    st.html("".join(_tradeoff(one) for one in found))


def _tradeoff(one: Tradeoff) -> str:
    pull = PULLS[one.pull]
    sides = "".join(
        f'<div><h4 class="lf-gd-side">{escape(_(name))}</h4><ul>{"".join(_side(each) for each in advice)}</ul></div>'
        for name, advice in ((pull.plus, one.plus), (pull.minus, one.minus))
    )
    return (
        f'<section class="lf-card"><h3 class="lf-card-title">{escape(_(pull.name))}</h3>'
        f'<div class="lf-gd-trade">{sides}</div></section>'
    )


def _side(one: Advice) -> str:
    marks = guidance_words.marks(one)
    return (
        f"<li><strong>{escape(_(FUNCTIONS[one.function]))}</strong>: {escape(_(one.text))} "
        f'<span class="lf-muted">({escape(list_text([guidance_words.because(one), *marks]))})</span></li>'
    )
