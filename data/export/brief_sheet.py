"""Briefs as a spreadsheet: one sheet a section, all markets below each other."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from data.export.spreadsheet import harmless
from frameworks.labels import N_, Sentence
from frameworks.report.document import Amount, Bars, Block, Document, Figures, Points, Table, Text, cleaned

_CREATED = datetime(2000, 1, 1)
_LONGEST_CELL = 32_767


def brief_sheet(documents: Sequence[Document], words: Sequence[str]) -> bytes:
    """Return the documents as a workbook; the same inputs give the same bytes.

    words: headings in the reader's language for: market, item, value, low, high, note, text. Text that a
    spreadsheet would take for a formula gets an apostrophe. Raises ValueError for another number of words.
    """
    import xlsxwriter

    if len(words) != 7:
        raise Sentence(N_("A workbook needs seven headings, not {count}."), count=len(words))
    shown = [cleaned(document) for document in documents]
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _CREATED, "comments": "Made with Landfall", "title": harmless(shown[0].title)})
        styles = {
            "head": book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A4D", "valign": "top"}),
            "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
            "figure": book.add_format({"num_format": "#,##0.##", "valign": "top"}),
        }
        _about(book, shown, words, styles)
        for key in dict.fromkeys(section.key for document in shown for section in document.sections):
            _section(book, key, shown, words, styles)
    return buffer.getvalue()


def _about(book: Any, documents: Sequence[Document], words: Sequence[str], styles: dict[str, Any]) -> None:
    page = book.add_worksheet("Landfall")
    page.set_column(0, 0, 28, styles["wrap"])
    page.set_column(1, 1, 110, styles["wrap"])
    _row(page, 0, (words[0], words[6]), styles["head"], styles)
    line = 1
    for document in documents:
        _row(page, line, (document.title, " ".join(filter(None, (document.chip, document.lead)))), None, styles)
        line += 1
    for text in dict.fromkeys((documents[0].eyebrow, *documents[0].foot)):
        _row(page, line, ("", text), None, styles)
        line += 1


def _section(book: Any, key: str, documents: Sequence[Document], words: Sequence[str], styles: dict[str, Any]) -> None:
    inside = [(document, section) for document in documents if (section := document.section(key))]
    page = book.add_worksheet(_sheet_name(inside[0][1].heading, key, book))
    page.freeze_panes(1, 1)
    page.set_column(0, 0, 22, styles["wrap"])
    page.set_column(1, 12, 26, styles["wrap"])
    line = 0
    for kind in (Table, Figures, Bars, Points, Text):
        head: tuple[str, ...] = ()
        for document, section in inside:
            for block in section.blocks:
                if not isinstance(block, kind):
                    continue
                names, rows = _listed(block, words)
                if names != head:
                    line += 1 if line else 0
                    _row(page, line, (words[0], *names), styles["head"], styles)
                    head, line = names, line + 1
                for row in rows:
                    _row(page, line, (document.title, *row), None, styles)
                    line += 1


def _listed(block: Block, words: Sequence[str]) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Return the column names of a block and its rows."""
    _market, item, value, low, high, note, text = words
    if isinstance(block, Table):
        return block.head, list(block.rows)
    if isinstance(block, Figures):
        return (item, value, note), [(each.label, each.value, each.note) for each in block.items]
    if isinstance(block, Bars):
        names = (item, value, low, high, note)
        return names, [(f"{block.title}: {e.label}", e.share, e.low, e.high, e.note) for e in block.items]
    if isinstance(block, Points):
        names = (item, text, note)
        return names, [
            (each.lead, each.text, "; ".join(filter(None, (each.detail, *each.marks, each.url)))) for each in block.items
        ]
    return (text,), [(block.text,)]


def _row(page: Any, line: int, cells: Sequence[object], style: Any, styles: dict[str, Any]) -> None:
    for column, cell in enumerate(cells):
        value = cell.value if isinstance(cell, Amount) else cell
        if isinstance(value, int | float) and not isinstance(value, bool) and value == value:
            page.write_number(line, column, value, style or styles["figure"])
        elif cell is not None:
            page.write_string(line, column, harmless(str(cell))[:_LONGEST_CELL], style or styles["wrap"])


def _sheet_name(heading: str, key: str, book: Any) -> str:
    name = "".join(" " if letter in "[]:*?/\\" or letter < " " else letter for letter in heading)[:31].strip(" '") or key
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    return name if name.casefold() not in taken else f"{name[:24]} {len(taken)}"
