"""A question written for the local warehouse, said in another engine's dialect and of its schema."""

from __future__ import annotations

from functools import lru_cache

from data.warehouse.engines import EngineError
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_

RATES = "exchange_rates"


@lru_cache(maxsize=256)
def translated(sql: str, dialect: str, schema: str) -> str:
    """Return one SELECT over the canonical tables, written for DuckDB, in another dialect and schema.

    Raises EngineError for anything but a single SELECT.
    """
    import sqlglot
    from sqlglot import exp

    try:
        trees = sqlglot.parse(sql, read="duckdb")
    except sqlglot.errors.SqlglotError:
        trees = []
    if len(trees) != 1 or not isinstance(trees[0], exp.Query):
        raise EngineError(N_("Only a single SELECT can be asked here."))
    (tree,) = trees
    steps = {step.alias_or_name for step in tree.find_all(exp.CTE)}
    for step in tree.find_all(exp.CTE):
        step.set("materialized", None)  # Spark does not know the word
    *catalog, last = schema.split(".")
    for table in tree.find_all(exp.Table):
        named = table.name in TABLES or table.name == RATES
        if named and (table.db == "main" or (not table.db and table.name not in steps)):
            table.set("db", exp.to_identifier(last))
            table.set("catalog", exp.to_identifier(catalog[0]) if catalog else None)
    return tree.sql(dialect=dialect, pretty=True)
