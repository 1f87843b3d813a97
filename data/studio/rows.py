"""Items and translations as rows of the workspace, read inside a transaction or without one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from data.studio.records import StudioError
from frameworks.labels import N_
from frameworks.localization.items import Item, Translation

ITEM = "i.key, i.source, i.context, i.surface, i.max_width, i.source_language, i.plural, i.note"
TRANSLATION = "t.locale, t.text, t.state, t.origin, t.by, t.at, t.source_digest, t.self_reviewed, t.note"
STATE = (
    "CASE WHEN t.state IS NULL THEN 'missing' "
    "WHEN t.state <> 'rejected' AND t.source_digest NOT IN ('', i.digest) THEN 'stale' ELSE t.state END"
)
"""The state that is shown, as ``frameworks.localization.states.progress`` counts it."""
_AT_A_TIME = 900


def item_of(row: Sequence[Any]) -> Item:
    """Return the item of the columns ``ITEM``."""
    return Item(*row[:6], bool(row[6]), row[7])


def translation_of(key: str, row: Sequence[Any]) -> Translation | None:
    """Return the translation of the columns ``TRANSLATION``; None where the text is NULL."""
    if row[1] is None:
        return None
    return Translation(key, *row[:7], bool(row[7]), row[8])


def numbers(db: Database, keys: Iterable[str]) -> dict[str, int]:
    """Return the number of each item by key; unknown keys are left out."""
    found: dict[str, int] = {}
    for chunk in chunks(list(dict.fromkeys(keys))):
        marks = ",".join("?" * len(chunk))
        found.update(db.execute(f"SELECT key, id FROM studio_items WHERE key IN ({marks})", chunk).fetchall())
    return found


def number(db: Database, key: str) -> int:
    """Return the number of an item, or raise StudioError."""
    found = db.execute("SELECT id FROM studio_items WHERE key = ?", [key]).fetchone()
    if found is None:
        raise StudioError(N_("There is no text {key} any more."), key=f"“{key:.60}”")
    return found[0]


def item(db: Database, key: str) -> Item | None:
    """Return an item, None without one of that key."""
    found = db.execute(f"SELECT {ITEM} FROM studio_items i WHERE i.key = ?", [key]).fetchone()
    return item_of(found) if found else None


def held(db: Database, item_number: int, locale: str) -> tuple[Translation, str, int] | None:
    """Return a translation, the author of its text, and its version; None without one."""
    found = db.execute(
        f"SELECT i.key, t.author, t.version, {TRANSLATION} FROM studio_translations t JOIN studio_items i ON i.id = t.item "
        "WHERE t.item = ? AND t.locale = ?", [item_number, locale],
    ).fetchone()  # fmt: skip
    if found is None:
        return None
    translation = translation_of(found[0], found[3:])
    assert translation is not None  # the column is NOT NULL
    return translation, found[1], found[2]


def body(one: Item) -> str:
    """Return an item as it is kept among the versions."""
    return json.dumps(
        [one.key, one.source, one.context, one.surface, one.max_width, one.source_language, one.plural, one.note],
        ensure_ascii=False,
    )  # fmt: skip


def from_body(text: str) -> Item:
    """Return the item that ``body`` kept."""
    return item_of(json.loads(text))


def chunks(values: Sequence[Any]) -> Iterator[list[Any]]:
    """Yield the values in parts that SQLite takes as parameters of one statement."""
    for start in range(0, len(values), _AT_A_TIME):
        yield list(values[start : start + _AT_A_TIME])
