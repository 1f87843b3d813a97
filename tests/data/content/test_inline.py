"""Inline codes of XLIFF: into the text and out again with nothing lost, and known to the check of placeholders."""

from __future__ import annotations

import io
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage import xliff
from translate.storage.xliff2 import Xliff2File

from data.content import Content, read_content, write_content
from data.content.inline import put, text_of
from data.content.xliff12 import INLINE as ONE
from data.content.xliff12 import NAMESPACE as SPACE_ONE
from data.content.xliff20 import INLINE as TWO
from data.content.xliff20 import NAMESPACE as SPACE_TWO
from frameworks.localization.checks import check
from frameworks.localization.items import Item, Translation
from frameworks.localization.placeholders import find_placeholders

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("<>&\"'{}%\n"), max_size=8)
names = st.sampled_from(["1", "a b", "x<y", 'say "hi"', "ä&ö", "d\t1"])


@st.composite
def ones(draw, depth=2):
    """Return the inside of a source of XLIFF 1.2 as XML."""
    parts = [escape(draw(words))]
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(("g", "mrk", "x", "bx", "ex", "bpt", "ept", "ph", "it")))
        said = f'id="{escape(draw(names))}"' + draw(st.sampled_from(("", ' ctype="bold"', ' equiv-text="&lt;br/>"')))
        if kind in ("g", "mrk"):
            said = 'mtype="term"' if kind == "mrk" else said
            parts.append(f"<{kind} {said}>{draw(ones(depth - 1)) if depth else escape(draw(words))}</{kind}>")
        elif kind in ("x", "bx", "ex"):
            parts.append(f"<{kind} {said}/>")
        else:
            inner = draw(st.sampled_from(("", "<sub>text &amp; <x id='9'/></sub>")))
            parts.append(f"<{kind} {said}>{escape(draw(words))}{inner}</{kind}>")
        parts.append(escape(draw(words)))
    return "".join(parts)


@st.composite
def twos(draw, depth=2):
    """Return the inside of a source of XLIFF 2.0 as XML; d1 and d2 are told in ``originalData``."""
    parts = [escape(draw(words))]
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(("ph", "pc", "sc", "ec", "mrk", "sm", "em", "cp")))
        said = f'id="{escape(draw(names))}"' + draw(st.sampled_from(("", ' disp="x"', ' dataRef="d1"', ' dataRef="d2"')))
        if kind in ("pc", "mrk"):
            said = f'id="m"{draw(st.sampled_from(["", " dataRefStart=" + chr(34) + "d1" + chr(34)]))}' if kind == "pc" else 'id="m"'
            parts.append(f"<{kind} {said}>{draw(twos(depth - 1)) if depth else escape(draw(words))}</{kind}>")
        else:
            said = {"cp": 'hex="001F"', "em": 'startRef="1"', "sm": 'id="7" type="comment"'}.get(kind, said)
            parts.append(f"<{kind} {said}/>")
        parts.append(escape(draw(words)))
    return "".join(parts)


def file_one(source: str, target: str) -> bytes:
    return (
        f'<xliff version="1.2" xmlns="{SPACE_ONE}"><file original="a" source-language="en" target-language="de" '
        f'datatype="html"><body><trans-unit id="1" xml:space="preserve"><source>{source}</source><target>{target}</target>'
        "</trans-unit></body></file></xliff>"
    ).encode()


def file_two(source: str, target: str) -> bytes:
    return (
        f'<xliff version="2.0" srcLang="en" trgLang="de" xmlns="{SPACE_TWO}"><file id="f"><unit id="1"><originalData>'
        f'<data id="d1">{{name}} &lt;b&gt;</data><data id="d2"></data></originalData><segment state="translated">'
        f'<source xml:space="preserve">{source}</source><target xml:space="preserve">{target}</target>'
        "</segment></unit></file></xliff>"
    ).encode()


def shape(data: bytes, name: str) -> tuple:
    """Return an element of a file as names, attributes and texts."""

    def told(element):
        space = "{http://www.w3.org/XML/1998/namespace}space"
        said = {key: value for key, value in element.attrib.items() if key != space and element.tag.rpartition("}")[2] != name}
        return element.tag, said, element.text or "", [(told(child), child.tail or "") for child in element]

    found = [told(one) for one in etree.fromstring(data).iter(f"{{*}}{name}")]
    # The state of a target is its own attribute; of source and target only what they hold counts here.
    return tuple((text, inner) for _, _, text, inner in found)


def read(data: bytes) -> Content:
    return read_content(data, "x.xlf")


@settings(max_examples=150, deadline=None)
@given(ones(), ones())
def test_nothing_of_xliff_12_is_lost(source, target):
    data = file_one(source + ".", target + ".")
    content = read(data)
    again = write_content(content, "xliff12")
    assert shape(again, "source") == shape(data, "source")
    assert shape(again, "target") == shape(data, "target")
    assert [(item.source, item.key) for item in read(again).items] == [(item.source, item.key) for item in content.items]
    assert [one.text for one in read(again).translations] == [one.text for one in content.translations]


@settings(max_examples=150, deadline=None)
@given(twos(), twos())
def test_nothing_of_xliff_20_is_lost(source, target):
    data = file_two(source + ".", target + ".")
    content = read(data)
    again = write_content(content, "xliff20")
    assert shape(again, "source") == shape(data, "source")
    assert shape(again, "target") == shape(data, "target")
    pointed = {one.get("id"): one.text or "" for one in etree.fromstring(again).iter("{*}data")}
    assert pointed.items() <= {"d1": "{name} <b>", "d2": ""}.items()
    assert set(pointed) == {ref for ref in ("d1", "d2") if f'"{ref}"' in source + target}
    assert [one.text for one in read(again).translations] == [one.text for one in content.translations]


TAGS = st.sampled_from(
    ('<x id="1"/>', '<g id="1">', "</g>", '<ph id="1">', "</ph>", '<ph id="1"/>', "</pc>", "<em>", "<b>", "]]>", "<!--",
     '<pc id="2" dataRefStart="d" dataStart="a">', '<ph id="1" dataRef="d" data="b"/>', '<ph id="1" data="b"/>',
     "<x id='1'/>", '<x  id="1" />', '<em startRef="1"/>', '<ph id="1">&bad;</ph>', '<ph id="1"><evil/></ph>',
     '<cp hex="0000"/>', '<mrk mtype="seg">', "</mrk>", '<g id="&#0;"/>', '<x id="1" y:z="2"/>', '<ph id="1" dataRef="d"/>',
     '<x id="1" id="1"/>', "&lt;", "<?pi?>"),
)  # fmt: skip
tagged = st.lists(TAGS | words, max_size=6).map("".join)


@settings(max_examples=300, deadline=None)
@given(tagged, st.sampled_from([(ONE, SPACE_ONE), (TWO, SPACE_TWO)]))
def test_any_text_comes_back_to_the_letter(text, version):
    inline, space = version
    text = Item("k", text).source
    element = etree.Element(f"{{{space}}}source", nsmap={None: space})
    data = put(element, text, inline)
    back = etree.fromstring(etree.tostring(element))
    assert text_of(back, inline, data) == text


@settings(max_examples=100, deadline=None)
@given(tagged, tagged, st.sampled_from(["xliff12", "xliff20"]))
def test_any_pair_of_texts_comes_back_from_a_file(source, target, kind):
    content = Content((Item("k", source + "."),), (Translation("k", "de", target + "."),))
    again = read(write_content(content, kind, locale="de"))
    assert (again.items, again.translations) == (content.items, content.translations)


def test_what_others_read_in_our_file_is_the_code_itself():
    content = Content(
        (Item("k", 'See <g id="1">this</g> <x id="2"/><ph id="3">&lt;br/&gt;</ph>'),),
        (Translation("k", "de", '<x id="2"/>Siehe <g id="1">dies</g><ph id="3">&lt;br/&gt;</ph>'),),
    )
    ours, plainly = (
        xliff.xlifffile.parsestring(data).units[0].rich_source[0].sub
        for data in (write_content(content, "xliff12"), file_one(content.items[0].source, ""))
    )
    codes = [[type(part).__name__ for part in found] for found in (ours, plainly)]
    assert codes[0] == codes[1] and {"G", "X"} <= set(codes[0])
    buffer = io.BytesIO()
    store = xliff.xlifffile.parsestring(write_content(content, "xliff12"))
    store.serialize(buffer)
    assert read(buffer.getvalue()).translations == content.translations


def test_others_read_the_codes_of_our_20_file():
    text = 'Hi <ph id="1" dataRef="d" data="{name}"/>, <pc id="2">bye</pc>'
    content = Content((Item("k", text),), (Translation("k", "de", text),))
    data = write_content(content, "xliff20", locale="de")
    assert b'<data id="d" xml:space="preserve">{name}</data>' in data and data.count(b"<pc ") == 2
    store = Xliff2File.parsestring(data)
    buffer = io.BytesIO()
    store.serialize(buffer)
    assert read(buffer.getvalue()).items == content.items


def test_a_translation_that_says_another_thing_of_a_code_keeps_its_text():
    content = Content(
        (Item("k", '<ph id="1" dataRef="d" data="a"/>.'),), (Translation("k", "de", '<ph id="1" dataRef="d" data="b"/>.'),)
    )
    again = read(write_content(content, "xliff20", locale="de"))
    assert (again.items, again.translations) == (content.items, content.translations)


def test_sentences_are_put_together_and_words_of_other_programs_told():
    data = file_one('<mrk mtype="seg" mid="0">One.</mrk> <x id="1" xmlns:o="urn:o" o:z="2"/>', "Eins.")
    content = read(data)
    assert content.items[0].source == 'One. <x id="1"/>'
    assert "another program" in str(content.problems[0])


@pytest.mark.parametrize(
    "source, target, wrong",
    [
        ('See <g id="1">this</g>', 'Siehe <g id="1">dies</g>', ""), ('See <g id="1">this</g>', "Siehe dies", '<g id="1">'),
        ('Buy <x id="1"/>', 'Kauf <x id="2"/>', '<x id="1"/>'), ('A <ph id="3">&lt;br/&gt;</ph>', "Ein", '<ph id="3">'),
        ('Hi <ph id="1" dataRef="d" data="{name}"/>', 'Hallo <ph id="1" dataRef="d" data="{name}"/>', ""),
        ('Hi <ph id="1" dataRef="d" data="{name}"/>', "Hallo {name}", '<ph id="1"'), ("A <em>word</em>", "Ein Wort", ""),
        ('Two <bpt id="1">&lt;b&gt;</bpt>big<ept id="1">&lt;/b&gt;</ept>', 'Zwei <bpt id="1">&lt;b&gt;</bpt>groß', "<ept"),
        ('Three <pc id="1">big</pc>', 'Drei <pc id="1">große', "</pc>"), ('Four <sc id="1"/>', "Vier", "<sc"),
    ],
)  # fmt: skip
def test_the_check_of_placeholders_knows_codes(source, target, wrong):
    found = [one for one in check(source, target, "de") if one.check == "placeholders"]
    assert bool(found) is bool(wrong)
    assert not wrong or any(wrong in str(one.message) for one in found)


def test_a_code_is_one_place_with_all_it_holds():
    text = 'a <ph id="3">&lt;br/&gt; {n}</ph> b <g id="1">c {name}</g> <em>d</em>'
    assert [found.text for found in find_placeholders(text)] == ['<ph id="3">&lt;br/&gt; {n}</ph>', '<g id="1">', "{name}", "</g>"]
    assert {found.kind for found in find_placeholders(text)} == {"inline", "brace"}
