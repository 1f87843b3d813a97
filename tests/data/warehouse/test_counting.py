"""What the warehouse merges and sets aside shows in the report, and every sum still adds up."""

from __future__ import annotations

import pandas as pd
import pytest

from data.ingest.model import Reconciled, Report
from data.warehouse import Warehouse
from data.warehouse.counting import recount
from data.warehouse.merging import Taken


def test_rows_and_amounts_move_together(tmp_path):
    warehouse = Warehouse(tmp_path)
    warehouse.append_frames(
        {"spend": pd.DataFrame({"period_start": ["2026-01-05"], "period_end": ["2026-01-05"], "spend": [5]})}
    )
    later = {
        "period_start": ["2026-01-01", "2026-02-01"],
        "period_end": ["2026-01-31", "2026-02-28"],
        "spend": [70, 30],
    }
    number = warehouse.append_frames({"spend": pd.DataFrame({**later, "currency": "EUR"})}).import_id
    report = Report(
        2,
        2,
        0,
        0,
        0,
        {"spend": 2},
        reconciled=(Reconciled("Cost", "EUR", 100, 100, 0, 0, 0), Reconciled("Clicks", "", 9, 9, 0, 0, 0)),
    )
    with warehouse._file.reading() as cursor:
        report = recount(cursor, report, number, {"spend": Taken(2, 0)}, {"spend": 1}, read_again=False)
    cost, clicks = report.reconciled
    assert (cost.kept, cost.set_aside, cost.difference) == (30, 70, 0)
    assert (clicks.kept, clicks.set_aside) == (9, 0)
    assert (report.rows_kept, report.rows_set_aside, report.records) == (1, 1, {"spend": 1})
    assert report.reasons[0].rows == 1


def test_the_card_covers_the_same_days_as_the_list(tmp_path):
    path = tmp_path / "ga4.csv"
    path.write_text("# Start date: 20261001\n# End date: 20261031\n\nCountry,Sessions,Key events\nGermany,10,1\nFrance,5,0\n")
    warehouse = Warehouse(tmp_path / "home", salt=b"salt")
    report = warehouse.add(path).imported.report
    (upload,) = warehouse.uploads()
    listed = (str(upload.first_day), str(upload.last_day))
    assert (report.first_day, report.last_day) == listed == ("2026-10-01", "2026-10-31")


def test_where_rows_are_not_records_only_a_note_is_made(tmp_path):
    warehouse = Warehouse(tmp_path)
    number = warehouse.append_frames({"orders": pd.DataFrame({"order_id": ["1"]})}).import_id
    report = Report(9, 9, 0, 0, 0, {"orders": 3})
    with warehouse._file.reading() as cursor:
        report = recount(cursor, report, number, {"orders": Taken(2, 1)}, {}, read_again=True)
    assert (report.rows_kept, report.rows_merged, report.records) == (9, 0, {"orders": 2})
    assert [str(note)[:9] for note in report.notes] == ["This file", "1 rows: T"]


@pytest.mark.parametrize("rows", [1, 3])
def test_repeats_move_their_amounts_too(tmp_path, rows):
    frame = pd.DataFrame({"order_id": ["1"] * (rows + 1), "gross": [*range(10, 10 + rows), 99], "currency": "EUR"})
    added = Warehouse(tmp_path).append_frames({"orders": frame})
    report = added.imported.report
    assert (report.rows_kept, report.rows_merged) == (1, rows)
