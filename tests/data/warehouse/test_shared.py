"""A team's own database in the place of the local file: the same answers, and one sentence when it gives none."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from data.warehouse import Warehouse
from data.warehouse.coverage import coverage, matched
from data.warehouse.engines import EngineError
from data.warehouse.shared import KEPT, PAUSE, SharedWarehouse
from frameworks.kpi.cohorts import compile_cohorts
from tests.data.warehouse.duck_engine import DuckEngine

URL = "postgresql://me:topsecret@db.example.com/shop"


class Clock:
    def __init__(self) -> None:
        self.now = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now


FRAMES = {
    "orders": pd.DataFrame(
        {
            "order_id": list("abcde"),
            "ordered_at": pd.to_datetime(["2026-01-01", "2026-01-20", "2026-02-03", "2026-03-03", "2026-03-04"]),
            "market": ["DEU", "DEU", "FRA", None, "FRA"], "channel": ["email", None, "web", "web", "web"],
            "currency": ["EUR", "USD", "EUR", "XTS", None], "gross": [10.0, 20.0, 30.0, 40.0, 50.0], "status": "paid",
            "customer_key": ["k1", "k1", "k2", "k3", None], "source": "shopify", "account": "",
        }
    ),
    "tickets": pd.DataFrame(
        {"ticket_id": ["t"], "opened_at": pd.to_datetime(["2026-04-01"]), "customer_key": ["k1"], "source": "zendesk"}
    ),
    "sessions": pd.DataFrame(
        {"period_start": [dt.date(2026, 3, 1)], "period_end": [dt.date(2026, 5, 31)], "market": ["FRA"], "sessions": [9.0],
         "source": "ga4"}
    ),
}  # fmt: skip
"""The same rows for the local file and for the other engine."""


@pytest.fixture
def local(tmp_path):
    warehouse = Warehouse(tmp_path / "local", salt=b"salt")
    warehouse.append_frames(FRAMES)
    return warehouse


@pytest.fixture(params=[None, "team"])
def other(request, local):
    """Another engine with the same rows and rates, in its own place and in a schema."""
    found = DuckEngine(request.param)
    for table, frame in FRAMES.items():
        found.fill(table, frame)
    found.fill("exchange_rates", local.query("SELECT * FROM exchange_rates"))
    return found


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shared(other, clock, tmp_path):
    return SharedWarehouse(URL, folder=tmp_path / "home", clock=clock, connect=lambda url, schema: other)


def same(found, wanted):
    pd.testing.assert_frame_equal(found, wanted, check_dtype=False)


def test_it_answers_what_the_local_file_answers(shared, local):
    assert shared.present() == local.present() == {"orders": 5, "sessions": 1, "tickets": 1}
    assert shared.span() == local.span() == (dt.date(2026, 1, 1), dt.date(2026, 5, 31))
    assert shared.currencies() == local.currencies() == ("EUR", "USD", "XTS", None)
    assert coverage(shared) == coverage(local)
    assert matched(shared) == matched(local)
    assert (matched(shared).customers, matched(shared).matched, matched(shared).sources) == (
        3,
        1,
        ("shopify", "zendesk"),
    )
    same(shared.matches(), local.matches())
    groups = pd.DataFrame({"market": ["DEU", "FRA"], "group": ["near", "far"]})
    for by, more in ((("market",), {}), (("group", "month"), {"groups": groups, "currency": "USD"})):
        same(shared.compute("revenue", by, **more), local.compute("revenue", by, **more))
    same(shared.rows("orders", {"market": ["DEU"]}), local.rows("orders", {"market": ["DEU"]}))
    where = {"period": ("2026-01-01", "2026-12-31"), "market": [None, "FRA"]}
    same(shared.unconverted(where, "USD"), local.unconverted(where, "USD"))
    sql, _none = compile_cohorts((), None, "EUR", "UTC", currencies=set(local.currencies()), costs={})
    same(shared.query(sql), local.query(sql))
    assert (shared.uploads(), shared.notice, shared.rate_note()) == ((), None, None)


def test_an_empty_one_is_empty(clock, tmp_path):
    shared = SharedWarehouse(URL, folder=tmp_path, clock=clock, connect=lambda url, schema: DuckEngine())
    assert (shared.present(), shared.span(), shared.currencies(), coverage(shared).span) == ({}, None, (), None)


def test_answers_are_kept_until_the_stamp_moves_or_it_is_read_again(shared, other, clock):
    first = shared.version
    assert shared.present()["orders"] == 5
    other.fill("orders", FRAMES["orders"].assign(order_id=list("fghij")))
    clock.now += KEPT / 2
    assert shared.version == first and shared.present()["orders"] == 5
    clock.now += KEPT / 2
    second = shared.version
    assert second != first and shared.present()["orders"] == 10
    other.con.execute(f"DELETE FROM {other.schema}.orders")
    shared.read_again()
    assert shared.version != second and "orders" not in shared.present()
    third = shared.version
    shared.read_again()
    assert shared.version != third


def test_costs_stay_in_the_local_workspace_and_move_the_version(shared, other, tmp_path):
    before = shared.version
    shared.set_costs({"goods_share": 0.4})
    assert shared.costs == {"goods_share": 0.4} and shared.version != before
    assert Warehouse(tmp_path / "home").costs == {"goods_share": 0.4}
    assert "0.4" in shared.sql("contribution_margin")


def test_cohorts_are_those_of_the_local_file(shared, local):
    for by in ((), ("market",)):
        pd.testing.assert_frame_equal(shared.cohorts(by, currency="USD"), local.cohorts(by, currency="USD"))


def test_only_a_single_select_without_parameters_can_be_asked(shared, other):
    for sql in ("DELETE FROM orders", "SELECT 1; SELECT 2", "nonsense (", ""):
        with pytest.raises(EngineError, match="single SELECT"):
            shared.query(sql)
    with pytest.raises(EngineError, match="no parameters"):
        shared.query("SELECT ?", [1])


def test_missing_tables_are_named_with_what_to_do(shared, other):
    for table in ("spend", "exchange_rates"):
        other.con.execute(f"DROP TABLE {other.schema}.{table}")
    with pytest.raises(EngineError) as caught:
        shared.span()
    assert "spend, exchange_rates" in str(caught.value) and f"schema {other.schema} " in str(caught.value)
    assert "python -m data.warehouse.schema_sql duckdb" in str(caught.value)
    assert other.closed == 1


def test_missing_columns_are_named_and_the_number_of_the_upload_is_not_needed(shared, other):
    for column in ("import_id", "discount"):
        other.con.execute(f"ALTER TABLE {other.schema}.orders DROP COLUMN {column}")
    with pytest.raises(EngineError, match=r"lack columns: orders\.discount\."):
        shared.span()


def test_nobody_there_is_said_once_and_not_tried_again_at_once(clock, tmp_path):
    tried = []

    def connect(url, schema):
        tried.append((url, schema))
        raise EngineError("PostgreSQL at {told}", told=url)

    shared = SharedWarehouse(URL, "shop", folder=tmp_path, clock=clock, connect=connect)
    for _time in range(3):
        with pytest.raises(EngineError, match="PostgreSQL at •••") as caught:
            shared.present()
    assert tried == [(URL, "shop")] and "topsecret" not in str(caught.value)
    clock.now += PAUSE
    with pytest.raises(EngineError):
        shared.present()
    shared.read_again()
    with pytest.raises(EngineError):
        shared.present()
    assert len(tried) == 3


def test_an_address_that_cannot_be_taken_apart_is_a_sentence(clock, tmp_path):
    shared = SharedWarehouse("postgresql://[me:pw@host?schema=a", folder=tmp_path, clock=clock)
    with pytest.raises(EngineError, match="cannot be read"):
        shared.present()


def test_a_lost_connection_is_made_anew(other, clock, tmp_path):
    gone, engines = DuckEngine(None if other.schema == "main" else other.schema), []
    shared = SharedWarehouse(URL, folder=tmp_path, clock=clock, connect=lambda *_url, schema: engines.pop(0))
    engines += [gone, other]
    assert shared.query("SELECT COUNT(*) AS n FROM orders")["n"][0] == 0
    gone.silent = True
    assert shared.query("SELECT COUNT(*) AS n FROM orders")["n"][0] == 5
    assert gone.closed == 1 and not engines


def test_a_refused_question_keeps_the_connection_and_the_password(shared, other):
    with pytest.raises(EngineError, match="could not answer") as caught:
        shared.query("SELECT 'topsecret' AS a, nothing FROM orders")
    assert "topsecret" not in str(caught.value) and other.closed == 0
    assert shared.query("SELECT COUNT(*) AS n FROM main.orders")["n"][0] == 5
