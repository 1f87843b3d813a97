"""A table of texts: a row per item, columns per locale; or, from elsewhere, a row per item and locale."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from data.content.gathering import Gathering
from data.content.model import Content, about_item, about_translation
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError, clean_text, locale_code
from frameworks.localization.languages import is_known, language_named

ITEM_COLUMNS = ("key", "source", "context", "surface", "max_width", "source_language", "plural", "note")
STATE, ABOUT = ":state", ":about"
"""What follows the locale in the heading of the columns with a translation's state and with the rest about it."""

_CALLED = {
    "key": "key", "id": "key", "identifier": "key", "name": "key", "string id": "key", "msgctxt": "key",
    "source": "source", "source text": "source", "text": "source", "original": "source", "msgid": "source",
    "context": "context", "description": "context", "comment": "context", "comments": "context",
    "surface": "surface", "page": "surface", "max_width": "max_width", "max width": "max_width",
    "maximum width": "max_width", "max length": "max_width", "maxlength": "max_width", "limit": "max_width",
    "source_language": "source_language", "source language": "source_language", "plural": "plural",
    "note": "note", "notes": "note", "locale": "locale", "language": "locale", "lang": "locale",
    "translation": "target", "target": "target", "translated": "target", "msgstr": "target",
    "state": "state", "status": "state",
}  # fmt: skip
_FORMULA = re.compile(r"'*[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")
_GUARDED = re.compile(r"'+[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet runs as a formula; ``unguarded`` takes the apostrophe away again.

    >>> guarded("=1+1"), guarded("'-5"), unguarded(guarded("'-5"))
    ("'=1+1", "''-5", "'-5")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell that ``guarded`` has written."""
    return cell[1:] if _GUARDED.match(cell) else cell


def table_of(content: Content, locales: Sequence[str]) -> list[list[str]]:
    """Return heading and rows; a translation without an item is left out."""
    headings = [*ITEM_COLUMNS]
    for locale in locales:
        headings += [locale, locale + STATE, locale + ABOUT]
    rows = [headings]
    for item in content.items:
        about = about_item(item)
        row = [item.key, item.source, item.context, *(about.get(name, "") for name in ITEM_COLUMNS[3:])]
        for locale in locales:
            translation = content.by_key.get((item.key, locale))
            if translation is None:
                row += ["", "", ""]
                continue
            said = about_translation(translation)
            state = said.pop("state")
            row += [translation.text, state, json.dumps(said, ensure_ascii=False)]
        rows.append([guarded(cell) for cell in row])
    return rows


def read_table(rows: Iterable[Sequence[str]], gathering: Gathering) -> None:
    """Take a table's texts in; the first row that is not empty is its heading.

    Raises ContentError where no column is recognised as the texts.
    """
    numbered = ((number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row))
    first = next(numbered, None)
    if first is None:
        return
    columns, locales, unread = _columns(first[1], gathering.source_language)
    if "source" not in columns and not locales and "target" not in columns:
        told = N_("No column holds the texts. Name the columns in the first row: {names}, and de, fr … for translations.")
        raise ContentError(told, names="key, source, context")
    for name in unread:
        place = Sentence(N_("Column {name}"), name=f"“{name:.40}”")
        gathering.problem(place, Sentence(N_("It names no language and nothing else that is read here.")))
    for number, row in numbered:
        place = Sentence(N_("Row {number}"), number=number)
        cells = {name: unguarded(row[at]) if at < len(row) else "" for name, at in columns.items()}
        source = cells.get("source", "")
        key = cells.get("key", "").strip() and cells["key"]
        key = key or key_of(source)
        if not key:
            gathering.problem(place, Sentence(N_("The row has neither a key nor a text.")))
            continue
        if "source" in columns and (source or "target" not in columns):
            key = gathering.item(place, key, source, cells.get("context", ""), cells)
            if not key:
                continue
        known = source if "source" in columns else None
        for locale, at in locales.items():
            _take(gathering, place, key, locale, [unguarded(row[i]) if i < len(row) else "" for i in at], known)
        if "target" in columns and "locale" in columns and cells["target"]:
            about = {"state": cells["state"]} if cells.get("state") else {}
            gathering.translation(place, key, cells["locale"], cells["target"], about, known)


def is_heading(cells: Sequence[str], *, alone: bool = False) -> bool:
    """Return whether the cells name both the keys and the texts of a table; alone: one of the two is enough."""
    meanings = {_meaning(cell.strip("\ufeff\" ").casefold()) for cell in cells}
    return bool({"key", "source"} & meanings) if alone else {"key", "source"} <= meanings


def key_of(source: str) -> str:
    """Return a key made from a text without one: its first words.

    >>> key_of("Add to cart!"), key_of("カートに入れる")
    ('add_to_cart', 'カートに入れる')
    """
    return "_".join(re.findall(r"\w+", clean_text(source).casefold()))[:60].strip("_") or clean_text(source).strip()[:60]


def _meaning(name: str) -> str | None:
    return "source" if name == "english" else _CALLED.get(name)


def _locale(name: str) -> str | None:
    """Return the locale a heading stands for; a code that nobody knows, such as SKU, counts only as our files write it."""
    try:
        code = locale_code(name)
    except ContentError:
        return language_named(name)
    return code if code == name or is_known(code) else None


def _columns(
    heading: Sequence[str], source_language: str
) -> tuple[dict[str, int], dict[str, tuple[int, int, int]], list[str]]:
    """Return the columns by meaning, of each locale those of text, state and the rest (a far one where missing), others."""
    columns: dict[str, int] = {}
    unread: list[str] = []
    locales: dict[str, list[int]] = {}
    nowhere = 1 << 30
    for at, cell in enumerate(heading):
        name = unguarded(cell).strip().removeprefix("\ufeff")
        meaning = _CALLED.get(name.casefold())
        if meaning is not None:
            columns.setdefault(meaning, at)
            continue
        code, mark, _ = name.partition(":")
        locale = _locale(code)
        if not locale:
            if name:
                unread.append(name)
            continue
        part = {"": 0, STATE: 1, ABOUT: 2}.get(name[len(code) :] if mark else "")
        if part is not None and locales.setdefault(locale, [nowhere] * 3)[part] == nowhere:
            locales[locale][part] = at
    if "source" not in columns and locales.get(source_language, [nowhere])[0] != nowhere:
        columns["source"] = locales.pop(source_language)[0]
    if "target" in columns and "locale" not in columns:
        del columns["target"]
    return columns, {locale: (at[0], at[1], at[2]) for locale, at in locales.items() if at[0] != nowhere}, unread


def _take(
    gathering: Gathering, place: Sentence, key: str, locale: str, cells: Sequence[str], source: str | None
) -> None:
    text, state, rest = cells
    if not text and not state:
        return
    about: dict[str, str] = {}
    if rest:
        try:
            said = json.loads(rest)
            about = {str(name): value for name, value in said.items() if isinstance(value, str)}
        except (ValueError, AttributeError, RecursionError):
            gathering.problem(place, Sentence(N_("What is said about {locale} cannot be read."), locale=locale))
    if state:
        about["state"] = state
    gathering.translation(place, key, locale, text, about, source)
