"""The server is killed while it reads an upload: the workspace opens with what was there, and nothing half done."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parents[2]

KILLS = int(os.environ.get("SERVER_KILLS", "2"))
ROWS = 250_000
EARLIER = 100

STATE = """
import json, sys
from pathlib import Path
from data.warehouse import Warehouse

warehouse = Warehouse(Path(sys.argv[1]))
for path in sys.argv[2:]:
    warehouse.add(Path(path))
print(json.dumps([str(warehouse.notice or ""), [upload.rows for upload in warehouse.uploads()], warehouse.present()]))
"""


def write(path: Path, rows: int, name: str) -> Path:
    duckdb.connect().execute(
        f"""COPY (SELECT '{name}-' || i AS "Order ID", TIMESTAMP '2026-01-01' + INTERVAL (i % 40000) MINUTE AS "Order date",
        (i % 90) + 0.5 AS "Total", 'EUR' AS "Currency", 'paid' AS "Status", 'b' || i % 5000 || '@example.org' AS "Email"
        FROM range({rows}) AS t(i)) TO '{path}' (HEADER)"""
    )
    return path


def state(home: Path, *files: Path) -> tuple[str, list[int], dict[str, int]]:
    """Open the workspace in a process of its own, as the next start does; take in ``files`` first."""
    told = subprocess.run(
        [sys.executable, "-c", STATE, str(home), *map(str, files)], cwd=ROOT, check=True, timeout=120, capture_output=True
    )
    return tuple(json.loads(told.stdout))


def test_killing_the_server_in_mid_import_leaves_nothing_half_done(start_server, chromium, tmp_path):
    home, moment = tmp_path / "home", random.Random(11)
    home.mkdir()
    state(home, write(tmp_path / "earlier.csv", EARLIER, "earlier"))
    upload = write(tmp_path / "large.csv", ROWS, "large")
    struck_inside = 0
    for _kill in range(KILLS):
        with start_server(home) as server:
            context = chromium.new_context()
            page = context.new_page()
            page.goto(f"{server.url}/import")
            page.locator("input[type=file]").first.wait_for(state="attached", timeout=60_000)
            page.locator("input[type=file]").first.set_input_files(str(upload))
            page.locator("[class*=st-key-lf-running-]").wait_for(timeout=60_000)
            page.wait_for_timeout(moment.random() * 900)  # another moment of the reading each time
            struck_inside += page.locator("[class*=st-key-lf-running-]").count()
            os.killpg(server.process.pid, signal.SIGKILL)
            server.process.wait()
            context.close()
        notice, uploads, present = state(home)
        assert notice == ""
        assert sorted(uploads) in ([EARLIER], [EARLIER, ROWS])
        assert present["orders"] == sum(uploads)
        if len(uploads) == 2:  # it was through already: begin again from the earlier one
            for path in home.glob("kpi*"):
                path.unlink() if path.is_file() else None
            state(home, tmp_path / "earlier.csv")
    assert struck_inside > KILLS / 2
