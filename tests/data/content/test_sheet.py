from __future__ import annotations

import io
import zipfile

import pytest

from data.content import Content, read_content, write_content
from frameworks.localization.items import ContentError, Item, Translation


def test_a_text_too_long_for_a_cell_is_told():
    with pytest.raises(ContentError, match="too long for a cell"):
        write_content(Content((Item("a", "x" * 40_000),)), "xlsx")


def test_a_damaged_workbook_is_refused():
    whole = write_content(Content((Item("a", "Add"),), (Translation("a", "de", "Hinzu"),)), "xlsx")
    with pytest.raises(ContentError):
        read_content(whole[: len(whole) // 2], "texts.xlsx")


def test_an_archive_that_is_no_workbook_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.csv", "key,source\n")
    with pytest.raises(ContentError, match="no workbook"):
        read_content(buffer.getvalue(), "texts.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as file:
            for _ in range(48):
                file.write(b"0" * (1 << 20))
    with pytest.raises(ContentError, match="unpacks to far more"):
        read_content(buffer.getvalue(), "bomb.xlsx")
