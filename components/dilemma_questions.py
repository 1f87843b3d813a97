"""The dilemmas to answer, one below the other, each answer handed on as it is given; made for a phone in a room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

import streamlit as st

from components.words import _, number
from frameworks.culture.dilemmas import STEPS, Item

LONGEST_NAME = 80
THIS_COMPUTER = ("127.0.0.1", "localhost", "::1")
OPEN_TO_NETWORK = ".venv/bin/streamlit run app.py --server.address=0.0.0.0 --server.allowedHosts='*'"


def mixed(questions: Sequence[Item]) -> list[Item]:
    """Return the questions so that the two of a dimension do not stand together: first ones, then second ones."""
    turns: dict[str, int] = {}
    placed = []
    for place, item in enumerate(questions):
        turns[item.dimension] = turns.get(item.dimension, -1) + 1
        placed.append((turns[item.dimension], place, item))
    return [item for _turn, _place, item in sorted(placed, key=lambda entry: entry[:2])]


def ask(
    questions: Sequence[Item], sheet: str, answers: Mapping[str, float], lead: str,
    keep: Callable[[str, float | None], object],
) -> None:  # fmt: skip
    """Draw the questions of one sheet with the answers given so far.

    sheet: names the sheet in the session. lead: what is asked of all questions. keep: called with a question's
    code and its answer, None when it was taken back.
    """
    st.markdown(f"**{lead}**")
    for place, item in enumerate(mixed(questions), 1):
        with st.container(border=True, key=f"dilemma_{place}"):
            _one(place, item, sheet, answers.get(item.code), keep)


def _one(place: int, item: Item, sheet: str, given: float | None, keep: Callable[[str, float | None], object]) -> None:
    key = f"dl_{sheet}_{item.code}"
    steps = STEPS if given is None or given in STEPS else tuple(sorted({*STEPS, given}, reverse=True))
    if key not in st.session_state:
        st.session_state[key] = given

    def answered() -> None:
        value = st.session_state.get(key)
        keep(item.code, value if value in steps else None)

    prompt = _(item.prompt)
    st.html(
        f'<p class="lf-dl-prompt"><span>{place}</span>{escape(prompt)}</p>'
        f'<dl class="lf-dl-options"><dt>A</dt><dd>{escape(_(item.first))}</dd>'
        f"<dt>B</dt><dd>{escape(_(item.second))}</dd></dl>"
    )
    st.segmented_control(
        prompt, steps, key=key, on_change=answered, label_visibility="collapsed", width="stretch",
        format_func=_step_name,
    )  # fmt: skip


def _step_name(step: float) -> str:
    names = {100.0: "A", 75.0: _("rather A"), 50.0: _("both"), 25.0: _("rather B"), 0.0: "B"}
    return names.get(step, number(step, 0))


def progress(done: int, of: int) -> None:
    """Say how far one is and that everything is kept."""
    if not done:
        st.caption(_("Each answer is kept as you give it. Leave open what you cannot say."))
        return
    text = _("{done} of {of} answered, all kept.").format(done=number(done, 0), of=number(of, 0))
    st.progress(done / of, text=text)


def who(name: str, restored: bool, key: str, renamed: Callable[[str], object], fresh: Callable[[], object]) -> None:
    """Draw the respondent's name, and a way to hand the device on.

    restored: there are answers of this person. renamed: called with the new name. fresh: starts a new person.
    """
    if key not in st.session_state:
        st.session_state[key] = name

    def changed() -> None:
        renamed(str(st.session_state.get(key) or ""))

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            _("Your name (may stay empty)"), key=key, max_chars=LONGEST_NAME, on_change=changed, width=260,
            autocomplete="off",
        )  # fmt: skip
        if restored:
            st.button(
                _("Next person"), icon=":material/person_add:", on_click=fresh, key="dilemma_next",
                help=_("Starts an empty sheet on this device; the one on show stays kept."),
            )  # fmt: skip


def deleted_meanwhile(again: Callable[[], object]) -> None:
    """Say that someone deleted the sheet on show, and offer to keep what stands on the screen as a new one."""
    st.warning(_("These answers were deleted in another window; your last answer was not kept."), icon=":material/delete:")
    st.button(_("Keep what stands below as a new sheet"), on_click=again, key="dilemma_again", icon=":material/save:")


def go_on(other: str, answer: Callable[[], object], result: Callable[[], object]) -> None:
    """Draw the ways on from the end of a sheet. other: what the other sheet is about."""
    with st.container(horizontal=True):
        st.button(_("Answer for: {other}").format(other=other), on_click=answer, key="dilemma_other", type="primary")
        st.button(_("See the result"), on_click=result, key="dilemma_result", icon=":material/bar_chart:")


def in_a_room(link: str) -> None:
    """Draw how several people answer, with the address to send them."""
    with st.expander(_("Answer in a room"), icon=":material/groups:"):
        st.markdown(
            _(
                "Send this address to everyone, or hand one phone round with “Next person”. Everyone gets a sheet of"
                " their own; the result averages them and shows how far they lie apart."
            )
        )
        st.code(link, language=None, wrap_lines=True)
        if urlsplit(link).hostname in THIS_COMPUTER:
            st.caption(
                _(
                    "This address opens on this computer only. For phones on the same network, start Landfall again with"
                    " the command below, open it here under this computer’s network address, and send what then stands above."
                    " Everyone on that network can then open and change this workspace."
                )
            )
            st.code(OPEN_TO_NETWORK, language=None, wrap_lines=True)
