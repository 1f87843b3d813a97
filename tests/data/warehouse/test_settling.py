"""Whatever is added, taken out and put back, in whatever order, the rows that count are those of a simple model."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.warehouse import Warehouse

KEYS = ("a", "b", "c", "d")


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return Warehouse(tmp_path_factory.mktemp("model"))


uploads = st.builds(
    lambda orders, lines, account: (dict(orders), lines, account),
    st.dictionaries(st.sampled_from(KEYS), st.integers(1, 99), max_size=4),
    st.lists(st.tuples(st.sampled_from(KEYS), st.integers(1, 99)), max_size=5),
    st.sampled_from(["", "second"]),
)
steps = st.lists(
    st.one_of(uploads, st.tuples(st.sampled_from(["undo", "restore", "erase"]), st.integers(0, 5))),
    min_size=1,
    max_size=7,
)


class Model:
    """One upload after another; the latest in force has the say about each key."""

    def __init__(self) -> None:
        self.uploads, self.out = {}, set()

    def orders(self) -> dict:
        standing = {}
        for number in sorted(set(self.uploads) - self.out):
            orders, _, account = self.uploads[number]
            standing.update({(account, key): gross for key, gross in orders.items()})
        return standing

    def lines(self) -> list:
        standing = {}
        for number in sorted(set(self.uploads) - self.out):
            _, lines, account = self.uploads[number]
            for key in {key for key, _ in lines}:
                standing[account, key] = sorted(quantity for found, quantity in lines if found == key)
        return sorted((*key, quantity) for key, quantities in standing.items() for quantity in quantities)


@settings(max_examples=25, deadline=None)
@given(steps)
def test_the_rows_that_count_are_those_of_the_latest_upload_in_force(shared, sequence):
    shared.erase_everything()
    model = Model()
    for step in sequence:
        if len(step) == 3:
            orders, lines, account = step
            frames = {}
            if orders:
                frames["orders"] = pd.DataFrame({"order_id": orders.keys(), "gross": orders.values()})
            if lines:
                frames["order_lines"] = pd.DataFrame(lines, columns=["order_id", "quantity"])
            number = shared.append_frames(frames, account=account).import_id
            model.uploads[number] = step
        elif model.uploads:
            number = sorted(model.uploads)[step[1] % len(model.uploads)]
            getattr(shared, step[0])(number)
            if step[0] == "undo":
                model.out.add(number)
            else:
                model.out.discard(number)
            if step[0] == "erase":
                del model.uploads[number]
        check(shared, model)


def check(warehouse: Warehouse, model: Model) -> None:
    orders = warehouse.query("SELECT account, order_id, gross FROM orders")
    assert {(a, k): g for a, k, g in orders.itertuples(index=False)} == model.orders()
    assert len(orders) == len(model.orders())
    lines = warehouse.query("SELECT account, order_id, quantity FROM order_lines ORDER BY ALL")
    assert [*lines.itertuples(index=False, name=None)] == model.lines()
    states = {upload.import_id: upload.state for upload in warehouse.uploads()}
    assert states == {n: "undone" if n in model.out else "active" for n in model.uploads}
    assert sum(upload.rows for upload in warehouse.uploads()) == len(orders) + len(lines)


def rows(warehouse: Warehouse, sql: str) -> list[tuple]:
    return [*warehouse.query(sql).itertuples(index=False, name=None)]


def test_the_row_that_gave_way_says_to_whom(tmp_path):
    warehouse = Warehouse(tmp_path)
    order = {"order_id": ["1"], "status": ["pending"]}
    first = warehouse.append_frames({"orders": pd.DataFrame(order)}).import_id
    second = warehouse.append_frames({"orders": pd.DataFrame({**order, "status": ["paid"]})}).import_id
    assert rows(warehouse, "SELECT status, import_id FROM orders") == [("paid", second)]
    superseded = "SELECT status, import_id, superseded_by FROM orders_superseded"
    assert rows(warehouse, superseded) == [("pending", first, second)]
    warehouse.undo(second)
    assert rows(warehouse, "SELECT status FROM orders") == [("pending",)]
    assert rows(warehouse, superseded) == [("paid", second, first)]


def test_two_shops_on_one_platform_do_not_replace_each_other(tmp_path):
    warehouse = Warehouse(tmp_path)
    frame = pd.DataFrame({"order_id": ["1001"], "gross": [10]})
    warehouse.append_frames({"orders": frame}, platform="shopify", account="eu")
    warehouse.append_frames({"orders": frame}, platform="shopify", account="us")
    warehouse.append_frames({"orders": frame}, platform="woocommerce", account="eu")
    assert warehouse.present() == {"orders": 3}


def test_an_export_of_items_does_not_take_the_place_of_the_orders_themselves(tmp_path):
    warehouse = Warehouse(tmp_path)

    def add(kind, fees):
        frames = {"orders": pd.DataFrame({"order_id": ["1"], "fees": [fees]})}
        return warehouse.append_frames(frames, platform="etsy", kind=kind).import_id

    def fees():
        return warehouse.query("SELECT fees FROM orders")["fees"].tolist()

    items, orders = add("order_items", None), add("orders", 3)
    assert fees() == [3]
    add("order_items", None)
    assert fees() == [3]
    warehouse.undo(orders)
    assert pd.isna(fees()).tolist() == [True]
    warehouse.restore(orders)
    assert fees() == [3]
    warehouse.undo(items)
    assert fees() == [3]
