"""What a team decided and how it will talk, in words: the plan and the communication protocol of a brief."""

from __future__ import annotations

from dataclasses import replace

from components import guidance_words
from components.guidance_protocol import confidence
from components.words import _, date_text, list_text
from frameworks.culture.protocol import PARTS, STATUSES, Part
from frameworks.report.brief import Brief
from frameworks.report.document import Point, Points, Section, Text
from frameworks.rollout.tasks import STATUSES as STANDINGS
from frameworks.rollout.tasks import Task


def sections(brief: Brief) -> tuple[Section, ...]:
    """Return what was decided, and how to communicate."""
    return (
        Section("decided", _("What we decided to do"), _decided(brief), True),
        Section("protocol", _("How to communicate there"), _protocol(brief), True),
    )


def _decided(brief: Brief) -> tuple[Text | Points, ...]:
    if not brief.plan:
        return (Text(_("Nothing is decided yet; the page What to adapt proposes what to test."), "muted"),)
    return (Points(tuple(_task(task, brief) for task in brief.plan)),)


def _task(task: Task, brief: Brief) -> Point:
    parts = [task.owner or _("nobody yet")]
    if task.due:
        parts.append(_("due {day}").format(day=date_text(task.due)))
    if task.note:
        parts.append(task.note)
    marks = [_(STANDINGS[task.status])] + ([_("overdue")] if task.overdue(brief.today) else [])
    return Point("; ".join(parts), task.citation or _("Added by hand"), tuple(marks), task.title.rstrip(".").rstrip())


def _protocol(brief: Brief) -> tuple[Text | Points, ...]:
    notes = dict(brief.notes)
    told = [part for part in brief.protocol if part.advice or part.code in notes]
    silent = [part for part in brief.protocol if part not in told]
    blocks: list[Text | Points] = []
    if told:
        blocks.append(Points(tuple(_part(part, notes.get(part.code, "")) for part in _said_once(told))))
    for status in ("held", "unsure", "alike", "unknown"):
        names = [_(PARTS[part.code][0]) for part in silent if part.status == status]
        if names:
            line = _("{standing}: {parts}.").format(standing=_(STATUSES[status]), parts=list_text(names))
            blocks.append(Text(line[:1].upper() + line[1:], "muted"))
    return tuple(blocks)


def _said_once(parts: list[Part]) -> list[Part]:
    """Return the parts without sentences that a part before tells, where they have others of their own."""
    told: set[str] = set()
    kept = []
    for part in parts:
        own = tuple(one for one in part.advice if one.text not in told)
        told |= {one.text for one in own}
        kept.append(replace(part, advice=own or part.advice))
    return kept


def _part(part: Part, words: str) -> Point:
    lines = [_(one.text) for one in part.advice]
    cited = list_text(list(dict.fromkeys(guidance_words.cited(one) for one in part.advice)))
    detail = "; ".join(filter(None, (cited, _("Evidence: {lines}").format(lines=" ".join(lines)) if words and lines else "")))
    if part.confidence != "D":
        marks = [confidence(part)]
    else:
        marks = [_("holds in every market")] if part.advice else [_(STATUSES[part.status])]
    marks += list(dict.fromkeys(mark for one in part.advice for mark in guidance_words.marks(one)))
    return Point(words or " ".join(lines), detail, tuple(marks), _(PARTS[part.code][0]))
