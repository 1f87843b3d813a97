"""The tables as a KPI file reads them: amounts in one currency, days in one time zone, only the columns it needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from frameworks.kpi.definition import VIEWS, identifiers, reads, view_sql
from frameworks.kpi.settings import SETTINGS
from frameworks.kpi.tables import TABLES, Table

_AMOUNT = "currency"


def prelude(
    sql: str,
    *,
    currency: str,
    zone: str,
    schema: str,
    costs: Mapping[str, float | None],
    currencies: Collection[str | None] | None,
    kept: Mapping[str, str] = MappingProxyType({}),
) -> list[tuple[str, str]]:
    """Return (name, SELECT) of each step that ``sql`` reads, in the order they must stand in.

    currencies: those that occur in the data; None if not known. Where all are the reporting currency
                nothing is converted and no rate is looked up.
    kept:       steps that the engine has worked out before, and the SELECT that reads each (``frameworks.kpi.kept``).
    """
    steps: dict[str, str] = {}
    wanted = wanted_by(sql, kept)
    convert = currencies is None or not set(currencies) <= {currency}
    tables = [name for name in TABLES if name in wanted and name not in kept]
    words = identifiers(" ".join([sql, *(view_sql(name) for name in VIEWS if name in wanted and name not in kept)]))
    if convert and any(_amounts(TABLES[name], words) for name in tables):
        steps["rates"] = _rates(currency, schema, currencies)
    for name in TABLES:
        if name in wanted:
            steps[name] = kept.get(name) or _table(TABLES[name], words, currency, zone, schema, convert)
    if "costs" in wanted:
        steps["costs"] = _costs(costs)
    for name in VIEWS:
        if name in wanted:
            steps[name] = kept.get(name) or view_sql(name)
    return list(steps.items())


def wanted_by(sql: str, kept: Collection[str] = ()) -> set[str]:
    """Return every table and shared step that ``sql`` reads, directly or through another that is not kept."""
    found: set[str] = set()
    waiting = list(reads(sql))
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        if name in VIEWS and name not in kept:
            waiting += reads(view_sql(name))
        if name in VIEWS or name in TABLES or name == "costs":
            found.add(name)
    return found


def _amounts(table: Table, words: Collection[str]) -> list[str]:
    if not table.day:  # order lines carry no day to take a rate from
        return []
    return [column.name for column in table.columns if column.unit == _AMOUNT and column.name in words]


def _table(table: Table, words: Collection[str], currency: str, zone: str, schema: str, convert: bool) -> str:
    amounts = _amounts(table, words)
    priced = convert and bool(amounts)
    shown = []
    for column in table.columns:
        name = column.name
        if name not in words or name in ("day", "period_start", "period_end", "currency") or column.unit == _AMOUNT:
            continue
        if name in ("source", "account"):
            shown.append(f"COALESCE(t.{name}, '') AS {name}")
        elif table.name == "orders" and name == "status":
            shown.append("COALESCE(t.status, 'paid') AS status")
        else:
            shown.append(_named(name))
    at = _in_zone(table, zone)
    if table.day and "day" in words:
        shown.append(f"{at} AS day")
    if "last_day" in words and "period_end" in table.names:
        shown.append("COALESCE(t.day, t.period_end, t.period_start) AS last_day")
    if "delivered_day" in words and table.name == "orders":
        shown.append(f"CAST({_local('t.delivered_at', zone)} AS DATE) AS delivered_day")
    for name in amounts:
        plain = f"CAST(t.{name} AS DOUBLE)"
        if priced:
            plain = f"CASE WHEN t.currency = '{currency}' THEN {plain} ELSE {plain} * rates.factor END"
        shown.append(f"{plain} AS {name}")
    lines = ["SELECT", *(f"    {column}," for column in shown[:-1]), f"    {shown[-1] if shown else '1 AS one'}"]
    lines.append(f"FROM {schema}.{table.name} AS t")
    if priced:
        lines.append(f"LEFT JOIN rates ON rates.currency = t.currency AND rates.day = {_in_zone(table, 'UTC')}")
    return "\n".join(lines)


def _in_zone(table: Table, zone: str) -> str:
    if "period_start" in table.names:
        return "COALESCE(t.day, t.period_start)"
    return f"CAST({_local(_named(table.day), zone)} AS DATE)"


def _named(column: str) -> str:
    return f't."{column}"' if column == "at" else f"t.{column}"  # DuckDB keeps the word "at" for itself


def _local(instant: str, zone: str) -> str:
    return instant if zone == "UTC" else f"{instant} AT TIME ZONE 'UTC' AT TIME ZONE '{zone}'"


def _rates(currency: str, schema: str, currencies: Collection[str | None] | None) -> str:
    """Return what one unit of a currency is in the reporting currency, by day, through the euro."""
    only = ""
    if currencies is not None:
        listed = ", ".join(f"'{code}'" for code in sorted(code for code in currencies if code))
        only = f" AND paid.currency IN ({listed})" if listed else " AND 1 = 0"
    if currency == "EUR":
        return (
            "SELECT paid.currency, paid.day, CAST(paid.to_eur AS DOUBLE) AS factor\n"
            f"FROM {schema}.exchange_rates AS paid\nWHERE paid.currency <> 'EUR'{only}"
        )
    return (
        "SELECT paid.currency, paid.day, CAST(paid.to_eur AS DOUBLE) / CAST(shown.to_eur AS DOUBLE) AS factor\n"
        f"FROM {schema}.exchange_rates AS paid\n"
        f"JOIN {schema}.exchange_rates AS shown ON shown.day = paid.day AND shown.currency = '{currency}'\n"
        f"WHERE paid.currency <> 'EUR'{only}\n"
        "UNION ALL\n"
        "SELECT 'EUR' AS currency, shown.day, 1 / CAST(shown.to_eur AS DOUBLE) AS factor\n"
        f"FROM {schema}.exchange_rates AS shown\nWHERE shown.currency = '{currency}'"
    )


def _costs(costs: Mapping[str, float | None]) -> str:
    columns = [
        f"    CAST({'NULL' if costs.get(name) is None else repr(float(costs[name]))} AS DOUBLE) AS {name}"  # type: ignore[arg-type]
        for name in SETTINGS
    ]
    return "SELECT\n" + ",\n".join(columns)
