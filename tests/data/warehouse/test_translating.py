"""Questions for the local warehouse in other dialects and schemas."""

from __future__ import annotations

import pytest

from data.warehouse.engines import EngineError
from data.warehouse.translating import translated


def flat(sql: str) -> str:
    return " ".join(sql.split())


def test_tables_are_looked_for_in_the_schema_and_steps_are_left_alone():
    sql = (
        "WITH orders AS NOT MATERIALIZED (SELECT gross::DOUBLE AS gross FROM main.orders) "
        'SELECT sum(gross) AS a, min(t."at") AS b FROM orders, touchpoints t, main.exchange_rates'
    )
    assert flat(translated(sql, "postgres", "kpi")) == (
        "WITH orders AS ( SELECT CAST(gross AS DOUBLE PRECISION) AS gross FROM kpi.orders ) "
        'SELECT SUM(gross) AS a, MIN(t."at") AS b FROM orders, kpi.touchpoints AS t, kpi.exchange_rates'
    )
    spark = flat(translated(sql, "spark", "unity.kpi"))
    assert "FROM unity.kpi.orders" in spark and "MATERIALIZED" not in spark and "`at`" in spark


@pytest.mark.parametrize(
    "sql", ["DROP TABLE orders", "SELECT 1; DROP TABLE orders", "COPY orders TO 'x'", "", "SELECT ("]
)
def test_anything_but_a_select_is_refused(sql):
    with pytest.raises(EngineError, match="single SELECT"):
        translated(sql, "postgres", "public")
