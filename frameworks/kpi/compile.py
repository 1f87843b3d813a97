"""Makes a runnable query of a KPI: its facts, filtered, grouped and aggregated.

A KPI file gives facts: one row for each thing counted, with ``day``, ``market``, ``channel``, ``device``,
``numerator``, ``denominator`` and, where the aggregate needs it, ``entity`` or ``step``. Around it stands
what is the same for all: the prelude (``frameworks.kpi.prelude``), the filter and the aggregate.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from frameworks.kpi import settings
from frameworks.kpi.definition import KPIS, Kpi
from frameworks.kpi.prelude import prelude
from frameworks.kpi.where import Where, checked_currency, checked_zone
from frameworks.labels import N_, Sentence

BY = ("day", "week", "month", "quarter", "year", "market", "channel", "device", "group")
"""What a KPI can be split by; ``group`` needs the markets' groups."""

TIMES = BY[:5]
SCHEMAS = {"duckdb": "main", "postgres": "public", "spark": "default"}
"""The engines, and where each keeps its tables unless told otherwise."""

_SUM_N, _SUM_D = "SUM(CAST(numerator AS DOUBLE))", "SUM(CAST(denominator AS DOUBLE))"
_ENTITIES = "CAST(COUNT(entity) AS DOUBLE)"
_VALUE = {
    "sum": _SUM_N,
    "ratio": f"{_SUM_N} / NULLIF({_SUM_D}, 0)",
    "per_entity": f"{_SUM_N} / NULLIF({_ENTITIES}, 0)",
    "share_of_entities": f"CAST(SUM(hit) AS DOUBLE) / NULLIF({_ENTITIES}, 0)",
    "rest_of_entities": f"1 - CAST(SUM(hit) AS DOUBLE) / NULLIF({_ENTITIES}, 0)",
    "median": "MEDIAN(CAST(numerator AS DOUBLE))",
}
_BEHIND = {
    "sum": "COUNT(numerator)", "median": "COUNT(numerator)", "ratio": "COUNT(denominator)",
    "per_entity": "COUNT(entity)", "share_of_entities": "COUNT(entity)", "rest_of_entities": "COUNT(entity)",
}  # fmt: skip
_MOMENTS = {
    "numerator_squares": "SUM(CAST(numerator AS DOUBLE) * CAST(numerator AS DOUBLE))",
    "denominator_squares": "SUM(CAST(denominator AS DOUBLE) * CAST(denominator AS DOUBLE))",
    "products": "SUM(CAST(numerator AS DOUBLE) * CAST(denominator AS DOUBLE))",
}
KEPT = "SELECT * FROM "
"""How a step begins that reads what was stored before."""

SUMMED = ("sum", "ratio")
"""Aggregates whose sums over parts add up to those over the whole."""
_PAID_BACK = """\
SELECT
    {outer}MIN(CASE WHEN earned >= spent THEN step END) AS value,
    MAX(spent) AS numerator,
    SUM(margin) AS denominator,
    SUM(CASE WHEN step = 1 THEN customers END) AS n
FROM (
    SELECT
        {by}step,
        SUM(CAST(denominator AS DOUBLE)) AS margin,
        COUNT(DISTINCT entity) AS customers,
        SUM(SUM(CAST(denominator AS DOUBLE))) OVER ({part}ORDER BY step) AS earned,
        SUM(SUM(CAST(numerator AS DOUBLE))) OVER ({whole}) AS spent
    FROM facts{join}{where}
    GROUP BY {group}step
) AS steps
{outer_group}"""


def compile_kpi(
    kpi: str | Kpi,
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
    moments: bool = False,
    kept: Mapping[str, str] | None = None,
    cells: str = "",
) -> tuple[str, tuple[object, ...]]:
    """Return the query that computes a KPI, and its parameters (none: all values are checked and written in).

    kpi:        a name of ``KPIS`` or a definition of one's own.
    by:         any of ``BY``; each becomes a column, null where it is unknown. Times are first days (DATE).
    where:      see ``Where.of``. A row that covers several days counts only where they all lie in the period,
                and in a split by time only where one day, month, ... holds it whole (null otherwise).
    currency:   ISO 4217 code that amounts are shown in; ``exchange_rates`` (currency, day, to_eur: euros for
                one unit) must hold it and those of the data for each day.
    zone:       time zone whose midnight parts the days.
    dialect:    duckdb, postgres or spark.
    currencies: currencies that occur in the data (None among them: unknown); None looks every rate up.
    costs:      figures the team entered, see ``frameworks.kpi.settings``; money in ``currency``.
    groups:     market to group, or pairs, for ``by="group"``.
    schema:     where the tables lie; by default the engine's own.
    moments:    add the sums of squares and products that intervals of means and ratios need.
    kept:       steps worked out before, see ``frameworks.kpi.kept``.
    cells:      table that holds the answer of ``compile_cells``, to be read instead of the facts.

    Columns: those of ``by``; ``value`` (null: undefined); ``numerator``, ``denominator`` (sums);
    ``n``, the number of facts behind the value (distinct customers where customers are counted).

    Raises Sentence for what it does not know and KeyError for an unknown KPI.
    """
    kpi = KPIS[kpi] if isinstance(kpi, str) else kpi
    by, periods = _checked_by(by), _has(kpi, "last_day")
    steps, join = prepared(kpi.sql, by, currency, zone, dialect, schema, costs, currencies, groups, kept, cells)
    condition = filtered(Where.of(where), periods)
    keys = [_column(name, periods) for name in by]
    if kpi.aggregate == "payback":
        columns = [f'{key} AS "{name}"' for key, name in zip(keys, by, strict=True)]
        body = _payback(by, columns, join, condition)
    else:
        body = _aggregated(kpi.aggregate, dict(zip(by, keys, strict=True)), f"facts{join}{condition}", moments, bool(cells))
    if by:
        body += "\nORDER BY " + ", ".join(f'"{name}"' for name in by)
    return written(steps, body, dialect), ()


def compile_cells(
    kpi: Kpi,
    currency: str = "EUR",
    zone: str = "UTC",
    *,
    currencies: Collection[str | None] | None = None,
    costs: Mapping[str, float | None] | None = None,
    kept: Mapping[str, str] | None = None,
) -> str:
    """Return DuckDB's query for a KPI's facts added up by day, market, channel and device, of an aggregate of ``SUMMED``.

    Stored under a name, it is what ``compile_kpi(..., cells=name)`` reads instead of every fact: whatever the
    split and the filter, the sums are sums of these.
    """
    steps, _join = prepared(kpi.sql, (), currency, zone, "duckdb", None, costs, currencies, kept=kept)
    keys = ("day", *(("last_day",) if _has(kpi, "last_day") else ()), "market", "channel", "device")
    sums = {"numerator": _SUM_N, "denominator": _SUM_D, "n": _BEHIND[kpi.aggregate], **_MOMENTS}
    shown = [*keys, *(f"{value} AS {name}" for name, value in sums.items())]
    body = "SELECT\n    " + ",\n    ".join(shown) + f"\nFROM facts\nGROUP BY {', '.join(keys)}"
    return written(steps, body, "duckdb")


def _aggregated(aggregate: str, keys: Mapping[str, str], facts: str, moments: bool, cells: bool) -> str:
    """Return the SELECT that adds facts up, by expressions under their names."""
    value, behind, more = _VALUE[aggregate], _BEHIND[aggregate], _MOMENTS if moments else {}
    if "entity" in value:
        # Each entity's facts first: that is one pass, where COUNT(DISTINCT entity) in several places is several.
        inner = {**keys, "entity": "entity", "numerator": _SUM_N, "denominator": _SUM_D, **more}
        if "hit" in value:
            inner["hit"] = "MAX(CASE WHEN numerator > 0 AND entity IS NOT NULL THEN 1 ELSE 0 END)"
        grouped = ", ".join([*keys.values(), "entity"])
        facts = facts.replace("\n", "\n    ")
        facts = f"(\n    SELECT\n        {_listed(inner, 8)}\n    FROM {facts}\n    GROUP BY {grouped}\n) AS entities"
        keys = {name: f'"{name}"' for name in keys}
    elif cells:
        behind = "CAST(COALESCE(SUM(n), 0) AS BIGINT)"
    if cells or "entity" in value:
        more = {name: f"SUM({name})" for name in more}
    shown = {**keys, "value": value, "numerator": _SUM_N, "denominator": _SUM_D, "n": behind, **more}
    grouped = f"\nGROUP BY {', '.join(keys.values())}" if keys else ""
    return f"SELECT\n    {_listed(shown, 4)}\nFROM {facts}{grouped}"


def _listed(columns: Mapping[str, str], indent: int) -> str:
    named = (f'{value} AS "{name}"' if name in BY else f"{value} AS {name}" for name, value in columns.items())
    return (",\n" + " " * indent).join(named)


def compile_rows(
    kpi: str | Kpi,
    where: Where | Mapping[str, object] | None = None,
    currency: str = "EUR",
    zone: str = "UTC",
    dialect: str = "duckdb",
    *,
    limit: int = 1000,
    currencies: Collection[str | None] | None = None,
    costs: Mapping[str, float | None] | None = None,
    schema: str | None = None,
) -> tuple[str, tuple[object, ...]]:
    """Return the query for the facts behind a KPI, newest first: what ``compile_kpi`` would add up.

    Columns: day, market, channel, device, item (order, ticket, campaign; null where a row has no name),
    numerator, denominator.
    """
    kpi = KPIS[kpi] if isinstance(kpi, str) else kpi
    steps, _join = prepared(kpi.sql, (), currency, zone, dialect, schema, costs, currencies)
    item = "item" if _has(kpi, "item") else "CAST(NULL AS VARCHAR)"
    body = (
        f"SELECT\n    day,\n    market,\n    channel,\n    device,\n    {item} AS item,\n    numerator,\n    denominator\n"
        f"FROM facts{filtered(Where.of(where), _has(kpi, 'last_day'))}\n"
        f"ORDER BY day DESC, item\nLIMIT {int(limit)}"
    )
    return written(steps, body, dialect), ()


def transpile(sql: str, dialect: str) -> str:
    """Return DuckDB's ``sql`` in another engine's dialect."""
    return sql if dialect == "duckdb" else _transpiled(sql, dialect)


@lru_cache(maxsize=512)
def _transpiled(sql: str, dialect: str) -> str:
    import sqlglot

    return sqlglot.transpile(sql, read="duckdb", write=dialect, pretty=True)[0]


def _checked_by(by: Iterable[str] | str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys((by,) if isinstance(by, str) else by))
    for name in names:
        if name not in BY:
            raise Sentence(N_("Cannot split by {name}; known are {known}."), name=f"{name!s:.40}", known=", ".join(BY))
    return names


def prepared(
    sql, by, currency, zone, dialect, schema, costs, currencies, groups=None, kept=None, cells=""
) -> tuple[list[tuple[str, str]], str]:
    """Return the steps up to and with the facts that ``sql`` gives, and the join that groups markets need."""
    if dialect not in SCHEMAS:
        raise Sentence(
            N_("There is no engine {name}; known are {known}."), name=f"{dialect!s:.40}", known=", ".join(SCHEMAS)
        )
    schema = SCHEMAS[dialect] if schema is None else schema
    if not all(part.isidentifier() and part.isascii() for part in schema.split(".")):
        raise Sentence(N_("{name} is not the name of a schema."), name=f"{schema!r:.40}")
    if currencies is not None:
        currencies = {code and checked_currency(code) for code in currencies}
    money = {"currency": checked_currency(currency), "zone": checked_zone(zone), "currencies": currencies}
    if cells:
        steps = [("facts", f"{KEPT}{cells}")]
    else:
        steps = [*prelude(sql, schema=schema, costs=settings.checked(costs), kept=kept or {}, **money), ("facts", sql)]
    if "group" not in by:
        return steps, ""
    if groups is None:
        raise Sentence(N_("Splitting by group needs the markets' groups."))
    steps.append(("market_groups", _groups(groups)))
    return steps, "\nLEFT JOIN market_groups ON market_groups.grouped_market = facts.market"


def _has(kpi: Kpi, column: str) -> bool:
    return f"AS {column}" in kpi.sql


def _column(name: str, periods: bool) -> str:
    if name not in TIMES:
        return "market_groups.market_group" if name == "group" else f"facts.{name}"
    first, last = (f"CAST(DATE_TRUNC('{name}', {day}) AS DATE)" for day in ("day", "last_day"))
    if name == "day":
        first, last = "day", "last_day"
    return f"CASE WHEN {first} = {last} THEN {first} END" if periods else first


def filtered(where: Where, periods: bool = False) -> str:
    """Return the WHERE clause over facts; periods: they say the last day that each covers."""
    parts = []
    if where.start:
        parts.append(f"day >= DATE '{where.start.isoformat()}'")
    if where.end:
        parts.append(f"{'last_day' if periods else 'day'} <= DATE '{where.end.isoformat()}'")
    for column, values in (("market", where.markets), ("channel", where.channels), ("device", where.devices)):
        if values:
            listed = ", ".join(f"'{value}'" for value in values if value is not None)
            either = [f"{column} IN ({listed})"] if listed else []
            either += [f"{column} IS NULL"] if None in values else []
            parts.append(" OR ".join(either) if len(either) == 1 else f"({' OR '.join(either)})")
    return "\nWHERE " + "\n    AND ".join(parts) if parts else ""


def _groups(groups: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    pairs = sorted(set(groups.items() if isinstance(groups, Mapping) else ((m, g) for m, g in groups)))
    if not pairs:
        return "SELECT CAST(NULL AS VARCHAR) AS grouped_market, CAST(NULL AS VARCHAR) AS market_group"
    Where(markets=tuple(market for market, _group in pairs))
    lines = [f"SELECT '{market}' AS grouped_market, {_quoted(group)} AS market_group" for market, group in pairs]
    return "\nUNION ALL\n".join(lines)


def _quoted(text: str) -> str:
    if not isinstance(text, str) or not text.isprintable():
        raise Sentence(N_("A group's name must be plain text, not {value}."), value=f"{text!r:.40}")
    return "'" + text.replace("'", "''") + "'"


def _payback(by: Sequence[str], columns: Sequence[str], join: str, condition: str) -> str:
    names = ", ".join(f'"{name}"' for name in by)
    keys = [column.rpartition(" AS ")[0] for column in columns]
    part = f"PARTITION BY {', '.join(keys)} " if by else ""
    return _PAID_BACK.format(
        outer=f"{names},\n    " if by else "", by="".join(f"{column},\n        " for column in columns),
        part=part, whole=part.strip(), join=join.replace("\n", "\n    "), where=condition.replace("\n", "\n    "),
        group="".join(f"{key}, " for key in keys), outer_group=f"GROUP BY {names}" if by else "",
    ).rstrip()  # fmt: skip


def written(steps: Sequence[tuple[str, str]], body: str, dialect: str) -> str:
    """Return the steps as a WITH clause and the query below them."""
    inline = "AS NOT MATERIALIZED" if dialect == "duckdb" else "AS"
    parts = []
    for name, select in steps:
        indented = "\n".join(f"    {line}" if line else "" for line in select.splitlines())
        parts.append(f"{name} {inline if _cheap(name, select) else 'AS'} (\n{indented}\n)")
    return transpile(f"WITH {', '.join(parts)}\n{body}", dialect)


def _cheap(name: str, select: str) -> bool:
    """Say whether a step is only a reading of rows, which DuckDB had better not store in between."""
    costly = ("firsts", "first_touches", "acquired", "rates", "market_groups", "costs", "data_end")
    return name not in costly or select.startswith(KEPT)
