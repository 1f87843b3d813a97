from __future__ import annotations

import codecs

import pytest

from data.content import decoding
from data.content.decoding import check_size, text_of
from frameworks.localization.items import ContentError


@pytest.mark.parametrize("data", [
    "ä€".encode(), codecs.BOM_UTF8 + "ä€".encode(), codecs.BOM_UTF16_LE + "ä€".encode("utf-16-le"),
    codecs.BOM_UTF16_BE + "ä€".encode("utf-16-be"), codecs.BOM_UTF32_LE + "ä€".encode("utf-32-le"),
])  # fmt: skip
def test_unicode_is_read_in_any_form(data):
    assert text_of(data, "a.csv")[0] == "ä€"


def test_a_spreadsheets_old_encoding_is_guessed_and_a_declared_one_believed():
    text = "Größe,Füße,Straße,Übergröße für Mädchen\n"
    assert text_of(text.encode("cp1252"), "a.csv")[0] == text
    assert text_of("Ключ".encode("koi8-r"), "a.po", "koi8-r")[0] == "Ключ"


def test_an_encoding_that_does_not_fit_is_told():
    with pytest.raises(ContentError, match="a.po is written in an encoding"):
        text_of(b"\xff\xff\xff", "a.po", "ascii")


def test_an_empty_and_an_oversized_file_are_refused(monkeypatch):
    with pytest.raises(ContentError, match="is empty"):
        check_size(b" \n", "a.csv")
    monkeypatch.setattr(decoding, "FILE_LIMIT", 1 << 20)
    with pytest.raises(ContentError, match="larger than 1 MB"):
        check_size(b"x" * ((1 << 20) + 1), "a.csv")
