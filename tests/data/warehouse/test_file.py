"""The file is opened once a process, set aside when damaged, refused when newer, and one process's at a time."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from data.warehouse import NewerWarehouse, Warehouse, WarehouseBusy, WarehouseError
from data.warehouse.file import open_file

ROOT = Path(__file__).parents[3]
ORDER = pd.DataFrame({"order_id": ["1"], "gross": [10]})


def in_another_process(folder: Path, code: str = "Warehouse()") -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", f"from data.warehouse import Warehouse\n{code}"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANDFALL_HOME": str(folder)},
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def close(warehouse: Warehouse) -> None:
    """Give the file back, as the end of the process would."""
    warehouse._file.close()
    del warehouse._file
    gc.collect()


def test_a_second_process_is_told_in_one_sentence(tmp_path):
    warehouse = Warehouse(tmp_path)
    (tmp_path / "kpi.duckdb").read_bytes()  # which costs DuckDB its own lock
    done = in_another_process(tmp_path)
    assert done.returncode == 1
    assert "WarehouseBusy: Another Landfall is open on this workspace" in done.stderr
    warehouse.append_frames({"orders": ORDER})
    close(warehouse)
    done = in_another_process(tmp_path, "print(Warehouse().present())")
    assert done.stdout == "{'orders': 1}\n", done.stderr


def test_busy_is_an_error_of_the_workspace():
    assert "LANDFALL_HOME" in str(WarehouseBusy())


def test_everybody_in_one_process_shares_the_file(tmp_path):
    one, two = Warehouse(tmp_path), Warehouse(tmp_path)
    version = two.version
    one.append_frames({"orders": ORDER})
    assert two.present() == {"orders": 1}
    assert two.version == one.version != version


@pytest.mark.parametrize("content", [b"", b"no database" * 1000, None])
def test_a_damaged_file_is_kept_under_another_name(tmp_path, content):
    warehouse = Warehouse(tmp_path)
    warehouse.append_frames({"orders": ORDER})
    warehouse.erase(warehouse.append_frames({"orders": ORDER}).import_id)  # so that all lies in the file
    close(warehouse)
    path = tmp_path / "kpi.duckdb"
    if content is None:
        whole = path.read_bytes()
        content = whole[:4096] + bytes(len(whole) - 4096)
    path.write_bytes(content)
    again = Warehouse(tmp_path)
    assert again.present() == {}
    (kept,) = tmp_path.glob("kpi.corrupt-*.duckdb")
    assert kept.read_bytes() == content
    assert str(kept) in str(again.notice)
    again.append_frames({"orders": ORDER})


def test_a_strangers_database_is_left_alone(tmp_path):
    with duckdb.connect(str(tmp_path / "kpi.duckdb")) as connection:
        connection.execute("CREATE TABLE theirs AS SELECT 42 AS answer")
    assert Warehouse(tmp_path).notice is not None
    (kept,) = tmp_path.glob("kpi.corrupt-*.duckdb")
    with duckdb.connect(str(kept)) as connection:
        assert connection.execute("SELECT answer FROM theirs").fetchall() == [(42,)]


def test_a_newer_file_is_refused_and_left_alone(tmp_path):
    warehouse = Warehouse(tmp_path)
    with warehouse._file.writing() as cursor:
        cursor.execute("UPDATE about SET value = '99' WHERE key = 'schema'")
    close(warehouse)
    for _ in range(2):
        with pytest.raises(NewerWarehouse, match=r"newer Landfall.*99.*LANDFALL_HOME"):
            Warehouse(tmp_path)
    assert [path.name for path in tmp_path.glob("*.duckdb")] == ["kpi.duckdb"]


def test_where_nothing_can_be_written_it_lives_in_memory():
    warehouse = Warehouse("/proc/landfall")
    assert warehouse.path is None
    assert "cannot write to /proc/landfall" in str(warehouse.notice)
    warehouse.append_frames({"orders": ORDER})
    assert warehouse.present() == {"orders": 1}
    warehouse.erase(1)
    warehouse.erase_everything()
    assert warehouse.present() == {}


def test_left_overs_of_a_killed_process_are_removed(tmp_path):
    (tmp_path / "kpi.tmp").mkdir()
    for name in ("kpi.tmp/duckdb_temp_block-1.block", "kpi.duckdb.new", "kpi.duckdb.new.wal"):
        (tmp_path / name).write_bytes(b"left over")
    Warehouse(tmp_path)
    assert not any(b"left over" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not (tmp_path / "kpi.duckdb.new").exists()


def test_what_fails_in_a_transaction_leaves_nothing(tmp_path):
    file = open_file(tmp_path)
    version = file.version
    with pytest.raises(RuntimeError), file.writing() as cursor:
        cursor.execute("INSERT INTO orders (order_id) VALUES ('1')")
        raise RuntimeError
    with file.reading() as cursor:
        assert cursor.execute("SELECT count(*) FROM orders").fetchall() == [(0,)]
    assert file.version == version


def test_readers_and_writers_in_threads_and_a_rewriting_between(tmp_path):
    warehouse, errors = Warehouse(tmp_path), []

    def write(who: int) -> None:
        for number in range(4):
            warehouse.append_frames({"orders": pd.DataFrame({"order_id": [f"{who}-{number}"], "gross": [1]})})

    def read() -> None:
        for _ in range(20):
            found = warehouse.query("SELECT count(*) AS n, coalesce(sum(gross), 0) AS total FROM orders")
            if found["n"][0] != found["total"][0]:
                errors.append(found)

    def rewrite() -> None:
        for _ in range(3):
            warehouse._file.rewrite()

    def guarded(work, *arguments) -> None:
        try:
            work(*arguments)
        except Exception as error:
            errors.append(error)

    jobs = [(write, 1), (write, 2), (read,), (read,), (rewrite,)]
    threads = [threading.Thread(target=guarded, args=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert warehouse.present() == {"orders": 8}


def test_after_a_fatal_error_the_file_is_opened_anew(tmp_path):
    warehouse = Warehouse(tmp_path)
    warehouse.append_frames({"orders": ORDER})
    before = warehouse._file._connection
    with pytest.raises(WarehouseError), warehouse._file.reading():
        raise duckdb.FatalException("FATAL Error: database has been invalidated")
    assert warehouse._file._connection is not before
    assert warehouse.present() == {"orders": 1}


def test_a_part_that_proves_unreadable_sets_the_file_aside_at_the_next_opening(tmp_path):
    warehouse = Warehouse(tmp_path)
    with pytest.raises(WarehouseError, match="restart Landfall"), warehouse._file.reading():
        raise duckdb.Error("Corrupt database file: computed checksum 1 does not match stored checksum 2")
    close(warehouse)
    assert Warehouse(tmp_path).notice is not None
    assert len([*tmp_path.glob("kpi.corrupt-*.duckdb")]) == 1
    assert Warehouse(tmp_path).notice is None or not (tmp_path / "kpi.damaged").exists()
