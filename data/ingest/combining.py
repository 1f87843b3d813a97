"""Puts the reports of several tables of one file together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

import pandas as pd

from data.ingest.model import Reason, Reconciled, Report
from frameworks.labels import Sentence


def combined(reports: Sequence[Report], notes: Sequence[Sentence] = (), titles: Sequence[str] = ()) -> Report:
    """Return one report for a file of several tables: rows and records added up, the rest listed once.

    titles: of the tables; the rejects say then which one each row lies in, for each counts its own lines.
    """
    if len(reports) == 1:
        return replace(reports[0], notes=(*reports[0].notes, *notes))
    records: dict[str, int] = {}
    for report in reports:
        for table, rows in report.records.items():
            records[table] = records.get(table, 0) + rows
    frames = [
        report.rejects.assign(table=title)[["table", *report.rejects.columns]] if title else report.rejects
        for report, title in zip_longest(reports, titles, fillvalue="")
        if report.rejects is not None and len(report.rejects)
    ]
    return Report(
        *(
            sum(getattr(report, name) for report in reports)
            for name in ("rows_read", "rows_kept", "rows_merged", "rows_left_out", "rows_set_aside")
        ),
        records,
        reasons=_reasons(reports),
        reconciled=_reconciled(reports),
        assumptions=tuple({each.name: each for report in reports for each in report.assumptions}.values()),
        dropped=tuple(dict.fromkeys(each for report in reports for each in report.dropped)),
        ignored=tuple(dict.fromkeys(each for report in reports for each in report.ignored)),
        unknown=tuple(each for report in reports for each in report.unknown),
        rejects=pd.concat(frames, ignore_index=True) if frames else reports[0].rejects,
        first_day=min((report.first_day for report in reports if report.first_day), default=None),
        last_day=max((report.last_day for report in reports if report.last_day), default=None),
        notes=(*(note for report in reports for note in report.notes), *notes),
    )


def _reasons(reports: Sequence[Report]) -> tuple[Reason, ...]:
    """The same reason of several tables as one; then without lines, for each table counts its own."""
    found: dict[tuple[str, str], Reason] = {}
    for reason in (reason for report in reports for reason in report.reasons):
        key = (reason.outcome, str(reason.reason))
        before = found.get(key)
        found[key] = replace(reason, rows=before.rows + reason.rows, lines=()) if before else reason
    return tuple(found.values())


def _reconciled(reports: Sequence[Report]) -> tuple[Reconciled, ...]:
    """The same measure of several tables of a kind added up; the tables' own totals where all have one."""
    found: dict[tuple[str, ...], Reconciled] = {}
    for line, kinds in ((line, sorted(each.records)) for each in reports for line in each.reconciled):
        key = (line.measure, line.currency, *kinds)
        before = found.get(key)
        if before:
            sums = {name: getattr(before, name) + getattr(line, name) for name in _PARTS}
            both = None not in (before.stated, line.stated)
            line = replace(line, **sums, stated=(before.stated or 0) + (line.stated or 0) if both else None)
        found[key] = line
    return tuple(found.values())


_PARTS = ("in_file", "kept", "merged", "left_out", "set_aside")
