"""The tasks of a market's plan: what a task may hold, which are overdue, and their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frameworks.labels import N_, Sentence
from frameworks.localization.items import clean_text

STATUSES = {
    "open": N_("Open"),
    "doing": N_("In progress"),
    "done": N_("Done"),
    "dropped": N_("Dropped"),
}
PENDING = ("open", "doing")
"""Statuses in which a task can be overdue."""
KINDS = {
    "guidance": N_("Advice on culture"),
    "protocol": N_("Communication protocol"),
    "own": N_("Added by hand"),
}
"""Where a task comes from."""
ORDERS = {
    "due": N_("Due date"),
    "status": N_("Status"),
    "owner": N_("Owner"),
    "title": N_("Task"),
    "new": N_("Newest first"),
}
TITLE, OWNER, NOTE = 400, 80, 4000
"""Most letters of a title, an owner and a note."""
_FIRST, _LAST = dt.date(2000, 1, 1), dt.date(2100, 12, 31)


class TaskError(Sentence):
    """What was entered for a task cannot be kept; the sentence says why."""


@dataclass(frozen=True)
class Task:
    """One task of a market's plan.

    number:   its own for good. market, home: ISO alpha-3; home as it was when the task was made.
    title:    what to do, in the team's words. note: more, or "". owner: who, or "". due: the day, or None.
    status:   key of ``STATUSES``. kind: key of ``KINDS``.
    origin:   id of the advice it comes from, or "". original: the advice's own words. citation: what backs it.
    revision: rises with every change.
    """

    number: int
    market: str
    home: str
    title: str
    note: str
    owner: str
    due: dt.date | None
    status: str
    kind: str
    origin: str
    original: str
    citation: str
    revision: int

    def overdue(self, today: dt.date) -> bool:
        """Say whether it should be finished by now and is not; a task due today is not."""
        return self.due is not None and self.due < today and self.status in PENDING


def checked(*, title: str, note: str = "", owner: str = "", due: dt.date | None = None, status: str = "open") -> dict[str, object]:
    """Return the fields as they may be kept, spaces trimmed; raises TaskError for what may not.

    >>> checked(title="  Call the carrier ")["title"]
    'Call the carrier'
    """
    fields = {name: " ".join(clean_text(str(text)).split()) for name, text in (("title", title), ("owner", owner))}
    told = clean_text(str(note)).strip()
    if not fields["title"]:
        raise TaskError(N_("A task needs a few words that say what to do."))
    for text, most, name in ((fields["title"], TITLE, N_("task")), (fields["owner"], OWNER, N_("owner")), (told, NOTE, N_("note"))):
        if len(text) > most:
            raise TaskError(N_("The {field} is longer than {most} letters."), field=Sentence(name), most=most)
    if status not in STATUSES:
        raise TaskError(N_("“{status}” is no status of a task."), status=f"{status!s:.30}")
    if due is not None and (not isinstance(due, dt.date) or not _FIRST <= due <= _LAST):
        raise TaskError(N_("A due date lies between {first} and {last}."), first=_FIRST, last=_LAST)
    return {**fields, "note": told, "due": due, "status": status}


def narrowed(
    tasks: Iterable[Task], today: dt.date, *, statuses: Sequence[str] = (), owner: str | None = None, overdue: bool = False,
    text: str = "",
) -> tuple[Task, ...]:  # fmt: skip
    """Return the tasks that fit: in one of ``statuses`` (any for none), of an owner ("" for nobody), overdue, with a text."""
    wanted = text.casefold().strip()
    return tuple(
        task for task in tasks
        if (not statuses or task.status in statuses) and (owner is None or task.owner == owner)
        and (not overdue or task.overdue(today)) and wanted in f"{task.title}\n{task.note}\n{task.owner}".casefold()
    )  # fmt: skip


def ordered(tasks: Iterable[Task], by: str = "due") -> tuple[Task, ...]:
    """Return tasks in one of ``ORDERS``; those without a date or an owner come last, equal ones by number."""
    far = dt.date.max
    places = list(STATUSES)
    keys = {
        "due": lambda task: (task.status not in PENDING, task.due or far, task.number),
        "status": lambda task: (places.index(task.status), task.due or far, task.number),
        "owner": lambda task: (not task.owner, task.owner.casefold(), task.due or far, task.number),
        "title": lambda task: (task.title.casefold(), task.number),
        "new": lambda task: (-task.number,),
    }
    return tuple(sorted(tasks, key=keys.get(by, keys["due"])))
