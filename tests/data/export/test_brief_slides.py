"""Briefs as slides: native tables, one market a slide, the same bytes."""

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

from pptx import Presentation

from data.export.brief_slides import brief_slides
from frameworks.report.document import Bar, Bars, Section, Table, Text
from tests.data.export.briefs import HOSTILE_DOCUMENTS, document

ROOT = Path(__file__).parents[3]
_AGAIN = """
import sys
from data.export.brief_slides import brief_slides
from frameworks.report.document import Bar, Bars, Section
from tests.data.export.briefs import document
sys.stdout.buffer.write(brief_slides([document(kind="comparison"), document(), document("Japan")], "Briefs", "Lamps"))
"""


def made():
    return brief_slides([document(kind="comparison"), document(), document("Japan")], "Briefs", "Lamps")


def slides(raw: bytes):
    return list(Presentation(io.BytesIO(raw)).slides)


def said(slide) -> str:
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_title_comparison_a_slide_a_market_and_sources():
    found = slides(made())
    assert "Briefs" in said(found[0])
    assert any(shape.has_table for shape in found[1].shapes)
    titles = [said(slide) for slide in found]
    assert sum("Germany" in title for title in titles) >= 1
    assert sum("Japan" in title for title in titles) == 1
    assert "Sources" in titles[-1]


def test_the_same_documents_give_the_same_bytes_in_any_process():
    again = subprocess.run(
        [sys.executable, "-c", _AGAIN], capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert again.stdout == made()


def test_no_member_tells_the_clock():
    with zipfile.ZipFile(io.BytesIO(made())) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01" in package.read("docProps/core.xml")


def test_hostile_text_is_written_as_text():
    for hostile in HOSTILE_DOCUMENTS:
        raw = brief_slides([hostile], hostile.title, hostile.eyebrow)
        assert len(slides(raw)) == 3
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            assert not any(b"javascript:" in package.read(name) for name in package.namelist() if "slides/" in name)


def test_nothing_lies_outside_the_slide():
    book = Presentation(io.BytesIO(made()))
    for slide in book.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= book.slide_width
            assert shape.top + shape.height <= book.slide_height


def test_right_to_left_turns_the_paragraphs():
    raw = brief_slides([document("العربية", rtl=True)], "Briefs")
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        assert b'rtl="1"' in package.read("ppt/slides/slide2.xml")


def test_how_ready_the_team_is_stands_as_bars_with_reasons():
    ready = Section("readiness", "How ready we are", (
        Bars("Readiness", (Bar("Content approved", "40", 40.0, 40.0, 60.0, "Nine of 20 texts"), Bar("Rules met", "unknown", None))),
    ))  # fmt: skip
    found = slides(brief_slides([replace(document(), sections=(*document().sections, ready))], "Briefs"))
    told = next(text for text in map(said, found) if "How ready we are" in text)
    assert "Content approved" in told and "Nine of 20 texts" in told and "unknown" in told


def test_nothing_decided_is_no_slide_and_a_long_offer_is_told_whole():
    nothing = Section("decided", "What we decided to do", (Text("Nothing is decided yet."),))
    offer = "Market brief, as seen from United States · Botanical soap gift set and Beauty & personal care"
    found = slides(brief_slides([replace(document(), sections=(*document().sections, nothing))], "Briefs", offer))
    assert not any("What we decided" in said(slide) for slide in found)
    assert offer in said(found[0])


def test_long_tables_lose_rows_before_they_leave_the_slide():
    row = ("Mastercard, Visa, American Express, Diners Club International, and JCB", "51", "with Adyen, Airwallex, or Stripe " * 3)
    long = Table(("Method", "Adds up to", "How to get it"), (row,) * 6)
    sections = tuple(
        replace(one, blocks=(long,)) if one.key in ("payments", "languages", "calendar") else one for one in document().sections
    )
    slide = slides(brief_slides([replace(document(), sections=sections)], "Briefs"))[1]
    tables = [shape for shape in slide.shapes if shape.has_table]
    assert len(tables) == 3 and min(len(shape.table.rows) for shape in tables) >= 2
    assert max(shape.top + shape.height for shape in tables) <= 7.0 * 914400
