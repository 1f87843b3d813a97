"""The limits leave room for what people really export."""

from __future__ import annotations

from data.ingest import limits


def test_they_leave_room_and_hold_together():
    assert limits.TOTAL_LIMIT >= 4 << 30
    assert (
        limits.TAIL < limits.HEAD < limits.LINE_LIMIT < limits.WHOLE_LIMIT < limits.WORKBOOK_LIMIT < limits.TOTAL_LIMIT
    )
    assert limits.CELL_LIMIT >= 1_048_576 * 15
    assert 200 <= limits.COLUMN_LIMIT < 10_000
