"""What a file of texts holds once it is read, and how its records travel in any format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from frameworks.labels import N_
from frameworks.localization.items import ContentError, Item, Translation, digest

FILE_LIMIT = 64 << 20
"""Bytes of a file, before and after unpacking."""
ITEM_LIMIT = 200_000
TRANSLATION_LIMIT = 2_000_000
TEXT_LIMIT = 20_000
"""Characters of one text; longer ones are left out and told."""
KEY_LIMIT = 500
PROBLEM_LIMIT = 200


@dataclass(frozen=True)
class Kind:
    """A format. many: it takes several locales in one file; sources: it carries the source texts too."""

    label: str
    extension: str
    mime: str
    many: bool = True
    sources: bool = True


KINDS: Mapping[str, Kind] = {
    "csv": Kind(N_("CSV table"), "csv", "text/csv"),
    "xlsx": Kind(N_("Excel workbook"), "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": Kind(N_("JSON with everything"), "json", "application/json"),
    "json_flat": Kind(N_("JSON by key, for a shop"), "json", "application/json", many=False, sources=False),
    "arb": Kind(N_("ARB (Flutter)"), "arb", "application/json", many=False),
    "po": Kind(N_("PO (gettext)"), "po", "text/x-gettext-translation", many=False),
    "xliff12": Kind(N_("XLIFF 1.2"), "xlf", "application/xliff+xml"),
    "xliff20": Kind(N_("XLIFF 2.0"), "xlf", "application/xliff+xml", many=False),
    "tmx": Kind(N_("TMX (translation memory)"), "tmx", "application/xml"),
}


@dataclass(frozen=True)
class Content:
    """The texts of a file.

    items:        each with a key of its own.
    translations: at most one for a key and locale; their keys need not be among the items, since a file
                  may hold one language only.
    problems:     what was left out or read with a doubt, each with its place.

    An approval is read only where the text is the one that Landfall wrote out with it. Yet a file can be
    forged: whoever takes it into a workspace decides whom to believe.
    """

    items: tuple[Item, ...] = ()
    translations: tuple[Translation, ...] = ()
    problems: tuple[ContentError, ...] = ()

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages it has translations in, in alphabetical order."""
        return tuple(sorted({translation.locale for translation in self.translations}))

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], Translation]:
        """The translations by key and locale."""
        return {(translation.key, translation.locale): translation for translation in self.translations}


def about_item(item: Item) -> dict[str, str]:
    """Return what a format must carry of an item beside key, source and context; empty values left out."""
    said = {
        "surface": item.surface, "max_width": str(item.max_width or ""), "source_language": item.source_language,
        "plural": "yes" if item.plural else "", "note": item.note,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}


def about_translation(translation: Translation) -> dict[str, str]:
    """Return what a format must carry of a translation beside key, locale and text; empty values left out.

    ``mark`` is of the text: where it no longer fits, someone has changed the text outside, and what was said of
    it, an approval above all, holds no more.
    """
    said = {
        "state": translation.state, "origin": translation.origin, "by": translation.by, "at": translation.at,
        "source_digest": translation.source_digest, "self_reviewed": "yes" if translation.self_reviewed else "",
        "note": translation.note, "mark": digest(translation.text),
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}
