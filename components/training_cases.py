"""Critical incidents one at a time: filters, the story, options to click, then the explanation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from components import view
from components.sources import plain
from components.words import _, list_text, market_name, number
from frameworks.culture.cases import Case, Key, Option, dimension_names
from frameworks.culture.guidance import FUNCTIONS

PARAM = "case"
ANY = "any"
_ANSWERS = "lf_training_answers"
_PICK = "training_case"


def filtered(found: Sequence[Case], wanted: Mapping[Key, float], market: str) -> tuple[Case, ...]:
    """Draw the filters and return the cases that pass, in the order given.

    wanted: dimensions on which the market differs, with weights; none where no gap is known.
    """
    names = dimension_names()
    used = [key for key in names if any(key in case.dimensions for case in found)]
    dimensions = {ANY: _("All dimensions")} | {
        ".".join(key): _("{model}: {dimension}").format(model=names[key][0], dimension=_(names[key][1])) for key in used
    }
    functions = {ANY: _("All functions")} | {
        key: _(name) for key, name in FUNCTIONS.items() if any(case.function == key for case in found)
    }
    gaps = {ANY: _("All cases"), "gap": _("Gaps of {market}").format(market=market_name(market))}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="lf-tr-filters"):
        gap = view.single(_("Cases"), "case_gap", tuple(gaps), ANY, names=gaps, collapsed=True) if wanted else ANY
        function = view.choice(_("Function"), "case_function", tuple(functions), names=functions, width=200)
        dimension = view.choice(_("Dimension"), "case_dimension", tuple(dimensions), names=dimensions, width=300)
    return tuple(
        case
        for case in found
        if (function == ANY or case.function == function)
        and (dimension == ANY or tuple(dimension.split(".")) in case.dimensions)
        and (gap == ANY or any(key in wanted for key in case.dimensions))
    )


def show(found: Sequence[Case], *, keys: bool = True) -> None:
    """Draw one case of those found with its options, or its explanation once answered.

    keys: whether the keys 1 to 4 answer, B and N move.
    """
    if not found:
        st.info(_("No case fits these filters. Take one of them away."), icon=":material/filter_alt_off:")
        return
    codes = [case.key for case in found]
    at = codes.index(_current(codes))
    _mover(found, at, keys)
    case = found[at]
    _told(case)
    option = case.option(answers().get(case.key, ""))
    if option is None:
        _options(case, keys)
    else:
        _explained(case, option, keys)


def answers() -> dict[str, str]:
    """Return the letter chosen in each case answered in this session."""
    return st.session_state.setdefault(_ANSWERS, {})


def score(found: Sequence[Case]) -> tuple[int, int]:
    """Return how many of these cases were answered with the best option, and how many at all."""
    given = [(case, answers()[case.key]) for case in found if case.key in answers()]
    return sum(case.best.key == letter for case, letter in given), len(given)


def _current(codes: Sequence[str]) -> str:
    asked = st.session_state.get(_PICK) or st.query_params.get(PARAM)
    chosen = asked if asked in codes else codes[0]
    if st.session_state.get(_PICK) != chosen:
        st.session_state[_PICK] = chosen
    if st.query_params.get(PARAM) != chosen:
        st.query_params[PARAM] = chosen
    return chosen


def _go(key: str) -> None:
    st.session_state[_PICK] = st.query_params[PARAM] = key


def _picked() -> None:
    key = st.session_state.get(_PICK)
    if isinstance(key, str):
        st.query_params[PARAM] = key


def _mover(found: Sequence[Case], at: int, keys: bool) -> None:
    titles = {case.key: f"{number(place, 0)}. {_(case.title)}" for place, case in enumerate(found, start=1)}
    done = answers()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key="lf-tr-mover"):
        st.selectbox(
            _("Case"), tuple(titles), key=_PICK, on_change=_picked, label_visibility="collapsed", width=380,
            format_func=lambda key: titles.get(key, "") + (" ✓" if key in done else ""),
        )  # fmt: skip
        st.button(
            _("Back"), icon=":material/arrow_back:", disabled=at == 0, on_click=_go, args=(found[max(at - 1, 0)].key,),
            key="training_back", shortcut="B" if keys else None,
        )  # fmt: skip
        last = len(found) - 1
        st.button(
            _("Next"), icon=":material/arrow_forward:", icon_position="right", disabled=at == last, on_click=_go,
            args=(found[min(at + 1, last)].key,), key="training_next", shortcut="N" if keys else None,
        )  # fmt: skip
    best, given = score(found)
    told = _("Case {at} of {count}; {given} answered, {best} of them with the best option.")
    counts = {"at": at + 1, "count": len(found), "given": given, "best": best}
    st.caption(told.format(**{name: number(value, 0) for name, value in counts.items()}))


def _told(case: Case) -> None:
    names = dimension_names()
    chips = "".join(
        f'<span class="lf-chip" title="{escape(names[key][0])}">{escape(_(names[key][1]))}</span>' for key in case.dimensions
    )
    function = f'<span class="lf-chip lf-niche">{escape(_(FUNCTIONS[case.function]))}</span>'
    st.html(
        f'<article class="lf-tr-case"><div class="lf-chips">{function}{chips}</div>'
        f'<h2>{escape(_(case.title))}</h2><p class="lf-tr-told">{escape(_(case.situation))}</p></article>'
    )


def _options(case: Case, keys: bool) -> None:
    st.html(f'<p class="lf-tr-said">{escape(_("What would you do?"))}</p>')
    with st.container(key="lf-tr-options", gap="xsmall"):
        for place, option in enumerate(case.options, start=1):
            st.button(
                plain(_(option.text)), key=f"training_{case.key}_{option.key}", width="stretch", wrap=True,
                on_click=_answer, args=(case.key, option.key), shortcut=str(place) if keys else None,
            )  # fmt: skip


def _answer(case: str, letter: str) -> None:
    answers()[case] = letter


def _again(case: str) -> None:
    answers().pop(case, None)


def _explained(case: Case, chosen: Option, keys: bool) -> None:
    best, weaker = _("You chose the option that the writers hold to be the best."), _("Another option would be stronger here.")
    told = best if chosen.best else weaker
    rows = "".join(_answer_row(option, option == chosen) for option in case.options)
    works = _("Leans on: {works}").format(works=list_text(case.works))
    cited = f'<p class="lf-source">{escape(works)}</p>' if case.works else ""
    st.html(f'<p class="lf-tr-said" role="status">{escape(told)}</p><ol class="lf-tr-answers">{rows}</ol>{cited}')
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            _("Think again"), icon=":material/replay:", on_click=_again, args=(case.key,), key="training_again", type="tertiary",
            shortcut="T" if keys else None,
        )  # fmt: skip
        st.caption(_("The best option is the writers' judgement and a start for a talk: which fact would make another one better?"))


def _answer_row(option: Option, yours: bool) -> str:
    marks = [_("best")] if option.best else []
    marks += [_("your choice")] if yours else []
    chips = "".join(f'<span class="lf-chip lf-tr-mark">{escape(mark)}</span>' for mark in marks)
    name = " ".join(name for name, on in (("lf-tr-best", option.best), ("lf-tr-yours", yours)) if on)
    return f'<li class="{name}">{chips}{escape(_(option.text))}<p>{escape(_(option.why))}</p></li>'
