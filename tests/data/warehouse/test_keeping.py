"""Answers over what is kept are those over the facts, follow every change, and outlive whatever was let go."""

import importlib.util
from pathlib import Path

import pandas as pd
import pytest

from data.warehouse import Warehouse, keeping
from data.warehouse.asking import costs_in
from data.warehouse.keeping import kept_for
from frameworks.kpi import KPIS, compile_cohorts
from frameworks.kpi.counts import COUNTS
from frameworks.kpi.tables import TABLES

EVERY = {**KPIS, **COUNTS}
COSTS = {
    "goods_share": 0.4, "payment_share": 0.02, "fulfilment_per_order": 5.0, "ticket_cost": 7.0, "promised_days": 5.0,
    "key_events_are_carts": 1.0,
}  # fmt: skip
GROUPS = {"DEU": "near", "FRA": "near", "USA": "far"}
PERIOD = {"period": ("2024-03-10", "2025-03-20")}
ORDERS = {"order_id": ["1", "2"], "ordered_at": ["2026-01-05", "2026-02-05"], "gross": [10, 20], "currency": "EUR",
          "market": ["DEU", "FRA"], "customer_key": ["a", "a"]}  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A warehouse with the 100,000 rows of the parity test."""
    spec = importlib.util.spec_from_file_location("generated", Path(__file__).with_name("generated.py"))
    generated = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generated)
    duck, held = generated.database(), Warehouse(tmp_path_factory.mktemp("full"))
    held.set_costs(COSTS)
    with held._file.writing() as cursor:
        for name in (*TABLES, "exchange_rates"):
            frame = duck.execute(f"SELECT * FROM {name}").df()  # noqa: F841  (DuckDB finds it by its name)
            cursor.execute(f"DELETE FROM {name}")
            cursor.execute(f"INSERT INTO {name} BY NAME SELECT * FROM frame")
    duck.close()
    return held


@pytest.fixture
def small(tmp_path):
    held = Warehouse(tmp_path)
    held.append_frames({"orders": pd.DataFrame(ORDERS)})
    return held


def tables(held):
    with held._file.reading() as cursor:
        found = cursor.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'kept'").fetchall()
    return sorted(name for (name,) in found)


def compared(found, expected):
    pd.testing.assert_frame_equal(found, expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("name", EVERY)
def test_every_kpi_is_what_its_query_gives(full, name):
    asked = (
        {"by": ["month", "market"], "moments": True},
        {"by": ["group", "channel"], "where": PERIOD, "groups": GROUPS},
        {"by": ["week"], "where": {**PERIOD, "market": ["DEU", None]}, "currency": "USD", "zone": "Europe/Berlin"},
        {"where": {"market": "BRA"}},
    )
    for how in asked:
        compared(full.compute(EVERY[name], **how), full.query(full.sql(EVERY[name], **how)))


def test_cohorts_are_what_their_query_gives(full):
    for by, how in (((), {"currency": "USD", "zone": "Asia/Tokyo"}), (("market", "device"), {"where": PERIOD})):
        plain, _none = compile_cohorts(by, costs=costs_in(full, how.get("currency", "EUR")), currencies=full.currencies(), **how)
        compared(full.cohorts(by, **how), full.query(plain))


def test_cohorts_of_all_markets_are_the_sums_of_each(full):
    split = full.cohorts(["market"]).groupby(["cohort", "months"], as_index=False)[["customers", "revenue", "margin"]].sum()
    compared(split, full.cohorts().astype({"customers": split["customers"].dtype}))


def test_answers_follow_every_change(small):
    assert small.compute("new_customers")["value"].tolist() == [1]
    assert small.compute("new_customer_share", ["market"])["value"].tolist() == [1, 0]
    before = tables(small)
    small.append_frames({"orders": pd.DataFrame({**ORDERS, "order_id": ["3", "4"], "customer_key": ["b", "c"]})})
    assert small.compute("new_customers")["value"].tolist() == [3]
    assert small.compute("new_customer_share", ["market"])["value"].tolist() == [1, 0.5]
    assert not {*before} & {*tables(small)}
    small.undo(2)
    assert small.compute("new_customers")["value"].tolist() == [1]
    small.set_costs({"goods_share": 0.5})
    assert small.compute("contribution_margin")["value"].tolist() == [15]


def test_a_contact_and_the_list_of_customers_say_where_a_customer_came_from(small):
    small.append_frames({"customers": pd.DataFrame({"customer_key": ["a", "z"], "channel": ["referral", "email"]})})
    assert small.compute("new_customers", ["channel"])["channel"].tolist() == ["referral"]
    touch = {"customer_key": ["a"], "at": ["2026-01-01"], "channel": ["paid_search"]}
    small.append_frames({"touchpoints": pd.DataFrame(touch)})
    assert small.compute("new_customers", ["channel"])["channel"].tolist() == ["paid_search"]


def test_what_was_let_go_is_answered_from_the_facts(small, monkeypatch):
    monkeypatch.setattr(keeping.Kept, "instead", lambda *given: {"cells": "kept.gone"})
    assert small.compute("revenue")["value"].tolist() == [30]


def test_what_cannot_be_kept_is_answered_from_the_facts(small, monkeypatch):
    monkeypatch.setattr(keeping, "compile_stored", lambda *given, **how: "SELECT 1 / 'no number'")
    monkeypatch.setattr(keeping, "compile_cells", lambda *given, **how: "SELECT nothing")
    assert small.compute("new_customer_share")["value"].tolist() == [1]
    assert small.compute("revenue")["value"].tolist() == [30]
    assert tables(small) == []


def test_a_kpi_of_too_many_cells_is_not_kept(small, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_CELLS", 1)
    assert small.compute("revenue")["value"].tolist() == [30] == small.compute("revenue")["value"].tolist()
    assert tables(small) == []


def test_what_was_not_asked_for_longest_goes(small, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_ROWS", 5)
    for name in ("revenue", "orders", "revenue", "net_sales"):
        small.compute(name)
    assert len(tables(small)) == 2
    for currency in ("EUR", "USD", "JPY"):
        small.compute("new_customer_share", currency=currency)
    assert len(tables(small)) == 2 + 2 * 3


def test_an_import_and_an_erasure_let_everything_go(small, tmp_path):
    export = tmp_path / "orders.csv"
    export.write_text("Order ID,Order date,Total,Currency\n9,2026-03-01,5,EUR\n")
    small.compute("new_customer_share")
    assert tables(small)
    with small._file.reading() as cursor:
        kept_for(small._file).let_go(cursor)
    assert tables(small) == []
    small.compute("new_customer_share")
    small.add(export)
    assert tables(small) == []
    small.compute("revenue")
    small.erase(1)
    assert tables(small) == []
    assert small.compute("revenue")["value"].tolist() == [5]
    small.erase_everything()
    assert tables(small) == [] and small.compute("orders")["n"].tolist() == [0]
