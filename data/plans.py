"""The team's plans: what it decided about each piece of advice, the tasks of a market, its own words for the protocol.

Every change names the revision last seen. Where another window was first, nothing is written and ``Overtaken``
carries what stands there now, so that neither side's words are lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from data.plan_steps import PlanError, Steps, row_of, undo
from data.workspace_file import Backing, scrub_later
from frameworks.labels import N_
from frameworks.localization.items import clean_text
from frameworks.rollout.tasks import TITLE, Task, TaskError, checked

KEEP_DELETED = dt.timedelta(days=30)
MOST_TASKS = 2000
LONGEST = 4000
_TASK = "id, market, home, title, note, owner, due, status, kind, origin, original, citation, revision"


@dataclass(frozen=True)
class Choice:
    """What the team decided about one piece of advice.

    decision: ``kept`` or ``rejected``. words: the team's own, "" where the advice stands as it was.
    original: the advice as it read then. task: number of the plan's task, None for none.
    """

    advice: str
    decision: str
    words: str
    original: str
    task: int | None
    revision: int


@dataclass(frozen=True)
class Noted:
    """The team's own words on one part of the protocol."""

    part: str
    text: str
    revision: int


class Overtaken(PlanError):
    """Another window was first; ``theirs`` is what stands there now: a Task, Choice or Noted, or None where it is gone."""

    def __init__(self, theirs: Task | Choice | Noted | None) -> None:
        gone = N_("Another window has removed this in the meantime; what you entered is still here.")
        changed = N_("Another window has changed this in the meantime; what you entered is still here.")
        super().__init__(gone if theirs is None else changed)
        self.theirs = theirs


class Plans:
    """The plans of a workspace. now: the time as it is stored; scrub: overwrites what was erased."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub

    # Decisions on advice

    def choices(self, home: str, market: str) -> dict[str, Choice]:
        """Return the decisions for a market as seen from home, by id of the advice."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT advice, decision, words, original, task, revision FROM plan_choices WHERE home = ? AND market = ?",
                [home, market],
            )
            return {row[0]: Choice(*row) for row in found}

    def keep(
        self, home: str, market: str, advice: str, original: str, *, citation: str, seen: int, words: str = "",
        owner: str | None = None, kind: str = "guidance",
    ) -> int:  # fmt: skip
        """Keep a piece of advice, in own words where given, as a task of the plan; return the step's number.

        seen: revision of the decision last seen, 0 for none. owner: who does it; None leaves it as it is.
        """
        said = "" if words.strip() == original.strip() else words
        fields = checked(title=said or original[:TITLE], owner=owner or "")
        with self._backing.writing() as db:
            held = self._unless_overtaken(db, home, market, advice, seen)
            step = Steps(db, market, "keep", self._now())
            task = row_of(db, "plan_tasks", {"id": held.task}) if held and held.task else None
            if task is None or task["deleted_at"]:
                self._room(db, market)
                task = step.put("plan_tasks", {
                    **_fresh(home, market, kind, self._now()), "title": fields["title"], "owner": fields["owner"],
                    "origin": advice, "original": original, "citation": citation,
                })  # fmt: skip
            else:
                changed = {"title": fields["title"]} if words or (held and held.words) else {}
                changed |= {} if owner is None else {"owner": fields["owner"]}
                if changed:
                    task = step.put("plan_tasks", {**changed, "changed_at": self._now()}, key=task)
            row = {"home": home, "market": market, "advice": advice}
            values = {"decision": "kept", "words": str(fields["title"]) if said else "", "original": original,
                      "task": task["id"], "at": self._now()}  # fmt: skip
            step.put("plan_choices", {**row, **values}, key=row)
            return step.done()

    def reject(self, home: str, market: str, advice: str, original: str, *, seen: int) -> int:
        """Set a piece of advice aside; a task that came of it is taken off the list. Return the step's number."""
        return self._decide(home, market, advice, seen, "reject", {"decision": "rejected", "original": original})

    def reopen(self, home: str, market: str, advice: str, *, seen: int) -> int:
        """Forget the decision on a piece of advice; a task that came of it is taken off the list."""
        return self._decide(home, market, advice, seen, "reopen", None)

    def _decide(self, home: str, market: str, advice: str, seen: int, action: str, values: Mapping[str, Any] | None) -> int:
        row = {"home": home, "market": market, "advice": advice}
        with self._backing.writing() as db:
            held = self._unless_overtaken(db, home, market, advice, seen)
            step = Steps(db, market, action, self._now())
            task = row_of(db, "plan_tasks", {"id": held.task}) if held and held.task else None
            if task is not None and not task["deleted_at"]:
                step.put("plan_tasks", {"deleted_at": self._now()}, key=task)
            if values is None:
                step.drop("plan_choices", row)
            else:
                kept = {"words": held.words if held else "", "task": held.task if held else None, "at": self._now()}
                step.put("plan_choices", {**row, **values, **kept}, key=row)
            return step.done()

    def _unless_overtaken(self, db: Database, home: str, market: str, advice: str, seen: int) -> Choice | None:
        row = row_of(db, "plan_choices", {"home": home, "market": market, "advice": advice})
        names = ("advice", "decision", "words", "original", "task", "revision")
        held = Choice(*(row[name] for name in names)) if row else None
        if (held.revision if held else 0) != seen:
            raise Overtaken(held)
        return held

    # Tasks

    def tasks(self, market: str) -> tuple[Task, ...]:
        """Return the tasks of a market's plan that are not deleted, the oldest first."""
        return self._select("market = ? AND deleted_at IS NULL ORDER BY id", market)

    def deleted(self, market: str) -> tuple[Task, ...]:
        """Return the tasks that can still be restored, last deleted first."""
        return self._select("market = ? AND deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC", market)

    def add(self, home: str, market: str, *, kind: str = "own", **fields: Any) -> tuple[Task, int]:
        """Add a task and return it with the step's number; raises TaskError for what may not be kept."""
        values = _stored(checked(**fields))
        with self._backing.writing() as db:
            self._room(db, market)
            step = Steps(db, market, "add", self._now())
            row = step.put("plan_tasks", {**_fresh(home, market, kind, self._now()), **values})
            return _task(row), step.done()

    def change(self, number: int, revision: int, **fields: Any) -> tuple[Task, int]:
        """Replace fields of a task that still has the revision last seen; return it and the step's number.

        Raises Overtaken where it was changed or deleted meanwhile, TaskError for what may not be kept.
        """
        with self._backing.writing() as db:
            held = row_of(db, "plan_tasks", {"id": number})
            if held is None or held["deleted_at"] or held["revision"] != revision:
                raise Overtaken(None if held is None or held["deleted_at"] else _task(held))
            now = _task(held)
            given = {"title": now.title, "note": now.note, "owner": now.owner, "due": now.due, "status": now.status, **fields}
            values = _stored(checked(**given))
            if all(held[name] == value for name, value in values.items()):
                return now, 0
            step = Steps(db, held["market"], "change", self._now())
            row = step.put("plan_tasks", {**values, "changed_at": self._now()}, key=held)
            return _task(row), step.done()

    def delete(self, number: int, revision: int) -> int:
        """Take a task off the list; it can be restored for 30 days. Return the step's number."""
        with self._backing.writing() as db:
            held = row_of(db, "plan_tasks", {"id": number})
            if held is None or held["deleted_at"] or held["revision"] != revision:
                raise Overtaken(None if held is None or held["deleted_at"] else _task(held))
            step = Steps(db, held["market"], "delete", self._now())
            step.put("plan_tasks", {"deleted_at": self._now()}, key=held)
            limit = (dt.datetime.fromisoformat(self._now()) - KEEP_DELETED).isoformat()
            _erase(db, "deleted_at < ?", "at < ?", limit)
            return step.done()

    def undo(self, step: int) -> str:
        """Take a step back and return what it was (keep, reject, reopen, add, change, delete, note)."""
        with self._backing.writing() as db:
            return undo(db, step, self._now())

    def purge(self, market: str) -> int:
        """Erase the deleted tasks of a market and all that undo remembers of it, beyond recovery; return how many tasks."""
        with self._backing.writing() as db:
            erased = _erase(db, "market = ? AND deleted_at IS NOT NULL", "market = ?", market)
        self._scrub()
        return erased

    # The protocol in the team's words

    def notes(self, home: str, market: str) -> dict[str, Noted]:
        """Return the team's own words by part of the protocol."""
        with self._backing.reading() as db:
            found = db.execute("SELECT part, text, revision FROM plan_notes WHERE home = ? AND market = ?", [home, market])
            return {row[0]: Noted(*row) for row in found}

    def note(self, home: str, market: str, part: str, text: str, *, seen: int) -> int:
        """Keep the team's words on a part, "" takes them off; return the step's number."""
        said, row = clean_text(text).strip(), {"home": home, "market": market, "part": part}
        if len(said) > LONGEST:
            raise TaskError(N_("Write at most {most} letters."), most=LONGEST)
        with self._backing.writing() as db:
            held = row_of(db, "plan_notes", row)
            if (held["revision"] if held else 0) != seen:
                raise Overtaken(Noted(part, held["text"], held["revision"]) if held else None)
            step = Steps(db, market, "note", self._now())
            if said:
                step.put("plan_notes", {**row, "text": said, "at": self._now()}, key=row)
            else:
                step.drop("plan_notes", row)
            return step.done()

    def _select(self, where: str, *values: Any) -> tuple[Task, ...]:
        with self._backing.reading() as db:
            names = _TASK.split(", ")
            found = db.execute(f"SELECT {_TASK} FROM plan_tasks WHERE {where}", list(values))
            return tuple(_task(dict(zip(names, row, strict=True))) for row in found)

    def _room(self, db: Database, market: str) -> None:
        count = db.execute("SELECT count(*) FROM plan_tasks WHERE market = ? AND deleted_at IS NULL", [market]).fetchone()[0]
        if count >= MOST_TASKS:
            raise TaskError(N_("A plan holds {most} tasks at most; delete some first."), most=MOST_TASKS)


def _fresh(home: str, market: str, kind: str, now: str) -> dict[str, Any]:
    return {
        "home": home, "market": market, "title": "", "note": "", "owner": "", "due": None, "status": "open", "kind": kind,
        "origin": "", "original": "", "citation": "", "created_at": now, "changed_at": now, "deleted_at": None,
    }  # fmt: skip


def _stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    due = fields["due"]
    return {**fields, "due": due.isoformat() if due else None}


def _task(row: Mapping[str, Any]) -> Task:
    due = dt.date.fromisoformat(row["due"]) if row["due"] else None
    return Task(
        row["id"], row["market"], row["home"], row["title"], row["note"], row["owner"], due, row["status"], row["kind"],
        row["origin"], row["original"], row["citation"], row["revision"],
    )  # fmt: skip


def _erase(db: Database, tasks: str, steps: str, value: str) -> int:
    erased = db.execute(f"DELETE FROM plan_tasks WHERE {tasks}", [value]).rowcount
    forgotten = db.execute(f"DELETE FROM plan_steps WHERE {steps}", [value]).rowcount
    if erased or forgotten:
        scrub_later(db)
    return erased
