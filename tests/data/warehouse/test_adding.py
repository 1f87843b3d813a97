"""A file is taken in whole or not at all, once, and by its own rows."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import util
from pathlib import Path

import pytest

from data.ingest.model import Cancelled, IngestError
from data.warehouse import Warehouse
from data.warehouse.adding import Order, add

_spec = util.spec_from_file_location("reader", Path(__file__).with_name("reader.py"))
reader = util.module_from_spec(_spec)
_spec.loader.exec_module(reader)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def warehouse(tmp_path):
    return Warehouse(tmp_path / "home", clock=lambda: NOW)


@pytest.fixture
def export(tmp_path):
    def written(*lines: str, name: str = "orders", headers: str = "order_id,ordered_at,gross,currency,status") -> Path:
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join([headers, *lines]))
        return path

    return written


def put(warehouse, path, progress=None, read=reader.read, **assume):
    order = Order(path, path.name, None, assume, b"salt", NOW)
    return add(warehouse._file, order, read, progress)


def statuses(warehouse):
    return dict(warehouse.query("SELECT order_id, status FROM orders").itertuples(index=False, name=None))


def test_a_file_is_added_once(warehouse, export):
    path = export("1,2026-01-01,10,EUR,paid", "2,2026-01-02,20,EUR,paid")
    added = put(warehouse, path)
    assert not added.already
    version = warehouse.version
    again = put(warehouse, path)
    assert (again.import_id, again.already) == (added.import_id, True)
    assert again.imported.report.rows_read == 2
    assert again.imported.platform == "shop"
    assert warehouse.version == version
    assert warehouse.present() == {"orders": 2}
    copied = path.with_name("orders-copy.csv")
    copied.write_bytes(path.read_bytes())
    assert put(warehouse, copied).already


def test_an_overlapping_export_updates_and_appends(warehouse, export):
    put(warehouse, export("1,2026-01-01,10,EUR,pending", "2,2026-01-02,20,EUR,paid"))
    later = put(
        warehouse, export("2,2026-01-02,20,EUR,refunded", "1,2026-01-01,10,EUR,paid", "3,2026-01-03,5,EUR,paid")
    )
    assert statuses(warehouse) == {"1": "paid", "2": "refunded", "3": "paid"}
    warehouse.undo(later.import_id)
    assert statuses(warehouse) == {"1": "pending", "2": "paid"}


def test_the_same_file_with_other_settings_takes_its_own_place(warehouse, export):
    path = export("1,2026-01-01,10,EUR,paid")
    first = put(warehouse, path)
    second = put(warehouse, path, account="us")
    assert not second.already
    assert "other settings" in str(second.imported.report.notes[0])
    assert warehouse.query("SELECT account FROM orders")["account"].tolist() == ["us"]
    assert [upload.state for upload in warehouse.uploads()] == ["active", "replaced"]
    with pytest.raises(ValueError, match="later reading"):
        warehouse.restore(first.import_id)
    warehouse.undo(second.import_id)
    assert warehouse.query("SELECT account FROM orders")["account"].tolist() == [""]
    warehouse.restore(second.import_id)
    assert warehouse.present() == {"orders": 1}
    warehouse.erase(second.import_id)
    assert warehouse.present() == {}
    assert warehouse.uploads() == ()


def test_a_file_that_was_taken_out_may_be_added_anew(warehouse, export):
    path = export("1,2026-01-01,10,EUR,paid")
    first = put(warehouse, path)
    warehouse.undo(first.import_id)
    second = put(warehouse, path)
    assert not second.already
    warehouse.restore(first.import_id)
    assert warehouse.present() == {"orders": 1}


def test_what_is_not_recognised_or_empty_adds_nothing(warehouse, export):
    version = warehouse.version
    added = put(warehouse, export("1,2", name="whatever", headers="a,b"))
    assert added.import_id is None
    assert not added.imported.recognised
    assert put(warehouse, export()).import_id is None
    assert (warehouse.version, warehouse.uploads()) == (version, ())


@pytest.mark.parametrize("stop_at", [0.0, 0.3, 0.7])
def test_a_stop_keeps_nothing(warehouse, export, stop_at):
    def progress(fraction, _sentence):
        if fraction >= stop_at:
            raise Cancelled("stop")

    version = warehouse.version
    with pytest.raises(Cancelled):
        put(warehouse, export("1,2026-01-01,10,EUR,paid"), progress)
    assert (warehouse.version, warehouse.present()) == (version, {})
    assert not put(warehouse, export("1,2026-01-01,10,EUR,paid")).already


def test_progress_only_grows_and_ends_with_one(warehouse, export):
    told = []
    put(
        warehouse, export("1,2026-01-01,10,EUR,paid"), lambda fraction, sentence: told.append((fraction, str(sentence)))
    )
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert told[-1] == (1.0, "Done")


def test_a_long_statement_is_stopped_in_its_middle(warehouse, export):
    def slow(con, path, **how):
        imported = reader.read(con, path, **how)
        con.execute("DROP TABLE staged_orders")
        con.execute(
            "CREATE OR REPLACE TEMP VIEW staged_orders AS SELECT a.i || '-' || b.i AS order_id "
            "FROM range(1000000) a(i), range(1000000) b(i) WHERE (a.i * b.i) % 1000003 = 1"
        )
        return imported

    def progress(fraction, _sentence):
        if fraction >= 0.7:
            calls.append(fraction)
        if len(calls) > 2:
            raise Cancelled("stop")

    calls = []
    with pytest.raises(Cancelled):
        put(warehouse, export("1,2026-01-01,10,EUR,paid"), progress, slow)
    assert warehouse.present() == {}
    put(warehouse, export("1,2026-01-01,10,EUR,paid"))
    assert warehouse.present() == {"orders": 1}


def test_a_failure_after_reading_keeps_nothing(warehouse, export, monkeypatch):
    monkeypatch.setattr("data.warehouse.rates.fill", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        put(warehouse, export("1,2026-01-01,10,EUR,paid"))
    assert warehouse.present() == {}
    with pytest.raises(IngestError):
        put(warehouse, Path("/nowhere/orders.csv"))
