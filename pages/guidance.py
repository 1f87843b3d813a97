"""What to adapt: what do buyers in this market tend to expect, what does that mean for us, and what do we do about it?"""

from collections import Counter
from functools import partial
from pathlib import Path

import streamlit as st

from components import (
    frame,
    guidance_cards,
    guidance_gaps,
    guidance_protocol,
    market_culture,
    market_style,
    plan_told,
    view,
)
from components import market as head
from components.words import _, market_name, ngettext, number
from frameworks.culture.guidance import FUNCTIONS
from frameworks.culture.guidance_pulls import tradeoffs
from pages import files, guidance_work, plan_work
from pages.desk import open_desk

TOGGLE = "guidance_unchecked"
PLAN = Path(__file__).with_name("plan.py")


def unchecked_toggle(held: int) -> bool:
    """Draw the switch for unchecked and contested advice, say how much there is, and return the choice."""
    if not held:
        return False
    if TOGGLE not in st.session_state:
        st.session_state[TOGGLE] = st.query_params.get("unchecked") == "1"
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        on = st.toggle(_("Show unchecked and contested advice"), key=TOGGLE, persist_state="session")
        told = ngettext("{count} sentence is unchecked or contested.", "{count} sentences are unchecked or contested.", held)
        st.caption(told.format(count=number(held, 0)), width="content")
    if on:
        st.query_params["unchecked"] = "1"
    elif "unchecked" in st.query_params:
        del st.query_params["unchecked"]
    return bool(on)


def differences() -> None:
    """Draw what buyers tend to expect compared with home, and how sure that is."""
    st.subheader(_("What buyers here tend to expect, compared with {home}").format(home=market_name(pair.home)), anchor=False)
    left = len(pair.certainties) - len(pair.sure.told)
    if pair.sure.told:
        market_culture.gaps(pair.sure, pair.home, pair.market)
    else:
        guidance_gaps.nothing(pair.market, pair.home, list(pair.gaps.without), left)
    guidance_gaps.contrasts(pair.contrasts, pair.home, pair.market)
    guidance_gaps.unsure(pair.certainties)
    if pair.certainties:
        guidance_gaps.rule(pair.certainties)


def advice() -> None:
    """Draw the advice part by part of the business, and where it pulls apart."""
    shown = [one for one in pair.advice if unchecked or one.sure]
    choices, tasks = guidance_work.decisions(desk, pair)
    decided = [one for one in pair.advice if one.id in choices and one not in shown]  # nothing decided on disappears
    held = Counter(one.function for one in pair.advice if one not in shown and one not in decided)
    if pair.advice:
        st.page_link(
            str(PLAN), label=_("Open the plan of this market"), icon=":material/checklist:",
            query_params={"market": pair.market},
        )  # fmt: skip
        acts = guidance_work.actions(desk, pair, choices, tasks)
        codes = tuple(FUNCTIONS)
        names = {code: _(FUNCTIONS[code]) for code in codes}
        wanted = view.several(_("Part of the business"), "function", codes, names=names) or codes
        narrow = [one for one in (*shown, *decided) if one.function in wanted]
        guidance_cards.by_function(narrow, choices, tasks, acts, held, wanted)
        guidance_cards.tradeoffs(tradeoffs(shown))


def talking() -> None:
    """Draw the communication protocol and its files."""
    kept = plan_work.plans(desk)
    notes = kept.notes(pair.home, pair.market)
    parts = pair.protocol(unchecked)
    table = partial(guidance_protocol.for_export, parts, notes)
    files.offer(files.of_table("protocol", table), pair.market, key="lf-files-protocol")
    guidance_protocol.show(
        parts, notes, partial(guidance_work.save_note, kept, pair, notes), partial(guidance_work.note_to_task, kept, pair)
    )


desk = open_desk()
market_style.apply()
plan_told.apply()
market = head.choose(desk.reference.markets, desk.first_choice)
name, controls = st.columns([5, 3], gap="small", vertical_alignment="bottom")
with name:
    frame.eyebrow(_("What to adapt, as seen from {home}").format(home=market_name(desk.scenario.home)))
    st.title(market_name(market), anchor=False)
with controls:
    head.picker(desk.reference.markets, market)
frame.lede(_("What do buyers there tend to expect, what could that mean for the business, and what do we do about it?"))
if market == desk.scenario.home:
    st.info(_("This compares a market with home. Pick another market above."), icon=":material/home:")
    st.stop()
market_culture.standing_note()
pair = guidance_work.Pair(desk.reference, desk.scenario.home, market)
what = view.single(
    _("Part"), "part", ("advice", "protocol"), "advice", collapsed=True,
    names={"advice": _("Advice"), "protocol": _("Communication protocol")},
)  # fmt: skip
unchecked = unchecked_toggle(sum(not one.sure for one in pair.advice))
plan_work.show(desk)
if what == "advice":
    differences()
    advice()
else:
    talking()
