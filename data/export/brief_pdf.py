"""Briefs as PDF, set by Typst from a template that takes the documents as data."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from frameworks.labels import N_, Sentence
from frameworks.report.document import Document, cleaned, texts

TEMPLATE = Path(__file__).with_name("brief.typ")
FONTS = Path(__file__).parents[2] / "static" / "fonts"
_LONG_WORD = re.compile(r"\S{24}(?=\S)")
_SHIPPED = re.compile(
    "[\\s -~\u00a0-\u00ac\u00ae-\u0113\u0116-\u0127\u012a-\u012b\u012e-\u0137\u0139-\u013e\u0141-\u0148"
    "\u014a-\u014d\u0150-\u0161\u0164-\u0165\u016a-\u017e\u01cd-\u01ce\u0218-\u021b\u0237\u02c6-\u02c7\u02da"
    "\u02dc-\u02dd\u1e80-\u1e85\u1e9e\u1ef2-\u1ef3\u200b\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022"
    "\u2026\u2039-\u203a\u2044\u20ac\u20b9\u2122\u2191\u2193\u2212\u2215]*"
)
"""What the shipped font can write; other scripts fall back to the fonts of the machine."""


class PdfError(Sentence):
    """The PDF cannot be set; the message is a sentence for the user."""


def brief_pdf(documents: Sequence[Document]) -> bytes:
    """Return the documents as one PDF, each on pages of its own; the same inputs give the same bytes.

    Texts go in as data and are never read as markup. The shipped font is used alone where it has every
    letter, so that the file does not depend on the machine; for other scripts its fonts are taken too.
    Raises PdfError when the file cannot be set.
    """
    shown = [cleaned(document) for document in documents]
    plain = all(_SHIPPED.fullmatch(text) for document in shown for text in texts(document))
    payload = json.dumps([_plain(document) for document in shown], ensure_ascii=False, sort_keys=True)
    typst = _typst()
    try:
        return _compiler(plain).compile(format="pdf", sys_inputs={"documents": payload}, timestamp=0)
    except typst.TypstError as error:
        raise PdfError(N_("The PDF cannot be set; export the brief as HTML instead.")) from error


@cache
def _typst() -> Any:
    import typst

    return typst


@cache
def _compiler(plain: bool) -> Any:
    return _typst().Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=[str(FONTS)], ignore_system_fonts=plain)


def _plain(part: Any) -> Any:
    """Return a document as lists and dicts, each block with its kind."""
    if isinstance(part, str):
        return _LONG_WORD.sub("\\g<0>\u200b", part)
    if isinstance(part, tuple):
        return [_plain(each) for each in part]
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        fields = {field.name: _plain(getattr(part, field.name)) for field in dataclasses.fields(part)}
        if "url" in fields:
            fields["url"] = part.url  # an address stays as it is
        return {"kind": type(part).__name__.lower(), **fields}
    return part
