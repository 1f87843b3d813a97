"""Plan: what did we decide to do in this market, who does it, and by when?"""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from components import frame, plan_list, plan_told
from components import market as head
from components.words import _, market_name, said
from data.export.calendar_file import Entry, calendar_ics
from frameworks.rollout.tasks import KINDS, PENDING, STATUSES, Task, narrowed, ordered
from pages import files, plan_work
from pages.desk import open_desk

TRIES, REFUSED = "plan_tries", "plan_refused"
GUIDANCE = Path(__file__).with_name("guidance.py")


def change(task: Task, fields: Mapping[str, Any]) -> None:
    """Change a task, or keep what was entered where another window was first."""
    mine = {**plan_work.described(task), **plan_work.described_fields(fields)}
    plan_work.take(
        f"task-{task.number}", task.title, lambda revision: kept.change(task.number, revision, **fields), task.revision,
        _("Changed: {task}").format(task=task.title), mine,
    )  # fmt: skip


def delete(task: Task) -> None:
    """Take a task off the list."""
    plan_work.take(
        f"task-{task.number}", task.title, lambda revision: (None, kept.delete(task.number, revision)), task.revision,
        _("Deleted: {task}").format(task=task.title), {_("Decision"): _("Delete")},
    )  # fmt: skip


def add(fields: Mapping[str, Any]) -> bool:
    """Add a task of the team's own; say whether it was kept."""
    done = plan_work.take(
        "task-new", str(fields["title"]), lambda _revision: kept.add(desk.scenario.home, market, **fields), 0,
        _("Added: {task}").format(task=fields["title"]),
    )  # fmt: skip
    st.session_state[TRIES] = st.session_state.get(TRIES, 0) + int(done)
    st.session_state[REFUSED] = None if done else plan_work.work().told
    return done


def erase() -> None:
    """Erase what was deleted beyond recovery."""
    try:
        kept.purge(market)
        plan_work.work().steps.clear()
        plan_work.work().told = (_("Erased from the file."), False)
    except ValueError as error:
        plan_work.work().told = (said(error), True)


def as_calendar(tasks: tuple[Task, ...], day: dt.date) -> bytes:
    """Return the tasks that are due and not finished as an iCalendar file."""
    entries = []
    for task in tasks:
        if task.due is None or task.status not in PENDING:
            continue
        about = [_("Owner: {owner}").format(owner=task.owner or _("nobody yet")), _(STATUSES[task.status])]
        about += [task.note] if task.note else []
        about += [task.citation] if task.citation else []
        entries.append(Entry(task.due, task.due, task.title, "\n".join(about), _(KINDS[task.kind]), f"task-{task.number}"))
    return calendar_ics(entries, _("{market}: plan").format(market=market_name(market)), day)


desk = open_desk()
plan_told.apply()
kept = plan_work.plans(desk)
market = head.choose(desk.reference.markets, desk.first_choice)
name, controls = st.columns([5, 3], gap="small", vertical_alignment="bottom")
with name:
    frame.eyebrow(_("Plan"))
    st.title(market_name(market), anchor=False)
with controls:
    head.picker(desk.reference.markets, market)
frame.lede(_("What did we decide to do in this market, who does it, and by when?"))
today = dt.date.today()
tasks = kept.tasks(market)
plan_work.show(desk)
if tasks:
    plan_list.summary(tasks, today)
    wanted = plan_list.filters(tasks)
    by = wanted.pop("by")
    shown = ordered(narrowed(tasks, today, **wanted), by)
    offered = files.of_table("plan", partial(plan_list.for_export, shown, today))
    if any(task.due is not None and task.status in PENDING for task in shown):  # a calendar without an entry is no file
        offered = [*offered, files.File("ICS", partial(as_calendar, shown, today), "plan", "ics")]
    files.offer(offered, market, key="lf-files-plan")
    if not shown:
        st.info(_("No task fits this filter."), icon=":material/filter_alt:")
    plan_list.rows(shown, today, change, delete)
else:
    st.info(
        _("This plan is empty. Keep a piece of advice on the page What to adapt, or add a task of your own."),
        icon=":material/checklist:",
    )
st.page_link(
    str(GUIDANCE), label=_("What to adapt in this market"), icon=":material/tips_and_updates:", query_params={"market": market}
)
last = plan_work.work().told
again = last is not None and last is st.session_state.get(REFUSED)  # the form says it too: the message above may be out of sight
plan_list.new(add, st.session_state.get(TRIES, 0), last[0] if again else "")
plan_list.erased(kept.deleted(market), erase)
