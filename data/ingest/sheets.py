"""Finds the tables in a file's records, and sets apart what lies around them."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data.ingest import totals
from data.ingest.delimiting import data_like, is_comment
from data.ingest.headers import Header, cell_text, header_of
from data.ingest.limits import COLUMN_LIMIT, TABLE_LIMIT
from data.ingest.model import IngestError
from data.ingest.records import Record, shown
from frameworks.labels import N_

Read = Callable[[], Iterator[Record]]
#: Records kept of the beginning and of the end of a run of rows.
HEAD, TAIL = 200, 24


@dataclass
class Run:
    """Rows that follow each other without a blank line or a comment between them."""

    first: list[Record] = field(default_factory=list)
    last: deque[Record] = field(default_factory=lambda: deque(maxlen=TAIL))
    rows: int = 0
    widths: Counter[int] = field(default_factory=Counter)
    blank_ends: int = 0

    def take(self, record: Record) -> None:
        """Add a record."""
        self.rows += 1
        if len(self.first) < HEAD:
            self.first.append(record)
        self.last.append(record)
        self.widths[len(record.cells)] += 1
        if not record.cells[-1] and len(record.cells) > 1:
            self.blank_ends += 1

    @property
    def ending(self) -> list[Record]:
        """Its last records, those that are not among the first."""
        held = self.first[-1].line if self.first else 0
        return [record for record in self.last if record.line > held]


@dataclass
class Table:
    """A table among the records: its header, the lines its rows lie on, and what does not belong to it.

    first, last: the lines of the first and the last row; last is None where it goes on to the end of the file.
    apart:       (line, text, reason) of what is set apart; totals: (line, label, cells) of the total rows among it.
    """

    names: tuple[str, ...]
    first: int
    last: int | None
    preamble: list[str]
    sample: list[Record]
    width: int
    apart: list[tuple[int, str, str]] = field(default_factory=list)
    totals: list[tuple[int, str, tuple[str | None, ...]]] = field(default_factory=list)
    ending: list[Record] = field(default_factory=list)
    lines: list[Record] = field(default_factory=list)
    start: int = 0
    header_rows: int = 1
    widths: Counter[int] = field(default_factory=Counter)
    blank_ends: int = 0

    @property
    def padded(self) -> bool:
        """Whether blank cells at the end of a row were left out when the file was written, and not cut off since.

        Then many rows are short and none ends with a blank cell.
        """
        short = sum(count for width, count in self.widths.items() if width < self.width)
        return not self.blank_ends and short >= max(3, 0.1 * sum(self.widths.values()))

    @property
    def without(self) -> frozenset[int]:
        """The lines set apart."""
        return frozenset(line for line, _, _ in self.apart)


def runs_of(records: Iterable[Record]) -> Iterator[Run | Record]:
    """Yield the runs of rows, and the comments between them."""
    run = Run()
    for record in records:
        blank = record.blank
        comment = not blank and is_comment(record) and not (run.rows > 3 and len(record.cells) in run.widths)
        if not blank and not comment:
            run.take(record)
            continue
        if run.rows:
            yield run
            run = Run()
        if comment:
            yield record
    if run.rows:
        yield run


def tables_in(parts: Iterable[Run | Record], name: str, delimiter: str, ragged: bool = True) -> list[Table]:
    """Return the tables that the runs of a file make up.

    A run without a header of its own goes on with the table before it. What lies above a table is its preamble;
    what lies below the last one is set apart. Raises ``IngestError`` for more columns or tables than are read.
    """
    tables: list[Table] = []
    above: list[Record] = []
    for part in parts:
        if isinstance(part, Record):
            above.append(part)
            continue
        header = header_of(part.first, ragged)
        if tables and _goes_on(tables[-1], part, header, above):
            _extend(tables[-1], part, above, delimiter)
            above = []
        elif header is None or _mere_text(part, header):
            above += part.first
        else:
            tables.append(_table(part, header, above, name, delimiter))
            above = []
        if len(tables) > TABLE_LIMIT:
            raise IngestError(
                N_("{name} holds more than {limit} tables. Export one report at a time."), name=name, limit=TABLE_LIMIT
            )
    if tables:
        tables[-1].apart += [(record.line, _text(record, delimiter), totals.REMARK) for record in above]
    return tables


def _mere_text(part: Run, header: Header) -> bool:
    """Whether a run is text and no table: at most two single cells, or sentences."""
    if len(header.names) > 1:
        return False
    words = [len(record.cells[0].split()) for record in part.first if record.cells]
    return (part.rows <= 2 and part.first[0].filled <= 1) or sum(words) > 2.5 * len(words)


def _goes_on(table: Table, part: Run, header: Header | None, above: Sequence[Record]) -> bool:
    """Whether a run belongs to the table before it, from which a blank line parted it."""
    if above and any(is_comment(record) for record in above):
        return False
    top = part.first[0]
    if table.width == 2 and _keys([*table.sample[:HEAD], *table.lines]) and _keys(part.first):
        return True
    names = [cell_text(cell) for cell in top.cells]
    if tuple(names) == table.names[: len(names)]:
        return len(names) == len(table.names)
    shape = totals.shape_of(table.sample, table.width)
    if totals.total_label(top, shape) is not None:
        return True
    if header is None or header.rows == 0:
        return len(top.cells) == table.width or (part.rows == 1 and top.filled > 1)
    figures = [index for index in range(table.width) if index not in shape.text]
    if header.before or len(top.cells) != table.width:
        return False
    return any(index < len(top.cells) and data_like(top.cells[index]) for index in figures) or not figures


def _keys(records: Sequence[Record]) -> bool:
    """Whether records are keys and values ("Subject Line:", "Hello") and not rows of a table."""
    keys = sum(1 for record in records if record.cells and cell_text(record.cells[0]).endswith((":", ":")))
    return keys >= 0.5 * len(records) and all(len(record.cells) <= 2 for record in records)


def _extend(table: Table, part: Run, above: Sequence[Record], delimiter: str) -> None:
    table.apart += [(record.line, _text(record, delimiter), totals.REMARK) for record in above]
    top = part.first[0]
    if tuple(cell_text(cell) for cell in top.cells) == table.names:
        table.apart.append((top.line, _text(top, delimiter), totals.REPEATED))
    if table.width == 2 and _keys(table.lines + table.sample[:HEAD]):
        titles = [record for record in part.first if len(record.cells) == 1]
        table.apart += [(record.line, _text(record, delimiter), totals.REMARK) for record in titles]
    table.last = part.last[-1].end
    table.widths += part.widths
    table.blank_ends += part.blank_ends
    table.ending = [*table.ending, *part.first[-TAIL:], *part.ending][-TAIL:]
    if len(table.sample) < HEAD:
        table.sample += part.first[: HEAD - len(table.sample)]


def _table(part: Run, header: Header, above: list[Record], name: str, delimiter: str) -> Table:
    if len(header.names) > COLUMN_LIMIT:
        raise IngestError(
            N_("{name} has {count} columns; up to {limit} are read. Leave out the columns you do not need."),
            name=name,
            count=len(header.names),
            limit=COLUMN_LIMIT,
        )
    rows = part.first[header.before + header.rows :]
    lines = part.first[: header.before + header.rows]
    start = part.first[header.before].line
    first = rows[0].line if rows else (lines[-1].end + 1 if lines else start)
    preamble = [_text(record, delimiter) for record in [*above, *part.first[: header.before]]]
    if header.rows == 2:
        preamble += [_text(record, delimiter) for record in lines[header.before :]]
    table = Table(header.names, first, part.last[-1].end, preamble, list(rows), len(header.names))
    table.start, table.header_rows = start, header.rows
    table.widths, table.blank_ends = part.widths - Counter(len(record.cells) for record in lines), part.blank_ends
    table.lines = lines[header.before :]
    known = {record.line for record in lines}
    table.ending = [record for record in [*rows[-TAIL:], *part.ending] if record.line not in known][-TAIL:]
    return table


def bare(table: Table) -> bool:
    """Whether a file is its table: the header on its first line, then rows of just that width, nothing else."""
    plain = table.start == 1 and table.first == 2 and table.header_rows == 1
    return plain and not table.apart and set(table.widths) <= {table.width}


def _text(record: Record, delimiter: str) -> str:
    return shown(delimiter.join(record.cells).rstrip(delimiter + " \r\n"))


def set_totals_apart(table: Table, delimiter: str, rows: Callable[[], Iterable[Record]] | None) -> None:
    """Take total rows, and remarks at the end, out of the table; ``rows`` reads its rows to check a nameless one.

    They stand at the very end or right below the header, nowhere else.
    """
    ending = [record for record in table.ending if record.line >= table.first and record.line not in table.without]

    def apart(record: Record) -> bool:
        others = [row for row in table.sample if row is not record and row.line not in table.without]
        shape = totals.shape_of([row for row in others if not totals.says_total(row)] or others, table.width)
        label = totals.total_label(record, shape)
        if label is None and totals.nameless(record, shape):
            label = "" if rows is None or totals.adds_up(record, rows(), shape) else None
        if label is None:
            return False
        cells = [cell_text(cell) or None for cell in record.cells[: table.width]]
        cells += [None] * (table.width - len(cells))
        table.totals.append((record.line, label, tuple(cells)))
        table.apart.append((record.line, _text(record, delimiter), totals.TOTAL))
        return True

    for record in table.sample[: totals.TOTAL_ROWS]:
        if not apart(record):
            break
    for record in reversed(ending[-totals.TOTAL_ROWS :]):
        if record.line in table.without:
            break
        if totals.remark(record, table.width):
            table.apart.append((record.line, _text(record, delimiter), totals.REMARK))
        elif not apart(record) and record.filled != 1:  # a remark filled up with delimiters hides no total above it
            break
    table.apart.sort()
    table.totals.sort()
