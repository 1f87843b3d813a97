"""Texts as XLIFF 2.0, one language pair a file; what only Landfall says stands in the metadata module.

Source: XLIFF 2.0, OASIS standard of 4 August 2014.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from data.content.gathering import Gathering
from data.content.inline import Inline, loses, put, text_of
from data.content.model import Content, about_item, about_translation
from data.content.table import key_of
from data.content.xml import SPACE, add, children, local, written
from frameworks.labels import N_, Sentence
from frameworks.localization.items import Item, Translation, locale_code

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
STATES = {
    "draft": "translated", "needs_review": "translated", "approved": "final", "stale": "initial", "rejected": "initial",
}  # fmt: skip
"""What other programs read for ours."""
INLINE = Inline(
    NAMESPACE,
    dict.fromkeys(("ph", "pc", "sc", "sm", "mrk"), "id") | {"ec": "(?:id|startRef)", "em": "startRef", "cp": "hex"},
    around=("pc", "mrk"), points=True,
)  # fmt: skip
_ITEM, _TRANSLATION = "landfall-text", "landfall-translation"


def write_xliff20(content: Content, locale: str | None) -> bytes:
    """Return the texts with their translations into ``locale``; of None the sources alone."""
    from lxml import etree

    spoken = Counter(item.source_language for item in content.items).most_common(1)
    said = {"version": "2.0", "srcLang": _tag(spoken[0][0] if spoken else "en")}
    if locale:
        said["trgLang"] = _tag(locale)
    root = etree.Element(f"{{{NAMESPACE}}}xliff", said, nsmap={None: NAMESPACE, "mda": METADATA})
    file = add(root, "file", {"id": "texts"})
    for number, item in enumerate(content.items, start=1):
        _unit(file, number, item, content.by_key.get((item.key, locale)) if locale else None)
    return written(root)


def read_xliff20(root: _Element, gathering: Gathering) -> None:
    """Take in all units, their segments put together. Inline codes become part of the text."""
    language = locale_code(root.get("srcLang") or gathering.source_language)
    for unit in root.iter("{*}unit"):
        _read_unit(unit, language, root.get("trgLang"), gathering)


def _unit(file: _Element, number: int, item: Item, translation: Translation | None) -> None:
    from lxml import etree

    unit = add(file, "unit", {"id": f"u{number}", "name": item.key})
    metadata = etree.SubElement(unit, f"{{{METADATA}}}metadata")
    groups = {_ITEM: about_item(item), _TRANSLATION: about_translation(translation) if translation else {}}
    for category, about in groups.items():
        if about:
            group = add(metadata, "metaGroup", {"category": category})
            for name, value in about.items():
                add(group, "meta", {"type": name}, value)
    if item.context:
        add(add(unit, "notes"), "note", text=item.context)
    segment = add(unit, "segment", {"state": STATES[translation.state]} if translation else {})
    source = add(segment, "source", {SPACE: "preserve"})
    data = ours = put(source, item.source, INLINE)
    if translation is not None:
        target = add(segment, "target", {SPACE: "preserve"})
        theirs = put(target, translation.text, INLINE)
        data = ours | theirs
        if theirs and (text_of(source, INLINE, data), text_of(target, INLINE, data)) != (item.source, translation.text):
            # The two say different things under one id: the translation's tags stay text.
            etree.strip_tags(target, "*")
            target.text = translation.text
            data = ours
    if data:
        original = add(unit, "originalData")
        segment.addprevious(original)
        for name, code in data.items():
            add(original, "data", {"id": name, SPACE: "preserve"}, code)


def _read_unit(unit: _Element, language: str, locale: str | None, gathering: Gathering) -> None:
    place = Sentence(N_("Line {number}"), number=unit.sourceline or 0)
    codes = {str(data.get("id")): data.text or "" for data in unit.iter("{*}data")}
    source, target, states, lost = [], [], [], False
    for part in unit:
        if local(part) not in ("segment", "ignorable"):
            continue
        ours = children(part, "source")
        theirs = children(part, "target")
        lost = lost or any(map(loses, (*ours, *theirs)))
        source += [text_of(element, INLINE, codes) for element in ours]
        # What is not to be translated stands for itself.
        target += [text_of(element, INLINE, codes) for element in (theirs or (ours if local(part) == "ignorable" else []))]
        if local(part) == "segment":
            states.append(part.get("state", "initial") if theirs else None)
    if lost:
        gathering.problem(place, Sentence(N_("What another program says of inline codes was left out.")))
    about = {"source_language": language, **_metadata(unit, _ITEM)}
    notes = [note.text or "" for note in unit.iter("{*}note")]
    text = "".join(source)
    name = unit.get("name") or unit.get("id") or key_of(text)
    key = gathering.item(place, str(name), text, "\n".join(notes), about)
    if not key or not locale or not states or None in states:
        return
    said = _metadata(unit, _TRANSLATION) or {"state": "draft" if "initial" in states else "needs_review"}
    translated = "".join(target)
    if translated or "origin" in said:
        gathering.translation(place, key, locale, translated, said, text)


def _metadata(unit: _Element, category: str) -> dict[str, str]:
    return {
        str(meta.get("type")): meta.text or ""
        for group in unit.iter("{*}metaGroup")
        if group.get("category") == category
        for meta in children(group, "meta")
    }


def _tag(locale: str) -> str:
    return locale.replace("_", "-")
