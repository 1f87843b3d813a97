"""Writes texts in any of the formats."""

from __future__ import annotations

from dataclasses import replace

from data.content.arb import write_arb
from data.content.csv_file import write_csv
from data.content.json_file import write_flat, write_json
from data.content.model import KINDS, Content
from data.content.po import write_po
from data.content.sheet import write_xlsx
from data.content.tmx import write_tmx
from data.content.xliff12 import write_xliff12
from data.content.xliff20 import write_xliff20
from frameworks.labels import N_
from frameworks.localization.items import ContentError, locale_code
from frameworks.localization.states import exportable

_MANY = {"csv": write_csv, "xlsx": write_xlsx, "json": write_json, "xliff12": write_xliff12, "tmx": write_tmx}
_ONE = {"json_flat": write_flat, "arb": write_arb, "po": write_po, "xliff20": write_xliff20}


def write_content(content: Content, kind: str, *, locale: str | None = None, approved_only: bool = False) -> bytes:
    """Return the file of ``content`` in the format ``kind`` (key of ``KINDS``); the same content, the same bytes.

    locale:        the language to write. None takes all; a format of one language (``Kind.many`` false) takes the
                   only one there is, or without translations is a template of the sources.
    approved_only: leave out every translation that may not go out as approved (``states.exportable``).

    Everything of items and their translations comes back with ``read_content``, except from ``json_flat``.
    Raises ContentError for an unknown kind, a format of one language with several to choose from, and
    texts larger than the format takes.
    """
    if kind not in KINDS:
        raise ContentError(N_("There is no format {kind}; known are {known}."), kind=kind[:40], known=", ".join(KINDS))
    known = {item.key: item for item in content.items}
    wanted = locale_code(locale) if locale is not None else None
    kept = tuple(
        one
        for one in content.translations
        if one.key in known
        and wanted in (None, one.locale)
        and (not approved_only or exportable(known[one.key], one))
    )
    content = replace(content, translations=kept)
    if kind in _MANY:
        return _MANY[kind](content, (wanted,) if wanted else content.locales)
    if wanted is None and len(content.locales) > 1:
        raise ContentError(N_("This format takes one language a file; choose one of {known}."), known=", ".join(content.locales))
    return _ONE[kind](content, wanted or next(iter(content.locales), None))
