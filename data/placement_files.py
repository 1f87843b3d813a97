"""Placements as CSV files: licensed scores in, both in and out, every fault told by line, column and what to do.

A file is taken as a whole or not at all. Licensed scores: ``iso3``, the seven dimensions (0-100, 100 = first
pole, an empty cell where there is no score), ``source``, ``licence``, ``date`` (ISO 8601). Answers: ``iso3`` and a
column a question (0-100, 100 = first option), with ``name``, ``date`` and ``sheet`` where known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from data.export.spreadsheet import harmless
from data.placements import LONGEST_NAME, MOST_SHEETS, Licensed, Sheet, new_person
from data.table_check import Problem, TableError, iso3_codes
from frameworks.culture.dilemmas import AnswerError, checked
from frameworks.culture.trompenaars import DIMENSIONS
from frameworks.labels import N_, Sentence

MAX_BYTES = 1_000_000
LONGEST_TEXT = 300
SCORES = tuple(dimension.code for dimension in DIMENSIONS)
LICENSED = ("iso3", *SCORES, "source", "licence", "date")
"""Columns of a file of licensed scores."""
_ABOUT = ("sheet", "iso3", "name", "date")
_LICENSED_FILE, _ANSWERS_FILE = N_("licensed scores"), N_("answers")
_MOST_FAULTS = 1000
_PERSON_LENGTH = 16


def licensed_template() -> bytes:
    """Return the header of a file of licensed scores."""
    return _written([LICENSED])


def write_licensed(rows: Iterable[Licensed]) -> bytes:
    """Return licensed scores as a file that ``read_licensed`` takes."""
    return _written([
        LICENSED,
        *([row.market, *(_figure(row.scores.get(code)) for code in SCORES), row.source, row.licence, row.day] for row in rows),
    ])  # fmt: skip


def read_licensed(raw: bytes) -> tuple[Licensed, ...]:
    """Return the scores of a file; raises TableError, whose ``problems`` name each faulty line."""
    rows, faults = [], _Faults(_LICENSED_FILE)
    for line, cells in _rows(_LICENSED_FILE, raw, LICENSED, LICENSED):
        market = faults.market(line, cells["iso3"], {row.market for row in rows})
        scores = {code: faults.number(line, code, cells[code]) for code in SCORES if cells[code]}
        if not scores:
            faults.add(line, "", N_("there is no score; fill at least one of the seven columns or leave the line out"))
        texts = [faults.text(line, column, cells[column]) for column in ("source", "licence")]
        rows.append(Licensed(market, scores, *texts, faults.day(line, cells["date"], needed=True)))
    faults.raise_if_any()
    return tuple(rows)


def write_answers(sheets: Iterable[Sheet], items: Sequence[str]) -> bytes:
    """Return sheets of answers as a file that ``read_answers`` takes. items: codes of the questions, in order."""
    return _written([
        [*_ABOUT, *items],
        *([sheet.person, sheet.market, sheet.name, sheet.changed_at.date().isoformat() if sheet.changed_at else "",
           *(_figure(sheet.answers.get(code)) for code in items)] for sheet in sheets),
    ])  # fmt: skip


def read_answers(raw: bytes, items: Sequence[str]) -> tuple[Sheet, ...]:
    """Return the sheets of a file, those without a known ``sheet`` as new ones; raises TableError by line."""
    found, faults = [], _Faults(_ANSWERS_FILE)
    for line, cells in _rows(_ANSWERS_FILE, raw, ("iso3",), (*_ABOUT, *items)):
        market = faults.market(line, cells["iso3"], set())
        answers = {code: faults.number(line, code, cells[code]) for code in items if cells.get(code)}
        if not answers:
            faults.add(line, "", N_("there is no answer; fill at least one question or leave the line out"))
        name = cells.get("name", "")
        if len(name) > LONGEST_NAME:
            faults.add(line, "name", N_("the name is longer than {most} characters; shorten it"), most=LONGEST_NAME)
        day = faults.day(line, cells.get("date", ""), needed=False)
        at = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
        found.append(Sheet(faults.person(line, cells.get("sheet", "")), market, name, answers, at))
        if found[-1].person and (found[-1].person, market) in {(one.person, one.market) for one in found[:-1]}:
            faults.add(line, "sheet", N_("the same sheet and market stand twice; remove one of the lines"))
    faults.raise_if_any()
    return tuple(replace(one, person=one.person or new_person()) for one in found)


class _Faults:
    """The faults of one file, line by line, and the checks that find them."""

    def __init__(self, table: str) -> None:
        self._table, self._found = table, []  # type: ignore[var-annotated]

    def add(self, line: int, column: str, told: str, **values: object) -> None:
        if len(self._found) < _MOST_FAULTS:
            self._found.append(Problem(line, column, Sentence(told, **values)))

    def raise_if_any(self) -> None:
        if self._found:
            told, count = N_("{count} faulty cells or rows"), len(self._found)
            raise TableError(self._table, told, tuple(self._found), count=count)

    def market(self, line: int, cell: str, known: set[str]) -> str:
        code = cell.upper()
        if code not in iso3_codes():
            told = N_("{value} is no country code; write three letters such as DEU (ISO 3166-1 alpha-3)")
            self.add(line, "iso3", told, value=f"{cell!r:.40}")
        elif code in known:
            self.add(line, "iso3", N_("{value} stands twice; keep one line a country"), value=code)
        return code

    def number(self, line: int, column: str, cell: str) -> float:
        try:
            return checked(cell)
        except AnswerError:
            told = N_("{value} is no number from 0 to 100; correct it (decimal point, no % sign) or leave the cell empty")
            self.add(line, column, told, value=f"{cell!r:.40}")
            return 0.0

    def text(self, line: int, column: str, cell: str) -> str:
        if not cell:
            self.add(line, column, N_("the cell is empty; say where the scores come from and on what terms"))
        elif len(cell) > LONGEST_TEXT:
            self.add(line, column, N_("the text is longer than {most} characters; shorten it"), most=LONGEST_TEXT)
        return cell

    def day(self, line: int, cell: str, *, needed: bool) -> str:
        try:
            return date.fromisoformat(cell).isoformat() if cell or needed else ""
        except ValueError:
            told = N_("{value} is no date; write year-month-day such as 2026-03-31")
            self.add(line, "date", told, value=f"{cell!r:.40}")
            return ""

    def person(self, line: int, cell: str) -> str:
        if cell and (len(cell) != _PERSON_LENGTH or set(cell) - set("0123456789abcdef")):
            self.add(line, "sheet", N_("{value} is no sheet of this team; leave the cell empty"), value=f"{cell!r:.40}")
            return ""
        return cell


def _rows(
    table: str, raw: bytes, needed: Sequence[str], allowed: Sequence[str]
) -> list[tuple[int, dict[str, str]]]:
    """Return each line with its cells by column, trimmed; raises TableError for what is no such table."""
    reader = csv.reader(io.StringIO(text := _text(table, raw), newline=""), delimiter=_delimiter(text), strict=True)
    try:
        lines = [(reader.line_num, [_clean(cell) for cell in cells]) for cells in reader]
    except csv.Error:
        raise TableError(table, N_("line {line} cannot be read as CSV"), line=str(reader.line_num)) from None
    spelt = {column.lower(): column for column in allowed}
    header = [spelt.get(cell.lower(), cell) for cell in lines[0][1]] if lines else []
    missing = [column for column in needed if column not in header]
    strange = [column for column in header if column not in allowed]
    twice = [column for column in header if header.count(column) > 1]
    for columns, told in (
        (missing, N_("the columns {columns} are missing; start from the template")),
        (twice, N_("the columns {columns} stand twice; keep one of each")),
        (strange, N_("the columns {columns} are unknown; known are {known}")),
    ):
        if columns:
            names = ", ".join(f"{column:.40}" or "–" for column in dict.fromkeys(columns[:20]))
            raise TableError(table, told, columns=names, known=", ".join(allowed))
    body = [(line, cells) for line, cells in lines[1:] if any(cells)]
    if not body:
        raise TableError(table, N_("there are no rows below the header"))
    if len(body) > MOST_SHEETS:
        raise TableError(table, N_("there are more than {most} rows; split the file"), most=MOST_SHEETS)
    odd = [
        Problem(line, "", Sentence(N_("there are {count} cells, the header has {wanted}; even them out"),
                                   count=len(cells), wanted=len(header)))
        for line, cells in body if len(cells) != len(header)
    ][:_MOST_FAULTS]  # fmt: skip
    if odd:
        raise TableError(table, N_("{count} faulty cells or rows"), tuple(odd), count=len(odd))
    return [(line, dict(zip(header, cells, strict=True))) for line, cells in body]


def _text(table: str, raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise TableError(table, N_("the file has {size} bytes, more than the {most} allowed"), size=len(raw), most=MAX_BYTES)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableError(table, N_("the file is not UTF-8; save it as CSV in UTF-8")) from None
    if "\x00" in text:
        raise TableError(table, N_("the file is not text; save it as CSV in UTF-8"))
    return text


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _clean(cell: str) -> str:
    return "".join(sign for sign in cell if sign.isprintable()).strip()


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
