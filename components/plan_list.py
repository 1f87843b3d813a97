"""The tasks of a plan: filter and order, one row a task with a form of its own, and a form for a new one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components import view
from components.pinned import pinned, release
from components.sources import plain
from components.words import _, date_text, ngettext, number
from frameworks.rollout.tasks import KINDS, NOTE, ORDERS, OWNER, PENDING, STATUSES, TITLE, Task

SHOWN = 30
_MORE = "plan_more"
NOBODY = "\x00nobody"
_FIRST, _LAST = dt.date(2000, 1, 1), dt.date(2100, 12, 31)


def filters(tasks: Sequence[Task]) -> dict[str, Any]:
    """Draw filter and order; return them as ``statuses``, ``owner``, ``overdue``, ``text`` and ``by``."""
    names = {code: _(name) for code, name in STATUSES.items()}
    owners = sorted({task.owner for task in tasks if task.owner}, key=str.casefold)
    shown = {"": _("Everybody"), NOBODY: _("Nobody yet"), **{owner: owner for owner in owners}}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        statuses = view.several(_("Status"), "status", tuple(STATUSES), names=names)
        owner = st.selectbox(_("Owner"), tuple(shown), format_func=shown.__getitem__, key="plan_owner", width=180)
        by = st.selectbox(_("Order"), tuple(ORDERS), format_func=lambda code: _(ORDERS[code]), key="plan_by", width=170)
        text = st.text_input(_("Search"), key="plan_text", max_chars=100, width=180)
        late = st.toggle(_("Overdue only"), key="plan_late")
    picked = None if not owner else "" if owner == NOBODY else owner
    return {"statuses": statuses, "owner": picked, "overdue": late, "text": text or "", "by": by if by in ORDERS else "due"}


def summary(tasks: Sequence[Task], today: dt.date) -> None:
    """Draw how many tasks there are by status and how many are overdue."""
    counts = {code: sum(task.status == code for task in tasks) for code in STATUSES}
    late = sum(task.overdue(today) for task in tasks)
    told = [f"{_(STATUSES[code])}: {number(count, 0)}" for code, count in counts.items()]
    chips = "".join(f'<span class="lf-chip">{escape(text)}</span>' for text in told)
    if late:
        overdue = ngettext("{count} overdue", "{count} overdue", late).format(count=number(late, 0))
        chips += f'<span class="lf-chip lf-gd-late">{escape(overdue)}</span>'
    st.html(f'<div class="lf-chips">{chips}</div>')


def rows(
    tasks: Sequence[Task], today: dt.date, change: Callable[[Task, Mapping[str, Any]], None], delete: Callable[[Task], None]
) -> None:
    """Draw the tasks, each with its form. change: takes a task and the new fields. delete: takes a task off the list."""
    most = int(st.session_state.get(_MORE, SHOWN))
    for task in tasks[:most]:
        with st.container(border=True, key=f"lf-task-{task.number}"):
            st.html(markup(task, today))
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                if task.status in PENDING:
                    st.button(
                        _("Done"), key=f"done_{task.number}", icon=":material/check:", on_click=change,
                        args=(task, {"status": "done"}),
                    )  # fmt: skip
                pop = st.popover(_("Edit"), key=f"lf_task_{task.number}", on_change="rerun", icon=":material/edit:")
                seen = pinned(f"task_{task.number}", task, is_open=bool(pop.open))
                if pop.open:
                    with pop:
                        _form(seen, change)
                st.button(
                    _("Delete"), key=f"delete_{task.number}", type="tertiary", icon=":material/delete:", on_click=delete,
                    args=(task,),
                )  # fmt: skip
    if len(tasks) > most:
        label = _("Show more ({count} left)").format(count=number(len(tasks) - most, 0))
        st.button(label, key="plan_show_more", on_click=_show_more, args=(most,))


def _show_more(most: int) -> None:
    st.session_state[_MORE] = most + SHOWN


def markup(task: Task, today: dt.date) -> str:
    """Return a task as markup, escaped."""
    chips = [f'<span class="lf-chip">{escape(_(STATUSES[task.status]))}</span>']
    if task.due:
        told = _("due {day}").format(day=date_text(task.due))
        chips.append(f'<span class="lf-chip">{escape(told)}</span>')
    if task.overdue(today):
        chips.append(f'<span class="lf-chip lf-gd-late">{escape(_("overdue"))}</span>')
    chips.append(f'<span class="lf-chip">{escape(task.owner or _("nobody yet"))}</span>')
    lines = [f'<p class="lf-gd-text">{escape(task.title)}</p>']
    if task.original and task.original != task.title:
        lines.append(f'<p class="lf-gd-why">{escape(_("The advice was: {text}").format(text=task.original))}</p>')
    if task.note:
        lines.append(f"<p>{escape(task.note)}</p>")
    origin = _(KINDS[task.kind])
    lines.append(f'<p class="lf-gd-why">{escape(f"{origin}: {task.citation}" if task.citation else origin)}</p>')
    return f'<div class="lf-gd-advice">{"".join(lines)}<p class="lf-gd-chips">{"".join(chips)}</p></div>'


def _form(task: Task, change: Callable[[Task, Mapping[str, Any]], None]) -> None:
    def save() -> None:
        change(task, _entered(f"{task.number}", task))
        release(f"task_{task.number}")

    with st.form(f"task_{task.number}", border=False):
        _fields(f"{task.number}", task)
        st.form_submit_button(_("Save"), type="primary", on_click=save)


def _fields(key: str, task: Task | None = None) -> None:
    st.text_area(_("Task"), value=task.title if task else "", key=f"title_{key}", max_chars=TITLE, height=80)
    st.text_input(_("Owner"), value=task.owner if task else "", key=f"own_{key}", max_chars=OWNER)
    st.date_input(
        _("Due"), value=task.due if task else None, key=f"due_{key}", min_value=_FIRST, max_value=_LAST, format="YYYY-MM-DD"
    )
    places = list(STATUSES)
    st.selectbox(
        _("Status"), places, index=places.index(task.status) if task else 0, key=f"state_{key}",
        format_func=lambda code: _(STATUSES[code]),
    )  # fmt: skip
    st.text_area(_("Note"), value=task.note if task else "", key=f"about_{key}", max_chars=NOTE, height=80)


def _entered(key: str, task: Task | None = None) -> dict[str, Any]:
    """What stands in the fields; where one is not drawn any more, the task as it was."""
    held = st.session_state
    start = {"title": "", "own": "", "due": None, "state": "open", "about": ""}
    if task is not None:
        start = {"title": task.title, "own": task.owner, "due": task.due, "state": task.status, "about": task.note}
    found = {name: held.get(f"{name}_{key}", value) for name, value in start.items()}
    return {"title": found["title"] or "", "owner": found["own"] or "", "due": found["due"], "status": found["state"],
            "note": found["about"] or ""}  # fmt: skip


def new(add: Callable[[Mapping[str, Any]], object], count: int, refused: str = "") -> None:
    """Draw the form for a task of one's own.

    add: keeps it. count: of those added so far, so that the form is empty again. refused: why the last one was not kept.
    """
    # The key keeps it open when the message about the last step appears above it.
    with (
        st.expander(_("Add a task of our own"), icon=":material/add:", key="lf-plan-new"),
        st.form(f"new_task_{count}", border=False),
    ):
        _fields(f"new_{count}")
        if refused:
            st.error(plain(refused))
        st.form_submit_button(_("Add"), type="primary", on_click=lambda: add(_entered(f"new_{count}")))


def erased(deleted: Sequence[Task], erase: Callable[[], None]) -> None:
    """Draw what was deleted and the button that erases it for good; nothing where nothing was."""
    if not deleted:
        return
    told = ngettext("{count} deleted task", "{count} deleted tasks", len(deleted)).format(count=number(len(deleted), 0))
    with st.expander(told, icon=":material/delete:"):
        st.html("".join(f"<p>{escape(task.title)}</p>" for task in deleted[:SHOWN]))
        st.caption(
            _("Deleted tasks are erased from the file after 30 days, or now; nothing of this plan can be undone after that.")
        )
        st.button(_("Erase for good"), key="plan_purge", on_click=erase)


def for_export(tasks: Sequence[Task], today: dt.date) -> pd.DataFrame:
    """Return the tasks as a table."""
    yes = _("yes")
    rows = [
        (task.title, task.owner, task.due, _(STATUSES[task.status]), yes if task.overdue(today) else "", task.note,
         _(KINDS[task.kind]), task.original, task.citation)
        for task in tasks
    ]  # fmt: skip
    names = (_("Task"), _("Owner"), _("Due"), _("Status"), _("Overdue"), _("Note"), _("Origin"), _("The advice was"), _("Source"))
    return pd.DataFrame(rows, columns=list(names))
