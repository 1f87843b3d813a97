"""What a shop says, text by text, and what stands for it in another language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from frameworks.labels import N_, Sentence
from frameworks.localization.placeholders import find_placeholders

SURFACES = ("product", "checkout", "email", "ad", "faq", "reply", "legal")
SURFACE_LABELS = {
    "product": N_("Product page"), "checkout": N_("Checkout"), "email": N_("Order e-mail"), "ad": N_("Ad"),
    "faq": N_("Help page"), "reply": N_("Support reply"), "legal": N_("Legal text"),
}  # fmt: skip
HIGH_IMPACT = frozenset({"checkout", "legal"})
"""Surfaces where a wrong word costs money or rights; replies to complaints belong to them too."""
COMPLAINT = "complaint"
"""The word in the context of a reply that makes it a reply to a complaint."""

ORIGINS = ("person", "memory", "phrases", "engine", "import")
"""Where a text came from; that of an engine is ``"engine:<name>"``."""

_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LOCALE = re.compile(r"([A-Za-z]{2,3})(?:[_-]([A-Za-z]{4}))?(?:[_-]([A-Za-z]{2}|\d{3}))?(?:[_-]\w{5,8})*\Z")


class ContentError(Sentence):
    """A text or a file of texts that cannot be taken in, and the place of the fault."""


@dataclass(frozen=True)
class Item:
    """A text of the shop in the language it was written in.

    key:       its name, unique within the workspace.
    context:   where it is used and what a translator must know.
    surface:   one of ``SURFACES``.
    max_width: the most columns it may take (a CJK letter takes two), None where it may run on.
    plural:    the source is one ICU plural message, a text per number.

    Control characters that no file format can carry are dropped, line ends are made ``\\n``.
    """

    key: str
    source: str
    context: str = ""
    surface: str = "product"
    max_width: int | None = None
    source_language: str = "en"
    plural: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        _clean(self, "key", "source", "context", "note")
        if not self.key.strip():
            raise ContentError(N_("A text needs a key."))
        if self.surface not in SURFACES:
            told = N_("There is no surface {surface}; known are {known}.")
            raise ContentError(told, surface=f"“{self.surface:.40}”", known=", ".join(SURFACES))
        if self.max_width is not None and self.max_width < 1:
            raise ContentError(N_("The most columns of {key} must be 1 or more."), key=f"“{self.key:.60}”")

    @cached_property
    def placeholders(self) -> tuple[str, ...]:
        """The places for values, each once, in the order of the source."""
        return tuple(dict.fromkeys(found.text for found in find_placeholders(self.source)))

    @cached_property
    def digest(self) -> str:
        """A short mark of the source: another source, another mark."""
        return digest(self.source)

    @property
    def high_impact(self) -> bool:
        """Whether a person must have approved a translation before it goes out."""
        return self.surface in HIGH_IMPACT or (self.surface == "reply" and COMPLAINT in self.context.casefold())


@dataclass(frozen=True)
class Translation:
    """What stands for an item in ``locale``.

    state:         one of ``states.STATES``.
    origin:        ``"person"``, ``"memory"``, ``"phrases"``, ``"engine:<name>"`` or ``"import"``.
    by, at:        who last wrote or judged it, and when (ISO 8601); empty where no person did.
    source_digest: the mark of the source that it was made from; empty where unknown.
    self_reviewed: approved by the person who wrote it.
    """

    key: str
    locale: str
    text: str
    state: str = "draft"
    origin: str = "person"
    by: str = ""
    at: str = ""
    source_digest: str = ""
    self_reviewed: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        _clean(self, "key", "text", "by", "note")

    def fits(self, item: Item) -> bool:
        """Return whether it was made from the present source, as far as is known."""
        return not self.source_digest or self.source_digest == item.digest


def clean_text(text: str) -> str:
    """Return ``text`` without control characters that no file format can carry, its line ends ``\\n``."""
    return _DROPPED.sub("", _BREAKS.sub("\n", text))


def digest(source: str) -> str:
    """Return the mark of a source text: 16 hexadecimal digits."""
    return blake2b(clean_text(source).encode(), digest_size=8).hexdigest()


def locale_code(code: str) -> str:
    """Return a language code as the project writes it; extensions are left out.

    Raises ContentError for what is no language code.

    >>> locale_code("pt-br"), locale_code("zh-hant-TW"), locale_code("DE")
    ('pt_BR', 'zh_Hant_TW', 'de')
    """
    parts = _LOCALE.match(code.strip().partition(".")[0].partition("@")[0])
    if parts is None:
        raise ContentError(N_("{code} is no language code; one looks like de or pt-BR."), code=f"“{code.strip():.40}”")
    language, script, territory = parts.groups()
    return "_".join(filter(None, (language.lower(), script and script.title(), territory and territory.upper())))


def _clean(record: object, *fields: str) -> None:
    for field in fields:
        text = getattr(record, field)
        if (cleaned := clean_text(text)) != text:
            object.__setattr__(record, field, cleaned)
