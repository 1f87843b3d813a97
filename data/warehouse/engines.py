"""The same KPIs on a team's own PostgreSQL or Spark: compiled here, translated, run there, the frame brought back.

The tables there carry the canonical names and columns (``frameworks.kpi.tables``), instants in UTC without a zone,
and ``exchange_rates`` (currency, day, to_eur) where amounts are in more than one currency. Drivers are imported
only when they are needed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pandas as pd

from frameworks.kpi import compile_cohorts, compile_kpi, compile_rows
from frameworks.kpi.compile import SCHEMAS, transpile
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_, Sentence

TIMEOUT_SECONDS = 120


_SESSION = (
    "-c default_transaction_read_only=on -c TimeZone=UTC "
    # The planner takes a step of a query for small, for want of statistics, and would loop over it row by row.
    f"-c enable_nestloop=off -c jit=off -c statement_timeout={TIMEOUT_SECONDS}s"
)


class EngineError(Sentence):
    """The other engine cannot be asked; the message says what to do and never quotes the connection."""


class Engine(ABC):
    """A database that holds the canonical tables. Ask it like a Warehouse; it is only read."""

    dialect: str

    def __init__(self, schema: str | None = None, costs: Mapping[str, float | None] | None = None) -> None:
        self.schema = schema or SCHEMAS[self.dialect]
        self.costs = dict(costs or {})

    @abstractmethod
    def query(self, sql: str) -> pd.DataFrame:
        """Return the rows of one SELECT written in the engine's own dialect; raises EngineError."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the connection."""

    @cached_property
    def currencies(self) -> frozenset[str | None]:
        """The currencies that occur in the tables; None for amounts without one."""
        amounts = {
            table.name: [column.name for column in table.columns if column.unit == "currency"]
            for table in TABLES.values()
            if table.day
        }
        parts = [
            f"SELECT DISTINCT currency FROM {self.schema}.{name} WHERE {' OR '.join(f'{c} IS NOT NULL' for c in columns)}"
            for name, columns in amounts.items()
            if columns
        ]
        found = self.query(transpile(" UNION ".join(parts), self.dialect))["currency"]
        return frozenset(None if pd.isna(code) else code for code in found)

    def sql(
        self, kpi: str, by: Sequence[str] = (), where: Any = None, *, currency: str = "EUR", zone: str = "UTC",
        groups: Mapping[str, str] | Iterable[tuple[str, str]] | None = None, moments: bool = False,
    ) -> str:  # fmt: skip
        """Return the query that ``compute`` runs, in the engine's dialect."""
        return compile_kpi(
            kpi, by, where, currency, zone, self.dialect, currencies=self.currencies, costs=self.costs, groups=groups,
            schema=self.schema, moments=moments,
        )[0]  # fmt: skip

    def compute(self, kpi: str, by: Sequence[str] = (), where: Any = None, **more: Any) -> pd.DataFrame:
        """Return a KPI by dimensions; arguments and columns as of ``frameworks.kpi.compile_kpi``."""
        return self.query(self.sql(kpi, by, where, **more))

    def rows(
        self, kpi: str, where: Any = None, *, currency: str = "EUR", zone: str = "UTC", limit: int = 1000
    ) -> pd.DataFrame:
        """Return the facts behind a KPI; see ``frameworks.kpi.compile_rows``."""
        sql, _none = compile_rows(
            kpi, where, currency, zone, self.dialect, limit=limit, currencies=self.currencies, costs=self.costs,
            schema=self.schema,
        )  # fmt: skip
        return self.query(sql)

    def cohorts(
        self, by: Sequence[str] = (), where: Any = None, *, currency: str = "EUR", zone: str = "UTC",
        groups: Mapping[str, str] | Iterable[tuple[str, str]] | None = None,
    ) -> pd.DataFrame:  # fmt: skip
        """Return the cohort matrix in long form; see ``frameworks.kpi.compile_cohorts``."""
        sql, _none = compile_cohorts(
            by, where, currency, zone, self.dialect, currencies=self.currencies, costs=self.costs, groups=groups,
            schema=self.schema,
        )  # fmt: skip
        return self.query(sql)


class PostgresEngine(Engine):
    """PostgreSQL 12 or newer, through psycopg."""

    dialect = "postgres"

    def __init__(self, url: str, schema: str | None = None, costs: Mapping[str, float | None] | None = None) -> None:
        super().__init__(schema, costs)
        try:
            import psycopg
        except ImportError:
            raise EngineError(N_("PostgreSQL needs the package psycopg: pip install 'psycopg[binary]'.")) from None
        try:
            self._connection = psycopg.connect(
                url, autocommit=True, connect_timeout=10, application_name="landfall",
                options=_SESSION,
            )  # fmt: skip
        except (psycopg.Error, ValueError, UnicodeError):
            raise EngineError(
                N_("PostgreSQL cannot be reached; check the address, user and password in the secrets.")
            ) from None

    def query(self, sql: str) -> pd.DataFrame:
        """Return the rows of one SELECT."""
        import psycopg

        try:
            with self._connection.cursor() as cursor:
                cursor.execute(sql)
                return _frame([column.name for column in cursor.description or ()], cursor.fetchall())
        except psycopg.Error as error:
            told = error.diag.message_primary or type(error).__name__
            raise EngineError(N_("PostgreSQL could not answer: {told}."), told=told) from error

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class SparkEngine(Engine):
    """Spark 3.4 or newer: a local one (``spark:local[2]``), a cluster (``spark://``) or Spark Connect (``sc://``)."""

    dialect = "spark"

    def __init__(
        self,
        url: str,
        schema: str | None = None,
        costs: Mapping[str, float | None] | None = None,
        config: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(schema, costs)
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise EngineError(N_("Spark needs the package pyspark: pip install pyspark.")) from None
        builder = SparkSession.builder.appName("landfall").config("spark.sql.session.timeZone", "UTC")
        for name, value in {"spark.ui.enabled": "false", **(config or {})}.items():
            builder = builder.config(name, value)
        builder = builder.remote(url) if url.startswith("sc://") else builder.master(_master(url))
        try:
            self._session = builder.getOrCreate()
        except Exception as error:  # the gateway to Java raises whatever it meets
            raise EngineError(
                N_(
                    "Spark cannot be reached ({told}); check the address in the secrets, and that Java 17 is installed."
                ),
                told=type(error).__name__,
            ) from error

    def query(self, sql: str) -> pd.DataFrame:
        """Return the rows of one SELECT."""
        try:
            found = self._session.sql(sql)
            return _frame(found.columns, [tuple(row) for row in found.collect()])
        except Exception as error:  # as above
            told = str(error).strip().partition("\n")[0][:300]
            raise EngineError(N_("Spark could not answer: {told}."), told=told) from error

    def close(self) -> None:
        """Stop the session."""
        self._session.stop()


def engine(url: str, costs: Mapping[str, float | None] | None = None, schema: str | None = None) -> Engine:
    """Return the engine behind an address, connected.

    url:    ``postgresql://user:password@host/database``, ``spark:local[2]``, ``spark://host:7077`` or
            ``sc://host:15002``; ``?schema=name`` where the tables do not lie in the engine's usual place.
    costs:  see ``frameworks.kpi.settings``.
    schema: where the tables lie, if the address does not say it.

    Raises EngineError where the driver is missing or nobody answers, with a sentence to show.
    """
    if schema is not None and not _is_plain(schema):
        raise EngineError(N_("The schema named in the settings is not a plain name."))
    scheme = url.partition(":")[0].lower()
    if scheme in ("postgres", "postgresql"):
        plain, named = _without_schema(url)
        return PostgresEngine(plain, named or schema, costs)
    if scheme in ("spark", "sc"):
        plain, named = _without_schema(url)
        return SparkEngine(plain, named or schema, costs)
    raise EngineError(N_("The address of a warehouse starts with postgresql://, spark: or sc://."))


def _master(url: str) -> str:
    """Return Spark's own word for ``spark:local[2]``; a cluster's address stays as it is."""
    return url if url.startswith("spark://") else url.removeprefix("spark:")


def _without_schema(url: str) -> tuple[str, str | None]:
    """Return the address as the driver takes it, and the schema named in it."""
    if "?" not in url:
        return url, None
    parts = urlsplit(url)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    rest = urlencode([(key, value) for key, value in asked if key != "schema"])
    schema = next((value for key, value in asked if key == "schema"), None)
    if schema is not None and not _is_plain(schema):
        raise EngineError(N_("The schema named in the address is not a plain name."))
    return urlunsplit(parts._replace(query=rest)), schema


def _is_plain(schema: str) -> bool:
    return schema.isascii() and all(part.isidentifier() for part in schema.split("."))


def _frame(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """Return a frame whose numbers are floats and whose days are timestamps, as DuckDB's own frames have them."""
    frame = pd.DataFrame.from_records(list(rows), columns=list(names))
    for name in frame.columns:
        known = frame[name].dropna()
        if frame[name].dtype == object and len(known):
            if all(isinstance(value, Decimal | int | float) for value in known):
                frame[name] = frame[name].astype(float)
            elif name in _DAYS:
                frame[name] = pd.to_datetime(frame[name])
        elif name in ("value", "numerator", "denominator", "revenue", "margin"):
            frame[name] = frame[name].astype(float)
    return frame


_DAYS = ("day", "week", "month", "quarter", "year", "cohort")
