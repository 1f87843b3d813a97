from __future__ import annotations

from data.content import Content, read_content, write_content
from frameworks.localization.items import Item, Translation

FOREIGN = b"""<xliff version="2.0" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">
<group id="g"><unit id="1"><notes><note>greeting</note></notes>
 <originalData><data id="d1">{name}</data><data id="b">&lt;b&gt;</data><data id="e">&lt;/b&gt;</data></originalData>
 <segment state="reviewed"><source>Hi <ph id="1" dataRef="d1"/>.</source><target>Hallo <ph id="1" dataRef="d1"/>.</target>
 </segment><ignorable><source> </source></ignorable>
 <segment state="translated"><source><pc id="2" dataRefStart="b" dataRefEnd="e">Bye</pc></source>
 <target>Bis <cp hex="0007"/>bald</target>
 </segment></unit>
<unit id="2"><segment><source>One</source><target>Eins</target></segment><segment><source>Two</source></segment></unit>
</group></file></xliff>"""


def test_a_file_from_elsewhere_with_its_segments_put_together():
    content = read_content(FOREIGN, "x.xlf")
    pair = '<pc id="2" dataRefStart="b" dataRefEnd="e" dataStart="&lt;b&gt;" dataEnd="&lt;/b&gt;">Bye</pc>'
    assert [(item.key, item.source) for item in content.items] == [
        ("1", f'Hi <ph id="1" dataRef="d1" data="{{name}}"/>. {pair}'), ("2", "OneTwo"),
    ]  # fmt: skip
    assert content.items[0].context == "greeting"
    assert [(one.key, one.text, one.state) for one in content.translations] == [
        ("1", 'Hallo <ph id="1" dataRef="d1" data="{name}"/>. Bis <cp hex="0007"/>bald', "needs_review"),
    ]  # fmt: skip


def test_others_read_our_states():
    told = write_content(Content((Item("a b", "Add"),), (Translation("a b", "de", "Hinzu", "approved"),)), "xliff20").decode()
    assert 'srcLang="en" trgLang="de"' in told
    assert 'id="u1" name="a b"' in told and 'state="final"' in told


def test_the_language_of_the_items_need_not_be_that_of_the_file():
    content = Content((Item("a", "Add"), Item("b", "Buy"), Item("c", "Kaufen", source_language="de")))
    assert read_content(write_content(content, "xliff20"), "x.xlf").items == content.items
