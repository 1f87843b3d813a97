"""A report in words, before it is a file: sections of a few kinds of blocks, ready for page, PDF, slides or sheet.

Every text in it is plain text in the reader's language. Whoever writes a file escapes it there.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Any

TONES = ("plain", "note", "muted")


_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


class Amount(str):
    """A figure as written for people, with its value for a spreadsheet."""

    value: float | None

    def __new__(cls, text: str, value: float | None) -> Amount:
        made = super().__new__(cls, text)
        made.value = value
        return made


@dataclass(frozen=True)
class Text:
    """A paragraph. tone: plain, note (a standing note) or muted (secondary)."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True)
class Figure:
    """One large figure.

    value:     as written for people. note: one line below it.
    low, high: ends of its range in per cent of the scale; at: the figure on it; cut: a mark on it.
    """

    label: str
    value: str
    note: str = ""
    low: float | None = None
    high: float | None = None
    at: float | None = None
    cut: float | None = None


@dataclass(frozen=True)
class Figures:
    """Figures side by side."""

    items: tuple[Figure, ...]


@dataclass(frozen=True)
class Bar:
    """A part of a score: label, figure in words, its length and range in per cent; None where unknown."""

    label: str
    value: str
    share: float | None
    low: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Bars:
    """Bars below one title."""

    title: str
    items: tuple[Bar, ...]


@dataclass(frozen=True)
class Point:
    """One item of a list: what it says, what backs it, marks such as "not checked", a bold lead, an address."""

    text: str
    detail: str = ""
    marks: tuple[str, ...] = ()
    lead: str = ""
    url: str = ""


@dataclass(frozen=True)
class Points:
    """A list."""

    items: tuple[Point, ...]


@dataclass(frozen=True)
class Table:
    """Rows of texts below a head.

    widths: relative widths of the columns. numeric: positions of columns of figures.
    strong: positions of rows that stand out.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    numeric: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()
    title: str = ""


Block = Text | Figures | Bars | Points | Table


@dataclass(frozen=True)
class Section:
    """A heading with its blocks. key names the section whatever the language; wide: needs the whole width."""

    key: str
    heading: str
    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True)
class Document:
    """One report.

    kind:     "market" or "comparison".
    eyebrow, title, lead: the line above the title, the title, and the sentence below it.
    chip, tone: the verdict in a word and its quadrant, "" for none.
    foot:     lines that say what it was made from (fingerprint, data version, date).
    language: code of the language, for example "es"; rtl: it runs from right to left.
    created:  ISO date, the same in every file made from it.
    """

    kind: str
    eyebrow: str
    title: str
    lead: str
    chip: str
    tone: str
    sections: tuple[Section, ...]
    foot: tuple[str, ...]
    language: str
    created: str
    rtl: bool = False

    def section(self, key: str) -> Section | None:
        """Return the section of this key, None where the report has none."""
        return next((section for section in self.sections if section.key == key), None)


def texts(document: Document) -> tuple[str, ...]:
    """Return every text of a document in the order of reading, empty ones left out."""
    found = [document.eyebrow, document.title, document.lead, document.chip]
    for section in document.sections:
        found.append(section.heading)
        for block in section.blocks:
            found += _block_texts(block)
    return tuple(text for text in (*found, *document.foot) if text)


def seen(text: str) -> str:
    """Return a text without characters that no reader sees: control codes, direction overrides, half pairs."""
    return _UNSEEN.sub("", text)


def cleaned(document: Document) -> Document:
    """Return the document with every text as ``seen`` leaves it.

    Addresses that do not begin with http:// or https:// are dropped, so that no file holds a link that runs code.
    """
    return _cleaned(document)


def _cleaned(part: Any, name: str = "") -> Any:
    if isinstance(part, Amount):
        return Amount(seen(part), part.value)
    if isinstance(part, str):
        text = seen(part)
        return text if name != "url" or re.match(r"https?://[^\s\"'<>]+$", text) else ""
    if isinstance(part, tuple):
        return tuple(_cleaned(each) for each in part)
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        fields = {field.name: getattr(part, field.name) for field in dataclasses.fields(part)}
        return dataclasses.replace(part, **{key: _cleaned(value, key) for key, value in fields.items()})
    return part


def _block_texts(block: Block) -> list[str]:
    if isinstance(block, Text):
        return [block.text]
    if isinstance(block, Table):
        return [block.title, *block.head, *(cell for row in block.rows for cell in row)]
    if isinstance(block, Points):
        return [text for item in block.items for text in (item.lead, item.text, *item.marks, item.detail)]
    title = [block.title] if isinstance(block, Bars) else []
    return title + [text for item in block.items for text in (item.label, item.value, item.note)]
