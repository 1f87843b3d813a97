"""Texts as a translation memory, all languages in one file.

Source: TMX 1.4b, LISA OSCAR recommendation of 26 April 2005.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from data.content.gathering import Gathering
from data.content.model import Content, about_item, about_translation
from data.content.table import key_of
from data.content.xml import LANG, add, children, local, written
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError, locale_code

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROP = "x-landfall-"


def write_tmx(content: Content, locales: Sequence[str]) -> bytes:
    """Return a unit per item, the source first."""
    from lxml import etree

    root = etree.Element("tmx", {"version": "1.4"})
    spoken = content.items[0].source_language if content.items else "en"
    add(root, "header", {
        "creationtool": "Landfall", "creationtoolversion": "1", "segtype": "block", "o-tmf": "Landfall",
        "adminlang": "en", "srclang": _tag(spoken), "datatype": "plaintext",
    })  # fmt: skip
    body = add(root, "body")
    for item in content.items:
        unit = add(body, "tu", {"tuid": item.key, "srclang": _tag(item.source_language)})
        if item.context:
            add(unit, "note", text=item.context)
        _props(unit, about_item(item))
        _variant(unit, item.source_language, item.source, {})
        for locale in locales:
            if (translation := content.by_key.get((item.key, locale))) is not None:
                _variant(unit, locale, translation.text, about_translation(translation))
    return written(root)


def read_tmx(root: _Element, gathering: Gathering) -> None:
    """Take in all units. A unit without the source language is told and left out."""
    headers = children(root, "header")
    spoken = str(headers[0].get("srclang", "")) if headers else ""
    seen: dict[str, int] = {}
    for unit in root.iter("{*}tu"):
        _read_unit(unit, str(unit.get("srclang") or spoken), gathering, seen)


def _read_unit(unit: _Element, spoken: str, gathering: Gathering, seen: dict[str, int]) -> None:
    place = Sentence(N_("Line {number}"), number=unit.sourceline or 0)
    try:
        language = gathering.source_language if spoken in ("", "*all*") else locale_code(spoken)
        variants = [(locale_code(str(one.get(LANG) or one.get("lang") or "")), one) for one in children(unit, "tuv")]
    except ContentError as fault:
        gathering.problem(place, fault)
        return
    ours = next((at for at, (code, _) in enumerate(variants) if code == language), None)
    if ours is None:
        ours = next((at for at, (code, _) in enumerate(variants) if code.split("_")[0] == language.split("_")[0]), None)
    if ours is None:
        gathering.problem(place, Sentence(N_("It has no text in {language}."), language=language))
        return
    about = {"source_language": language, **_said(unit)}
    source = _segment(variants[ours][1])
    key = str(unit.get("tuid") or "")
    if not key:
        key = key_of(source)
        seen[key] = seen.get(key, 0) + 1
        key = key if seen[key] == 1 else f"{key}_{seen[key]}"
    notes = [note.text or "" for note in children(unit, "note")]
    key = gathering.item(place, key, source, "\n".join(notes), about)
    for at, (code, variant) in enumerate(variants):
        if key and at != ours:
            gathering.translation(place, key, code, _segment(variant), _said(variant), source)


def _variant(unit: _Element, locale: str, text: str, about: dict[str, str]) -> None:
    variant = add(unit, "tuv", {LANG: _tag(locale)})
    _props(variant, about)
    add(variant, "seg", text=text)


def _props(element: _Element, about: dict[str, str]) -> None:
    for name, value in about.items():
        add(element, "prop", {"type": _PROP + name}, value)


def _said(element: _Element) -> dict[str, str]:
    return {
        str(prop.get("type")).removeprefix(_PROP): prop.text or ""
        for prop in children(element, "prop")
        if str(prop.get("type", "")).startswith(_PROP)
    }


def _segment(variant: _Element) -> str:
    return "".join(_plain(segment) for segment in children(variant, "seg")[:1])


def _plain(element: _Element) -> str:
    """Return the text of a segment: codes of the original as they stand there, without the texts inside them."""
    return (element.text or "") + "".join(
        ("" if local(child) == "sub" else _plain(child)) + (child.tail or "") for child in element
    )


def _tag(locale: str) -> str:
    return locale.replace("_", "-")
