"""What a reader of an export is made of, and what reading one yields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frameworks.labels import Sentence

if TYPE_CHECKING:
    import pandas as pd


class IngestError(Sentence):
    """The file could not be read; the message says what, where and what to do."""


class Cancelled(IngestError):
    """The person stopped the import; nothing was kept."""


# What a layout says


@dataclass(frozen=True)
class Field:
    """A column of the file and the name that a layout's expressions use for it.

    alias:    the name in expressions.
    headers:  accepted spellings in any language; compared without case, accents, spaces and punctuation.
    type:     text, id, count, amount, share, duration (seconds), instant, day, clock, zone, currency, market, channel,
              device, language, flag, contact (identifies the buyer: becomes ``customer_key`` and is dropped),
              personal (dropped).
              market, channel and device also give ``<alias>_said``, the file's own words.
    required: a file without it is not of this layout.
    pattern:  a regular expression for the header instead, whose groups (such as ``currency``) are read too.
    """

    alias: str
    headers: tuple[str, ...] = ()
    type: str = "text"
    required: bool = False
    pattern: str | None = None


@dataclass(frozen=True)
class Target:
    """How rows of the file become rows of one canonical table.

    columns: canonical column to a DuckDB expression over aliases (typed; null where the file lacks the column).
    where:   the rows that count.
    key:     an expression; rows that share it become one record, each column merged by ``merge``
             (first, the default: first value that is not null; sum; max; last). None: each row is a record.
    """

    table: str
    columns: Mapping[str, str]
    where: str = "true"
    key: str | None = None
    merge: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """Rows that are treated apart, and said to be.

    when:    a DuckDB condition over aliases.
    outcome: "set_aside" (something is wrong with the row: goes to the rejects), "left_out" (rightly not
             counted: totals, holds, test rows) or "noted" (counted, but worth a word).
    reason:  a sentence marked with ``N_``.
    """

    when: str
    outcome: str
    reason: str


@dataclass(frozen=True)
class Layout:
    """One kind of export of one platform.

    kind:    orders, order_items, customers, payments, balance, sessions, spend, touchpoints, tickets,
             surveys, reviews, email_campaigns, contacts, deals.
    assumes: what holds unless the file or the person says otherwise: zone, currency, account.
    measures: aliases of additive amounts and counts that are reconciled with the file's own totals.
    reshape: the name of a step in ``data.ingest.reshape`` that turns the sheet into a plain table first.
    any_of:  aliases of which the file must have at least one.
    tell:    what else must hold, given the sample's cells by alias, the headers as written and the preamble.
    """

    platform: str
    kind: str
    fields: tuple[Field, ...]
    targets: tuple[Target, ...]
    rules: tuple[Rule, ...] = ()
    assumes: Mapping[str, str] = field(default_factory=dict)
    measures: tuple[str, ...] = ()
    reshape: str | None = None
    any_of: tuple[str, ...] = ()
    tell: Callable[[Mapping[str, Sequence[str]], Sequence[str], Sequence[str]], bool] | None = None


# What was found in a file


@dataclass(frozen=True)
class Sheet:
    """One table found in a file, as clean text.

    path:       a UTF-8 CSV without preamble (or a Parquet file), in the import's work folder.
    headers:    as written, blank ones numbered, doubles made unique.
    first_line: the line (spreadsheet row) of the original file where the first data row lies.
    title:      what the file says above the table, or the sheet's name.
    preamble:   the lines above the header, for what they tell (dates, currency, property).
    set_apart:  (line, text, reason) of rows outside the table: totals, footers, comments.
    totals:     (line, label, cells in the order of the headers) of the total rows among them.
    malformed:  (line, text, reason) of rows that do not fit the table and are not in the file at ``path``.
    rows:       how many rows are in the file at ``path``; None where it is too large to have been read as a whole.
    numbered:   the file at ``path`` has a first column more, which says the line each row lay on.
    trimmed:    no cell of the file at ``path`` has blanks around it.
    encoding:   of the original; the file at ``path`` is UTF-8. Its delimiter and quote are those of ``path``.
    """

    path: Path
    headers: tuple[str, ...]
    first_line: int
    title: str = ""
    preamble: tuple[str, ...] = ()
    set_apart: tuple[tuple[int, str, str], ...] = ()
    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    totals: tuple[tuple[int, str, tuple[str | None, ...]], ...] = ()
    malformed: tuple[tuple[int, str, Sentence], ...] = ()
    rows: int | None = None
    numbered: bool = False
    trimmed: bool = False


@dataclass(frozen=True)
class Assumption:
    """Something the file did not say: what was taken, on what evidence, and what else it could be.

    name: currency, zone, account, market, date_order:<alias>, decimal:<alias>, unit:<alias>, kind.
    """

    name: str
    value: str
    evidence: Sentence
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reconciled:
    """One measure of the file, in one currency ("" for a count): where every unit of it went.

    in_file = kept + merged + left_out + set_aside, exactly; ``stated`` is the file's own total row, if any.
    """

    measure: str
    currency: str
    in_file: float
    kept: float
    merged: float
    left_out: float
    set_aside: float
    stated: float | None = None

    @property
    def difference(self) -> float:
        """What is unaccounted for; 0 unless something is wrong."""
        return self.in_file - self.kept - self.merged - self.left_out - self.set_aside


@dataclass(frozen=True)
class Reason:
    """Why rows were not simply kept: how many, an outcome, and the first lines they lie on."""

    outcome: str
    reason: Sentence
    rows: int
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Report:
    """What became of a file.

    rows_read = rows_kept + rows_merged + rows_left_out + rows_set_aside, always.
    rows_merged: continuation rows and repeats that became part of another row's record, or lines of an order.
    records:     rows in each canonical table that came out.
    rejects:     the rows set aside: line, reason, and the row's cells with personal data blanked.
    dropped:     headers that held personal data, with what kind it was, and never left memory.
    ignored:     headers that no canonical column needs.
    unknown:     (market, channel or device; the file's words; rows) that no vocabulary knows.
    """

    rows_read: int
    rows_kept: int
    rows_merged: int
    rows_left_out: int
    rows_set_aside: int
    records: Mapping[str, int]
    reasons: tuple[Reason, ...] = ()
    reconciled: tuple[Reconciled, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str, int], ...] = ()
    rejects: pd.DataFrame | None = None
    first_day: str | None = None
    last_day: str | None = None
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Import:
    """An export that was read.

    platform, kind: what was recognised ("generic" platform for a plain table).
    tables:         canonical table name to a frame with that table's columns (see ``frameworks.kpi.tables``).
    report:         what became of every row.
    mapping:        alias to header that was used; for an unrecognised file the suggestion to start from.
    recognised:     False: ``tables`` is empty and the mapping screen must be filled in first.
    """

    name: str
    digest: str
    platform: str
    kind: str
    tables: Mapping[str, pd.DataFrame]
    report: Report
    mapping: Mapping[str, str] = field(default_factory=dict)
    recognised: bool = True
    headers: Sequence[str] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
