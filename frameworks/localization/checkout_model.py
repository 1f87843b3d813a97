"""What a checkout says and asks, before it is drawn. Every text is plain and must be escaped by what draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from frameworks.labels import Sentence
from frameworks.localization.scripts import direction


@dataclass(frozen=True)
class Text:
    """A text in the buyer's language.

    language: BCP 47 tag of what is written, which differs from the checkout's where texts are missing.
    mark:     number of the note that says why this is estimated; None where it is not.
    """

    text: str
    language: str
    mark: int | None = None

    @property
    def direction(self) -> str:
        """``"rtl"`` or ``"ltr"``."""
        return direction(self.language)


@dataclass(frozen=True)
class Line:
    """A line of the summary: what it is and the amount or date, written as the locale does."""

    label: Text
    value: str
    mark: int | None = None


@dataclass(frozen=True)
class Entry:
    """A field of the form.

    name:    as in ``frameworks.localization.address.Field``, or email or phone. kind: what it is called there.
    example: what may stand in it, "" where nothing. abroad: the same as written from abroad (phone numbers).
    choices: names to choose from; empty where it is typed.
    """

    name: str
    kind: str
    label: Text
    autocomplete: str
    needed: bool
    example: str = ""
    abroad: str = ""
    pattern: str = ""
    upper: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Method:
    """A way to pay: its name, what kind it is in the buyer's language, and the brands taken (cards).

    type:      as in ``frameworks.payments``. available: "yes", "unknown" or "no" for the team's set-up.
    """

    name: Text
    kind: Text | None
    type: str
    available: str
    brands: tuple[str, ...] = ()
    mark: int | None = None


@dataclass(frozen=True)
class Note:
    """Why something is estimated or stands as it does; ``number`` is None for what holds for the whole."""

    number: int | None
    said: Sentence
    estimated: bool


@dataclass(frozen=True)
class Checkout:
    """A checkout as a buyer of a market would see it.

    market, territory: ISO 3166-1 alpha-3 and alpha-2. language: BCP 47 tag; direction: of its script.
    words:    headings and buttons by slot (see ``frameworks.localization.checkout_words.SLOTS``).
    summary:  subtotal, delivery, tax as far as known; total: what is paid.
    rows:     address fields, row by row, in the local order. unshown: ways to pay beyond
              those listed; left_out: those of the market that the set-up does not take.
    """

    market: str
    territory: str | None
    language: str
    direction: str
    locale: str
    currency: str
    product: str
    price: str
    price_mark: int | None
    words: Mapping[str, Text]
    summary: tuple[Line, ...]
    total: Line
    tax_note: Text | None
    instalments: Text | None
    delivery: Line | None
    contact: tuple[Entry, ...]
    rows: tuple[tuple[Entry, ...], ...]
    methods: tuple[Method, ...]
    unshown: tuple[str, ...]
    left_out: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def family_first(self) -> bool:
        """Whether the form asks for the family name before the given name."""
        names = [entry.name for row in self.rows for entry in row if entry.name in ("family_name", "given_name")]
        return names[:1] == ["family_name"]
