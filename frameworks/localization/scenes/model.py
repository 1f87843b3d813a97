"""What a buyer sees on one page, text by text, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.labels import N_, Sentence

SCENES = ("product", "checkout", "email", "ad", "reply")
SCENE_LABELS = {
    "product": N_("Product page"), "checkout": N_("Checkout"), "email": N_("Order e-mail"), "ad": N_("Ad"),
    "reply": N_("Chat reply"),
}  # fmt: skip

FIRST_STRONG, POP = "\u2068", "\u2069"
"""The marks that keep a value from turning the text around it (Unicode bidirectional isolates)."""


class SceneError(Sentence):
    """A scene that cannot be made, and why."""


@dataclass(frozen=True)
class Run:
    """A piece of a text. value: filled in and isolated; style: "", "strong", "em" or "link", as the text's own tags say."""

    text: str
    value: bool = False
    style: str = ""


@dataclass(frozen=True)
class Part:
    """One text of a scene. Plain text: escape it where it is drawn.

    role:      what it is on the page (``"name"``, ``"add"``, ``"price"``).
    text:      as shown, its placeholders filled, each value between isolates.
    key:       of the item, "" for what is no item of the shop.
    state:     of its translation; ``"source"`` for a missing one, shown in the source language; ``"original"`` where the
               source is in the language already; ``"pack"`` for the phrase pack; ``"sample"`` for an example value;
               ``"pseudo"`` for a made-up language.
    language:  BCP 47 tag of what is written; direction: of its script.
    max_width: the most columns the shop gives it, None where it may run on.
    runs:      the same text in pieces. place: number of the row, field or message it belongs to.
    """

    role: str
    text: str
    key: str = ""
    state: str = "sample"
    language: str = "en"
    direction: str = "ltr"
    max_width: int | None = None
    runs: tuple[Run, ...] = ()
    place: int = 0

    @property
    def pieces(self) -> tuple[Run, ...]:
        """The runs; the whole text as one where it has none."""
        return self.runs or (Run(self.text),)


@dataclass(frozen=True)
class Scene:
    """A page as a buyer of a market would see it.

    kind: one of ``SCENES``. market: ISO alpha-3. locale: as asked for; language, direction: of the page.
    parts: every text on it. notes: what was filled in, converted or is missing.
    """

    kind: str
    market: str
    locale: str
    language: str
    direction: str
    parts: tuple[Part, ...]
    notes: tuple[Sentence, ...] = ()

    def all(self, *roles: str) -> tuple[Part, ...]:
        """Return the parts of these roles, in order."""
        return tuple(part for part in self.parts if part.role in roles)

    def first(self, role: str) -> Part | None:
        """Return the first part of a role, None where the scene has none."""
        return next((part for part in self.parts if part.role == role), None)

    @property
    def untranslated(self) -> tuple[Part, ...]:
        """Items that stand in the source language for want of a translation."""
        return tuple(part for part in self.parts if part.key and part.state == "source")
