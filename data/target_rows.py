"""Turns the rows of a plan into targets, and tells each fault by its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.ingest import money
from data.ingest.headers import cell_text
from data.ingest.markets import market as market_named
from data.ingest.records import Record
from data.table_check import Problem, TableError
from data.target_figures import NOTHING, Figure, figure, mark_for, usual_mark
from data.target_periods import Span, day_first, month_of, span
from data.target_words import all_markets, heading, kpi_named
from data.targets import Key, key
from frameworks.kpi.definition import KPIS, Kpi
from frameworks.kpi.targets import Target, checked
from frameworks.labels import N_, Sentence

MOST_FAULTS = 1000
_ASIDE = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*$")
_WHEN = {"first", "period", "month", "year"}
_BARE_MONTH = re.compile(r"[^\W\d_]{3,12}\.?|[QTqt][1-4]|[1-4][QTqt]|\d{1,2}")
_MULTIPLES = ("share", "ratio")
_GROUPED = ("money", "count")
"""Units of which 1,234 is rather a thousand and more than one and a bit."""


@dataclass(frozen=True)
class Column:
    """What a column of a plan holds.

    kind:     as ``data.target_words.heading`` says; figure: targets; unknown: anything else.
    days:     the period its figures are for, named by the header. part: a month or quarter whose year stands in
              another column. kpi: the KPI they are of, named by the header. currency: likewise.
    """

    place: int
    name: str
    kind: str
    days: Span | None = None
    part: bool = False
    kpi: str = ""
    currency: str = ""


@dataclass(frozen=True)
class _Cell:
    """A filled cell of figures and what stands around it."""

    line: int
    column: str
    text: str
    kpi: str
    market: str | None
    days: Span
    currencies: tuple[tuple[str, ...], ...]
    sheet: str = ""


def columns_of(cells: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of a header, one for each of its cells."""
    named = [_column(place, cell_text(cell)) for place, cell in enumerate(cells)]
    if any(column.kind == "year" for column in named):
        named = [_in_a_year(column) for column in named]
    if any(column.kind == "kpi" for column in named):  # then a title among the headers is a mere word
        named = [Column(one.place, one.name, "unknown") if one.kpi else one for one in named]
    return tuple(named)


def plans(columns: Sequence[Column]) -> bool:
    """Whether columns are those of a plan: KPIs and figures, or figures of KPIs and when they are for."""
    kinds = {column.kind for column in columns}
    if "figure" not in kinds:
        return False
    return "kpi" in kinds or (any(column.kpi for column in columns) and bool(kinds & _WHEN))


def _column(place: int, name: str) -> Column:
    aside = _ASIDE.search(name)
    currency = (money.code(aside[1]) if aside else None) or ""
    bare = name[: aside.start()] if aside and currency else name
    if kind := heading(bare):
        return Column(place, name, "figure" if kind == "target" else kind, currency=currency)
    if kpi := kpi_named(bare):
        return Column(place, name, "figure", kpi=kpi, currency=currency)
    if days := month_of(bare):
        return Column(place, name, "figure", days=days, currency=currency)
    return Column(place, name, "unknown")


def _in_a_year(column: Column) -> Column:
    """Return a column whose header is a month or quarter without its year."""
    part = column.kind == "unknown" and bool(_BARE_MONTH.fullmatch(column.name)) and _with_year(column.name, "2026")
    return Column(column.place, column.name, "figure", part=True) if part else column


def _with_year(text: str, year: str) -> Span | None:
    """Return the period of a month or quarter whose year stands apart."""
    return span(f"{year}-{int(text):02}") if text.isdecimal() else span(f"{text} {year}")


class Rows:
    """The rows of a plan, read one sheet after the other. name: of the file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._faults: list[Problem] = []
        self._cells: list[_Cell] = []

    def read(self, title: str, columns: Sequence[Column], rows: Sequence[Record]) -> None:
        """Read the rows of a sheet; title: of one of several sheets."""
        sheet = _Sheet(columns, rows)
        for row in rows:
            try:
                if row.fault:
                    raise Sentence(N_("this line cannot be read; check its quotes and signs"))
                self._cells += (replace(cell, sheet=title) for cell in sheet.cells(row))
            except _Fault as error:
                self._fault(row.line, title, error.column, error)
            except Sentence as error:
                self._fault(row.line, title, "", error)

    def targets(self) -> tuple[Target, ...]:
        """Return every target; raises TableError naming each fault."""
        figures = [figure(cell.text) for cell in self._cells]
        usual = usual_mark(one for one in figures if one)
        found: dict[Key, tuple[Target, int]] = {}
        for cell, one in zip(self._cells, figures, strict=True):
            try:
                kpi = KPIS[cell.kpi]
                target = checked(Target(cell.kpi, cell.market, *cell.days, _value(cell, one, usual), _currency(cell, kpi, one)))
                if key(target) in found:
                    told = N_("the same KPI, market and period stand in line {line} already; keep one of them")
                    raise Sentence(told, line=str(found[key(target)][1]))
                found[key(target)] = (target, cell.line)
            except Sentence as error:
                self._fault(cell.line, cell.sheet, cell.column, error)
        if self._faults:
            self._faults.sort(key=lambda problem: problem.line)
            told, count = N_("{count} faulty cells or rows"), len(self._faults)
            raise TableError(self._name, told, tuple(self._faults), count=count)
        return tuple(target for target, _line in found.values())

    def _fault(self, line: int, sheet: str, column: str, error: Sentence) -> None:
        if len(self._faults) < MOST_FAULTS:
            place = f"{sheet}: {column}" if sheet and column else sheet or column
            self._faults.append(Problem(line, place, Sentence(error.template, **error.values)))


class _Fault(Sentence):
    """A fault in one column."""

    def __init__(self, column: str, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.column = column


class _Sheet:
    """The columns of one sheet, and how its days are written."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Record]) -> None:
        self._columns = columns
        self._by_kind = {column.kind: column for column in reversed(columns)}
        said = [text for kind in ("first", "last", "period") for row in rows if (text := self._text(row, kind))]
        self._day_first = day_first(said)
        periods = [span(text, self._day_first) for row in rows if (text := self._text(row, "period"))]
        # A spreadsheet writes a month as its first day; where other days are named too, a day is a day.
        self._of_days = any(one and one[0] == one[1] and one[0].day > 1 for one in periods)

    def cells(self, row: Record) -> Iterator[_Cell]:
        """Yield the filled cells of figures of a row; raises Sentence for what is wrong with the row."""
        width = len(self._columns)
        if any(cell_text(cell) for cell in row.cells[width:]):
            told = N_("there are {count} cells, the header has {wanted}; even them out")
            raise Sentence(told, count=len(row.cells), wanted=width)
        filled = [column for column in self._columns if self._cell(row, column).casefold() not in NOTHING]
        for column in filled:
            total = bool(column.name) and all_markets(column.name)
            if column.kind == "unknown" and not total and figure(self._cell(row, column)):
                told = N_("the header is not understood; head it with a period such as 2026-03, or leave the column out")
                raise _Fault(column.name or str(column.place + 1), told)
        figures = [column for column in filled if column.kind == "figure"]
        if not figures:
            return
        market, currencies = self._market(row), self._currencies(row)
        named = self._kpi(row) if any(not column.kpi for column in figures) else ""
        for column in figures:
            header = (column.currency,) if column.currency else ()
            yield _Cell(
                row.line, column.name, self._cell(row, column), column.kpi or named, market,
                self._days(row, column), (currencies, header),
            )  # fmt: skip

    def _cell(self, row: Record, column: Column | None) -> str:
        return cell_text(row.cells[column.place]) if column and column.place < len(row.cells) else ""

    def _text(self, row: Record, kind: str) -> str:
        return self._cell(row, self._by_kind.get(kind))

    def _name(self, kind: str) -> str:
        return self._by_kind[kind].name if kind in self._by_kind else ""

    def _kpi(self, row: Record) -> str:
        text = self._text(row, "kpi")
        if not text:
            raise _Fault(self._name("kpi"), N_("the cell is empty; say which KPI the target is for"))
        if found := kpi_named(text):
            return found
        told = N_("{value} is no KPI; write its name as it stands in Landfall, such as Revenue or Orders")
        raise _Fault(self._name("kpi"), told, value=f"{text!r:.40}")

    def _market(self, row: Record) -> str | None:
        text = self._text(row, "market")
        if all_markets(text):
            return None
        if found := market_named(text):
            return found
        told = N_("{value} is no country; write its name or code, or leave the cell empty for all markets")
        raise _Fault(self._name("market"), told, value=f"{text!r:.40}")

    def _currencies(self, row: Record) -> tuple[str, ...]:
        text = self._text(row, "currency")
        if not text or text.casefold() in NOTHING:
            return ()
        if text.upper() in money.codes():
            return (text.upper(),)
        if found := money.SIGNS.get(text):
            return found
        told = N_("{value} is no currency; write three letters such as EUR")
        raise _Fault(self._name("currency"), told, value=f"{text!r:.40}")

    def _days(self, row: Record, column: Column) -> Span:
        if column.days:
            return column.days
        year = self._text(row, "year").removesuffix(".0")
        if column.part:
            return self._found(_with_year(column.name, year), "year", year)
        if first := self._text(row, "first"):
            begin, last = self._found(span(first, self._day_first), "first", first), self._text(row, "last")
            if not last and begin[0] == begin[1]:
                raise _Fault(self._name("last") or self._name("first"), N_("the last day is missing"))
            end = self._found(span(last, self._day_first), "last", last) if last else begin
            return begin[0], end[1]
        for kind in ("period", "month"):
            if text := self._text(row, kind).removesuffix(".0"):
                found = span(text, self._day_first) or (_with_year(text, year) if year else None)
                if found and not self._of_days and found[0] == found[1]:
                    found = month_of(found[0].isoformat())
                return self._found(found, kind, text)
        if year:
            return self._found(span(year), "year", year)
        raise Sentence(N_("the period is missing; fill from and to, or one column period such as 2026-03"))

    def _found(self, found: Span | None, kind: str, text: str) -> Span:
        if found:
            return found
        told = N_("{value} is no day or period; write it as 2026-03-31, 2026-03, 2026-Q1 or 2026")
        raise _Fault(self._name(kind), told, value=f"{text!r:.40}")


def _value(cell: _Cell, one: Figure | None, usual: str) -> float:
    kpi = KPIS[cell.kpi]
    mark = mark_for(one, usual, grouped=kpi.unit in _GROUPED) if one else ""
    value = one.value(mark) if one else None
    if one is None or value is None or (one.percent and kpi.unit not in _MULTIPLES):
        told = N_("{value} is no figure of {kpi}; write a plain number such as 1200 or 3.5")
        raise Sentence(told, value=f"{cell.text!r:.40}", kpi=Sentence(kpi.title))
    if kpi.unit == "share" and value > 1 and not one.percent:
        raise Sentence(N_("{kpi} is a share; write it with a per cent sign, such as 3.5%"), kpi=Sentence(kpi.title))
    return value


def _currency(cell: _Cell, kpi: Kpi, one: Figure | None) -> str | None:
    """Return the currency that the figure, its row and its header allow together."""
    said = [words for words in (one.currencies if one else (), *cell.currencies) if words]
    if kpi.unit != "money":
        if one and one.currencies:
            raise Sentence(N_("{kpi} is no money; leave the currency out."), kpi=Sentence(kpi.title))
        return None
    if not said:
        told = N_("{kpi} is money; add a column currency with three letters such as EUR")
        raise Sentence(told, kpi=Sentence(kpi.title))
    left = [code for code in said[0] if all(code in words for words in said)]
    if not left:
        raise Sentence(N_("two currencies are named, {one} and {other}; keep one"), one=said[0][0], other=said[1][0])
    if len(left) > 1:
        told = N_("the sign may stand for {currencies}; add a column currency with three letters")
        raise Sentence(told, currencies=", ".join(left[:4]))
    return left[0]
