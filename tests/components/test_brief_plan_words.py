"""The plan and the protocol of a brief, in every form it is taken away in."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pptx import Presentation
from python_calamine import CalamineWorkbook

from components import brief_words
from data.catalog import world
from data.export.brief_html import brief_html
from data.export.brief_pdf import brief_pdf
from data.export.brief_sheet import brief_sheet
from data.export.brief_slides import brief_slides
from frameworks.payments import SetUp
from frameworks.report import brief
from frameworks.rollout.tasks import Task
from frameworks.scoring.scenario import Scenario
from frameworks.scoring.score import scoring

TODAY = dt.date(2026, 11, 22)


def task(number=1, **more):
    given = {
        "title": "Offer <b>trials</b>", "note": "", "owner": "Ana", "due": dt.date(2026, 11, 1), "status": "open",
        "kind": "guidance", "origin": "a", "original": "", "citation": "Singh 2006 (single study)", **more,
    }  # fmt: skip
    return Task(number=number, market="BRA", home="DEU", revision=1, **given)


@pytest.fixture(scope="module")
def document():
    """A brief on Brazil from Germany with a plan of two tasks and own words on complaints."""
    scored = scoring("DEU", languages=("de",), reference=world())
    plan = (task(), task(2, title="=1+1", owner="", due=None, status="done", citation="", kind="own"))
    found = brief(
        world(), Scenario(home="DEU", languages=("de",)), "BRA", scoring=scored, set_up=SetUp(providers=("stripe",)), today=TODAY,
        plan=plan, notes={"complaints": "A senior agent writes <i>first</i>."},
    )  # fmt: skip
    return brief_words.document(found, {}, {})


def test_decided_tasks_stand_with_owner_day_status_and_origin(document):
    first, second = document.section("decided").blocks[0].items
    assert first.lead == "Offer <b>trials</b>"
    assert first.text.startswith("Ana; due ")
    assert first.marks == ("Open", "overdue")
    assert first.detail == "Singh 2006 (single study)"
    assert (second.text, second.marks, second.detail) == ("nobody yet", ("Done",), "Added by hand")


def test_own_words_come_first_and_the_evidence_stays(document):
    point = next(item for item in document.section("protocol").blocks[0].items if "senior agent" in item.text)
    assert point.text == "A senior agent writes <i>first</i>."
    assert "Evidence:" in point.detail


def test_every_form_holds_what_was_decided(document):
    html = brief_html([document], "Brief")
    text = html.decode() if isinstance(html, bytes) else html
    assert "What we decided to do" in text
    assert "Offer &lt;b&gt;trials&lt;/b&gt;" in text
    slides = Presentation(io.BytesIO(brief_slides([document], "Brief")))
    said = " ".join(
        shape.text_frame.text if shape.has_text_frame else " ".join(cell.text for row in shape.table.rows for cell in row.cells)
        for slide in slides.slides for shape in slide.shapes if shape.has_text_frame or shape.has_table
    )  # fmt: skip
    assert "Offer <b>trials</b>" in said
    assert "How to communicate there" in said
    words = ("Market", "Item", "Value", "Low", "High", "Note", "Text")
    book = CalamineWorkbook.from_filelike(io.BytesIO(brief_sheet([document], words)))
    cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
    assert "Offer <b>trials</b>" in cells
    assert "'=1+1" in cells
    assert brief_pdf([document])[:5] == b"%PDF-"


def test_the_same_brief_gives_the_same_bytes(document):
    assert brief_slides([document], "Brief") == brief_slides([document], "Brief")
    assert brief_pdf([document]) == brief_pdf([document])
