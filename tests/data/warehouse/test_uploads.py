"""An upload says where it came from, and no times of other zones slip in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pandas as pd

from data.warehouse import Warehouse
from data.warehouse.uploads import moment


def test_times_are_kept_in_utc():
    there = timezone(timedelta(hours=9))
    assert moment(datetime(2026, 1, 1, 9, tzinfo=there)) == datetime(2026, 1, 1)


def test_uploads_are_listed_latest_first(tmp_path):
    warehouse = Warehouse(tmp_path, clock=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    for name in ("a.csv", "b.csv"):
        frame = pd.DataFrame({"order_id": [name, "shared"], "ordered_at": ["2026-01-01", "2026-01-31"]})
        warehouse.append_frames({"orders": frame}, name=name, platform="shopify", account="eu")
    later, earlier = warehouse.uploads()
    assert (later.name, later.rows, earlier.rows) == ("b.csv", 2, 1)
    assert (later.platform, later.kind, later.account, later.state) == ("shopify", "orders", "eu", "active")
    assert later.added_at == datetime(2026, 11, 22, 12)
    assert str(later.first_day) == "2026-01-01"
    assert later.report["rows_kept"] == 2
