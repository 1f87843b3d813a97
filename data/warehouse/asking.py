"""Questions to the warehouse: what is there, what cannot be converted, and any single SELECT.

Their texts (``…_sql``) keep to what sqlglot translates, because ``data.warehouse.shared`` asks them elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple, Protocol

import duckdb
import pandas as pd

from data.warehouse.file import Cursor
from data.warehouse.schema import WarehouseError, quoted
from frameworks.kpi.settings import exchanged
from frameworks.kpi.tables import SOLD, TABLES
from frameworks.kpi.where import Where, checked_currency
from frameworks.labels import N_

MONEY = {"orders": "gross", "spend": "spend", "payments": "amount", "sessions": "revenue"}
"""The amount that tells what a table's rows are worth, where each row has a currency and a day."""


def present(cursor: Cursor) -> dict[str, int]:
    """Return the rows of each canonical table that has any."""
    found = dict(cursor.execute(present_sql()).fetchall())
    return {name: found[name] for name in TABLES if found[name]}


def present_sql() -> str:
    """Return the query for each canonical table and its number of rows."""
    return " UNION ALL ".join(f"SELECT '{name}' AS \"table\", count(*) AS n FROM {name}" for name in TABLES)


def span(cursor: Cursor) -> tuple[date, date] | None:
    """Return the first and last day that any row tells of."""
    first, last = cursor.execute(span_sql()).fetchall()[0]
    return (first, last) if first is not None else None


def span_sql() -> str:
    """Return the query for the first and last day that any row tells of."""
    parts = []
    for table in TABLES.values():
        if table.day:
            last = "coalesce(period_end, period_start)" if "period_end" in table.names else quoted(table.day)
            parts.append(f"SELECT min({quoted(table.day)})::DATE AS first, max({last})::DATE AS last FROM {table.name}")
    return f"SELECT min(first) AS first, max(last) AS last FROM ({' UNION ALL '.join(parts)}) AS spans"


def currencies(cursor: Cursor) -> tuple[str | None, ...]:
    """Return the currencies that occur, None among them for amounts without one."""
    return in_order(code for (code,) in cursor.execute(currencies_sql()).fetchall())


def currencies_sql() -> str:
    """Return the query for the currencies that occur."""
    parts = [
        f"SELECT DISTINCT currency FROM {table.name} WHERE {' OR '.join(f'{name} IS NOT NULL' for name in _amounts(table.name))}"
        for table in TABLES.values()
        if "currency" in table.names
    ]
    return " UNION ".join(parts)


def in_order(codes: Iterable[str | None]) -> tuple[str | None, ...]:
    """Return currencies by their code, None last."""
    return tuple(sorted(codes, key=lambda code: (code is None, code or "")))


def _amounts(table: str) -> list[str]:
    return [column.name for column in TABLES[table].columns if column.unit == "currency"]


class Worth(NamedTuple):
    """What one unit of a currency is worth in another, by the last rates of both.

    day: of the older one; None for a currency in itself, which needs no rate.
    """

    factor: float
    day: date | None


def worth_sql(source: str, target: str) -> str:
    """Return the query for the last rate to the euro of two currencies."""
    codes = ", ".join(f"'{checked_currency(code)}'" for code in (source, target))
    return (
        f"SELECT currency, day, to_eur FROM exchange_rates AS paid WHERE currency IN ({codes}) "
        "AND day = (SELECT max(later.day) FROM exchange_rates AS later WHERE later.currency = paid.currency)"
    )


def worth(found: pd.DataFrame, source: str, target: str) -> Worth | None:
    """Return what the answer to ``worth_sql`` says; None where one of the two has no rate."""
    if source == target:
        return Worth(1.0, None)
    known = {row.currency: (float(row.to_eur), pd.Timestamp(row.day).date()) for row in found.itertuples()}
    rates = [known.get(code) for code in (source, target) if code != "EUR"]
    if not all(rates):
        return None
    one, other = (1.0 if code == "EUR" else known[code][0] for code in (source, target))
    return Worth(one / other, min(day for _rate, day in rates))


class Costed(Protocol):
    """A warehouse with the costs that the team entered."""

    @property
    def costs(self) -> dict[str, float]:
        """The figures as they were entered."""

    @property
    def costs_currency(self) -> str | None:
        """The currency of the money among them."""

    def worth(self, source: str, target: str) -> Worth | None:
        """Return what one unit of a currency is in another."""


def costs_in(held: Costed, currency: str) -> dict[str, float | None]:
    """Return the team's figures with money in ``currency``; None where no rate leads there."""
    entered, own = held.costs, held.costs_currency
    if own in (None, currency):
        return dict(entered)
    found = held.worth(own, currency)
    return exchanged(entered, found.factor if found else None)


def unconverted(cursor: Cursor, where: Any, currency: str) -> pd.DataFrame:
    """Return table, currency, rows and amount of what no rate reaches, and so no figure in money includes."""
    return disclosed(query(cursor, unconverted_sql(where, currency)))


def unconverted_sql(where: Any, currency: str) -> str:
    """Return the query for the amounts without a rate, of every table that tells of money."""
    where, code = Where.of(where), checked_currency(currency)
    parts = []
    for name, amount in MONEY.items():
        day = (
            "coalesce(t.day, t.period_start)"
            if name in ("spend", "sessions")
            else f"CAST(t.{TABLES[name].day} AS DATE)"
        )
        sold = " AND coalesce(t.status, 'paid') IN ('" + "', '".join(SOLD) + "')" if name == "orders" else ""
        parts.append(
            f"SELECT '{name}' AS \"table\", t.currency, count(*) AS rows, CAST(sum(t.{amount}) AS DOUBLE) AS amount "
            f"FROM {name} t LEFT JOIN exchange_rates paid ON paid.currency = t.currency AND paid.day = {day} "
            f"LEFT JOIN exchange_rates shown ON shown.currency = '{code}' AND shown.day = {day} "
            f"WHERE t.{amount} <> 0 AND t.currency IS DISTINCT FROM '{code}' "
            f"AND (paid.to_eur IS NULL OR shown.to_eur IS NULL){sold}{_condition(where, name, day)} GROUP BY t.currency"
        )
    return " UNION ALL ".join(parts)


def disclosed(found: pd.DataFrame) -> pd.DataFrame:
    """Return the amounts to tell of: where orders are there, payments and visits tell of the same money again."""
    if (found["table"] == "orders").any():
        found = found[found["table"].isin(["orders", "spend"])]
    return found[["currency", "rows", "amount", "table"]].sort_values(["table", "currency"], ignore_index=True)


def _condition(where: Where, table: str, day: str) -> str:
    parts = [f"{day} >= DATE '{where.start}'"] if where.start else []
    parts += [f"{day} <= DATE '{where.end}'"] if where.end else []
    for column, values in (("market", where.markets), ("channel", where.channels), ("device", where.devices)):
        if values and column in TABLES[table].names:
            listed = ", ".join(f"'{value}'" for value in values if value is not None) or "NULL"
            empty = f" OR t.{column} IS NULL" if None in values else ""
            parts.append(f"(t.{column} IN ({listed}){empty})")
    return "".join(f" AND {part}" for part in parts)


def matches(cursor: Cursor) -> pd.DataFrame:
    """Return source, customers and matched: how many of a source's customers other sources know too."""
    return query(cursor, matches_sql())


def matches_sql() -> str:
    """Return the query for how many of a source's customers other sources know too."""
    tables: Collection[str] = [name for name, table in TABLES.items() if "customer_key" in table.names]
    every = " UNION ".join(f"SELECT source, customer_key FROM {name} WHERE customer_key IS NOT NULL" for name in tables)
    return (
        f"WITH known AS ({every}), counted AS (SELECT customer_key, count(*) AS sources FROM known GROUP BY 1) "
        "SELECT source, count(*) AS customers, count(*) FILTER (sources > 1) AS matched "
        "FROM known JOIN counted USING (customer_key) GROUP BY source ORDER BY source"
    )


def query(cursor: Cursor, sql: str, parameters: Any = None) -> pd.DataFrame:
    """Return the rows of one SELECT; anything else is refused."""
    statements = duckdb.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise WarehouseError(N_("Only a single SELECT can be asked here."))
    cursor.execute("BEGIN TRANSACTION READ ONLY")
    try:
        return cursor.execute(sql, parameters or None).df()
    finally:
        cursor.execute("ROLLBACK")
