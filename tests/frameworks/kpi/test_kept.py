"""What is stored once gives what the facts give: every step in its turn, and sums by cell."""

import pytest

from frameworks.kpi import KPIS, compile_cohorts, compile_kpi
from frameworks.kpi.compile import SUMMED, compile_cells
from frameworks.kpi.counts import COUNTS
from frameworks.kpi.definition import cohort_sql
from frameworks.kpi.kept import STEPS, compile_stored, reading, stored
from tests.frameworks.kpi.conftest import COSTS

EVERY = {**KPIS, **COUNTS}
MONEY = {"currency": "USD", "zone": "Europe/Berlin", "currencies": {"EUR", "USD"}}
PERIOD = {"period": ("2025-01-15", "2025-04-30"), "channel": ["paid_social", "web", "email", None]}


@pytest.fixture(scope="module")
def steps(shop):
    """The steps stored in the small shop."""
    made = {}
    for step in STEPS:
        shop.con.execute(f"CREATE TEMP TABLE stored_{step} AS {compile_stored(step, made, **MONEY)}")
        made[step] = f"stored_{step}"
    yield reading(made)
    for table in made.values():
        shop.con.execute(f"DROP TABLE {table}")


def rows(shop, sql):
    return [tuple(value if value == value else None for value in row) for row in shop.con.execute(sql).fetchall()]


def same(found, expected):
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        for value, wanted in zip(one, other, strict=True):
            assert value == (pytest.approx(wanted, rel=1e-12, abs=1e-9) if isinstance(wanted, float) else wanted)


def test_customers_are_followed_where_nothing_else_of_an_order_is_read():
    assert stored(KPIS["new_customer_share"].sql) == ("sold", "firsts")
    assert stored(KPIS["revenue_per_active_customer"].sql) == ("sold",)
    assert stored(cohort_sql()) == ("sold", "firsts", "acquired")
    assert stored(KPIS["revenue"].sql) == () == stored(KPIS["sessions"].sql)
    assert stored("SELECT fulfilled_at, customer_key FROM sold") == ()


@pytest.mark.parametrize("name", [name for name, kpi in EVERY.items() if stored(kpi.sql)])
def test_stored_steps_give_what_the_orders_give(shop, steps, name):
    for by, where in (((), None), (("month", "market"), PERIOD), (("channel", "device"), None)):
        how = {"by": by, "where": where, "costs": COSTS, "moments": True, **MONEY}
        kept = {step: select for step, select in steps.items() if step in stored(EVERY[name].sql)}
        compiled = compile_kpi(EVERY[name], **how, kept=kept)[0]
        assert "main.orders" not in compiled
        same(rows(shop, compiled), rows(shop, compile_kpi(EVERY[name], **how)[0]))


def test_stored_steps_give_the_same_cohorts(shop, steps):
    for by in ((), ("market",), ("channel", "device")):
        found = compile_cohorts(by, costs=COSTS, kept=steps, **MONEY)[0]
        same(rows(shop, found), rows(shop, compile_cohorts(by, costs=COSTS, **MONEY)[0]))


@pytest.mark.parametrize("name", [name for name, kpi in EVERY.items() if kpi.aggregate in SUMMED])
def test_cells_add_up_to_what_the_facts_give(shop, name):
    kpi = EVERY[name]
    shop.con.execute(f"CREATE OR REPLACE TEMP TABLE cells AS {compile_cells(kpi, costs=COSTS, **MONEY)}")
    groups = {"DEU": "near", "FRA": "near", "USA": "far"}
    for by, where in (((), None), (("week",), None), (("month", "market"), PERIOD), (("group", "channel"), None),
                      ((), {"market": "JPN"})):  # fmt: skip
        how = {"by": by, "where": where, "costs": COSTS, "moments": True, "groups": groups, **MONEY}
        found, expected = (rows(shop, compile_kpi(kpi, **how, **more)[0]) for more in ({"cells": "cells"}, {}))
        same(found, expected)
