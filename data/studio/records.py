"""What the studio hands out: rows of a list, what to list, versions, steps, comments and what came of a change."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from data.migrations import WorkspaceError
from frameworks.labels import N_, Sentence
from frameworks.localization.items import Item, Translation
from frameworks.localization.memory import Span

ACTIONS: Mapping[str, str] = {
    "items": N_("Source texts changed"), "remove": N_("Texts removed"), "write": N_("Translation written"),
    "drafts": N_("Drafts made"), "move": N_("State changed"), "import": N_("File taken in"),
    "restore": N_("Earlier version restored"), "undo": N_("Undone"),
}  # fmt: skip
ORDERS = ("position", "key", "changed")


class StudioError(WorkspaceError):
    """The studio could not do it; the message is a sentence for the user."""


class Overtaken(StudioError):
    """Someone else changed the translation since it was read; ``current`` is theirs, None where they removed it."""

    def __init__(self, template: str, /, current: Translation | None, **values: object) -> None:
        super().__init__(template, **values)
        self.current = current


@dataclass(frozen=True)
class Filter:
    """What to list; an empty field does not narrow. The fields narrow together.

    surfaces, states, origins: any of these. A state is the one shown: ``"missing"`` without a translation,
               ``"stale"`` where the source has changed. An origin ``"engine"`` is any engine.
    text:      words to find in key, source, context or translation, without regard to case and accents.
    by:        who last wrote or judged it. commented: has comments that are still open.
    keys:      only these; None is all. found: has findings of the checks that nobody has set aside.
    """

    surfaces: Collection[str] = ()
    states: Collection[str] = ()
    origins: Collection[str] = ()
    text: str = ""
    by: str = ""
    commented: bool = False
    keys: Collection[str] | None = None
    found: bool = False


@dataclass(frozen=True)
class Row:
    """An item with its translation. state: as ``Filter.states``. version: of the translation, 0 without one."""

    item: Item
    translation: Translation | None
    state: str
    version: int = 0
    comments: int = 0


@dataclass(frozen=True)
class Listed:
    """A page of a list. total: rows of the whole list. states: of the whole list, number of rows by state."""

    rows: tuple[Row, ...]
    total: int
    states: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Version:
    """A translation as it once was; ``translation`` is None where it was removed. action: key of ``ACTIONS``."""

    number: int
    step: int
    action: str
    by: str
    at: str
    translation: Translation | None


@dataclass(frozen=True)
class Step:
    """One change by a person, of one text or of many. count: texts it changed. undone: by a later step."""

    number: int
    action: str
    by: str
    at: str
    count: int
    undone: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came of a change.

    step:    its number for ``undo``, None where nothing had to change.
    done:    number of texts changed.
    stale:   translations that a changed source has made stale, among those done.
    refused: key, locale and reason of each that was left as it is.
    """

    step: int | None = None
    done: int = 0
    stale: int = 0
    refused: tuple[tuple[str, str, Sentence], ...] = ()


@dataclass(frozen=True)
class Change:
    """Why a translation is stale: the source it was made from, None where unknown, and what differs since."""

    before: str | None
    difference: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Comment:
    """A remark on an item, in one locale or, with an empty one, in all."""

    number: int
    key: str
    locale: str
    text: str
    by: str
    at: str
    resolved: bool = False


@dataclass(frozen=True)
class Ignored:
    """A finding that a person has set aside, until the text or its source changes.

    locale: empty for a finding on the source. market: ISO 3166 alpha-3, empty where it holds in all.
    """

    key: str
    check: str
    locale: str = ""
    market: str = ""
    why: str = ""
    by: str = ""
    at: str = ""
