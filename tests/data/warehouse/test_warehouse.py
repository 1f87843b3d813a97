"""The front door: KPIs over what counts, in the team's currency and with its costs."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from data.store import Workspace
from data.warehouse import Warehouse, WarehouseError, compute


@pytest.fixture
def warehouse(tmp_path):
    return Warehouse(tmp_path)


def orders(**columns) -> dict[str, pd.DataFrame]:
    frame = {
        "order_id": ["1", "2", "3"], "ordered_at": ["2026-01-01 23:30", "2026-01-02", "2026-02-03"], "currency": "EUR",
        "gross": [10, 20, 30], "status": "paid", "market": ["DEU", "FRA", "DEU"], "customer_key": list("aba"), **columns,
    }  # fmt: skip
    return {"orders": pd.DataFrame(frame)}


def test_a_kpi_is_computed_split_and_opened(warehouse):
    warehouse.append_frames(orders())
    assert warehouse.compute("revenue")["value"].tolist() == [60]
    assert dict(warehouse.compute("revenue", by=["market"])[["market", "value"]].values) == {"DEU": 40, "FRA": 20}
    january = {"period": ("2026-01-01", "2026-01-31")}
    assert warehouse.compute("orders", where=january)["value"].tolist() == [2]
    assert warehouse.rows("revenue", january)["numerator"].tolist() == [20, 10]
    assert "main.orders" in warehouse.sql("revenue", ["market"], january)
    berlin = warehouse.compute("orders", ["day"], january, zone="Europe/Berlin")
    assert berlin["value"].tolist() == [2]
    groups = pd.DataFrame({"market": ["DEU", "FRA"], "group": ["one", "other"]})
    assert warehouse.compute("revenue", by=["group"], groups=groups)["value"].tolist() == [40, 20]


def test_the_default_workspace_answers_too():
    Warehouse().append_frames(orders())
    assert compute("orders", by=["market"])["value"].tolist() == [2, 1]


def test_costs_make_margins_and_change_the_version(warehouse):
    warehouse.append_frames(orders(tax=0, refunded=0, fees=0, shipping=0))
    assert warehouse.compute("contribution_margin")["value"].isna().all()
    version = warehouse.version
    warehouse.set_costs({"goods_share": 0.5})
    assert warehouse.costs == {"goods_share": 0.5}
    assert warehouse.version != version
    with pytest.raises(ValueError, match="Cost of goods"):
        warehouse.set_costs({"goods_share": 2})


def test_costs_keep_the_currency_they_were_entered_in(warehouse):
    warehouse.append_frames(orders(tax=0, refunded=0, fees=0, shipping=0, currency=["EUR", "EUR", "USD"]))
    costs = {"goods_share": 0.5, "fulfilment_per_order": 2}
    warehouse.set_costs(costs, "USD")
    assert (warehouse.costs, warehouse.costs_currency) == (costs, "USD")
    rates = warehouse.query("SELECT to_eur FROM exchange_rates WHERE currency = 'USD' AND day = '2026-02-03'")
    dollar = rates["to_eur"].item()
    assert warehouse.worth("USD", "EUR") == (pytest.approx(dollar), date(2026, 2, 3))
    margin = warehouse.compute("contribution_margin")["value"].item()
    assert margin == pytest.approx(0.5 * (30 + 30 * dollar) - 3 * 2 * dollar)
    warehouse.set_costs(costs, "XTS")  # a code that no rate reaches: its money counts as not entered
    assert warehouse.worth("XTS", "EUR") is None
    assert [warehouse.worth(code, code) for code in ("EUR", "USD")] == [(1.0, None)] * 2
    assert warehouse.compute("contribution_margin")["value"].item() == pytest.approx(0.5 * (30 + 30 * dollar))
    with pytest.raises(ValueError, match="currency code"):
        warehouse.set_costs(costs, "euro")
    warehouse.set_costs({"goods_share": 0.5}, "USD")
    assert warehouse.costs_currency is None


def test_answers_follow_every_change(warehouse):
    number = warehouse.append_frames(orders()).import_id
    assert len(warehouse.uploads()) == 1
    assert warehouse.present() == {"orders": 3}
    warehouse.undo(number)
    assert warehouse.present() == {}
    assert warehouse.uploads()[0].state == "undone"
    warehouse.undo(number)
    warehouse.restore(number)
    warehouse.restore(number)
    assert warehouse.present() == {"orders": 3}


@pytest.mark.parametrize("number", [0, -1, 99, 2**63, True, None, "1", 1.0])
def test_unknown_uploads_are_refused(warehouse, number):
    for call in (warehouse.undo, warehouse.restore, warehouse.erase):
        with pytest.raises(WarehouseError, match="no longer there"):
            call(number)


def test_frames_must_be_of_the_canonical_shape(warehouse):
    with pytest.raises(WarehouseError, match="no table called invoices"):
        warehouse.append_frames({"invoices": pd.DataFrame()})
    with pytest.raises(WarehouseError, match="no column nickname"):
        warehouse.append_frames({"orders": pd.DataFrame({"nickname": [1]})})
    assert warehouse.uploads() == ()


def test_a_file_is_read_with_the_workspaces_salt(tmp_path):
    export = tmp_path / "orders.csv"
    export.write_text("Order ID,Order date,Total,Currency,Status,Email\n1,2026-01-05,10.50,EUR,paid,Anna@Example.com\n")
    home = tmp_path / "home"
    warehouse = Warehouse(home)
    added = warehouse.add(export, name="January")
    assert warehouse.uploads()[0].name == added.imported.name == "January"
    (key,) = added.imported.tables["orders"]["customer_key"]
    assert warehouse.add(export).already
    other = Warehouse(tmp_path / "other")
    assert other.add(export).imported.tables["orders"]["customer_key"][0] != key
    same = Warehouse(tmp_path / "same", salt=Workspace(home).kpi.salt())
    assert same.add(export).imported.tables["orders"]["customer_key"][0] == key
    stored = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"nna@" not in stored and b"xample.com" not in stored
