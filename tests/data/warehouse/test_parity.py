"""Every KPI on a real PostgreSQL and a real local Spark, against DuckDB, over 100,000 rows."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pandas as pd
import pytest

from data.warehouse import Warehouse, asking
from data.warehouse.coverage import coverage, matched
from data.warehouse.engines import EngineError, PostgresEngine, SparkEngine, engine
from data.warehouse.schema_sql import rows_sql, tables_sql
from data.warehouse.shared import SharedWarehouse
from frameworks.kpi import KPIS, compile_cohorts, compile_kpi
from frameworks.kpi.tables import TABLES

pytestmark = [
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas"),
    pytest.mark.parity,
    pytest.mark.xdist_group("parity"),
]
REL = 1e-9
COSTS = {
    "goods_share": 0.4, "payment_share": 0.02, "fulfilment_per_order": 5.0, "ticket_cost": 7.0, "promised_days": 5.0,
    "key_events_are_carts": 1.0,
}  # fmt: skip
GROUPS = {"DEU": "it's \\ near; --", "FRA": "it's \\ near; --", "USA": 'far "away"'}
SETUP = {"currency": "USD", "zone": "Europe/Berlin"}
PERIOD = {"period": ("2024-03-10", "2025-03-20")}


@pytest.fixture(scope="module")
def duck():
    spec = importlib.util.spec_from_file_location("generated", Path(__file__).with_name("generated.py"))
    generated = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generated)
    con = generated.database()
    assert sum(con.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES) == 100_000
    yield con
    con.close()


@pytest.fixture(scope="module")
def postgres(duck):
    """A PostgreSQL of its own in a temporary folder, reached by a socket, filled from DuckDB."""
    programs = _postgres_programs()
    if programs is None or importlib.util.find_spec("psycopg") is None:
        pytest.skip("NOT CHECKED against PostgreSQL, which is not installed here: run `make parity`")
    folder = Path(tempfile.mkdtemp(prefix="landfall-pg-", dir="/tmp"))
    owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    if owner:
        shutil.chown(folder, "postgres", "postgres")

    def run(program, *arguments):
        subprocess.run([programs / program, *arguments], check=True, capture_output=True, cwd=folder, **owner)

    run("initdb", "-D", folder / "db", "-A", "trust", "-U", "landfall", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    settings = f"-F -k {folder} -c listen_addresses= -c full_page_writes=off -c autovacuum=off -c TimeZone=Asia/Tokyo"
    run("pg_ctl", "-D", folder / "db", "-o", settings, "-l", folder / "log", "-w", "start")
    url = f"postgresql://landfall@/postgres?host={folder}"
    try:
        _fill_postgres(duck, url, folder)
        asked = engine(url, COSTS)
        assert isinstance(asked, PostgresEngine)
        yield asked
        asked.close()
    finally:
        run("pg_ctl", "-D", folder / "db", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _postgres_programs():
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(p) for p in [shutil.which("initdb")] if p]
    return found[-1].parent if found else None


def _fill_postgres(duck, url, folder):
    import psycopg

    types = {"DOUBLE": "double precision", "DECIMAL(18,4)": "numeric(18,4)", "VARCHAR": "text"}
    with psycopg.connect(url, autocommit=True) as connection, connection.cursor() as cursor:
        for name in (*TABLES, "exchange_rates"):
            columns = [(row[0], row[1]) for row in duck.execute(f"DESCRIBE {name}").fetchall()]
            listed = ", ".join(f'"{column}" {types.get(kind, kind)}' for column, kind in columns)
            cursor.execute(f"CREATE TABLE {name} ({listed})")
            file = folder / f"{name}.csv"
            duck.execute(f"COPY {name} TO '{file}' (FORMAT csv, HEADER false)")
            with cursor.copy(f"COPY {name} FROM STDIN (FORMAT csv)") as copy:
                copy.write(file.read_bytes())
            cursor.execute(f"ANALYZE {name}")


@pytest.fixture(scope="module")
def spark(duck, tmp_path_factory):
    """A local Spark that reads DuckDB's tables from Parquet."""
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("NOT CHECKED against Spark, which needs pyspark and Java 17: run `make parity`")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    folder = tmp_path_factory.mktemp("spark")
    quick = {
        "spark.sql.shuffle.partitions": "1", "spark.default.parallelism": "1", "spark.driver.memory": "1g",
        "spark.sql.adaptive.enabled": "false", "spark.sql.codegen.wholeStage": "false",
        "spark.sql.warehouse.dir": str(folder / "warehouse"), "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR",
    }  # fmt: skip
    asked = SparkEngine("spark:local[2]", costs=COSTS, config=quick)
    for name in (*TABLES, "exchange_rates"):
        file = folder / f"{name}.parquet"
        duck.execute(f"COPY {name} TO '{file}' (FORMAT parquet)")
        asked._session.sql(f"CREATE TABLE default.{name} USING parquet LOCATION '{file}'")
        asked._session.sql(f"CACHE LAZY TABLE default.{name}")
    yield asked
    asked.close()


@pytest.fixture(params=["postgres", "spark"])
def other(request):
    return request.getfixturevalue(request.param)


def ask_duck(duck, kpi, by=(), where=None, **more):
    sql, _none = compile_kpi(
        kpi, by, where, costs=COSTS, currencies={"EUR", "USD", "JPY", "ARS", None}, **{**SETUP, **more}
    )
    return duck.execute(sql).df()


def agree(found, wanted, keys):
    """Hold two frames against each other, whatever the order of their rows."""
    assert list(found.columns) == list(wanted.columns) and len(found) == len(wanted)
    found, wanted = (_sorted(frame, keys) for frame in (found, wanted))
    for name in wanted.columns:
        if name in keys:
            assert found[name].astype(str).tolist() == wanted[name].astype(str).tolist()
        else:
            ours, theirs = (frame[name].astype(float).tolist() for frame in (wanted, found))
            assert theirs == pytest.approx(ours, rel=REL, abs=1e-12, nan_ok=True), name


def _sorted(frame, keys):
    frame = frame.copy()
    for name in keys:
        if pd.api.types.is_datetime64_any_dtype(frame[name]):
            frame[name] = frame[name].dt.strftime("%Y-%m-%d")
        frame[name] = frame[name].astype(object).where(frame[name].notna(), "~")
    return frame.sort_values(list(keys)).reset_index(drop=True) if keys else frame


@pytest.mark.parametrize("name", KPIS)
def test_every_kpi_by_market_and_month(duck, other, name):
    by = ("market", "month")
    wanted = ask_duck(duck, name, by, PERIOD)
    assert wanted["value"].notna().any()
    agree(other.compute(name, by, PERIOD, **SETUP), wanted, by)


@pytest.mark.parametrize(
    "name, by",
    [
        ("payback_months", ()), ("payback_months", ("quarter", "channel")), ("customer_acquisition_cost", ("year", "group")),
        ("revenue", ("day", "device")), ("sessions", ("week",)), ("returning_customer_share", ("group",)), ("csat", ()),
    ],
)  # fmt: skip
def test_other_splits(duck, other, name, by):
    more = {"groups": GROUPS, "currency": "EUR", "zone": "America/New_York"}
    where = {"market": ["DEU", "USA", None], "channel": ["paid_search", "paid_social", "web", None]}
    agree(other.compute(name, by, where, **more), ask_duck(duck, name, by, where, **more), by)


def test_the_sums_behind_intervals(duck, other):
    agree(
        other.compute("nps", ("market",), moments=True), ask_duck(duck, "nps", ("market",), moments=True), ("market",)
    )


def test_cohorts(duck, other):
    sql, _none = compile_cohorts("market", PERIOD, "USD", "Europe/Berlin", costs=COSTS)
    agree(other.cohorts("market", PERIOD, **SETUP), duck.execute(sql).df(), ("cohort", "months", "market"))


def test_rows(other):
    found = other.rows("orders", {"market": "JPN"}, limit=7)
    assert len(found) == 7 and found["market"].tolist() == ["JPN"] * 7 and found["day"].is_monotonic_decreasing
    assert other.currencies == {"EUR", "USD", "JPY", "ARS", None}


def test_a_question_it_cannot_answer_is_a_sentence(other):
    with pytest.raises(EngineError, match="could not answer"):
        other.query("SELECT nothing FROM nowhere")


def test_a_team_database_is_only_read(postgres):
    with pytest.raises(EngineError, match="read-only"):
        postgres.query("DELETE FROM orders")
    assert postgres.compute("orders")["value"][0] > 0


class Local:
    """What ``coverage`` asks of a local warehouse, over DuckDB as it stands."""

    def __init__(self, con):
        self.con = con

    def present(self):
        return asking.present(self.con)

    def query(self, sql):
        return asking.query(self.con, sql)


def test_a_shared_warehouse_answers_what_the_local_one_does(duck, other, tmp_path):
    shared = SharedWarehouse("postgresql://nobody@nowhere/", folder=tmp_path, connect=lambda _url, schema: other)
    shared.set_costs(COSTS, SETUP["currency"])
    local = Local(duck)
    rate = asking.worth(asking.query(duck, asking.worth_sql("USD", "JPY")), "USD", "JPY")
    assert shared.worth("USD", "JPY") == (pytest.approx(rate.factor), rate.day)
    assert shared.present() == local.present() and len(shared.present()) == len(TABLES)
    assert shared.span() == asking.span(duck)
    assert shared.currencies() == asking.currencies(duck)
    assert coverage(shared) == coverage(local)
    assert matched(shared) == matched(local) and matched(shared).customers > 0
    agree(shared.matches(), asking.matches(duck), ("source",))
    where = {**PERIOD, "market": ["DEU", None]}
    told = shared.unconverted(where, "USD")
    agree(told, asking.unconverted(duck, where, "USD"), ("table", "currency"))
    assert len(told)
    groups = pd.DataFrame(list(GROUPS.items()), columns=["market", "group"])
    agree(
        shared.compute("contribution_margin", ("group",), PERIOD, groups=groups, **SETUP),
        ask_duck(duck, "contribution_margin", ("group",), PERIOD, groups=GROUPS), ("group",),
    )  # fmt: skip
    sql, _none = compile_cohorts("market", PERIOD, "USD", "Europe/Berlin", costs=COSTS)
    agree(shared.query(sql), duck.execute(sql).df(), ("cohort", "months", "market"))
    assert len(shared.rows("orders", limit=7)) == 7


@pytest.fixture
def small(tmp_path):
    """A local workspace with a few rows, hostile words among them."""
    warehouse = Warehouse(tmp_path / "home")
    frame = pd.DataFrame(
        {
            "order_id": list("abc"), "ordered_at": pd.to_datetime(["2026-01-01 23:30", "2026-02-01 00:00", None]),
            "market": ["DEU", None, "FRA"], "market_said": ["it's, \"D\"\nE", "", "\\N"], "currency": ["EUR", "USD", "EUR"],
            "gross": [10.5, 20, None], "status": "paid",
        }
    )  # fmt: skip
    warehouse.append_frames({"orders": frame}, platform="shop")
    return warehouse


def hold_against(shared, local, count):
    assert shared.present() == local.present() == {"orders": 3}
    agree(shared.compute("revenue", ("market",)), local.compute("revenue", ("market",)), ("market",))
    asked = "SELECT order_id, market_said, ordered_at FROM orders ORDER BY order_id"
    assert shared.query(asked).astype(str).values.tolist() == local.query(asked).astype(str).values.tolist()
    assert count == shared.query("SELECT COUNT(*) AS n FROM exchange_rates")["n"][0] > 0


def test_the_printed_statements_take_the_local_rows_to_postgresql(postgres, small, tmp_path):
    folder = postgres._connection.info.get_parameters()["host"]
    made = f"CREATE SCHEMA made; {tables_sql('postgres', 'made')}{rows_sql('postgres', 'made', tmp_path / 'home', tmp_path)}"
    psql = [_postgres_programs() / "psql", "-h", folder, "-U", "landfall", "-v", "ON_ERROR_STOP=1", "-q", "postgres"]
    subprocess.run(psql, input=made, text=True, check=True, capture_output=True)
    shared = SharedWarehouse(f"postgresql://landfall@/postgres?host={folder}", "made", folder=tmp_path / "home")
    hold_against(shared, small, small.query("SELECT COUNT(*) AS n FROM exchange_rates")["n"][0])
    with pytest.raises(EngineError, match=r"schema nowhere lacks tables .*: orders, order_lines"):
        SharedWarehouse(f"postgresql://landfall@/postgres?host={folder}&schema=nowhere", folder=tmp_path).span()


def test_the_printed_statements_take_the_local_rows_to_spark(spark, small, tmp_path, monkeypatch):
    spark._session.sql("CREATE SCHEMA made")
    told = tables_sql("spark", "made") + rows_sql("spark", "made", tmp_path / "home", tmp_path / "rows")
    for statement in told.split(";\n"):
        if statement.strip():
            spark._session.sql(statement)
    monkeypatch.setattr(spark, "schema", "made")
    shared = SharedWarehouse("spark:local[2]", "made", folder=tmp_path / "home", connect=lambda _url, schema: spark)
    hold_against(shared, small, small.query("SELECT COUNT(*) AS n FROM exchange_rates")["n"][0])
