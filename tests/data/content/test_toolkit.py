"""The translate-toolkit, a program of other people, reads what we write and writes what we read."""

from __future__ import annotations

import io

import pytest
from translate.storage import factory, po, tmx, xliff
from translate.storage.xliff2 import Xliff2File

from data.content import KINDS, Content, read_content, write_content
from frameworks.localization.items import Item, Translation

CONTENT = Content(
    (
        Item("add", "Add <b>{name}</b> & more", "button", max_width=20),
        Item("bags", "{count, plural, one {# bag} other {# bags}}", plural=True),
        Item("lines", 'Two\nlines, "quoted"', surface="email"),
    ),
    (
        Translation("add", "de", "<b>{name}</b> & mehr hinzufügen", "approved", by="Ana"),
        Translation("bags", "de", "{count, plural, one {# Tasche} other {# Taschen}}"),
        Translation("lines", "de", "Zwei\nZeilen, „zitiert“", "needs_review"),
    ),
)
STORES = {"po": po.pofile, "xliff12": xliff.xlifffile, "xliff20": Xliff2File, "tmx": tmx.tmxfile}


def opened(kind: str):
    return STORES[kind].parsestring(write_content(CONTENT, kind, locale="de"))


@pytest.mark.parametrize("kind", ["xliff12", "xliff20", "tmx"])
def test_it_reads_our_texts(kind):
    pairs = {(str(unit.source), str(unit.target)) for unit in opened(kind).units if unit.istranslatable()}
    texts = {one.key: one.text for one in CONTENT.translations}
    assert pairs == {(item.source, texts[item.key]) for item in CONTENT.items}


def test_it_reads_our_catalogue_with_plurals_and_states():
    units = [unit for unit in opened("po").units if unit.istranslatable()]
    assert [unit.isfuzzy() for unit in units] == [False, True, True]
    assert units[1].hasplural()
    assert units[1].target.strings == ["{count} Tasche", "{count} Taschen"]
    assert [unit.getcontext() for unit in units] == ["add", "bags", "lines"]


@pytest.mark.parametrize("kind", list(STORES))
def test_what_it_saves_of_ours_comes_back_whole(kind):
    store = opened(kind)
    buffer = io.BytesIO()
    store.serialize(buffer)
    found = read_content(buffer.getvalue(), f"x.{KINDS[kind].extension}")
    assert found.items == CONTENT.items
    assert found.translations == CONTENT.translations


@pytest.mark.parametrize("ending", ["po", "xlf", "tmx"])
def test_we_read_its_own_files(ending):
    store = factory.getclass(f"x.{ending}")()
    if ending == "tmx":
        store.addtranslation("Add to cart", "en", "In den Warenkorb", "de")
    else:
        unit = store.addsourceunit("Add to cart")
        unit.target = "In den Warenkorb"
    if ending == "xlf":
        store.settargetlanguage("de")
    buffer = io.BytesIO()
    store.serialize(buffer)
    found = read_content(buffer.getvalue(), f"de.{ending}")
    assert [item.source for item in found.items] == ["Add to cart"]
    assert [(one.locale, one.text) for one in found.translations] == [("de", "In den Warenkorb")]
