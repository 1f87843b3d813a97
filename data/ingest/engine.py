"""Runs a layout over a staged table: typed rows, what counts, canonical rows, and the account of it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.ingest import memo, outright, reconcile, typed
from data.ingest.columns import MOMENTS, NUMBERS, Styles
from data.ingest.model import Layout, Report, Sheet
from data.ingest.outright import Land
from data.ingest.pace import Pace
from data.ingest.reporting import report
from data.ingest.settling import few_words, settle
from data.ingest.shapes import named
from data.ingest.staging import stage
from data.ingest.targets import Written, write
from data.ingest.typed import Cause, Reading
from data.ingest.values import READERS
from frameworks.labels import N_, Sentence

SAMPLE = 10_000
"""Rows of a large file that the styles of its columns are first read from; the rest is checked against them."""


@dataclass
class Outcome:
    """What became of one table of a file: what was written, and its part of the report."""

    reading: Reading
    written: list[Written]
    report: Report
    mapping: dict[str, str] = field(default_factory=dict)


def run(
    con: Pace,
    sheet: Sheet,
    layout: Layout,
    mapping: Mapping[str, int],
    assume: Mapping[str, str],
    prefix: str,
    land: Land | None = None,
) -> Outcome:
    """Read one table of a file by its layout; its canonical rows stay in temporary relations of the connection.

    mapping: alias to the place of its column. assume: what the person says; see ``read_export``.
    land:    where the rows of a large file may be written at once; a small one's never are.
    """
    staged = stage(con, sheet, f"{prefix}cells")
    streaming = _is_view(con, staged.name)
    reading = Reading(
        prefix, staged.name, layout, sheet.headers, typed.bind(layout, mapping, sheet.headers), Styles(),
        account=assume.get("account") or layout.assumes.get("account") or "",
    )  # fmt: skip
    sample = _sample(con, reading) if streaming else staged.name
    if streaming:
        reading.sample = sample
        reading.layout, reading.memo = memo.memoised(layout, few_words(con, reading, sample))
        layout = reading.layout
    con.step(0.25, Sentence(N_("Looking at how the columns are written")))
    settle(con, reading, sample, sheet, assume)
    con.step(0.8 if land and streaming else 0.6, Sentence(N_("Reading the rows")))
    causes, lost = _read_rows(con, reading, streaming)
    if land and streaming and not _windowed(layout):
        taken = outright.take(con, reading, causes, lost, land)
        if taken:
            con.step(1.0, Sentence(N_("Reconciling with the file")))
            made = report(con, reading, sheet, staged, causes, taken.tally, taken.written, streaming)
            return Outcome(reading, taken.written, made, _headers(reading))
    tally = reconcile.tally(con, reading, lost)
    if streaming and _surprised(con, reading, tally, sheet, assume):
        causes, lost = _read_rows(con, reading, streaming)
        tally = reconcile.tally(con, reading, lost)
    merging = [_merges(con, reading, tally, place) for place in range(len(layout.targets))]
    if streaming and (any(merging) or _windowed(layout)):
        streaming = False
        con.execute(f"CREATE OR REPLACE TEMP TABLE {prefix}kept AS SELECT * FROM {reading.rows}")
        con.execute(f"DROP VIEW {reading.rows}")
        con.execute(f"ALTER TABLE {prefix}kept RENAME TO {reading.rows}")
        _one_currency(con, reading, causes)
        tally = reconcile.tally(con, reading, lost)
    con.step(0.9, Sentence(N_("Writing the records")))
    written = [
        write(con, reading, place, merging=merging[place], stream=streaming, all_rows=tally.of(place) == tally.read)
        for place in range(len(layout.targets))
    ]
    con.step(1.0, Sentence(N_("Reconciling with the file")))
    made = report(con, reading, sheet, staged, causes, tally, written, streaming)
    return Outcome(reading, written, made, _headers(reading))


def _headers(reading: Reading) -> dict[str, str]:
    return {each.field.alias: each.header for each in reading.columns}


def _is_view(con: Pace, name: str) -> bool:
    return (
        con.execute("SELECT count(*) FROM duckdb_views() WHERE view_name = ? AND temporary", [name]).fetchone()[0] > 0
    )


def _sample(con: Pace, reading: Reading) -> str:
    name = f"{reading.prefix}sample"
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM {reading.staged} LIMIT {SAMPLE}")
    return name


# --- reading the rows ----------------------------------------------------------------------


def _read_rows(con: Pace, reading: Reading, streaming: bool) -> tuple[list[Cause], dict[str, str]]:
    """Make the typed rows; return why they may not count, and by alias the condition under which a cell was not read."""
    for macro in typed.MACROS:
        con.execute(macro)
    causes = typed.causes(reading)
    con.execute(f"CREATE OR REPLACE TEMP VIEW {reading.typed} AS {typed.typed_sql(reading)}")
    kind = "VIEW" if streaming else "TABLE"
    con.execute(f"CREATE OR REPLACE TEMP {kind} {reading.rows} AS {typed.rows_sql(reading, causes)}")
    lost = {column.field.alias: typed.lost(reading, column) for column in reading.of_type(*NUMBERS, *MOMENTS)}
    for column in reading.of_type(*READERS):
        alias, said = named(column.field.alias), named(f"{column.field.alias}_said")
        lost[column.field.alias] = f"{alias} IS NULL AND {said} IS NOT NULL"
    for column in reading.of_type("id"):
        alias = named(column.field.alias)
        damaged = f"regexp_full_match({alias}, '[0-9]([.,][0-9]+)?E[+][0-9]+')"
        lost[f"damaged {column.field.alias}"] = f"CASE WHEN contains({alias}, 'E+') THEN {damaged} ELSE false END"
    lost |= {f"memo {alias}": typed.unseen(alias) for alias in reading.memo.aliases}
    if not streaming:
        _one_currency(con, reading, causes)
    return causes, lost


def _one_currency(con: Pace, reading: Reading, causes: list[Cause]) -> None:
    """Give rows without a currency that of their record, and set aside those in another: they can't be added up."""
    key = next((target.key for target in reading.layout.targets if target.key), None)
    if key is None or not reading.column("currency"):
        return
    table = f"{reading.prefix}currencies"
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT ({key}) AS record, arg_min(currency, line) AS first_currency "
        f"FROM {reading.rows} WHERE outcome = 0 AND ({key}) IS NOT NULL GROUP BY 1 "
        "HAVING count(DISTINCT currency) > 1 OR count(currency) BETWEEN 1 AND count(*) - 1"
    )
    if not con.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
        return
    told = Sentence(N_("The row is in another currency than the first row of its record."))
    causes.append(Cause("set_aside", told, "false"))
    con.execute(
        f"UPDATE {reading.rows} SET outcome = CASE WHEN currency <> first_currency THEN {len(causes)} ELSE outcome END, "
        f"currency = coalesce(currency, first_currency) FROM {table} WHERE outcome = 0 AND ({key}) = record"
    )


def _surprised(con: Pace, reading: Reading, tally: reconcile.Tally, sheet: Sheet, assume: Mapping[str, str]) -> bool:
    """Whether a large file holds what its sample did not show; then the whole file has been looked at and settled anew."""
    styles = {column.field.alias for column in reading.of_type(*NUMBERS, *MOMENTS)}
    if reading.styles.open or any(rows and alias in styles for alias, rows in tally.lost.items()):
        before = reading.styles
        settle(con, reading, reading.staged, sheet, assume)
        return True if not before.same(reading.styles) else any(tally.lost.values())
    fresh = sum(tally.lost[f"memo {alias}"] for alias in reading.memo.aliases)
    if fresh:
        typed.make_memo(con, reading, reading.staged)
    for column in reading.of_type(*READERS):
        if tally.lost.get(column.field.alias):
            fresh += typed.add_words(con, reading, column, reading.staged)
    return fresh > 0


def _merges(con: Pace, reading: Reading, tally: reconcile.Tally, place: int) -> bool:
    """Whether rows of a target share a key, so that they must be merged.

    Keys are told apart by their hashes; two that share one merely have rows merged by the key, each with its own.
    """
    groups = tally.distinct.get(place, [])
    if len(groups) < 2 or not all(groups):
        return not all(groups)
    key = reading.layout.targets[place].key
    rows, keys, blank = con.execute(
        f"SELECT count(*), count(DISTINCT hash({key})), count(*) FILTER (({key}) IS NULL) FROM {reading.rows} "
        f"WHERE outcome = 0 AND {typed.inside(place)}"
    ).fetchone()
    return rows != keys + max(blank - 1, 0)


def _windowed(layout: Layout) -> bool:
    """Whether an expression looks at other rows, which a view that reads the file anew would do again and again."""
    said = [sql for target in layout.targets for sql in (*target.columns.values(), target.where)]
    return any(" OVER " in sql for sql in (*said, *(rule.when for rule in layout.rules)))
