"""Briefs as a workbook: one sheet a section, figures as figures, no formulas."""

import io

import pytest
from python_calamine import CalamineWorkbook

from data.export.brief_sheet import brief_sheet
from tests.data.export.briefs import HOSTILE_DOCUMENTS, document

WORDS = ("Market", "Item", "Value", "Low", "High", "Note", "Text")


def read(raw: bytes):
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_one_sheet_a_section_with_all_markets():
    sheets = read(brief_sheet([document(), document("Japan")], WORDS))
    assert next(iter(sheets)) == "Landfall"
    assert {"Languages", "Payments", "Sources"} <= set(sheets)
    rows = sheets["Languages"]
    assert rows[0][:3] == ["Market", "Language", "People"]
    assert [row[0] for row in rows[1:]] == ["Germany", "Germany", "Japan", "Japan"]
    assert rows[1][2] == 76e6


def test_hostile_text_is_no_formula():
    import zipfile

    for hostile in HOSTILE_DOCUMENTS:
        raw = brief_sheet([hostile], WORDS)
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            assert not any(b"<f>" in package.read(name) for name in package.namelist())
        cells = [str(cell) for rows in read(raw).values() for row in rows for cell in row]
        assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_the_same_documents_give_the_same_bytes():
    assert brief_sheet([document()], WORDS) == brief_sheet([document()], WORDS)


def test_headings_must_be_seven():
    with pytest.raises(ValueError, match="seven"):
        brief_sheet([document()], WORDS[:3])


def test_two_sections_of_one_name_get_two_sheets():
    from dataclasses import replace

    one = document()
    twice = replace(one, sections=(one.sections[3], replace(one.sections[4], heading="Languages")))
    assert len(read(brief_sheet([twice], WORDS))) == 3
