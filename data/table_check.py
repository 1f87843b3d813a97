"""Checks a table against its own description, row by row."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
import pycountry

MAX_BYTES = 20_000_000
_SHOWN = 5


@dataclass(frozen=True)
class Problem:
    """One fault of a table: ``line`` counts from 1 with the header, ``column`` may be empty."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        place = f"line {self.line}" + (f", column {self.column}" if self.column else "")
        return f"{place}: {self.message}"


class TableError(ValueError):
    """A table cannot be used. The message is one sentence; ``problems`` lists each row's fault."""

    def __init__(self, table: str, message: str, problems: tuple[Problem, ...] = ()) -> None:
        shown = "; ".join(str(problem) for problem in problems[:_SHOWN])
        more = len(problems) - _SHOWN
        tail = f": {shown}" + (f"; and {more} more" if more > 0 else "") if shown else ""
        super().__init__(f"Table {table}: {message}{tail}.")
        self.table = table
        self.problems = problems


@cache
def iso3_codes() -> frozenset[str]:
    """Return every ISO 3166-1 alpha-3 code."""
    return frozenset(country.alpha_3 for country in pycountry.countries)


def parse(name: str, raw: bytes, meta: Mapping[str, Any]) -> pd.DataFrame:
    """Return the checked frame of a CSV file described by ``meta``.

    raw:  UTF-8 CSV with a header; blanks are missing values, nothing else is.
    meta: ``columns`` (type iso3, text, number or year; unit; min; max; nullable) and ``key``.

    Raises TableError naming each faulty line: unreadable text, a missing column, an unknown
    country code, a value that is no number or outside its unit's range, a duplicate key.
    """
    frame = _read(name, raw, meta)
    problems: list[Problem] = []
    for column, about in meta["columns"].items():
        frame[column], found = _typed(frame[column], about, column in meta["key"])
        problems += found
    twice = frame.duplicated(subset=list(meta["key"]), keep="first")
    problems += [Problem(i + 2, "", "the key " + _key(frame, meta, i) + " stands twice") for i in _rows(twice)]
    if problems:
        raise TableError(name, f"{len(problems)} faulty cells or rows", tuple(problems))
    return frame.reset_index(drop=True)


def _read(name: str, raw: bytes, meta: Mapping[str, Any]) -> pd.DataFrame:
    if len(raw) > MAX_BYTES:
        raise TableError(name, f"the file has {len(raw):,} bytes, more than the {MAX_BYTES:,} allowed")
    if b"\x00" in raw:
        raise TableError(name, "the file is not text; save it as CSV in UTF-8")
    try:
        frame = pd.read_csv(
            io.StringIO(raw.decode("utf-8-sig")), dtype=str, keep_default_na=False, na_values=[""],
            skip_blank_lines=False,
        )  # fmt: skip
    except UnicodeDecodeError:
        raise TableError(name, "the file is not UTF-8; save it as CSV in UTF-8") from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError):
        raise TableError(name, "the file cannot be read as CSV with a header line") from None
    missing = [column for column in meta["columns"] if column not in frame.columns]
    if missing:
        raise TableError(
            name, f"column {', '.join(missing)} is missing; needed are {', '.join(meta['columns'])}"
        )
    if frame.empty:
        raise TableError(name, "there are no rows below the header")
    return frame[list(meta["columns"])].copy()


def _typed(cells: pd.Series, about: Mapping[str, Any], in_key: bool) -> tuple[pd.Series, list[Problem]]:
    column, kind = str(cells.name), about["type"]
    problems: list[Problem] = []
    empty = cells.isna()
    if in_key or (kind == "iso3" and not about.get("nullable")):
        problems += [Problem(i + 2, column, "the cell is empty") for i in _rows(empty)]
    if kind == "iso3":
        unknown = ~empty & ~cells.isin(iso3_codes())
        return cells, problems + [
            Problem(i + 2, column, f"{cells.iloc[i]!r:.40} is no ISO 3166-1 alpha-3 code") for i in _rows(unknown)
        ]
    if kind == "text":
        return cells.fillna(""), problems
    values = pd.to_numeric(cells, errors="coerce").astype(float)
    wrong = ~empty & ~values.between(-1e300, 1e300)
    problems += [Problem(i + 2, column, f"{cells.iloc[i]!r:.40} is not a number") for i in _rows(wrong)]
    low, high = (1000, 2200) if kind == "year" else (about.get("min"), about.get("max"))
    if low is not None or high is not None:
        low, high = float("-inf") if low is None else low, float("inf") if high is None else high
        outside = values.notna() & ~values.between(low, high)
        unit = about.get("unit", "year")
        problems += [
            Problem(i + 2, column, f"{cells.iloc[i]} lies outside {low:g} to {high:g} ({unit})") for i in _rows(outside)
        ]
    if kind == "year" and not about.get("nullable") and not problems and not empty.any():
        return values.astype("int64"), problems
    return values, problems


def _rows(mask: pd.Series) -> list[int]:
    return [int(i) for i in mask.to_numpy().nonzero()[0][:1000]]


def _key(frame: pd.DataFrame, meta: Mapping[str, Any], row: int) -> str:
    return ", ".join(f"{frame[column].iloc[row]!s:.40}" for column in meta["key"])
