"""Briefs as slides with native text and tables: title, comparison, one market a slide, sources."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from data.export.slide_shapes import INK, LINE, MUTED, PANEL, SEA, TONES, Deck, table_high
from frameworks.report.document import Bars, Document, Figure, Figures, Points, Section, Table, Text, cleaned, seen

_FIXED = (1980, 1, 1, 0, 0, 0)
_CREATED = datetime(2000, 1, 1)
_SOURCES_A_SLIDE = 22
_ROWS_A_SLIDE = 10
_POINTS_A_SLIDE = 14
_LONGEST, _EYEBROW, _SUBTITLE = 90, 130, 170
_FEW_ROWS = 6
_BESIDE = {"payments": 4, "languages": 3, "calendar": 3}
"""Sections at the side of a market's slide, and how many rows of each at most."""
_BOTTOM, _SMALL = 7.0, 8.5


def brief_slides(documents: Sequence[Document], title: str, subtitle: str = "") -> bytes:
    """Return the documents as a PPTX of 16:9; the same inputs give the same bytes.

    A comparison becomes its tables, a market one slide with figures, gaps, tests, payments, languages and dates,
    then how ready the team is, what was decided and how to communicate there.
    """
    shown = [cleaned(document) for document in documents]
    deck = Deck(rtl=shown[0].rtl)
    _opening(deck, _line(title), _line(subtitle, _SUBTITLE), shown[0])
    for document in shown:
        (_comparison if document.kind == "comparison" else _market)(deck, document)
        _ready(deck, document)
        _decided(deck, document)
    _sources(deck, shown)
    deck.describe(_line(title), _CREATED)
    return _repacked(deck.saved())


def _opening(deck: Deck, title: str, subtitle: str, first: Document) -> None:
    slide = deck.slide()
    deck.box(slide, 0, 0, 0.22, 7.5, SEA)
    deck.text(slide, [[(title, 40, True, INK)]], 0.9, 2.3, 11.4, 1.5, anchor="bottom")
    deck.text(slide, [[(subtitle, 18, False, MUTED)]], 0.9, 3.9, 11.4, 0.9)
    deck.text(slide, [[(line, 11, False, MUTED)] for line in first.foot], 0.9, 6.7, 11.4, 0.5)


def _comparison(deck: Deck, document: Document) -> None:
    for section in document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            pages = max(-(-len(table.rows) // _ROWS_A_SLIDE), 1)
            each = max(-(-len(table.rows) // pages), 1)  # no slide with one last row
            for start in range(0, len(table.rows), each):
                slide = deck.slide()
                _heading(deck, slide, document.eyebrow, section.heading, document.lead if start == 0 else "")
                part = table.rows[start : start + each]
                deck.table(slide, table.head, part, table.widths, table.numeric, 0.6, 1.75, 12.1,
                           size=12 if len(part) <= _FEW_ROWS else 11)  # fmt: skip
                _foot(deck, slide, document)
    order = document.section("order")
    bars = next((block for block in order.blocks if isinstance(block, Bars)), None) if order else None
    if order and bars:
        slide = deck.slide()
        _heading(deck, slide, document.eyebrow, order.heading, bars.title)
        _draw_bars(deck, slide, bars, 0.6, 1.85, 12.1, 4.6)
        notes = [block.text for block in order.blocks if isinstance(block, Text)]
        deck.text(slide, [[(note, 11, False, MUTED)] for note in notes], 0.6, 6.5, 12.1, 0.5)
        _foot(deck, slide, document)


def _market(deck: Deck, document: Document) -> None:
    slide = deck.slide()
    _heading(deck, slide, document.eyebrow, document.title, document.lead, document.chip, document.tone)
    top = 1.75
    figures = next((b for s in document.sections for b in s.blocks if isinstance(b, Figures)), None)
    if figures:
        width = (12.1 - 0.2 * (len(figures.items) - 1)) / len(figures.items)
        for n, item in enumerate(figures.items):
            _figure(deck, slide, item, 0.6 + n * (width + 0.2), top, width)
    top += 1.55
    left = partial(deck.text, slide, left=0.6, width=5.9)
    left(_said(document, ("culture", "advice")), top=top, height=6.85 - top, shrink=True)
    y = top
    beside = [section for key in _BESIDE if (section := document.section(key)) is not None]
    most = _rows_that_fit(beside, _BOTTOM - top)
    for section in beside:
        deck.text(slide, [[(section.heading, 12, True, INK)]], 6.8, y, 5.9, 0.3)
        y += 0.3
        table, said = _shown(section)
        if table is not None:
            rows = table.rows[: most[section.key]]
            y += deck.table(slide, table.head, rows, table.widths, table.numeric, 6.8, y, 5.9, size=_SMALL)
        elif said:
            y += deck.note(slide, said, 6.8, y, 5.9, size=9)
        y += 0.14
    _foot(deck, slide, document)


def _shown(section: Section) -> tuple[Table | None, str]:
    """Return what a market's slide shows of a section: its first table, else its first sentence."""
    table = next((block for block in section.blocks if isinstance(block, Table)), None)
    return table, next((block.text for block in section.blocks if isinstance(block, Text)), "")


def _rows_that_fit(sections: Sequence[Section], high: float) -> dict[str, int]:
    """Return how many rows of each section's table fit a height in inches together, one at least."""
    tables = {section.key: table for section in sections if (table := _shown(section)[0]) is not None}
    most = {key: min(_BESIDE[key], len(table.rows)) for key, table in tables.items()}
    high -= 0.44 * len(sections) + 0.7 * (len(sections) - len(tables))  # headings, and sentences where no table is
    while sum(table_high(table, most[key], 5.9, _SMALL) for key, table in tables.items()) > high:
        longest = max(reversed(most), key=lambda key: most[key])  # of equally long ones the last
        if most[longest] <= 1:
            break
        most[longest] -= 1
    return most


def _ready(deck: Deck, document: Document) -> None:
    """Draw how far the team's own work is: bars, and what each is made of."""
    section = document.section("readiness")
    bars = next((block for block in section.blocks if isinstance(block, Bars)), None) if section else None
    if section is None or bars is None:
        return
    slide = deck.slide()
    _heading(deck, slide, document.title, section.heading, "")
    bare = replace(bars, items=tuple(replace(bar, note="") for bar in bars.items))
    _draw_bars(deck, slide, bare, 0.6, 1.4, 12.1, 3.0)
    said = [[(f"{bar.label}: ", 10.5, True, INK), (bar.note, 10.5, False, INK)] for bar in bars.items if bar.note]
    said += [[(block.text, 9, False, MUTED)] for block in section.blocks if isinstance(block, Text)]
    deck.text(slide, said, 0.6, 4.6, 12.1, 2.1, gap=6, shrink=True)
    _foot(deck, slide, document)


def _decided(deck: Deck, document: Document) -> None:
    """Draw what was decided and how to communicate, in two columns, so many points a slide."""
    for key in ("decided", "protocol"):
        section = document.section(key)
        if section is None or not any(isinstance(block, Points) for block in section.blocks):
            continue  # a slide that says that there is nothing is no slide
        said = _said(document, (key,))
        for start in range(1, len(said), _POINTS_A_SLIDE):
            slide = deck.slide()
            _heading(deck, slide, document.title, said[0][0][0], "")
            part = said[start : start + _POINTS_A_SLIDE]
            half = (len(part) + 1) // 2
            for left, column in ((0.6, part[:half]), (6.8, part[half:])):
                if column:
                    deck.text(slide, column, left, 1.4, 5.9, 5.4, gap=8, shrink=True)
            _foot(deck, slide, document)


def _said(document: Document, keys: Iterable[str]) -> list[list[tuple[str, float, bool, str]]]:
    """Return the points of sections as paragraphs of runs: text, size, bold, colour."""
    paragraphs: list[list[tuple[str, float, bool, str]]] = []
    for key in keys:
        section = document.section(key)
        if section is None:
            continue
        paragraphs.append([(section.heading, 12, True, INK)])
        for block in section.blocks:
            if isinstance(block, Points):
                for item in block.items:
                    lead = [(f"{item.lead}. ", 10.5, True, INK)] if item.lead else []
                    marks = f" [{', '.join(item.marks)}]" if item.marks else ""
                    paragraphs.append([*lead, (item.text, 10.5, False, INK), (marks, 9, False, MUTED)])
            elif isinstance(block, Text):
                paragraphs.append([(block.text, 9, False, MUTED)])
    return paragraphs


def _sources(deck: Deck, documents: Sequence[Document]) -> None:
    found: dict[str, None] = {}
    heading = ""
    for document in documents:
        section = document.section("sources")
        if section:
            heading = heading or section.heading
            for block in section.blocks:
                found |= dict.fromkeys(item.text for item in block.items) if isinstance(block, Points) else {}
    lines = list(found)
    for start in range(0, len(lines), 2 * _SOURCES_A_SLIDE):
        slide = deck.slide()
        _heading(deck, slide, "", heading, "")
        for n in (0, 1):
            part = lines[start + n * _SOURCES_A_SLIDE : start + (n + 1) * _SOURCES_A_SLIDE]
            deck.text(slide, [[(line, 8, False, MUTED)] for line in part], 0.6 + 6.2 * n, 1.4, 5.9, 5.4, gap=2)
        _foot(deck, slide, documents[0])


def _heading(
    deck: Deck, slide: Any, eyebrow: str, title: str, lead: str, chip: str = "", tone: str = ""
) -> None:
    deck.text(slide, [[(_line(eyebrow, _EYEBROW), 11, False, MUTED)]], 0.6, 0.32, 12.1, 0.32)
    deck.text(slide, [[(_line(title), 26, True, INK)]], 0.6, 0.58, 12.1, 0.6)
    left = 0.6
    if chip:
        width = 0.45 + 0.105 * len(chip)
        deck.chip(slide, chip, left, 1.22, width, 0.3, TONES.get(tone, MUTED))
        left += width + 0.15
    deck.text(slide, [[(lead, 13, False, INK)]], left, 1.2, 12.7 - left, 0.4)


def _foot(deck: Deck, slide: Any, document: Document) -> None:
    deck.text(slide, [[(" ".join(document.foot), 8, False, MUTED)]], 0.6, 7.06, 12.1, 0.28)


def _figure(deck: Deck, slide: Any, item: Figure, left: float, top: float, width: float) -> None:
    deck.box(slide, left, top, width, 1.4, PANEL)
    deck.text(slide, [[(item.label, 9.5, True, MUTED)]], left + 0.1, top + 0.05, width - 0.2, 0.25)
    deck.text(slide, [[(item.value, 22, True, INK)]], left + 0.1, top + 0.26, width - 0.2, 0.45)
    if item.low is not None and item.high is not None:
        _range(deck, slide, item.low, item.high, item.at, left + 0.12, top + 0.76, width - 0.24)
    deck.text(slide, [[(item.note, 8, False, MUTED)]], left + 0.1, top + 0.92, width - 0.2, 0.46)


def _range(
    deck: Deck, slide: Any, low: float, high: float, at: float | None, left: float, top: float, width: float
) -> None:
    deck.box(slide, left, top, width, 0.06, LINE)
    deck.box(slide, left + width * low / 100, top, max(width * (high - low) / 100, 0.03), 0.06, SEA)
    if at is not None:
        deck.box(slide, left + width * at / 100 - 0.015, top - 0.04, 0.03, 0.14, INK)


def _draw_bars(deck: Deck, slide: Any, bars: Bars, left: float, top: float, width: float, height: float) -> None:
    step = min(height / max(len(bars.items), 1), 0.5)
    for n, item in enumerate(bars.items):
        y = top + n * step
        deck.text(slide, [[(item.label, 11, True, INK), (f"  {item.note}", 9, False, MUTED)]], left, y, 5.2, 0.3)
        deck.box(slide, left + 5.4, y + 0.1, width - 6.4, 0.1, LINE)
        if item.share:
            deck.box(slide, left + 5.4, y + 0.1, (width - 6.4) * item.share / 100, 0.1, SEA)
        deck.text(slide, [[(item.value, 11, True, INK)]], left + width - 0.9, y, 1.0, 0.3)


def _line(text: str, longest: int = _LONGEST) -> str:
    one = re.sub(r"\s+", " ", seen(text)).strip()
    return one if len(one) <= longest else f"{one[: longest - 1]}…"


def _repacked(raw: bytes) -> bytes:
    """Return the package with one fixed time on every member, so that the same slides give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            fixed = zipfile.ZipInfo(member.filename, _FIXED)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(member))
    return buffer.getvalue()
