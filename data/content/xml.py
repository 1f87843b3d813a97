"""XML from strangers, read without entities, document types or network, and written again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from data.content.decoding import text_of
from frameworks.labels import N_
from frameworks.localization.items import ContentError

if TYPE_CHECKING:
    from lxml.etree import _Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OWN = "urn:landfall:texts"
"""The namespace of what only Landfall says of a text."""

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
_ENCODING = re.compile(rb"<\?xml[^>]{0,150}?encoding\s*=\s*[\"']([A-Za-z0-9_.:\-]{1,40})[\"']")
_PROLOG = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[<>]{0,500}>", re.IGNORECASE)
_ENCODINGS = re.compile(r"(?i)(utf-?8|utf-?16(le|be)?|us-ascii|iso-?8859-\d{1,2}|windows-125\d|cp125\d|shift_jis|euc-jp"
                        r"|gb2312|gbk|gb18030|big5|koi8-r)\Z")  # fmt: skip


def parsed(data: bytes, name: str) -> _Element:
    """Return the root of an XML document.

    A reference to an outside document type (as TMX files have) is cut away unread; a document type that
    declares anything itself, entities above all, is refused. Raises ContentError, with the line for a text
    that is not well formed.
    """
    from lxml import etree

    text = _without_doctype(_decoded(data, name), name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as fault:
        told = N_("{name} is no well-formed XML: line {line}: {reason}.")
        raise ContentError(told, name=name, line=fault.lineno or 0, reason=str(fault.msg).split(", line")[0]) from None


def written(root: _Element) -> bytes:
    """Return the document as UTF-8, indented where that adds nothing to a text."""
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def add(parent: _Element, name: str, said: Mapping[str, str] | None = None, text: str | None = None) -> _Element:
    """Append a child in the parent's namespace and return it."""
    from lxml import etree

    child = etree.SubElement(parent, f"{str(parent.tag).rpartition('}')[0]}}}{name}" if "}" in str(parent.tag) else name)
    for attribute, value in (said or {}).items():
        child.set(attribute, value)
    child.text = text
    return child


def local(element: _Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: _Element, name: str) -> list[_Element]:
    """Return the children of that name, of whatever namespace."""
    return [child for child in element if local(child) == name]


def own(element: _Element) -> dict[str, str]:
    """Return the attributes in Landfall's namespace by their bare names."""
    prefix = f"{{{OWN}}}"
    return {str(name).removeprefix(prefix): str(value) for name, value in element.attrib.items() if prefix in str(name)}


def _decoded(data: bytes, name: str) -> str:
    found = _ENCODING.match(data.lstrip()[:400])
    declared = found[1].decode() if found else "utf-8"
    if not _ENCODINGS.match(declared):
        raise ContentError(N_("{name} is written in {encoding}. Save it as UTF-8."), name=name, encoding=declared)
    if found and not re.match(r"(?i)utf", declared):
        # A page in a legacy encoding can be well-formed UTF-8 by chance only when it is all ASCII.
        return text_of(data, name, declared)[0]
    if data[:2] in (b"<\0", b"\0<"):
        return text_of((b"\xff\xfe" if data[:2] == b"<\0" else b"\xfe\xff") + data, name)[0]
    return text_of(data, name, "utf-8")[0]


def _without_doctype(text: str, name: str) -> str:
    declared = _DECLARATION.match(text)
    at = declared.end() if declared else 0
    while skipped := _PROLOG.match(text, at):
        at = skipped.end()
    if text[at : at + 9].upper() != "<!DOCTYPE":
        return text[declared.end() :] if declared else text
    found = _DOCTYPE.match(text, at)
    if found is None:
        told = N_("{name} declares a document type with entities or elements of its own. Remove it and try again.")
        raise ContentError(told, name=name)
    return text[found.end() :]
