"""A source and its translation, made ready for the checks once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel import Locale, UnknownLocaleError

from frameworks.labels import Sentence
from frameworks.localization.checks.registry import CHECKS
from frameworks.localization.finding import Finding
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item
from frameworks.localization.layout import Overrun
from frameworks.localization.placeholders import Placeholder, branches, find_placeholders
from frameworks.localization.scripts import plain
from frameworks.reference import Reference

MASK = "\x00"
"""Stands for each letter of a placeholder, tag or address, so that places in the text stay the same."""
MARKS = "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0981-\u0983\u09bc-\u09cd]"
"""Vowel signs and other marks that belong to the letter before, which ``\\w`` leaves out."""
LETTER = rf"(?:[^\W\d_]|{MARKS})"
LONGEST = 20_000
"""Letters of a text that are looked at; shop texts end long before."""

URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'()\[\]{}（）「」『』【】、。，！？؟।]+", re.I | re.A)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
URL_TAIL = ".,;:!?…*_~。，；：！？、"
"""Marks after a web address that belong to the sentence."""
TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>|<!--.{0,1000}?-->", re.S)
ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_MAYBE = re.compile(r"[<&@{}%]|://|www\.", re.I)


@dataclass(frozen=True)
class Pair:
    """What one translation is checked with.

    glossary: the terms that hold in the locale.
    others:   of the same locale, the translations of each other source (casefolded, trimmed).
    register: ``"formal"`` or ``"informal"`` where the team has settled how it speaks to buyers, else empty.
    overruns: where a browser saw this very text not fit.
    """

    source: str
    target: str
    locale: str
    item: Item | None = None
    glossary: tuple[Term, ...] = ()
    reference: Reference | None = None
    others: Mapping[str, tuple[str, ...]] | None = None
    register: str = ""
    overruns: tuple[Overrun, ...] = ()

    @cached_property
    def language(self) -> str:
        """CLDR language of the translation, without script and territory."""
        return plain(self.locale)

    @cached_property
    def source_language(self) -> str:
        """CLDR language of the source, without script and territory."""
        return plain(self.item.source_language if self.item else "en")

    @cached_property
    def cldr(self) -> Locale:
        """Formats of the translation's locale."""
        return cldr(self.locale)

    @cached_property
    def source_cldr(self) -> Locale:
        """Formats of the source's locale."""
        return cldr(self.item.source_language if self.item else "en")

    @cached_property
    def source_places(self) -> tuple[Placeholder, ...]:
        """Placeholders of the source."""
        return places(self.source)

    @cached_property
    def target_places(self) -> tuple[Placeholder, ...]:
        """Placeholders of the translation."""
        return places(self.target)

    @cached_property
    def branching(self) -> bool:
        """Whether source or translation holds a text per number or choice."""
        return any(place.type in _BRANCHING for place in (*self.source_places, *self.target_places))

    @cached_property
    def source_plain(self) -> str:
        """The source with ``MASK`` for whatever a buyer does not read."""
        return masked(self.source, self.source_places)

    @cached_property
    def target_plain(self) -> str:
        """The translation with ``MASK`` for whatever a buyer does not read."""
        return masked(self.target, self.target_places)

    @cached_property
    def protected(self) -> tuple[str, ...]:
        """Words that stay as they are."""
        return tuple(term.term for term in self.glossary if term.kind == "protected")


_BRANCHING = ("plural", "select", "selectordinal")


def found(
    check: str, message: Sentence, start: int | None = None, end: int | None = None, *,
    suggestion: str = "", severity: str = "",
) -> Finding:  # fmt: skip
    """Return a finding of a check, of the check's own severity unless another is given."""
    return Finding(check, severity or CHECKS[check].severity, message, start, end, suggestion)


@lru_cache(maxsize=512)
def cldr(code: str) -> Locale:
    """Return the formats of a locale, those of its language or of English where CLDR has none.

    >>> str(cldr("pt-BR")), str(cldr("zh_Hant")), str(cldr("xx"))
    ('pt_BR', 'zh_Hant', 'en')
    """
    for tag in (code.replace("-", "_"), plain(code)):
        try:
            return Locale.parse(tag)
        except (ValueError, UnknownLocaleError):
            continue
    return Locale.parse("en")


@lru_cache(maxsize=8192)
def places(text: str) -> tuple[Placeholder, ...]:
    """Return the placeholders of a text."""
    return find_placeholders(text) if any(sign in text for sign in "{%<") else ()


def masked(text: str, within: tuple[Placeholder, ...]) -> str:
    """Return ``text``, as long as it is, with ``MASK`` over placeholders, tags, entities and addresses.

    Of a plural or choice only its frame is covered, the texts of its branches stay.

    >>> masked("Hi <b>{name}</b>!", find_placeholders("Hi <b>{name}</b>!")).replace(MASK, "_")
    'Hi _____________!'
    """
    if not _MAYBE.search(text):
        return text
    letters = list(text)
    for place in within:
        forms = branches(text, place.start) if place.type in _BRANCHING else None
        if forms is None:
            letters[place.start : place.end] = MASK * (place.end - place.start)
            continue
        at = place.start
        for _selector, start, end in forms:
            letters[at:start] = MASK * (start - at)
            at = end
        letters[at : place.end] = MASK * (place.end - at)
    for shape in (TAG, ENTITY, URL, EMAIL):
        for hit in shape.finditer(text):
            length = len(hit[0].rstrip(URL_TAIL)) if shape is URL else len(hit[0])
            letters[hit.start() : hit.start() + length] = MASK * length
    return "".join(letters)


def quoted(text: str) -> str:
    """Return at most 40 letters of a text for a message, in quotation marks.

    >>> quoted("word " * 20)
    '“word word word word word word word word…”'
    """
    text = " ".join(text.split())
    return f"“{text if len(text) <= 40 else text[:39].rstrip() + '…'}”"


def ascii_digits(text: str) -> str:
    """Return ``text`` with the digits of every script as 0-9; as long as it was.

    >>> ascii_digits("٢٥ and ２５")
    '25 and 25'
    """
    if text.isascii():
        return text
    return re.sub(r"[^\x00-\x7f]", lambda hit: _digit(hit[0]), text)


@lru_cache(maxsize=4096)
def _digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
