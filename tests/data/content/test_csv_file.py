from __future__ import annotations

import pytest

from data.content import Content, read_content, write_content
from data.content.csv_file import read_csv, read_lines
from data.content.gathering import Gathering
from frameworks.localization.items import ContentError, Item


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(mark):
    found = Gathering()
    read_csv(f'key{mark}source{mark}de\na{mark}"x{mark}y"{mark}z\n', found)
    assert found.content().items[0].source == f"x{mark}y"


def test_no_cell_begins_a_formula():
    written = write_content(Content((Item("=cmd|'/c calc'!A1", "@SUM(1)", "+1", note="-2"),)), "csv")
    assert written.startswith(b"\xef\xbb\xbfkey,")
    assert not [cell for cell in written.decode("utf-8-sig").splitlines()[1].split(",") if cell[:1] in "=+-@" and cell]


def test_an_endless_cell_is_told():
    with pytest.raises(ContentError, match="The table cannot be read"):
        read_csv('key,source\na,"' + "x" * 100_000 + '"\n', Gathering())


def test_pasted_lines_are_texts_and_a_pasted_table_is_a_table():
    found = Gathering()
    read_lines("Add to cart\n\nAdd to cart\nPay", found)
    assert [item.key for item in found.content().items] == ["add_to_cart", "add_to_cart_2", "pay"]
    content = read_content(b"key\tsource\na\tAdd", "pasted.txt")
    assert content.items == (Item("a", "Add"),)
