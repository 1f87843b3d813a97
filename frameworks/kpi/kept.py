"""Steps that an engine had better work out once than for every question: the orders sold and who bought first when.

Customers' keys are long texts, and who bought first when is asked over all the data whatever the filter. Stored,
customers are numbered, amounts are in the reporting currency and days in the time zone. Each step is the view of
the same name (``sql/views``), run as it is written; only the keys are numbers, one for each 64-bit hash of a key:
among ten million customers the odds that any two share one are 3 in a million.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from frameworks.kpi.compile import KEPT, SCHEMAS, written
from frameworks.kpi.definition import VIEWS, identifiers, view_sql
from frameworks.kpi.prelude import prelude, wanted_by
from frameworks.kpi.tables import TABLES

STEPS = ("numbers", "sold", "firsts", "acquired")
"""What is stored, in the order it is worked out; ``numbers`` is only needed until the others are there."""

_COLUMNS = ("ordered_at", "day", "market", "channel", "device", "gross", "refunded", "tax", "fees")
_NAMED = {"touchpoints": ('"at"', "channel"), "customers": ("channel",)}
"""Tables that name customers, and what the steps read of them."""


def stored(sql: str) -> tuple[str, ...]:
    """Return the steps that ``sql`` could read from where they are stored; none where it does not follow customers."""
    wanted = wanted_by(sql)
    if "sold" not in wanted or "order_lines" in wanted:
        return ()
    if "firsts" not in wanted and "customer_key" not in identifiers(sql):
        return ()
    views = [view_sql(name) for name in VIEWS if name in wanted and name not in STEPS]
    words = identifiers(" ".join([sql, *views]))
    lacking = words & {*TABLES["orders"].names, "delivered_day"} - {*_COLUMNS, "customer_key", "order_id"}
    return () if lacking else tuple(step for step in STEPS if step in wanted)


def reading(tables: Mapping[str, str]) -> dict[str, str]:
    """Return the SELECT that stands for each stored step, given the tables they are stored in."""
    found = {step: f"{KEPT}{tables[step]}" for step in STEPS[1:] if step in tables}
    if "sold" in found:  # an order's name is no part of any sum
        found["sold"] = f"SELECT *, CAST(NULL AS VARCHAR) AS order_id\nFROM {tables['sold']}"
    return found


def compile_stored(
    step: str, tables: Mapping[str, str], currency: str, zone: str, *, currencies: Collection[str | None] | None
) -> str:
    """Return DuckDB's query for what is to be stored as a step.

    tables: where the steps before it are stored. The rest as for ``compile_kpi``.
    """
    kept, names = reading(tables), ""
    if step == "numbers":
        body = (
            "SELECT hashed, CAST(ROW_NUMBER() OVER () AS INTEGER) AS customer\nFROM (\n"
            "    SELECT DISTINCT HASH(customer_key) AS hashed FROM sold WHERE customer_key IS NOT NULL\n) AS known"
        )
    elif step == "sold":
        names = ", ".join(f"sold.{name}" for name in _COLUMNS)
        body = (
            f"SELECT numbers.customer AS customer_key, {names}\nFROM sold\n"
            f"LEFT JOIN {tables['numbers']} AS numbers ON numbers.hashed = HASH(sold.customer_key)"
        )
    else:
        body = view_sql(step)
        kept |= {name: _numbered(name, columns, tables["numbers"]) for name, columns in _NAMED.items()}
    asked = {"currency": currency, "zone": zone, "currencies": currencies}
    return written(prelude(body, schema=SCHEMAS["duckdb"], costs={}, kept=kept, **asked), body, "duckdb")


def _numbered(table: str, columns: Collection[str], numbers: str) -> str:
    return (
        f"SELECT numbers.customer AS customer_key, {', '.join(f't.{name}' for name in columns)}\n"
        f"FROM {SCHEMAS['duckdb']}.{table} AS t\nJOIN {numbers} AS numbers ON numbers.hashed = HASH(t.customer_key)"
    )
