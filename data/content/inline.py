"""Inline codes of XLIFF as part of a text, and back into elements without loss.

In a text a code stands as its tag, with everything it holds: ``<x id="1"/>``, ``<g id="2">…</g>``,
``<ph id="3">&lt;br/&gt;</ph>``; of XLIFF 2.0, what its ``dataRef`` points to stands in the tag too
(``data="…"``). A translator moves it as a whole, and the check of placeholders knows it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from data.content.xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

XML = "{http://www.w3.org/XML/1998/namespace}"
_DATA = {"data": "dataRef", "dataStart": "dataRefStart", "dataEnd": "dataRefEnd"}
"""What a tag in a text says beside the attributes of its element, and the attribute that points to it."""
_ATTRIBUTES = r'(?:\s+[A-Za-z][\w.:\-]*="[^"<>]*")'


@dataclass(frozen=True)
class Inline:
    """The inline elements of a version of XLIFF, by what they hold.

    needed: by name of an element, an attribute it always has, which tells it from HTML. codes: hold the code of the
    original; around: hold text; segment: the ``mtype`` of those that only mark a sentence, whose tags are left out;
    points: whether ``dataRef`` of a code points to what it stands for.
    """

    namespace: str
    needed: Mapping[str, str]
    codes: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    segment: str = ""
    points: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the tags of these elements in a text."""
        heads = "|".join(rf'{name}(?=[^<>]*\s{needed}="){_ATTRIBUTES}+' for name, needed in self.needed.items())
        inside = r"(?:[^<]|<(?!/(?:{codes})>)){0,4000}?".replace("{codes}", "|".join(self.codes) or "-")
        whole = "|".join(
            rf'<{name}(?=[^<>]*\s{self.needed[name]}="){_ATTRIBUTES}+>{inside}</{name}>' for name in self.codes
        )
        ends = "|".join(rf"</{name}>" for name in self.around)
        return re.compile("|".join(filter(None, (whole, rf"<(?:{heads})/?>", ends))))


def text_of(element: _Element, inline: Inline, data: Mapping[str, str] | None = None) -> str:
    """Return the text of a source or target, its codes as tags. data: of XLIFF 2.0, what the codes point to, by id."""
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name in inline.around and child.get("mtype") == inline.segment and inline.segment:
            parts.append(text_of(child, inline, data))
        elif name in inline.around:
            parts += [_head(child, data, empty=False), text_of(child, inline, data), f"</{name}>"]
        elif name in inline.needed:
            parts.append(_whole(child, data))
        else:
            parts.append(text_of(child, inline, data))
        parts.append(child.tail or "")
    return "".join(parts)


def loses(element: _Element) -> bool:
    """Return whether a source or target says something of its codes that a text cannot hold: words of other programs."""
    return any("}" in str(name) and not str(name).startswith(XML) for child in element.iter() for name in child.attrib
               if child is not element)  # fmt: skip


def put(element: _Element, text: str, inline: Inline) -> dict[str, str]:
    """Write a text into a source or target, its tags as elements, and return what they point to, by id.

    A text whose tags do not hold together, or would not come back to the letter, is written as it stands.
    """
    from lxml import etree

    pieces, at = [], 0
    if "<" not in text:
        element.text = text
        return {}
    for found in inline.pattern.finditer(text):
        pieces += [escape(text[at : found.start()], quote=False), found[0]]
        at = found.end()
    if at == 0:
        element.text = text
        return {}
    pieces.append(escape(text[at:], quote=False))
    xml = f'<r xmlns="{inline.namespace}">{"".join(pieces)}</r>'
    try:
        root = etree.fromstring(xml.encode("utf-8", "replace"), etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        element.text = text
        return {}
    data = _pointed(root) if inline.points else {}
    known = all(local(child) in (*inline.needed, "sub") for child in root.iterdescendants())
    if data is None or not known or text_of(root, inline, data) != text:
        element.text = text
        return {}
    element.text = root.text
    for child in list(root):
        element.append(child)
    etree.cleanup_namespaces(element)
    return data


def _pointed(root: _Element) -> dict[str, str] | None:
    """Take what the tags say of the original out of them, and return it by id; None where two say different things."""
    data: dict[str, str] = {}
    for child in root.iterdescendants():
        for said, pointer in _DATA.items():
            value = child.attrib.pop(said, None)
            if value is not None and data.setdefault(child.get(pointer, ""), value) != value:
                return None
    return None if "" in data else data


def _head(element: _Element, data: Mapping[str, str] | None, *, empty: bool) -> str:
    parts = [local(element)]
    for name, value in element.attrib.items():
        if "}" not in str(name) or str(name).startswith(XML):
            parts.append(f'{str(name).replace(XML, "xml:")}="{_quoted(str(value))}"')
    for said, pointer in _DATA.items():
        if data is not None and (held := data.get(str(element.get(pointer)))) is not None:
            parts.append(f'{said}="{_quoted(held)}"')
    return f"<{' '.join(parts)}{'/' if empty else ''}>"


def _whole(element: _Element, data: Mapping[str, str] | None = None) -> str:
    """Return an element with all it holds as one tag."""
    inside = escape(element.text or "", quote=False) + "".join(
        _whole(child) + escape(child.tail or "", quote=False) for child in element
    )
    return _head(element, data, empty=not inside) + (f"{inside}</{local(element)}>" if inside else "")


def _quoted(value: str) -> str:
    return re.sub(r"[\t\r\n]", lambda found: f"&#{ord(found[0])};", escape(value, quote=False)).replace('"', "&quot;")
