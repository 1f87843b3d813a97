"""Decides, once for a whole column, how its cells are read: decimal mark, order of day and month, zone, currency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from data.ingest import amounts, durations, instants, money, zones
from data.ingest.amounts import Marks
from data.ingest.instants import Pattern
from data.ingest.layouts.phrases import ZERO_DECIMAL
from data.ingest.model import Assumption, Field
from data.ingest.shapes import Shape, among, missing, shapes
from data.ingest.yes_no import NO, YES
from frameworks.labels import N_, Sentence

NUMBERS = ("amount", "count", "share", "duration")
MOMENTS = ("instant", "day")


@dataclass(frozen=True)
class Column:
    """A column of the file in the file's own cells: the field it fills, its header and its name in the staged table."""

    field: Field
    header: str
    cell: str


@dataclass
class Styles:
    """How the columns of a file are written.

    mark:     decimal mark by alias. percent: aliases of shares in hundredths.
    patterns: date patterns by alias; order: "dmy" or "mdy" by alias.
    zone:     DuckDB's name of the zone of naive times; signs: currency signs by alias, as seen in the cells.
    unit:     what a number alone counts in a column of durations, by alias: a name of ``durations.UNITS``.
    """

    mark: dict[str, str] = field(default_factory=dict)
    percent: set[str] = field(default_factory=set)
    patterns: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)
    order: dict[str, str] = field(default_factory=dict)
    zone: str = "UTC"
    signs: dict[str, dict[str, int]] = field(default_factory=dict)
    unit: dict[str, str] = field(default_factory=dict)
    assumptions: list[Assumption] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    """Aliases that nothing in the cells looked at decides."""

    def same(self, other: Styles) -> bool:
        """Whether both read every cell alike."""
        return all(
            getattr(self, name) == getattr(other, name)
            for name in ("mark", "percent", "patterns", "order", "zone", "signs", "unit")
        )


def decide(
    con: duckdb.DuckDBPyConnection,
    table: str,
    columns: Sequence[Column],
    assume: Mapping[str, str],
    assumed: Mapping[str, str],
) -> Styles:
    """Return how the columns of ``table`` are written.

    assume: what the person says ("date_order", "decimal", "zone", each also with ":alias"); it overrules the cells.
    assumed: what the layout holds to be so; it counts where the cells don't tell.
    """
    styles = Styles()
    marks = {}
    moments: dict[str, tuple[Shape, ...]] = {}
    for column in columns:
        if column.field.type in NUMBERS:
            found = shapes(con, table, column.cell)
            if column.field.type == "duration":
                found = tuple(shape for shape in found if "9" in shape.text and not durations.spoken(shape.example))
            marks[column.field.alias] = amounts.marks(found)
        elif column.field.type in MOMENTS:
            moments[column.field.alias] = shapes(con, table, column.cell)
    by_alias = {column.field.alias: column for column in columns}
    _decide_marks(styles, marks, by_alias, assume)
    for alias, found in marks.items():
        styles.signs[alias] = found.signs or {}
        if by_alias[alias].field.type == "share" and _in_hundredths(
            con, table, by_alias[alias], found, styles.mark[alias]
        ):
            styles.percent.add(alias)
        if by_alias[alias].field.type == "duration":
            _decide_unit(styles, by_alias[alias], found, assume, assumed)
    _decide_dates(con, table, styles, moments, by_alias, assume, assumed)
    return styles


def _decide_marks(
    styles: Styles, marks: dict[str, Marks], columns: dict[str, Column], assume: Mapping[str, str]
) -> None:
    proven = {alias: found.decided for alias, found in marks.items() if found.decided}
    common = max(sorted(set(proven.values())), key=list(proven.values()).count) if proven else ""
    for alias, found in marks.items():
        said = assume.get(f"decimal:{alias}") or assume.get("decimal")
        styles.mark[alias] = said or found.decided or common or found.guess()
        if said or found.decided or not found.ambiguous or _whole(found):
            continue
        styles.open.add(alias)
        example, line = (found.shown or {})["?"]
        if common:
            told = Sentence(
                N_("“{example}” in line {line} can be read in two ways; the other columns have “{mark}” as decimal mark."),
                example=example, line=str(line), mark=common,
            )  # fmt: skip
        else:
            told = Sentence(
                N_("“{example}” in line {line} can be read in two ways; taken as whole thousands."),
                example=example, line=str(line),
            )  # fmt: skip
        styles.assumptions.append(Assumption(f"decimal:{alias}", styles.mark[alias], told, (".", ",")))


def _whole(found: Marks) -> bool:
    """Whether signs in all cells name a currency without hundredths, so that ¥1,234 can only be thousands."""
    signs = found.signs or {}
    meant = {(money.SIGNS.get(sign) or (sign,))[0] for sign in signs}
    return bool(meant) and meant <= set(ZERO_DECIMAL) and sum(signs.values()) == found.rows


def _decide_unit(
    styles: Styles, column: Column, found: Marks, assume: Mapping[str, str], assumed: Mapping[str, str]
) -> None:
    """Decide what the numbers of a column of durations count: as the person says, the header, the platform, a guess."""
    alias = column.field.alias
    said = assume.get(f"unit:{alias}") or assume.get("unit")
    named = durations.unit_in(column.header)
    known = said if said in durations.UNITS else named[1] if named else ""
    styles.unit[alias] = known or assumed.get("unit") or "minutes"
    if not known and found.rows:
        told = Sentence(N_("The heading “{header}” doesn't say what its numbers count."), header=column.header)
        styles.assumptions.append(Assumption(f"unit:{alias}", styles.unit[alias], told, tuple(durations.UNITS)))


def _in_hundredths(con: duckdb.DuckDBPyConnection, table: str, column: Column, found: Marks, mark: str) -> bool:
    """Whether a share is written in hundredths: with a percent sign, or beyond 1 (Meta's 2.60 is 2.60 %)."""
    if not found.rows:
        return False
    if found.percent:
        return False  # the sign tells, cell by cell
    number = amounts.number_sql(column.cell, mark)
    most = con.execute(f"SELECT max({number}) FROM {table}").fetchone()
    return bool(most and most[0] is not None and most[0] > 1)


# --- dates ---------------------------------------------------------------------------------


def _decide_dates(
    con: duckdb.DuckDBPyConnection,
    table: str,
    styles: Styles,
    moments: dict[str, tuple[Shape, ...]],
    columns: dict[str, Column],
    assume: Mapping[str, str],
    assumed: Mapping[str, str],
) -> None:
    said_zone = assume.get("zone") or assumed.get("zone")
    styles.zone = (zones.zone(said_zone) if said_zone else None) or "UTC"
    examples: dict[str, tuple[str, int]] = {}
    for alias, found in moments.items():
        read = [(shape, instants.pattern(shape.text)) for shape in found]
        styles.patterns[alias] = tuple(sorted({pattern for _, pattern in read if pattern}, key=repr))
        loose = [shape for shape, pattern in read if pattern and pattern.open]
        if loose:
            examples[alias] = (loose[0].example, loose[0].line)
    orders: dict[str, str] = {}
    for alias in examples:
        order, told = _order(con, table, columns[alias])
        said = assume.get(f"date_order:{alias}") or assume.get("date_order")
        if said in ("dmy", "mdy"):
            orders[alias] = said
        elif order:
            orders[alias] = order
            styles.assumptions.append(Assumption(f"date_order:{alias}", order, told, ("dmy", "mdy")))
    for alias, (example, line) in examples.items():
        if alias not in orders:
            styles.open.add(alias)
            styles.assumptions.append(_guessed_order(alias, example, line, orders, styles, assumed))
        styles.order[alias] = orders.get(alias) or styles.assumptions[-1].value
    if not said_zone and any(
        pattern.timed and not pattern.zone for found in styles.patterns.values() for pattern in found
    ):
        styles.assumptions.append(
            Assumption("zone", "UTC", Sentence(N_("The file doesn't name the time zone of its times.")), ())
        )


def _order(con: duckdb.DuckDBPyConnection, table: str, column: Column) -> tuple[str, Sentence]:
    """Return "dmy" or "mdy" with the cell that proves it; "" when no cell does."""
    parts = [
        f"TRY_CAST(regexp_extract({column.cell}, '^\\s*([0-9]{{1,2}})[/-]([0-9]{{1,2}})[/-][0-9]', {group}) AS INTEGER)"
        for group in (1, 2)
    ]
    row = con.execute(
        f"""
        SELECT count(*) FILTER (a > 12 AND b <= 12), arg_min(cell, line) FILTER (a > 12 AND b <= 12),
               min(line) FILTER (a > 12 AND b <= 12),
               count(*) FILTER (b > 12 AND a <= 12), arg_min(cell, line) FILTER (b > 12 AND a <= 12),
               min(line) FILTER (b > 12 AND a <= 12)
        FROM (SELECT line, {column.cell} AS cell, {parts[0]} AS a, {parts[1]} AS b FROM {table})
        """
    ).fetchone()
    assert row is not None
    days_first, first, first_line, months_first, second, second_line = row
    if not days_first and not months_first:
        return "", Sentence("")
    if days_first >= months_first:
        return "dmy", Sentence(
            N_("“{example}” in line {line}: the first number can only be a day."), example=first, line=str(first_line)
        )
    return "mdy", Sentence(
        N_("“{example}” in line {line}: the second number can only be a day."), example=second, line=str(second_line)
    )


def _guessed_order(
    alias: str, example: str, line: int, orders: dict[str, str], styles: Styles, assumed: Mapping[str, str]
) -> Assumption:
    if orders:
        value = max(sorted(set(orders.values())), key=list(orders.values()).count)
        told = N_("“{example}” in line {line} can be read in two ways; the other dates of the file decide.")
    elif assumed.get("date_order") in ("dmy", "mdy"):
        value = assumed["date_order"]
        told = N_("“{example}” in line {line} can be read in two ways; this platform writes dates so.")
    else:
        american = "USD" in {money.SIGNS.get(sign, (sign,))[0] for found in styles.signs.values() for sign in found}
        value = "mdy" if american else "dmy"
        told = N_("“{example}” in line {line} can be read in two ways, and nothing in the file decides.")
    return Assumption(f"date_order:{alias}", value, Sentence(told, example=example, line=str(line)), ("dmy", "mdy"))


# --- SQL -----------------------------------------------------------------------------------


def cell_sql(column: Column, styles: Styles) -> str:
    """Return the SQL that reads a cell of the column as its type; word columns are read by ``data.ingest.values``."""
    cell, alias, kind = column.cell, column.field.alias, column.field.type
    if kind in NUMBERS:
        number = amounts.number_sql(cell, styles.mark[alias])
        if kind == "amount":
            return number
        if kind == "duration":
            named = durations.unit_in(column.header)
            return durations.seconds_sql(cell, number, styles.unit[alias], named is not None and named[1] == "minutes")
        if kind == "count":
            # Two decimals would multiply to a decimal of the same width and overflow: 1,500,000.00 rupiah times 10,000.
            return f"({number})::DOUBLE"
        value = f"({number})::DOUBLE"
        if alias in styles.percent:
            return f"{value} / 100"
        return f"CASE WHEN contains({cell}, '%') THEN {value} / 100 ELSE {value} END"
    if kind in MOMENTS:
        zone = styles.zone if kind == "instant" else "UTC"
        moment = instants.instant_sql(cell, styles.patterns[alias], styles.order.get(alias, "dmy"), zone)
        return moment if kind == "instant" else f"CAST({moment} AS DATE)"
    if kind == "clock":
        return clock_sql(cell)
    if kind == "id":
        return id_sql(cell)
    if kind == "flag":
        return flag_sql(cell)
    return cell


def id_sql(cell: str) -> str:
    """Return the SQL for an identifier: without a guarding apostrophe, a formula's quotes and a float's ".0"."""
    clean = f"regexp_replace(trim({cell}), '^=?[''\"’]+|[\"]+$|^([0-9]+)\\.0+$', '\\1', 'g')"
    marked = " OR ".join(f"contains({cell}, {sign})" for sign in ("''''", "'’'", "'\"'", "'.'"))
    return f"CASE WHEN {marked} THEN nullif({clean}, '') ELSE {cell} END"


def clock_sql(cell: str) -> str:
    """Return the SQL for a time of day, with or without seconds and am or pm."""
    formats = "['%H:%M:%S', '%H:%M', '%I:%M:%S %p', '%I:%M %p', '%H.%M.%S', '%H.%M', '%H:%M:%S.%f']"
    return f"CAST(try_strptime(replace({cell}, '.m.', 'm'), {formats}) AS TIME)"


def flag_sql(cell: str) -> str:
    """Return the SQL for yes and no in many languages."""
    return f"CASE WHEN {among(cell, YES)} THEN true WHEN {among(cell, NO)} THEN false END"


def lost_sql(column: Column, typed: str) -> str:
    """Return the SQL condition under which the cell says something and yet couldn't be read."""
    # CASE looks at the words for nothing only where there is no value; AND would look at them in every row.
    return f"CASE WHEN {typed} IS NULL THEN {column.cell} IS NOT NULL AND NOT {missing(column.cell)} ELSE false END"
