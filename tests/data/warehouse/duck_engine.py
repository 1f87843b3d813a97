"""An engine over DuckDB, in the place of a team's own database, that counts and can fall silent."""

from __future__ import annotations

import duckdb
import pandas as pd

from data.warehouse.engines import Engine, EngineError
from data.warehouse.schema_sql import tables_sql


class DuckEngine(Engine):
    """Answers from an in-memory DuckDB; ``asked`` keeps the questions, ``silent`` makes it fail as if it were gone."""

    dialect = "duckdb"

    def __init__(self, schema: str | None = None) -> None:
        super().__init__(schema)
        self.con = duckdb.connect()
        if self.schema != "main":
            self.con.execute(f"CREATE SCHEMA {self.schema}")
        self.con.execute(tables_sql("duckdb", self.schema))
        self.asked: list[str] = []
        self.silent = False
        self.closed = 0

    def query(self, sql: str) -> pd.DataFrame:
        self.asked.append(sql)
        if self.silent:
            raise EngineError("{told}", told="gone; me:topsecret@host")
        try:
            return self.con.cursor().execute(sql).df()
        except duckdb.Error as error:
            raise EngineError("could not answer: {told}", told=str(error)) from error

    def close(self) -> None:
        self.closed += 1

    def fill(self, table: str, frame: pd.DataFrame) -> None:
        """Append rows; missing columns are null."""
        self.con.register("given", frame)
        self.con.execute(f"INSERT INTO {self.schema}.{table} BY NAME SELECT * FROM given")
        self.con.unregister("given")
