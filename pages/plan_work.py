"""Steps on a plan as a page takes them: done and told with a way back, or refused with both versions kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from components import plan_told
from components.words import _, date_text, said
from data.plans import Choice, Noted, Overtaken, Plans
from data.store import WorkspaceError
from frameworks.rollout.tasks import STATUSES, Task, TaskError
from pages.desk import Desk

_WORK = "lf_plan_work"
_STEPS_KEPT = 50


@dataclass
class Refused:
    """What another window was first to change: ours, theirs, and how to put ours in its place."""

    title: str
    mine: Mapping[str, str]
    theirs: Mapping[str, str] | None
    again: Callable[[int], tuple[Any, int]]
    revision: int


@dataclass
class Work:
    """What this session did: the steps that can be undone, the last thing told, what was refused."""

    steps: list[tuple[int, str]] = field(default_factory=list)
    told: tuple[str, bool] | None = None
    refused: dict[str, Refused] = field(default_factory=dict)


def work() -> Work:
    """Return this session's work."""
    return st.session_state.setdefault(_WORK, Work())


def plans(desk: Desk) -> Plans:
    """Return the plans of the workspace."""
    return desk.workspace.room(Plans)


def take(
    name: str, title: str, run: Callable[[int], tuple[Any, int]], seen: int, done: str, mine: Mapping[str, str] | None = None
) -> bool:
    """Take a step with the revision last seen; say whether it was taken.

    name: of what is changed, so that a later try replaces an earlier refusal. run: takes a revision, gives a
    result and a step. done: what to tell. mine: what was entered, by its label.
    """
    now = work()
    try:
        _result, step = run(seen)
    except Overtaken as error:
        theirs = described(error.theirs)
        revision = error.theirs.revision if error.theirs is not None else 0
        now.refused[name] = Refused(title, mine or {}, theirs, run, revision)
        now.told = (said(error), True)
        return False
    except (TaskError, WorkspaceError, ValueError) as error:
        now.told = (said(error), True)
        return False
    now.refused.pop(name, None)
    if step:
        now.steps = [*now.steps, (step, done)][-_STEPS_KEPT:]
    now.told = (done, False)
    return True


def described(thing: Task | Choice | Noted | None) -> dict[str, str] | None:
    """Return what stands in the workspace, by label, in words; None where it is gone."""
    if thing is None:
        return None
    if isinstance(thing, Task):
        due = date_text(thing.due) if thing.due else ""
        return {_("Task"): thing.title, _("Owner"): thing.owner, _("Due"): due, _("Status"): _(STATUSES[thing.status]),
                _("Note"): thing.note}  # fmt: skip
    if isinstance(thing, Choice):
        decided = _("Kept") if thing.decision == "kept" else _("Rejected")
        return {_("Decision"): decided, _("Words"): thing.words or thing.original}
    return {_("Words"): thing.text}


def described_fields(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return what was entered for a task, by label, in words."""
    names = {"title": _("Task"), "owner": _("Owner"), "due": _("Due"), "status": _("Status"), "note": _("Note")}
    words = {**fields, "due": date_text(fields["due"]) if fields.get("due") else ""}
    words["status"] = _(STATUSES.get(fields.get("status", ""), ""))
    return {names[name]: str(words[name]) for name in fields if name in names}


def show(desk: Desk) -> None:
    """Draw what came of the last step with the way back, and what was refused."""
    now = work()
    if now.told is not None or now.steps:
        label = now.steps[-1][1] if now.steps else ""
        plan_told.told(now.told, label, lambda: back(desk))
    for name, one in list(now.refused.items()):
        plan_told.refused(
            name, one.title, one.mine, one.theirs, lambda name=name: mine_after_all(name), lambda name=name: leave(name)
        )


def back(desk: Desk) -> None:
    """Undo this session's last step."""
    now = work()
    if not now.steps:
        return
    step, label = now.steps.pop()
    try:
        plans(desk).undo(step)
        now.told = (_("Undone: {step}").format(step=label), False)
    except ValueError as error:
        now.told = (said(error), True)


def mine_after_all(name: str) -> None:
    """Put what was refused in the place of what stands there now."""
    one = work().refused.get(name)
    if one is not None:
        take(name, one.title, one.again, one.revision, _("Yours now stands: {title}").format(title=one.title), one.mine)


def leave(name: str) -> None:
    """Let what stands there be, and forget what was refused."""
    now = work()
    now.refused.pop(name, None)
    now.told = (_("Theirs was left as it is."), False)
