"""Puts the reports of several tables of one file together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.ingest.model import Report
from frameworks.labels import Sentence


def combined(reports: Sequence[Report], notes: Sequence[Sentence] = ()) -> Report:
    """Return one report for a file of several tables: rows and records added up, the rest listed once."""
    if len(reports) == 1:
        return replace(reports[0], notes=(*reports[0].notes, *notes))
    records: dict[str, int] = {}
    for report in reports:
        for table, rows in report.records.items():
            records[table] = records.get(table, 0) + rows
    frames = [report.rejects for report in reports if report.rejects is not None and len(report.rejects)]
    return Report(
        *(
            sum(getattr(report, name) for report in reports)
            for name in ("rows_read", "rows_kept", "rows_merged", "rows_left_out", "rows_set_aside")
        ),
        records,
        reasons=tuple(reason for report in reports for reason in report.reasons),
        reconciled=tuple(line for report in reports for line in report.reconciled),
        assumptions=tuple({each.name: each for report in reports for each in report.assumptions}.values()),
        dropped=tuple(dict.fromkeys(each for report in reports for each in report.dropped)),
        ignored=tuple(dict.fromkeys(each for report in reports for each in report.ignored)),
        unknown=tuple(each for report in reports for each in report.unknown),
        rejects=pd.concat(frames, ignore_index=True) if frames else reports[0].rejects,
        first_day=min((report.first_day for report in reports if report.first_day), default=None),
        last_day=max((report.last_day for report in reports if report.last_day), default=None),
        notes=(*(note for report in reports for note in report.notes), *notes),
    )
