"""What slides are drawn with: text boxes, boxes, chips and native tables on a 16:9 page, in inches."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

INK, MUTED, LINE, PANEL, SEA = "10303E", "4F6873", "D5DAD6", "F3F5F2", "00655F"
TONES = {"lead": "00655F", "adapt": "A86C00", "niche": "6B5FC7", "later": "5F717B", "unknown": "6F7F87"}
FONT = "Arial"
"""Found, or stood in for at the same width, on every machine; slides cannot carry a font."""

Run = tuple[str, float, bool, str]


class Deck:
    """A presentation under way. Text goes in as text, so nothing in it is ever read as markup."""

    def __init__(self, *, rtl: bool = False) -> None:
        from pptx import Presentation
        from pptx.util import Inches

        self._inches = Inches
        self._book = Presentation()
        self._book.slide_width, self._book.slide_height = Inches(13.333), Inches(7.5)
        self._rtl = rtl

    def slide(self) -> Any:
        """Return a new empty slide."""
        return self._book.slides.add_slide(self._book.slide_layouts[6])

    def text(
        self, slide: Any, paragraphs: Sequence[Sequence[Run]], left: float, top: float, width: float, height: float,
        *, anchor: str = "top", gap: float = 4, shrink: bool = False,
    ) -> None:  # fmt: skip
        """Write paragraphs of runs (text, points, bold, colour). shrink: smaller letters where it would not fit."""
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
        from pptx.util import Pt

        frame = slide.shapes.add_textbox(*map(self._inches, (left, top, width, height))).text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.BOTTOM if anchor == "bottom" else MSO_ANCHOR.TOP
        factor = _factor(paragraphs, width, height, gap) if shrink else 1.0
        for n, runs in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(gap * factor)
            self._turn(paragraph)
            for text, size, bold, colour in runs:
                self._run(paragraph, text, size * factor, bold, colour)

    def box(self, slide: Any, left: float, top: float, width: float, height: float, colour: str) -> Any:
        """Draw a filled rectangle without an outline."""
        from pptx.dml.color import RGBColor
        from pptx.enum.shapes import MSO_SHAPE

        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(self._inches, (left, top, width, height)))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(colour)
        shape.line.fill.background()
        style = shape._element.find(f"{{{shape._element.nsmap['p']}}}style")
        shape._element.remove(style)  # the theme's shadow and outline
        return shape

    def chip(self, slide: Any, text: str, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Draw a short word on a coloured ground."""
        from pptx.enum.text import PP_ALIGN

        frame = self.box(slide, left, top, width, height, colour).text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        self._run(frame.paragraphs[0], text, 12, True, "FFFFFF")

    def note(self, slide: Any, text: str, left: float, top: float, width: float, *, size: float) -> float:
        """Write a paragraph and return its height in inches, as estimated from its text."""
        high = _lines_high([text], [width], size)
        self.text(slide, [[(text, size, False, MUTED)]], left, top, width, high)
        return high

    def table(
        self, slide: Any, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float],
        numeric: Sequence[int], left: float, top: float, width: float, *, size: float,
    ) -> float:  # fmt: skip
        """Draw a native table and return its height in inches, as estimated from its texts."""
        from pptx.util import Pt

        columns = _columns(head, widths, width)
        heights = [_lines_high(row, columns, size) for row in (head, *rows)]
        shape = slide.shapes.add_table(
            len(rows) + 1, len(head), *map(self._inches, (left, top, width, sum(heights)))
        )
        table = shape.table
        table.first_row, table.horz_banding = False, False
        for n, share in enumerate(columns):
            table.columns[n].width = self._inches(share)
        for n, row in enumerate((head, *rows)):
            table.rows[n].height = self._inches(heights[n])
            for i, text in enumerate(row):
                cell = table.cell(n, i)
                cell.margin_left = cell.margin_right = Pt(3)
                cell.margin_top = cell.margin_bottom = Pt(1.5)
                self._cell(cell, text, n == 0, i, i in numeric, size)
        return sum(heights)

    def describe(self, title: str, created: datetime) -> None:
        """Set the file's properties, none of which tells the clock."""
        about = self._book.core_properties
        about.title, about.author, about.last_modified_by = title, "Landfall", "Landfall"
        about.created = about.modified = created
        about.revision = 1

    def saved(self) -> bytes:
        """Return the file."""
        buffer = io.BytesIO()
        self._book.save(buffer)
        return buffer.getvalue()

    def _cell(self, cell: Any, text: str, head: bool, column: int, numeric: bool, size: float) -> None:
        from pptx.dml.color import RGBColor
        from pptx.enum.text import PP_ALIGN

        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(PANEL if head else "FFFFFF")
        paragraph = cell.text_frame.paragraphs[0]
        self._turn(paragraph)
        if numeric:
            paragraph.alignment = PP_ALIGN.RIGHT
        self._run(paragraph, text, size - 0.5 if head else size, head or column == 0, MUTED if head else INK)

    def _run(self, paragraph: Any, text: str, size: float, bold: bool, colour: str) -> None:
        from pptx.dml.color import RGBColor
        from pptx.util import Pt

        run = paragraph.add_run()
        run.text = str(text) or "\u00a0"  # an empty cell would take the height of the largest letters
        run.font.name, run.font.size, run.font.bold = FONT, Pt(round(2 * size) / 2), bold
        run.font.color.rgb = RGBColor.from_string(colour)

    def _turn(self, paragraph: Any) -> None:
        if self._rtl:
            from pptx.enum.text import PP_ALIGN

            paragraph.alignment = PP_ALIGN.RIGHT
            paragraph._p.get_or_add_pPr().set("rtl", "1")


def table_high(table: Any, most: int, width: float, size: float) -> float:
    """Return how high the first ``most`` rows of a table stand with their head, in inches, as estimated."""
    columns = _columns(table.head, table.widths, width)
    return sum(_lines_high(row, columns, size) for row in (table.head, *table.rows[:most]))


def _columns(head: Sequence[str], widths: Sequence[float], width: float) -> list[float]:
    shares = list(widths) if len(widths) == len(head) else [1.0] * len(head)
    return [width * share / sum(shares) for share in shares]


def _letters(width: float, size: float) -> float:
    """Return how many letters of a size fit a width in inches; wide scripts count double."""
    return max(width * 72 / (size * 0.52), 1)


def _span(text: str) -> int:
    return sum(2 if ord(letter) > 0x1100 else 1 for letter in text)


def _lines_high(row: Sequence[str], columns: Sequence[float], size: float) -> float:
    lines = max(-(-_span(text) // int(_letters(wide - 0.09, size))) for text, wide in zip(row, columns, strict=True))
    return max(lines, 1) * size * 1.2 / 72 + 0.06


def _factor(paragraphs: Sequence[Sequence[Run]], width: float, height: float, gap: float) -> float:
    """Return by how much letters must shrink for paragraphs to fit, 0.6 at least."""
    for factor in (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65):
        high = sum(
            -(-sum(_span(text) for text, *_rest in runs) // int(_letters(width, runs[0][1] * factor)))
            * max(size for _text, size, *_rest in runs) * factor * 1.2 + gap * factor
            for runs in paragraphs if runs
        )  # fmt: skip
        if high <= height * 72:
            return factor
    return 0.6
