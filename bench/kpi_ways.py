"""One way to a team's numbers in a process of its own: ``python -m bench.kpi_ways ours|sql|pandas export folder limit``.

Prints one line of JSON: seconds for the import, seconds for the questions, peak memory in MB, and a checksum
of every answer.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

KPIS = ("revenue", "orders", "average_order_value", "discount_rate", "new_customer_share")
SALT = b"bench"

_IMPORT = """
CREATE TABLE orders AS
SELECT DISTINCT ON (order_id) * FROM (
    SELECT "Order ID" AS order_id, "Order date" AS ordered_at, sha256('bench' || lower(trim("Email")))[:32] AS customer_key,
           "Country" AS market, "Currency" AS currency, "Total" AS gross, "Discount" AS discount, "Shipping" AS shipping,
           "Tax" AS tax, "Channel" AS channel, "Device" AS device, "Status" AS status
    FROM read_csv(?, header = true, columns = {
        'Order ID': 'VARCHAR', 'Order date': 'TIMESTAMP', 'Email': 'VARCHAR', 'Country': 'VARCHAR', 'Currency': 'VARCHAR',
        'Total': 'DECIMAL(18,4)', 'Discount': 'DECIMAL(18,4)', 'Shipping': 'DECIMAL(18,4)', 'Tax': 'DECIMAL(18,4)',
        'Channel': 'VARCHAR', 'Device': 'VARCHAR', 'Status': 'VARCHAR'})
)
"""
_SOLD = "FROM orders WHERE status = 'paid'"
_BY = "market, date_trunc('month', ordered_at) AS month"
_FIRST = f"SELECT customer_key, min(ordered_at) AS first {_SOLD} GROUP BY 1"
_QUESTIONS = {
    "revenue": f"SELECT {_BY}, sum(gross)::DOUBLE AS value {_SOLD} GROUP BY 1, 2",
    "orders": f"SELECT {_BY}, count(*)::DOUBLE AS value {_SOLD} GROUP BY 1, 2",
    "average_order_value": f"SELECT {_BY}, sum(gross)::DOUBLE / count(*) AS value {_SOLD} GROUP BY 1, 2",
    "discount_rate": f"SELECT {_BY}, sum(discount)::DOUBLE / sum(gross + discount) AS value {_SOLD} GROUP BY 1, 2",
    "new_customer_share": f"""
        WITH firsts AS ({_FIRST})
        SELECT {_BY}, count(DISTINCT CASE WHEN ordered_at = first THEN customer_key END)::DOUBLE
               / count(DISTINCT customer_key) AS value
        FROM orders JOIN firsts USING (customer_key) WHERE status = 'paid' GROUP BY 1, 2
    """,
}
_COHORTS = f"""
    WITH firsts AS ({_FIRST})
    SELECT date_trunc('month', first) AS cohort,
           date_diff('month', date_trunc('month', first), date_trunc('month', ordered_at)) AS age,
           count(DISTINCT customer_key)::DOUBLE AS customers, sum(gross)::DOUBLE AS revenue
    FROM orders JOIN firsts USING (customer_key) WHERE status = 'paid' GROUP BY 1, 2
"""


def ours(export: Path, folder: Path, limit: str) -> tuple[Callable[[], None], Callable[[], dict[str, float]]]:
    """Return the import and the questions by Landfall's own front door."""
    import data.ingest.reading  # noqa: F401  (loaded before the clock starts, like the other ways' libraries)
    from data.warehouse import Warehouse

    held = Warehouse(folder, salt=SALT, memory_limit=limit)

    def load() -> None:
        held.add(export)

    def ask() -> dict[str, float]:
        answers = {name: held.compute(name, by=["market", "month"])["value"].sum() for name in KPIS}
        cohorts = held.cohorts()
        return answers | {"cohort customers": cohorts["customers"].sum(), "cohort revenue": cohorts["revenue"].sum()}

    return load, ask


def sql(export: Path, folder: Path, limit: str) -> tuple[Callable[[], None], Callable[[], dict[str, float]]]:
    """Return the import and the questions as typed by hand into DuckDB."""
    import duckdb

    held = duckdb.connect(str(folder / "hand.duckdb"), config={"memory_limit": limit})

    def load() -> None:
        held.execute(_IMPORT, [str(export)])

    def ask() -> dict[str, float]:
        answers = {name: held.sql(question).df()["value"].sum() for name, question in _QUESTIONS.items()}
        cohorts = held.sql(_COHORTS).df()
        return answers | {"cohort customers": cohorts["customers"].sum(), "cohort revenue": cohorts["revenue"].sum()}

    return load, ask


def pandas(export: Path, folder: Path, limit: str) -> tuple[Callable[[], None], Callable[[], dict[str, float]]]:
    """Return the import and the questions as a user of pandas would write them: buyers hashed, repeats dropped, kept as Parquet."""
    import pandas as pd

    tables: dict[str, pd.DataFrame] = {}

    def load() -> None:
        orders = pd.read_csv(export, parse_dates=["Order date"]).drop_duplicates("Order ID", keep="last")
        keys = {
            buyer: sha256(b"bench" + buyer.strip().lower().encode()).hexdigest()[:32]
            for buyer in orders["Email"].unique()
        }
        orders["Email"] = orders["Email"].map(keys)
        orders.to_parquet(folder / "orders.parquet")
        tables["orders"] = orders.assign(month=orders["Order date"].dt.to_period("M"))

    def ask() -> dict[str, float]:
        sold = tables["orders"].query("Status == 'paid'")
        groups = sold.groupby(["Country", "month"])
        revenue, count, discount = groups["Total"].sum(), groups.size(), groups["Discount"].sum()
        first = sold.groupby("Email")["Order date"].transform("min")
        new = sold[sold["Order date"] == first].groupby(["Country", "month"])["Email"].nunique()
        cohort = first.dt.to_period("M")
        age = (sold["month"].astype("int64") - cohort.astype("int64")).rename("age")
        kept = sold.groupby([cohort.rename("cohort"), age]).agg(
            customers=("Email", "nunique"), revenue=("Total", "sum")
        )
        return {
            "revenue": revenue.sum(), "orders": float(count.sum()), "average_order_value": (revenue / count).sum(),
            "discount_rate": (discount / (revenue + discount)).sum(),
            "new_customer_share": (new / groups["Email"].nunique()).sum(),
            "cohort customers": float(kept["customers"].sum()), "cohort revenue": kept["revenue"].sum(),
        }  # fmt: skip

    return load, ask


def main(way: str, export: str, folder: str, limit: str) -> None:
    """Run one way and print what it took."""
    shutil.rmtree(folder, ignore_errors=True)
    Path(folder).mkdir(parents=True)
    load, ask = {"ours": ours, "sql": sql, "pandas": pandas}[way](Path(export), Path(folder), limit)
    start = time.perf_counter()
    load()
    loaded = time.perf_counter()
    answers = ask()
    asked = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {name: float(value) for name, value in answers.items()}
    print(json.dumps({"load": loaded - start, "ask": asked - loaded, "peak": peak, "figures": figures}))


if __name__ == "__main__":
    main(*sys.argv[1:])
