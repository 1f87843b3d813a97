"""How long a team's numbers take: import an orders export, then five KPIs by market and month, and cohorts.

Three ways to the same figures, each in a process of its own, taking turns:

- ours: ``Warehouse.add`` (recognition, decision of every column, privacy, reconciliation, one transaction) and
  ``compute``;
- bare DuckDB: the SQL an analyst would type for the same tables, buyers hashed and repeated orders dropped
  alike, every column's name and type known to her beforehand;
- pandas: what a user would write, buyers hashed and repeated orders dropped alike, kept as Parquet.

The figures of the three must agree, or nothing is reported.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parents[1]
MOST_SLOWER_THAN_SQL = 1.3
LEAST_FASTER_THAN_PANDAS = 2.0
MEMORY_LIMIT = "1GB"
WAYS = ("ours", "sql", "pandas")


@dataclass(frozen=True)
class Run:
    """One run of one way: seconds for the import, for the KPIs and cohorts, and the process's peak memory in MB."""

    load: float
    ask: float
    peak: float

    @property
    def whole(self) -> float:
        """Seconds for everything."""
        return self.load + self.ask


@dataclass(frozen=True)
class Outcome:
    """Medians of each way, and the medians of the ratios within each round."""

    runs: dict[str, Run]
    slower_than_sql: float
    faster_than_pandas: float | None


def measure(rows: int, rounds: int = 3, ways: tuple[str, ...] = WAYS) -> Outcome:
    """Return the outcome for an export of ``rows`` orders; raises RuntimeError when the ways disagree."""
    with tempfile.TemporaryDirectory(prefix="landfall-bench-") as folder:
        export = Path(folder) / "orders.csv"
        write_orders(export, rows)
        taken: dict[str, list[Run]] = {way: [] for way in ways}
        for _round in range(rounds):
            figures = {way: _run(way, export, Path(folder) / "work") for way in ways}
            _check({way: figure for way, (figure, _) in figures.items()})
            for way, (_, run) in figures.items():
                taken[way].append(run)
    ratios = [ours.whole / sql.whole for ours, sql in zip(taken["ours"], taken["sql"], strict=True)]
    against = [pandas.whole / ours.whole for ours, pandas in zip(taken["ours"], taken.get("pandas", ()), strict=False)]
    return Outcome(
        {way: Run(*(statistics.median(getattr(run, part) for run in runs) for part in ("load", "ask", "peak")))
         for way, runs in taken.items()},
        statistics.median(ratios),
        statistics.median(against) if against else None,
    )  # fmt: skip


def write_orders(path: Path, rows: int) -> None:
    """Write a plain orders export of twelve columns: three orders a buyer, twelve markets, two years, the same every time."""
    duckdb.sql(
        f"""
        COPY (
            SELECT
                'A' || (1000000 + i) AS "Order ID",
                strftime(TIMESTAMP '2024-01-01' + to_seconds(CAST(hash(i, 1) % 63072000 AS BIGINT)), '%Y-%m-%d %H:%M:%S')
                    AS "Order date",
                'buyer' || (hash(i, 2) % ({rows} // 3 + 1)) || '@example.com' AS "Email",
                list_extract(
                    ['US', 'CA', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'SE', 'JP', 'AU', 'MX'], 1 + CAST(hash(i, 3) % 12 AS INT)
                ) AS "Country",
                'EUR' AS "Currency",
                printf('%.2f', 5 + (hash(i, 4) % 20000) / 100) AS "Total",
                printf('%.2f', CASE WHEN hash(i, 5) % 6 = 0 THEN 2.5 ELSE 0 END) AS "Discount",
                printf('%.2f', (hash(i, 6) % 500) / 100) AS "Shipping",
                printf('%.2f', (hash(i, 7) % 300) / 100) AS "Tax",
                list_extract(['web', 'app', 'pos', 'marketplace'], 1 + CAST(hash(i, 8) % 4 AS INT)) AS "Channel",
                list_extract(['mobile', 'desktop', 'tablet'], 1 + CAST(hash(i, 9) % 3 AS INT)) AS "Device",
                CASE WHEN hash(i, 10) % 25 = 0 THEN 'cancelled' ELSE 'paid' END AS "Status"
            FROM range({rows}) AS numbers(i)
        ) TO '{path}' (HEADER, DELIMITER ',')
        """
    )


def _run(way: str, export: Path, work: Path) -> tuple[dict[str, float], Run]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.kpi_ways", way, str(export), str(work), MEMORY_LIMIT],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{way} failed: {done.stderr.strip()[-1500:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    return told["figures"], Run(told["load"], told["ask"], told["peak"])


def _check(figures: dict[str, dict[str, float]]) -> None:
    ours = figures["ours"]
    for way, theirs in figures.items():
        apart = {
            name: (value, theirs[name]) for name, value in ours.items() if abs(value - theirs[name]) > 1e-6 * abs(value)
        }
        if apart:
            raise RuntimeError(f"ours and {way} disagree: {apart}")
