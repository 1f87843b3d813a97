"""What a report rests on: whole reference tables and the single works that rows name, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from frameworks.culture.gaps import CultureGaps
from frameworks.culture.guidance import Advice
from frameworks.potential.history import sheet
from frameworks.reference import Reference, own_knowledge

_PARTED = re.compile(r";\s+(?![^()]*\))")


@dataclass(frozen=True)
class Citation:
    """One source.

    table:   the reference table it is cited for, whose licence holds where ``licence`` is "".
    text:    the work, producer or publication; "" stands for the table as a whole.
    edition: year or edition as text. url: address, "" where none is known.
    """

    table: str
    text: str = ""
    edition: str = ""
    licence: str = ""
    commercial: str = ""
    url: str = ""


def culture_sources(gaps: CultureGaps, advice: Iterable[Advice]) -> list[Citation]:
    """Return the models that the gaps come from and the works that the advice cites."""
    models = dict.fromkeys(gap.model.key for gap in (*gaps.told, *gaps.small))
    works = dict.fromkeys(work for one in advice for work in one.works)
    return [
        *(Citation(key) for key in models),
        *(Citation("implication_sources", f"{work.source}, {work.reference}", str(work.year or "")) for work in works if work.year),
    ]


def indicator_sources(reference: Reference, market: str) -> list[Citation]:
    """Return the producers of the market's scored figures."""
    rows = sheet(reference, market)
    rows = rows[rows["scored"] & rows["value"].notna() & (rows["producer"] != "")]
    columns = ["producer", "edition", "licence", "commercial"]
    return [Citation("indicators", *row) for row in rows[columns].drop_duplicates().itertuples(index=False, name=None)]


def row_sources(table: str, rows: pd.DataFrame) -> list[Citation]:
    """Return the sources that rows with ``source`` (parted by semicolons), ``year`` and perhaps ``url`` name."""
    found = []
    for row in rows.to_dict("records"):
        for work in _PARTED.split(str(row.get("source") or "")):
            if work.strip() and not own_knowledge(work):
                found.append(Citation(table, work.strip(), _year(row.get("year")), url=str(row.get("url") or "")))
    return found


def merged(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return each source once, in the order met: the same work and year cited for two tables counts as one."""
    kept: dict[tuple[str, ...], Citation] = {}
    for one in citations:
        kept.setdefault((one.text.casefold(), one.edition) if one.text else ("", one.table), one)
    return tuple(kept.values())


def _year(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(int(float(value)))  # type: ignore[arg-type, call-overload]
