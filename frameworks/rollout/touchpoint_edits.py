"""What a team makes of the touchpoints of a market: notes in its own words, notes put away, notes of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from frameworks.labels import N_, Sentence
from frameworks.localization.items import clean_text
from frameworks.rollout.touchpoints import CHANNELS, STAGES, SUBJECTS, Note

LONGEST = 600
"""Most letters of a note."""


class TouchpointError(Sentence):
    """A note cannot be kept as it was entered; the sentence says why."""


@dataclass(frozen=True)
class Edit:
    """What the team made of one note, or a note of its own.

    number: its own for good, 0 before it is kept. key: of the note it is about; "" for a note of the team's own.
    text:   the team's words; "" leaves the note's own. hidden: put away.
    revision: rises with every change.
    """

    number: int
    market: str
    key: str
    stage: str
    subject: str
    channel: str
    text: str
    hidden: bool = False
    by: str = ""
    at: str = ""
    revision: int = 1


@dataclass(frozen=True)
class Kept:
    """A note as the team has it: the note of the rooms (None for its own) and the edit (None for none)."""

    stage: str
    subject: str
    channel: str
    note: Note | None
    edit: Edit | None

    @property
    def text(self) -> str:
        """The team's words; "" where the note's own stand."""
        return self.edit.text if self.edit else ""

    @property
    def hidden(self) -> bool:
        """Whether the team put it away."""
        return bool(self.edit and self.edit.hidden)


def checked(edit: Edit) -> Edit:
    """Return the edit with its text cleaned; raises TouchpointError for what cannot be kept."""
    for value, known, told in (
        (edit.stage, STAGES, N_("There is no touchpoint {value}; choose one of the list.")),
        (edit.subject, SUBJECTS, N_("There is no subject {value}; choose one of the list.")),
    ):
        if value not in known:
            raise TouchpointError(told, value=repr(value)[:40])
    if edit.channel and edit.channel not in CHANNELS:
        raise TouchpointError(N_("There is no channel {value}; choose one of the list."), value=repr(edit.channel)[:40])
    text = " ".join(clean_text(edit.text).split())
    if len(text) > LONGEST:
        raise TouchpointError(N_("The note has {count} letters; {most} fit."), count=len(text), most=LONGEST)
    if not text and not edit.key:
        raise TouchpointError(N_("The note is empty; write what changes at this touchpoint."))
    return Edit(**{**edit.__dict__, "text": text})


def kept(notes: Iterable[Note], edits: Iterable[Edit]) -> tuple[Kept, ...]:
    """Return the notes with what the team made of them, its own notes at their places, in the order of the map.

    An edit of a note that is no longer known stays as a note of the team's own where it has words; else it is gone.
    """
    left = {edit.key: edit for edit in edits if edit.key}
    own = [edit for edit in edits if not edit.key]
    found = [Kept(note.stage, note.subject, note.channel, note, left.pop(note.key, None)) for note in notes]
    own += [edit for edit in left.values() if edit.text]
    found += [Kept(edit.stage, edit.subject, edit.channel, None, edit) for edit in own]
    stages, subjects = list(STAGES), list(SUBJECTS)
    return tuple(sorted(found, key=lambda one: (stages.index(one.stage), subjects.index(one.subject))))
