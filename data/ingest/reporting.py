"""Makes the report of one table: what became of every row and amount, what was assumed, dropped and not known."""

from __future__ import annotations

from collections.abc import Sequence

from data.ingest import privacy, reconcile, rejects, typed
from data.ingest.columns import MOMENTS, NUMBERS
from data.ingest.model import Reason, Report, Sheet
from data.ingest.pace import Pace
from data.ingest.shapes import named
from data.ingest.staging import Staged
from data.ingest.targets import Written
from data.ingest.typed import Cause, Reading
from data.ingest.values import REPORTED
from frameworks.labels import N_, Sentence


def report(
    con: Pace,
    reading: Reading,
    sheet: Sheet,
    staged: Staged,
    causes: Sequence[Cause],
    tally: reconcile.Tally,
    written: Sequence[Written],
    streaming: bool,
) -> Report:
    aside = [place for place, cause in enumerate(causes, start=1) if cause.outcome == "set_aside"]
    out = [place for place, cause in enumerate(causes, start=1) if cause.outcome == "left_out"]
    kept, merged = _kept_and_merged(con, tally, written)
    people, dropped = _people(con, reading)
    counts = {place: rows for place in range(1, len(causes) + 1) if (rows := tally.counted(place))}
    found = rejects.reasons(con, reading, causes, counts, tally.noted, lines=not streaming)
    found += rejects.parts_of_orders(con, reading, causes) if tally.counted(*aside) else []
    found += rejects.malformed(staged) + _left_empty(reading, tally) + _disagreeing(con, written)
    account = reconcile.account(con, reading, tally, causes, written, sheet)
    records, first, last = _extent(con, tally, written)
    return Report(
        rows_read=tally.read + len(staged.malformed),
        rows_kept=kept,
        rows_merged=merged,
        rows_left_out=tally.counted(*out),
        rows_set_aside=tally.counted(*aside) + len(staged.malformed),
        records=records,
        reasons=tuple(found),
        reconciled=account,
        assumptions=tuple(reading.styles.assumptions),
        dropped=dropped,
        ignored=_ignored(reading, dropped),
        unknown=_unknown(con, reading, tally),
        rejects=rejects.rejects(con, reading, causes if tally.counted(*aside) else (), staged, people),
        first_day=first,
        last_day=last,
    )


def _kept_and_merged(con: Pace, tally: reconcile.Tally, written: Sequence[Written]) -> tuple[int, int]:
    """Rows that made a record of their first target, and rows that became part of another row's."""
    kept = merged = 0
    for one in written:
        rows = sum(count for group, count in tally.rows.items() if group.outcome == 0 and group.target == one.place)
        records = rows
        if one.merged and rows:
            # A later target's keys may also hold rows that count with an earlier one.
            records = min(rows, con.execute(f"SELECT count(*) FROM {one.relation}").fetchone()[0])
        kept, merged = kept + records, merged + rows - records
    return kept, merged


def _left_empty(reading: Reading, tally: reconcile.Tally) -> list[Reason]:
    """Notes on cells that could not be read and whose rows count all the same."""
    vital = {column.field.alias for column in typed.vital(reading)}
    told = N_("Cells under “{header}” that can't be read: they are left empty.")
    damaged = N_(
        "A spreadsheet cut numbers under “{header}” short (7.41E+12): export anew and don't open the file."
    )
    return [
        Reason("noted", Sentence(damaged, header=column.header), tally.lost[f"damaged {column.field.alias}"])
        for column in reading.of_type("id")
        if tally.lost.get(f"damaged {column.field.alias}")
    ] + [
        Reason("noted", Sentence(told, header=column.header), tally.lost[column.field.alias])
        for column in reading.of_type(*NUMBERS, *MOMENTS)
        if column.field.alias not in vital and tally.lost.get(column.field.alias)
    ]


def _disagreeing(con: Pace, written: Sequence[Written]) -> list[Reason]:
    found = []
    for one in written:
        if one.merged:
            rows, lines = con.execute(
                f'SELECT count(*), min("first line", 20) FROM {one.relation} WHERE "rows disagree"'
            ).fetchone()
            if rows:
                told = Sentence(N_("Rows of one record differ in an amount they should repeat: the first counts."))
                found.append(Reason("noted", told, rows, tuple(lines)))
    return found


def _people(con: Pace, reading: Reading) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """Headers of the columns about people, and what the report says of them."""
    kinds = {"contact": "customer", "personal": "personal"}
    known = [(column.header, kinds[column.field.type]) for column in reading.of_type("contact", "personal")]
    used = {column.cell for column in reading.columns}
    loose = [place for place in range(len(reading.headers)) if f"c{place}" not in used]
    source = reading.sample or reading.staged
    found = privacy.find(con, source, reading.headers, loose)
    kinds_found = privacy.kinds_of(
        con, source, reading.headers, [column.cell for column in reading.of_type("contact", "personal")]
    )
    known = [(header, kinds_found.get(header, kind)) for header, kind in known]
    return [header for header, _ in (*known, *found)], (*known, *found)


def _ignored(reading: Reading, dropped: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    used = {column.header for column in reading.columns} | {header for header, _ in dropped}
    return tuple(header for header in reading.headers if header not in used)


def _unknown(con: Pace, reading: Reading, tally: reconcile.Tally) -> tuple[tuple[str, str, int], ...]:
    found: list[tuple[str, str, int]] = []
    for column in reading.of_type(*REPORTED):
        if not tally.lost.get(column.field.alias):
            continue
        alias, said = named(column.field.alias), named(f"{column.field.alias}_said")
        words = con.execute(
            f"SELECT left({said}, 80), count(*) FROM {reading.rows} WHERE {alias} IS NULL AND {said} IS NOT NULL "
            f"GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50"
        ).fetchall()
        found += [(column.field.type, privacy.blanked(word), rows) for word, rows in words]
    return tuple(found)


def _extent(
    con: Pace, tally: reconcile.Tally, written: Sequence[Written]
) -> tuple[dict[str, int], str | None, str | None]:
    """Records by table, and the first and last day they are dated."""
    records: dict[str, int] = {}
    for one in written:
        rows = con.execute(f"SELECT count(*) FROM {one.relation}").fetchone()[0] if one.merged else tally.of(one.place)
        records[one.target.table] = records.get(one.target.table, 0) + rows
    edges = list(tally.days.values())
    return records, min((first for first, _ in edges), default=None), max((last for _, last in edges), default=None)
