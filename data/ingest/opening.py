"""Opens whatever file a person hands over and finds the tables in it."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from data.ingest import container, delimiting, parquet, workbook
from data.ingest.decoding import Survey, decoded, survey
from data.ingest.large import large_sheet
from data.ingest.limits import WHOLE_LIMIT
from data.ingest.model import IngestError, Sheet
from data.ingest.records import Dialect, Record, lines_of, split
from data.ingest.sheets import Run, Table, bare, runs_of, set_totals_apart, tables_in
from data.ingest.staging import LINE_SIZE
from data.ingest.writing import rows_of, written
from frameworks.labels import N_, Sentence

_LARGE = N_("{name} is large: remarks and total rows were looked for at its beginning and its end only.")


@dataclass(frozen=True)
class Opened:
    """A file that was opened: its name, the SHA-256 of its bytes, its size in bytes, its tables and remarks."""

    name: str
    digest: str
    size: int
    sheets: tuple[Sheet, ...]
    notes: tuple[Sentence, ...] = ()


def open_file(path: Path | str, work: Path) -> Opened:
    """Return the tables of the file at ``path``; what must be written goes to the folder ``work``.

    CSV and other delimited text, XLSX, XLS, ODS, Parquet, and ZIP or gzip of text. What it is is told by its content.
    The work folder must live as long as the sheets are used. Raises ``IngestError`` for whatever cannot be read.
    """
    path, work = Path(path), Path(work)
    name = shown_name(path)
    try:
        if path.is_dir():
            raise IngestError(N_("{name} is a folder. Choose the file inside it."), name=name)
        if not stat.S_ISREG(path.stat().st_mode):
            raise IngestError(N_("{name} is not a file. Choose an exported file."), name=name)
        work.mkdir(parents=True, exist_ok=True)
        return _Opening(path, work, name).opened()
    except FileNotFoundError as error:
        raise IngestError(N_("There is no file {name}. Check where it lies."), name=name) from error
    except PermissionError as error:
        raise IngestError(N_("{name} may not be read. Allow it, or copy it somewhere else."), name=name) from error
    except (OSError, ValueError) as error:
        if isinstance(error, Sentence):
            raise
        raise IngestError(N_("{name} could not be read from the disk. Copy it and try again."), name=name) from error


def shown_name(path: Path) -> str:
    """Return the name of a file so that it can be shown: without control characters, and not overlong."""
    name = "".join(sign if sign.isprintable() else "\ufffd" for sign in path.name)
    return name if len(name) <= 120 else f"{name[:80]}…{name[-30:]}"


class _Opening:
    """One file being opened."""

    def __init__(self, path: Path, work: Path, name: str) -> None:
        self.path, self.work, self.name = path, work, name
        self.notes: list[Sentence] = []
        self.allowance = container.Allowance(name)
        self._made = 0

    def opened(self) -> Opened:
        kind = container.kind_of(self.path, self.name)
        if kind == "text":
            found = survey(self.path, self.name)
            sheets = self.text(self.path, found, self.name, "")
            digest = found.digest
        else:
            digest = container.digest_of(self.path)
            sheets = self.packed(kind)
        if not sheets:
            raise _no_table(self.name)
        return Opened(self.name, digest, self.path.stat().st_size, tuple(sheets), tuple(self.notes))

    def target(self, kind: str) -> Path:
        """Return the path of a new file in the work folder."""
        self._made += 1
        return self.work / f"{kind}-{self._made}"

    def packed(self, kind: str) -> list[Sheet]:
        """Return the tables of a file that is not text."""
        if kind == "gzip":
            target = self.target("gzip")
            container.unpacked_gzip(self.path, self.name, target, self.allowance)
            return self.inner(target, self.name, "")
        if kind == "zip":
            return self.members()
        return self.binary(self.path, kind, self.name, "")

    def inner(self, path: Path, name: str, title: str) -> list[Sheet]:
        """Return the tables of a file that was unpacked."""
        kind = container.kind_of(path, name)
        if kind in ("zip", "gzip"):
            raise IngestError(
                N_("{name} is an archive within an archive. Unpack it and upload what is inside."), name=name
            )
        if kind != "text":
            return self.binary(path, kind, name, title)
        return self.text(path, survey(path, name), name, title)

    def members(self) -> list[Sheet]:
        """Return the tables of the files in a ZIP; those that are none are noted as long as one is."""
        sheets: list[Sheet] = []
        problems: list[IngestError] = []
        for inside, path in container.unpacked_zip(self.path, self.name, self.work, self.allowance):
            label = f"{self.name}: {shown_name(Path(inside))}"
            try:
                sheets += self.inner(path, label, Path(shown_name(Path(inside))).stem)
            except IngestError as error:
                problems.append(error)
        if not sheets:
            raise problems[0] if problems else _no_table(self.name)
        self.notes += problems
        return sheets

    def binary(self, path: Path, kind: str, name: str, title: str) -> list[Sheet]:
        """Return the tables of a workbook or a Parquet file."""
        if kind == "parquet":
            return [parquet.sheet_of(path, name, title, self.target("parquet").with_suffix(".parquet"))]
        sheets: list[Sheet] = []
        for page in workbook.sheets_of(path, kind, name, self.target("workbook")):
            tables = tables_in(runs_of(page.records()), name, ",", ragged=False)
            for table in tables:
                set_totals_apart(table, ",", partial(_rows_again, table, page.records))
            prefix = self.target("table").name
            sheets += written(tables, page.records(), self.work, prefix, "utf-8", page.name)
        return sheets

    # Text

    def text(self, path: Path, found: Survey, name: str, title: str) -> list[Sheet]:
        """Return the tables of a text file."""
        place, encoding = decoded(path, found, name, self.target("text"))
        if place != path:
            found = survey(place, name)
        head = delimiting.head_lines(place, found.line_end)
        dialect = delimiting.dialect_of(head, found.line_end)
        if found.size > WHOLE_LIMIT and dialect.plain:
            sheet = large_sheet(place, found, dialect, head, name)
            if sheet is not None:
                self.notes.append(Sentence(_LARGE, name=name))
                return [replace(sheet, title=title, encoding=encoding)]
        return self.whole(place, found, dialect, name, title, encoding)

    def whole(self, place: Path, found: Survey, dialect: Dialect, name: str, title: str, encoding: str) -> list[Sheet]:
        """Return the tables of a text file that is read as a whole."""
        dialect, tally = _best(place, dialect)
        read = partial(records_in, place, dialect)
        tables = tables_in(tally.parts, name, dialect.delimiter)
        for table in tables:
            if table.preamble and delimiting.is_hint(table.preamble[0]):
                del table.preamble[0]
            set_totals_apart(table, dialect.delimiter, partial(_rows_again, table, read))
        sound = encoding == "utf-8" and not found.broken and not found.mixed and found.longest < LINE_SIZE
        clean = sound and tally.plain and dialect.plain
        if clean and len(tables) == 1 and bare(tables[0]):
            return [_as_it_is(place, tables[0], dialect, title, tally.count)]
        return list(written(tables, read(), self.work, self.target("table").name, encoding, title))


#: Lines around the first row with quotes that do not fit, in which the ways of taking them are compared.
_AROUND = 2000


def records_in(path: Path, dialect: Dialect) -> Iterator[Record]:
    """Yield the records of a UTF-8 text file."""
    return split(lines_of(path, dialect.line_end), dialect)


def _rows_again(table: Table, read: Callable[[], Iterator[Record]]) -> Iterator[Record]:
    return rows_of(table, read())


@dataclass
class _Tally:
    """What one reading of all records told: the runs of rows, how many records, whether each is one sound line."""

    parts: list[Run | Record]
    faulty: list[str] = field(default_factory=list)
    first_fault: int = 0
    count: int = 0
    faults: int = 0
    long: int = 0
    blank: int = 0

    @property
    def plain(self) -> bool:
        return not (self.faults or self.long or self.blank)


def _tallied(records: Iterator[Record]) -> _Tally:
    tally = _Tally([])

    def counted() -> Iterator[Record]:
        for record in records:
            tally.count += 1
            tally.faults += bool(record.fault)
            if record.fault and len(tally.faulty) < 100:
                tally.faulty.append(record.cells[0])
                tally.first_fault = tally.first_fault or record.line
            tally.long += record.end > record.line
            tally.blank += not record.cells
            yield record

    tally.parts = list(runs_of(counted()))
    return tally


def _best(place: Path, dialect: Dialect) -> tuple[Dialect, _Tally]:
    """Return the way of taking quotes under which most rows fit, and what reading the file so told."""
    tally = _tallied(records_in(place, dialect))
    if not tally.faults:
        return dialect, tally
    start = max(0, tally.first_fault - _AROUND)

    def fit(way: Dialect) -> tuple[int, int]:
        lines = islice(lines_of(place, way.line_end), start, start + 10 * _AROUND)
        return delimiting.fit(split(lines, way))

    best, best_fit = dialect, fit(dialect)[0]
    for other in delimiting.readings(dialect):
        if not any(sign in line for sign in delimiting.signs(other) for line in tally.faulty):
            continue
        found, wrapped = fit(other)
        if found > best_fit and (other.quote or 3 * wrapped <= tally.faults):
            best, best_fit = other, found
    return best, tally if best == dialect else _tallied(records_in(place, best))


def _as_it_is(place: Path, table: Table, dialect: Dialect, title: str, count: int) -> Sheet:
    return Sheet(
        path=place,
        headers=table.names,
        first_line=2,
        title=title,
        delimiter=dialect.delimiter,
        quote=dialect.quote,
        rows=count - 1,
    )


def _no_table(name: str) -> IngestError:
    return IngestError(
        N_("{name} holds no table: no header with names and rows below it was found. Export it again as CSV or XLSX."),
        name=name,
    )
