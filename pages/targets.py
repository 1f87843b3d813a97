"""Targets: what did we plan, and how far are we?"""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from components import frame, plan_told, target_form, target_list, target_words, view
from components.words import _, said
from data.targets import key
from frameworks.kpi import KPIS
from frameworks.kpi.targets import Target, checked, targetable
from frameworks.labels import Sentence
from pages import files, kpi_files, sample_exports, target_ways, target_work
from pages.numbers import open_numbers

TODAY = dt.date.today()


def shown(targets: tuple[Target, ...]) -> None:
    """Draw the list: its parts, how each target stands, the way to change them, the files."""
    chosen = here.filters.markets if here.filters else ()
    inside = [target for target in targets if not chosen or target.market in chosen]
    titles = {"": _("All figures"), **{target.kpi: _(KPIS[target.kpi].title) for target in inside}}
    only = st.session_state[view.start("figure", tuple(titles), "")]
    wanted = [target for target in inside if only not in titles or only in ("", target.kpi)]
    parts: dict[str, list[Target]] = {part: [] for part in target_list.PARTS}
    for target in wanted:
        parts[target_list.part_of(target, target_work.covered(here, target.kpi), TODAY)].append(target)
    first = next((part for part in target_list.PARTS if parts[part]), target_list.PARTS[0])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        names = target_list.part_names({part: len(found) for part, found in parts.items()})
        part = view.single(_("Targets"), "when", target_list.PARTS, first, names=names, collapsed=True)
        view.choice(_("Figure"), "figure", tuple(titles), names=titles)
    with st.spinner(_("Holding the figures against the plan …")):
        rows = target_list.ordered(target_work.rows(here, parts[part], TODAY))
    target_list.hidden(len(targets) - len(inside))
    if not rows:
        st.info(_("No target fits this choice."), icon=":material/filter_alt:")
        return
    target_list.summary(rows)
    target_list.listing(rows)
    if here.filters:
        st.caption(
            _("Each target has days of its own and counts all channels, so the period and the channels above do not change it.")
        )
    target_form.edit(rows, partial(target_work.keep, here.desk), partial(target_work.drop, here.desk))
    about = partial(kpi_files.about, here) if here.filters else None
    files.offer(files.of_table("targets", partial(target_list.table, rows), about), key="lf-files-targets")


def entered(target: Target) -> str:
    """Keep one target entered by hand; return what went wrong, or ""."""
    try:
        target = checked(target)
    except Sentence as error:
        return said(error)
    known = key(target) in {key(one) for one in target_work.plan(here.desk)}
    words = _("Replaced: {target}") if known else _("Kept: {target}")
    told = f"{target_words.label(target)}: {target_words.value_text(target)}"
    problem = target_work.keep(here.desk, [target], words.format(target=told))
    if not problem:  # show the list where it now stands
        view.choose("when", target_list.part_of(target, target_work.covered(here, target.kpi), TODAY))
        view.choose("figure", "")
    return problem


def ways() -> None:
    """Draw the three ways to come to targets."""
    names = {"enter": _("Enter one"), "file": _("Bring a plan"), "last": _("Begin from last year")}
    way = view.single(_("How"), "way", tuple(names), "enter", names=names, collapsed=True)
    if way == "enter":
        own = here.coverage.markets
        markets = (*own, *(code for code in here.desk.reference.markets if code not in own))
        target_form.enter(targetable(), markets, target_ways.currencies(here), TODAY, entered)
    elif way == "file":
        target_ways.from_file(here)
    else:
        target_ways.from_last_year(here, TODAY)


st.title(_("Targets"))
frame.lede(_("What you planned, and how far you are."))
here = open_numbers()
plan_told.apply()
target_list.style()
target_work.show(here.desk)
targets = target_work.plan(here.desk)
if here.empty:
    sample_exports.invite(here.warehouse)
if targets:
    shown(targets)
    st.subheader(_("Add targets"), anchor=False)
else:
    st.subheader(_("No targets yet"), anchor=False)
    frame.note(
        _("Enter one by hand, bring your plan as a file, or begin from what you reached a year earlier. Landfall then says"
          " what is there, what should be there by now, and whether the difference is more than chance.")
    )  # fmt: skip
ways()
