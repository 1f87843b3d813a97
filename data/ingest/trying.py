"""A first look at a file that nobody recognised, and what a mapping would make of its first rows."""

from __future__ import annotations

import csv
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.ingest.choosing import sample_of
from data.ingest.matching import Match, layout_from_mapping, match
from data.ingest.model import Report
from data.ingest.opening import open_file
from data.ingest.reading import read_export
from data.ingest.reshape import straighten

if TYPE_CHECKING:
    import pandas as pd

ROWS = 200
SHOWN = 8
_INSIDE = ("source", "account", "import_id")


@dataclass(frozen=True)
class Glimpse:
    """The head of a file's widest table: headers, the first rows as text, and what they might be."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    match: Match


@dataclass(frozen=True)
class Attempt:
    """What a mapping makes of the first rows: the first records of each table, and the report on those rows."""

    tables: Mapping[str, pd.DataFrame]
    report: Report


def glimpse(path: Path) -> Glimpse:
    """Look at the head of a file; raises IngestError when it cannot be opened."""
    work = Path(tempfile.mkdtemp(prefix="landfall-"))
    try:
        sheets = [straighten(sheet, work) for sheet in open_file(path, work).sheets]
        sheet = max(sheets, key=lambda sheet: len(sheet.headers))
        rows = tuple(tuple(cell or "" for cell in row) for row in sample_of(sheet, ROWS))
        return Glimpse(sheet.headers, rows, match(sheet.headers, rows))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def attempt(seen: Glimpse, kind: str, mapping: Mapping[str, str], assume: Mapping[str, Any] | None = None) -> Attempt:
    """Read the first rows by a mapping; raises IngestError with what the mapping still lacks."""
    layout_from_mapping(kind, mapping, seen.headers)
    if not seen.rows:
        return Attempt({}, Report(0, 0, 0, 0, 0, {}))
    with tempfile.TemporaryDirectory(prefix="landfall-") as folder:
        path = Path(folder) / f"{secrets.token_hex(4)}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            writer.writerow(seen.headers)
            writer.writerows(row[: len(seen.headers)] for row in seen.rows)
        found = read_export(path, mapping=mapping, assume={**(assume or {}), "kind": kind})
        return Attempt({name: _head(found.tables[name]) for name in found.tables}, found.report)


def _head(frame: pd.DataFrame) -> pd.DataFrame:
    """The first records without the columns that say where they came from, and without empty columns."""
    shown = frame.head(SHOWN).drop(columns=[name for name in _INSIDE if name in frame])
    return shown[[name for name in shown if shown[name].notna().any()]]


