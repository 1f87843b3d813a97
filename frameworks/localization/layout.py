"""Texts that did not fit where a browser laid them out, told as a finding of the checks.

A browser measures in CSS pixels: 1/96 inch at the usual zoom.
"""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.labels import N_, Sentence
from frameworks.localization.finding import Finding

KINDS = ("clipped", "outside", "page", "overlap", "broken", "cramped")
"""Cut off; past its box; past the edge of the page; into another text; a word broken; into the padding of its box."""
AXES = ("x", "y")
FRAME_LABELS = {"desktop": N_("Desktop"), "phone": N_("Phone"), "email": N_("E-mail")}
_MESSAGES = {
    "clipped": N_("{place}: cut off. It needs {needed} px and has {room}."),
    "page": N_("{place}: runs past the edge of the page. It needs {needed} px and has {room}."),
    "outside": N_("{place}: runs out of its box. It needs {needed} px and has {room}."),
    "overlap": N_("{place}: runs into another text. It is {needed} px wide and has {room}."),
    "broken": N_("{place}: a word is broken in two. It needs {needed} px and has {room}."),
    "cramped": N_("{place}: touches the edge of its box. It needs {needed} px and has {room}."),
}
_TALL = {
    "clipped": N_("{place}: cut off below. It needs {needed} px of height and has {room}."),
    "outside": N_("{place}: runs out of its box below. It needs {needed} px of height and has {room}."),
}


@dataclass(frozen=True)
class Overrun:
    """How a text did not fit.

    kind:         one of ``KINDS``. axis: ``"x"`` for width, ``"y"`` for height.
    needed, room: pixels that it takes, and that are there.
    fit:          it stands in a place of fixed size, such as a button. role: of that place.
    surface, frame: where it was seen: of ``scenes.SCENES`` and of ``FRAME_LABELS``.
    """

    kind: str
    axis: str
    needed: float
    room: float
    fit: bool = False
    role: str = ""
    surface: str = ""
    frame: str = ""

    @property
    def severity(self) -> str:
        """How grave it is: what cannot be read is an error, what looks wrong a warning."""
        grave = self.kind in ("clipped", "page", "outside", "overlap") or (self.fit and self.kind == "broken")
        return "error" if grave else "warning"


def message(overrun: Overrun) -> Sentence:
    """Return what is wrong in a sentence."""
    text = (_TALL if overrun.axis == "y" else _MESSAGES).get(overrun.kind, _MESSAGES["outside"])
    place = Sentence(FRAME_LABELS.get(overrun.frame, N_("Preview")))
    return Sentence(text, place=place, needed=_up(overrun.needed), room=int(overrun.room))


def finding(overrun: Overrun) -> Finding:
    """Return it as a finding of the check ``overflow``."""
    return Finding("overflow", overrun.severity, message(overrun))


def _up(pixels: float) -> int:
    return int(-(-pixels // 1))
