"""Turns a layout and a staged table into the typed view: one column an alias, and why a row does not count."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from data.ingest import amounts, privacy, values
from data.ingest.columns import MOMENTS, NUMBERS, Column, Styles, cell_sql, lost_sql
from data.ingest.memo import Memo
from data.ingest.model import Field, Layout
from data.ingest.shapes import named, quoted
from frameworks.labels import N_, Sentence

DUCK_TYPES = {
    "amount": amounts.DECIMAL, "count": "DOUBLE", "share": "DOUBLE", "instant": "TIMESTAMP", "day": "DATE",
    "clock": "TIME", "flag": "BOOLEAN", "duration": "DOUBLE",
}  # fmt: skip
"""Field type to the DuckDB type of its alias; text for the others."""

IMPLIED = {"currency": "VARCHAR", "period_start": "DATE", "period_end": "DATE"}
"""Aliases that every layout may use, whether or not it has a field for them: they come from outside the table too."""

SAID = ("market", "channel", "device", "language")
"""Types that also give the file's own words."""

MOST_WORDS = 20_000
"""Distinct words of a column that are looked up."""

MACROS = (
    "CREATE OR REPLACE TEMP MACRO instant_in(moment, zone_name) AS "
    "CASE WHEN zone_name IS NULL OR zone_name = 'UTC' THEN moment "
    "ELSE (moment AT TIME ZONE zone_name) AT TIME ZONE 'UTC' END",
)


@dataclass(frozen=True)
class Cause:
    """Why rows are not simply kept: left_out or set_aside, the reason, and the SQL condition over aliases."""

    outcome: str
    reason: Sentence
    when: str


@dataclass
class Reading:
    """All that is settled about one table of a file before its rows are read.

    prefix:    of the temporary tables that belong to it. staged: the table of cells.
    sample:    the table of a large file's first rows; "" where ``staged`` is a table itself.
    columns:   the columns in use. constants: what holds for every row (currency, period_start, ...), SQL by alias.
    """

    prefix: str
    staged: str
    layout: Layout
    headers: tuple[str, ...]
    columns: tuple[Column, ...]
    styles: Styles
    constants: dict[str, str] = field(default_factory=dict)
    account: str = ""
    memo: Memo = field(default_factory=Memo)
    sample: str = ""

    @property
    def typed(self) -> str:
        return f"{self.prefix}typed"

    @property
    def rows(self) -> str:
        """The typed rows with ``outcome`` (0 kept, else 1 + the place in ``causes``) and ``target``."""
        return f"{self.prefix}rows"

    def words(self, alias: str) -> str:
        """The table that brings the words of a column to ours."""
        return f"{self.prefix}words_{alias}"

    def memo_table(self, alias: str) -> str:
        """The table of what is known of the words of a text column."""
        return f"{self.prefix}memo_{alias}"

    def column(self, alias: str) -> Column | None:
        """The column that fills an alias."""
        return next((column for column in self.columns if column.field.alias == alias), None)

    def of_type(self, *types: str) -> tuple[Column, ...]:
        """The columns of some types."""
        return tuple(column for column in self.columns if column.field.type in types)


def bind(layout: Layout, mapping: Mapping[str, int], headers: Sequence[str]) -> tuple[Column, ...]:
    """Return the layout's fields that the file fills, with their columns."""
    return tuple(
        Column(each, headers[mapping[each.alias]], f"c{mapping[each.alias]}")
        for each in layout.fields
        if each.alias in mapping
    )


def make_words(con: duckdb.DuckDBPyConnection, reading: Reading, source: str, most: int = MOST_WORDS) -> None:
    """Make the word tables from the distinct words in ``source``."""
    for column in reading.of_type(*values.READERS):
        table = reading.words(column.field.alias)
        con.execute(f"CREATE OR REPLACE TEMP TABLE {table} (said VARCHAR, value VARCHAR)")
        add_words(con, reading, column, source, most)


def add_words(con: duckdb.DuckDBPyConnection, reading: Reading, column: Column, source: str, most: int = MOST_WORDS) -> int:
    """Add the words of ``source`` that the word table lacks, the commonest first; return how many there were."""
    table = reading.words(column.field.alias)
    words = con.execute(
        f"SELECT {column.cell} FROM {source} WHERE {column.cell} IS NOT NULL AND NOT EXISTS "
        f"(SELECT 1 FROM {table} WHERE said = {column.cell}) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT {most}"
    ).fetchall()
    read = values.read_words(column.field.type, (word for (word,) in words))
    for start in range(0, len(read), 500):
        part = read[start : start + 500]
        marks = ", ".join("(?, ?)" for _ in part)
        con.execute(f"INSERT INTO {table} VALUES {marks}", [cell for pair in part for cell in pair])
    return len(read)


def make_memo(con: duckdb.DuckDBPyConnection, reading: Reading, source: str) -> None:
    """Make the tables of what the layout asks about the words in ``source``."""
    for alias in reading.memo.aliases:
        column = reading.column(alias)
        assert column is not None
        con.execute(
            f"CREATE OR REPLACE TEMP TABLE {reading.memo_table(alias)} AS "
            f"SELECT coalesce(word, '') AS said, {reading.memo.table_columns(alias, 'word')} "
            f"FROM (SELECT DISTINCT {column.cell} AS word FROM {source} UNION SELECT NULL)"
        )


def unseen(alias: str) -> str:
    """The column that says whether a row's word is missing from the memo."""
    return named(f"memo {alias} unseen")


def typed_sql(reading: Reading) -> str:
    """Return the SELECT of the typed rows: ``line``, each alias, ``first_cell``, ``customer_key`` and what was lost."""
    chosen = ["cells.line", f"{_first_cell(reading)} AS first_cell"]
    joins = []
    contacts = reading.of_type("contact")
    for each in reading.layout.fields:
        column, alias = reading.column(each.alias), named(each.alias)
        if each.type == "personal":
            continue
        if column is None:
            chosen += _absent(each, reading)
        elif each.type == "contact":
            chosen.append(f"{privacy.key_sql(_in_cells(column), reading.layout.platform)} AS {alias}")
        elif each.type in values.READERS:
            words, place = named(reading.words(each.alias)), named(f"words_{each.alias}")
            joins.append(f"LEFT JOIN {words} AS {place} ON {place}.said = cells.{column.cell}")
            chosen.append(f"{_or_constant(f'{place}.value', each.alias, reading)} AS {alias}")
            chosen.append(f"cells.{column.cell} AS {named(f'{each.alias}_said')}")
        else:
            chosen.append(f"{cell_sql(_in_cells(column), reading.styles)} AS {alias}")
    for alias in reading.memo.aliases:
        column, place = reading.column(alias), named(f"memo_{alias}")
        assert column is not None
        joins.append(
            f"LEFT JOIN {reading.memo_table(alias)} AS {place} ON {place}.said = coalesce(cells.{column.cell}, '')"
        )
        chosen += [f"{place}.{named(name)}" for name in reading.memo.phrases[alias].values()]
        chosen.append(f"{place}.said IS NULL AS {unseen(alias)}")
    known = {each.alias for each in reading.layout.fields}
    chosen += [f"{sql} AS {named(alias)}" for alias, sql in reading.constants.items() if alias not in known]
    chosen.append(
        f"{privacy.keys_sql([_in_cells(column) for column in contacts], reading.layout.platform)} AS customer_key"
    )
    chosen += [
        f"NULL::{kind} AS {alias}"
        for alias, kind in IMPLIED.items()
        if alias not in known and alias not in reading.constants
    ]
    for column in reading.of_type(*NUMBERS, *MOMENTS):
        chosen.append(f"cells.{column.cell} AS {named(_raw(column))}")
    return f"SELECT {', '.join(chosen)} FROM {reading.staged} AS cells {' '.join(joins)}"


def _raw(column: Column) -> str:
    return f"raw {column.field.alias}"


def _in_cells(column: Column) -> Column:
    return Column(column.field, column.header, f"cells.{column.cell}")


def _first_cell(reading: Reading) -> str:
    """The row's first cell, for total rows; not of a column about people."""
    people = {column.cell for column in reading.of_type("contact", "personal")}
    return "NULL::VARCHAR" if "c0" in people else "cells.c0"


def _absent(each: Field, reading: Reading) -> list[str]:
    kind = DUCK_TYPES.get(each.type, "VARCHAR")
    value = reading.constants.get(each.alias, f"NULL::{kind}")
    chosen = [f"{value} AS {named(each.alias)}"]
    if each.type in values.READERS:
        chosen.append(f"NULL::VARCHAR AS {named(f'{each.alias}_said')}")
    return chosen


def _or_constant(value: str, alias: str, reading: Reading) -> str:
    return value


def lost(reading: Reading, column: Column) -> str:
    """Return the condition over aliases under which the column's cell couldn't be read."""
    plain = Column(column.field, column.header, named(_raw(column)))
    return lost_sql(plain, named(column.field.alias))


def causes(reading: Reading) -> list[Cause]:
    """Return why a row may not count, in the order in which they are tried."""
    rules = reading.layout.rules
    found = [Cause("left_out", Sentence(rule.reason), rule.when) for rule in rules if rule.outcome == "left_out"]
    for column in vital(reading):
        template = (
            N_("The cell under “{header}” can't be read as a date.")
            if column.field.type in MOMENTS
            else N_("The cell under “{header}” can't be read as a number.")
        )
        found.append(Cause("set_aside", Sentence(template, header=column.header), lost(reading, column)))
    found += [Cause("set_aside", Sentence(rule.reason), rule.when) for rule in rules if rule.outcome == "set_aside"]
    somewhere = " OR ".join(f"({target.where})" for target in reading.layout.targets)
    told = Sentence(N_("The row holds nothing that this kind of export is read for."))
    found.append(Cause("left_out", told, f"NOT coalesce({somewhere}, false)"))
    return found


def vital(reading: Reading) -> tuple[Column, ...]:
    """The columns whose cells must be readable for a row to count: dates, and what is required or reconciled."""
    main = reading.layout.targets[0]
    dating = " ".join(
        expression for name, expression in main.columns.items() if name in ("ordered_at", "paid_at", "day", "period_start",
        "opened_at", "responded_at", "reviewed_at", "at")
    )  # fmt: skip
    return tuple(
        column
        for column in reading.of_type(*NUMBERS, *MOMENTS)
        if column.field.required
        or column.field.alias in reading.layout.measures
        or mentions(dating, column.field.alias)
    )


def mentions(expression: str, alias: str) -> bool:
    """Whether an expression uses an alias."""
    return re.search(rf"(?<![\w.']){re.escape(alias)}(?![\w(])", expression) is not None


def rows_sql(reading: Reading, found: Sequence[Cause]) -> str:
    """Return the SELECT of the typed rows with ``outcome``, ``target`` (the first they are of), ``in <n>`` for each
    target and ``note <n>`` for each rule that notes.

    The conditions are columns because they may hold window functions, which stand in no WHERE.
    """
    whens = " ".join(f"WHEN {cause.when} THEN {place}" for place, cause in enumerate(found, start=1))
    targets = reading.layout.targets
    within = [f"coalesce({target.where}, false) AS {inside(place)}" for place, target in enumerate(targets)]
    notes = [
        f"coalesce({rule.when}, false) AS {note(place)}"
        for place, rule in enumerate(reading.layout.rules)
        if rule.outcome == "noted"
    ]
    first = " ".join(f"WHEN {inside(place)} THEN {place}" for place in range(len(targets)))
    return (
        f"SELECT *, CASE {first} END::TINYINT AS target FROM (SELECT *, CASE {whens} ELSE 0 END::SMALLINT AS outcome, "
        f"{', '.join((*within, *notes))} FROM {reading.typed})"
    )


def inside(place: int) -> str:
    """The column that says whether a row is of a target."""
    return f'"in {place}"'


def note(place: int) -> str:
    """The column that says whether a rule has a note on a row."""
    return f'"note {place}"'


def currency_constant(reading: Reading) -> str | None:
    """Return the SQL of the currency that signs in the amounts' own cells name, None when there are none."""
    for column in reading.of_type("amount"):
        signs = reading.styles.signs.get(column.field.alias) or {}
        if signs:
            from data.ingest import money

            meant = {sign: (money.SIGNS.get(sign) or (sign,))[0] for sign in signs}
            if len(set(meant.values())) == 1:
                return quoted(next(iter(meant.values())))
            return amounts.currency_sql(f"cells.{column.cell}", signs, meant)
    return None
