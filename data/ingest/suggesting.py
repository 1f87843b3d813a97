"""Suggestions for the mapping screen: per field the columns that may fill it, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from data.ingest import looks
from data.ingest.header_words import concepts, spellings
from data.ingest.headings import Column
from data.ingest.plain import KINDS, MONEY, Kind, Wanted
from data.ingest.values import read_words

Suggestions = Mapping[str, Mapping[str, tuple[tuple[str, float], ...]]]
"""Kind to alias to (header, confidence from 0 to 1), best first."""

_LOOSE, _EXACT = 0.8, 1.0
_MOST, _LEAST, _BY_CELLS = 5, 0.35, 0.58


class _Offers(Mapping[str, Mapping[str, tuple[tuple[str, float], ...]]]):
    """The suggestions of each kind, worked out once somebody asks: nobody does where the table is recognised."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._known: dict[str, dict[str, tuple[tuple[str, float], ...]]] = {}

    def __getitem__(self, name: str) -> dict[str, tuple[tuple[str, float], ...]]:
        if name not in self._known:
            self._known[name] = _suggest(KINDS[name], self._columns)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)


def suggestions(columns: Sequence[Column]) -> Suggestions:
    """Return suggestions for every kind of plain table."""
    return _Offers(columns)


def likely(suggested: Suggestions) -> str:
    """Return the kind whose needs the suggestions meet best."""
    order = list(KINDS)
    return max(KINDS, key=lambda kind: (_promise(KINDS[kind], suggested[kind]), -order.index(kind)))


def _suggest(kind: Kind, columns: Sequence[Column]) -> dict[str, tuple[tuple[str, float], ...]]:
    offered = {}
    for wanted in kind.wanted:
        ranked = sorted(
            ((column.header, score) for column in columns if (score := _nearness(wanted, column)) >= _LEAST),
            key=lambda found: (-found[1], found[0]),
        )
        offered[wanted.alias] = tuple(ranked[:_MOST])
    return offered


def _nearness(wanted: Wanted, column: Column) -> float:
    """How well a column's header and cells answer a field, 0 to 1."""
    said = max((_alike(concept, column.word) for concept in wanted.concepts), default=0.0)
    fits = column.fit(wanted)
    if fits is not None and fits < 0.5:
        return 0.0
    if said < _LEAST and fits is not None and fits >= 0.9 and not column.means:
        return _by_cells(wanted, column)
    return round(said * (0.9 if fits is None else 0.5 + 0.5 * fits), 3)


def _by_cells(wanted: Wanted, column: Column) -> float:
    """How likely a column of an unknown header fills a field, by its cells alone; for money never likely enough."""
    if wanted.type in ("instant", "day") and "date" in wanted.concepts:
        return _BY_CELLS if any(map(looks.date, column.cells)) else 0.0
    if wanted.alias == "email":
        return _BY_CELLS
    filled = [cell for cell in column.cells if cell.strip()]
    if wanted.type == "market":
        known = [code for _word, code in read_words("market", dict.fromkeys(filled[:50])) if code]
        return _BY_CELLS if len(known) >= 0.7 * len(dict.fromkeys(filled[:50])) else 0.0
    if wanted.type == "currency":
        return _BY_CELLS
    if wanted.type == MONEY:
        return 0.4 if any("." in cell or "," in cell for cell in filled) else 0.0
    return 0.4 if wanted.type == "id" and len(set(filled)) == len(filled) and not all(map(looks.date, filled)) else 0.0


@lru_cache(maxsize=8192)
def _alike(concept: str, said: str) -> float:
    """How near a folded header comes to a concept's words."""
    if concept in spellings().get(said, {}):
        return _EXACT if spellings()[said][concept] else _LOOSE
    if len(said) < 3:
        return 0.0
    best = 0.0
    for word in concepts()[concept]:
        if len(word) >= 4 and (word in said or (said in word and len(said) > 4)):
            best = max(best, 0.45 + 0.3 * min(len(word), len(said)) / max(len(word), len(said)))
        elif len(word) >= 5 and abs(len(word) - len(said)) <= 2:
            ratio = SequenceMatcher(None, word, said).ratio()
            best = max(best, 0.75 * ratio if ratio >= 0.8 else 0.0)
    return best


def _promise(kind: Kind, offered: Mapping[str, tuple[tuple[str, float], ...]]) -> float:
    """How well the suggestions meet what a kind needs, 0 to 1."""
    # What only the cells suggest fits several kinds alike, so it does not tell one from another.
    best = {alias: found[0][1] if found and found[0][1] > _BY_CELLS else 0.0 for alias, found in offered.items()}
    return sum(max(min(best[alias] for alias in one) for one in group) for group in kind.needs) / len(kind.needs)


def assigned(kind: str, suggested: Suggestions, least: float = 0.55) -> dict[str, str]:
    """The suggestions of one kind with each header used once, the surest first: where the mapping screen starts."""
    offers = sorted(
        (-score, place, alias, header)
        for place, (alias, found) in enumerate(suggested.get(kind, {}).items())
        for header, score in found
        if score >= least
    )
    mapping: dict[str, str] = {}
    for _score, _place, alias, header in offers:
        if alias not in mapping and header not in mapping.values():
            mapping[alias] = header
    return mapping
