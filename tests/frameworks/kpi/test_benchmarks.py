"""The benchmarks: only for KPIs there are, in their units, with a source, illustrations told apart."""

import pytest

from data.catalog import read, world
from frameworks.kpi import KPIS
from frameworks.kpi.benchmarks import benchmarks

REFERENCE = world()


def test_every_row_fits_a_kpi_and_its_unit():
    for row in read("benchmarks").itertuples():
        kpi = KPIS[row.kpi]
        assert row.unit == kpi.unit or (kpi.unit == "money" and len(row.unit) == 3)
        assert (
            row.source and row.scope and row.kind in ("public", "seed") and row.confidence in ("low", "medium", "high")
        )
        assert row.kind == "seed" or row.url.startswith("http")
        assert row.low <= row.high or row.low != row.low or row.high != row.high
        assert kpi.unit != "share" or 0 < row.low < 1


def test_the_widest_and_best_first_and_illustrations_last():
    found = benchmarks(REFERENCE, "ltv_to_cac")
    assert [(each.low, each.high, each.illustration) for each in found] == [(3.0, 3.0, False), (3.0, None, True)]
    found = benchmarks(REFERENCE, "conversion_rate")
    assert [each.scope for each in found[:2]] == ["global", "all trades"]
    assert [each.confidence for each in found] == ["high"] + ["medium"] * 5 + ["low"] * 9


def test_baymards_figure_is_a_share():
    found = {each.source: each for each in benchmarks(REFERENCE, "cart_abandonment_rate")}
    assert found["Baymard Institute quoted by Edmonds Commerce"].low == pytest.approx(0.7019)
    assert found["Baymard Institute quoted by Edmonds Commerce"].year == 2024


def test_returns_by_value_are_refunds():
    assert [each.low for each in benchmarks(REFERENCE, "refund_rate")] == [0.115, 0.193]
    assert [each.year for each in benchmarks(REFERENCE, "return_rate")] == [2014]


def test_amounts_only_in_their_own_currency():
    assert benchmarks(REFERENCE, "average_order_value", "EUR") == ()
    assert [each.low for each in benchmarks(REFERENCE, "nps", "EUR")] == [28]  # points are in no currency
    assert benchmarks(REFERENCE, "average_order_value", "USD")[0].currency == "USD"
    assert len(benchmarks(REFERENCE, "average_order_value")) == 1


def test_none_where_nothing_is_published_or_the_table_is_off():
    assert benchmarks(REFERENCE, "items_per_order") == ()
    assert benchmarks(world(off=["benchmarks"]), "conversion_rate") == ()
