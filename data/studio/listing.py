"""What is there: lists that can be narrowed and searched, and how far each locale is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from sqlite_utils import Database

from data.studio import rows
from data.studio.folded import words
from data.studio.records import ORDERS, Filter, Listed, Row, StudioError
from frameworks.labels import N_
from frameworks.localization.items import Item, Translation

_ORDERS = {"position": "i.id", "key": "i.key", "changed": "max(i.changed_at, coalesce(t.at, '')) DESC, i.id"}
_JOINED = "FROM studio_items i LEFT JOIN studio_translations t ON t.item = i.id AND t.locale = :locale"
_OPEN = "SELECT count(*) FROM studio_comments c WHERE c.item = i.id AND c.locale IN ('', :locale) AND c.resolved_at IS NULL"
_MOST_WORDS = 20


def listed(
    db: Database, locale: str, narrow: Filter, *, order: str = "position", start: int = 0, limit: int = 50
) -> Listed:
    """Return rows ``start`` to ``start + limit`` of the items as they stand in ``locale``."""
    if order not in ORDERS:
        raise StudioError(N_("There is no order {order}; known are {known}."), order=f"“{order:.40}”", known=", ".join(ORDERS))
    where, values = _where(narrow)
    values["locale"] = locale
    counted = db.execute(f"SELECT {rows.STATE} AS shown, count(*) {_JOINED} WHERE {where} GROUP BY shown", values)
    states = dict(counted.fetchall())
    found = db.execute(
        f"SELECT {rows.STATE}, coalesce(t.version, 0), ({_OPEN}), {rows.ITEM}, {rows.TRANSLATION} {_JOINED} "
        f"WHERE {where} ORDER BY {_ORDERS[order]} LIMIT :limit OFFSET :start",
        {**values, "limit": max(0, limit), "start": max(0, start)},
    )
    page = tuple(
        Row(rows.item_of(row[3:11]), rows.translation_of(row[3], row[11:]), row[0], row[1], row[2]) for row in found
    )
    return Listed(page, sum(states.values()), states)


def counts(db: Database, only: str | None = None) -> dict[str, Counter[tuple[str, str]]]:
    """Return, by locale with any translation, the number of items by surface and shown state.

    only: one locale, None for all. Under ``""`` stands a locale without any translation.
    """
    totals = dict(db.execute("SELECT surface, count(*) FROM studio_items GROUP BY surface").fetchall())
    found: dict[str, Counter[tuple[str, str]]] = {}
    for locale, surface, state, count in db.execute(
        f"SELECT t.locale, i.surface, {rows.STATE} AS shown, count(*) FROM studio_translations t "
        "JOIN studio_items i ON i.id = t.item WHERE :only IS NULL OR t.locale = :only GROUP BY t.locale, i.surface, shown",
        {"only": only},
    ):
        found.setdefault(locale, Counter())[surface, state] += count
    for by_state in found.values():
        add_missing(by_state, totals)
    found[""] = Counter({(surface, "missing"): count for surface, count in totals.items()})
    return found


def add_missing(by_state: Counter[tuple[str, str]], totals: dict[str, int]) -> None:
    """Count what has no translation."""
    there: Counter[str] = Counter()
    for (surface, _), count in by_state.items():
        there[surface] += count
    for surface, total in totals.items():
        if total > there[surface]:
            by_state[surface, "missing"] = total - there[surface]


def pairs(db: Database, locale: str, keys: Collection[str] | None = None) -> Iterator[tuple[Item, Translation]]:
    """Yield the items that have a translation in ``locale``, with it, in order."""
    only = "" if keys is None else "WHERE i.key IN (SELECT value FROM json_each(:keys))"
    for row in db.execute(
        f"SELECT {rows.ITEM}, {rows.TRANSLATION} FROM studio_items i "
        f"JOIN studio_translations t ON t.item = i.id AND t.locale = :locale {only} ORDER BY i.id",
        {"locale": locale, "keys": json.dumps(list(keys or ()))},
    ):  # fmt: skip
        translation = rows.translation_of(row[0], row[8:])
        if translation is not None:
            yield rows.item_of(row[:8]), translation


def _where(narrow: Filter) -> tuple[str, dict[str, Any]]:
    parts, values = ["1"], {}

    def any_of(column: str, name: str, wanted: Collection[str]) -> str:
        values.update({f"{name}{place}": value for place, value in enumerate(wanted)})
        return f"{column} IN ({', '.join(f':{name}{place}' for place in range(len(wanted)))})"

    if narrow.surfaces:
        parts.append(any_of("i.surface", "surface", narrow.surfaces))
    if narrow.states:
        parts.append(any_of(f"({rows.STATE})", "state", narrow.states))
    if narrow.origins:
        engines = " OR t.origin GLOB 'engine:*'" if "engine" in narrow.origins else ""
        parts.append(f"({any_of('t.origin', 'origin', narrow.origins)}{engines})")
    if narrow.by:
        parts.append("t.by = :by")
        values["by"] = narrow.by
    if narrow.commented:
        parts.append(f"({_OPEN}) > 0")
    if narrow.found:
        parts.append("EXISTS (SELECT 1 FROM studio_findings f WHERE f.item = i.id AND f.locale = :locale AND f.aside = 0)")
    if narrow.keys is not None:
        # As one value, for there may be more keys than a statement takes.
        parts.append("i.key IN (SELECT value FROM json_each(:keys))")
        values["keys"] = json.dumps(list(narrow.keys))
    for place, word in enumerate(words(narrow.text)[:_MOST_WORDS]):
        parts.append(f"(instr(i.folded, :word{place}) OR instr(coalesce(t.folded, ''), :word{place}))")
        values[f"word{place}"] = word
    return " AND ".join(parts), values
