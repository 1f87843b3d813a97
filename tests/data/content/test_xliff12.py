from __future__ import annotations

from data.content import Content, read_content, write_content
from frameworks.localization.items import Item, Translation

FOREIGN = b"""<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file original="a" source-language="en-US" target-language="de" datatype="html"><body><group><trans-unit id="7">
  <source>Hi <x id="1" equiv-text="{name}"/>, <g id="2">see</g> <ph id="3">&lt;br/&gt;</ph><mrk mtype="x">this</mrk></source>
  <seg-source>Hi</seg-source>
  <target state="final">Hallo <x id="1"/></target><note>greeting</note>
  <alt-trans><source>No</source><target>Nein</target></alt-trans>
 </trans-unit><trans-unit id="8"><source>New</source><target state="new">Neu</target></trans-unit>
 <trans-unit id="9"><source>Empty</source><target/></trans-unit></group></body></file></xliff>"""


def test_a_file_from_elsewhere():
    content = read_content(FOREIGN, "x.xlf")
    first = content.items[0]
    assert (first.key, first.context, first.source_language) == ("7", "greeting", "en_US")
    assert first.source == (
        'Hi <x id="1" equiv-text="{name}"/>, <g id="2">see</g> <ph id="3">&lt;br/&gt;</ph><mrk mtype="x">this</mrk>'
    )
    assert [(one.key, one.text, one.state) for one in content.translations] == [
        ("7", 'Hallo <x id="1"/>', "needs_review"), ("8", "Neu", "draft"),
    ]  # fmt: skip
    assert content.problems == ()


def test_others_read_our_states_and_widths():
    content = Content((Item("a", "Add", max_width=9),), (Translation("a", "pt_BR", "Adicionar", "approved", by="Ana"),))
    told = write_content(content, "xliff12").decode()
    assert 'target-language="pt-BR"' in told
    assert 'maxwidth="9" size-unit="char"' in told
    assert 'approved="yes"' in told and 'state="final"' in told


def test_items_of_two_languages_come_back():
    content = Content((Item("a", "Add"), Item("b", "Kaufen", source_language="de")), (Translation("b", "fr", "Achat"),))
    found = read_content(write_content(content, "xliff12"), "x.xlf")
    assert (found.items, found.translations) == (content.items, content.translations)
