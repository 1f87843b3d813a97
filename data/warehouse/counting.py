"""Brings a reader's report in line with what the warehouse did: repeats merged, days covered already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from data.ingest.model import Reason, Reconciled, Report
from data.warehouse.file import Cursor
from data.warehouse.merging import Sums, Taken, sums_of
from data.warehouse.schema import superseded
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_, Sentence

_REPEATED = N_("The same {table} came again further down in the file; the last one counts.")
_COVERED = N_(
    "These days are covered by another report of the same account that is split differently; they count once. "
    "To use this file instead, take the earlier upload out."
)
_AGAIN = N_("This file was added before with other settings; this reading takes the place of the earlier one.")


def recount(
    cursor: Cursor,
    report: Report,
    number: int,
    taken: Mapping[str, Taken],
    covered: Mapping[str, int],
    *,
    read_again: bool,
) -> Report:
    """Return the report with what was merged and set aside on joining.

    A row of the file that became one record moves from the rows kept; where rows and records differ (lines of
    an order, pivoted reports) the rows stay as read and the note alone says it.
    """
    notes = [*report.notes]
    if read_again:
        notes.append(Sentence(_AGAIN))
    for table, rows in taken.items():
        if rows.repeats:
            reason = Sentence(_REPEATED, table=Sentence(_SINGULAR[table]))
            report = _moved(report, table, "merged", reason, rows.repeats, rows.sums, notes)
    for table, rows in covered.items():
        sums = _covered_sums(cursor, table, number)
        report = _moved(report, table, "set_aside", Sentence(_COVERED), rows, sums, notes)
    records = {**report.records, **{table: rows.rows - covered.get(table, 0) for table, rows in taken.items()}}
    first, last = cursor.execute(
        "SELECT CAST(first_day AS VARCHAR), CAST(last_day AS VARCHAR) FROM imports WHERE import_id = ?", [number]
    ).fetchall()[0]
    return replace(
        report,
        records=records,
        notes=tuple(notes),
        first_day=first or report.first_day,
        last_day=last or report.last_day,
    )


def _covered_sums(cursor: Cursor, table: str, number: int) -> Sums:
    """Return what the upload's columns come to, and the part of it that is covered."""
    both = f"(SELECT *, false AS moved FROM {table} UNION ALL BY NAME SELECT *, true AS moved FROM {superseded(table)})"
    return sums_of(cursor, TABLES[table], f"{both} WHERE import_id = {int(number)}")


def _moved(
    report: Report, table: str, outcome: str, reason: Sentence, rows: int, sums: Sums, notes: list[Sentence]
) -> Report:
    notes.append(Sentence(N_("{rows} rows: {reason}"), rows=rows, reason=reason))
    if report.records.get(table) != report.rows_kept or rows > report.rows_kept:
        return report
    moved = {"rows_kept": report.rows_kept - rows, f"rows_{outcome}": getattr(report, f"rows_{outcome}") + rows}
    lines = tuple(_line(line, outcome, sums) for line in report.reconciled)
    return replace(report, **moved, reconciled=lines, reasons=(*report.reasons, Reason(outcome, reason, rows)))


def _line(line: Reconciled, outcome: str, sums: Sums) -> Reconciled:
    """Return a measure's line with the part that moved; its column is the one whose sum is what was kept."""
    for (_, currency), (whole, part) in sums.items():
        if part and line.currency in ("", currency) and round(float(whole) - line.kept, 4) == 0:
            moved = {"kept": float(whole - part), outcome: getattr(line, outcome) + float(part)}
            return replace(line, **moved)
    return line


_SINGULAR = {
    "orders": N_("order"), "order_lines": N_("order line"), "payments": N_("payment"), "sessions": N_("visit row"),
    "spend": N_("campaign row"), "touchpoints": N_("contact"), "tickets": N_("ticket"), "surveys": N_("answer"),
    "reviews": N_("review"), "customers": N_("customer"),
}  # fmt: skip
