"""Which platform's export a table is, from its headers, in whatever language and order they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.ingest.folding import fold
from data.ingest.layouts import ALL
from data.ingest.model import Field, Layout

_REQUIRED, _OPTIONAL = 3, 1
_SAMPLE = 200


@dataclass(frozen=True)
class Candidate:
    """A layout the headers fit: the columns of its aliases, and how much speaks for it."""

    layout: Layout
    columns: Mapping[str, int]
    score: float


def recognise(
    headers: Sequence[str], preamble: Sequence[str] = (), sample: Sequence[Sequence[str]] = ()
) -> tuple[Layout, dict[str, int]] | None:
    """The layout of a table and the column of each alias, or None where none fits or two fit as well.

    headers:  as written in the file, in any order; columns no layout knows are no obstacle.
    preamble: the lines above the header.
    sample:   some rows of cells, aligned with the headers.
    """
    found = candidates(headers, preamble, sample)
    if not found or (len(found) > 1 and found[0].score == found[1].score):
        return None
    return found[0].layout, dict(found[0].columns)


def candidates(
    headers: Sequence[str], preamble: Sequence[str] = (), sample: Sequence[Sequence[str]] = ()
) -> list[Candidate]:
    """Every layout whose conditions the table meets, the best first."""
    folded: dict[str, int] = {}
    for place, header in enumerate(headers):
        folded.setdefault(fold(header), place)
    found = []
    for layout in ALL:
        columns = _columns(layout, headers, folded)
        if columns is not None and _tells(layout, columns, headers, preamble, sample):
            found.append(Candidate(layout, columns, _score(layout, columns, len(headers))))
    return sorted(found, key=lambda candidate: -candidate.score)


def columns_of(layout: Layout, headers: Sequence[str]) -> dict[str, int]:
    """The column of each alias of a layout that the headers have, whether or not the required ones are there."""
    folded: dict[str, int] = {}
    for place, header in enumerate(headers):
        folded.setdefault(fold(header), place)
    return _assigned(layout, headers, folded)


def header_matches(field: Field, header: str) -> re.Match[str] | None:
    """The match of a field's pattern with a whole header, whose groups (``currency``) tell more."""
    return _pattern(field.pattern).fullmatch(_plain(header)) if field.pattern else None


def _columns(layout: Layout, headers: Sequence[str], folded: Mapping[str, int]) -> dict[str, int] | None:
    for spellings in _required(layout):
        if not any(spelling in folded for spelling in spellings):
            return None
    columns = _assigned(layout, headers, folded)
    if any(field.required and field.alias not in columns for field in layout.fields):
        return None
    if layout.any_of and not any(alias in columns for alias in layout.any_of):
        return None
    return columns


def _assigned(layout: Layout, headers: Sequence[str], folded: Mapping[str, int]) -> dict[str, int]:
    """Each alias to its column; the spelling named first wins, and a column serves one alias only."""
    columns: dict[str, int] = {}
    taken: set[int] = set()
    for field, spellings in _spellings(layout):
        place = next((folded[said] for said in spellings if said in folded and folded[said] not in taken), None)
        if place is None and field.pattern:
            place = next(
                (at for at, header in enumerate(headers) if at not in taken and header_matches(field, header)), None
            )
        if place is not None:
            columns[field.alias] = place
            taken.add(place)
    return columns


def _tells(
    layout: Layout,
    columns: Mapping[str, int],
    headers: Sequence[str],
    preamble: Sequence[str],
    sample: Sequence[Sequence[str]],
) -> bool:
    if layout.tell is None:
        return True
    rows = sample[:_SAMPLE]
    cells = {alias: [row[at] or "" for row in rows if at < len(row)] for alias, at in columns.items()}
    return layout.tell(cells, [header.strip() for header in headers], preamble)


def _score(layout: Layout, columns: Mapping[str, int], width: int) -> float:
    """Columns explained, the required ones counting more; and a little for how much of the file that is."""
    required = {field.alias for field in layout.fields if field.required}
    found = sum(_REQUIRED if alias in required else _OPTIONAL for alias in columns)
    return found + len(columns) / max(width, 1)


def _plain(header: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", header).split())


# Layouts hold functions and mappings and cannot be hashed; the tables below are made once for each.


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_SPELLINGS: dict[int, tuple[tuple[Field, tuple[str, ...]], ...]] = {}


def _spellings(layout: Layout) -> tuple[tuple[Field, tuple[str, ...]], ...]:
    """The fields with their folded spellings, those with a pattern last: a spelling says more."""
    known = _SPELLINGS.get(id(layout)) if any(layout is one for one in ALL) else None
    if known is None:
        fields = sorted(layout.fields, key=lambda field: field.pattern is not None)
        known = tuple((field, tuple(fold(header) for header in field.headers)) for field in fields)
        if any(layout is one for one in ALL):
            _SPELLINGS[id(layout)] = known
    return known


def _required(layout: Layout) -> list[tuple[str, ...]]:
    return [spellings for field, spellings in _spellings(layout) if field.required and not field.pattern]
