"""Briefs as PDF: the same bytes, no text read as markup, at most two pages a market."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.export import brief_pdf as room
from data.export.brief_pdf import brief_pdf
from tests.data.export.briefs import HOSTILE, HOSTILE_DOCUMENTS, document

ROOT = Path(__file__).parents[3]
_AGAIN = """
import sys
from data.export.brief_pdf import brief_pdf
from tests.data.export.briefs import document
sys.stdout.buffer.write(brief_pdf([document(kind="comparison"), document()]))
"""


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type/Page/") or pdf.count(b"/Type /Page\n") or pdf.count(b"/Type/Page\n")


def test_the_same_documents_give_the_same_bytes_in_any_process():
    documents = [document(kind="comparison"), document()]
    made = brief_pdf(documents)
    assert made.startswith(b"%PDF")
    assert brief_pdf(documents) == made
    again = subprocess.run(
        [sys.executable, "-c", _AGAIN], capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert again.stdout == made


@pytest.mark.parametrize("hostile", HOSTILE_DOCUMENTS, ids=range(len(HOSTILE)))
def test_hostile_text_is_set_as_text(hostile):
    assert brief_pdf([hostile]).startswith(b"%PDF")


def test_no_link_runs_code():
    made = brief_pdf([document()])
    assert b"javascript" not in made
    assert b"example.org" in made


def test_the_shipped_font_alone_sets_what_it_can_write():
    assert room._SHIPPED.fullmatch("Côte d'Ivoire – “Łódź”, 12 €…")
    assert not room._SHIPPED.fullmatch("日本")


def test_the_shipped_font_has_every_letter_it_is_said_to_have():
    fonts = pytest.importorskip("fontTools.ttLib")
    known = fonts.TTFont(room.FONTS / "Figtree-Regular.ttf").getBestCmap()
    said = [chr(code) for code in range(0x20, 0x2200) if room._SHIPPED.fullmatch(chr(code)) and not chr(code).isspace()]
    lacking = [letter for letter in said if ord(letter) not in known and letter not in "\u200b\u00ad"]
    assert lacking == []


def test_right_to_left_is_set():
    assert brief_pdf([document("العربية", rtl=True)]).startswith(b"%PDF")
