"""Stands in for the readers of exports: a CSV whose name says the table and whose headers are the table's own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from data.ingest.model import Import, IngestError, Report
from frameworks.kpi.tables import TABLES
from frameworks.labels import Sentence


def read(con, path, *, salt, mapping=None, assume=None, progress=None, folder=None, land=None) -> Import:
    path = Path(path)
    if not path.exists():
        raise IngestError("There is no file {name}.", name=path.name)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    table = TABLES.get(path.stem.split("-")[0])
    if table is None:
        return Import(path.name, digest, "", "", {}, Report(0, 0, 0, 0, 0, {}), recognised=False)
    if progress:
        progress(0.5, Sentence("Reading"))
    con.execute(f"CREATE OR REPLACE TEMP TABLE raw AS SELECT * FROM read_csv('{path}', all_varchar = true)")
    headers = [row[0] for row in con.execute("DESCRIBE raw").fetchall()]
    cells = ", ".join(f'CAST("{name}" AS {table[name].type}) AS "{name}"' for name in headers)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE staged_{table.name} AS SELECT {cells}, 'shop' AS source, NULL AS account FROM raw"
    )
    ((rows,),) = con.execute("SELECT count(*) FROM raw").fetchall()
    report = Report(rows, rows, 0, 0, 0, {table.name: rows})
    return Import(path.name, digest, "shop", table.name, {}, report)
