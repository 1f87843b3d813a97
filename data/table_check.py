"""Checks a table against its own description, row by row."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
import pycountry

from frameworks.labels import N_, Sentence

MAX_BYTES = 20_000_000
_SHOWN = 5
NUMBERS = ("number", "year")
_DECIMAL_COMMA = re.compile(r"^(-?\d+),(\d+)$")
YEARS = ("1000", "2200")  # text: years are not grouped


@dataclass(frozen=True)
class Problem:
    """One fault of a table: ``line`` counts from 1 with the header, ``column`` may be empty.

    message: what is wrong there, for the user.
    """

    line: int
    column: str
    message: Sentence | str

    def __str__(self) -> str:
        return str(self.sentence)

    @property
    def sentence(self) -> Sentence:
        """Place and fault in one."""
        told = N_("line {line}, column {column}: {fault}") if self.column else N_("line {line}: {fault}")
        return Sentence(told, line=str(self.line), column=self.column, fault=self.message)


class TableError(Sentence):
    """A table cannot be used. The message is one sentence; ``problems`` lists each row's fault.

    fault: template of what is wrong, filled with ``values``.
    """

    def __init__(self, table: str, fault: str, problems: tuple[Problem, ...] = (), **values: object) -> None:
        more = len(problems) - _SHOWN
        if more > 0:
            told = N_("Table {table}: {fault}: {problems}; and {more} more.")
        else:
            told = N_("Table {table}: {fault}: {problems}.") if problems else N_("Table {table}: {fault}.")
        first = tuple(problem.sentence for problem in problems[:_SHOWN])
        super().__init__(told, table=table, fault=Sentence(fault, **values), problems=first, more=more)
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
    problems += [
        Problem(i + 2, "", Sentence(N_("the key {key} stands twice"), key=_key(frame, meta, i))) for i in _rows(twice)
    ]
    if problems:
        raise TableError(name, N_("{count} faulty cells or rows"), tuple(problems), count=len(problems))
    return frame.reset_index(drop=True)


def _read(name: str, raw: bytes, meta: Mapping[str, Any]) -> pd.DataFrame:
    if len(raw) > MAX_BYTES:
        told = N_("the file has {size} bytes, more than the {most} allowed")
        raise TableError(name, told, size=len(raw), most=MAX_BYTES)
    if b"\x00" in raw:
        raise TableError(name, N_("the file is not text; save it as CSV in UTF-8"))
    try:
        text = raw.decode("utf-8-sig")
        parted = _separator(text, meta)
        frame = pd.read_csv(
            io.StringIO(text), dtype=str, keep_default_na=False, na_values=[""], skip_blank_lines=False, sep=parted
        )
    except UnicodeDecodeError:
        raise TableError(name, N_("the file is not UTF-8; save it as CSV in UTF-8")) from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as error:
        found = re.search(r"in line (\d+), saw", str(error))
        if found:
            raise TableError(name, N_("line {line} has more cells than the header"), line=found[1]) from None
        raise TableError(name, N_("the file cannot be read as CSV with a header line")) from None
    if not isinstance(frame.index, pd.RangeIndex):  # pandas takes the surplus first column for row names
        raise TableError(name, N_("line {line} has more cells than the header"), line="2")
    header = next(csv.reader(io.StringIO(text), delimiter=parted))
    twice = [column for column in meta["columns"] if header.count(column) > 1]
    if twice:
        raise TableError(name, N_("column {twice} stands twice in the header"), twice=", ".join(twice))
    blank = frame.isna().all(axis=1).to_numpy()[::-1]
    frame = frame.iloc[: len(frame) - int(blank.argmin() if not blank.all() else len(blank))]
    missing = [column for column in meta["columns"] if column not in frame.columns]
    if missing:
        told = N_("column {missing} is missing; needed are {needed}")
        raise TableError(name, told, missing=", ".join(missing), needed=", ".join(meta["columns"]))
    if frame.empty:
        raise TableError(name, N_("there are no rows below the header"))
    frame = frame[list(meta["columns"])].copy()
    if parted == ";":  # written where the comma parts whole from fraction
        for column in (name for name, about in meta["columns"].items() if about["type"] in NUMBERS):
            frame[column] = frame[column].map(lambda cell: _DECIMAL_COMMA.sub(r"\1.\2", cell), na_action="ignore")
    return frame


def _separator(text: str, meta: Mapping[str, Any]) -> str:
    """Return what parts the cells: a comma, or the semicolon or tab that spreadsheets of some countries write."""
    header = text.partition("\n")[0].rstrip("\r")
    for parted in ";\t":
        if {*meta["columns"]} <= {cell.strip('"') for cell in header.split(parted)}:
            return parted
    return ","


def _typed(cells: pd.Series, about: Mapping[str, Any], in_key: bool) -> tuple[pd.Series, list[Problem]]:
    kind = about["type"]
    problems: list[Problem] = []
    empty = cells.isna()
    if in_key or (kind == "iso3" and not about.get("nullable")):
        problems += _faults(cells, empty, N_("the cell is empty"))
    if kind == "iso3":
        unknown = ~empty & ~cells.isin(iso3_codes())
        return cells, problems + _faults(cells, unknown, N_("{quoted} is no ISO 3166-1 alpha-3 code"))
    if kind == "text":
        return cells.fillna(""), problems
    values = pd.to_numeric(cells, errors="coerce").astype(float)
    wrong = ~empty & ~values.between(-1e300, 1e300)
    problems += _faults(cells, wrong, N_("{quoted} is not a number"))
    problems += _outside(cells, values, about)
    if kind == "year" and not about.get("nullable") and not problems and not empty.any():
        return values.astype("int64"), problems
    return values, problems


def _outside(cells: pd.Series, values: pd.Series, about: Mapping[str, Any]) -> list[Problem]:
    low, high = YEARS if about["type"] == "year" else (about.get("min"), about.get("max"))
    below = values < (-math.inf if low is None else float(low))
    above = values > (math.inf if high is None else float(high))
    told = N_("{value} lies outside {low} to {high} ({unit})")
    if low is None or high is None:
        told = N_("{value} is more than {high} ({unit})") if low is None else N_("{value} is less than {low} ({unit})")
    unit = Sentence(about.get("unit", N_("year")))
    return _faults(cells, below | above, told, low=low, high=high, unit=unit)


def _faults(cells: pd.Series, mask: pd.Series, told: str, **values: object) -> list[Problem]:
    column = str(cells.name)
    return [
        Problem(i + 2, column, Sentence(told, value=f"{cells.iloc[i]!s:.40}", quoted=f"{cells.iloc[i]!r:.40}", **values))
        for i in _rows(mask)
    ]


def _rows(mask: pd.Series) -> list[int]:
    return [int(i) for i in mask.to_numpy().nonzero()[0][:1000]]


def _key(frame: pd.DataFrame, meta: Mapping[str, Any], row: int) -> str:
    return ", ".join(f"{frame[column].iloc[row]!s:.40}" for column in meta["key"])
