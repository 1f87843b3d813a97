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


def pasted(text, **how):
    return read_content(text.encode(), "pasted.txt", **how)


def test_pasted_lines_are_texts_or_a_key_a_tab_and_a_text():
    found = pasted("checkout.pay\tBuy\ncheckout.no\tNo\tbutton\n\nA text alone\nA text alone\n\tled by a tab\nEnds in a tab\t\n")
    assert [(item.key, item.source, item.context) for item in found.items] == [
        ("checkout.pay", "Buy", ""), ("checkout.no", "No", "button"), ("a_text_alone", "A text alone", ""),
        ("a_text_alone_2", "A text alone", ""), ("led_by_a_tab", "led by a tab", ""), ("ends_in_a_tab", "Ends in a tab", ""),
    ]  # fmt: skip
    assert found.problems == ()


def test_a_pasted_sheet_has_a_heading():
    found = pasted("Key\tText\tde\na.one\tBuy\tKaufen\n")
    assert [item.key for item in found.items] == ["a.one"] and found.translations[0].text == "Kaufen"


def test_a_pasted_key_that_stands_twice_or_is_too_long_is_told():
    found = pasted("a.one\tBuy\na.one\tSell\n" + "k" * 600 + "\tlong\n", source_language="es")
    assert [item.source for item in found.items] == ["Buy"] and found.items[0].source_language == "es"
    assert len(found.problems) == 2
