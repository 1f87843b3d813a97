"""The statements that make the tables elsewhere, and the local rows on their way there."""

from __future__ import annotations

import duckdb
import pandas as pd
import pytest

from data.warehouse import Warehouse
from data.warehouse.schema_sql import main, rows_sql, tables_sql
from frameworks.kpi.tables import TABLES


def test_every_table_with_every_column_in_each_dialect():
    postgres, spark = tables_sql("postgres"), tables_sql("spark", "team")
    assert postgres.count("CREATE TABLE IF NOT EXISTS public.") == len(TABLES) + 1
    assert spark.count("CREATE TABLE IF NOT EXISTS team.") == spark.count("USING parquet;") == len(TABLES) + 1
    assert (
        '"at" TIMESTAMP' in postgres
        and '"to_eur" DOUBLE PRECISION' in postgres
        and '"gross" DECIMAL(18, 4)' in postgres
    )
    assert "`at` TIMESTAMP_NTZ" in spark and "`converted` BOOLEAN" in spark


def test_they_run_and_make_what_the_warehouse_has(tmp_path):
    con = duckdb.connect()
    con.execute(tables_sql("duckdb"))
    made = {name: tuple(row[0] for row in con.execute(f"DESCRIBE {name}").fetchall()) for name in TABLES}
    assert made == {name: table.names for name, table in TABLES.items()}


@pytest.mark.parametrize("dialect, kind", [("postgres", "csv"), ("spark", "parquet")])
def test_the_local_rows_are_written_with_what_takes_them_in(tmp_path, dialect, kind):
    frame = pd.DataFrame({"order_id": ["1", "2"], "gross": [1.5, None], "status": ["paid", ""], "customer_key": "k"})
    Warehouse(tmp_path).append_frames({"orders": frame}, platform="shop")
    told = rows_sql(dialect, "team", tmp_path, tmp_path / "it's")
    files = sorted(path.name for path in (tmp_path / "it's").iterdir())
    assert files == sorted(f"{name}.{kind}" for name in (*TABLES, "exchange_rates"))
    assert told.count("\n") == len(files) and "team.orders" in told and "it''s" in told.replace("it's", "it''s")
    found = duckdb.connect().sql(f"SELECT order_id, gross, customer_key FROM '{tmp_path}/it''s/orders.{kind}'").fetchall()
    assert [(str(key), gross and float(gross), who) for key, gross, who in found] == [("1", 1.5, "k"), ("2", None, "k")]


def test_the_command_prints_and_refuses(tmp_path, capsys):
    assert main(["postgres", "--schema", "team", "--rows", str(tmp_path / "rows")]) == 0
    told = capsys.readouterr().out
    assert "CREATE TABLE IF NOT EXISTS team.orders" in told and "\\copy team.orders (" in told
    (tmp_path / "file").write_text("")
    assert main(["spark", "--rows", str(tmp_path / "file")]) == 1
    assert capsys.readouterr().err
    for wrong in (["mysql"], ["postgres", "--schema", "a; DROP"]):
        with pytest.raises(SystemExit):
            main(wrong)
