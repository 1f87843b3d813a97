"""What is erased is in no file of the folder any more, and what is too old goes by itself."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from data.kpi_settings import Rate
from data.store import Workspace
from data.warehouse import Warehouse, WarehouseError

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MARKER, KEY = "Nightingale-lamp", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def warehouse(tmp_path, clock):
    warehouse = Warehouse(tmp_path, clock=clock)
    # Compressed text would not be found as it stands, and the search below would prove nothing.
    with warehouse._file.reading() as cursor:
        cursor.execute("SET GLOBAL force_compression = 'uncompressed'")
    return warehouse


def marked(day: str = "2026-11-01", customer: str = KEY, product: str = MARKER) -> dict[str, pd.DataFrame]:
    order = {"order_id": [f"o-{day}-{product}"], "ordered_at": [day], "gross": [10], "customer_key": [customer]}
    line = {"order_id": order["order_id"], "product": [product], "quantity": [1]}
    return {"orders": pd.DataFrame(order), "order_lines": pd.DataFrame(line)}


def found(folder: Path, *words: str) -> set[str]:
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {word for word in words if word.encode() in content}


def test_an_erased_upload_is_gone_from_the_disk(warehouse, tmp_path):
    kept = warehouse.append_frames(marked(product="Kestrel", customer="kept")).import_id
    number = warehouse.append_frames(marked(), name="Nightingale.csv").import_id
    warehouse._file.rewrite()  # so that it is not only in the log
    assert found(tmp_path, MARKER, KEY, "Nightingale.csv", "Kestrel") == {MARKER, KEY, "Nightingale.csv", "Kestrel"}
    warehouse.undo(number)
    assert MARKER in found(tmp_path, MARKER)
    warehouse.erase(number)
    assert found(tmp_path, MARKER, KEY, "Nightingale.csv", "Kestrel") == {"Kestrel"}
    assert [upload.import_id for upload in warehouse.uploads()] == [kept]
    assert warehouse.present() == {"orders": 1, "order_lines": 1}
    with pytest.raises(WarehouseError, match="no longer there"):
        warehouse.erase(number)
    assert warehouse.append_frames(marked()).import_id > number


def test_erasing_a_later_upload_brings_back_what_it_replaced(warehouse, tmp_path):
    first = pd.DataFrame({"order_id": ["1"], "gross": [10], "customer_key": ["kept"]})
    warehouse.append_frames({"orders": first})
    number = warehouse.append_frames({"orders": first.assign(customer_key=KEY)}).import_id
    warehouse.erase(number)
    assert warehouse.query("SELECT customer_key FROM orders")["customer_key"].tolist() == ["kept"]
    assert not found(tmp_path, KEY)


def test_a_rewriting_cut_short_is_made_up_for_at_the_next_opening(warehouse, tmp_path, clock, monkeypatch):
    number = warehouse.append_frames(marked()).import_id
    warehouse._file.rewrite()
    monkeypatch.setattr("data.warehouse.file.DuckFile.rewrite", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        warehouse.erase(number)
    monkeypatch.undo()
    assert MARKER in found(tmp_path, MARKER)
    Warehouse(tmp_path, clock=clock)
    assert not found(tmp_path, MARKER)


def test_erasing_everything_leaves_nothing_and_a_new_salt(warehouse, tmp_path):
    settings = Workspace(tmp_path).kpi
    salt = settings.salt()
    settings.remember_template(["Email"], "orders", {"contact": "Nightingale mail"}, {})
    settings.set_rates([Rate("AED", 0.25)])
    settings.annotate(date(2026, 11, 1), "Nightingale launch")
    warehouse.set_costs({"goods_share": 0.4})
    warehouse.append_frames(marked())
    (tmp_path / "kpi.corrupt-20260101T000000000000.duckdb").write_text(MARKER)
    reader = sqlite3.connect(tmp_path / "workspace.sqlite")
    assert salt in b"".join(path.read_bytes() for path in tmp_path.glob("workspace.sqlite*"))
    warehouse.erase_everything()
    assert not found(tmp_path, MARKER, KEY, "Nightingale")
    assert salt not in b"".join(path.read_bytes() for path in tmp_path.glob("workspace.sqlite*"))
    assert settings.salt() != salt
    assert (warehouse.present(), warehouse.uploads(), warehouse.costs) == ({}, (), {})
    assert settings.rates() == settings.annotations() == ()
    assert warehouse.append_frames(marked()).import_id == 1
    reader.close()


def test_uploads_taken_out_are_erased_after_thirty_days(warehouse, tmp_path, clock):
    number = warehouse.append_frames(marked()).import_id
    warehouse.undo(number)
    clock.now = NOW + timedelta(days=29)
    Warehouse(tmp_path, clock=clock).restore(number)
    warehouse.undo(number)
    clock.now += timedelta(days=31)
    assert Warehouse(tmp_path, clock=clock).uploads() == ()
    assert not found(tmp_path, MARKER)


def test_rows_older_than_the_time_to_keep_go_from_tables_and_disk(warehouse, tmp_path, clock):
    warehouse.append_frames(marked("2026-10-01"))
    warehouse.append_frames(marked("2026-11-20", customer="kept", product="Kestrel"))
    visits = {
        "period_start": ["2026-09-01", "2026-11-01"],
        "period_end": ["2026-09-30", "2026-11-20"],
        "sessions": [1, 2],
    }
    warehouse.append_frames({"sessions": pd.DataFrame(visits)})
    old = {"first_seen_at": ["2020-01-01"] * 2, "customer_key": [KEY, "kept"]}
    warehouse.append_frames({"customers": pd.DataFrame(old)})
    assert warehouse.retention is None
    warehouse.keep_for(30)
    assert warehouse.retention == 30
    assert warehouse.present() == {"orders": 1, "order_lines": 1, "sessions": 1, "customers": 1}
    assert found(tmp_path, MARKER, KEY, "Kestrel") == {"Kestrel"}
    clock.now += timedelta(days=40)
    assert Warehouse(tmp_path, clock=clock).present() == {}
    assert not found(tmp_path, "Kestrel")
    assert len(warehouse.uploads()) == 4
    version = warehouse.version
    assert Warehouse(tmp_path, clock=clock).version == version
    warehouse.keep_for(None)
    assert warehouse.retention is None


def test_rows_without_a_day_are_kept_as_long_as_their_upload(warehouse, tmp_path, clock):
    warehouse.append_frames({"order_lines": pd.DataFrame({"order_id": ["1"], "product": [MARKER]})})
    warehouse.append_frames({"surveys": pd.DataFrame({"comment": [MARKER], "score": [9]})})
    warehouse.keep_for(30)
    assert warehouse.present() == {"order_lines": 1, "surveys": 1}
    clock.now += timedelta(days=31)
    assert Warehouse(tmp_path, clock=clock).present() == {}
    assert not found(tmp_path, MARKER)


@pytest.mark.parametrize("days", [0, -1, 36501, 1.5, True, "30"])
def test_a_time_to_keep_that_cannot_be_is_refused(warehouse, days):
    with pytest.raises(WarehouseError, match="whole number"):
        warehouse.keep_for(days)
