"""Monthly cohorts: who first bought when, and how many of them, for how much, bought in each month since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from frameworks.kpi.compile import filtered, prepared, written
from frameworks.kpi.definition import DIMENSIONS, cohort_sql
from frameworks.kpi.where import Where
from frameworks.labels import N_, Sentence

COHORT_BY = (*DIMENSIONS, "group")
"""What cohorts can be split by: the market (or its group), channel and device of the first order."""


def compile_cohorts(
    by: Iterable[str] | str = (),
    where: Where | Mapping[str, object] | None = None,
    currency: str = "EUR",
    zone: str = "UTC",
    dialect: str = "duckdb",
    *,
    currencies: Collection[str | None] | None = None,
    costs: Mapping[str, float | None] | None = None,
    groups: Mapping[str, str] | Iterable[tuple[str, str]] | None = None,
    schema: str | None = None,
    kept: Mapping[str, str] | None = None,
) -> tuple[str, tuple[object, ...]]:
    """Return the query for the cohort matrix in long form, and its parameters (none).

    by:    any of ``COHORT_BY``, as further columns.
    where: the period bounds the first order; markets, channels and devices are those of the first order.
    The rest as for ``compile_kpi``.

    Columns: ``cohort`` (first day of the month of the first order), ``months`` (calendar months since, 0 up),
    those of ``by``, ``customers`` (distinct ones who bought in that month; at 0 the whole cohort), ``revenue``
    and ``margin`` of that month (margin null until the cost of goods is entered). A month in which nobody of a
    cohort bought has no row; ``frameworks.kpi.cohort_cells`` tells nobody from not yet.
    """
    names = tuple(dict.fromkeys((by,) if isinstance(by, str) else by))
    for name in names:
        if name not in COHORT_BY:
            raise Sentence(
                N_("Cannot split cohorts by {name}; known are {known}."),
                name=f"{name!s:.40}",
                known=", ".join(COHORT_BY),
            )
    steps, join = prepared(cohort_sql(), names, currency, zone, dialect, schema, costs, currencies, groups, kept)
    keys = {"cohort": "cohort", "months": "months"}
    keys |= {f'"{name}"': "market_groups.market_group" if name == "group" else f"facts.{name}" for name in names}
    split, inner = ", ".join(keys), ",\n        ".join(f"{key} AS {name}" for name, key in keys.items())
    body = (
        f"SELECT\n    {split},\n    COUNT(entity) AS customers,\n    SUM(revenue) AS revenue,\n    SUM(margin) AS margin"
        f"\nFROM (\n    SELECT\n        {inner},\n        entity,\n        SUM(revenue) AS revenue,\n"
        f"        SUM(margin) AS margin\n    FROM facts{join}{filtered(Where.of(where))}\n"
        f"    GROUP BY {', '.join(keys.values())}, entity\n) AS entities\nGROUP BY {split}\nORDER BY {split}"
    )
    return written(steps, body, dialect), ()
