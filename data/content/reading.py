"""Reads a file of texts, whatever its format."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

from babel import localedata

from data.content.arb import read_arb
from data.content.csv_file import read_csv, read_lines
from data.content.decoding import check_size, text_of
from data.content.gathering import Gathering
from data.content.json_file import known_locale, loaded, read_json
from data.content.model import FILE_LIMIT, Content
from data.content.po import declared, read_po
from data.content.sheet import read_workbook
from data.content.tmx import read_tmx
from data.content.xliff12 import read_xliff12
from data.content.xliff20 import read_xliff20
from data.content.xml import local, parsed
from frameworks.labels import N_
from frameworks.localization.items import ContentError, locale_code

_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CATALOGUE = re.compile(r"^(msgid|msgctxt)\s", re.MULTILINE)


def read_content(
    path_or_bytes: str | os.PathLike[str] | bytes, name: str, *, source_language: str = "en", locale: str | None = None
) -> Content:
    """Return the items and translations of a file; its format is told by what it holds.

    name:            the file's name, for messages, and for the language of a file that does not say its own
                     (``de.json``, ``app_de.arb``).
    source_language: the one the items are in where the file does not say.
    locale:          the language of a file with one language that does not say which; None asks the name.

    A file in one language other than the source's gives translations alone. Texts that cannot be taken in are
    told in ``problems``. Raises ContentError for a file that is empty, too large, damaged, hostile (XML with
    entities of its own, archives that unpack to too much) or of another kind.
    """
    name = PurePosixPath(name.replace("\\", "/")).name[:120] or "file"
    data = path_or_bytes if isinstance(path_or_bytes, bytes) else _bytes(Path(path_or_bytes), name)
    check_size(data, name)
    gathering = Gathering(source_language)
    spoken = locale_code(locale) if locale else locale_of_name(name)
    if data.startswith(_WORKBOOK):
        read_workbook(data, name, gathering)
        return gathering.content()
    ending = PurePosixPath(name).suffix.lower()
    if ending in (".xlf", ".xliff", ".tmx", ".xml", ".sdlxliff", ".mqxliff") or _markup(data):
        _read_xml(data, name, gathering)
        return gathering.content()
    text, _ = text_of(data, name, declared(data) if ending in (".po", ".pot") else None)
    text = text.removeprefix("\ufeff")
    if ending in (".po", ".pot") or (ending not in (".csv", ".tsv", ".json", ".arb") and _CATALOGUE.search(text)):
        read_po(text, name, gathering, spoken)
    elif ending in (".json", ".arb") or text.lstrip()[:1] in ("{", "["):
        found = loaded(text, name)
        bundle = ending == ".arb" or (isinstance(found, dict) and "@@locale" in found)
        (read_arb if bundle else read_json)(found, name, gathering, spoken)
    elif ending in (".txt", ""):
        read_lines(text, gathering)
    else:
        read_csv(text, gathering)
    return gathering.content()


def locale_of_name(name: str) -> str | None:
    """Return the language that a file's name ends with, None where it names none.

    >>> locale_of_name("messages_pt-BR.json"), locale_of_name("de.po"), locale_of_name("shop.csv")
    ('pt_BR', 'de', None)
    """
    parts = re.split(r"([._-])", PurePosixPath(name).stem)
    tails = ["".join(parts[at:]) for at in range(0, len(parts), 2)][-3:]
    codes = [code for tail in tails if not tail[:2].isupper() and (code := known_locale(tail))]
    return next(filter(localedata.exists, codes), codes[-1] if codes else None)


def _read_xml(data: bytes, name: str, gathering: Gathering) -> None:
    root = parsed(data, name)
    kind = local(root)
    if kind == "tmx":
        read_tmx(root, gathering)
    elif kind == "xliff" and str(root.get("version", "1.2")).startswith("1"):
        read_xliff12(root, gathering)
    elif kind == "xliff":
        read_xliff20(root, gathering)
    else:
        told = N_("{name} is XML, but neither XLIFF nor TMX: it begins with {kind}.")
        raise ContentError(told, name=name, kind=kind[:40])


def _markup(data: bytes) -> bool:
    head = data.removeprefix(b"\xef\xbb\xbf")[:400].replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n").lower()
    return head.startswith((b"<?xml", b"<xliff", b"<tmx", b"<!doctype", b"<!--"))


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(FILE_LIMIT + 1)
    except OSError:
        raise ContentError(N_("{name} cannot be opened."), name=name) from None
