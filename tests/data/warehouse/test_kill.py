"""Killed in the middle of an import, at any moment, the workspace opens with all earlier imports and no half one."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from data.warehouse import Warehouse

KILLS = 20
ROWS = 4_000

IMPORTING = """
from pathlib import Path
from data.warehouse import Warehouse

warehouse = Warehouse(home)
there = {upload.name for upload in warehouse.uploads()}
for path in sorted(Path(exports).glob("*.csv")):
    if path.name not in there:
        told.send(("start", path.name))
        warehouse.add(path, progress=lambda share, doing: told.send(("at", share)))
        told.send(("kept", path.name))
"""


@pytest.fixture
def exports(tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    for number in range(KILLS + 1):
        rows = [
            f"{number}-{row},2026-01-{row % 28 + 1:02} 10:00:00,{row % 90}.50,EUR,paid,b{row}@example.com"
            for row in range(ROWS)
        ]
        header = "Order ID,Order date,Total,Currency,Status,Email"
        (folder / f"orders-{number:02}.csv").write_text("\n".join([header, *rows]))
    return folder


def test_twenty_kills_lose_no_import_and_leave_no_half_one(tmp_path, exports, monkeypatch):
    # A page that was tested before may have left its script as the main module, which the processes would run.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    home, moment = tmp_path / "home", random.Random(7)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["data.warehouse", "data.ingest.reading"])
    confirmed: set[str] = set()
    caught_inside = 0
    for kill in range(KILLS):
        ours, theirs = processes.Pipe(duplex=False)
        process = processes.Process(target=exec, args=(IMPORTING, {"home": home, "exports": exports, "told": theirs}))
        process.start()
        theirs.close()
        # Strike at another share of the work each time, and a little after it was told.
        said = [*heard(ours, until=kill / KILLS)]
        time.sleep(moment.random() * 0.03)
        process.kill()
        process.join()
        said += heard(ours, until=2)
        confirmed |= {name for word, name in said if word == "kept"}
        caught_inside += said[-1][0] == "at" and said[-1][1] < 1
        check(home, confirmed)
    assert caught_inside > KILLS / 2


def heard(pipe, until: float):
    """Yield what the importing process says until it has done a share of its first file, or has nothing to say."""
    try:
        while True:
            yield (said := pipe.recv())
            if said[0] == "kept" or (said[0] == "at" and said[1] >= until):
                return
    except EOFError:
        return


def check(home: Path, confirmed: set[str]) -> None:
    warehouse = Warehouse(home)
    assert warehouse.notice is None
    there = {upload.name: upload.rows for upload in warehouse.uploads()}
    assert confirmed <= set(there)
    assert set(there.values()) <= {ROWS}
    assert warehouse.present().get("orders", 0) == ROWS * len(there)
    assert not [*(home / "kpi.tmp").glob("*")]
    warehouse._file.close()
