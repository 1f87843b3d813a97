"""Plain tables: which column fills which field, from its header in any of thirteen languages and from its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.ingest import looks
from data.ingest.folding import fold
from data.ingest.headings import Column, columns_of
from data.ingest.layouts import generic
from data.ingest.model import IngestError, Layout
from data.ingest.picking import EXACT, TEXT_ENOUGH, Picked, pick
from data.ingest.plain import KINDS
from data.ingest.suggesting import Suggestions, likely, suggestions
from frameworks.labels import N_

SURE = 0.6
"""From this confidence on a table is read without asking."""

_PRIVATE = ("name", "address", "identity")


@dataclass(frozen=True)
class Match:
    """What a plain table was taken for.

    kind, layout: None when the table is not recognised.
    mapping:      alias to header.
    confidence:   0 to 1; that of the least certain field the kind needs.
    suggestions:  kind to alias to (header, confidence), best first; for every kind, recognised or not.
    likely:       the kind whose needs are met best, for the mapping screen.
    """

    kind: str | None = None
    layout: Layout | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    confidence: float = 0.0
    suggestions: Suggestions = field(default_factory=dict)
    likely: str = "orders"


def match(headers: Sequence[str], sample_rows: Sequence[Sequence[str | None]] = ()) -> Match:
    """Return what a plain table is, if any person would understand its headers, and suggestions in any case.

    headers: as written. sample_rows: some rows of cells, in the order of the headers.

    A column of money is never guessed: where two columns could be the amount, or a column's cells do not look
    like what its header says, the table is not recognised.
    """
    columns = columns_of(headers, sample_rows)
    suggested = suggestions(columns)
    found = {name: picked for name, kind in KINDS.items() if (picked := pick(kind, columns)) is not None}
    name = _one(found)
    if name is None:
        return Match(suggestions=suggested, likely=likely(suggested))
    picked = found[name]
    needed = {alias for group in KINDS[name].needs for one in group if one <= set(picked) for alias in one}
    confidence = min(score for alias, (_column, score) in picked.items() if alias in needed)
    mapping = {alias: column.header for alias, (column, _score) in picked.items()}
    if confidence < SURE:
        return Match(suggestions=suggested, likely=likely(suggested), confidence=confidence)
    layout = generic.layout(name, mapping, _currencies(picked), _private(columns, mapping))
    if name == "order_items" and "line_total" not in mapping and picked["unit_price"][1] < EXACT:
        layout = replace(layout, rules=(*layout.rules, generic.PRICE_OF_ONE))
    return Match(name, layout, mapping, confidence, suggested, name)


def layout_from_mapping(kind: str, mapping: Mapping[str, str], headers: Sequence[str]) -> Layout:
    """Return the layout a person laid down on the mapping screen.

    kind: one of ``KINDS``. mapping: alias to header. Raises IngestError when the kind is unknown, a header is not
    in the file, or a field the kind needs is missing.
    """
    if kind not in KINDS:
        raise IngestError(N_("There is no kind of table called {kind}."), kind=str(kind)[:40])
    known = KINDS[kind]
    by_fold = {fold(header): header for header in reversed(headers)}
    used = {}
    for alias, header in mapping.items():
        if alias not in known.aliases or not header:
            continue
        there = header if header in headers else by_fold.get(fold(header))
        if there is None:
            raise IngestError(N_("The file has no column called {header}."), header=str(header)[:80])
        used[alias] = there
    missing = known.lacks(frozenset(used))
    if missing:
        fields = tuple(
            IngestError(known[alias].title) for alias in dict.fromkeys(a for one in missing for a in one[0])
        )
        raise IngestError(N_("These fields are needed and have no column yet: {fields}."), fields=fields)
    columns = columns_of(headers, ())
    chosen = {alias: (column, 1.0) for column in columns for alias, header in used.items() if column.header == header}
    return generic.layout(kind, used, _currencies(chosen), _private(columns, used))


def headers_key(headers: Sequence[str]) -> str:
    """What a remembered mapping is found again by: the folded headers, whatever their order."""
    return "|".join(sorted({fold(header) for header in headers if fold(header)}))


def _one(found: Mapping[str, dict]) -> str | None:
    """The one kind that the table is, None when it could be several."""
    kinds = set(found)
    if "payments" in kinds and {"orders", "order_items"} & kinds:
        telling = {"type", "fee"} & set(found["payments"])
        kinds -= {"orders", "order_items"} if telling else {"payments"}
    if "order_items" in kinds:
        kinds -= {"orders"}
    if "reviews" in kinds and "text" not in found["reviews"] and "product" not in found["reviews"]:
        kinds -= {"reviews"}
    for stronger, weaker in (("tickets", "surveys"), ("orders", "surveys"), ("order_items", "surveys"),
                             ("reviews", "surveys"), ("order_items", "reviews")):  # fmt: skip
        if stronger in kinds:
            kinds -= {weaker}
    return kinds.pop() if len(kinds) == 1 else None


def _currencies(picked: Picked) -> dict[str, str]:
    return {alias: column.currency for alias, (column, _score) in picked.items() if column.currency}


def _private(columns: Sequence[Column], mapping: Mapping[str, str]) -> tuple[str, ...]:
    used = set(mapping.values())
    return tuple(
        column.header
        for column in columns
        if column.header not in used and (any(concept in column.means for concept in _PRIVATE) or _a_person(column))
    )


def _a_person(column: Column) -> bool:
    """Whether a column headed just "customer" holds neither numbers nor addresses, so names."""
    fits = looks.fit("contact", "customer_id", column.cells)
    return "customer" in column.means and fits is not None and fits < TEXT_ENOUGH
