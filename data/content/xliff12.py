"""Texts as XLIFF 1.2, a file element per language pair.

Source: XLIFF 1.2, OASIS standard of 1 February 2008.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from data.content.gathering import Gathering
from data.content.inline import Inline, loses, put, text_of
from data.content.model import Content, about_item, about_translation
from data.content.table import key_of
from data.content.xml import OWN, SPACE, add, children, own, written
from frameworks.labels import N_, Sentence
from frameworks.localization.items import Item, Translation, locale_code

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
STATES = {
    "draft": "translated", "needs_review": "needs-review-translation", "approved": "final",
    "stale": "needs-translation", "rejected": "needs-adaptation",
}  # fmt: skip
"""What other programs read for ours."""
_UNDONE = ("new", "needs-translation", "needs-adaptation", "needs-l10n")
INLINE = Inline(
    NAMESPACE,
    dict.fromkeys(("g", "x", "bx", "ex", "bpt", "ept", "ph", "it"), "id") | {"mrk": "mtype"},
    codes=("bpt", "ept", "ph", "it"), around=("g", "mrk"), segment="seg",
)  # fmt: skip


def write_xliff12(content: Content, locales: Sequence[str]) -> bytes:
    """Return the texts, once for each of the locales; without one the sources alone."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "1.2"}, nsmap={None: NAMESPACE, "landfall": OWN})
    languages = dict.fromkeys(item.source_language for item in content.items)
    for locale in locales or [None]:
        for language in languages:
            said = {"original": "texts", "source-language": _tag(language), "datatype": "plaintext"}
            if locale:
                said["target-language"] = _tag(locale)
            body = add(add(root, "file", said), "body")
            for number, item in enumerate(content.items, start=1):
                if item.source_language == language:
                    _unit(body, number, item, content.by_key.get((item.key, locale)) if locale else None)
    return written(root)


def read_xliff12(root: _Element, gathering: Gathering) -> None:
    """Take in all units, of groups too. Inline codes become part of the text."""
    for file in children(root, "file"):
        language = locale_code(file.get("source-language") or gathering.source_language)
        target = file.get("target-language")
        for unit in file.iter("{*}trans-unit"):
            _read_unit(unit, language, target, gathering)


def _unit(body: _Element, number: int, item: Item, translation: Translation | None) -> None:
    unit = add(body, "trans-unit", {"id": str(number), "resname": item.key, SPACE: "preserve"})
    for name, value in about_item(item).items():
        if name == "max_width":
            unit.set("maxwidth", value)
            unit.set("size-unit", "char")
        elif name != "source_language":
            unit.set(f"{{{OWN}}}{name}", value)
    put(add(unit, "source"), item.source, INLINE)
    if translation is not None:
        target = add(unit, "target", {"state": STATES[translation.state]})
        put(target, translation.text, INLINE)
        for name, value in about_translation(translation).items():
            target.set(f"{{{OWN}}}{name}", value)
        if translation.state == "approved":
            unit.set("approved", "yes")
    if item.context:
        add(unit, "note", {"from": "developer"}, item.context)


def _read_unit(unit: _Element, language: str, locale: str | None, gathering: Gathering) -> None:
    place = Sentence(N_("Line {number}"), number=unit.sourceline or 0)
    sources, targets = children(unit, "source"), children(unit, "target")
    if not sources:
        gathering.problem(place, Sentence(N_("The unit has no source.")))
        return
    source = text_of(sources[0], INLINE)
    notes = [note.text or "" for note in children(unit, "note")]
    about = {"source_language": language, **own(unit)}
    if unit.get("size-unit") == "char" and unit.get("maxwidth"):
        about["max_width"] = str(unit.get("maxwidth"))
    if any(map(loses, (*sources, *targets))):
        gathering.problem(place, Sentence(N_("What another program says of inline codes was left out.")))
    name = unit.get("resname") or unit.get("id") or key_of(source)
    key = gathering.item(place, str(name), source, "\n".join(notes), about)
    if key and targets and locale:
        state = str(targets[0].get("state", "needs-review-translation"))
        said = own(targets[0]) or {"state": "draft" if state in _UNDONE else "needs_review"}
        text = text_of(targets[0], INLINE)
        if text or "origin" in said:
            gathering.translation(place, key, locale, text, said, source)


def _tag(locale: str) -> str:
    return locale.replace("_", "-")
